"""A policy → its text as plain CommonMark: to read in any viewer, to mend in any editor, to hand on to any converter.

1. First a short list says what the text is and where it is kept. Front matter would do so for programs alone: viewers
   of plain CommonMark show it as one long heading.
2. A heading is the printed number and title, after `<a id="s2-3"></a>`, to which its address leads. CommonMark knows no
   other form: of ` {#s2-3}` most viewers show every character. A paragraph bears no target, or the text could hardly be
   read for them; where a section has no title, its target stands before its first paragraph, which its number opens.
3. A box is a quotation. A table is HTML: CommonMark has no tables, and no other form of them has cells that span rows.

Marks of terms and the editors' notes are left out: with the markup taken off, what follows the line is the text, in
another language our translation of it, and Chinese where that is missing.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from scripts.model.archive import Archive
from scripts.model.grid import head_rows
from scripts.model.kinds import KINDS
from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.policy import Block, Metadata, Policy, Section
from scripts.model.release import LICENCE
from scripts.model.said import Said
from scripts.model.vocabulary import Language, SectionKind
from scripts.write.markup import commonmark as cm
from scripts.write.words.addresses import policy_address
from scripts.write.words.dates import say_date
from scripts.write.words.drafts import draft_lead, draft_sign
from scripts.write.words.place_labels import english_label
from scripts.write.words.strings import pick, say


class Words:
    """The words of a policy as printed."""

    def __init__(self, policy: Policy) -> None:
        self.text = policy.text

    def heading(self, section: Section) -> str:
        """Return a section's number and title."""
        return section.heading(self.text)

    def block(self, block: Block) -> str:
        """Return a block."""
        return self.text[block.start : block.end]


class EnglishWords(Words):
    """The English of the words, with a mark where it is a draft; as printed where there is none."""

    def __init__(self, policy: Policy, english: Mapping[str, str], drafts: Collection[str]) -> None:
        super().__init__(policy)
        mark = draft_sign(Language.EN)
        self.english = {anchor: words + mark * (anchor in drafts) for anchor, words in english.items()}
        self.has_drafts = bool(drafts)

    def heading(self, section: Section) -> str:
        """Return a section's number as English writes it, and its title."""
        if section.title and section.anchor not in self.english:
            return super().heading(section)
        return english_label(section) + self.english.get(section.anchor, "")

    def block(self, block: Block) -> str:
        """Return a block in English."""
        return self.english.get(block.anchor) or super().block(block)


def render_policy_text(policy: Policy, title: str) -> str:
    """Return a policy as CommonMark, under this title; of a text that nobody described, with what it says of itself."""
    return "".join(stream_policy_text(policy, title))


def stream_policy_text(policy: Policy, title: str) -> Iterator[str]:
    """Yield the same in pieces."""
    head = [cm.heading(1, title)] if title else []
    known = list(facts(policy.metadata, ORIGINAL) if policy.metadata else printed_facts(policy.said))
    head += [cm.items(known), "---"] if known else []
    for number, block in enumerate(chain(head, text_blocks(policy, Words(policy)))):
        yield "\n\n" if number else ""
        yield block
    yield "\n"


def draw_policy_texts(policy: Policy, metadata: Metadata, archive: Archive) -> Iterator[tuple[str, str]]:
    """Yield the ends of the names of a policy's files, and the files; without a translation only the Chinese one."""
    yield ".md", render_policy_text(policy, metadata.title.zh)
    if archive.is_translated(metadata.id):
        words = EnglishWords(policy, archive.english[metadata.id], archive.drafts(metadata.id))
        yield f".{Language.EN}.md", render_translation(policy, metadata, words, Language.EN)


def render_translation(policy: Policy, metadata: Metadata, words: EnglishWords, language: Language) -> str:
    """Return a policy in another language as CommonMark; it says whose translation this is, and what is a draft."""
    head = [
        cm.heading(1, pick(metadata.title, language)),
        cm.items(facts(metadata, language)),
        cm.paragraph(say("our-english", language)),
        *([cm.paragraph(cm.escape(draft_lead(language)))] if words.has_drafts else []),
        "---",
    ]
    return "\n\n".join([*head, *text_blocks(policy, words)]) + "\n"


def facts(metadata: Metadata, language: Language) -> Iterator[tuple[str, str]]:
    """Yield what is known of a policy: names and values."""
    colon, blank = LANGUAGES[language].colon.strip(), LANGUAGES[language].word_space
    issuers = LANGUAGES[language].join_names(pick(issuer, language) for issuer in metadata.issuers)
    rows = (
        ("issuers", cm.escape(issuers)),
        ("number", cm.escape(metadata.number or say("number-unknown", language))),
        ("date", cm.escape(metadata.date.value)),
        ("source", cm.address(metadata.url)),
        ("permanent-address", cm.address(policy_address(metadata.id, language))),
        ("rights", cm.escape(say("text-rights", language).strip()) + blank + cm.address(LICENCE)),
    )
    for key, value in (*rows[:3], *edition(metadata, language), *rows[3:]):
        yield say(key, language) + colon, blank + value


def printed_facts(said: Said) -> Iterator[tuple[str, str]]:
    """Yield what a text prints of its issuers, number and date: names and values."""
    writing = LANGUAGES[ORIGINAL]
    issuers = writing.join_names(issuer.value for issuer in said.issuers)
    found = (("number", said.number), ("date", said.date))
    rows = (("issuers", issuers), *((key, each.value if each else "") for key, each in found))
    for key, value in rows:
        if value:
            yield say(key, ORIGINAL) + writing.colon.strip(), writing.word_space + cm.escape(value)


def edition(metadata: Metadata, language: Language) -> Iterator[tuple[str, str]]:
    """Yield which edition this is; nothing before the first."""
    for latest in metadata.editions[-1:]:
        yield "edition", say("edition-of", language, n=latest.number, date=say_date(latest.date, language))


def text_blocks(policy: Policy, words: Words) -> Iterator[str]:
    """Yield the blocks of the whole text."""
    for section in policy.sections:
        yield from section_blocks(words, section, 2)


def section_blocks(words: Words, section: Section, level: int) -> Iterator[str]:
    """Yield the blocks of a section; `level` is its heading's."""
    if section.kind is SectionKind.TABLE:
        yield from table_blocks(words, section, level)
    elif section.kind is SectionKind.BOX:
        yield cm.quotation(titled_blocks(words, section, level))
    elif section.title or KINDS[section.kind].is_document:
        yield from titled_blocks(words, section, level)
    else:
        yield from untitled_blocks(words, section, level)


def titled_blocks(words: Words, section: Section, level: int) -> Iterator[str]:
    """Yield a heading and what stands under it."""
    yield cm.heading(level, words.heading(section), section.anchor)
    yield from inner_blocks(words, section, level)


def untitled_blocks(words: Words, section: Section, level: int) -> Iterator[str]:
    """Yield a section without a title: its number, where it has one, opens its first paragraph."""
    lead, heading = section.lead, words.heading(section)
    gap = " " if lead and lead.start > section.heading_end and not heading.endswith(" ") else ""
    yield cm.paragraph(heading + gap + (words.block(lead) if lead else ""), section.anchor)
    yield from inner_blocks(words, section, level - 1, skip=1 if lead else 0)  # there is no heading of this level


def inner_blocks(words: Words, section: Section, level: int, skip: int = 0) -> Iterator[str]:
    """Yield a section's paragraphs and children in the order of the text."""
    members: list[Block | Section] = [*section.blocks[skip:], *section.children]
    for member in sorted(members, key=lambda member: member.start):
        if isinstance(member, Section):
            yield from section_blocks(words, member, level + 1)
        else:
            yield cm.paragraph(words.block(member))


def table_blocks(words: Words, section: Section, level: int) -> Iterator[str]:
    """Yield a table's caption and the table itself."""
    if section.title:
        yield cm.heading(level, words.heading(section), section.anchor)

    def cells(tag: str, blocks: Iterable[Block]) -> list[str]:
        return [cm.cell(tag, words.block(block), block.row_span, block.column_span) for block in blocks]

    rows = ((row.anchor, cells("td", row.blocks)) for row in section.children)
    head = [cells("th", blocks) for blocks in head_rows(section)]
    yield cm.table("" if section.title else section.anchor, head, rows)
