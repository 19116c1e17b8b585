"""What was found and noted in a policy → what is marked in its text: spans with a kind and a target, none overlapping.

1. The Chinese is marked by span, in the whole text at once (`find_inlines`).
2. The English of a block is marked where it says what the Chinese names, in the agreed words (`find_english_inlines`).
   Where it says it otherwise, there is no mark. An editors' note is about the Chinese: in English it has no span.

Of two marks that overlap the longer stays, of equally long ones the first; an editors' note goes before them all.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from scripts.link.annexes import english_names, find_annex_references
from scripts.model.archive import Findings, Mention, Target
from scripts.model.glossary import Glossary
from scripts.model.places_in_text import note_ids
from scripts.model.policy import Block, Note, Policy
from scripts.model.vocabulary import MentionKind
from scripts.text.characters import HAN_PATTERN
from scripts.text.spans import Hit

# the figure in a quotation, without its unit: 97, 1.86万, 2—3
FIGURE = r"\d[\d,.]*(?:[—～~∶-]\d[\d.]*)?[百千万亿]*"
SUFFIX = "(?:以上|以下|以内|左右)?"
# “four strictest” requirements (the most rigorous standards, …): what only explains
GLOSS_PATTERN = re.compile(r"\s*\([^()]*\)|(?<=”) requirements.*")

Forms = Callable[[Target], tuple[str, ...]]
"""How English may write a figure, the fuller first."""


class InlineKind(StrEnum):
    """What a mark is about."""

    EMENDED = "emended"
    DOUBTFUL = "doubtful"
    TERM = "term"
    CITATION = "citation"
    FIGURE = "figure"
    BODY = "body"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Inline:
    """A span of a text and what it leads to: the id of a note, term, document, body or indicator, an annex's anchor."""

    kind: InlineKind
    start: int
    end: int
    target: str
    """Empty where nothing is there to lead to."""


def find_inlines(policy: Policy, findings: Findings, glossary: Glossary, *, bodies: bool = False) -> list[Inline]:
    """Return what is marked in the Chinese, in the order of the text; the bodies that it names only if asked for."""
    noted = settle(note_inlines(policy))
    found = [*map(term_inline, first_terms(policy, findings)), *map(citation_inline, citations(findings))]
    found += (Inline(InlineKind.ANNEX, hit.start, hit.end, hit.target) for hit in find_annex_references(policy))
    if bodies:
        found += map(body_inline, named_bodies(findings))
    if glossary.indicators:
        found += (figure_inline(target, policy) for target in findings.targets)
    free = (inline for inline in found if all(inline.end <= n.start or n.end <= inline.start for n in noted))
    return settle([*noted, *free])


def note_inlines(policy: Policy) -> Iterator[Inline]:
    """Yield the spots of the editors' notes; one that has no extent stands on the character behind it."""
    ids = note_ids(policy)
    for note in policy.notes:
        yield Inline(note_kind(note), note.start, max(note.end, note.start + 1), ids[note.index])


def note_kind(note: Note) -> InlineKind:
    """Return whether a note tells of a change or only of a doubt."""
    return InlineKind.EMENDED if note.emendation.is_applied else InlineKind.DOUBTFUL


def term_inline(mention: Mention) -> Inline:
    """Return the mark of a term."""
    return Inline(InlineKind.TERM, mention.start, mention.end, mention.target or "")


def citation_inline(mention: Mention) -> Inline:
    """Return the mark of a citation."""
    return Inline(InlineKind.CITATION, mention.start, mention.end, mention.target or "")


def body_inline(mention: Mention) -> Inline:
    """Return the mark of a body."""
    return Inline(InlineKind.BODY, mention.start, mention.end, mention.target or "")


MARKS: dict[MentionKind, Callable[[Mention], Inline]] = {
    MentionKind.TERM: term_inline,
    MentionKind.DOCUMENT: citation_inline,
    MentionKind.ORGANISATION: body_inline,
}


def figure_inline(target: Target, policy: Policy) -> Inline:
    """Return the mark of a figure: on the number with its unit, or on the whole where the words have none."""
    quote = policy.text[target.start : target.end]
    match = re.search(f"{FIGURE}(?:{re.escape(target.unit or '')})?{SUFFIX}", quote)
    start, end = match.span() if match else (0, len(quote))
    return Inline(InlineKind.FIGURE, target.start + start, target.start + end, target.indicator or "")


def citations(findings: Findings) -> Iterator[Mention]:
    """Yield the citations that are resolved."""
    for mention in findings.mentions:
        if mention.kind is MentionKind.DOCUMENT and mention.target:
            yield mention


def named_bodies(findings: Findings) -> Iterator[Mention]:
    """Yield the mentions of bodies that are resolved."""
    for mention in findings.mentions:
        if mention.kind is MentionKind.ORGANISATION and mention.target:
            yield mention


def first_terms(policy: Policy, findings: Findings) -> Iterator[Mention]:
    """Yield the first mention of each term in the blocks of each section; headings bear no marks."""
    places = {block.start: (section.anchor, block.end) for section in policy.walk() for block in section.blocks}
    starts = sorted(places)
    seen = set()
    for mention in findings.mentions:
        if mention.kind is not MentionKind.TERM or not starts:
            continue
        start = starts[max(bisect_right(starts, mention.start) - 1, 0)]
        anchor, end = places[start]
        if start <= mention.start and mention.end <= end and (anchor, mention.target) not in seen:
            seen.add((anchor, mention.target))
            yield mention


def find_english_inlines(
    block: Block, english: str, found: tuple[Iterable[Mention], Iterable[Target]], glossary: Glossary, forms: Forms
) -> list[Inline]:
    """Return what is marked in a block's English; `found` are the mentions, and the figures, to look for."""
    mentions, targets = found
    inlines: list[Inline] = []
    for mention in mentions:
        if block.start <= mention.start < block.end:
            inlines += first_place(english, agreed_words(mention, glossary), MARKS[mention.kind](mention))
    for target in targets:
        if target.anchor == block.anchor:
            inlines += first_place(english, forms(target), Inline(InlineKind.FIGURE, 0, 0, target.indicator or ""))
    return settle(inlines)


def find_english_annexes(policy: Policy, hits: Iterable[Hit], block: Block, english: str) -> Iterator[Inline]:
    """Yield where a block's English names the annexes that its Chinese does; `hits` are all those of the policy."""
    for hit in hits:
        if block.start <= hit.start < block.end:
            forms = english_names(policy.text[hit.start : hit.end])
            yield from first_place(english, forms, Inline(InlineKind.ANNEX, 0, 0, hit.target))


def agreed_words(mention: Mention, glossary: Glossary) -> tuple[str, ...]:
    """Return the words by which English calls what a mention names."""
    own = mention.target or ""
    if mention.kind is MentionKind.TERM:
        return (glossary.terms[own].en, *glossary.terms[own].en_variants)
    if mention.kind is MentionKind.ORGANISATION:
        return (glossary.organisations[own].name.en,)
    return (glossary.documents[own].title.en,)


def first_place(text: str, forms: tuple[str, ...], mark: Inline) -> Iterator[Inline]:
    """Yield a mark on the first place at which one of the forms stands as words of its own."""
    lowered = text.lower()
    for form, length in sought(forms):
        start = lowered.find(form)
        while start >= 0:
            end = word_end(text, start + length)
            if end is not None and not text[start - 1 : start].isalnum():
                if not HAN_PATTERN.search(text, start, end):
                    yield Inline(mark.kind, start, end, mark.target)
                return
            start = lowered.find(form, start + 1)


@lru_cache(maxsize=1 << 14)
def sought(forms: tuple[str, ...]) -> list[tuple[str, int]]:
    """Return the forms and what is left of them without what only explains, small, with their length; longest first."""
    bare = [GLOSS_PATTERN.sub("", form).strip("“”") for form in forms]
    ordered = sorted({*forms, *bare} - {""}, key=lambda form: (-len(form), form))
    return [(form.lower(), len(form)) for form in ordered]


def word_end(text: str, place: int) -> int | None:
    """Return where the word ends that a form ends at this place, inflection included; None inside another word."""
    for inflection in ("", "s", "es"):
        end = place + len(inflection)
        if text.startswith(inflection, place) and not text[end : end + 1].isalnum():
            return end
    return None


def settle(inlines: Iterable[Inline]) -> list[Inline]:
    """Return inlines in the order of the text and without overlap: the longer stays, of equally long ones the first."""
    chosen: list[Inline] = []
    starts: list[int] = []
    for inline in sorted(inlines, key=lambda inline: (inline.start - inline.end, inline.start)):
        index = bisect_right(starts, inline.start)
        follows = index == 0 or chosen[index - 1].end <= inline.start
        if follows and (index == len(chosen) or inline.end <= chosen[index].start):
            chosen.insert(index, inline)
            starts.insert(index, inline.start)
    return chosen
