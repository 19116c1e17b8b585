"""Places in a PDF's own coordinates → places on the page as it is read, whichever way its text runs."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
SLANT = 6
"""Text that goes so many times as far along as across runs straight."""


class Box(NamedTuple):
    """What of a page is seen, or a part of it, in the page's own coordinates: y grows upwards."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is inside."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


def find_directions(a: Numbers, b: Numbers) -> Numbers:
    """Return in which direction texts run: 0 right, 1 down, 2 left, 3 up; -1 where one slants.

    `a` and `b`: how far each goes to the right and up.
    """
    is_level, is_upright = np.abs(b) * SLANT <= np.abs(a), np.abs(a) * SLANT <= np.abs(b)
    level, upright = np.where(a > 0, 0.0, 2.0), np.where(b > 0, 3.0, 1.0)
    return np.where(is_level, level, np.where(is_upright, upright, -1.0))


def turn_points(direction: int, box: Box, points: Numbers) -> Numbers:
    """Return where points are once text of a direction runs from left to right; y then grows downwards."""
    x, y = points[:, 0], points[:, 1]
    if direction == 0:
        return np.column_stack((x - box.left, box.top - y))
    if direction == 1:
        return np.column_stack((box.top - y, box.right - x))
    if direction == 2:
        return np.column_stack((box.right - x, y - box.bottom))
    return np.column_stack((y - box.bottom, x - box.left))


def turned_size(direction: int, box: Box) -> tuple[float, float]:
    """Return how wide and how high a page then is."""
    wide, high = box.right - box.left, box.top - box.bottom
    return (high, wide) if direction % 2 else (wide, high)
