"""The words of a policy's headings and blocks as Markdown, with their marks: as printed, or in English.

In English a block that has no current translation stands in Chinese, and says so. A mark stands on the English of what
the Chinese names; where that is not found in the sentence, it is left out. An editors' note stands at its block's end.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from scripts.model.archive import Archive, Findings, Mention, Target
from scripts.model.places_in_text import note_ids
from scripts.model.policy import Block, Note, Policy, Section
from scripts.model.vocabulary import Language, MentionKind
from scripts.text.characters import HAN_PATTERN
from scripts.write.markup import markdown as md
from scripts.write.markup.annotate import Annotator, Mark
from scripts.write.pages.policy.marks import citation_draw, figure_draw, finding_marks, first_terms, term_draw
from scripts.write.pages.policy.translator_notes import note_sign
from scripts.write.words.place_labels import english_label
from scripts.write.words.strings import LANG_TAGS, say
from scripts.write.words.values import english_forms

ZH_TAG = LANG_TAGS[Language.ZH]
# “four strictest” requirements (the most rigorous standards, …): what only explains
GLOSS_PATTERN = re.compile(r"\s*\([^()]*\)|(?<=”) requirements.*")


def note_link(words: str, identity: str, note: Note, language: Language) -> str:
    """Return the mark that leads from a spot to its note."""
    state = "emended" if note.emendation.is_applied else "doubtful"
    title = say("note-mark", language)
    return md.link(words, f"#note-{identity}", f"spot-{identity}", f"policy-{state}", role="doc-noteref", title=title)


class ChineseWords:
    """The words as printed; `language` is that of the frame around them."""

    def __init__(self, policy: Policy, archive: Archive, language: Language) -> None:
        self.policy = policy
        ids = note_ids(policy)
        marks = [self.note_mark(note, ids[note.index], language) for note in policy.notes]
        noted = [(mark.start, mark.end) for mark in marks]
        found = finding_marks(policy, archive, language)
        marks += [m for m in found if all(m.end <= start or end <= m.start for start, end in noted)]
        self.annotator = Annotator(policy.text, marks)

    def note_mark(self, note: Note, identity: str, language: Language) -> Mark:
        """Return the mark of a note at its spot."""
        end = max(note.end, note.start + 1)
        return Mark(note.start, end, lambda words: note_link(words, identity, note, language))

    def heading(self, section: Section) -> str:
        """Return a section's printed number and title."""
        return self.annotator.annotate(section.start, section.heading_end)

    def block(self, block: Block) -> str:
        """Return a block's words."""
        return self.annotator.annotate(block.start, block.end)

    def table_label(self, section: Section) -> str:
        """Return what a screen reader calls a table."""
        return section.title or section.anchor


class EnglishWords:
    """The English of the words, our translation."""

    def __init__(self, policy: Policy, archive: Archive) -> None:
        self.policy, self.archive = policy, archive
        self.chinese = ChineseWords(policy, archive, Language.EN)
        own = policy.metadata.id if policy.metadata else ""
        self.english = archive.english.get(own, {})
        self.translator_notes = archive.translator_notes.get(own, {})
        self.findings = archive.findings.get(own, Findings())
        self.terms = list(first_terms(policy, self.findings))
        self.note_ids = note_ids(policy)
        self.in_block: dict[str, list[Target]] = defaultdict(list)
        for target in self.findings.targets:
            self.in_block[target.anchor].append(target)

    def heading(self, section: Section) -> str:
        """Return a section's number as English writes it, and its title in English."""
        english = self.english.get(section.anchor)
        if section.title and english is None:
            return self.untranslated(self.chinese.heading(section))
        notes = self.notes(section.start, section.heading_end) + self.translator_note(section.anchor)
        return md.escape(english_label(section)) + md.tag_chinese(english or "", "en") + notes

    def block(self, block: Block) -> str:
        """Return a block in English with its marks; in Chinese where it has no translation."""
        english = self.english.get(block.anchor)
        if english is None:
            return self.untranslated(self.chinese.block(block))
        annotator = Annotator(english, self.marks(block, english), lambda words: md.tag_chinese(words, "en"))
        notes = self.notes(block.start, block.end) + self.translator_note(block.anchor)
        return annotator.annotate(0, len(english)) + notes

    def translator_note(self, anchor: str) -> str:
        """Return the sign of the translator's note on a place, if there is one."""
        return note_sign(anchor, Language.EN) if anchor in self.translator_notes else ""

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
        links = [
            note_link(sign, self.note_ids[note.index], note, Language.EN)
            for note in self.policy.notes
            if start <= note.start < end
        ]
        return "".join(f"<sup>{link}</sup>" for link in links)

    def marks(self, block: Block, english: str) -> Iterator[Mark]:
        """Yield the marks of what the block names, where its English is found."""
        for mention in self.terms:
            if block.start <= mention.start < block.end:
                term = self.archive.glossary.terms[mention.target or ""]
                yield from mark_first(english, (term.en, *term.en_variants), term_draw(mention, Language.EN))
        for mention in self.citations(block):
            document = self.archive.glossary.documents[mention.target or ""]
            draw = citation_draw(mention, self.archive, self.policy, Language.EN)
            yield from mark_first(english, (document.title.en,), draw)
        for target in self.in_block[block.anchor]:
            yield from mark_first(english, english_forms(target), figure_draw(target, Language.EN))

    def citations(self, block: Block) -> Iterator[Mention]:
        """Yield the resolved citations of a block."""
        for mention in self.findings.mentions:
            is_here = block.start <= mention.start < block.end
            if is_here and mention.kind is MentionKind.DOCUMENT and mention.target:
                yield mention


def mark_first(text: str, forms: tuple[str, ...], draw: Callable[[str], str]) -> Iterator[Mark]:
    """Yield a mark on the first place at which one of the forms stands as words of its own."""
    bare = [GLOSS_PATTERN.sub("", form).strip("“”") for form in forms]
    lowered = text.lower()
    for form in sorted({*forms, *bare} - {""}, key=lambda form: (-len(form), form)):
        start = lowered.find(form.lower())
        while start >= 0:
            end = word_end(text, start + len(form))
            if end is not None and not text[start - 1 : start].isalnum():
                if not HAN_PATTERN.search(text, start, end):
                    yield Mark(start, end, draw)
                return
            start = lowered.find(form.lower(), start + 1)


def word_end(text: str, place: int) -> int | None:
    """Return where the word ends that a form ends at this place, inflection included; None inside another word."""
    for inflection in ("", "s", "es"):
        end = place + len(inflection)
        if text.startswith(inflection, place) and not text[end : end + 1].isalnum():
            return end
    return None
