"""Blocks that are an entry each: a name with what is known of it, a note of the editors or the translator."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor

from scripts.write.markup.surroundings import Surroundings

FACT_PATTERN = re.compile(r"(?P<name>[^\n]+)\n: +(?P<value>[^\n]*(?:\n(?!: )[^\n]+)*)\s*$")
# a paragraph with {#note-s2-1-p1-1} or {#translation-s2-1} on its last line
NOTE_PATTERN = re.compile(r"(?P<text>.+)\n\{#(?P<id>(?P<kind>note|translation)-(?P<key>[\w-]+))\}\s*", re.DOTALL)
PLACE_PATTERN = re.compile(r"\*\*(?P<place>[^*]*)\*\*")
BACK_TO = {"note": "spot", "translation": "translated"}


class FactsProcessor(BlockProcessor):
    """Makes a description list of names and values, each pair in an element of its own."""

    def __init__(self, md: Markdown, page: Surroundings) -> None:
        super().__init__(md.parser)
        self.page = page

    def test(self, _: Element, block: str) -> bool:
        """Whether a block is a name with its value."""
        return self.page.is_generated and "\n: " in block and bool(FACT_PATTERN.fullmatch(block.strip("\n")))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Add the pair to the list that it continues, or to a new one."""
        match = FACT_PATTERN.fullmatch(blocks.pop(0).strip("\n"))
        facts = self.lastChild(parent)
        if facts is None or facts.tag != "dl":
            facts = SubElement(parent, "dl", {"class": "policy-facts"})
        pair = SubElement(facts, "div")
        if match:
            SubElement(pair, "dt").text = match["name"]
            SubElement(pair, "dd").text = match["value"]


class NoteProcessor(BlockProcessor):
    """Makes a note of the editors or the translator, a line for each thing it says, with the way to its place."""

    def __init__(self, md: Markdown, page: Surroundings) -> None:
        super().__init__(md.parser)
        self.page = page

    def test(self, _: Element, block: str) -> bool:
        """Whether a block is a note."""
        return bool(NOTE_PATTERN.fullmatch(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Add the note: the place that opens it in bold leads there."""
        match = NOTE_PATTERN.fullmatch(blocks.pop(0))
        if match:
            text_page = "../index.md" if self.page.path.endswith("/notes/index.md") else ""
            spot = f"{text_page}#{BACK_TO[match['kind']]}-{match['key']}"
            note = SubElement(parent, "p", {"id": match["id"], "class": "policy-note"})
            note.text = PLACE_PATTERN.sub(rf"[\g<place>]({spot})", match["text"], count=1)
