"""Blocks that are an entry each: a name with what is known of it, an editors' note, a term of the page."""

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor

from scripts.model.vocabulary import Language
from scripts.write.markup.surroundings import Surroundings
from scripts.write.words.strings import say

FACT_PATTERN = re.compile(r"(?P<name>[^\n]+)\n: +(?P<value>[^\n]*(?:\n(?!: )[^\n]+)*)\s*$")
# a paragraph with {#note-s2-1-p1-1}, {#term-food-safety}, {#translation-s2-1} on its last line
ENTRY_PATTERN = re.compile(r"(?P<text>.+)\n\{#(?P<id>(?P<kind>note|translation|term)-(?P<key>[\w-]+))\}\s*$", re.DOTALL)
TERM_PATTERN = re.compile(r"\*\*(?P<zh>[^*]*)\*\* (?P<en>[^\n]*)\n(?P<meaning>.*)", re.DOTALL)
BACK_TO = {"note": "spot", "translation": "translated"}


class FactsProcessor(BlockProcessor):
    """Makes a description list of names and values, each pair in an element of its own."""

    def __init__(self, md: Markdown, page: Surroundings) -> None:
        super().__init__(md.parser)
        self.page = page

    def test(self, _: etree.Element, block: str) -> bool:
        """Whether a block is a name with its value."""
        return self.page.is_generated and "\n: " in block and bool(FACT_PATTERN.fullmatch(block.strip("\n")))

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Add the pair to the list that it continues, or to a new one."""
        match = FACT_PATTERN.fullmatch(blocks.pop(0).strip("\n"))
        facts = self.lastChild(parent)
        if facts is None or facts.tag != "dl":
            is_glossary = self.page.path.endswith("/indicators/index.md")
            classes = "policy-facts" + (" glossary-list" if is_glossary else "")
            facts = etree.SubElement(parent, "dl", {"class": classes})
        pair = etree.SubElement(facts, "div")
        if match:
            etree.SubElement(pair, "dt").text = match["name"]
            etree.SubElement(pair, "dd").text = match["value"]


class EntryProcessor(BlockProcessor):
    """Makes a note or a term's entry, with the link that each of its kind ends with."""

    def __init__(self, md: Markdown, page: Surroundings) -> None:
        super().__init__(md.parser)
        self.page = page

    def test(self, _: etree.Element, block: str) -> bool:
        """Whether a block is such an entry."""
        return bool(ENTRY_PATTERN.fullmatch(block))

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Add the entry."""
        match = ENTRY_PATTERN.fullmatch(blocks.pop(0))
        if match:
            classes = "page-term" if match["kind"] == "term" else "policy-note"
            entry = etree.SubElement(parent, "div", {"id": match["id"], "class": classes})
            write = self.term if match["kind"] == "term" else self.note
            etree.SubElement(entry, "p").text = write(match)

    def note(self, match: re.Match[str]) -> str:
        """Return a note's lines, and the way back to what it is about."""
        back = f"[{say('note-back', self.page.language)}](#{BACK_TO[match['kind']]}-{match['key']}){{.policy-back}}"
        return "<br>\n".join([*match["text"].split("\n"), back])

    def term(self, match: re.Match[str]) -> str:
        """Return a term in both languages, its meaning, and the way to its page."""
        more = f"[{say('more', self.page.language)}](../../terms/{match['key']}/)"
        term = TERM_PATTERN.fullmatch(match["text"])
        if not term:
            return f"{match['text']} {more}"
        zh, en = (f"[{term[key]}]{{{key}}}" for key in (Language.ZH, Language.EN))
        return f"<b>{zh} {en}</b><br>{term['meaning']} {more}"
