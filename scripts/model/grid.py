"""The cells of a table with what each spans → its rows, each cell at its column, those of the head too.

A head has one section for all its rows: which row a cell of it stands in follows from what the cells before it span.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scripts.model.policy import Block, Section


class Spans(NamedTuple):
    """How many rows and columns of its table a cell takes."""

    rows: int = 1
    columns: int = 1


ONE = Spans()


class Placed(NamedTuple):
    """A cell and the column in which it begins, from 0."""

    block: Block
    column: int

    @property
    def columns(self) -> range:
        """The columns in which it stands."""
        return range(self.column, self.column + self.block.column_span)


Rows = tuple[tuple[Placed, ...], ...]
"""Of each row the cells that begin in it."""


class Grid(NamedTuple):
    """A table every place of which has one cell."""

    width: int
    head: Rows
    body: Rows

    def heads(self) -> tuple[tuple[Block, ...], ...]:
        """Return for each column the cells of the head that stand in it, from the highest; none without a head."""
        heads: dict[int, list[Block]] = {}
        for row in self.head:
            for cell in row:
                for column in cell.columns:
                    heads.setdefault(column, []).append(cell.block)
        return tuple(tuple(heads[column]) for column in sorted(heads))

    def standing(self) -> Iterator[tuple[Block, ...]]:
        """Yield for each row of the body the cell that stands in each column, which may have begun further up."""
        above: dict[int, Block] = {}
        for row in self.body:
            above |= {column: cell.block for cell in row for column in cell.columns}
            yield tuple(above[column] for column in range(self.width))


def read_grid(table: Section) -> Grid | None:
    """Return a table laid out; None where its cells leave a place open, or two would stand in one."""
    rows = [row.blocks for row in table.children]
    width = sum(block.column_span for block in rows[0]) if rows else 0
    head = lay_out_head(table.blocks, width)
    body = lay_out(rows, width)
    return Grid(width, head, body) if head is not None and body is not None else None


def lay_out_head(blocks: Sequence[Block], width: int) -> Rows | None:
    """Return the rows of a head of so many columns; None where its cells do not fill whole rows."""
    waiting, left, rows = deque(blocks), [0] * width, list[tuple[Placed, ...]]()
    while waiting:
        row = fill_row(waiting, left)
        if not row:
            return None
        rows.append(row)
    return None if any(left) else tuple(rows)


def lay_out(rows: Sequence[Sequence[Block]], width: int) -> Rows | None:
    """Return rows of so many columns with their cells at their places; None where they do not fit."""
    left, placed = [0] * width, list[tuple[Placed, ...]]()
    for blocks in rows:
        waiting = deque(blocks)
        row = fill_row(waiting, left)
        if not row or waiting:
            return None
        placed.append(row)
    return None if any(left) else tuple(placed)


def fill_row(waiting: deque[Block], left: list[int]) -> tuple[Placed, ...]:
    """Return the cells of the next row, taken from those that wait; none where they do not fill it.

    `left` has for each column how many more rows a cell above takes, and is brought down to the next row.
    """
    row, column = list[Placed](), 0
    while column < len(left):
        if left[column]:
            left[column] -= 1
            column += 1
            continue
        span = waiting[0].column_span if waiting else 0
        if not span or left[column : column + span] != [0] * span:
            return ()
        row.append(Placed(waiting.popleft(), column))
        left[column : column + span] = [row[-1].block.row_span - 1] * span
        column += span
    return tuple(row)


def head_rows(table: Section) -> tuple[Sequence[Block], ...]:
    """Return the cells of a table's head, row by row; in one row where nothing says how they stand."""
    grid = read_grid(table)
    rows = tuple(tuple(cell.block for cell in row) for row in grid.head) if grid else ()
    return rows or ((table.blocks,) if table.blocks else ())
