"""Which state of the archive its data are: what files say that are kept apart from it."""

from dataclasses import dataclass
from datetime import datetime

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""Of the editors' texts and data."""


@dataclass(frozen=True, slots=True)
class Release:
    """A state of the archive."""

    version: str
    moment: datetime | None
    """Of the commit, in UTC: no clock is looked at, so that a state is always the same bytes; None if unknown."""
    licence: str = ""
    """The text of the project's LICENSE."""

    @property
    def date(self) -> str:
        """The day, as 2026-11-29; empty where it is not known."""
        return self.moment.date().isoformat() if self.moment else ""

    @property
    def mark(self) -> str:
        """All that tells it from another."""
        return repr(self)


UNRELEASED = Release("0", None)
"""Of an archive of which nothing is known."""
