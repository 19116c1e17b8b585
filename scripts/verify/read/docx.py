"""DOCX → paragraphs as readers see them, with links by relation and by field code, footnotes and endnotes.

Words that tracked changes took out are not there, words that they put in are; of words with a reading above them the
words count; what Word repeats for older programs is read once.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from scripts.problems import CorpusError
from scripts.verify.read.addresses import find_addresses
from scripts.verify.read.docx_package import RELATIONS, SAVE_AGAIN, WORD, Element, Package, open_package
from scripts.verify.read.field_codes import address_of
from scripts.verify.read.paragraphs import Link, Manuscript, NoteSign, Paragraph
from scripts.verify.read.plain import with_numbered_notes

DOCUMENT = "word/document.xml"
NOTES = (("footnote", "word/footnotes.xml"), ("endnote", "word/endnotes.xml"))
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PARAGRAPH = f"{WORD}p"
DROPPED = frozenset(
    (f"{WORD}del", f"{WORD}moveFrom", f"{WORD}rt", f"{WORD}pPr", f"{WORD}rPr", f"{COMPATIBILITY}Fallback")
)
SIGNS = {f"{WORD}tab": " ", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "-"}
QUOTATION_STYLES = ("quote", "引用", "block text", "引文")
"""What the names of styles for quotations that are set off hold."""


@dataclass(slots=True)
class Field:
    """A field that is open: its code, and where what it shows begins."""

    code: str = ""
    start: int = -1


@dataclass(slots=True)
class Open:
    """A paragraph that is being read."""

    text: str = ""
    links: list[Link] = field(default_factory=list)
    signs: list[NoteSign] = field(default_factory=list)


def read_docx(data: bytes, path: str) -> Manuscript:
    """Return the paragraphs of a DOCX file, its notes last; raise CorpusError where it cannot be read as one."""
    package = open_package(data, path)
    document = package.part(DOCUMENT)
    if document is None:
        raise CorpusError(path, f"is no document of Word: {DOCUMENT} is not in it; {SAVE_AGAIN}")
    quotations = set(quotation_styles(package))
    reader = DocumentReader(package.targets(DOCUMENT), quotations)
    found = [
        reader.paragraph(element, f"paragraph {number}")
        for number, element in enumerate(document.iter(PARAGRAPH), start=1)
        if not is_repeated(element)
    ]
    for kind, name in NOTES:
        found += note_paragraphs(package, kind, name, quotations)
    return Manuscript(with_numbered_notes([paragraph for paragraph in found if paragraph.text.strip()]))


def is_repeated(element: Element) -> bool:
    """Whether a paragraph is one that Word repeats for older programs."""
    return any(around.tag == f"{COMPATIBILITY}Fallback" for around in element.iterancestors())


def quotation_styles(package: Package) -> Iterator[str]:
    """Yield the ids of the styles for quotations that are set off."""
    styles = package.part("word/styles.xml")
    for style in [] if styles is None else styles.iter(f"{WORD}style"):
        name = style.find(f"{WORD}name")
        words = "" if name is None else name.get(f"{WORD}val", "").casefold()
        if any(part in words for part in QUOTATION_STYLES) and style.get(f"{WORD}type") == "paragraph":
            yield style.get(f"{WORD}styleId", "")


def note_paragraphs(package: Package, kind: str, name: str, quotations: set[str]) -> Iterator[Paragraph]:
    """Yield the paragraphs of the footnotes, or of the endnotes; those that draw the line above them have no words."""
    tree = package.part(name)
    reader = DocumentReader(package.targets(name), quotations)
    for note in [] if tree is None else tree.iter(f"{WORD}{kind}"):
        number = note.get(f"{WORD}id", "")
        for element in note.iter(PARAGRAPH):
            yield reader.paragraph(element, f"{kind} {number}", note=f"{kind} {number}")


class DocumentReader:
    """Reads the paragraphs of a part; a field may go over several."""

    def __init__(self, targets: dict[str, str], quotations: set[str]) -> None:
        self.targets, self.quotations = targets, quotations
        self.fields: list[Field] = []
        self.open = Open()

    def paragraph(self, element: Element, where: str, note: str = "") -> Paragraph:
        """Return a paragraph."""
        self.open = Open()
        for field_ in self.fields:
            field_.start = min(field_.start, 0)
        self.walk(element)
        opened = self.open
        links = [*opened.links, *self.addresses(opened)]
        style = element.find(f"{WORD}pPr/{WORD}pStyle")
        is_quotation = style is not None and style.get(f"{WORD}val") in self.quotations
        return Paragraph(where, opened.text, 0, tuple(links), tuple(opened.signs), is_quotation=is_quotation, note=note)

    def addresses(self, opened: Open) -> Iterator[Link]:
        """Yield the addresses that stand as such, but for those that are links anyway."""
        for link in find_addresses(opened.text):
            if not any(known.start <= link.start and link.end <= known.end for known in opened.links):
                yield link

    def walk(self, element: Element) -> None:
        """Read what an element holds, but for paragraphs within it, which are read by themselves."""
        for child in element:
            if child.tag == PARAGRAPH or child.tag in DROPPED or not isinstance(child.tag, str):
                continue
            self.read(child)

    def read(self, element: Element) -> None:
        """Read an element of a paragraph."""
        start, name = len(self.open.text), element.tag.removeprefix(WORD)
        if name == "t":
            self.open.text += element.text or ""
        elif element.tag in SIGNS:
            self.open.text += SIGNS[element.tag]
        elif name in ("footnoteReference", "endnoteReference"):
            key = f"{name.removesuffix('Reference')} {element.get(f'{WORD}id', '')}"
            self.open.signs.append(NoteSign(start, key))
        elif name == "fldChar":
            self.read_field(element.get(f"{WORD}fldCharType", ""))
        elif name == "instrText" and self.fields:
            self.fields[-1].code += element.text or ""
        else:
            self.walk(element)
            self.add_link(start, self.address_of(element, name))

    def address_of(self, element: Element, name: str) -> str:
        """Return where an element leads; empty where it does not."""
        if name == "hyperlink":
            anchor = element.get(f"{WORD}anchor", "")
            target = self.targets.get(element.get(f"{RELATIONS}id", ""), "")
            return f"{target}#{anchor}" if target and anchor and "#" not in target else target
        return address_of(element.get(f"{WORD}instr", "")) if name == "fldSimple" else ""

    def read_field(self, kind: str) -> None:
        """Begin a field, what it shows, or end it."""
        if kind == "begin":
            self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].start = len(self.open.text)
        elif kind == "end" and self.fields:
            ended = self.fields.pop()
            self.add_link(max(ended.start, 0), address_of(ended.code))

    def add_link(self, start: int, address: str) -> None:
        """Keep where words lead."""
        if address:
            self.open.links.append(Link(start, len(self.open.text), address))
