"""A web page as a browser saved it → its lines and tables, the document's and the page's around it."""

from collections.abc import Iterable, Iterator
from itertools import islice

from lxml import etree

from scripts.model.vocabulary import Leaving
from scripts.problems import CorpusError
from scripts.read.extract.blocks import Block, Cell, Extraction, Paragraph, Place
from scripts.read.extract.html.address import HEAD, find_address
from scripts.read.extract.html.archive import Archive
from scripts.read.extract.html.encoding import LOST, Decoded, decode_page, name_bytes
from scripts.read.extract.html.frames import Framed, put_frames, written_out
from scripts.read.extract.html.lines import Line
from scripts.read.extract.html.notes import Notes, note_doubts
from scripts.read.extract.html.places import place_lines
from scripts.read.extract.html.tree import REMEDY, parse_page
from scripts.read.extract.html.walk import read_lines

Tree = etree._Element
Placed = tuple[Line, Place]
PROGRAM = "html 1, libxml2 " + ".".join(map(str, etree.LIBXML_VERSION))
FEWEST_OF_SCRIPT = 12
"""A page with a script and fewer letters only says that it is being loaded."""
SCRIPTED = (
    "holds no text: a script makes it when the page is shown; open it in a browser, save it as a single file (MHTML) "
    "or as the complete page, and give that one"
)
FRAMED = "holds no text, but a frame with another page in it ({address}); save that page by itself"
EMPTY = f"is a web page without any text in it; {REMEDY}"
BETWEEN = " | "
ROWS = frozenset(("ul", "ol", "dl", "tr", "table", "nav", "menu"))
ROW_LENGTH, WORD_LENGTH = 160, 24
"""Words of a menu are joined up to such a line; longer ones stand alone."""


def read_html(data: bytes, path: str) -> Extraction:
    """Return what a web page holds; raise CorpusError, with what to do, where it cannot be read or holds no text."""
    return read_page(decode_page(data, path), data, path, written_out)


def read_mhtml(data: bytes, path: str) -> Extraction:
    """Return what a page holds that was saved with all its parts in one file; raise CorpusError as for a page."""
    archive = Archive(data, path)
    root = archive.root
    page = decode_page(root.data, path, root.encoding)
    return read_page(page, root.data, path, archive.framed, archive.address)


def read_page(decoded: Decoded, data: bytes, path: str, framed: Framed, said: str = "") -> Extraction:
    """Return what the text of a page holds, with the frames that the file has."""
    root = parse_page(decoded.text, path)
    decoded = decoded._replace(text=decoded.text[:HEAD])  # the tree has the rest, and is several times as large
    frames = put_frames(root, framed, path)
    lines, left_out = read_lines(root)
    refuse_empty(root, lines, path)
    address = find_address(decoded.text, root, said)
    placed = list(zip(lines, place_lines(root, lines), strict=True))
    lost = name_bytes(data, decoded) if decoded.bad else ""
    count = sum(line.words().count(LOST) for line in lines)
    left_out.update({Leaving.GLYPH: count} if count else {})
    note_doubts(placed, Notes(address, lost, frozenset(frames)))
    title = next((" ".join((element.text or "").split()) for element in root.iter("title")), "")
    return Extraction((Paragraph(title, Place.AROUND), *draw(placed)), PROGRAM, left_out, address)


def refuse_empty(root: Tree, lines: list[Line], path: str) -> None:
    """Raise CorpusError, with the cause, where a page has no text."""
    letters = (char for line in lines for char in line.words() if char.isalnum())
    has_script = next(root.iter("script"), None) is not None
    fewest = FEWEST_OF_SCRIPT if has_script else 1
    if len(list(islice(letters, fewest))) == fewest:
        return
    frame = next((frame.get("src", "") for frame in root.iter("iframe", "frame") if frame.get("src")), "")
    if frame:
        raise CorpusError(path, FRAMED.format(address=frame[:200]), 0, "file")
    raise CorpusError(path, SCRIPTED if has_script else EMPTY, 0, "file")


def draw(placed: list[Placed]) -> Iterator[Block]:
    """Yield the blocks of lines; of the page's, words of one menu on one line."""
    row: list[str] = []
    group: Tree | None = None
    for line, place in placed:
        is_word = place is Place.AROUND and line.table is None and len(line.text) <= WORD_LENGTH
        own = group_of(line.element) if is_word else None
        if row and (own is not group or not is_word or sum(map(len, row)) > ROW_LENGTH):
            yield Paragraph(BETWEEN.join(row), Place.AROUND)
            row = []
        group = own
        if is_word:
            row += [line.text] * bool(line.text)
        elif line.table is not None and place is Place.DOCUMENT:
            yield line.table._replace(doubt=doubt_of(line))
        elif line.table is not None:
            yield from (Paragraph(words_of(cells), place) for cells in line.table.rows)
        elif line.text:
            yield Paragraph(line.text, place, doubt=doubt_of(line))
    if row:
        yield Paragraph(BETWEEN.join(row), Place.AROUND)


def words_of(cells: Iterable[Cell]) -> str:
    """Return the words of a row of a table that is none of the document's."""
    return BETWEEN.join(" ".join(cell.paragraphs) for cell in cells if cell.paragraphs)


def group_of(element: Tree) -> Tree:
    """Return the list, row or table in which an element stands, itself where it stands in none."""
    return next((each for each in (element, *element.iterancestors()) if each.tag in ROWS), element)


def doubt_of(line: Line) -> str:
    """Return what is unsure of a line, in one."""
    return "; ".join(line.doubts)
