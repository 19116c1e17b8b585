"""A policy's source: the text with which its edits begin, and the file that this was extracted from."""

from dataclasses import dataclass, field

from scripts.model.formats import Format, Leaving
from scripts.model.vocabulary import Script


@dataclass(frozen=True, slots=True)
class Original:
    """The file as received, where it is no text: what the text was extracted from."""

    format: Format
    sha256: str
    size: int
    """In bytes; 0 where only its description was read."""
    program: str
    """What extracted the text, with its version: `docx 1`."""
    left_out: tuple[tuple[Leaving, int], ...] = ()
    """How many of what else the file holds are not in the text."""
    data: bytes = field(default=b"", repr=False)
    """The file itself; empty where only its description was read."""


@dataclass(frozen=True, slots=True)
class Source:
    """The text with which the edits begin: the file as received, or what was extracted from it."""

    sha256: str
    size: int
    """In bytes."""
    encoding: str
    """Python's name of the codec with which the text decodes and encodes again to the same bytes."""
    script: Script
    text: str = field(repr=False)
    """The decoded source, with nothing changed."""
    original: Original | None = None
    """The file from which the text was extracted; None where the text is what was received."""
