"""Tables of a text, with the cells that span several rows, however they were flattened before each cell had its line.

1. Rows whose cells are known to belong together (`cell_rows.py`).
2. Lines below words of a head, or in rows that begin with 1, 2, 3 … (`flat_tables.py`).
3. Cells for names that begin with their numbers (`numbered_rows.py`).

What is behind a table, and what could be one in two ways, are lines as any other.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from types import MappingProxyType

from scripts.read.structure.cell_rows import find_printed
from scripts.read.structure.exact_tables import PlacedTable
from scripts.read.structure.flat_tables import FlatRow, FlatTable, find_flat
from scripts.read.structure.lines import Line, NamedLines
from scripts.read.structure.numbered_rows import NUMBERED_PATTERN, find_numbered
from scripts.read.structure.printed import SomeLines, settled_of
from scripts.read.structure.table import Cell, Row, Span, Table
from scripts.read.structure.table_heads import may_begin
from scripts.text.cells import HEAD_LENGTH, Column
from scripts.text.lines import TextLines

CAPTION_LENGTH = 40
UNIT_WORDS = ("单位：", "单位:", "（单位", "(单位", "單位")
"""What begins a line between a caption and a table that is no caption."""
NONE_KNOWN: Mapping[int, PlacedTable] = MappingProxyType({})


def find_tables(
    text: str, lines: Sequence[Line], cell_starts: Sequence[int] = (), known: Mapping[int, PlacedTable] = NONE_KNOWN
) -> Iterator[Table]:
    """Yield the tables among the lines, in their order.

    At `cell_starts` lines begin that go on with a row; `known` are tables that need not be told by their words, by
    where they begin.
    """
    words = words_of(text, lines)
    goes_on = marked(words, cell_starts)
    has_settled = bool(settled_of(lines))
    index, after = 0, 0
    while index < len(words):
        placed_table = known.get(words.starts[index])
        if placed_table:
            table: Table | None = known_table(words, lines, placed_table, index, after)
        else:
            table = table_at(text, words, lines, goes_on, index, after)
        if table and (placed_table or not (has_settled and holds_settled(lines, table))):
            yield table
            index = after = table.after
        else:
            index += 1


def find_between(
    text: str,
    lines: Sequence[Line],
    breaks: Sequence[int],
    cell_starts: Sequence[int] = (),
    known: Mapping[int, PlacedTable] = NONE_KNOWN,
) -> Iterator[Table]:
    """Yield the tables among the lines, as `find_tables` does; none goes on with a line that begins at a break."""
    places = sorted({bisect_left(lines, start, key=attrgetter("start")) for start in breaks})
    for first, after in pairwise([0, *(place for place in places if 0 < place < len(lines)), len(lines)]):
        for table in find_tables(text, SomeLines(lines, first, after), cell_starts, known):
            yield replace(table, first=table.first + first, after=table.after + first)


def holds_settled(lines: Sequence[Line], table: Table) -> bool:
    """Whether of any of a table's lines it is known what it is: a cell of another, or text."""
    return any(lines[place].is_settled for place in range(table.first, table.after))


def known_table(words: TextLines, lines: Sequence[Line], table: PlacedTable, index: int, after: int) -> Table:
    """Return a table that is known, with its caption; `after` is the line after the table before it."""
    end = bisect_left(words.starts, table.end)
    caption = caption_above(words, lines, index, after)
    first = index if caption is None else caption
    return table.table(words.text, (first, end), None if caption is None else span_of(words, caption))


def caption_above(words: TextLines, lines: Sequence[Line], first: int, after: int) -> int | None:
    """Return the line above a table if that is its caption."""
    caption = first - 1
    return caption if caption >= max(after, 1) and is_caption(words[caption], lines[caption]) else None


def words_of(text: str, lines: Sequence[Line]) -> TextLines:
    """Return the words of lines in a row, where they stand in a text."""
    first, after = 0, len(lines)
    if isinstance(lines, SomeLines):
        first, after, lines = lines.places.start, lines.places.stop, lines.lines
    if isinstance(lines, NamedLines):
        return TextLines(text, lines.lines.starts[first : after + 1])
    starts = [line.start for line in lines[first:after]]
    return TextLines(text, array("i", [*starts, lines[after - 1].end + 1] if starts else [0]))


def marked(words: TextLines, cell_starts: Sequence[int]) -> bytearray:
    """Return a 1 for each line that goes on with the row of the line before it."""
    goes_on, line = bytearray(len(words)), 0
    first, after = (bisect_left(cell_starts, words.starts[place]) for place in (0, -1))
    for start in cell_starts[first:after]:
        line = bisect_left(words.starts, start, line)
        goes_on[line] = words.starts[line] == start
    return goes_on


def table_at(
    text: str, words: TextLines, lines: Sequence[Line], goes_on: bytearray, index: int, after: int
) -> Table | None:
    """Return the table whose head or first row begins at this line; `after` is the line after the one before it."""
    if goes_on.find(1, index + 1, index + 2) >= 0:
        printed = find_printed(words, goes_on, index)
        return placed(words, lines, printed, after) if printed else None
    start = words.starts[index]
    flat = None
    if words.starts[index + 1] - start <= HEAD_LENGTH and may_begin(words, index):
        flat = find_flat(words, index)
    if flat and all(last == first + 1 for first, last in flat.cells()):
        return placed(words, lines, flat, after)
    return find_numbered(text, lines, index) if text.startswith("1", start) else None


def placed(words: TextLines, lines: Sequence[Line], flat: FlatTable, after: int) -> Table:
    """Return a table with the places of its cells in the text, and with its caption, if the line before it is one."""
    caption = caption_above(words, lines, flat.first, after)
    return Table(
        flat.first if caption is None else caption,
        flat.after,
        None if caption is None else span_of(words, caption),
        tuple(Cell(*span_of(words, line)) for line, _ in flat.head),
        tuple(placed_rows(words, flat)),
    )


def span_of(words: TextLines, line: int) -> Span:
    """Return where a line stands in the text."""
    return words.starts[line], words.starts[line + 1] - 1


def is_caption(text: str, line: Line) -> bool:
    """Whether the line before a table is its caption: unnumbered, and neither sentence nor lead."""
    return (
        line.kind is None
        and not line.is_settled
        and 0 < len(text) <= CAPTION_LENGTH
        and "。" not in text
        and text[-1] not in "，,；;：:、"
        and not text.startswith(UNIT_WORDS)
    )


def placed_rows(words: TextLines, flat: FlatTable) -> Iterator[Row]:
    """Yield the rows with the places of their cells, and how many rows those of groups span."""
    groups = [place for place, row in enumerate(flat.rows) if row.group is not None]
    ends = dict(zip(groups, [*groups[1:], len(flat.rows)], strict=False))
    for place, row in enumerate(flat.rows):
        spans = [ends[place] - place if cell == row.group else 1 for cell in range(len(row.cells))]
        cells = tuple(Cell(*span_of(words, line), rows) for (line, _), rows in zip(row.cells, spans, strict=True))
        yield named_row(words.text, flat, row, cells)


def named_row(text: str, flat: FlatTable, row: FlatRow, cells: tuple[Cell, ...]) -> Row:
    """Return a row with the places of its number and its name, which may stand in one cell."""
    is_full = len(cells) >= len(flat.columns)
    columns = [column for column in flat.columns if is_full or column is not Column.GROUP]
    own = cells[len(cells) - len(columns) :]
    name = own[columns.index(Column.NAME)]
    if Column.NUMBER in columns:
        number = own[columns.index(Column.NUMBER)]
        return Row(row.number, (number.start, number.end), (name.start, name.end), cells)
    inside = NUMBERED_PATTERN.fullmatch(text, name.start, name.end)
    if inside and int(inside["number"]) == row.number:
        return Row(row.number, inside.span("label"), inside.span("name"), cells)
    return Row(row.number, (name.start, name.start), (name.start, name.end), cells)
