"""The lines that are drawn on a page → whole strokes across and down it, of dashes and pieces one."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from scripts.read.extract.layout.page import Ruling

THICKEST = 3.5
"""A bar so thick at most is a line."""
BESIDE = 2.5
"""Strokes so near beside each other are one."""
DASH_GAP = 4.0
"""Between the pieces of a stroke so much is free at most."""
SHORTEST = 6.0
MOST = 20_000
"""Of a page with more lines than that none is taken for one of a table: it is a picture."""


class Stroke(NamedTuple):
    """A whole line: where it is, measured across it, and from where to where it runs."""

    at: float
    start: float
    end: float


class Strokes(NamedTuple):
    """Those of a page."""

    across: list[Stroke]
    down: list[Stroke]


def find_strokes(rulings: Sequence[Ruling]) -> Strokes:
    """Return a page's rulings as whole strokes; what slants is none."""
    if len(rulings) > MOST:
        return Strokes([], [])
    across: list[Stroke] = []
    down: list[Stroke] = []
    for x0, y0, x1, y1 in rulings:
        if abs(y1 - y0) <= THICKEST and abs(x1 - x0) >= abs(y1 - y0):
            across.append(Stroke((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= THICKEST:
            down.append(Stroke((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    return Strokes(list(join_strokes(across)), list(join_strokes(down)))


def join_strokes(strokes: Iterable[Stroke]) -> Iterator[Stroke]:
    """Yield the pieces of each stroke as one, and no stroke that is too short to part cells."""
    for group in group_by_place(strokes):
        at = sum(stroke.at for stroke in group) / len(group)
        for start, end in join_spans(sorted((stroke.start, stroke.end) for stroke in group)):
            if end - start >= SHORTEST:
                yield Stroke(at, start, end)


def group_by_place(strokes: Iterable[Stroke]) -> Iterator[list[Stroke]]:
    """Yield the strokes that are at about one place."""
    group: list[Stroke] = []
    for stroke in sorted(strokes):
        if group and stroke.at - group[0].at > BESIDE:
            yield group
            group = []
        group.append(stroke)
    if group:
        yield group


def join_spans(spans: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return spans, given in order, with those as one that meet or nearly do."""
    joined: list[tuple[float, float]] = []
    for start, end in spans:
        if joined and start - joined[-1][1] <= DASH_GAP:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined


def group_strokes(strokes: Strokes) -> Iterator[Strokes]:
    """Yield the strokes that meet one another, from the top of the page."""
    parents = list(range(len(strokes.across) + len(strokes.down)))
    for place, line in enumerate(strokes.across):
        for other, stroke in enumerate(strokes.down, len(strokes.across)):
            if meets(line, stroke):
                parents[root(parents, other)] = root(parents, place)
    groups: dict[int, Strokes] = {}
    for place, line in enumerate(strokes.across):
        groups.setdefault(root(parents, place), Strokes([], [])).across.append(line)
    for place, stroke in enumerate(strokes.down, len(strokes.across)):
        groups.setdefault(root(parents, place), Strokes([], [])).down.append(stroke)
    whole = [group for group in groups.values() if len(group.across) > 1 and group.down]
    yield from sorted(whole, key=lambda group: min(map(itemgetter(0), group.across)))


def meets(across: Stroke, down: Stroke) -> bool:
    """Whether a stroke across the page and one down it touch or cross."""
    near = BESIDE + 0.5
    return across.start - near <= down.at <= across.end + near and down.start - near <= across.at <= down.end + near


def root(parents: list[int], place: int) -> int:
    """Return the group that something is in, and shorten the way to it."""
    while parents[place] != place:
        parents[place] = parents[parents[place]]
        place = parents[place]
    return place
