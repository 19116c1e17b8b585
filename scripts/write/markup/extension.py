"""The extension of Python-Markdown that lets a page be written as a person would: `scripts.write.markup.extension`.

It adds what all marks and blocks of a kind share (dress.py), and reads four forms: fences (fences.py), plain tables
(pipes.py), entries (entries.py), and words with a language or a class of their own: `[质量]{zh}` (marks.py).
"""

from functools import cache
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import LINK_RE

from scripts.write.markup.cells import CellNamer
from scripts.write.markup.changes import HISTORY, ChangeMarker
from scripts.write.markup.dress import Dresser
from scripts.write.markup.entries import FactsProcessor, NoteProcessor
from scripts.write.markup.fences import FenceProcessor, PictureProcessor
from scripts.write.markup.lines import QuickHtmlBlocks, QuickWhitespace
from scripts.write.markup.lists import EntriesProcessor
from scripts.write.markup.marks import SPAN_PATTERN, LinkProcessor, PlainText, QuickSearch, QuickUnescape, SpanProcessor
from scripts.write.markup.one_pass import OnePassSearch
from scripts.write.markup.pipes import PipeTableProcessor
from scripts.write.markup.serialize import serialize
from scripts.write.markup.surroundings import Surroundings

UNUSED = ("reference", "image_link", "image_reference", "short_reference", "short_image_ref", "automail", "em_strong2")
"""Patterns of marks that no generated page has; to look for them takes a third of the time."""
UNUSED_BLOCKS = ("table", "deflist", "defindent", "setextheader", "hr", "reference")
"""Blocks that no generated page has, or for which it has a form of its own (pipes.py, entries.py)."""
HAND_WRITTEN = {
    "md_in_html": {},
    "pymdownx.snippets": {"base_path": ["docs"], "check_paths": True, "restrict_base_path": True},
    "pymdownx.superfences": {},
}
"""Extensions, with their settings, that only pages written by hand need: to load them for each page takes its time."""
CODE: dict[str, dict[str, Any]] = {"pymdownx.superfences": {}, "pymdownx.highlight": {"use_pygments": False}}
"""What the page needs that shows code: in one colour, for an element around each word makes a long page heavy."""
SOME_POLICY = "zh/policies/some/index.md"


class ArchiveExtension(Extension):
    """Knows the page by its `path` below `docs/`, which overrides/hooks.py sets."""

    def __init__(self, **values: Any) -> None:
        self.config = {"path": [SOME_POLICY, "the page's path below docs/"]}
        super().__init__(**values)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Add what the archive's pages need to a converter."""
        md.is_block_level = cache(md.is_block_level)  # asked of every element, often
        page = Surroundings(self.getConfig("path"))
        if page.is_generated:
            for name in UNUSED:
                md.inlinePatterns.deregister(name, strict=False)
            for name in UNUSED_BLOCKS:
                md.parser.blockprocessors.deregister(name, strict=False)
            md.preprocessors.deregister("fenced_code_block", strict=False)  # nor is there code in them
            if page.has_code:
                md.registerExtensions(list(CODE), CODE)
            md.preprocessors.register(QuickWhitespace(md), "normalize_whitespace", 30)
            md.preprocessors.register(QuickHtmlBlocks(md), "html_block", 20)
            md.output_formats = md.output_formats | {"xhtml": serialize}
        else:
            md.registerExtensions(list(HAND_WRITTEN), HAND_WRITTEN)
            md.treeprocessors.register(PlainText(md), "plain-text", 21)  # before the search for marks
        md.parser.blockprocessors.register(EntriesProcessor(md, page), "entries", 121)
        md.parser.blockprocessors.register(FenceProcessor(md, page), "fence", 120)
        md.parser.blockprocessors.register(PictureProcessor(md, page), "picture", 119)
        md.parser.blockprocessors.register(PipeTableProcessor(md, page), "pipe-table", 110)
        md.parser.blockprocessors.register(NoteProcessor(md, page), "note", 109)
        md.parser.blockprocessors.register(FactsProcessor(md, page), "facts", 108)
        md.inlinePatterns.register(LinkProcessor(LINK_RE, md), "link", 160)
        md.inlinePatterns.register(SpanProcessor(SPAN_PATTERN, md), "span", 155)
        md.treeprocessors.register(OnePassSearch(md) if page.is_generated else QuickSearch(md), "inline", 20)
        md.treeprocessors.register(QuickUnescape(md), "unescape", 0)
        md.treeprocessors.register(Dresser(md, page), "dress", 7)  # after attr_list, before toc
        md.treeprocessors.register(CellNamer(md), "cells", 6.5)
        if page.path.endswith(HISTORY):
            md.treeprocessors.register(ChangeMarker(md, page), "changes", 6)


def makeExtension(**values: Any) -> ArchiveExtension:  # noqa: N802
    """Return the extension; Python-Markdown calls this by its name."""
    return ArchiveExtension(**values)
