"""The words of a policy's headings and blocks as Markdown, with their marks: as printed, or in English.

In English a block that has no current translation stands in Chinese, and says so. An editors' note stands at its
block's end.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from scripts.link.annexes import find_annex_references
from scripts.link.inlines import (
    Inline,
    InlineKind,
    citations,
    find_english_annexes,
    find_english_inlines,
    find_inlines,
    first_terms,
    note_kind,
    settle,
)
from scripts.model.archive import Archive, Findings, Mention, Target
from scripts.model.edits import replaced_places
from scripts.model.places_in_text import note_ids
from scripts.model.policy import Block, Policy, Section
from scripts.model.vocabulary import Language
from scripts.text.signs import CELL_LINE
from scripts.write.markup import markdown as md
from scripts.write.markup.annotate import Annotator
from scripts.write.pages.policy.english_state import draft_mark
from scripts.write.pages.policy.marks import Marks
from scripts.write.pages.policy.translator_notes import note_sign
from scripts.write.words.place_labels import english_label
from scripts.write.words.strings import LANG_TAGS, say
from scripts.write.words.values import english_forms

ZH_TAG = LANG_TAGS[Language.ZH]
Found = TypeVar("Found", Inline, Mention)


def findings_of(policy: Policy, archive: Archive) -> Findings:
    """Return what was found in a policy; nothing in a text that is not in the corpus."""
    return archive.findings.get(policy.metadata.id if policy.metadata else "", Findings())


def once_a_part(policy: Policy, terms: Iterable[Found]) -> Iterator[Found]:
    """Yield the terms but for those that the same part has before: a page reads the calmer for it."""
    starts = [section.start for section in policy.sections]
    seen = set[tuple[int, str]]()
    for term in terms:
        place = bisect_right(starts, term.start), term.target or ""
        if place not in seen:
            seen.add(place)
            yield term


class ChineseWords:
    """The words as printed."""

    def __init__(self, policy: Policy, archive: Archive) -> None:
        found = find_inlines(policy, findings_of(policy, archive), archive.glossary)
        terms = {*once_a_part(policy, (inline for inline in found if inline.kind is InlineKind.TERM))}
        inlines = [inline for inline in found if inline.kind is not InlineKind.TERM or inline in terms]
        self.annotator = Annotator(policy.text, inlines, Marks(policy, archive).draw)
        self.breaks = [*replaced_places(policy.edits, CELL_LINE)] if policy.source.original else []
        """The blanks that stand between two paragraphs of a table's cell."""

    def heading(self, section: Section) -> str:
        """Return a section's printed number and title."""
        return self.annotator.annotate(section.start, section.heading_end).replace("\n", " ")

    def block(self, block: Block) -> str:
        """Return a block's words, each paragraph of a cell on lines of its own."""
        return self.annotator.annotate_lines(block.start, block.end, self.breaks)

    def table_label(self, section: Section) -> str:
        """Return what a screen reader calls a table."""
        return section.title or section.anchor


class EnglishWords:
    """The English of the words, our translation."""

    def __init__(self, policy: Policy, archive: Archive) -> None:
        self.policy, self.archive = policy, archive
        self.marks = Marks(policy, archive)
        own = policy.metadata.id if policy.metadata else ""
        self.english = archive.english.get(own, {})
        self.drafts = archive.drafts(own)
        self.translator_notes = archive.translator_notes.get(own, {})
        findings = findings_of(policy, archive)
        self.mentions = [*once_a_part(policy, first_terms(policy, findings))], [*citations(findings)]
        """The terms and the citations to mark, each in the order of the text."""
        self.targets: dict[str, list[Target]] = defaultdict(list)
        for target in findings.targets:
            self.targets[target.anchor].append(target)
        self.annexes = [*find_annex_references(policy)]
        self.note_ids = note_ids(policy)

    @cached_property
    def chinese(self) -> ChineseWords:
        """The words as printed, for what has no English."""
        return ChineseWords(self.policy, self.archive)

    def heading(self, section: Section) -> str:
        """Return a section's number as English writes it, and its title in English."""
        english = self.english.get(section.anchor)
        if section.title and english is None:
            return self.untranslated(self.chinese.heading(section))
        notes = self.notes(section.start, section.heading_end) + self.translator_signs(section.anchor)
        return md.escape(english_label(section) + (english or "")) + notes

    def block(self, block: Block) -> str:
        """Return a block in English with its marks; in Chinese where it has no translation."""
        english = self.english.get(block.anchor)
        if english is None:
            return self.untranslated(self.chinese.block(block))
        found = [part for all_ in self.mentions for part in within(all_, block)], self.targets.get(block.anchor, ())
        inlines = find_english_inlines(block, english, found, self.archive.glossary, english_forms)
        inlines = settle([*inlines, *find_english_annexes(self.policy, self.annexes, block, english)])
        notes = self.notes(block.start, block.end) + self.translator_signs(block.anchor)
        return Annotator(english, inlines, self.marks.draw).annotate(0, len(english)) + notes

    def translator_signs(self, anchor: str) -> str:
        """Return what says that the English of a place is a draft, and the sign of the translator's note on it."""
        mark = draft_mark(Language.EN) if anchor in self.drafts else ""
        return mark + (note_sign(anchor, Language.EN) if anchor in self.translator_notes else "")

    def table_label(self, section: Section) -> str:
        """Return what a screen reader calls a table."""
        return self.english.get(section.anchor, section.anchor)

    def untranslated(self, words: str) -> str:
        """Return Chinese words, marked as such."""
        label = md.span(md.escape(say("untranslated", Language.EN)), classes="policy-untranslated")
        return f"{label} {md.span(words, lang=ZH_TAG)}"

    def notes(self, start: int, end: int) -> str:
        """Return the signs of the notes on a span."""
        sign = md.escape(say("note-sign", Language.EN))
        notes = [note for note in self.policy.notes if start <= note.start < end]
        inlines = (Inline(note_kind(note), note.start, note.end, self.note_ids[note.index]) for note in notes)
        return "".join(self.marks.draw(inline, sign) for inline in inlines)


def within(mentions: list[Mention], block: Block) -> list[Mention]:
    """Return the mentions, which are in order, that begin in a block."""
    start = attrgetter("start")
    low = bisect_left(mentions, block.start, key=start)
    return mentions[low : bisect_left(mentions, block.end, lo=low, key=start)]
