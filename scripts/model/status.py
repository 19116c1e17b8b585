"""What is known of a policy's time: the period that it plans for, the years of its goals, its force, its successor.

Each statement has its ground, and what nobody has stated is not there: a period that is over says nothing of force, and
a policy that has a successor need not have been repealed.
"""

from dataclasses import dataclass

from scripts.model.bilingual import Bilingual
from scripts.model.vocabulary import Ending


@dataclass(frozen=True, slots=True)
class Ground:
    """Where something is said: in the policy's own text, or on a page outside it."""

    line: int = 0
    """Of policy.yml."""
    anchor: str | None = None
    """Of the block whose words say it."""
    quote: str | None = None
    """Those words."""
    url: str | None = None
    """The page outside it."""
    retrieved: str | None = None
    """The ISO date on which that page was read."""


@dataclass(frozen=True, slots=True)
class Period:
    """The years for which a policy plans, in its own words: 规划期限为2021—2025年."""

    first: int
    last: int
    ground: Ground


@dataclass(frozen=True, slots=True)
class Goal:
    """A year for which a policy sets its overall goals, in its own words: 到2020年."""

    year: int
    ground: Ground


@dataclass(frozen=True, slots=True)
class Force:
    """From when and until when a policy is in force."""

    first: str | None
    """ISO date, as exact as is known."""
    last: str | None
    """Likewise; None while no end is known."""
    ending: Ending | None
    """How it ended or will end; None where `last` is."""
    ground: Ground


@dataclass(frozen=True, slots=True)
class Successor:
    """What took a policy's place."""

    title: Bilingual
    id: str | None
    """Of the policy of the corpus that it is; None for another document."""
    url: str | None
    """The address of the other document, where one is known."""
    ground: Ground


@dataclass(frozen=True, slots=True)
class Status:
    """All of it; what is not known is None or empty."""

    period: Period | None = None
    goals: tuple[Goal, ...] = ()
    """By year."""
    force: Force | None = None
    successor: Successor | None = None

    @property
    def years(self) -> tuple[int, ...]:
        """The years that a policy plans for: the two ends of its period, else those of its goals."""
        return (self.period.first, self.period.last) if self.period else tuple(goal.year for goal in self.goals)

    @property
    def until(self) -> int | None:
        """The last year that a policy plans for."""
        return max(self.years, default=None)
