"""The words of a policy's headings and blocks in one language, with their marks and the signs of their notes."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple, Protocol

from scripts.link.annexes import find_annex_references
from scripts.link.inlines import (
    Inline,
    InlineKind,
    citations,
    figure_inline,
    find_english_annexes,
    find_english_inlines,
    find_inlines,
    first_terms,
    named_bodies,
    settle,
)
from scripts.model.archive import Archive, Findings, Mention, Target
from scripts.model.policy import Block, Policy, Section
from scripts.model.vocabulary import Language
from scripts.write.akoma_ntoso.marks import Marks, value_of
from scripts.write.akoma_ntoso.xml import element, escape, translated
from scripts.write.words.place_labels import english_label
from scripts.write.words.strings import say
from scripts.write.words.values import english_forms

DRAFT = " " + element("remark", escape(say("draft-mark", Language.EN)), {"type": "translation"})
"""What stands behind English that nobody has confirmed."""


class Piece(NamedTuple):
    """A finished run of words, and its language."""

    words: str
    language: Language


class Words(Protocol):
    """The words of one policy in one language; None where it has none there."""

    def number(self, section: Section) -> Piece | None:
        """Return a section's printed number."""

    def heading(self, section: Section) -> Piece | None:
        """Return its heading, with the signs of the notes on its number and on itself."""

    def block(self, block: Block) -> Piece | None:
        """Return a block."""


class Found:
    """What was found in one policy: what is marked in its Chinese, and in the English of each block, once for all."""

    def __init__(self, policy: Policy, archive: Archive) -> None:
        own = policy.metadata.id if policy.metadata else ""
        self.policy, self.archive = policy, archive
        self.is_translated = archive.is_translated(own)
        self.findings = archive.findings.get(own, Findings())
        self.english, self.drafts = archive.english.get(own, {}), archive.drafts(own)
        self.targets: dict[str, list[Target]] = defaultdict(list)
        for target in self.findings.targets:
            self.targets[target.anchor].append(target)
        self.annexes = [*find_annex_references(policy)]
        self.known: dict[str, list[Inline]] = {}

    @cached_property
    def inlines(self) -> list[Inline]:
        """What is marked in the Chinese."""
        return find_inlines(self.policy, self.findings, self.archive.glossary, bodies=True)

    @cached_property
    def figures(self) -> dict[Inline, list[Target]]:
        """The figures that each mark in the Chinese stands for."""
        figures: dict[Inline, list[Target]] = defaultdict(list)
        for target in self.findings.targets:
            figures[figure_inline(target, self.policy)].append(target)
        return figures

    @cached_property
    def mentions(self) -> list[Mention]:
        """What is named, in the order of the text."""
        findings = self.findings
        found = [*first_terms(self.policy, findings), *citations(findings), *named_bodies(findings)]
        return sorted(found, key=lambda mention: mention.start)

    @cached_property
    def starts(self) -> list[int]:
        """Where each of them begins."""
        return [mention.start for mention in self.mentions]

    def english_inlines(self, block: Block) -> list[Inline]:
        """Return what is marked in a block's English."""
        if block.anchor not in self.known:
            low, high = (bisect_left(self.starts, place) for place in (block.start, block.end))
            found = self.mentions[low:high], self.targets.get(block.anchor, [])
            words = self.english[block.anchor]
            inlines = find_english_inlines(block, words, found, self.archive.glossary, english_forms)
            annexes = find_english_annexes(self.policy, self.annexes, block, words)
            self.known[block.anchor] = settle([*inlines, *annexes])
        return self.known[block.anchor]


class ChineseWords:
    """The words as printed."""

    def __init__(self, found: Found, marks: Marks) -> None:
        self.text, self.marks = found.policy.text, marks
        self.inlines, self.figures = found.inlines, found.figures
        self.starts = [inline.start for inline in self.inlines]
        self.drawn: set[str] = set()
        """The notes whose sign stands somewhere."""

    def number(self, section: Section) -> Piece | None:
        """Return a section's number as printed; where it has no title, all of its first line's head."""
        end = title_start(section)
        if section.start == end:
            return None
        return self.piece(section.start, end, "" if section.title else section.anchor)

    def heading(self, section: Section) -> Piece | None:
        """Return a section's title as printed, with what stands between it and the number."""
        start = title_start(section)
        return self.piece(start, section.heading_end, section.anchor) if start < section.heading_end else None

    def block(self, block: Block) -> Piece | None:
        """Return a block's words."""
        return self.piece(block.start, block.end, block.anchor)

    def piece(self, start: int, end: int, anchor: str) -> Piece:
        """Return a span of the text; behind it the signs of the anchor's notes that no span of their own could bear."""
        words = self.annotate(start, end)
        left = [identity for identity in self.marks.notes.at.get(anchor, ()) if identity not in self.drawn]
        self.drawn.update(left)
        return Piece(words + "".join(self.marks.notes.sign(f"note-{identity}") for identity in left), Language.ZH)

    def annotate(self, start: int, end: int) -> str:
        """Return a span of the text with those marks that lie in it."""
        pieces, place = [], start
        for inline in self.inlines[bisect_left(self.starts, start) : bisect_left(self.starts, end)]:
            if inline.end <= end:
                words = escape(self.text[inline.start : inline.end])
                pieces += [escape(self.text[place : inline.start]), self.mark(inline, words)]
                place = inline.end
        return "".join(pieces) + escape(self.text[place:end])

    def mark(self, inline: Inline, words: str) -> str:
        """Return words with their mark."""
        if inline.kind in (InlineKind.EMENDED, InlineKind.DOUBTFUL):
            self.drawn.add(inline.target)
        value = value_of(self.figures[inline]) if inline.kind is InlineKind.FIGURE else ""
        return self.marks.draw(inline, words, value)


class EnglishWords:
    """The English of the words, our translation; `or_chinese` are the words where there is none."""

    def __init__(self, found: Found, marks: Marks, or_chinese: Words | None) -> None:
        self.found, self.english, self.marks, self.or_chinese = found, found.english, marks, or_chinese

    def number(self, section: Section) -> Piece | None:
        """Return a section's number as English writes it."""
        label = english_label(section).strip()
        if not self.has_english(section):
            return self.or_chinese.number(section) if self.or_chinese else None
        signs = "" if section.title else self.signs(section.anchor)
        return Piece(escape(label) + signs, Language.EN) if label else None

    def heading(self, section: Section) -> Piece | None:
        """Return a section's title in English."""
        if not section.title:
            return None
        if not self.has_english(section):
            return self.or_chinese.heading(section) if self.or_chinese else None
        return Piece(translated(self.english[section.anchor]) + self.signs(section.anchor), Language.EN)

    def has_english(self, section: Section) -> bool:
        """Whether a section's heading can be written in English: it has no title, or a translated one."""
        return not section.title or section.anchor in self.english

    def block(self, block: Block) -> Piece | None:
        """Return a block in English with its marks."""
        english = self.english.get(block.anchor)
        if english is None:
            return self.or_chinese.block(block) if self.or_chinese else None
        inlines, targets = self.found.english_inlines(block), self.found.targets.get(block.anchor, [])
        return Piece(self.annotate(english, inlines, targets) + self.signs(block.anchor), Language.EN)

    def annotate(self, text: str, inlines: Sequence[Inline], targets: Sequence[Target]) -> str:
        """Return a text with its marks; a figure's value where only one figure of its block can be meant."""
        pieces, place = [], 0
        for inline in inlines:
            is_figure = inline.kind is InlineKind.FIGURE
            meant = [target for target in targets if is_figure and (target.indicator or "") == inline.target]
            words = self.marks.draw(inline, translated(text[inline.start : inline.end]), value_of(meant))
            pieces += [translated(text[place : inline.start]), words]
            place = inline.end
        return "".join(pieces) + translated(text[place:])

    def signs(self, anchor: str) -> str:
        """Return what says that a place is a draft, and the signs of its notes: the editors', then the translator's."""
        notes = self.marks.notes
        names = [f"note-{identity}" for identity in notes.at.get(anchor, ())]
        names += [f"translation-{anchor}"] if anchor in notes.translator else []
        return (DRAFT if anchor in self.found.drafts else "") + "".join(map(notes.sign, names))


def title_start(section: Section) -> int:
    """Return where a section's number ends and its title begins."""
    return section.start + len(section.label) if section.title else section.heading_end
