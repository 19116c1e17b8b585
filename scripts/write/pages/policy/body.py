"""A policy's text → Markdown: every heading and every block with its id, and a mark where the editors have a note."""

from collections.abc import Iterator
from typing import assert_never

from scripts.model.archive import Archive
from scripts.model.grid import read_grid
from scripts.model.kinds import KINDS, Drawing
from scripts.model.languages import ORIGINAL
from scripts.model.lookup import Lookup
from scripts.model.policy import Block, Policy, Section
from scripts.model.vocabulary import BlockKind, Language
from scripts.write.markup import markdown as md
from scripts.write.markup.text_tables import needs_grid, text_table
from scripts.write.pages.policy.inline import ChineseWords, EnglishWords


class TextWriter:
    """Writes the text of one policy in one language."""

    def __init__(self, policy: Policy, lookup: Lookup, language: Language) -> None:
        archive = lookup.archive
        self.policy, self.language = policy, language
        self.former_anchors: dict[str, list[str]] = {}
        """For each anchor, those that once were in its place: they stay addresses."""
        for old, new in archive.redirects.get(policy.metadata.id if policy.metadata else "", {}).items():
            self.former_anchors.setdefault(new, []).append(old)
        self.words = words_of(policy, archive, language)

    def write(self) -> Iterator[str]:
        """Yield the Markdown blocks of the whole text."""
        for section in self.policy.sections:
            yield from self.section(section, 2)

    def section(self, section: Section, level: int) -> Iterator[str]:
        """Yield the Markdown blocks of a section; `level` is its heading's."""
        match KINDS[section.kind].drawing:
            case Drawing.TABLE:
                yield from self.table(section, level)
            case Drawing.BOX:
                yield md.division(self.titled(section, level), tag="aside", classes="policy-box")
            case Drawing.PLAIN:
                yield md.division(self.inner(section, level), id=section.anchor, classes=f"policy-{section.kind}")
            case Drawing.HEADING if section.start == section.heading_end:  # an address alone
                yield md.division(self.inner(section, level - 1), id=section.anchor)
            case Drawing.HEADING:
                is_titled = section.title or KINDS[section.kind].is_document
                yield from self.titled(section, level) if is_titled else self.untitled(section, level)
            case drawing:
                assert_never(drawing)

    def titled(self, section: Section, level: int) -> Iterator[str]:
        """Yield a heading and what stands under it."""
        text = self.words.heading(section)
        yield md.heading(level, self.former(section.anchor) + text, section.anchor)
        yield from self.inner(section, level)

    def untitled(self, section: Section, level: int) -> Iterator[str]:
        """Yield a section that has a number but no heading: the number opens its first paragraph."""
        label, lead = self.former(section.anchor) + md.bold(self.words.heading(section)), section.lead
        gap = " " if lead and lead.start > section.heading_end else ""
        yield self.block(lead, label + gap) if lead else md.paragraph(label, section.anchor)
        yield from self.inner(section, level - 1, skip=1 if lead else 0)  # there is no heading of this level

    def inner(self, section: Section, level: int, skip: int = 0) -> Iterator[str]:
        """Yield a section's blocks and children in the order of the text."""
        members: list[Block | Section] = [*section.blocks[skip:], *section.children]
        for member in sorted(members, key=lambda member: member.start):
            if isinstance(member, Section):
                yield from self.section(member, level + 1)
            else:
                yield self.block(member)

    def block(self, block: Block, before: str = "") -> str:
        """Return a block as a paragraph with its id."""
        text = self.former(block.anchor) + before + self.words.block(block)
        classes = "" if block.kind is BlockKind.PARAGRAPH else f"policy-{block.kind}"
        return md.paragraph(text, block.anchor, classes)

    def table(self, section: Section, level: int) -> Iterator[str]:
        """Yield a table's caption and the table itself."""
        if section.title:
            text = self.words.heading(section)
            yield md.heading(level, self.former(section.anchor) + text, section.anchor)
        grid = read_grid(section)
        if not grid or (needs_grid(section, grid) and not is_known(self.policy)):
            yield from self.table_lines(section)
            return
        identity = "" if section.title else section.anchor
        if needs_grid(section, grid):
            yield text_table(self.words.table_label(section), section, grid, self.cell_words, identity)
            return
        head = [self.cell(block, "th", scope="col") for block in section.blocks]
        rows = [
            md.html_row((self.cell(block, "td") for block in row.blocks), id=row.anchor) for row in section.children
        ]
        yield md.html_table(self.words.table_label(section), head, rows, id=identity, classes="policy-table")

    def table_lines(self, section: Section) -> Iterator[str]:
        """Yield a table whose head does not say what stands in each column: a line for each cell, row by row."""
        head = [self.block(block) for block in section.blocks]
        if head or not section.title:
            yield md.division(head, id="" if section.title else section.anchor)
        for row in section.children:
            yield md.division([self.block(block) for block in row.blocks], id=row.anchor)

    def cell(self, block: Block, tag: str, **values: str) -> md.Cell:
        """Return a table cell with its id; it may span rows."""
        values["rowspan"] = str(block.row_span) if block.row_span > 1 else ""
        return md.html_cell(tag, self.cell_words(block), id=block.anchor, **values)

    def cell_words(self, block: Block) -> str:
        """Return what a table cell says, with the addresses that it bore before."""
        return self.former(block.anchor) + self.words.block(block)

    def former(self, anchor: str) -> str:
        """Return targets for the addresses that this place bore before."""
        return "".join(md.span("", old) for old in self.former_anchors.get(anchor, []))


def is_known(policy: Policy) -> bool:
    """Whether the tables of a policy are those of a file, with all that their cells span, and no guesses."""
    return policy.source.original is not None


def words_of(policy: Policy, archive: Archive, language: Language) -> ChineseWords | EnglishWords:
    """Return the words to print: English on an English page, where there is any."""
    if language is not ORIGINAL and has_english(policy, archive):
        return EnglishWords(policy, archive)
    return ChineseWords(policy, archive)


def has_english(policy: Policy, archive: Archive) -> bool:
    """Whether any of a policy has a current English, be it a draft."""
    return bool(policy.metadata and archive.english.get(policy.metadata.id))
