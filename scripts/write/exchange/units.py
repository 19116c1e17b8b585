"""A policy → what translators need of each heading and block: both languages, its place, agreed words, memory."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from typing import NamedTuple

from scripts.link.memory import Known, Memory, Wanted
from scripts.model.archive import Archive, Findings, Mention
from scripts.model.glossary import Glossary
from scripts.model.grades import Graded
from scripts.model.kinds import has_heading
from scripts.model.policy import Bilingual, Metadata, Policy
from scripts.model.vocabulary import MentionKind


class Agreed(NamedTuple):
    """Words of a text with the English that the glossary has for them."""

    zh: str
    """As printed."""
    en: str
    source: str
    """`term:fangguanfu`"""


class Unit(NamedTuple):
    """A heading or block."""

    anchor: str
    zh: str
    en: str
    """Empty where there is none that is current."""
    graded: Graded | None
    """None where there is no English."""
    label: str
    """The number as printed, of a heading."""
    note: Bilingual | None
    """The translator's."""
    former: str
    """English that waits for mending, as the Chinese has changed; empty where there is none."""
    agreed: tuple[Agreed, ...]
    known: tuple[tuple[str, Known], ...]
    """Translations that stand elsewhere, of the whole or of a sentence, each with its Chinese; none of what is done."""


AGREED: dict[MentionKind, tuple[str, Callable[[Glossary, str], str]]] = {
    MentionKind.TERM: ("term", lambda glossary, key: glossary.terms[key].en),
    MentionKind.ORGANISATION: ("organisation", lambda glossary, key: glossary.organisations[key].name.en),
    MentionKind.DOCUMENT: ("document", lambda glossary, key: glossary.documents[key].title.en),
}
"""How the agreed English of a thing of each kind is found, and what its source is called."""


def make_units(
    policy: Policy, metadata: Metadata, archive: Archive, former: Mapping[str, str], memory: Memory
) -> Iterator[Unit]:
    """Yield every heading and block of a policy, in the order of its text; `former` is English to be mended."""
    english, grades = archive.english.get(metadata.id, {}), archive.grades.get(metadata.id, {})
    notes, drafts = archive.translator_notes.get(metadata.id, {}), archive.drafts(metadata.id)
    mentions = sorted(archive.findings.get(metadata.id, Findings()).mentions, key=attrgetter("start"))
    for anchor, zh, label, (start, end) in spans_of(policy):
        wanted = Wanted(zh, metadata.id, metadata.place.id, is_heading=bool(label))
        is_open = anchor not in english or anchor in drafts
        yield Unit(
            anchor=anchor,
            zh=zh,
            en=english.get(anchor, ""),
            graded=grades.get(anchor, Graded()) if anchor in english else None,
            label=label.strip(),
            note=notes.get(anchor),
            former="" if anchor in english else former.get(anchor, ""),
            agreed=agreed_in(policy.text, mentions, (start, end), archive.glossary),
            known=tuple(memory.near(wanted)) if is_open else (),
        )


def spans_of(policy: Policy) -> Iterator[tuple[str, str, str, tuple[int, int]]]:
    """Yield anchor, Chinese, printed number and span of every heading and block; a block has no number."""
    for section in policy.walk():
        if has_heading(section):
            yield section.anchor, section.title, section.label or " ", (section.start, section.heading_end)
        for block in section.blocks:
            yield block.anchor, policy.text[block.start : block.end], "", (block.start, block.end)


def agreed_in(text: str, mentions: list[Mention], span: tuple[int, int], glossary: Glossary) -> tuple[Agreed, ...]:
    """Return what the glossary has for the words of a span, each once, in their order."""
    low, high = (bisect_left(mentions, place, key=attrgetter("start")) for place in span)
    found = {}
    for mention in mentions[low:high]:
        if mention.target and mention.end <= span[1]:
            kind, english = AGREED[mention.kind]
            words = text[mention.start : mention.end]
            found[words] = Agreed(words, english(glossary, mention.target), f"{kind}:{mention.target}")
    return tuple(found.values())
