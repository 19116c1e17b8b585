"""Marks within a line: words with flags of their own, links, and a search that passes over text without any mark."""

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor, LinkInlineProcessor
from markdown.treeprocessors import InlineProcessor as MarkSearch
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import STX, AtomicString

from scripts.write.markup.forms import read_flags

SPAN_PATTERN = r"\[([^\[\]]*)\]\{([^{}]*)\}"
# all that can begin a mark in a line; words without it are text, and no pattern need look for one
MARK_PATTERN = re.compile(r"[\\`*_\[\]!<&]|  \n")

# [words](address), [words]{zh}, [words]; not [a [b]](c); with an address that needs no closer look: not (a "title")
PLAIN_LINK_PATTERN = re.compile(r"\[(?P<words>[^\[\]]*)\](?:\((?P<address>[^()<>'\"\s\x02]*)\))?")
SIGNS = {
    "backtick": "`",
    "escape": "\\",
    "link": "[",
    "span": "[",
    "autolink": "<",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
}
"""What a text must hold for a pattern to find anything; any text will do for the patterns not named here."""


class SpanProcessor(InlineProcessor):
    """Makes an element of words in brackets whose flags follow in braces."""

    def handleMatch(self, match: re.Match[str], _: str) -> tuple[Element, int, int]:  # noqa: N802
        """Return the element and where it stands."""
        element = Element("span", read_flags(match[2]))
        element.text = finished(match[1])
        return element, match.start(), match.end()


class LinkProcessor(LinkInlineProcessor):
    """Makes a link at once where it is plain, and spares the search for marks in its words where there can be none."""

    def handleMatch(self, match: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # noqa: N802
        """Return the link and where it stands."""
        plain = PLAIN_LINK_PATTERN.match(data, match.start())
        if plain and plain["address"] is not None:
            link = Element("a", {"href": plain["address"]})
            link.text = finished(plain["words"])
            return link, plain.start(), plain.end()
        if plain and not data.startswith("(", plain.end()):
            return None, None, None
        link, start, end = super().handleMatch(match, data)
        if link is not None:
            link.text = finished(link.text or "")
        return link, start, end


class PlainText(Treeprocessor):
    """Spares the search for marks where there can be none."""

    def run(self, root: Element) -> None:
        """Declare as finished all text that holds nothing which can begin a mark."""
        for element in root.iter():
            element.text = finished(element.text) if element.text else element.text


class QuickSearch(MarkSearch):
    """Python-Markdown's search for marks, which tries a pattern only where the text holds what it looks for.

    The two methods with long names are the parent's own. Where a later release calls them otherwise, its search is
    back, which finds the same and takes longer.
    """

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Find the marks of a page."""
        signs = {self.inlinePatterns.get_index_for_name(n): s for n, s in SIGNS.items() if n in self.inlinePatterns}
        self.patterns = [(pattern, signs.get(place, "")) for place, pattern in enumerate(self.inlinePatterns)]
        found: Element = super().run(tree, ancestors)
        return found

    def _InlineProcessor__handleInline(self, text: str, index: int = 0) -> str:  # noqa: N802
        """Return a text, its marks replaced by placeholders; patterns before `index` have been tried."""
        if isinstance(text, AtomicString) or not MARK_PATTERN.search(text):
            return text
        apply: Any = self._InlineProcessor__applyPattern
        for place, (pattern, sign) in enumerate(self.patterns[index:], index):
            start, is_found = 0, sign in text
            while is_found:
                text, is_found, start = apply(pattern, text, place, start)
        return text


class QuickUnescape(UnescapeTreeprocessor):
    """Restores characters that were written with a backslash, and leaves text without any alone."""

    def run(self, root: Element) -> None:
        """Restore the characters of a page, unless the search for marks knows that it has none."""
        if getattr(self.md.treeprocessors["inline"], "may_hold_escapes", True):
            super().run(root)

    def unescape(self, text: str) -> str:
        """Return a text with its characters restored."""
        return super().unescape(text) if STX in text else text


def finished(text: str) -> str:
    """Return a text, declared as finished where it holds nothing that can begin a mark."""
    return text if MARK_PATTERN.search(text) else AtomicString(text)
