"""The editions of a policy: from which day its addresses have which words, what was changed, and why."""

from dataclasses import dataclass
from typing import NamedTuple

from scripts.model.bilingual import Bilingual
from scripts.model.vocabulary import EditionKind, Language


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
    """Of this edition's words and of all editions before it; empty until it is published."""
