"""The bytes of a PDF → the paragraphs and tables in it, by the places of its characters and lines.

PDFium reads the file. What it makes of the text itself, its order, its blanks and its line ends, is not used, and
neither are the file's own tags, which few files have and many have wrong. No form, script or annotation is run or read.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import numpy as np
import pypdfium2.raw as pdfium
from pypdfium2.version import PDFIUM_INFO, PYPDFIUM_INFO

from scripts.model.vocabulary import Leaving
from scripts.problems import CorpusError
from scripts.read.clean.decode import CUT, MOST_BYTES
from scripts.read.extract.blocks import Block, Extraction
from scripts.read.extract.layout.document import read_pages
from scripts.read.extract.layout.page import Page, Ruling
from scripts.read.extract.pdf.characters import read_characters
from scripts.read.extract.pdf.drawn import Drawn, read_drawn
from scripts.read.extract.pdf.opening import OpenPage, count_annotations, count_besides, open_document, open_pages
from scripts.read.extract.pdf.runs import Written, read_written
from scripts.read.extract.pdf.turning import Box, turn_points, turned_size
from scripts.read.extract.side_by_side import read_side_by_side

MOST_CHARACTERS = MOST_BYTES // 2
UNKNOWN_SHARE = 0.02
"""Of so many characters the file may not say which they are."""
FEWEST_CHARACTERS = 20
"""Of a file whose pages are pictures there are at least so many characters a picture that make it a text."""
FEW_CURVES = 20
"""Of a page with more curves than that something is a drawing."""
NO_TEXT = "run OCR over them and check its text against the pictures, or find the text elsewhere"
NO_NAMES = "find the document as text or DOCX, or run OCR over its pages and check"
OCR = "the text from here on is an OCR layer under pictures of the pages; check it against the pictures"
PICTURE = "a page before this one is a picture, of which nothing is read; type what it says, or run OCR and check"


def read_pdf(data: bytes, path: str) -> Extraction:
    """Return the blocks of a PDF; they raise CorpusError, with what to do, where it has no text that can be read."""
    left_out: Counter[Leaving] = Counter()
    program = f"pdf 1, pypdfium2 {PYPDFIUM_INFO}, pdfium {PDFIUM_INFO}"
    return Extraction(read_blocks(data, path, left_out), program, left_out)


def read_blocks(data: bytes, path: str, left_out: Counter[Leaving]) -> Iterator[Block]:
    """Yield the blocks of a PDF, and count what is not in them."""
    with open_document(data, path) as document:
        count_besides(document, left_out)
        reading = Reading(path, left_out)
        count = pdfium.FPDF_GetPageCount(document)
        pages = [reading.add(leaf) for leaf in read_side_by_side(partial(read_leaves, document, path), count, path)]
    reading.refuse_unreadable()
    for kind in [kind for kind, count in left_out.items() if not count]:
        del left_out[kind]
    yield from read_pages(pages)


class Leaf(NamedTuple):
    """A page as it is read by itself."""

    page: Page
    characters: int
    unnamed: int
    """So many of them are of fonts that give other characters for those that they draw."""
    pictures: int
    is_ocr: bool
    """Whether its text is an OCR layer."""
    left_out: Counter[Leaving]


def read_leaves(document: "pdfium.FPDF_DOCUMENT", path: str, numbers: Iterable[int]) -> Iterator[Leaf]:
    """Yield the pages of these numbers; raise CorpusError where they have more text than a file may have."""
    characters = 0
    for opened in open_pages(document, numbers, path):
        leaf = read_leaf(opened)
        characters += leaf.characters
        refuse_long(characters, path)
        yield leaf


def read_leaf(opened: OpenPage) -> Leaf:
    """Return a page as it is read."""
    drawn = read_drawn(opened.page, seen_box(opened.page))
    written = read_written(read_characters(opened.text_page), drawn)
    left_out = written.left_out
    count_annotations(opened.page, left_out)
    left_out[Leaving.PICTURE] += drawn.pictures
    left_out[Leaving.DRAWING] += drawn.curves > FEW_CURVES
    page = make_page(written, drawn)
    return Leaf(page, written.characters, written.unnamed, drawn.pictures, written.is_ocr, left_out)


def refuse_long(characters: int, path: str) -> None:
    """Raise CorpusError for more characters than a text may have."""
    if characters > MOST_CHARACTERS:
        message = f"has more than {MOST_CHARACTERS:,} characters, and a text may not have so many; {CUT}"
        raise CorpusError(path, message, 0, "size")


@dataclass(slots=True)
class Reading:
    """What is known of a file's pages so far."""

    path: str
    left_out: Counter[Leaving]
    characters: int = 0
    unnamed: int = 0
    pages: int = 0
    pictures: int = 0
    """So many pages are nothing but pictures."""
    is_ocr: bool = False
    """Whether a page had an OCR layer for its text."""
    doubt: str = ""
    """What is unsure of the next page because of the one before it."""

    def add(self, leaf: Leaf) -> Page:
        """Return the next page, with what is unsure of it; raise CorpusError where the file has too much text."""
        self.left_out.update(leaf.left_out)
        self.characters += leaf.characters
        self.unnamed += leaf.unnamed
        refuse_long(self.characters, self.path)
        return leaf.page._replace(doubt=self.doubt_of(leaf))

    def doubt_of(self, leaf: Leaf) -> str:
        """Return what is unsure of a page, and keep whether it has no text."""
        self.pages += 1
        doubt, self.doubt = self.doubt, ""
        if not leaf.characters and leaf.pictures:
            self.pictures += 1
            self.doubt = PICTURE
        if leaf.is_ocr and not self.is_ocr:
            self.is_ocr, doubt = True, OCR
        return doubt

    def refuse_unreadable(self) -> None:
        """Raise CorpusError where the pages have no text, or none that the file names."""
        if self.characters < FEWEST_CHARACTERS * self.pictures or not self.characters:
            seen = f"{self.pictures} of its {self.pages} pages are pictures" if self.pictures else "its pages are empty"
            raise CorpusError(self.path, f"has no text: {seen}; {NO_TEXT}", 0, "file")
        unknown = self.left_out[Leaving.GLYPH] + self.unnamed
        if unknown > UNKNOWN_SHARE * self.characters:
            message = f"does not say which characters {unknown:,} of its {self.characters:,} are; {NO_NAMES}"
            raise CorpusError(self.path, message, 0, "file")


def seen_box(page: "pdfium.FPDF_PAGE") -> Box:
    """Return what of a page is seen."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    return Box(box.left, box.bottom, box.right, box.top)


def make_page(written: Written, drawn: Drawn) -> Page:
    """Return a page with its lines turned as its text is."""
    ends = np.array(drawn.lines, np.float64).reshape(-1, 2)
    places = turn_points(written.direction, drawn.box, ends).reshape(-1, 4)
    rulings = [Ruling(*place) for place in places.tolist()]
    margins = (written.slanting,) if written.slanting.strip() else ()
    return Page(*turned_size(written.direction, drawn.box), written.runs, rulings, margins)
