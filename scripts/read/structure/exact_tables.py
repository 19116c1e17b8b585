"""The tables of an extracted source → where their cells stand in the clean text, and the head and rows that they make.

Each cell has a line of its own there. A table of which that does not hold any more, after the editors' hand, is lines
as any other; so is one of a single column.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scripts.model.edits import TextPlaces
from scripts.model.policy import Edit
from scripts.read.structure import exact_heads
from scripts.read.structure.table import Cell, Row, Span, Table
from scripts.text.cells import Column, find_column, is_empty, read_number
from scripts.text.exact_tables import ExactCell, ExactTable
from scripts.text.lines import TextLines

FEWEST_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table of the clean text: the places of its lines there, and its rows of cells, each with its line's span."""

    start: int
    end: int
    rows: tuple[tuple[ExactCell, ...], ...]
    width: int

    def cell_starts(self) -> Iterator[int]:
        """Yield where its lines begin."""
        return (cell.start for row in self.rows for cell in row)

    def table(self, text: str, lines: Span, caption: Span | None) -> Table:
        """Return its head and rows; `lines` are its first line, that of the caption too, and the line after it."""
        words = [[exact_heads.Cell(text[cell.start : cell.end], *cell[2:]) for cell in row] for row in self.rows]
        head = exact_heads.head_length(words, self.width)
        columns = [find_column(leaf) for leaf in exact_heads.leaves_of(words[:head], self.width)]
        rows = tuple(numbered(text, self.rows[head:], columns))
        return Table(*lines, caption, tuple(as_cell(cell) for row in self.rows[:head] for cell in row), rows)


def place_tables(text: str, tables: Iterable[ExactTable], edits: Sequence[Edit]) -> Iterator[PlacedTable]:
    """Yield the tables that stand in a clean text, in their order."""
    lines, places = TextLines(text), TextPlaces(edits)
    indices: dict[int, int] = {}
    for table in tables:
        if table.width < FEWEST_COLUMNS:
            continue
        if not indices:
            indices = {start: index for index, start in enumerate(lines.starts)}
        rows = place_rows(lines, indices, places, table)
        if rows:
            yield PlacedTable(rows[0][0].start, rows[-1][-1].end, rows, table.width)


def place_rows(
    lines: TextLines, indices: dict[int, int], places: TextPlaces, table: ExactTable
) -> tuple[tuple[ExactCell, ...], ...]:
    """Return a table's rows with the spans of their lines; none where not every cell has its own."""
    rows, before = list[tuple[ExactCell, ...]](), None
    for row in table.rows:
        if not row.cells:
            continue
        first, end = indices.get(places.text_place(row.start)), places.text_place(row.end)
        after = first + len(row.cells) if first is not None else 0
        if first is None or before not in (None, first) or after >= len(lines.starts) or lines.starts[after] != end + 1:
            return ()
        starts = lines.starts[first : after + 1]
        rows.append(
            tuple(cell._replace(start=a, end=b - 1) for cell, (a, b) in zip(row.cells, pairwise(starts), strict=True))
        )
        before = after
    return tuple(rows)


def numbered(text: str, rows: Sequence[Sequence[ExactCell]], columns: Sequence[Column | None]) -> Iterator[Row]:
    """Yield the rows with their numbers: those that a column prints, else their places."""
    place = columns.index(Column.NUMBER) if Column.NUMBER in columns else None
    own = [next((cell for cell in row if cell.column == place), None) for row in rows]
    printed = [read_number(text[cell.start : cell.end]) if cell and cell.columns == 1 else 0 for cell in own]
    numbers = numbers_of(printed, [cell is not None for cell in own])
    for row, cell, value, number in zip(rows, own, printed, numbers, strict=True):
        name = name_of(text, row, columns, cell if value else None)
        label = (cell.start, cell.end) if cell and value else (name.start, name.start)
        yield Row(number, label, (name.start, name.end), tuple(map(as_cell, row)))


def numbers_of(printed: Sequence[int], begins: Sequence[bool]) -> Iterator[int]:
    """Yield the number of each row, printed or 0, of which it is said whether a cell of its own stands in that column.

    A row into which the number above reaches bears the same; one behind the last number, the next. Where a row before
    that prints something else (安全, above 1 and 2), all have their places.

    >>> [*numbers_of([5, 0, 6, 0], [True, False, True, True])], [*numbers_of([0, 1, 2], [True, True, True])]
    ([5, 5, 6, 7], [1, 2, 3])
    """
    last, after = 0, max((place for place, number in enumerate(printed, 1) if number), default=0)
    is_whole = after and printed[0] and all(printed[place] or not begins[place] for place in range(after))
    for place, number in enumerate(printed):
        last = (number or last + begins[place]) if is_whole else place + 1
        yield last


def name_of(
    text: str, row: Sequence[ExactCell], columns: Sequence[Column | None], number: ExactCell | None
) -> ExactCell:
    """Return the cell that names a row: that in the column of names, or the first with words behind its number."""
    others = [cell for cell in row if cell is not number]
    named = (cell for cell in others if columns and columns[cell.column] is Column.NAME)
    worded = (cell for cell in others if not is_empty(text[cell.start : cell.end]))
    return next(named, None) or next(worded, None) or row[0]


def as_cell(cell: ExactCell) -> Cell:
    """Return a cell with what it spans."""
    return Cell(cell.start, cell.end, cell.rows, cell.columns)
