"""Marks of a generated page, read from left to right: links, words with flags, tags, references, words between stars.

Python-Markdown looks through a text once for each pattern; here one pattern finds all that our writers write. A text
with anything else is left to Python-Markdown, whose search is relied upon to find the same marks in the same places
(tests/test_markup.py compares the two).
"""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from scripts.write.markup.forms import read_flags
from scripts.write.markup.marks import QuickSearch

SIGN_PATTERN = re.compile(r"[\\`*_\[\]<&\n]")
"""What a text holds that is more than words."""
# [words](address), [words]{flags}, <br>, <span class="quoted">, &#42;, **; not [a [b]](c), [a](b "c"), ![a](b), \*
TOKEN_PATTERN = re.compile(
    r"\[(?P<words>[^\[\]\\`]*)\](?:\((?P<address>[^()<>'\"\s\\`\x02]*)\)|\{(?P<flags>[^{}\\`]*)\})"
    r'|(?P<html></?[a-z]+(?: class="[a-z-]+")?>|&(?:#[0-9]+|[a-z]+);)'
    r"|(?P<stars>\*+)"
    r"|(?P<other>[\\`_\[\]<&]|!(?=\[)|  \n)"
)
EMPHASES = {1: "em", 2: "strong"}
"""What so many stars at both ends of words make of them."""
Parts = list[str | Element]


class UnknownForm(Exception):  # noqa: N818 - nothing went wrong: Python-Markdown knows more forms
    """A text holds what is not read here."""


class OnePassSearch(QuickSearch):
    """Finds the marks of each text in one pass, and those of any other text as Python-Markdown does."""

    may_hold_escapes = False
    """Whether any text of the page can have been written with a backslash; only Python-Markdown reads those."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Find the marks of a page."""
        elements = list(tree.iter())
        if any(element.tail for element in elements):  # as no block of ours has
            self.may_hold_escapes = True
            return super().run(tree, ancestors)
        for element in elements:
            text = element.text
            if text and SIGN_PATTERN.search(text) and not isinstance(text, AtomicString):
                self.read(element, text)
        self.md.parser.root = None  # so that the tree goes with its page, and not when garbage is looked for
        return tree

    def read(self, element: Element, text: str) -> None:
        """Put a text's marks before what an element holds."""
        try:
            parts = self.parts_of(text)
        except UnknownForm:
            self.may_hold_escapes = self.may_hold_escapes or "\\" in text or "`" in text
            parts = self.patient_parts(element.tag, text)
        held, element[:] = list(element), []
        element.text = None
        fill(element, parts)
        element.extend(held)

    def parts_of(self, text: str) -> Parts:
        """Return the words and the marks of a text in order."""
        parts, outer, place, size = Parts(), Parts(), 0, 0
        for match in TOKEN_PATTERN.finditer(text):
            kind, start, end = match.lastgroup, match.start(), match.end()
            if start > place:
                parts.append(text[place:start])
            place = end
            if kind == "address":
                parts.append(self.mark("a", {"href": match["address"]}, match["words"]))
            elif kind == "flags":
                parts.append(self.mark("span", read_flags(match["flags"]), match["words"]))
            elif kind == "html":
                parts.append(self.md.htmlStash.store(match[0]))
            elif kind == "stars" and not size and text[end : end + 1].strip():
                size, outer, parts = end - start, parts, []
            elif kind == "stars" and end - start == size and size in EMPHASES and text[start - 1].strip():
                emphasis = Element(EMPHASES[size])
                fill(emphasis, parts)
                size, parts = 0, [*outer, emphasis]
            else:
                raise UnknownForm
        if size:
            raise UnknownForm
        return [*parts, text[place:]]

    def mark(self, tag: str, values: dict[str, str], words: str) -> Element:
        """Return a mark around words."""
        mark = Element(tag, values)
        if SIGN_PATTERN.search(words):
            fill(mark, self.parts_of(words))
        else:
            mark.text = words
        return mark

    def patient_parts(self, tag: str, text: str) -> Parts:
        """Return the words and the marks of a text as Python-Markdown finds them."""
        root = Element("div")
        element = SubElement(root, tag)
        element.text = text
        super().run(root)
        return [element.text or "", *element]


def fill(element: Element, parts: Parts) -> None:
    """Fill an element that holds nothing."""
    last = None
    for part in parts:
        if isinstance(part, Element):
            element.append(part)
            last = part
        elif part and last is not None:
            last.tail = (last.tail or "") + part
        elif part:
            element.text = (element.text or "") + part
