"""The archive as one value: the policies, the glossary, and what was found in the texts.

Like the model it has no I/O and no pattern. Every finding names its policy and its span in the clean text.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from scripts.model.glossary import Glossary
from scripts.model.grades import Graded
from scripts.model.policy import Bilingual, Policy
from scripts.model.vocabulary import Change, Comparator, Grade, MentionKind, Role, TargetAction, TargetKind


class Mention(NamedTuple):
    """A place of a text at which something is named. A tuple, for there are as many as words that mean something."""

    policy: str
    start: int
    end: int
    kind: MentionKind
    target: str | None
    """The id of what is meant; None where that is unknown or ambiguous."""
    ground: str
    """Why: `form` (a listed form), `number`, `self`, or `unlisted`."""


@dataclass(frozen=True, slots=True)
class Responsibility:
    """A body in a note that says who is responsible for a section."""

    policy: str
    section: str
    """The anchor of the section at whose end the note stands."""
    start: int
    end: int
    """The span of the body's name as printed."""
    role: Role
    organisation: str | None
    words: str = ""
    """The body's name as printed."""
    section_title: str = ""


class Target(NamedTuple):
    """A figure: a commitment or a baseline. A tuple, as mentions are."""

    policy: str
    anchor: str
    """Of the block."""
    start: int
    end: int
    """The span of the quotation."""
    name: str
    comparator: Comparator
    value: Decimal | None
    """Fully expanded; None where the text promises without a figure (完成市下达目标任务)."""
    value_max: Decimal | None
    unit: str | None
    year: int | None
    kind: TargetKind
    change: Change | None = None
    """Whether the value is a change: 年均增长4%以上 is `>=`, 4, an increase."""
    indicator: str | None = None
    other_value: Decimal | None = None
    """Where the figure was emended, or might be: the other reading of it."""
    is_confirmed: bool = False
    """Whether an editor says that it is a figure as it was read, with or without an indicator."""
    name_en: str | None = None
    """What this very figure measures, in English."""
    quote_en: str | None = None
    """The words of the block's English that state it."""
    repeats: str | None = None
    """The anchor at which the same figure stands first, where this one only states it again."""
    quote: str = ""
    """The words that state it."""


@dataclass(frozen=True, slots=True)
class FigureEnglish:
    """An editor's row that gives a figure its English."""

    line: int
    """Of figures_en.yml."""
    anchor: str
    quote: str
    """The figure's quotation in Chinese."""
    name_en: str
    quote_en: str


@dataclass(frozen=True, slots=True)
class TargetCorrection:
    """An editor's row about a figure: what the rules got right, missed, or took for one."""

    line: int
    """Of targets.yml."""
    action: TargetAction
    anchor: str
    quote: str
    reason: Bilingual | None
    fields: dict[str, str | None]
    """For `mend` and `add`: the fields as they should be, as texts."""
    is_read: bool = True
    """Whether nothing of it is wrong in itself: else what it says of the text can wait."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in one policy, each kind in the order of the text."""

    mentions: tuple[Mention, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    targets: Sequence[Target] = ()
    rule_targets: Sequence[Target] = ()
    """The targets as the rules alone found them, before the editors' corrections."""
    related: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """For each item's anchor, the (policy, anchor) of the sections elsewhere on the same matter, nearest first."""


@dataclass(frozen=True, slots=True)
class PageSection:
    """A heading of a page written by hand, with what stands under it."""

    anchor: str
    title: Bilingual
    paragraphs: tuple[Bilingual, ...]
    """Aligned where both languages have as many, else all in one."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page written by hand, in both languages."""

    address: str
    """Below the root of a language."""
    title: Bilingual
    sections: tuple[PageSection, ...]


@dataclass(frozen=True, slots=True)
class Archive:
    """All that the writers need: the policies in the order of their ids, the glossary, the findings by policy."""

    policies: tuple[Policy, ...]
    glossary: Glossary = field(default_factory=Glossary)
    redirects: dict[str, dict[str, str]] = field(default_factory=dict)
    """For each policy id, the anchors that were once published and their successors."""
    findings: dict[str, Findings] = field(default_factory=dict)
    pages: tuple[Page, ...] = ()
    """The pages written by hand, for the search to lead to."""
    english: dict[str, dict[str, str]] = field(default_factory=dict)
    """For each policy id, the English of titles and blocks by anchor; only what fits the present Chinese."""
    grades: dict[str, dict[str, Graded]] = field(default_factory=dict)
    """For each policy id, the grades of that English, by the same anchors."""
    translator_notes: dict[str, dict[str, Bilingual]] = field(default_factory=dict)
    """For each policy id, the translator's notes by the anchor that each is about; their Chinese may be empty."""

    def drafts(self, policy_id: str) -> frozenset[str]:
        """Return the anchors of a policy whose English is a draft."""
        grades = self.grades.get(policy_id, {})
        return frozenset(anchor for anchor, graded in grades.items() if graded.grade is Grade.DRAFT)

    def confirmed(self, policy_id: str) -> dict[str, str]:
        """Return the English of a policy that is no draft, by anchor: what stands for the policy outside its pages."""
        drafts, english = self.drafts(policy_id), self.english.get(policy_id, {})
        return {anchor: words for anchor, words in english.items() if anchor not in drafts} if drafts else english

    def is_translated(self, policy_id: str) -> bool:
        """Whether any English of a policy is no draft: drafts alone are no translation, and have no addresses."""
        return bool(self.confirmed(policy_id))
