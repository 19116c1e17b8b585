"""The columns of a document in order → its paragraphs and tables; what goes on in the next column is one paragraph."""

import re
from collections.abc import Iterable, Iterator, Sequence

from scripts.read.extract.blocks import Paragraph, Place, Table
from scripts.read.extract.layout.frames import Frames
from scripts.read.extract.layout.joining import needs_blank
from scripts.read.extract.layout.lines import Line
from scripts.read.extract.layout.paragraphs import (
    INDENT,
    Frame,
    Text,
    ends_sentence,
    find_ending,
    find_paragraphs,
    may_follow,
)
from scripts.read.extract.layout.repeated_rows import Tables
from scripts.read.extract.layout.tables import RuledTable, row_text

Part = list[Line] | RuledTable
"""What stands in a column: lines, or a table between them."""
UNKNOWN = "the file does not say which character stands at a sign of this line; look at the page, and mend it"
RENAMED = "letters of this line are named as rare Han characters by their font; look at the page, and mend them"
# A character that nobody names, or each font as it likes
UNKNOWN_PATTERN = re.compile("[\ufffd\ue000-\uf8ff]")
# 犌犅／犜 for GB/T: how a program for standards and journals names slanted letters, A–Z and a–z
RENAMED_PATTERN = re.compile(
    "[犃犅犆犇犈犉犌犎犐犑犓犔犕犖犗犘犙犚犛犜犝犞犠犡犢犣犪犫犮犱犲犳犵犺犻犼犽犾犿狀狅狆狇狉狊狋狌狏狑狓狔狕]{2}"
)


class Flow:
    """The text as it runs from column to column and from page to page."""

    def __init__(self, frames: Frames) -> None:
        self.frames = frames
        self.last: tuple[Text, Frame] | None = None
        """The last paragraph, where nothing but margins stands behind it."""
        self.is_indented = False
        """Whether its first line is."""
        self.tables = Tables()

    def read(self, columns: Sequence[Sequence[Part]], page: int, width: float) -> Iterator[Paragraph | Table]:
        """Yield the blocks of the columns of a page that is so wide."""
        for parts in columns:
            frame = self.frames.frame_of(page, lines_of(parts), width if len(columns) == 1 else None)
            for part in parts:
                if isinstance(part, RuledTable):
                    self.last = None
                    yield from map(with_doubt, self.tables.read(part))
                else:
                    self.tables.end()
                    yield from self.read_lines(part, frame)

    def read_lines(self, lines: Sequence[Line], frame: Frame) -> Iterator[Paragraph]:
        """Yield the paragraphs of lines; the first may go on with what stands before them."""
        for place, text in enumerate(find_paragraphs(lines, frame)):
            goes_on = place == 0 and self.is_open(text, lines, frame)
            if not goes_on:
                self.is_indented = text.lines[0].x0 - frame.x0 > INDENT * text.lines[0].size
            yield Paragraph(text.text, Place.DOCUMENT, goes_on, text.doubt or doubt_of(text.text))
            self.last = text, frame

    def is_open(self, text: Text, lines: Sequence[Line], frame: Frame) -> bool:
        """Whether the last paragraph goes on with these lines."""
        if self.last is None:
            return False
        begun, column = self.last
        if not self.is_indented and ends_sentence(begun.lines[-1]):
            return False  # without indents, a paragraph that ends with a full line ends so too
        if needs_blank(begun.text, text.text, find_ending(begun.lines[-1], column)):
            return False
        shift = column.x0 - frame.x0
        moved = [line._replace(x0=line.x0 + shift, x1=line.x1 + shift) for line in lines[:2]]
        return may_follow(begun.lines, moved[0], moved[1] if len(moved) > 1 else None, column)


def lines_of(parts: Iterable[Part]) -> list[Line]:
    """Return the lines of a column, without its tables."""
    return [line for part in parts if isinstance(part, list) for line in part]


def with_doubt(block: Paragraph | Table) -> Paragraph | Table:
    """Return a table with what is unsure of its words; else the block as it is."""
    if isinstance(block, Paragraph):
        return block
    return block._replace(doubt=doubt_of("\n".join(map(row_text, block.rows))))


def doubt_of(text: str) -> str:
    """Return what is unsure of a text of which the file does not name every character."""
    if UNKNOWN_PATTERN.search(text):
        return UNKNOWN
    return RENAMED if RENAMED_PATTERN.search(text) else ""
