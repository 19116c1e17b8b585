"""What people know, as values: the terms, bodies, documents, indicators and topics of the glossary.

Like the model it has no I/O and no pattern. `corpus/README.md` says what each field holds.
"""

from dataclasses import dataclass, field

from scripts.model.policy import Bilingual, Place
from scripts.model.vocabulary import (
    Certainty,
    Comparability,
    Direction,
    DocumentKind,
    OrganisationKind,
    TermKind,
)


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary."""

    id: str
    zh: str
    """The headword as printed."""
    forms: tuple[str, ...]
    """Other printed forms that mean the same."""
    full: str | None
    """The full form, where the headword is short for one."""
    en: str
    """The one agreed English."""
    en_variants: tuple[str, ...]
    kind: TermKind
    meaning: Bilingual
    source: Bilingual | None
    """Where the term comes from."""
    pinyin: str
    """Syllables without tones, with spaces between."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body that the texts name."""

    id: str
    name: Bilingual
    """The full official name at the time of the text."""
    place: str
    """The id of a place."""
    kind: OrganisationKind
    forms: tuple[str, ...]
    """The names as printed; they hold in the policies of its place and of the places within it."""
    became: Bilingual | None
    """What became of it by the end of 2023, or that this is not known; None where it is not known to have changed."""
    certainty: Certainty
    """How sure the full and the English name are."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document that the texts cite, or one of the policies themselves."""

    id: str
    title: Bilingual
    number: str | None
    issuers: tuple[Bilingual, ...]
    date: str | None
    """ISO 8601, as exact as is known."""
    kind: DocumentKind
    forms: tuple[str, ...] = ()
    policy: str | None = None
    """The id of the policy of the archive that this document is."""
    self_forms: tuple[str, ...] = ()
    """The words by which that policy means itself (本规划)."""
    implements: tuple[str, ...] = ()
    """The ids of the superior documents that it carries out."""
    url: str | None = None
    certainty: Certainty = Certainty.CERTAIN
    """How sure its particulars are."""
    date_note: Bilingual | None = None
    """What readers must know of the date of a policy."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A quantity that targets measure."""

    id: str
    name: Bilingual
    aliases: tuple[str, ...]
    """The names as printed in the texts."""
    definition: Bilingual
    source: Bilingual | None
    """Where the definition comes from; None where it is the editors' own."""
    unit: str | None
    direction: Direction
    topic: str
    comparability: Comparability
    comparability_note: Bilingual | None


@dataclass(frozen=True, slots=True)
class Topic:
    """A matter that several policies treat."""

    id: str
    name: Bilingual
    description: Bilingual
    words: tuple[str, ...]
    sections: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """For each policy id the anchors that treat it; empty where none does."""
    lines: dict[str, int] = field(default_factory=dict)
    """For each policy id the line of its own `topics.yml` that says so."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """All curated knowledge, each kind by its id."""

    places: dict[str, Place] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
