"""A policy → its text as plain CommonMark: to read in any viewer, to mend in any editor, to hand on to any converter.

1. First a short list says what the text is and where it is kept. Front matter would do so for programs alone: viewers
   of plain CommonMark show it as one long heading.
2. A heading is the printed number and title, after `<a id="s2-3"></a>`, to which its address leads. CommonMark knows no
   other form: of ` {#s2-3}` most viewers show every character. A paragraph bears no target, or the text could hardly be
   read for them; where a section has no title, its target stands before its first paragraph, which its number opens.
3. A box is a quotation. A table is HTML: CommonMark has no tables, and no other form of them has cells that span rows.

Marks of terms and the editors' notes are left out: with the markup taken off, what follows the line is the text.
"""

from collections.abc import Iterator

from scripts.model.policy import Block, Metadata, Policy, Section
from scripts.model.release import LICENCE
from scripts.model.vocabulary import Language, SectionKind
from scripts.write.markup import commonmark as cm
from scripts.write.words.addresses import policy_address
from scripts.write.words.strings import say


def render_policy_text(policy: Policy, title: str) -> str:
    """Return a policy as CommonMark, under this title; of a text that nobody described, no more is said than that."""
    head = [cm.heading(1, title)] if title else []
    if policy.metadata:
        head += [cm.items(facts(policy.metadata)), "---"]
    return "\n\n".join([*head, *text_blocks(policy)]) + "\n"


def facts(metadata: Metadata) -> Iterator[tuple[str, str]]:
    """Yield what is known of a policy: names and values."""
    chinese = Language.ZH
    rows = (
        ("issuers", cm.escape("、".join(issuer.zh for issuer in metadata.issuers))),
        ("number", cm.escape(metadata.number or say("number-unknown", chinese))),
        ("date", cm.escape(metadata.date.value)),
        ("source", cm.address(metadata.url)),
        ("permanent-address", cm.address(policy_address(metadata.id))),
        ("rights", cm.escape(say("text-rights", chinese)) + cm.address(LICENCE)),
    )
    for key, value in rows:
        yield say(key, chinese) + "：", value


def text_blocks(policy: Policy) -> Iterator[str]:
    """Yield the blocks of the whole text."""
    for section in policy.sections:
        yield from section_blocks(policy.text, section, 2)


def section_blocks(text: str, section: Section, level: int) -> Iterator[str]:
    """Yield the blocks of a section; `level` is its heading's."""
    if section.kind is SectionKind.TABLE:
        yield from table_blocks(text, section, level)
    elif section.kind is SectionKind.BOX:
        yield cm.quotation(titled_blocks(text, section, level))
    elif section.title:
        yield from titled_blocks(text, section, level)
    else:
        yield from untitled_blocks(text, section, level)


def titled_blocks(text: str, section: Section, level: int) -> Iterator[str]:
    """Yield a heading and what stands under it."""
    yield cm.heading(level, text[section.start : section.heading_end], section.anchor)
    yield from inner_blocks(text, section, level)


def untitled_blocks(text: str, section: Section, level: int) -> Iterator[str]:
    """Yield a section without a title: its number, where it has one, opens its first paragraph."""
    first = "".join(text[block.start : block.end] for block in section.blocks[:1])
    yield cm.paragraph(text[section.start : section.heading_end] + first, section.anchor)
    yield from inner_blocks(text, section, level, skip=1)


def inner_blocks(text: str, section: Section, level: int, skip: int = 0) -> Iterator[str]:
    """Yield a section's paragraphs and children in the order of the text."""
    members: list[Block | Section] = [*section.blocks[skip:], *section.children]
    for member in sorted(members, key=lambda member: member.start):
        if isinstance(member, Section):
            yield from section_blocks(text, member, level + 1)
        else:
            yield cm.paragraph(text[member.start : member.end])


def table_blocks(text: str, section: Section, level: int) -> Iterator[str]:
    """Yield a table's caption and the table itself."""
    if section.title:
        yield cm.heading(level, text[section.start : section.heading_end], section.anchor)

    def cells(tag: str, blocks: tuple[Block, ...]) -> list[str]:
        return [cm.cell(tag, text[block.start : block.end], block.row_span) for block in blocks]

    rows = ((row.anchor, cells("td", row.blocks)) for row in section.children)
    yield cm.table("" if section.title else section.anchor, cells("th", section.blocks), rows)
