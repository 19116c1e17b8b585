"""Lines of which it is known that they are cells of one row → the rows of a table, and what its head says of them.

Rows printed with bars or tabs between the cells come with as many cells as the first, or with one less where a group
(类别) spans them; a line by itself between two of them begins a group.
"""

from collections.abc import Sequence
from itertools import pairwise

from scripts.read.structure.flat_tables import FlatRow, FlatTable
from scripts.read.structure.table_heads import Cell
from scripts.text.cells import Column, find_column, is_cell, is_empty, is_value, read_number

Group = tuple[int, int]
"""The first line of a row and the line after it."""
FEWEST_ROWS = 2
COLONS = ("：", ":")
"""With which a line ends that announces the next table."""


def find_printed(lines: Sequence[str], goes_on: bytearray, index: int) -> FlatTable | None:
    """Return the table that begins with the row at this line; None where none does.

    `goes_on` has a 1 for each line that is another cell of the row of the line before it.
    """
    first = row_at(goes_on, index)
    rows = rows_from(lines, goes_on, first)
    head = head_length(lines, rows)
    columns = columns_of(lines, rows, head)
    last = rows[head - 1][1] if head else index
    table = FlatTable(index, tuple((line, line + 1) for line in range(index, last)), columns)
    for before, group in pairwise([*rows[head - 1 : head], *rows[head:]] if head else [first, *rows]):
        if not is_complete(table, before, group):
            break
        add_row(lines, table, before, group)
    return table if len(table.rows) + bool(head) >= FEWEST_ROWS and table.rows else None


def row_at(goes_on: bytearray, index: int) -> Group:
    """Return the row that begins at this line."""
    after = goes_on.find(0, index + 1)
    return index, after if after >= 0 else len(goes_on)


def rows_from(lines: Sequence[str], goes_on: bytearray, first: Group) -> list[Group]:
    """Return the rows of a table from the first on; one of a single cell only where another follows."""
    width, rows, index = first[1] - first[0], [first], first[1]
    while index < len(goes_on):
        row = row_at(goes_on, index)
        if row[1] - row[0] == 1:
            following = row_at(goes_on, row[1]) if row[1] < len(goes_on) else row
            if (
                not is_cell(lines[index])
                or lines[index].endswith(COLONS)
                or following[1] - following[0] != width
                or is_head(lines, following)
            ):
                break
        elif row[1] - row[0] not in (width, width - 1) or (len(rows) > 1 and is_head(lines, row)):
            break
        rows.append(row)
        index = row[1]
    return rows


def is_head(lines: Sequence[str], row: Group) -> bool:
    """Whether the cells of a row that hold words are words of a head."""
    words = [cell for cell in lines[row[0] : row[1]] if not is_empty(cell)]
    return bool(words) and all(find_column(word) for word in words)


def head_length(lines: Sequence[str], rows: list[Group]) -> int:
    """Return how many rows are the head: those whose words say so, or the first if it has no value and others have."""
    width = rows[0][1] - rows[0][0]
    if is_head(lines, rows[0]):
        has_more = len(rows) > 2 and rows[1][1] - rows[1][0] == width and is_head(lines, rows[1])
        return 2 if has_more else 1
    own = lines[rows[0][0] : rows[0][1]]
    others = [cell for row in rows[1:] for cell in lines[row[0] : row[1]]]
    is_worded = not any(map(is_value, own))
    return 1 if len(rows) > 1 and is_worded and (any(map(is_value, others)) or any(map(find_column, own))) else 0


def columns_of(lines: Sequence[str], rows: list[Group], head: int) -> tuple[Column, ...]:
    """Return what the columns of a table hold; the first that holds no number holds the name where none is said to."""
    first = lines[rows[0][0] : rows[0][1]]
    columns = [find_column(cell) or Column.OTHER for cell in first] if head else [guess_column(cell) for cell in first]
    if head == 2:
        below = [find_column(cell) for cell in lines[rows[1][0] : rows[1][1]]]
        columns = [under or column for column, under in zip(columns, below, strict=True)]
    if Column.NAME not in columns:
        free = [place for place, column in enumerate(columns) if column in (Column.OTHER, Column.GROUP)]
        columns[free[0] if free else 0] = Column.NAME
    return tuple(columns)


def guess_column(cell: str) -> Column:
    """Return what a column holds, from a cell of its first row."""
    if read_number(cell) == 1:
        return Column.NUMBER
    return Column.VALUE if is_value(cell) else Column.OTHER


def is_complete(table: FlatTable, before: Group, row: Group) -> bool:
    """Whether a row has a cell for each column; one may be missing where a group spans it, or stands above it."""
    is_alone = row[1] - row[0] == 1 or before[1] - before[0] == 1
    return row[1] - row[0] == len(table.columns) or is_alone or table.group is not None


def add_row(lines: Sequence[str], table: FlatTable, before: Group, row: Group) -> None:
    """Add a row to a table, and before its own cells the line by itself that stands above it."""
    if row[1] - row[0] == 1:
        return
    alone = [(before[0], before[1])] if before[1] - before[0] == 1 else []
    cells: list[Cell] = [*alone, *((line, line + 1) for line in range(*row))]
    is_full = row[1] - row[0] == len(table.columns)
    group = 0 if alone else table.group if is_full else None
    columns = [column for column in table.columns if is_full or column is not Column.GROUP]
    place = columns.index(Column.NUMBER) if Column.NUMBER in columns else None
    printed = read_number(lines[row[0] + place]) if place is not None else 0
    last = table.rows[-1].number if table.rows else 0
    table.rows.append(FlatRow(printed or last + 1, tuple(cells), group))
