"""The sheets of a workbook, as LibreOffice writes them in HTML → the lines around each table, and the table.

A cell stands there as it is shown, 95% and 2021年3月1日; what is merged spans; hidden rows and sheets are not there.
Rows and columns without words are no part of a table. A title above it and a note below it, alone in their rows, are
lines.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from lxml import etree

from scripts.model.vocabulary import Leaving
from scripts.problems import CorpusError
from scripts.read.extract.blocks import Block, Cell, Paragraph, Table

Element = etree._Element
# Sheet1, 工作表2: the name that a program gave
GIVEN_NAME_PATTERN = re.compile(r"(?:sheet|工作表|表)\s?\d*", re.IGNORECASE)
# #table2: of a sheet that is shown; between their numbers are those that are hidden
SHEET_PATTERN = re.compile(r"#?table(?P<number>\d{1,6})")
BLANKS = " \t\r\n\u3000\u00a0"
LINE_END = "\u2028"
"""Stands for one that is shown; any other is a blank."""
MOST_PLACES = 2_000_000
"""So many places the cells of all sheets take at most."""


@dataclass(slots=True, eq=False)
class Own:
    """A cell, while it is not known how much of it remains."""

    paragraphs: tuple[str, ...]
    rows: int
    columns: int


@dataclass(slots=True)
class Grid:
    """The places of a sheet, by row and column."""

    places: dict[tuple[int, int], Own] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    """Those in which a cell with words begins."""
    columns: list[int] = field(default_factory=list)

    def cells(self, row: int) -> Iterator[tuple[int, Own | None]]:
        """Yield the cell at every column of a row."""
        for column in self.columns:
            yield column, self.places.get((row, column))


def read_sheets(data: bytes, path: str, left_out: Counter[Leaving]) -> Iterator[Block]:
    """Yield what the sheets of a workbook hold, and count what of them is not read."""
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True))
    left_out[Leaving.COMMENT] = sum(1 for _ in root.iter("comment"))
    left_out[Leaving.PICTURE] = sum(1 for _ in root.iter("img"))
    left_out[Leaving.HIDDEN] = count_hidden(root)
    for leaving in [leaving for leaving, times in left_out.items() if not times]:
        del left_out[leaving]
    sheets = [(name, grid) for name, table in named_tables(root) if (grid := read_grid(table, path)).rows]
    for name, grid in sheets:
        if len(sheets) > 1 and not GIVEN_NAME_PATTERN.fullmatch(name):
            yield Paragraph(name)
        yield from draw_grid(grid)


def count_hidden(root: Element) -> int:
    """Return how many sheets stand before and between those that are shown, and are not."""
    found = (SHEET_PATTERN.fullmatch(anchor.get("name", "")) for anchor in root.iter("a"))
    numbers = {int(match["number"]) for match in found if match}
    return max(numbers) + 1 - len(numbers) if numbers else 0


def named_tables(root: Element) -> Iterator[tuple[str, Element]]:
    """Yield the tables of a page, each with the name of its sheet."""
    name = ""
    for element in root.iter("em", "table"):
        if element.tag == "em":
            name = "".join(map(str, element.itertext())).strip()
        else:
            yield name, element


def read_grid(table: Element, path: str) -> Grid:
    """Return the cells of a table by their places."""
    grid, begun = Grid(), set[tuple[int, int]]()
    for row, line in enumerate(table.iter("tr")):
        column = 0
        for element in line.iterchildren("td", "th"):
            while (row, column) in grid.places:
                column += 1
            own = read_cell(element)
            if len(grid.places) + own.rows * own.columns > MOST_PLACES:
                raise CorpusError(path, f"has more than {MOST_PLACES:,} cells; give the part that is a text", 0, "size")
            grid.places |= dict.fromkeys(product(range(row, row + own.rows), range(column, column + own.columns)), own)
            if own.paragraphs:
                begun.add((row, column))
            column += own.columns
    grid.rows, grid.columns = sorted({row for row, _ in begun}), sorted({column for _, column in begun})
    return grid


def read_cell(element: Element) -> Own:
    """Return a cell, every line of it a paragraph."""
    for other in list(element.iter("comment", "img")):
        other.clear(keep_tail=True)
    for line_end in element.iter("br"):
        line_end.text = LINE_END
    lines = "".join(map(str, element.itertext())).replace("\n", " ").split(LINE_END)
    rows, columns = (max(1, int(element.get(name, "1"))) for name in ("rowspan", "colspan"))
    return Own(tuple(text for line in lines if (text := line.strip(BLANKS))), rows, columns)


def draw_grid(grid: Grid) -> Iterator[Block]:
    """Yield the lines above a table, the table, and the lines below."""
    alone = [is_alone(grid, row) for row in grid.rows]
    first = alone.index(False) if False in alone else len(alone)
    last = len(alone) - alone[::-1].index(False) if False in alone else first
    yield from lines_of(grid, grid.rows[:first])
    rows = grid.rows[first:last]
    if rows:
        yield Table(tuple(tuple(draw_row(grid, rows, place)) for place in range(len(rows))))
    yield from lines_of(grid, grid.rows[last:])


def is_alone(grid: Grid, row: int) -> bool:
    """Whether the only words of a row are those of one cell, which stands in no other row."""
    worded = {own for _, own in grid.cells(row) if own is not None and own.paragraphs}
    return len(worded) == 1 and all(own.rows == 1 for own in worded)


def lines_of(grid: Grid, rows: list[int]) -> Iterator[Paragraph]:
    """Yield the words of rows that have but one cell with words."""
    for row in rows:
        owns = dict.fromkeys(own for _, own in grid.cells(row) if own is not None)
        yield from (Paragraph(text) for own in owns for text in own.paragraphs)


def draw_row(grid: Grid, rows: list[int], place: int) -> Iterator[Cell]:
    """Yield the cells that begin in a row, with what they span of the rows and columns that remain."""
    above = rows[place - 1] if place else None
    owns = list(grid.cells(rows[place]))
    widths = Counter(own for _, own in owns)
    drawn = set[Own]()
    for column, own in owns:
        if own is None:
            yield Cell(())
        elif own not in drawn:
            drawn.add(own)
            if above is None or grid.places.get((above, column)) is not own:
                below = rows[place : place + own.rows]
                height = sum(grid.places.get((row, column)) is own for row in below)
                yield Cell(own.paragraphs, height, widths[own])
