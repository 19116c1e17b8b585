"""Paragraphs and tables → the extracted text, and the lines of it of which a reader is unsure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from scripts.read.extract.blocks import Block, Paragraph, Place, Table
from scripts.text.signs import ABOVE, AROUND, CELL_END, CELL_LINE, LEFT, MARGIN, SIGNS

PLAIN = str.maketrans(dict.fromkeys("\t\r\n\v\f\x85\u2028\u2029", " ") | dict.fromkeys(SIGNS, "\ufffd"))
"""What a paragraph may not hold: line ends, and the signs that say more than a character."""
PLAIN_PATTERN = re.compile(f"[{''.join(map(chr, PLAIN))}]")  # what of it a text has; not: 一、目标


@dataclass(slots=True)
class Drawing:
    """A text as it is drawn, block by block."""

    pieces: list[str] = field(default_factory=list)
    doubts: list[tuple[int, str]] = field(default_factory=list)
    """Lines, from 1, with what is unsure there."""
    line: int = 1
    margins: list[str] = field(default_factory=list)
    """Those since the last paragraph of the document."""
    after_table: bool = False

    def add(self, block: Block) -> None:
        """Draw one block."""
        if isinstance(block, Table):
            self.begin_line(apart=self.after_table)
            self.note(block.doubt)
            self.write("\n".join(draw_rows(block)))
        elif block.place is Place.MARGIN:
            self.margins.append(f"{MARGIN.opening}{plain(block.text)}{MARGIN.closing}")
            return
        else:
            self.add_paragraph(block)
        self.after_table = isinstance(block, Table)

    def add_paragraph(self, block: Paragraph) -> None:
        """Draw a paragraph of the document, on the line of the last where it goes on with it."""
        if block.goes_on and self.pieces and not self.after_table:
            self.write("".join(self.margins))
            self.margins.clear()
        else:
            self.begin_line()
        self.note(block.doubt)
        self.write(plain(block.text).strip())

    def add_line(self, text: str) -> None:
        """Draw a line as it is."""
        self.begin_line()
        self.write(text)
        self.after_table = False

    def begin_line(self, *, apart: bool = False) -> None:
        """End the last line, and put what waits of the margins on lines of their own."""
        waiting = [*self.margins, *[""] * (apart and not self.margins)]
        self.margins.clear()
        for text in [*waiting, ""]:
            self.write("\n" * bool(self.pieces))
            self.write(text)

    def note(self, doubt: str) -> None:
        """Keep what is unsure of the line that begins."""
        if doubt:
            self.doubts.append((self.line, doubt))

    def write(self, text: str) -> None:
        """Write a piece of the text."""
        if text:
            self.pieces.append(text)
            self.line += text.count("\n")


def draw(blocks: Iterable[Block]) -> tuple[str, list[tuple[int, str]]]:
    r"""Return the text of blocks, and its lines of which something is unsure.

    >>> draw([Paragraph("一、目标"), Paragraph("— 1 —", Place.MARGIN), Paragraph("提升质量。", goes_on=True)])[0]
    '一、目标⟦— 1 —⟧提升质量。\n'
    """
    drawing = Drawing()
    for is_around, group in groupby(filter(has_words, blocks), key=lambda block: block.place is Place.AROUND):
        if is_around:
            drawing.add_line(AROUND.opening)
        for block in group:
            drawing.add(block)
        if is_around:
            drawing.add_line(AROUND.closing)
    drawing.begin_line()
    return "".join(drawing.pieces).rstrip("\n") + "\n", drawing.doubts


def has_words(block: Block) -> bool:
    """Whether a block has anything to draw."""
    return bool(block.rows) if isinstance(block, Table) else bool(block.text.strip())


def draw_rows(table: Table) -> Iterator[str]:
    r"""Yield a table's rows, each a line with a cell for every column.

    >>> from scripts.read.extract.blocks import Cell
    >>> head = (Cell(("指标",), rows=2), Cell(("目标",), columns=2))
    >>> list(draw_rows(Table((head, (Cell(("2020年",)), Cell(("2025年",)))))))
    ['指标\t目标\t⇠', '⇡\t2020年\t2025年']
    """
    below: dict[int, int] = {}  # for each column how many more rows a cell above takes
    for row in table.rows:
        cells, drawn = [*row], list[str]()
        while below.get(len(drawn)) or cells:
            place = len(drawn)
            if below.get(place):
                drawn.append(ABOVE)
                below[place] -= 1
                continue
            cell = cells.pop(0)
            drawn += [plain_cell(cell.paragraphs), *[LEFT] * (cell.columns - 1)]
            below |= dict.fromkeys(range(place, place + cell.columns), cell.rows - 1)
        yield CELL_END.join(drawn)


def plain_cell(paragraphs: Iterable[str]) -> str:
    """Return a cell's paragraphs on one line."""
    return CELL_LINE.join(text for paragraph in paragraphs if (text := plain(paragraph).strip()))


def plain(text: str) -> str:
    """Return a paragraph without what would say more than its words."""
    return text.translate(PLAIN) if PLAIN_PATTERN.search(text) else text
