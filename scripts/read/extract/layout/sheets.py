"""A page → its sheet: the pieces of its lines row by row, and its tables."""

from dataclasses import dataclass, field

from scripts.read.extract.layout.grids import find_grids
from scripts.read.extract.layout.lines import Line, find_pieces, make_line
from scripts.read.extract.layout.page import Page
from scripts.read.extract.layout.strokes import find_strokes
from scripts.read.extract.layout.tables import RuledTable, take_tables

Row = list[Line]
"""What stands side by side over the whole width of a page."""


@dataclass(slots=True)
class Sheet:
    """What a page says, and where."""

    width: float
    height: float
    rows: list[Row]
    """Those of the text, from the top; those in tables are not among them."""
    tables: list[RuledTable]
    margins: tuple[str, ...] = ()
    doubt: str = ""
    heads: list[Row] = field(default_factory=list)
    feet: list[Row] = field(default_factory=list)
    """What of its rows every page repeats, once that is known; from the top."""


def make_sheet(page: Page) -> Sheet:
    """Return a page's sheet."""
    runs = [run for run in page.runs if run.text.strip()]
    tables, others = take_tables(runs, find_grids(find_strokes(page.rulings)))
    return Sheet(page.width, page.height, find_pieces(others), tables, page.margins, page.doubt)


def row_text(row: Row) -> str:
    """Return the text of a row."""
    return row[0].text if len(row) == 1 else make_line(run for piece in row for run in piece.runs).text
