"""The lines of a web page → how much of a document each of its elements holds, and which element holds the document.

What counts is running text: sentences that are no links. From the page inwards, that element is followed which has
nearly all of it; one that the makers of sites call the document's own, already where it has most.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from scripts.read.extract.html.lines import Line
from scripts.text.page_lines import NOTICE_PATTERN, OWNER_LENGTH, is_foot_line

Tree = etree._Element
MOST, HINTED_MOST = 0.85, 0.5
"""The share of the running text from which on an element is followed inwards."""
FEWEST = 40
"""A page with fewer characters of running text has no document that could be told from it."""
SENTENCE_LENGTH = 20
LINES = frozenset(("p", "span", "font", "b", "strong", "li", "blockquote", "pre"))
"""In these stands a document's line, and no document."""
SENTENCE_PATTERN = re.compile("[。；，：]")
# class="TRS_Editor", id="UCAP-CONTENT", id="zoomcon", class="article-content", id="vsb_content_2", class="detailCon"
BODY_PATTERN = re.compile(
    r"trs_?u?editor|ucap-content|pages?_?content|(?:^|[\s_-])zoom(?:con)?(?:$|\s)|(?:article|news|detail|art|zw|xl|bt)[-_]?con"
    r"|(?:con|content)[-_](?:con|txt|text|article|main|body)|article[-_]?(?:body|text|txt|main)|vsb_content|ewb-article"
    r"|(?:^|\s)(?:article|content|detail|con)(?:$|\s)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Evidence:
    """What the elements of a page hold, each with all that is within it."""

    prose: dict[Tree, int] = field(default_factory=dict)
    """Characters of running text."""
    words: dict[Tree, int] = field(default_factory=dict)
    linked: dict[Tree, int] = field(default_factory=dict)

    def add(self, element: Tree, prose: int, words: int, linked: int) -> None:
        """Add to what an element holds."""
        self.prose[element] = self.prose.get(element, 0) + prose
        self.words[element] = self.words.get(element, 0) + words
        self.linked[element] = self.linked.get(element, 0) + linked


def gather(root: Tree, lines: list[Line]) -> Evidence:
    """Return what the elements of a page hold."""
    found = Evidence()
    for line in lines:
        found.add(line.element, prose_of(line), len(line.words()), line.linked)
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if parent is not None and element is not root and element in found.words:
            found.add(parent, found.prose[element], found.words[element], found.linked[element])
    return found


def around(element: Tree) -> list[Tree]:
    """Return an element and those around it, from within outwards."""
    return [element, *element.iterancestors()]


def prose_of(line: Line) -> int:
    """Return how many characters of running text a line has; half of a table's are."""
    words = line.words()
    own = max(len(words) - line.linked, 0)
    if line.table:
        return own // 2
    if not SENTENCE_PATTERN.search(words) and own < SENTENCE_LENGTH:
        return 0
    is_page = len(words) <= OWNER_LENGTH and (NOTICE_PATTERN.search(words) or is_foot_line(words))
    return 0 if is_page else own


def find_body(root: Tree, found: Evidence) -> Tree | None:
    """Return the element that holds the document; None where nothing tells it from the page."""
    if found.prose.get(root, 0) < FEWEST:
        return None
    body = root
    while True:
        best = max(body, key=lambda child: found.prose.get(child, 0), default=None)
        share = MOST if best is None or not is_hinted(best) else HINTED_MOST
        if best is None or found.prose.get(best, 0) < share * found.prose[body] or found.prose[best] == 0:
            return body
        if best.tag in LINES:
            return body
        body = best


def is_hinted(element: Tree) -> bool:
    """Whether an element's name says that it holds a document."""
    name = f"{element.get('class', '')} {element.get('id', '')}"
    return bool(name.strip()) and BODY_PATTERN.search(name) is not None
