"""The editions of a policy: from which day its addresses have which words, what was changed, and why.

The words of an edition are those under every address in both languages, and the successors of addresses that are gone.
The fingerprint of an edition is made of the one before it, of its entry and of its words, so that nothing of what was
published can be altered, or left out, unless all fingerprints from there on are.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from scripts.model.bilingual import Bilingual
from scripts.model.vocabulary import EditionKind, Language

TITLE = ""
"""Stands for the anchor where the title of the policy is meant."""


class Words(NamedTuple):
    """What an address leads to."""

    zh: str = ""
    en: str = ""
    """Empty where there is no translation."""
    to: str = ""
    """The anchor of the successor, where the place is gone."""


NOTHING = Words()
AllWords = Mapping[str, Words]
"""The words of one edition by anchor; places without words of their own, such as tables, are left out."""


class Former(NamedTuple):
    """What stood at an address, in one of the `Words`, until an edition changed it."""

    edition: int
    """The number of the edition that changed it."""
    anchor: str
    part: str
    """`zh`, `en` or `to`."""
    before: str


class Change(NamedTuple):
    """Words that an edition changed at an address, in one language."""

    anchor: str
    """Empty where the title of the policy is meant."""
    language: Language
    before: str
    """Empty where the address is new in this edition."""
    after: str
    """Empty where the address is gone, and leads to another place."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The words of a policy from one day on, with all that was changed on that day."""

    number: int
    """From 1, without gaps."""
    date: str
    """The ISO date of the day from which the words stand."""
    kind: EditionKind
    what: Bilingual
    why: Bilingual
    changes: tuple[Change, ...] = ()
    """In the order of the text."""
    fingerprint: str = ""
    """Empty until it is published."""


def find_former(edition: int, before: AllWords, after: AllWords) -> list[Former]:
    """Return what an edition changes, in the order of the text, what is gone at the end.

    >>> find_former(2, {"p1": Words("甲", "a")}, {"p1": Words("乙", "a")})
    [Former(edition=2, anchor='p1', part='zh', before='甲')]
    """
    return [
        Former(edition, anchor, part, former)
        for anchor in dict.fromkeys((*after, *before))
        for part, former, now in zip(
            Words._fields, before.get(anchor, NOTHING), after.get(anchor, NOTHING), strict=True
        )
        if former != now
    ]


def undo_changes(words: AllWords, former: Iterable[Former]) -> dict[str, Words]:
    """Return the words as they were before one edition changed them."""
    earlier = dict(words)
    for row in former:
        earlier[row.anchor] = earlier.get(row.anchor, NOTHING)._replace(**{row.part: row.before})
    return {anchor: own for anchor, own in earlier.items() if own != NOTHING}


def print_entry(edition: Edition) -> str:
    """Return the fingerprint of what the editors say of an edition."""
    words = (edition.what.zh, edition.what.en, edition.why.zh, edition.why.en)
    return print_value([edition.number, edition.date, edition.kind, *words])


def print_words(words: AllWords) -> str:
    """Return the fingerprint of all words of an edition."""
    return print_value([[anchor, *own] for anchor, own in sorted(words.items()) if own != NOTHING])


def print_value(value: object) -> str:
    """Return the SHA-256 of a value, written as JSON without blanks."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
