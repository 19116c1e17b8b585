"""The rows and cells of a `<table>` → a table of data, the lines of one that only lays out, or labels and values.

1. A table of particulars (索引号, 发文机关, 成文日期 …) becomes lines of a label and its value.
2. What says that it only lays out, has one column, or holds nearly all its words in one cell with many lines, is lines.
3. All else is a table, its cells placed as a browser places them. Columns in which no cell begins are none.
"""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from scripts.model.vocabulary import Leaving
from scripts.read.extract.blocks import Cell, Table
from scripts.read.extract.html.lines import Line, Page
from scripts.read.extract.html.particulars import labelled

Tree = etree._Element
MOST_COLUMNS, MOST_ROWS = 1_000, 65_534
"""So many a cell may span, in every browser."""
MOST_PLACES = 5_000_000
"""So many places a table may have, rows times columns; what has more is read line by line."""
GROUPS = {"thead": 0, "tbody": 1, "tfoot": 2}
"""The order in which a browser shows the parts of a table."""
LAYOUT_SHARE, LAYOUT_LINES = 0.6, 6
"""A cell with at least this share of a table's words, and so many lines, holds a part of a page."""
PROSE_LENGTH = 200
"""A line so long in a cell that has others beside it is no datum, where the table is not Word's own."""
# class="MsoNormalTable", MsoTableGrid: a table of a document that Word wrote
WORD_PATTERN = re.compile(r"\bMso\w*Table|\bMsoTableGrid|\bTableGrid", re.IGNORECASE)
WHOLE_PATTERN = re.compile(r"\s*(\d{1,6})")
LARGE_DOUBT = "begins a table of {rows:,} wide rows, which is read line by line; see whether it is one"


@dataclass(slots=True)
class OpenCell:
    """A cell while it is read."""

    element: Tree
    columns: int
    rows: int
    """So many it spans; 0 for all that follow in its part of the table."""
    lines: list[Line] = field(default_factory=list)
    place: int = 0
    """The column in which it begins."""

    def length(self) -> int:
        """Return how many characters it holds."""
        return sum(len(line.words()) for line in self.lines)


@dataclass(slots=True)
class OpenRow:
    """A row while it is read."""

    element: Tree
    group: int
    part: Tree | None
    """The `<tbody>` in which it stands, which no cell leaves."""
    cells: list[OpenCell] = field(default_factory=list)


@dataclass(slots=True)
class OpenTable:
    """A table while it is read."""

    element: Tree
    depth: int
    """How many pages and cells are open around it."""
    rows: list[OpenRow] = field(default_factory=list)
    caption: list[Line] = field(default_factory=list)
    part: Tree | None = None
    open: OpenCell | None = None
    seen: list[Tree] = field(default_factory=list)
    """The pictures and frames below the last lines of its cells."""

    def open_part(self, element: Tree, tag: str, left_out: Counter[Leaving]) -> Page | None:
        """Begin a part of the table; return where the lines of a cell or of its caption go."""
        if tag in GROUPS:
            self.part = element
            return None
        if tag == "tr":
            self.rows.append(OpenRow(element, self.group(), self.part))
            return None
        if tag != "caption":
            if not self.rows or (self.rows[-1].element is not element.getparent()):
                self.rows.append(OpenRow(element.getparent(), self.group(), self.part))  # type: ignore[arg-type]
            rows, columns = span(element, "rowspan"), max(span(element, "colspan"), 1)
            self.open = OpenCell(element, min(columns, MOST_COLUMNS), min(rows, MOST_ROWS))
            self.rows[-1].cells.append(self.open)
        return Page(left_out)

    def group(self) -> int:
        """Return the place of the part in which a row begins, in the order that is shown."""
        return GROUPS.get(str(self.part.tag), 1) if self.part is not None else 1

    def close_cell(self, page: Page) -> None:
        """End a cell, or the caption."""
        page.end_line(self.element if self.open is None else self.open.element)
        self.seen += page.seen
        if self.open is None:
            self.caption += page.lines
        else:
            self.open.lines = page.lines
        self.open = None

    def lines(self) -> list[Line]:
        """Return the lines of the table, or itself as one."""
        rows = [row for row in sorted(self.rows, key=lambda row: row.group) if row.cells]
        cells = [cell for row in rows for cell in row.cells if cell.lines]
        lines = labelled([cell.lines for row in rows for cell in row.cells])
        lines = lines or (self.data_lines(rows, cells) if self.is_data(rows, cells) else flat(cells))
        return [*self.caption, *lines]

    def is_data(self, rows: list[OpenRow], cells: list[OpenCell]) -> bool:
        """Whether the table is one of data, and does not only lay out the page."""
        if self.element.get("role", "").lower() in ("presentation", "none"):
            return False
        if max((sum(1 for cell in row.cells if cell.lines) for row in rows), default=0) <= 1:
            return False
        if any(line.table for cell in cells for line in cell.lines):
            return False
        if WORD_PATTERN.search(self.element.get("class", "")):
            return True
        largest = max(cells, key=OpenCell.length)
        is_part = len(largest.lines) >= LAYOUT_LINES or any(
            len(line.text) >= PROSE_LENGTH for line in largest.lines[:-1]
        )
        whole = sum(cell.length() for cell in cells)
        return not (is_part and largest.length() >= LAYOUT_SHARE * whole) and not any(
            line.is_heading and len(cell.lines) > LAYOUT_LINES for cell in cells for line in cell.lines
        )

    def data_lines(self, rows: list[OpenRow], cells: list[OpenCell]) -> list[Line]:
        """Return the table as one line, or its lines where it is too large."""
        places = len(rows) * max(sum(cell.columns for cell in row.cells) for row in rows)
        if places > MOST_PLACES:
            lines = flat(cells)
            lines[0].doubts.append(LARGE_DOUBT.format(rows=len(rows)))
            return lines
        place_cells(rows)
        columns = sorted({cell.place for row in rows for cell in row.cells})
        line = Line(self.element, table=Table(tuple(draw_row(row, columns) for row in rows)))
        for inner in (inner for cell in cells for inner in cell.lines):
            line.linked += inner.linked
            line.files += inner.files
            line.doubts += [doubt for doubt in inner.doubts if doubt not in line.doubts]
            line.seen += inner.seen
        return [line]


def place_cells(rows: list[OpenRow]) -> None:
    """Give every cell of the rows its column, and the rows that it spans, as a browser does."""
    free: dict[int, int] = {}  # for each column the first row in which it is free
    last = ends(rows)
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while free.get(column, 0) > number:
                column += 1
            width = 1
            while width < cell.columns and free.get(column + width, 0) <= number:
                width += 1
            rest = last[number] - number
            cell.place, cell.columns, cell.rows = column, width, min(cell.rows or rest, rest)
            if cell.rows > 1:
                free |= dict.fromkeys(range(column, column + width), number + cell.rows)
            column += width


def ends(rows: list[OpenRow]) -> list[int]:
    """Return for each row the one behind the last of its part of the table."""
    last = [len(rows)] * len(rows)
    for number in reversed(range(len(rows) - 1)):
        last[number] = last[number + 1] if rows[number].part is rows[number + 1].part else number + 1
    return last


def draw_row(row: OpenRow, columns: list[int]) -> tuple[Cell, ...]:
    """Return the cells of a row; of the columns only those count in which a cell begins."""
    return tuple(
        Cell(
            tuple(line.text for line in cell.lines),
            cell.rows,
            bisect_left(columns, cell.place + cell.columns) - bisect_left(columns, cell.place),
        )
        for cell in row.cells
    )


def flat(cells: list[OpenCell]) -> list[Line]:
    """Return the lines of cells one after the other."""
    return [line for cell in cells for line in cell.lines]


def span(element: Tree, name: str) -> int:
    """Return how many rows or columns a cell says that it spans."""
    match = WHOLE_PATTERN.match(element.get(name) or "1")
    return int(match[1]) if match else 1
