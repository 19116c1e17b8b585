"""The pages of an OFD's document → pages to be laid out: runs of text and rulings; what else they show is counted.

A scan may have its text under its picture, or over it without a colour, as a program recognised it: such a text is read
with a doubt. Elsewhere text without a colour is hidden.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from scripts.model.vocabulary import Leaving
from scripts.problems import CorpusError
from scripts.read.clean.decode import CUT, MOST_BYTES
from scripts.read.extract.layout.page import Page
from scripts.read.extract.ofd.documents import Document, page_box
from scripts.read.extract.ofd.glyphs import Piece, read_pieces
from scripts.read.extract.ofd.numbers import read_box, read_number
from scripts.read.extract.ofd.objects import Count, Drawn, drawn_objects
from scripts.read.extract.ofd.parts import Element, by_names, children, descendants, read_part
from scripts.read.extract.ofd.paths import read_lines
from scripts.read.extract.ofd.turning import Sheet, lay_sheet, texts_of
from scripts.read.extract.package import Package
from scripts.text.radicals import EDITIONS

MOST_LINES = 20_000
"""So many lines of a page are kept; a picture may be drawn with more."""
MOST_PIECES = 30_000
"""So many pieces of text a page may have."""
MOST_CHARACTERS = MOST_BYTES // 2
# U+E11E, U+FFFD: a glyph of which the file does not say what character it is; not U+E81E, which GB18030 once had for 龴
UNNAMED_PATTERN = re.compile(f"(?![{''.join(EDITIONS)}])[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
SCAN_SHARE = 0.6
"""A picture as large, a part of the page, is a scan of it."""
FEWEST_CHARACTERS = 20
"""Of a file whose pages are pictures there are at least so many characters a picture that make it a text."""
MOST_UNNAMED = 0.02
"""Of so many characters, a part of all, the file may not say which they are."""
NO_TEXT = "run OCR over them and check its text against the pictures, or find the text elsewhere"
NO_NAMES = "find the document as text or DOCX, or run OCR over its pages and check"
OCR = "the text of this page is an OCR layer under pictures; check it against the picture"
PICTURE = "a page before this one is a picture, of which nothing is read; type what it says, or run OCR and check"


@dataclass(slots=True)
class Reading:
    """The reading of one file."""

    package: Package
    left_out: Counter[Leaving]
    count: Count
    written: int = 0
    """So many characters its pages and templates have, seen or not."""
    characters: int = 0
    """So many characters of them are read."""
    pages: int = 0
    pictures: int = 0
    """So many pages are nothing but pictures."""
    doubt: str = ""
    """What is unsure of the next page because of the one before it."""


@dataclass(slots=True)
class Showing:
    """What a page shows so far."""

    sheet: Sheet
    hidden: list[Piece] = field(default_factory=list)
    """What of its text nobody sees."""
    covered: int = 0
    """So many of the sheet's pieces lie under a scan."""
    is_scan: bool = False
    """Whether a picture is about as large as the page."""
    has_picture: bool = False


def read_document(document: Document, reading: Reading) -> Iterator[Page]:
    """Yield the pages of a document; raise CorpusError where one is not there."""
    templates = dict(document.templates)
    for number, location in enumerate(document.pages, start=1):
        found = read_part(reading.package, location, document.part)
        if found is None:
            reading.package.refuse(f"lacks its page {number} ({location!r})")
        page, *more = finish(show(found, document, reading), reading)
        margins = [*page.margins]
        for template in children(found[1], "Template"):
            reading.left_out[Leaving.TEMPLATE] += 1
            margins += template_texts(templates.pop(template.get("TemplateID", ""), ""), document, reading)
        yield page._replace(margins=tuple(margins))
        yield from more


def template_texts(location: str, document: Document, reading: Reading) -> Iterator[str]:
    """Yield the texts of a template, line by line; none where it is not there."""
    found = read_part(reading.package, location, document.part) if location else None
    if found:
        for page in lay_sheet(show(found, document, reading).sheet, reading.left_out):
            yield from texts_of(page)


def show(found: tuple[str, Element], document: Document, reading: Reading) -> Showing:
    """Return what a page shows."""
    _, root = found
    box = next((page_box(area, document.box) for area in children(root, "Area")), document.box)
    showing = Showing(Sheet(box))
    units = {**document.units, **page_units(found, reading.package)}
    for content in children(root, "Content"):
        for drawn in drawn_objects(content, units, reading.count):
            add_object(showing, drawn, reading)
    return showing


def page_units(found: tuple[str, Element], package: Package) -> dict[str, Element]:
    """Return the drawings of a page's own resources, by their numbers."""
    name, root = found
    parts = [read_part(package, child.text or "", name) for child in children(root, "PageRes")]
    return {unit.get("ID", ""): unit for part in parts if part for unit in descendants(part[1], "CompositeGraphicUnit")}


def add_object(showing: Showing, drawn: Drawn, reading: Reading) -> None:
    """Put what an object shows with the rest of the page, or count it."""
    if drawn.name == "TextObject":
        add_text(showing, drawn, reading)
    elif drawn.name == "PathObject" and not drawn.is_hidden and len(showing.sheet.lines) < MOST_LINES:
        showing.sheet.lines += read_lines(drawn)
    elif drawn.name == "ImageObject" and not drawn.is_hidden:
        reading.left_out[Leaving.PICTURE] += 1
        showing.has_picture = True
        if is_scan(drawn, showing.sheet):
            showing.is_scan, showing.covered = True, len(showing.sheet.pieces)


def is_scan(drawn: Drawn, sheet: Sheet) -> bool:
    """Whether a picture is about as large as the page."""
    _, _, width, height = read_box(drawn.element.get("Boundary"))
    return width * height >= SCAN_SHARE * sheet.box[2] * sheet.box[3]


def add_text(showing: Showing, drawn: Drawn, reading: Reading) -> None:
    """Put the text of an object with what is seen of the page, or with what is not."""
    held = by_names(drawn.element)
    codes = [(code, code.text or "") for code in held.get("TextCode", ())]
    reading.written += sum(len(text) for _, text in codes)
    if reading.written > MOST_CHARACTERS:
        message = f"has more than {MOST_CHARACTERS:,} characters, and a text may not have so many; {CUT}"
        raise CorpusError(reading.package.path, message, 0, "size")
    if len(showing.sheet.pieces) + len(showing.hidden) > MOST_PIECES:
        reading.package.refuse(f"has more than {MOST_PIECES:,} pieces of text on a page")
    pieces = [piece for piece in read_pieces(drawn, codes) if piece.text]
    is_seen = not drawn.is_hidden and is_painted(drawn.element, held)
    (showing.sheet.pieces if is_seen else showing.hidden).extend(pieces)


def is_painted(element: Element, held: Mapping[str, list[Element]]) -> bool:
    """Whether the glyphs of a text object that holds these are filled or outlined with a colour that is seen."""
    is_filled = element.get("Fill", "true").lower() not in ("false", "0")
    is_stroked = element.get("Stroke", "false").lower() in ("true", "1")
    fill, stroke = held.get("FillColor", ()), held.get("StrokeColor", ())
    return (is_filled and are_seen(fill)) or (is_stroked and are_seen(stroke))


def are_seen(colours: Iterable[Element]) -> bool:
    """Whether the colours that an object names, where it names any, are not wholly transparent."""
    return all(read_number(colour.get("Alpha"), 255) > 0 for colour in colours)


def finish(showing: Showing, reading: Reading) -> list[Page]:
    """Return the page, or what it parts into, with what is unsure of it; count what it has besides."""
    sheet = showing.sheet
    is_ocr = showing.is_scan and len(sheet.pieces) - showing.covered < len(showing.hidden) + showing.covered
    if is_ocr:
        sheet.pieces += showing.hidden
    else:
        reading.left_out[Leaving.HIDDEN] += len(showing.hidden)
    pages = lay_sheet(sheet, reading.left_out)
    texts = [run.text for page in pages for run in page.runs]
    reading.characters += sum(map(len, texts))
    reading.left_out[Leaving.GLYPH] += sum(len(UNNAMED_PATTERN.findall(text)) for text in texts)
    reading.pages += 1
    doubt, reading.doubt = OCR if is_ocr else reading.doubt, ""
    if showing.has_picture and not texts:
        reading.pictures += 1
        reading.doubt = PICTURE
    return [pages[0]._replace(doubt=doubt), *pages[1:]]


def refuse_unreadable(reading: Reading) -> None:
    """Raise CorpusError where the pages have no text, or none that the file names."""
    path, characters, unnamed = reading.package.path, reading.characters, reading.left_out[Leaving.GLYPH]
    if characters < FEWEST_CHARACTERS * reading.pictures or not characters:
        seen = (
            f"{reading.pictures} of its {reading.pages} pages are pictures"
            if reading.pictures
            else "its pages have none"
        )
        raise CorpusError(path, f"has no text: {seen}; {NO_TEXT}", 0, "file")
    if unnamed > MOST_UNNAMED * characters:
        message = f"does not say which characters {unnamed:,} of its {characters:,} are; {NO_NAMES}"
        raise CorpusError(path, message, 0, "file")
