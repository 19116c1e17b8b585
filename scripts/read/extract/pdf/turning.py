"""Places in a PDF's own coordinates → places on the page as it is read, whichever way its text runs."""

from collections.abc import Callable
from typing import NamedTuple

Point = tuple[float, float]


class Box(NamedTuple):
    """What of a page is seen, in its own coordinates: y grows upwards."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is seen."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


class Turn(NamedTuple):
    """How a page is turned so that text of one direction runs from left to right."""

    place: Callable[[float, float], Point]
    """Where a point of the page's own coordinates then is; y grows downwards."""
    width: float
    height: float


def find_direction(a: float, b: float) -> int | None:
    """Return in which direction text runs: 0 right, 1 down, 2 left, 3 up; None where it slants.

    `a` and `b`: how far it goes to the right and up.
    """
    if abs(b) <= abs(a) / SLANT:
        return 0 if a > 0 else 2
    if abs(a) <= abs(b) / SLANT:
        return 3 if b > 0 else 1
    return None


SLANT = 6
"""Text that goes so many times as far along as across runs straight."""


def make_turn(direction: int, box: Box) -> Turn:
    """Return how a page is turned for text of a direction."""
    left, bottom, right, top = box
    wide, high = right - left, top - bottom
    return (
        Turn(lambda x, y: (x - left, top - y), wide, high),
        Turn(lambda x, y: (top - y, right - x), high, wide),
        Turn(lambda x, y: (right - x, y - bottom), wide, high),
        Turn(lambda x, y: (y - bottom, x - left), high, wide),
    )[direction]
