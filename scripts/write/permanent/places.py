"""A policy → its places: every anchor with its kind, its title, and the bytes of the file as received it came from.

The bytes are the fewest that hold all that the words of the place came from. Decoded, and with the edits that lie
among them made, they give the printed words of the place.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.model.archive import Archive
from scripts.model.editions import Edition
from scripts.model.edits import Alignment
from scripts.model.languages import ORIGINAL
from scripts.model.places_in_text import PlaceFinder
from scripts.model.policy import Bilingual, Block, Policy, Section
from scripts.model.vocabulary import BlockKind, SectionKind


@dataclass(frozen=True, slots=True)
class Place:
    """What an address leads to."""

    anchor: str
    kind: SectionKind | BlockKind
    title: Bilingual | None
    """The heading without its number, its English empty where that is lacking or a draft; None where there is none."""
    first_byte: int
    """Of the file as received, counted from 0."""
    last_byte: int
    """It belongs to the place."""
    begins_at: str
    """The anchor of the heading or block with which its words begin; that of a row is its first cell's."""
    since: Edition | None
    """The edition with which the address was first published; None where none is on record."""


def find_places(policy: Policy, archive: Archive) -> list[Place]:
    """Return every place of a policy, in the order of its anchors."""
    own, editions = (policy.metadata.id, policy.metadata.editions) if policy.metadata else ("", ())
    english, finder = archive.confirmed(own), PlaceFinder(policy)
    spans = source_spans(policy)
    offsets = byte_offsets(policy.source.text, policy.source.encoding, {end for span in spans for end in span})
    places = []
    for member, (start, end) in zip(members(policy), spans, strict=True):
        begins_at = finder.anchor_near(member.start)
        title, since = title_of(member, english), first_edition(editions, {member.anchor, begins_at})
        places.append(
            Place(member.anchor, member.kind, title, offsets[start], offsets[end] - 1, begins_at, since),
        )
    return places


def source_spans(policy: Policy) -> list[tuple[int, int]]:
    """Return for every section and block the span of the decoded source that it came from."""
    alignment = Alignment(policy.edits)
    return [alignment.source_span(member.start, member.end) for member in members(policy)]


def first_edition(editions: tuple[Edition, ...], anchors: set[str]) -> Edition | None:
    """Return the edition that brought a place, by its anchor and that of its first words; else the first of all."""
    for edition in editions[1:]:
        new = {change.anchor for change in edition.changes if change.language is ORIGINAL and not change.before}
        if new & anchors:
            return edition
    return editions[0] if editions else None


def members(policy: Policy) -> Iterator[Section | Block]:
    """Yield every section, and behind each its blocks."""
    for section in policy.walk():
        yield section
        yield from section.blocks


def title_of(member: Section | Block, english: dict[str, str]) -> Bilingual | None:
    """Return the title of a section that has one."""
    if isinstance(member, Block) or not member.title:
        return None
    return Bilingual(member.title, english.get(member.anchor, ""))


def byte_offsets(text: str, encoding: str, places: Iterable[int]) -> dict[int, int]:
    """Return for each of some places of a decoded text how many bytes of the file stand before it.

    >>> byte_offsets("质量a", "gb18030", [3, 1, 0])
    {0: 0, 1: 2, 3: 5}
    """
    offsets, passed, count = {}, 0, 0
    for place in sorted(set(places)):
        count += len(text[passed:place].encode(encoding))
        offsets[place], passed = count, place
    return offsets
