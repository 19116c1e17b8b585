"""The pages of a document → its blocks: paragraphs over column and page ends, tables, and what every page repeats."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from scripts.read.extract.blocks import Block, Paragraph, Place
from scripts.read.extract.layout.columns import Piece, find_columns, usual_gutters
from scripts.read.extract.layout.flow import Flow, Part, lines_of
from scripts.read.extract.layout.frames import Frames
from scripts.read.extract.layout.lines import Line, join_pieces
from scripts.read.extract.layout.margins import set_margins_apart
from scripts.read.extract.layout.page import Page
from scripts.read.extract.layout.sheets import Row, Sheet, make_sheet, row_text
from scripts.read.extract.layout.tables import RuledTable


def read_pages(pages: Iterable[Page]) -> Iterator[Block]:
    """Yield the blocks of pages, in the order in which they are read; all pages are looked at before the first."""
    sheets = [make_sheet(page) for page in pages]
    set_margins_apart(sheets)
    frames = Frames()
    pieces = [pieces_of(sheet) for sheet in sheets]
    gutters = usual_gutters(pieces)
    regions = [find_regions(find_columns(on, gutters), page, frames) for page, on in enumerate(pieces)]
    flow = Flow(frames)
    for page, sheet in enumerate(sheets):
        yield from (Paragraph(text, Place.MARGIN) for text in sheet.margins)
        yield from draw_rows(sheet.heads)
        doubt = sheet.doubt
        for block in flow.read(regions[page], page, sheet.width):
            yield block._replace(doubt=doubt or block.doubt) if block.place is Place.DOCUMENT else block
            doubt = "" if block.place is Place.DOCUMENT else doubt
        yield from draw_rows(sheet.feet)


def draw_rows(rows: Iterable[Row]) -> Iterator[Paragraph]:
    """Yield rows that every page repeats."""
    for row in rows:
        yield Paragraph(row_text(row), Place.MARGIN)


def pieces_of(sheet: Sheet) -> list[Piece]:
    """Return the pieces of a sheet's text."""
    return [*(piece for row in sheet.rows for piece in row), *sheet.tables]


def find_regions(columns: Iterable[Sequence[Piece]], page: int, frames: Frames) -> list[list[Part]]:
    """Return the parts of each column of a page, and keep from where to where its lines run."""
    found: list[list[Part]] = []
    for column in columns:
        ordered = sorted(column, key=lambda piece: piece.y1)
        parts: list[Part] = []
        for is_line, group in groupby(ordered, key=lambda piece: isinstance(piece, Line)):
            members = [*group]
            if is_line:
                parts.append(join_pieces(piece for piece in members if isinstance(piece, Line)))
            else:
                parts += [piece for piece in members if isinstance(piece, RuledTable)]
        found.append(parts)
    for parts in found:
        frames.add(page, lines_of(parts), is_split=len(found) > 1)
    return found
