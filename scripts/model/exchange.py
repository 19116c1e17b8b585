"""What goes to a translator's tool and comes back: a heading or block with its English, and how far that has come."""

from typing import NamedTuple

from scripts.model.vocabulary import Grade


class Returned(NamedTuple):
    """A unit of a file that a translator's tool wrote."""

    line: int
    """Of the file, from 1."""
    anchor: str
    """As the unit names it; empty where it names none, and its Chinese alone says what it is."""
    zh: str
    en: str
    """Empty where the unit has no English."""
    grade: Grade | None = None
    """None where the file says nothing of it."""
    base: str = ""
    """The fingerprint of the English as it was when the file was made; empty where the file does not say."""


class Refused(NamedTuple):
    """A unit that cannot be taken as it is."""

    line: int
    message: str
    """What is wrong with it; and the remedy."""


class ReturnedFile(NamedTuple):
    """What a file holds."""

    units: tuple[Returned, ...]
    refused: tuple[Refused, ...] = ()
    policy: str = ""
    """The id of the policy of which it says that it is."""
    foreign: int = 0
    """How many units it has of other policies, which are only there for tools to remember."""
