"""The words of a policy as they were published, and those to which its addresses lead now."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from scripts.model.editions import (
    NOTHING,
    TITLE,
    AllWords,
    Change,
    Edition,
    Former,
    Words,
    print_value,
    undo_changes,
)
from scripts.model.policy import Policy
from scripts.model.vocabulary import Language


class Seal(NamedTuple):
    """What `publish` keeps of an edition."""

    edition: int
    entry: str
    """The fingerprint of its entry in `history.yml`."""
    words: str
    """That of all its words."""
    fingerprint: str
    """That of both, and of the edition before it."""


@dataclass(frozen=True, slots=True)
class PublishedWords:
    """The words of the last edition that is published, and all earlier ones."""

    words: dict[str, Words] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    """The line of `published.jsonl` by anchor."""
    former: tuple[Former, ...] = ()
    seals: tuple[Seal, ...] = ()
    """One for every edition that is published."""
    seal_lines: tuple[int, ...] = ()
    """Where they stand in `former.jsonl`."""

    def changed_by(self, edition: int) -> list[Former]:
        """Return the words that an edition changed, as they were before it."""
        return [row for row in self.former if row.edition == edition]

    def walk_back(self) -> Iterator[tuple[Seal, AllWords]]:
        """Yield every published edition with its words, the last one first."""
        words: AllWords = self.words
        for seal in reversed(self.seals):
            yield seal, words
            words = undo_changes(words, self.changed_by(seal.edition))


def words_of(policy: Policy, english: Mapping[str, str], redirects: Mapping[str, str]) -> dict[str, Words]:
    """Return the words under every address of a policy, in the order of the text; its title first, what is gone last.

    The words of a heading are those printed, its number included.
    """
    words = {TITLE: Words(policy.metadata.title.zh, policy.metadata.title.en)} if policy.metadata else {}
    for section in policy.walk():
        printed = section.heading(policy.text)
        words[section.anchor] = Words(printed, english.get(section.anchor, ""))
        for block in section.blocks:
            words[block.anchor] = Words(policy.text[block.start : block.end], english.get(block.anchor, ""))
    words |= {old: Words(to=new) for old, new in redirects.items() if old not in words}
    return {anchor: own for anchor, own in words.items() if own != NOTHING}


def make_seal(edition: int, entry: str, words: str, before: Sequence[Seal]) -> Seal:
    """Return the seal of an edition whose entry and words have these fingerprints, and of which those came before."""
    return Seal(edition, entry, words, print_value([before[-1].fingerprint if before else "", entry, words]))


def with_changes(editions: Sequence[Edition], published: PublishedWords) -> tuple[Edition, ...]:
    """Return the editions, those that are published with what they changed and with their fingerprint."""
    kept = {seal.edition: (seal, words) for seal, words in published.walk_back()}
    made = []
    for edition in editions:
        if edition.number in kept:
            seal, words = kept[edition.number]
            changes = make_changes(published.changed_by(edition.number), words)
            made.append(replace(edition, changes=tuple(changes), fingerprint=seal.fingerprint))
        else:
            made.append(edition)
    return tuple(made)


def make_changes(rows: list[Former], after: AllWords) -> Iterator[Change]:
    """Yield what an edition changed in the languages, given the words that it has."""
    for _, anchor, part, before in rows:
        if part in tuple(Language):
            yield Change(anchor, Language(part), before, getattr(after.get(anchor, NOTHING), part))
