"""Strokes that meet → the grid of a table: its columns, its rows, and the cells that span several of either."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from scripts.read.extract.layout.strokes import BESIDE, Stroke, Strokes, group_strokes, root

COVERED = 0.5
"""A border parts two cells where it runs along so much of them."""
OPEN = 5.0
"""So far beyond the outermost stroke down the page those across it reach where a table is open at its side."""
MOST_CELLS = 20_000
NARROWEST = 4.0
"""So wide and so high is a column or row at least."""


class Area(NamedTuple):
    """A cell: at which row and column it begins, how many it spans, and where it is on the page."""

    row: int
    column: int
    rows: int
    columns: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's grid."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    """Where its columns and rows begin, and where the last of them ends."""
    areas: tuple[Area, ...]
    """Row by row, from left to right; they tile the grid."""

    @property
    def columns(self) -> int:
        """How many columns it has that are not all parts of one cell."""
        return len({area.column for area in self.areas})


def find_grids(strokes: Strokes) -> Iterator[Grid]:
    """Yield the grids of a page, from the top."""
    for group in group_strokes(strokes):
        ys = places(group.across)
        ends = Stroke(0, min(line.start for line in group.across), max(line.end for line in group.across))
        xs = close_sides(places(group.down), ends)
        if len(xs) > 1 and len(ys) > 1 and len(xs) * len(ys) <= MOST_CELLS:
            yield make_grid(xs, ys, find_boxes(xs, ys, group))


def make_grid(xs: Sequence[float], ys: Sequence[float], boxes: "Sequence[Box]") -> Grid:
    """Return a grid of boxes, without the columns and rows in which no box begins."""
    rows = sorted({row for row, *_ in boxes})
    columns = sorted({column for _, column, *_ in boxes})
    ys = [*(ys[row] for row in rows), ys[-1]]
    xs = [*(xs[column] for column in columns), xs[-1]]
    areas = []
    for row, column, height, width in boxes:
        top, left = bisect_left(rows, row), bisect_left(columns, column)
        bottom, right = bisect_left(rows, row + height), bisect_left(columns, column + width)
        areas.append(Area(top, left, bottom - top, right - left, xs[left], ys[top], xs[right], ys[bottom]))
    return Grid(tuple(xs), tuple(ys), tuple(areas))


def places(strokes: Sequence[Stroke]) -> list[float]:
    """Return where strokes are, those that are nearly at one place as one."""
    found: list[float] = []
    for stroke in sorted(strokes):
        if not found or stroke.at - found[-1] > NARROWEST:
            found.append(stroke.at)
    return found


def close_sides(xs: list[float], ends: Stroke) -> list[float]:
    """Return the places of strokes down the page, with the sides at which a table is open."""
    left = [ends.start] if xs[0] - ends.start > OPEN else []
    right = [ends.end] if ends.end - xs[-1] > OPEN else []
    return [*left, *xs, *right]


def find_boxes(xs: Sequence[float], ys: Sequence[float], group: Strokes) -> "list[Box]":
    """Return the cells of a grid: squares with no border between them are one."""
    width, height = len(xs) - 1, len(ys) - 1
    parents = list(range(width * height))
    borders_down = [borders(x, ys, group.down) for x in xs]
    borders_across = [borders(y, xs, group.across) for y in ys]
    for row in range(height):
        for column in range(width):
            place = row * width + column
            if column + 1 < width and not borders_down[column + 1][row]:
                parents[root(parents, place + 1)] = root(parents, place)
            if row + 1 < height and not borders_across[row + 1][column]:
                parents[root(parents, place + width)] = root(parents, place)
    return square_off(boxes_of(parents, width), width, height)


def borders(at: float, ends: Sequence[float], strokes: Sequence[Stroke]) -> list[bool]:
    """Return for each stretch along a line of the grid whether a stroke runs there."""
    near = [stroke for stroke in strokes if abs(stroke.at - at) <= BESIDE + NARROWEST / 2]
    return [
        sum(max(0.0, min(end, stroke.end) - max(start, stroke.start)) for stroke in near) >= COVERED * (end - start)
        for start, end in pairwise(ends)
    ]


Box = tuple[int, int, int, int]
"""The row and column at which something begins, and how many of each it takes."""


def boxes_of(parents: list[int], width: int) -> list[Box]:
    """Return the box around each group of squares, in the order of their first squares."""
    ends: dict[int, list[int]] = {}
    for place in range(len(parents)):
        row, column = divmod(place, width)
        top, left, bottom, right = ends.setdefault(root(parents, place), [row, column, row, column])
        ends[root(parents, place)] = [top, min(left, column), max(bottom, row), max(right, column)]
    return [(top, left, bottom - top + 1, right - left + 1) for top, left, bottom, right in ends.values()]


def square_off(boxes: list[Box], width: int, height: int) -> list[Box]:
    """Return boxes that tile the grid: those of a group that is no rectangle are parted."""
    owner = [-1] * (width * height)
    tiles: list[Box] = []
    for row, column, rows, columns in sorted(boxes):
        squares = [(row + i) * width + column + j for i in range(rows) for j in range(columns)]
        if all(owner[square] < 0 for square in squares):
            tiles.append((row, column, rows, columns))
        else:
            squares = [square for square in squares if owner[square] < 0]
            tiles += [(*divmod(square, width), 1, 1) for square in squares]
        for square in squares:
            owner[square] = len(tiles)
    return sorted(tiles)
