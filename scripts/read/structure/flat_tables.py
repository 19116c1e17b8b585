"""Tables of which a text has one cell a line → their rows, by what their head says or by the numbers that begin them.

The words of the head say what each column holds: 序号 指标 单位 2025年 属性. A row is as many lines as there are
columns, each of which fits its column. It is one less where the cell of a group (类别) spans it too, and one or two
more where a cell was broken into lines; then only one column may have room for the words. Without a head, lines 1, 2,
3 … at the same distance begin the rows, and values stand in the same places of them. Where two readings are possible
there is no table.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from scripts.read.structure.table_heads import MOST_COLUMNS, Cell, Lines, read_heads
from scripts.text.cells import Column, fits, is_cell, is_empty, is_value, read_number

FEWEST_COLUMNS = 2
FEWEST_ROWS = 2
"""Of a table whose head says what it is; without one it takes a row more."""
MOST_BROKEN = 2
"""So many line ends of a row may stand inside its cells."""


class FlatRow(NamedTuple):
    """A row: its printed number, or its place where none is printed, and its cells, without those that span it."""

    number: int
    cells: tuple[Cell, ...]
    group: int | None
    """Which of them begins a group, and so may span the rows below."""


@dataclass(frozen=True, slots=True)
class FlatTable:
    """The lines of a table's head, what its columns hold, and its rows."""

    first: int
    head: tuple[Cell, ...]
    columns: tuple[Column, ...]
    rows: list[FlatRow] = field(default_factory=list)

    @property
    def after(self) -> int:
        """Return the line after the table."""
        return self.rows[-1].cells[-1][1]

    def cells(self) -> Iterator[Cell]:
        """Yield the cells of the head and of the rows."""
        yield from self.head
        for row in self.rows:
            yield from row.cells

    @property
    def group(self) -> int | None:
        """Return the place of the cell that may span rows."""
        return self.columns.index(Column.GROUP) if Column.GROUP in self.columns else None


def find_flat(lines: Lines, index: int, fewest: int = FEWEST_ROWS + 1) -> FlatTable | None:
    """Return the table that begins with its head, or its first row, at this line; None where none does.

    Without a head it has at least `fewest` rows.
    """
    for head in read_heads(lines, index):
        table = with_rows(lines, FlatTable(index, head.cells, head.columns), FEWEST_ROWS)
        if table:
            return table
    columns = numbered_columns(lines, index, fewest)
    return with_rows(lines, FlatTable(index, (), columns), fewest) if columns else None


def numbered_columns(lines: Lines, index: int, fewest: int) -> tuple[Column, ...]:
    """Return what the columns hold of rows that begin with 1, 2, 3 at one distance; empty where there are none such."""
    if read_number(lines[index]) != 1 or index + 1 == len(lines) or not fits(Column.NAME, lines[index + 1]):
        return ()
    for width in range(FEWEST_COLUMNS + 1, MOST_COLUMNS):
        starts = [index + width * row for row in range(fewest)]
        if starts[-1] + width > len(lines):
            break
        if not all(read_number(lines[start]) == number for number, start in enumerate(starts, start=1)):
            continue
        cells = [[lines[start + place] for start in starts] for place in range(1, width)]
        if not all(is_cell(cell) for column in cells for cell in column):
            continue
        values = [all(map(is_value, column)) and not all(map(is_empty, column)) for column in cells]
        if any(values) and not values[0] and not any(map(is_value, cells[0])):
            rest = [Column.VALUE if is_column else Column.OTHER for is_column in values[1:]]
            return (Column.NUMBER, Column.NAME, *rest)
    return ()


def with_rows(lines: Lines, table: FlatTable, fewest: int) -> FlatTable | None:
    """Return the table with its rows; None where there are fewer, or where one can be read in two ways."""
    index = table.head[-1][1] if table.head else table.first
    while row := next_row(lines, table, index):
        table.rows.append(row)
        index = row.cells[-1][1]
    return table if len(table.rows) >= fewest else None


def next_row(lines: Lines, table: FlatTable, index: int) -> FlatRow | None:
    """Return the row that begins at this line; None where none does, or where it can be read in two ways."""
    whole = list(whole_rows(lines, table, index))
    chosen = [row for row in whole if is_followed(lines, table, row)]
    if not chosen:
        broken = list(broken_rows(lines, table, index))
        chosen = [row for row in broken if is_followed(lines, table, row)] or whole or broken
    return chosen[0] if len(chosen) == 1 else None


def is_followed(lines: Lines, table: FlatTable, row: FlatRow) -> bool:
    """Whether the line after a row is what begins the next one."""
    after = row.cells[-1][1]
    choices = (False, True) if table.group is not None else (False,)
    return after < len(lines) and any(
        begins_row(lines, table, after, row.number + 1, has_group=has_group) for has_group in choices
    )


def begins_row(lines: Lines, table: FlatTable, index: int, number: int, *, has_group: bool) -> bool:
    """Whether the cells up to the name fit the row with this number."""
    columns = columns_of(table, has_group=has_group)
    leading = columns[: columns.index(Column.NAME) + 1]
    return index + len(leading) <= len(lines) and all(
        fits_cell(column, lines[line], number) for line, column in enumerate(leading, start=index)
    )


def group_choices(table: FlatTable) -> tuple[bool, ...]:
    """Return whether the next row may have a cell for its group, and whether it may lack one."""
    return (True, False) if table.group is not None and table.rows else (table.group is not None,)


def columns_of(table: FlatTable, *, has_group: bool) -> tuple[Column, ...]:
    """Return the columns of a row, without that of the group where another row's cell spans it."""
    return table.columns if has_group else tuple(column for column in table.columns if column is not Column.GROUP)


def whole_rows(lines: Lines, table: FlatTable, index: int) -> Iterator[FlatRow]:
    """Yield the ways of reading a row at this line whose cells have a line each."""
    number = table.rows[-1].number + 1 if table.rows else 1
    for has_group in group_choices(table):
        columns = columns_of(table, has_group=has_group)
        after = index + len(columns)
        if after <= len(lines) and all(
            fits_cell(column, lines[line], number) for line, column in enumerate(columns, start=index)
        ):
            cells = tuple((line, line + 1) for line in range(index, after))
            yield FlatRow(number, cells, table.group if has_group else None)


def broken_rows(lines: Lines, table: FlatTable, index: int) -> Iterator[FlatRow]:
    """Yield the ways of reading a row at this line of which one cell is broken."""
    number = table.rows[-1].number + 1 if table.rows else 1
    for has_group in group_choices(table):
        columns = columns_of(table, has_group=has_group)
        for lengths in ways_of_breaking(columns):
            ends = cell_ends(index, lengths)
            if ends[-1] > len(lines):
                continue
            cells = tuple(zip((index, *ends), ends, strict=False))
            if all(map(fits_lines(lines, number), columns, cells)):
                yield FlatRow(number, cells, table.group if has_group else None)


def fits_lines(lines: Lines, number: int) -> Callable[[Column, Cell], bool]:
    """Return whether the lines of a cell, put together, can stand in a column."""

    def check(column: Column, cell: Cell) -> bool:
        pieces = lines[cell[0] : cell[1]]
        is_broken = len(pieces) > 1
        if is_broken and not all(map(is_piece, pieces)):
            return False
        return fits_cell(column, "".join(pieces), number)

    return check


def is_piece(piece: str) -> bool:
    """Whether a line can be one of a broken cell's: no sentence, no value, and it does not begin with a number.

    >>> is_piece("鉴定达标率"), is_piece("（%）"), is_piece("1.达标率"), is_piece("95%")
    (True, True, False, False)
    """
    is_tail = piece[:1] in "（(" and not any(char.isdigit() for char in piece)
    return is_cell(piece) and not piece[:1].isdigit() and (is_tail or not is_value(piece))


def fits_cell(column: Column, text: str, number: int) -> bool:
    """Whether a cell can stand in a column of the row with this number."""
    return read_number(text) == number if column is Column.NUMBER else fits(column, text)


def cell_ends(index: int, lengths: Sequence[int]) -> tuple[int, ...]:
    """Return the line after each of the cells that have so many lines."""
    ends = []
    for length in lengths:
        index += length
        ends.append(index)
    return tuple(ends)


def ways_of_breaking(columns: Sequence[Column]) -> Iterator[tuple[int, ...]]:
    """Yield how many lines the cells of a row have, of which one holds words and has more than one."""
    for extra in range(1, MOST_BROKEN + 1):
        for place, column in enumerate(columns):
            if column in (Column.NAME, Column.GROUP, Column.OTHER):
                yield tuple(1 + extra if other == place else 1 for other in range(len(columns)))
