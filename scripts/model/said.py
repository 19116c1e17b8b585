"""What a text that nobody described yet says of itself, each with the place from which it was read."""

from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """To what the place of something found points."""

    TEXT = "text"  # code points of the clean text
    SOURCE = "source"  # code points of the decoded source: what stands in the page around the document


@dataclass(frozen=True, slots=True)
class Found:
    """Something that a text says of itself."""

    value: str
    """As it is used: a title on one line, a date as ISO 8601, as exact as is printed."""
    start: int
    end: int
    """The words from which it was read."""
    where: Where = Where.TEXT


@dataclass(frozen=True, slots=True)
class Period:
    """The years for which a text plans."""

    first: int
    last: int
    start: int
    end: int
    """The words from which they were read."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says of itself; None or empty where it says nothing."""

    title: Found | None = None
    issuers: tuple[Found, ...] = ()
    """In the order printed."""
    number: Found | None = None
    date: Found | None = None
    """Of issue: when it was signed or passed, not when a page showed it."""
    kind: Found | None = None
    """通知, 意见, 条例 …: what the title says that the document is."""
    in_force: Found | None = None
    """The day from which it is in force; empty where it names the day of issue, and that is not known."""
    validity: Found | None = None
    """How long it is in force: an ISO 8601 duration (P5Y), or the last day."""
    period: Period | None = None
    implements: tuple[Found, ...] = ()
    """The titles of the documents that it carries out or rests on, in the order printed."""
