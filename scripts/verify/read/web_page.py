"""HTML → paragraphs with the addresses that they link to; what scripts, styles and navigation hold is left out."""

from collections.abc import Iterator

from lxml import etree, html

from scripts.problems import CorpusError
from scripts.verify.read.addresses import find_addresses
from scripts.verify.read.paragraphs import Link, Manuscript, Paragraph

BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt", "fieldset"),
        *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main"),
        *("ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
DROPPED = frozenset(("script", "style", "nav", "noscript", "template", "head", "title", "svg", "code"))
LEADING = {"a": "href", "q": "cite"}
"""For each element that leads somewhere, the attribute that says where."""
MARKS = ("“", "”")
"""What browsers put around `q`."""


def read_web_page(text: str, path: str) -> Manuscript:
    """Return the paragraphs of a page; raise CorpusError where it holds none."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise CorpusError(path, "holds no page; save it again as HTML, or as text") from error
    reader = PageReader()
    reader.walk(root, is_quotation=False)
    reader.end()
    return Manuscript(reader.found)


class PageReader:
    """Gathers the paragraphs of a page."""

    def __init__(self) -> None:
        self.found: list[Paragraph] = []
        self.text, self.links, self.line, self.is_quotation = "", list[Link](), 0, False

    def end(self) -> None:
        """End the paragraph."""
        if self.text.strip():
            links = [*self.links, *(link for link in find_addresses(self.text) if not self.has(link))]
            where = f"line {self.line}"
            self.found.append(Paragraph(where, self.text, 0, tuple(links), is_quotation=self.is_quotation))
        self.text, self.links, self.line = "", [], 0

    def has(self, link: Link) -> bool:
        """Whether an address is within a link that is known."""
        return any(known.start <= link.start and link.end <= known.end for known in self.links)

    def walk(self, element: html.HtmlElement, *, is_quotation: bool) -> None:
        """Add an element with all that it holds."""
        tag = element.tag
        if not isinstance(tag, str) or tag in DROPPED:
            return
        is_block, is_quotation = tag in BLOCKS, is_quotation or tag == "blockquote"
        if is_block:
            self.end()
        self.is_quotation = is_quotation
        start = len(self.text)
        self.add(MARKS[0] if tag == "q" else "", element)
        self.add(element.text or "", element)
        for child in element:
            self.walk(child, is_quotation=is_quotation)
            self.is_quotation = is_quotation
            self.add(child.tail or "", element)
        self.add(MARKS[1] if tag == "q" else "", element)
        self.links += (Link(start, len(self.text), address) for address in addresses_of(element))
        if is_block:
            self.end()

    def add(self, words: str, element: html.HtmlElement) -> None:
        """Add words; the first ones of a paragraph say on which line it stands."""
        if words.strip() and not self.line:
            self.line = int(element.sourceline or 0)
        self.text += " ".join(words.split("\n"))


def addresses_of(element: html.HtmlElement) -> Iterator[str]:
    """Yield where an element leads: a link to its address, words in quotation marks to their source."""
    name = LEADING.get(str(element.tag))
    address = element.get(name) if name else None
    if address:
        yield address
