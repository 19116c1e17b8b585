"""A paragraph → each address of the archive that it gives, with the words that are quoted from there.

1. What cites stands at a place: an address, a reference without one, the sign of a note that holds either.
2. Words in quotation marks belong to what cites next behind them in their sentence, or that they hold or stand in; long
   ones before them in the sentence too; else long ones that follow what cites. `citings.py` does paragraphs set off.
3. Words that an address carries are quoted from there as well.

What belongs to nothing that cites the archive is left alone.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scripts.text.spans import Span
from scripts.verify.find.quotations import find_quotations, is_long
from scripts.verify.find.works import Works
from scripts.verify.match.addresses import Address
from scripts.verify.match.letters import fold_words
from scripts.verify.read.paragraphs import Manuscript, Paragraph

ReadAddress = Callable[[str], Address | None]
# 。 ！ .  before a capital; not para. 1
SENTENCE_PATTERN = re.compile(r"[。！？!?；]|\.(?=\s+[A-Z“\"])|\n\s*\n")
CLOSED_PATTERN = re.compile(r"[（(\[][^（()）\[\]]*[）)\]]")
OPEN_PATTERN = re.compile(r"[（(\[].*", re.DOTALL)
# what stands behind a quotation and still belongs to it: ”。
CLOSING_PATTERN = re.compile(r"^[\s。，、；：,.;:!?！？”’」』）)\]\"]+")


@dataclass(frozen=True, slots=True)
class Citing:
    """An address of the archive in a manuscript, and the words that are quoted from there; empty where none are."""

    where: str
    address: Address
    quotation: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What cites the archive, at its place in a paragraph."""

    start: int
    end: int
    address: Address
    note: str = ""
    """The key of the note that holds it."""


class Finder:
    """Finds what a manuscript cites."""

    def __init__(self, manuscript: Manuscript, read_address: ReadAddress, works: Works) -> None:
        self.manuscript, self.read_address, self.works = manuscript, read_address, works
        self.notes = manuscript.notes()
        self.quoted: set[str] = set()
        """The notes whose signs stand behind quotations, as far as was read."""

    def own_marks(self, paragraph: Paragraph) -> list[Mark]:
        """Return what cites the archive in a paragraph itself, in order; where there are addresses, by them."""
        links = ((link, self.read_address(link.address)) for link in paragraph.links)
        marks = [Mark(link.start, link.end, address) for link, address in links if address]
        taken = {mark.address.policy for mark in marks}
        references = self.works.references(paragraph.text)
        marks += (Mark(r.start, r.end, r.address) for r in references if r.address.policy not in taken)
        return sorted(marks, key=lambda mark: mark.start)

    def note_marks(self, paragraph: Paragraph) -> list[Mark]:
        """Return what cites the archive in the notes of a paragraph, at their signs; not what quotes there itself."""
        return [
            Mark(sign.place, sign.place, mark.address, sign.key)
            for sign in paragraph.signs
            for note in self.notes.get(sign.key, ())
            for mark in self.own_marks(note)
            if not self.quotations_of(note, [mark])
        ]

    def quotations_of(self, paragraph: Paragraph, marks: list[Mark]) -> list[Span]:
        """Return where a paragraph has words in quotation marks."""
        policies = {mark.address.policy: None for mark in marks}
        return find_quotations(paragraph.text, [title for policy in policies for title in self.works.titles(policy)])

    def citings(self, paragraph: Paragraph) -> Iterator[Citing]:
        """Yield what a paragraph cites, in its order."""
        own = self.own_marks(paragraph)
        marks = sorted([*own, *self.note_marks(paragraph)], key=lambda mark: mark.start)
        spans = self.quotations_of(paragraph, marks)
        for mark in marks:
            quoted = [paragraph.text[start:end] for start, end in spans_of(mark, marks, spans, paragraph.text)]
            if mark.note and quoted:
                self.quoted.add(mark.note)
            where = paragraph.where_at(mark.start)
            if not mark.note or quoted:
                yield from make_citings(where, mark.address, quoted)


def make_citings(where: str, address: Address, quoted: list[str]) -> Iterator[Citing]:
    """Yield an address with each quotation from it, those that it carries too; alone where there are none."""
    known = {fold_words(words) for words in quoted}
    carried = [address.quote] if fold_words(address.quote) and fold_words(address.quote) not in known else []
    for words in [*quoted, *carried] or [""]:
        yield Citing(where, address, words.strip())


def spans_of(mark: Mark, marks: list[Mark], spans: list[Span], text: str) -> list[Span]:
    """Return the quotations that belong to what cites."""
    around = [span for span in spans if is_around(span, mark)]
    if around:
        return around
    before = [span for span in spans if span[1] <= mark.start and is_cited_next(text[span[1] + 1 : mark.start])]
    if before:
        last = before[-1]
        low = max((other.end for other in marks if other.end <= last[0]), default=0)
        return [*(span for span in before[:-1] if span[0] >= low and is_long(text[span[0] : span[1]])), last]
    behind = [span for span in spans if span[0] >= mark.end]
    if not behind or any(mark.end <= other.start <= behind[0][0] for other in marks if other is not mark):
        return []
    start, end = behind[0]
    return [behind[0]] if is_long(text[start:end]) and is_one_sentence(text[mark.end : start - 1]) else []


def is_around(span: Span, mark: Mark) -> bool:
    """Whether what cites stands in a quotation, or a quotation in the words that lead to an address."""
    return span[0] <= mark.start < mark.end <= span[1] or mark.start <= span[0] <= span[1] <= mark.end


def is_cited_next(between: str) -> bool:
    """Whether what stands between a quotation and what cites ends no sentence, but for the signs that close the first.

    >>> is_cited_next("。（《甲》，二（一），"), is_cited_next("，说得好。另见")
    (True, False)
    """
    return is_one_sentence(CLOSING_PATTERN.sub("", between))


def is_one_sentence(between: str) -> bool:
    """Whether a text ends no sentence; what brackets hold does not count."""
    plain, former = between, None
    while plain != former:
        plain, former = CLOSED_PATTERN.sub("", plain), plain
    return not SENTENCE_PATTERN.search(OPEN_PATTERN.sub("", plain))
