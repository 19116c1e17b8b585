"""Rows of cells between tabs, as an extracted text has them → its tables, with what each of their cells spans.

A table is as many lines with tabs as follow each other. A sign says of a cell that it is part of the one above it or
to its left (signs.py); what the signs join is a cell only where it is a rectangle, else each of its places is one.
Rows and columns in which no cell begins are none.
"""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from scripts.text.signs import ABOVE, CELL_END, LEFT

ROW_PATTERN = re.compile(rf"^[^\n]*{CELL_END}[^\n]*$", re.MULTILINE)
BLANKS = " \u00a0\u3000"
MOST_PADDED = 20
"""Lines that are so many times shorter than the longest beside them are no rows of one table."""

Span = tuple[int, int]
Grid = list[list[int]]
"""For each place of a table which of its cells stands there."""


class ExactCell(NamedTuple):
    """A cell: where its words stand, at which row and column it begins, and how many it takes."""

    start: int
    end: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1


class ExactRow(NamedTuple):
    """A line of a table, and the cells that begin in it: none where all are part of others."""

    start: int
    end: int
    cells: tuple[ExactCell, ...]


class ExactTable(NamedTuple):
    """A table of an extracted text."""

    rows: tuple[ExactRow, ...]

    @property
    def span(self) -> Span:
        """Where its lines stand."""
        return self.rows[0].start, self.rows[-1].end

    @property
    def width(self) -> int:
        """How many columns it has; what has but one is no table."""
        return max(cell.column + cell.columns for row in self.rows for cell in row.cells)


def find_exact(text: str, left_out: Container[int] = ()) -> Iterator[ExactTable]:
    r"""Yield the tables of an extracted text, without the lines with these numbers, from 1.

    >>> [[(cell.rows, cell.columns) for cell in row.cells] for row in next(find_exact("甲\t⇠\n乙\t丙\n")).rows]
    [[(1, 2)], [(1, 1), (1, 1)]]
    """
    if CELL_END not in text:
        return
    run, last, line, place = list[Span](), 0, 1, 0
    for match in ROW_PATTERN.finditer(text):
        line, place = line + text.count("\n", place, match.start()), match.start()
        if line in left_out:
            continue
        if run and any(number not in left_out for number in range(last + 1, line)):
            yield from read_table(text, run)
            run = []
        run.append(match.span())
        last = line
    yield from read_table(text, run)


def read_table(text: str, lines: Sequence[Span]) -> Iterator[ExactTable]:
    """Yield the table of these lines; nothing where they are too uneven for one."""
    rows = [split_cells(text, *line) for line in lines]
    width = max(map(len, rows), default=0)
    if not rows or width * len(rows) > MOST_PADDED * sum(map(len, rows)):
        return
    for row, (_, end) in zip(rows, lines, strict=True):
        row.extend([(end, end)] * (width - len(row)))
    words = [[text[slice(*cell)] for cell in row] for row in rows]
    spans = [
        [(start, start if word in (ABOVE, LEFT) else end) for (start, end), word in zip(*pair, strict=True)]
        for pair in zip(rows, words, strict=True)
    ]
    yield ExactTable(tuple(settle(lines, spans, own_cells(words))))


def split_cells(text: str, start: int, end: int) -> list[Span]:
    """Return where the words of each cell of a line stand, without blanks around them."""
    cells = []
    for words in text[start:end].split(CELL_END):
        first = start + len(words) - len(words.lstrip(BLANKS))
        bare = words.strip(BLANKS)
        cells.append((first, first + len(bare)) if bare else (start, start))
        start += len(words) + 1
    return cells


def own_cells(words: Sequence[Sequence[str]]) -> Grid:
    """Return for each place the number of the cell that stands there; a cell's number is that of its first place."""
    width = len(words[0])
    grid: Grid = []
    for row, line in enumerate(words):
        grid.append([])
        for column, word in enumerate(line):
            own = row * width + column
            is_above, is_left = word == ABOVE and row > 0, word == LEFT and column > 0
            grid[row].append(grid[row - 1][column] if is_above else grid[row][column - 1] if is_left else own)
    return without_broken(grid)


def without_broken(grid: Grid) -> Grid:
    """Return the places with cells that are rectangles alone."""
    width = len(grid[0])
    ends, counts = dict[int, Span](), dict[int, int]()
    for row, line in enumerate(grid):
        for column, own in enumerate(line):
            right = max(column, ends.get(own, (0, 0))[1])
            ends[own], counts[own] = (row, right), counts.get(own, 0) + 1
    broken = {
        own
        for own, (row, column) in ends.items()
        if (row - own // width + 1) * (column - own % width + 1) != counts[own]
    }
    return [
        [row * width + column if own in broken else own for column, own in enumerate(line)]
        for row, line in enumerate(grid)
    ]


def settle(lines: Sequence[Span], spans: Sequence[Sequence[Span]], grid: Grid) -> Iterator[ExactRow]:
    """Yield the rows with their cells; where none begins in a row or a column, the others do not count it."""
    width = len(grid[0])
    owners = {own for line in grid for own in line}
    row_of = counted({own // width for own in owners}, len(grid))
    column_of = counted({own % width for own in owners}, width)
    ends = {own: (row + 1, column + 1) for row, line in enumerate(grid) for column, own in enumerate(line)}
    for row, (start, end) in enumerate(lines):
        cells = list[ExactCell]()
        for column, own in enumerate(grid[row]):
            if own == row * width + column:
                first, after = (row_of[row], column_of[column]), (row_of[ends[own][0]], column_of[ends[own][1]])
                size = after[0] - first[0], after[1] - first[1]
                cells.append(ExactCell(*spans[row][column], *first, *size))
        yield ExactRow(start, end, tuple(cells))


def counted(begun: set[int], size: int) -> list[int]:
    """Return for each row or column, and the one behind the last, how many before it have cells that begin in them."""
    return [*accumulate((index in begun for index in range(size)), initial=0)]
