"""The text of a web page → the tree of its elements, of which no text is lost.

What the parser of libxml2 would lose without a word is mended before it reads: what follows the end of the page
(`</html>`, then more), and what is nested deeper than it allows. A file within the page, written out in an attribute,
is shortened.
"""

import re

from lxml import etree

from scripts.problems import CorpusError

Tree = etree._Element
Log = etree._ListErrorLog
MOST_TEXT = 10_000_000
"""So many characters a page may have, without the pictures that are written out in it."""
DEEPEST = 200
"""Below so many elements within one another the rest stands side by side; a page has at most a tenth."""
# </html> and </body>, behind which pages go on
END_PATTERN = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
# </br>, and </p> without a beginning, end a line in every browser
BREAK_PATTERN = re.compile(r"</br\s*/?>", re.IGNORECASE)
PARAGRAPH_END_PATTERN = re.compile(r"</p\s*>", re.IGNORECASE)
# data:image/png;base64,iVBOR…
DATA_PATTERN = re.compile(r"(data:[\w/+.-]{0,60})[;,][^\s\"'<>()]{200,}")
STRAY, KEPT_ENTRIES = "Unexpected end tag : p", 100
"""What the parser says of such an end, and how many of its last entries it keeps."""
LINE_TAGS = frozenset(("p", "div", "br", "li", "tr", "table", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "dd"))
REMEDY = "open it in a browser, copy the document from there into a text file, and give that one"


class DeepBuilder:
    """What builds a tree as it is parsed, in which what is too deep stands side by side, lines apart."""

    def __init__(self) -> None:
        self.builder, self.depth = etree.TreeBuilder(), 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element, or end the line where it is too deep."""
        self.depth += 1
        if self.depth <= DEEPEST:
            self.builder.start(tag, attributes)
        else:
            self.end_line(tag)

    def end(self, tag: str) -> None:
        """Close an element, or end the line where it is too deep."""
        self.depth -= 1
        if self.depth < DEEPEST:
            self.builder.end(tag)
        else:
            self.end_line(tag)

    def end_line(self, tag: str) -> None:
        """Put in the end of a line for an element that would end one."""
        if tag in LINE_TAGS:
            self.builder.start("br", {})
            self.builder.end("br")

    def data(self, text: str) -> None:
        """Add text."""
        self.builder.data(text)

    def close(self) -> Tree:
        """Return the tree."""
        return self.builder.close()


def parse_page(text: str, path: str) -> Tree:
    """Return the tree of a page; raise CorpusError where it holds nothing, or cannot be read whole."""
    data = prepare(text, path).encode("utf-8", "replace")
    try:
        root, log = parse(data)
        if is_stray(log):
            root = None  # a tree is given up before the next is made: each is several times as large as its page
            root, log = parse(PARAGRAPH_END_PATTERN.sub("</p><hr>", data.decode()).encode())
        if fault_in(log):
            root = None
            root, log = parse(data, DeepBuilder())
    except etree.LxmlError as error:
        raise CorpusError(path, f"cannot be read as a web page ({error}); {REMEDY}") from error
    if fault := fault_in(log):
        raise CorpusError(path, f"cannot be read as a web page ({fault}); {REMEDY}")
    if root is None:
        raise CorpusError(path, f"is a web page without anything in it; {REMEDY}")
    return root


def parse(data: bytes, builder: DeepBuilder | None = None) -> tuple[Tree | None, Log]:
    """Return what the parser makes of a page in UTF-8, None where nothing, and what it says of it."""
    given = {} if builder is None else {"target": builder}
    parser = etree.HTMLParser(no_network=True, encoding="utf-8", **given)  # type: ignore[call-overload]
    return etree.fromstring(data, parser), parser.error_log


def is_stray(log: Log) -> bool:
    """Whether the end of a paragraph stands without its beginning, or may: only the last entries are kept."""
    return len(log) >= KEPT_ENTRIES or any(entry.message.strip() == STRAY for entry in log)


def fault_in(log: Log) -> str:
    """Return why a parser has not read all; nothing where it has."""
    return next((entry.message.strip() for entry in log if entry.level_name == "FATAL"), "")


def prepare(text: str, path: str) -> str:
    """Return the text of a page in which the parser loses nothing; raise CorpusError where it is too long."""
    text = DATA_PATTERN.sub(r"\1,", text) if "data:" in text else text
    if len(text) > MOST_TEXT:
        message = f"is a web page of {len(text):,} characters, and one may have {MOST_TEXT:,}; {REMEDY}"
        raise CorpusError(path, message, 0, "size")
    return BREAK_PATTERN.sub("<br>", END_PATTERN.sub("", text))
