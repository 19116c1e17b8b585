"""A place of a clean text at which something was lost, with the likeliest reading."""

from typing import NamedTuple

SPLIT, MASK, LOST, DOT, DOUBTFUL_DOT, HYPHEN = "split", "mask", "lost", "dot", "doubtful-dot", "hyphen"
"""What happened to it."""


class Finding(NamedTuple):
    """What is printed at `text[start:end]`, and what may have stood there."""

    start: int
    end: int
    after: str
    kind: str
    margin: float | None
    """By how much it is likelier than the next reading, as a logarithm; None where no other fits."""
    detail: str
    """What the reading rests on: the bytes, or the words of a text."""
