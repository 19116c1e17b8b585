"""A grid and the runs that stand in it → a table, or the paragraphs of a box that is drawn around text."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scripts.read.extract.blocks import Cell, Table
from scripts.read.extract.layout.grids import Area, Grid
from scripts.read.extract.layout.lines import Line, find_rows, is_upright, make_line
from scripts.read.extract.layout.page import Run
from scripts.read.extract.layout.paragraphs import Frame, find_paragraphs, find_step

PADDING = 0.55
"""Between a cell's border and its text at least so much of a character's size is free."""


class RuledTable(NamedTuple):
    """A table as it is drawn on one page."""

    table: Table
    grid: Grid

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.grid.xs[0]

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.grid.xs[-1]

    @property
    def size(self) -> float:
        """No size of characters: it has none of its own."""
        return 0.0

    @property
    def y1(self) -> float:
        """Where it begins from above, as a line of text that is read at its place would end."""
        return self.grid.ys[0]


def is_table(grid: Grid) -> bool:
    """Whether a grid has more than one column."""
    return grid.columns > 1


def take_tables(runs: list[Run], grids: Iterable[Grid]) -> tuple[list[RuledTable], list[Run]]:
    """Return the tables of a page, and the runs that stand in none."""
    tables: list[RuledTable] = []
    for grid in outermost([grid for grid in grids if is_table(grid)]):
        inside = [run for run in runs if is_inside(run, grid)]
        if inside:
            runs = [run for run in runs if not is_inside(run, grid)]
            tables.append(RuledTable(Table(tuple(read_rows(grid, inside))), grid))
    return tables, runs


def outermost(grids: Sequence[Grid]) -> list[Grid]:
    """Return the grids that stand in no other."""
    return [grid for grid in grids if not any(encloses(other, grid) for other in grids if other is not grid)]


def encloses(outer: Grid, inner: Grid) -> bool:
    """Whether a grid has another one inside."""
    return (
        outer.xs[0] <= inner.xs[0]
        and inner.xs[-1] <= outer.xs[-1]
        and outer.ys[0] <= inner.ys[0]
        and inner.ys[-1] <= outer.ys[-1]
    )


def is_inside(run: Run, grid: Grid) -> bool:
    """Whether the middle of a run is inside a grid."""
    x, y = middle(run)
    return grid.xs[0] <= x <= grid.xs[-1] and grid.ys[0] <= y <= grid.ys[-1]


def middle(run: Run) -> tuple[float, float]:
    """Return the middle of a run."""
    return (run.x0 + run.x1) / 2, (run.y0 + run.y1) / 2


def read_rows(grid: Grid, runs: Iterable[Run]) -> list[tuple[Cell, ...]]:
    """Return the rows of a grid, each with the cells that begin in it."""
    found = runs_of_areas(grid, runs)
    rows: list[list[Cell]] = [[] for _ in grid.ys[1:]]
    for area in grid.areas:
        paragraphs = tuple(cell_paragraphs(area, found.get(area, [])))
        rows[area.row].append(Cell(paragraphs, area.rows, area.columns))
    return [tuple(row) for row in rows]


def runs_of_areas(grid: Grid, runs: Iterable[Run]) -> dict[Area, list[Run]]:
    """Return the runs of each cell."""
    squares = {
        (area.row + row, area.column + column): area
        for area in grid.areas
        for row in range(area.rows)
        for column in range(area.columns)
    }
    found: dict[Area, list[Run]] = {}
    for run in runs:
        x, y = middle(run)
        row = min(bisect_right(grid.ys, y) - 1, len(grid.ys) - 2)
        column = min(bisect_right(grid.xs, x) - 1, len(grid.xs) - 2)
        found.setdefault(squares[row, column], []).append(run)
    return found


def cell_paragraphs(area: Area, runs: list[Run]) -> list[str]:
    """Return the paragraphs of a cell."""
    upright = [run.text for run in sorted(runs, key=lambda run: -run.x0) if is_upright(run)]
    lines = [make_line(row) for row in find_rows(run for run in runs if not is_upright(run))]
    if not lines:
        return upright
    return [*upright, *(text.text for text in find_paragraphs(set_left(lines), cell_frame(area, lines)))]


def cell_frame(area: Area, lines: Sequence[Line]) -> Frame:
    """Return from where to where the lines of a cell may run, once they are all set to its left."""
    widest = max(line.x1 - line.x0 for line in lines)
    return Frame(0.0, max(widest, area.x1 - area.x0 - 2 * PADDING * lines[0].size), step=find_step(lines))


def set_left(lines: Sequence[Line]) -> list[Line]:
    """Return a cell's lines as they would stand if they were not centred; what is indented stays so."""
    left = min(line.x0 for line in lines)
    centred = [abs(line.x0 + line.x1 - lines[0].x0 - lines[0].x1) < line.size / 2 for line in lines]
    if all(centred) and len({round(line.x0 - left) for line in lines}) > 1:
        return [line._replace(x0=0.0, x1=line.x1 - line.x0) for line in lines]
    return [line._replace(x0=line.x0 - left, x1=line.x1 - left) for line in lines]


def row_text(row: Sequence[Cell]) -> str:
    """Return a row's words on one line."""
    return "  ".join(filter(None, ("".join(cell.paragraphs) for cell in row)))
