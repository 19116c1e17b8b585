"""The editor's emendations → the last edits of a text, and a note at every spot that one is about."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.model.edits import Alignment
from scripts.model.policy import Emendation, Note
from scripts.model.vocabulary import Rule
from scripts.read.clean.draft import Change, Draft
from scripts.text.spans import FormFinder

LINE_END_PATTERN = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Spot:
    """An emendation and where its `before` stands in the text as the rules left it."""

    index: int
    """Into the list of emendations."""
    start: int
    end: int
    emendation: Emendation


@dataclass(frozen=True, slots=True)
class Misplaced:
    """An emendation whose place does not match, and why."""

    index: int
    message: str


def emend(draft: Draft, emendations: tuple[Emendation, ...]) -> tuple[Draft, tuple[Note, ...], tuple[Misplaced, ...]]:
    """Return the draft with the certain repairs made, a note for every emendation that fits, and those that do not."""
    if not emendations:
        return draft, (), ()
    alignment = Alignment(draft.edits)
    spots, misplaced = find_spots(draft, alignment, emendations)
    applied = [
        Change(spot.start, spot.end, spot.emendation.after, spot.index) for spot in spots if spot.emendation.is_applied
    ]
    emended = draft.apply(Rule.EMENDATION, map(trim, applied, [draft.text] * len(applied)))
    return emended, tuple(make_notes(draft.source, alignment, spots)), tuple(misplaced)


def trim(change: Change, text: str) -> Change:
    """Return the change without the characters that it leaves as they are at either end."""
    start, end, after = change.start, change.end, change.after
    while start < end and after and text[start] == after[0]:
        start, after = start + 1, after[1:]
    while start < end and after and text[end - 1] == after[-1]:
        end, after = end - 1, after[:-1]
    return Change(start, end, after, change.emendation)


def find_spots(
    draft: Draft, alignment: Alignment, emendations: tuple[Emendation, ...]
) -> tuple[list[Spot], list[Misplaced]]:
    """Return the spots in the order of the text, and the emendations that fit no single place."""
    line_starts = [0, *(match.end() for match in LINE_END_PATTERN.finditer(draft.source))]
    places: dict[str, list[int]] = defaultdict(list)
    for start, end in FormFinder(emendation.before for emendation in emendations).find(draft.text):
        places[draft.text[start:end]].append(start)
    spots: list[Spot] = []
    misplaced = []
    for index, emendation in enumerate(emendations):
        starts = places[emendation.before]
        lines = [bisect_right(line_starts, alignment.source_span(start, start + 1)[0]) for start in starts]
        here = [start for start, line in zip(starts, lines, strict=True) if line == emendation.line]
        if len(here) == 1:
            spots.append(Spot(index, here[0], here[0] + len(emendation.before), emendation))
        else:
            misplaced.append(Misplaced(index, misfit(emendation, len(here), lines)))
    spots.sort(key=lambda spot: spot.start)
    kept: list[Spot] = []
    for spot in spots:
        if kept and spot.start < kept[-1].end:
            misplaced.append(Misplaced(spot.index, "overlaps the emendation before it in the text; join the two"))
        else:
            kept.append(spot)
    return kept, misplaced


def misfit(emendation: Emendation, count: int, lines: list[int]) -> str:
    """Return why an emendation has no single place, and what to do."""
    before, line = emendation.before, emendation.line
    if count:
        return f"{before!r} stands {count} times on line {line} of source.txt; write more of the text around it"
    elsewhere = f"it stands on line {', '.join(map(str, lines[:5]))}" if lines else "it stands nowhere in the text"
    return f"{before!r} does not stand on line {line} of source.txt; {elsewhere}; mend `line` or `before`"


def make_notes(source: str, alignment: Alignment, spots: list[Spot]) -> Iterator[Note]:
    """Yield the notes, with their places in the emended text."""
    growth = 0
    for spot in spots:
        start, emendation = spot.start + growth, spot.emendation
        printed = emendation.after if emendation.is_applied else emendation.before
        low, high = alignment.source_span(spot.start, spot.end)
        yield Note(spot.index, start, start + len(printed), source[low:high], printed, emendation.after, emendation)
        growth += len(printed) - len(emendation.before)
