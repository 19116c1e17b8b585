"""The pages of a document → its blocks: paragraphs over column and page ends, tables, and what every page repeats."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from scripts.read.extract.blocks import Block, Paragraph, Place, Table
from scripts.read.extract.layout.columns import Piece, find_columns, usual_gutters
from scripts.read.extract.layout.frames import Frames
from scripts.read.extract.layout.joining import needs_blank
from scripts.read.extract.layout.lines import Line, join_pieces
from scripts.read.extract.layout.margins import set_margins_apart
from scripts.read.extract.layout.page import Page
from scripts.read.extract.layout.paragraphs import (
    INDENT,
    Frame,
    Text,
    ends_full,
    ends_sentence,
    find_paragraphs,
    may_follow,
)
from scripts.read.extract.layout.repeated_rows import Tables
from scripts.read.extract.layout.sheets import Row, Sheet, make_sheet, row_text
from scripts.read.extract.layout.tables import RuledTable

UNKNOWN = "the file does not say which character stands at �; look at the page, and mend it by an emendation"
# A character that nobody names, or each font as it likes
UNKNOWN_PATTERN = re.compile("[\ufffd\ue000-\uf8ff]")


def read_pages(pages: Iterable[Page]) -> Iterator[Block]:
    """Yield the blocks of pages, in the order in which they are read; all pages are looked at before the first."""
    sheets = [make_sheet(page) for page in pages]
    set_margins_apart(sheets)
    frames = Frames()
    pieces = [pieces_of(sheet) for sheet in sheets]
    gutters = usual_gutters(pieces)
    regions = [[*find_regions(find_columns(on, gutters), page, frames)] for page, on in enumerate(pieces)]
    flow = Flow()
    for page, sheet in enumerate(sheets):
        yield from (Paragraph(text, Place.MARGIN) for text in sheet.margins)
        yield from draw_rows(sheet.heads)
        doubt = sheet.doubt
        for block in flow.read(regions[page], page, frames):
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


def find_regions(
    columns: Iterable[Sequence[Piece]], page: int, frames: Frames
) -> Iterator[list[list[Line] | RuledTable]]:
    """Yield the parts of each column of a page, and keep from where to where its lines run."""
    for column in columns:
        ordered = sorted(column, key=lambda piece: piece.y1)
        parts: list[list[Line] | RuledTable] = []
        for is_line, group in groupby(ordered, key=lambda piece: isinstance(piece, Line)):
            members = [*group]
            if is_line:
                parts.append(join_pieces(piece for piece in members if isinstance(piece, Line)))
            else:
                parts += [piece for piece in members if isinstance(piece, RuledTable)]
        frames.add(page, [line for part in parts if isinstance(part, list) for line in part])
        yield parts


class Flow:
    """The text as it runs from column to column and from page to page."""

    def __init__(self) -> None:
        self.last: tuple[Text, Frame] | None = None
        """The last paragraph, where nothing but margins stands behind it."""
        self.tables = Tables()

    def read(
        self, regions: Sequence[list[list[Line] | RuledTable]], page: int, frames: Frames
    ) -> Iterator[Paragraph | Table]:
        """Yield the blocks of a page's regions."""
        for parts in regions:
            lines = [line for part in parts if isinstance(part, list) for line in part]
            frame = frames.frame_of(page, lines)
            for part in parts:
                if isinstance(part, RuledTable):
                    self.last = None
                    yield from self.tables.read(part)
                else:
                    self.tables.end()
                    yield from self.read_lines(part, frame)

    def read_lines(self, lines: Sequence[Line], frame: Frame) -> Iterator[Paragraph]:
        """Yield the paragraphs of lines; the first may go on with what stands before them."""
        for place, text in enumerate(find_paragraphs(lines, frame)):
            goes_on = place == 0 and self.is_open(text, lines, frame)
            yield Paragraph(text.text, Place.DOCUMENT, goes_on, text.doubt or doubt_of(text.text))
            self.last = text, frame

    def is_open(self, text: Text, lines: Sequence[Line], frame: Frame) -> bool:
        """Whether the last paragraph goes on with these lines."""
        if self.last is None:
            return False
        begun, column = self.last
        shift = column.x0 - frame.x0
        moved = [line._replace(x0=line.x0 + shift, x1=line.x1 + shift) for line in lines[:2]]
        after = moved[1] if len(moved) > 1 else None
        if begun.lines[0].x0 - column.x0 < INDENT * begun.lines[0].size and ends_sentence(begun.lines[-1]):
            return False  # without indents, a paragraph that is full ends so too
        if needs_blank(begun.text, text.text, is_full=ends_full(begun.lines[-1], column)):
            return False
        return may_follow(begun.lines, moved[0], after, column)


def doubt_of(text: str) -> str:
    """Return what is unsure of a text of which the file does not name every character."""
    return UNKNOWN if UNKNOWN_PATTERN.search(text) else ""
