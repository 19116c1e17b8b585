"""What the editors say of the structure at lines of a source → where those lines begin in the clean text.

What would change nothing there, and what reaches no line, is told.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.model.edits import marked_headings
from scripts.model.policy import LineRange, Policy
from scripts.model.vocabulary import BlockKind, LayoutAction, SectionKind
from scripts.read.clean.draft import Draft
from scripts.read.clean.editors_lines import Misfit, source_lines
from scripts.read.structure.said_lines import NOTHING_SAID, SaidLines
from scripts.text.lines import TextLines

OTHERS = (SectionKind.ANNEX, SectionKind.CLOSING)
"""The sections that may begin behind the lines that close a document: another document, and those who sign this one."""


def place_said(draft: Draft, layout: Sequence[LineRange]) -> SaidLines:
    """Return where the lines begin that are text, and those with which a document closes."""
    entries = [entry for entry in layout if entry.is_structure]
    if not entries:
        return NOTHING_SAID
    places = Places(draft)
    texts = (entry for entry in entries if entry.action is LayoutAction.TEXT)
    closings = (places.of(entry)[:1] for entry in entries if entry.action is LayoutAction.CLOSING)
    return SaidLines(
        [start for entry in texts for start in places.of(entry)], [start for starts in closings for start in starts]
    )


class Places:
    """Where the lines of a clean text begin, and on which lines of the source."""

    def __init__(self, draft: Draft) -> None:
        self.starts = TextLines(draft.text).starts
        self.numbers = source_lines(draft)

    def of(self, entry: LineRange) -> Sequence[int]:
        """Return where the lines begin that begin on a line of the source of which an entry speaks."""
        return self.starts[bisect_left(self.numbers, entry.first) : bisect_right(self.numbers, entry.last)]

    def line(self, start: int) -> int:
        """Return the line of the source on which the line at a place of the text begins."""
        return self.numbers[bisect_right(self.starts, start) - 1]


@dataclass(frozen=True, slots=True)
class Structure:
    """What a policy's text has where a line begins."""

    plain: frozenset[int]
    """Paragraphs of a section, which nothing doubts and which close nothing."""
    sections: Sequence[tuple[int, SectionKind]]
    """Where each section begins, in the order of the text."""

    def begins(self, kind: SectionKind, start: int) -> bool:
        """Whether a section of this kind begins at a place."""
        place = bisect_left(self.sections, (start, kind))
        return self.sections[place : place + 1] == [(start, kind)]

    def going_on(self, end: int) -> int | None:
        """Return where the first section begins from a place on, if it is one of the same document."""
        place = bisect_left(self.sections, (end, ""))
        start, kind = self.sections[place] if place < len(self.sections) else (end, SectionKind.CLOSING)
        return None if kind in OTHERS else start


def structure_of(policy: Policy) -> Structure:
    """Return what a policy's text has where its lines begin."""
    doubted = {*policy.odd, *marked_headings(policy.edits)}
    plain = (
        block.start
        for section in policy.walk()
        if section.kind is not SectionKind.CLOSING
        for block in section.blocks
        if block.kind is BlockKind.PARAGRAPH and block.start not in doubted
    )
    sections = sorted((section.start, section.kind) for section in policy.walk())
    heads = {start for start, kind in sections if kind is not SectionKind.PREAMBLE}
    return Structure(frozenset(plain) - heads, sections)


def find_structure_misfits(policy: Policy, ruled: Policy) -> Iterator[Misfit]:
    """Yield the entries that reach no line, or change nothing; `ruled` is the policy as it is without such entries."""
    places = Places(Draft(policy.source.text, policy.text, policy.edits))
    before, after = structure_of(ruled), structure_of(policy)
    for index, entry in enumerate(policy.layout):
        if entry.is_structure:
            starts = places.of(entry)
            message = unfit(entry, starts, before, after) if starts else NO_LINE
            going_on = before.going_on(places_end(places, entry)) if entry.action is LayoutAction.CLOSING else None
            if message or going_on is not None:
                yield Misfit(index, message or GOES_ON.format(places.line(going_on or 0)))


NO_LINE = (
    "has no line on which one of the text begins: it is left out, or goes on with the line above; "
    "name the line on which the paragraph begins, and keep it where a rule leaves it out"
)
GOES_ON = (
    "says that the document closes, but line {} begins a section behind it; "
    "let `to` reach the last line that closes, or say it of a line below"
)


def places_end(places: Places, entry: LineRange) -> int:
    """Return where the first line of the text begins behind those of which an entry speaks."""
    return places.starts[bisect_right(places.numbers, entry.last)]


def unfit(entry: LineRange, starts: Sequence[int], before: Structure, after: Structure) -> str:
    """Return why an entry is of no use; nothing where it changes how the text is divided, or settles a doubt."""
    if entry.action is LayoutAction.TEXT:
        is_plain = before.plain.issuperset(starts)
        return "has only paragraphs, in which no rule sees anything else; take the entry away" if is_plain else ""
    if before.begins(SectionKind.CLOSING, starts[0]):
        return "begins where the document closes by the rules alone; take the entry away"
    is_used = after.begins(SectionKind.CLOSING, starts[0])
    return (
        "" if is_used else "closes no document: one closes above it already, or its heading stands there; mend `from`"
    )
