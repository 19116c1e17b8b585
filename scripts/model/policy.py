"""The one model of the archive: a policy is a final text, the edits that led to it, and a tree of spans into it.

No I/O, no Markdown, no pattern. Edits count code points of the decoded source, all else of the clean text, half-open.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from scripts.model.bilingual import Bilingual as Bilingual  # noqa: PLC0414 - which all others take from here
from scripts.model.editions import Edition
from scripts.model.judgements import Emendation as Emendation  # noqa: PLC0414
from scripts.model.judgements import LineRange as LineRange  # noqa: PLC0414
from scripts.model.said import Said
from scripts.model.source import Original as Original  # noqa: PLC0414
from scripts.model.source import Source as Source  # noqa: PLC0414
from scripts.model.status import Status
from scripts.model.vocabulary import (
    BlockKind,
    Certainty,
    DocumentKind,
    Level,
    Rule,
    Script,
    SectionKind,
)


class Edit(NamedTuple):
    """One change of the source: `source[start:end] == before` became `after`.

    A tuple, for there are as many as lines, and each is made again by every step that changes something beside it.
    """

    start: int
    end: int
    before: str
    after: str
    rule: Rule
    emendation: int | None = None
    """The `index` of the note that says why, where the editor's hand made the change."""


@dataclass(frozen=True, slots=True)
class Note:
    """An emendation at its place in the clean text, applied or not."""

    index: int
    """The emendation's place in `emendations.yml`, from 0; edits refer to it."""
    start: int
    end: int
    """The span of the clean text that the note is about; empty where a repair only takes away."""
    received: str
    """What the source has at this place, before any step."""
    printed: str
    """What the clean text has at this place."""
    proposed: str
    """What the editor reads here; equal to `printed` where the emendation is applied."""
    emendation: Emendation


class Block(NamedTuple):
    """A run of text that is printed as one: a paragraph, a line of the head, a table cell. A tuple, as edits are."""

    anchor: str
    kind: BlockKind
    start: int
    end: int
    row_span: int = 1
    """How many table rows a cell spans; 1 for everything else."""
    column_span: int = 1
    """How many table columns a cell spans; 1 for everything else."""


class Section(NamedTuple):
    """A heading with all that stands under it; the preamble, the closing, a table, its row. A tuple, as edits are."""

    anchor: str
    kind: SectionKind
    label: str
    """The number as printed: 一、 （一） 1. —— 专栏1：; empty where none is printed."""
    title: str
    """The heading's words without label and without a run-in heading's full stop."""
    start: int
    heading_end: int
    """Where the heading ends, a run-in heading's full stop included; equal to `start` where there is none."""
    end: int
    """Where the section ends, its children included."""
    blocks: Sequence[Block] = ()
    children: Sequence["Section"] = ()

    def heading(self, text: str) -> str:
        """Return the heading that `text` prints, its number included, on one line."""
        return text[self.start : self.heading_end].replace("\n", " ")

    @property
    def lead(self) -> Block | None:
        """Return the block before all sections below it, with which its number stands on a line; None without one."""
        block, child = next(iter(self.blocks), None), next(iter(self.children), None)
        return block if block and not (child and child.start < block.start) else None

    def walk(self) -> Iterator["Section"]:
        """Yield this section and all below it, in the order of the text."""
        yield self
        waiting = [iter(self.children)]  # at each level, those that follow
        while waiting:
            section = next(waiting[-1], None)
            if section is None:
                waiting.pop()
            else:
                yield section
                waiting.append(iter(section.children))

    def paths(self, around: tuple["Section", ...] = ()) -> Iterator[tuple["Section", ...]]:
        """Yield this section and all below it, each as the last of the sections that hold it."""
        own = (*around, self)
        yield own
        for child in self.children:
            yield from child.paths(own)


@dataclass(frozen=True, slots=True)
class Place:
    """A place of `places.yml`."""

    id: str
    name: Bilingual
    level: Level
    within: str | None
    """The id of the place of which this one is a part."""


@dataclass(frozen=True, slots=True)
class PolicyDate:
    """When a policy was issued, as exactly as is known."""

    value: str
    """ISO 8601, of reduced precision where no more is known: 2018, 2018-07, 2018-07-05."""
    note: Bilingual | None
    """What readers must know of the date's precision or origin."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What `policy.yml` says of a policy."""

    id: str
    title: Bilingual
    issuers: tuple[Bilingual, ...]
    number: str | None
    date: PolicyDate
    place: Place
    url: str
    retrieved: str | None
    """ISO date on which the page was copied; None where nobody wrote it down."""
    sha256: str
    certainty: Certainty
    identification: Bilingual
    """How title, number, issuers and date are known."""
    editions: tuple[Edition, ...] = ()
    """What `history.yml` says of its editions, the oldest first; none while nothing of it is published."""
    status: Status = field(default_factory=Status)
    """What is known of its time: period, goals, force, successor."""
    script: Script | None = None
    """The script in which the text is to be read, where the editors say so."""
    original: Original | None = None
    """The file from which the text was extracted; None where the text is what was received."""
    kind: DocumentKind | None = None
    """Of what kind it is, where its title leaves that open."""
    is_titled_in_english: bool = True
    """Whether its title has an English; of a policy in preparation other words may stand in its place."""


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy, read: the clean text is final, everything else points into it or into the source."""

    metadata: Metadata | None
    """None for a text that is not in the corpus."""
    source: Source
    text: str = field(repr=False)
    edits: Sequence[Edit] = field(repr=False)
    sections: Sequence[Section] = field(repr=False)
    notes: tuple[Note, ...] = ()
    said: Said = field(default_factory=Said, repr=False)
    """What the text says of itself, where nobody described it."""
    odd: Sequence[int] = ()
    """Where the lines begin that look like headings and that no rule took for one."""
    layout: tuple[LineRange, ...] = ()
    """What the editors say of its source's lines, in their order."""
    simplified: "Policy | None" = field(default=None, repr=False)
    """Of a text that stays Traditional, what the rules read: the same in Simplified characters, one for one."""

    @property
    def script(self) -> Script:
        """The script of the clean text."""
        return Script.HANT if self.simplified else Script.HANS

    @property
    def plain(self) -> "Policy":
        """What the rules read: this, or its Simplified copy, whose places are the same."""
        return self.simplified or self

    def walk(self) -> Iterator[Section]:
        """Yield every section, in the order of the text."""
        for section in self.sections:
            yield from section.walk()

    def paths(self) -> Iterator[tuple[Section, ...]]:
        """Yield every section as the last of the sections that hold it, the outermost first."""
        for section in self.sections:
            yield from section.paths()

    def blocks(self) -> Iterator[Block]:
        """Yield every block, in the order of the tree."""
        for section in self.walk():
            yield from section.blocks

    def anchors(self) -> Iterator[str]:
        """Yield the anchor of every section and block, in the order of the tree."""
        for section in self.walk():
            yield section.anchor
            for block in section.blocks:
                yield block.anchor
