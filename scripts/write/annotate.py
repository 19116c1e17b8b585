"""Markup around spans of a text: marks go in, Markdown comes out that without its markup is the text."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from scripts.write.markdown import escape


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the clean text and what to draw around its escaped words."""

    start: int
    end: int
    draw: Callable[[str], str]


def choose_marks(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks in order and without overlap: of two that overlap the longer stays, of equals the first."""
    chosen: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start - mark.end, mark.start)):
        if all(mark.end <= other.start or other.end <= mark.start for other in chosen):
            chosen.append(mark)
    return sorted(chosen, key=lambda mark: mark.start)


def annotate(text: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """Return `text[start:end]` as inline Markdown with those marks drawn that lie in it."""
    pieces, place = [], start
    for mark in choose_marks(mark for mark in marks if start <= mark.start < mark.end <= end):
        pieces += [escape(text[place : mark.start]), mark.draw(escape(text[mark.start : mark.end]))]
        place = mark.end
    return "".join(pieces) + escape(text[place:end])
