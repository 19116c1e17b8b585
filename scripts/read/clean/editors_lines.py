"""What the editors say of a source's lines → those that they leave out go, those that they keep stay against any rule.

It is done to whole lines of a text in which each line is still one of the source.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scripts.model.edits import Alignment, placed_starts
from scripts.model.policy import LineRange
from scripts.model.vocabulary import LayoutAction, Rule
from scripts.read.clean.draft import Change, Draft
from scripts.read.clean.emend import LINE_END_PATTERN
from scripts.text.lines import TextLines
from scripts.text.page_lines import find_left
from scripts.text.readings import simplified

SPARING = (Rule.MARKUP, Rule.WEB_PAGE, Rule.PAGE_NUMBER, Rule.CONTENTS)
"""The rules that leave words out; they run while each line is one of the source."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """An entry of `layout.yml` that does not fit, and why."""

    index: int
    message: str


def source_lines(draft: Draft) -> Sequence[int]:
    """Return for each line of a draft's text the line of the source, from 1, on which it begins."""
    alignment = Alignment(draft.edits)
    starts = source_starts(draft.source)
    spans = pairwise(TextLines(draft.text).starts)
    return array("i", (bisect_right(starts, source_of(alignment, start, end - 1)) for start, end in spans))


def source_of(alignment: Alignment, start: int, end: int) -> int:
    """Return where the first character of a line that no edit wrote stands in the source; without one, the line's end.

    One edit may hold the end of the line above, what was left out below it, and the first sign of this one.
    """
    place = start
    for index in range(max(bisect_right(alignment.starts, start) - 1, 0), len(alignment.starts)):
        if alignment.starts[index] > place:
            break
        place = max(place, alignment.starts[index] + len(alignment.edits[index].after))
    if place < end:
        return alignment.source_place(place, from_left=True)
    return alignment.source_place(end, from_left=start == end)


def source_starts(source: str) -> Sequence[int]:
    """Return where the lines of a source begin."""
    return array("i", [0, *(match.end() for match in LINE_END_PATTERN.finditer(source))])


def drop_lines(draft: Draft, layout: Sequence[LineRange]) -> Iterator[Change]:
    """Yield the removal of the lines that the editors leave out; none where nothing would be left."""
    lines = TextLines(draft.text)
    dropped = set(of_action(draft, layout, LayoutAction.DROP))
    if len(dropped) < len(lines):
        yield from whole_lines(lines, dropped)


def of_action(draft: Draft, layout: Sequence[LineRange], action: LayoutAction) -> Iterator[int]:
    """Yield the indices of the lines of a draft's text that stand in ranges of this action."""
    ranges = [entry for entry in layout if entry.action is action]
    for index, line in enumerate(source_lines(draft) if ranges else ()):
        if any(entry.has(line) for entry in ranges):
            yield index


def whole_lines(lines: TextLines, dropped: set[int]) -> Iterator[Change]:
    """Yield the removal of whole lines, each with a line end: that behind it, or, at the end of the text, before it."""
    last = next((i for i in reversed(range(len(lines))) if i not in dropped), -1)
    for index in sorted(dropped):
        if index < last:
            yield Change(lines.starts[index], lines.starts[index + 1], "")
    if -1 < last < len(lines) - 1:
        yield Change(lines.starts[last + 1] - 1, len(lines.text), "")


def spare(changes: Iterable[Change], draft: Draft, layout: Sequence[LineRange]) -> Iterable[Change]:
    """Return a rule's removals without lines that the editors keep, and apart from what the editors left out."""
    kept = set(of_action(draft, layout, LayoutAction.KEEP))
    placed = zip(placed_starts(draft.edits), draft.edits, strict=True)
    cuts = [place for place, edit in placed if edit.rule is Rule.LEFT_OUT]
    return cut(without_lines(changes, TextLines(draft.text), kept) if kept else changes, cuts)


def cut(changes: Iterable[Change], places: Sequence[int]) -> Iterator[Change]:
    """Yield the removals, cut at these places, so that those of a rule and of the editors stay two edits."""
    for change in changes:
        inner = places[bisect_right(places, change.start) : bisect_left(places, change.end)]
        for start, end in pairwise(sorted({change.start, *inner, change.end})):
            yield Change(start, end, change.after)


def without_lines(changes: Iterable[Change], lines: TextLines, kept: set[int]) -> list[Change]:
    """Return the removals but for those of these lines."""
    dropped: set[int] = set()
    parts: list[Change] = []
    for change in changes:
        index = bisect_right(lines.starts, change.start) - 1
        while index < len(lines) and lines.starts[index] < max(change.end, change.start + 1):
            start, end = lines.starts[index], lines.starts[index + 1] - 1
            low, high = max(start, change.start), min(end, change.end)
            if index not in kept and (low, high) == (start, end):
                dropped.add(index)
            elif index not in kept and low < high:
                parts.append(Change(low, high, change.after))
            index += 1
    return sorted([*whole_lines(lines, dropped), *parts])


def find_misfits(source: str, layout: Sequence[LineRange], ruled: Draft) -> Iterator[Misfit]:
    """Yield the entries that leave nothing, or change nothing of what the rules by themselves leave of the lines."""
    starts = source_starts(source)
    filled = {n for n, (a, b) in enumerate(pairwise([*starts, len(source)]), start=1) if source[a:b].strip()}
    numbers = source_lines(ruled)
    staying, doubted = set(numbers), {numbers[index] for index in find_left(TextLines(simplified(ruled.text)))}
    for index, entry in enumerate(layout):
        own = filled.intersection(range(entry.first, entry.last + 1))
        if entry.last > len(starts):
            yield Misfit(index, f"goes to line {entry.last}, but source.txt has {len(starts)} lines; mend `to`")
        elif not own:
            yield Misfit(index, "has only blank lines, which no text has; take the entry away")
        elif entry.action is LayoutAction.DROP and staying.isdisjoint(own):
            yield Misfit(index, "has only lines that the rules leave out by themselves; take the entry away")
        elif entry.action is LayoutAction.KEEP and staying.issuperset(own) and doubted.isdisjoint(own):
            yield Misfit(index, "has only lines that no rule leaves out or doubts; take the entry away")
    dropped = {n for entry in layout if entry.action is LayoutAction.DROP for n in range(entry.first, entry.last + 1)}
    if dropped.issuperset(staying):
        yield Misfit(0, "leaves nothing of the text, with the others; keep the lines of the document")
