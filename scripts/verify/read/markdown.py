"""Markdown → paragraphs without markup: links of every form, footnotes, quotations set off by `>`; code is left out.

1. Lines become blocks: paragraphs, items, headings, rows; a block keeps the number of its first line.
2. In a block, markup is taken off from left to right, and what leads somewhere is kept with its place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from scripts.verify.read.addresses import find_addresses
from scripts.verify.read.paragraphs import Link, Manuscript, NoteSign, Paragraph
from scripts.verify.read.plain import with_numbered_notes

FENCE_PATTERN = re.compile(r"\s*(?P<fence>`{3,}|~{3,})")
QUOTED_PATTERN = re.compile(r"\s{0,3}>[ \t]?")
NOTE_PATTERN = re.compile(r"\s{0,3}\[\^(?P<key>[^\]\s]+)\]:[ \t]*")
DEFINITION_PATTERN = re.compile(r"\s{0,3}\[(?P<key>[^\]^][^\]]*)\]:[ \t]*<?(?P<address>[^\s>]+)>?")
# - item  1. item  # heading
START_PATTERN = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])[ \t]+|\s{0,3}#{1,6}(?:[ \t]+|$)")
NUMBERED_PATTERN = re.compile(r"\s*[\[［]\d{1,3}[\]］](?![(:])")  # [1] 甲. 乙
BALANCED = r"(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*\])*"
MARKUP_PATTERN = re.compile(
    rf"(?P<escape>\\[!-/:-@\[-`{{-~])"
    rf"|(?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    rf"|(?P<image>!\[{BALANCED}\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+[^()]*)?\))"
    rf"|(?P<sign>\[\^(?P<key>[^\]\s]+)\])"
    rf"|\^\[(?P<inline>{BALANCED})\]"
    rf"|\[(?P<words>{BALANCED})\]\(\s*<?(?P<address>[^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?P<title>\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
    rf"|\[(?P<named>{BALANCED})\](?:\[(?P<name>[^\]]*)\])?"
    rf"|<(?P<auto>https?://[^<>\s]+)>"
    rf"|<a\s(?:[^<>]*\s)?href=[\"'](?P<href>[^\"'<>\s]*)[\"'][^<>]*>(?P<anchored>.{{0,2000}}?)</a>"
    rf"|(?P<tag></?[a-zA-Z][^<>]*>|<!--.*?-->)"
    rf"|(?P<strong>\*{{1,3}}|(?<![\w/#.-])_{{1,2}}(?=\S)|(?<=\S)_{{1,2}}(?![\w/#.-])|~~)"
    rf"|(?P<entity>&(?:[a-zA-Z]{{2,16}}|\#\d{{1,7}}|\#x[0-9a-fA-F]{{1,6}});)",
    re.DOTALL,
)


@dataclass(slots=True)
class Block:
    """Lines that are one paragraph."""

    line: int
    is_quotation: bool
    note: str
    lines: list[str] = field(default_factory=list)


def read_markdown(text: str) -> Manuscript:
    """Return the paragraphs of a text in Markdown."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    definitions = {match["key"].casefold(): match["address"] for match in map(DEFINITION_PATTERN.match, lines) if match}
    manuscript = Manuscript()
    for block in find_blocks(lines):
        Inlines(definitions, block).read(manuscript)
    return Manuscript(with_numbered_notes(manuscript.paragraphs))


def find_blocks(lines: list[str]) -> Iterator[Block]:
    """Yield the blocks of lines that have words; those of code are none."""
    block, note, fence = Block(0, is_quotation=False, note=""), "", ""
    for number, line in enumerate(lines, start=1):
        match = FENCE_PATTERN.match(line)
        if fence or match:
            yield from filled(block)
            block = Block(number + 1, is_quotation=False, note=note)
            fence = next_fence(fence, match)
            continue
        is_quoted, plain = unquote(line)
        definition = NOTE_PATTERN.match(plain)
        if definition:
            note, plain = definition["key"], plain[definition.end() :]
        elif plain.strip() and not plain.startswith(("    ", "\t")) and not block.lines:
            note = ""
        is_new = bool(definition or START_PATTERN.match(plain) or NUMBERED_PATTERN.match(plain))
        is_new = is_new or is_quoted is not block.is_quotation
        if is_new or not plain.strip() or DEFINITION_PATTERN.match(plain):
            yield from filled(block)
            block = Block(number, is_quoted, note)
        if plain.strip() and not DEFINITION_PATTERN.match(plain):
            if not block.lines:
                block = Block(number, is_quoted, note)
            block.lines.append(START_PATTERN.sub("", plain) if is_new else plain.strip())
    yield from filled(block)


def next_fence(fence: str, match: re.Match[str] | None) -> str:
    """Return the fence that is open behind a line; empty where none is."""
    if not fence:
        return match["fence"] if match else ""
    is_closed = match and match["fence"][0] == fence[0] and len(match["fence"]) >= len(fence)
    return "" if is_closed else fence


def unquote(line: str) -> tuple[bool, str]:
    """Return whether a line is set off as a quotation, and the line without the signs of it."""
    is_quoted = False
    while match := QUOTED_PATTERN.match(line):
        is_quoted, line = True, line[match.end() :]
    return is_quoted, line


def filled(block: Block) -> Iterator[Block]:
    """Yield a block if it has lines."""
    if block.lines:
        yield block


class Inlines:
    """Takes the markup off a block."""

    def __init__(self, definitions: dict[str, str], block: Block) -> None:
        self.definitions, self.block = definitions, block
        self.text = ""
        self.links: list[Link] = []
        self.signs: list[NoteSign] = []
        self.inner: list[tuple[str, str]] = []
        """The notes that stand in the text itself: the key and the words of each."""

    def read(self, manuscript: Manuscript) -> None:
        """Add the block to a manuscript, and the notes that stand in it."""
        block = self.block
        self.add("\n".join(block.lines))
        manuscript.paragraphs.append(
            Paragraph(
                *(f"line {block.line}", self.text, block.line, tuple(self.links), tuple(self.signs)),
                *(block.is_quotation, block.note),
            )
        )
        for key, words in self.inner:
            Inlines(self.definitions, Block(block.line, is_quotation=False, note=key, lines=[words])).read(manuscript)

    def add(self, marked: str) -> None:
        """Add words with markup."""
        place = 0
        for match in MARKUP_PATTERN.finditer(marked):
            self.add_plain(marked[place : match.start()])
            self.add_markup(match)
            place = match.end()
        self.add_plain(marked[place:])

    def add_plain(self, words: str) -> None:
        """Add words without markup, and the addresses in them."""
        for link in find_addresses(words):
            self.links.append(Link(len(self.text) + link.start, len(self.text) + link.end, link.address))
        self.text += words

    def add_markup(self, match: re.Match[str]) -> None:
        """Add what a piece of markup shows, and keep where it leads."""
        if match["escape"]:
            self.text += match[0][1]
        elif match["sign"]:
            self.signs.append(NoteSign(len(self.text), match["key"]))
        elif match["inline"] is not None:
            key = f"{self.block.line}:{len(self.text)}"
            self.signs.append(NoteSign(len(self.text), key))
            self.inner.append((key, match["inline"]))
        elif match["address"] is not None or match["href"] is not None:
            self.add_link(match["words"] or match["anchored"] or "", unescape(match["address"] or match["href"] or ""))
        elif match["named"] is not None:
            self.add_named(match)
        elif match["auto"]:
            self.add_link("", match["auto"])
        elif match["entity"]:
            self.text += unescape(match[0])
        elif match["code"] or match["image"]:
            self.text += "\n" * match[0].count("\n")

    def add_named(self, match: re.Match[str]) -> None:
        """Add a link whose address stands elsewhere, or the words in brackets where there is none."""
        address = self.definitions.get((match["name"] or match["named"]).casefold())
        if address:
            self.add_link(match["named"], address)
        else:
            self.text += "["
            self.add(match["named"])
            self.text += "]" if match["name"] is None else f"][{match['name']}]"

    def add_link(self, words: str, address: str) -> None:
        """Add a link with its words; one that shows its address is one link, not two."""
        start, before = len(self.text), len(self.links)
        self.add(words)
        del self.links[before:]
        self.links.append(Link(start, len(self.text), address))
