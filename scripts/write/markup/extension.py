"""The extension of Python-Markdown that lets a page be written as a person would: `scripts.write.markup.extension`.

It adds what all marks and blocks of a kind share (dress.py), and reads four forms: fences (fences.py), plain tables
(pipes.py), entries (entries.py), and words with a language or a class of their own: `[质量]{zh}`.
"""

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import LINK_RE, InlineProcessor, LinkInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from scripts.write.markup.dress import Dresser
from scripts.write.markup.entries import FactsProcessor, NoteProcessor, TermProcessor
from scripts.write.markup.fences import FenceProcessor, PictureProcessor
from scripts.write.markup.forms import read_flags
from scripts.write.markup.pipes import PipeTableProcessor
from scripts.write.markup.surroundings import Surroundings

SPAN_PATTERN = r"\[([^\[\]]*)\]\{([^{}]*)\}"
# all that can begin a mark in a line; words without it are text, and no pattern need look for one
MARK_PATTERN = re.compile(r"[\\`*_\[\]!<&]|  \n")
UNUSED = ("reference", "image_link", "image_reference", "short_reference", "short_image_ref", "automail", "em_strong2")
"""Patterns of marks that no generated page has; to look for them takes a third of the time."""
SOME_POLICY = "zh/policies/some/index.md"


class SpanProcessor(InlineProcessor):
    """Makes an element of words in brackets whose flags follow in braces."""

    def handleMatch(self, match: re.Match[str], _: str) -> tuple[Element, int, int]:  # noqa: N802
        """Return the element and where it stands."""
        element = Element("span", read_flags(match[2]))
        element.text = finished(match[1])
        return element, match.start(), match.end()


class LinkProcessor(LinkInlineProcessor):
    """Makes a link, and spares the search for marks in its words where there can be none."""

    def handleMatch(self, match: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # noqa: N802
        """Return the link and where it stands."""
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


def finished(text: str) -> str:
    """Return a text, declared as finished where it holds nothing that can begin a mark."""
    return text if MARK_PATTERN.search(text) else AtomicString(text)


class ArchiveExtension(Extension):
    """Knows the page by its `path` below `docs/`, which overrides/hooks.py sets."""

    def __init__(self, **values: Any) -> None:
        self.config = {"path": [SOME_POLICY, "the page's path below docs/"]}
        super().__init__(**values)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Add what the archive's pages need to a converter."""
        page = Surroundings(self.getConfig("path"))
        if page.is_generated:
            for name in UNUSED:
                md.inlinePatterns.deregister(name, strict=False)
            md.preprocessors.deregister("fenced_code_block", strict=False)  # there is no code in them either
        md.parser.blockprocessors.register(FenceProcessor(md, page), "fence", 120)
        md.parser.blockprocessors.register(PictureProcessor(md, page), "picture", 119)
        md.parser.blockprocessors.register(PipeTableProcessor(md, page), "pipe-table", 110)
        md.parser.blockprocessors.register(NoteProcessor(md, page), "note", 109)
        md.parser.blockprocessors.register(TermProcessor(md, page), "term", 107)
        md.parser.blockprocessors.register(FactsProcessor(md, page), "facts", 108)
        md.inlinePatterns.register(LinkProcessor(LINK_RE, md), "link", 160)
        md.inlinePatterns.register(SpanProcessor(SPAN_PATTERN, md), "span", 155)
        md.treeprocessors.register(PlainText(md), "plain-text", 21)  # before the search for marks
        md.treeprocessors.register(Dresser(md, page), "dress", 7)  # after attr_list, before toc


def makeExtension(**values: Any) -> ArchiveExtension:  # noqa: N802
    """Return the extension; Python-Markdown calls this by its name."""
    return ArchiveExtension(**values)
