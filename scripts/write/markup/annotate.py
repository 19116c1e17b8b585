"""Markup around spans of a text: marks go in, Markdown comes out that without its markup is the text."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from scripts.write.markup.markdown import escape


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the clean text and what to draw around its escaped words."""

    start: int
    end: int
    draw: Callable[[str], str]


class Annotator:
    """Draws the marks of one text: of two that overlap the longer, of equally long ones the first."""

    def __init__(self, text: str, marks: Iterable[Mark], render: Callable[[str], str] = escape) -> None:
        self.text, self.render = text, render
        self.marks = choose_marks(marks)
        self.starts = [mark.start for mark in self.marks]

    def annotate(self, start: int, end: int) -> str:
        """Return `text[start:end]` as inline Markdown with those marks drawn that lie in it."""
        pieces, place = [], start
        for mark in self.marks[bisect_left(self.starts, start) : bisect_left(self.starts, end)]:
            if mark.end <= end:
                pieces += [
                    self.render(self.text[place : mark.start]),
                    mark.draw(self.render(self.text[mark.start : mark.end])),
                ]
                place = mark.end
        return "".join(pieces) + self.render(self.text[place:end])


def choose_marks(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks in the order of the text and without overlap."""
    chosen: list[Mark] = []
    starts: list[int] = []
    for mark in sorted(marks, key=lambda mark: (mark.start - mark.end, mark.start)):
        index = bisect_right(starts, mark.start)
        follows = index == 0 or chosen[index - 1].end <= mark.start
        if follows and (index == len(chosen) or mark.end <= chosen[index].start):
            chosen.insert(index, mark)
            starts.insert(index, mark.start)
    return chosen
