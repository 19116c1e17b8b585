"""A page's tree, element by element → its lines: what begins one, what is left out, and what stands before a line."""

from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from scripts.model.vocabulary import Leaving
from scripts.read.extract.html import elements
from scripts.read.extract.html.lines import Line, Page
from scripts.read.extract.html.numbering import NUMBERED_PATTERN, Numbering
from scripts.read.extract.html.particulars import pair
from scripts.read.extract.html.styles import read_sheet
from scripts.read.extract.html.tables import OpenTable

Tree = etree._Element
LONGEST_ADDRESS = 2_000
NUMBER_DOUBT = (
    "stands in a numbered list of the page, and begins with a number of its own, so the list's is left out; see in a "
    "browser whether it is shown"
)
UNKNOWN_DOUBT = "has a number of a form that is not known ({form}), which is left out; see it in a browser and add it"
RUBY_DOUBT = "has the reading of a character printed above it ({words}), which is left out; see whether it matters"


@dataclass(slots=True)
class Walk:
    """The walk through a page."""

    numbering: Numbering
    pages: list[Page]
    """The page, and within it the cells of tables that are open, the innermost last."""
    left_out: Counter[Leaving]
    tables: list[OpenTable] = field(default_factory=list)
    links: list[tuple[str, int]] = field(default_factory=list)
    """Where each link leads that is open, and behind how many pieces of its line it begins."""
    open: list[tuple[bool, bool]] = field(default_factory=list)
    """Of each element that is open whether it ends a line, and whether it keeps the lines of the source."""
    kept: int = 0
    """How many of them keep the lines of the source."""

    @property
    def page(self) -> Page:
        """Return where lines go."""
        return self.pages[-1]

    def add(self, text: str | None, element: Tree) -> None:
        """Add text that stands in an element."""
        if not text:
            return
        page = self.page
        count = page.add_kept(text, element) if self.kept else page.writing.add(text)
        if self.links and count:
            page.writing.linked += count

    def start(self, element: Tree, tag: str) -> bool:
        """Begin an element; return whether it is read further."""
        style = elements.read_style(element.get("style", ""))
        if tag in elements.NOT_TEXT or elements.is_hidden(element, tag, style) or tag in elements.COUNTED:
            self.leave_out(element, tag, style)
            return False
        is_block, keeps = elements.is_block(tag, style), elements.keeps_lines(tag, style)
        self.open.append((is_block, keeps))
        self.kept += keeps
        if tag == "br":
            self.page.end_line(element)
            return True
        if is_block:
            self.page.end_line(parent_of(element))
            self.open_block(element, tag)
        if tag == "a":
            self.links.append((element.get("href", ""), len(self.page.writing.pieces)))
        elif tag == "q":
            self.page.writing.add("“")
        self.page.writing.add(self.numbering.before(element))
        self.add(element.text, element)
        return True

    def open_block(self, element: Tree, tag: str) -> None:
        """Begin an element that begins a line."""
        if tag in elements.LISTS:
            self.numbering.open_list(element)
        elif tag == "li":
            self.page.writing.label += self.numbering.item(element)
            self.note_unknown(self.numbering.unknown)
        elif tag == "table":
            self.tables.append(OpenTable(element, len(self.pages)))
        elif self.tables:
            self.open_part(element, tag)

    def note_unknown(self, form: str) -> None:
        """Note that an item has a number of a form that is not known, where it has."""
        if form:
            self.left_out[Leaving.NUMBER] += 1
            self.page.writing.doubts.append(UNKNOWN_DOUBT.format(form=form[:40]))

    def open_part(self, element: Tree, tag: str) -> None:
        """Begin a part of the innermost table."""
        table = self.tables[-1]
        if len(self.pages) == table.depth and tag in ("thead", "tbody", "tfoot", "tr", "td", "th", "caption"):
            page = table.open_part(element, tag, self.left_out)
            if page:
                self.pages.append(page)

    def end(self, element: Tree, tag: str) -> None:
        """End an element that was read."""
        is_block, keeps = self.open.pop()
        self.kept -= keeps
        self.numbering.after(element)
        if tag == "a" and self.links:
            self.end_link(*self.links.pop())
        elif tag == "q":
            self.page.writing.add("”")
        if is_block:
            self.end_number()
            self.page.end_line(element, is_heading=tag in elements.HEADINGS)
            self.close_block(tag)

    def end_link(self, address: str, start: int) -> None:
        """End a link; one to a file, as its address or its words say, is kept with its line."""
        writing = self.page.writing
        names = (address[:LONGEST_ADDRESS], "".join(writing.pieces[start:])[-LONGEST_ADDRESS:])
        if address and writing.pieces and address not in writing.files and any(map(elements.is_file, names)):
            writing.files.append(address)

    def end_number(self) -> None:
        """Leave out a list's number where the item prints its own."""
        writing = self.page.writing
        if writing.label and writing.pieces and NUMBERED_PATTERN.match(writing.text()):
            writing.label = ""
            writing.doubts.append(NUMBER_DOUBT)

    def close_block(self, tag: str) -> None:
        """End an element that ended a line."""
        if tag in elements.LISTS:
            self.numbering.close_list()
        elif tag == "li":
            self.page.writing.label = ""
        elif self.tables:
            self.close_part(tag)

    def close_part(self, tag: str) -> None:
        """End a part of the innermost table, or the table."""
        table = self.tables[-1]
        if tag in ("td", "th", "caption") and len(self.pages) == table.depth + 1:
            table.close_cell(self.pages.pop())
        elif tag == "table" and len(self.pages) == table.depth:
            self.tables.pop()
            for line in table.lines():
                self.page.add(line)
            self.page.seen += table.seen

    def leave_out(self, element: Tree, tag: str, style: elements.Style) -> None:
        """Count what is not read, where it is anything."""
        page = self.page
        if elements.is_block(tag, style) and tag != "hr":
            page.end_line(parent_of(element))
        kind = elements.COUNTED.get(tag)
        if elements.is_hidden(element, tag, style):
            if tag not in elements.NOT_TEXT and elements.has_words(element):
                self.left_out[Leaving.HIDDEN] += 1
        elif tag == "rt" and elements.has_words(element):
            page.writing.doubts.append(RUBY_DOUBT.format(words="".join(element.itertext()).strip()[:20]))
        elif kind and not (tag == "input" and element.get("type") == "hidden"):
            self.left_out[kind] += 1
            is_alone = kind is Leaving.EMBEDDED or (kind is Leaving.PICTURE and not page.writing.pieces)
            page.seen += [element] * (is_alone and elements.is_large(element))


def parent_of(element: Tree) -> Tree:
    """Return the element around another, or itself where there is none."""
    parent = element.getparent()
    return element if parent is None else parent


def read_lines(root: Tree) -> tuple[list[Line], Counter[Leaving]]:
    """Return the lines of a page, the last of them empty, and how many of what it holds besides are in none."""
    left_out: Counter[Leaving] = Counter()
    walk = Walk(Numbering(read_sheet(root)), [Page(left_out)], left_out)
    steps = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    skipped: Tree | None = None
    for event, element in steps:
        tag = str(element.tag)
        if event == "start":
            if not walk.start(element, tag):
                steps.skip_subtree()
                skipped = element
            continue
        if event == "end":
            if skipped is element:
                skipped = None
            else:
                walk.end(element, tag)
        if element.tail and element is not root:
            walk.add(element.tail, parent_of(element))
    walk.page.end_line(root)
    walk.page.add(Line(root))
    return pair(walk.pages[0].lines), left_out
