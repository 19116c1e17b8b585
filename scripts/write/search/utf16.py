"""Characters by their place in the order of UTF-16, in which JavaScript compares strings.

That order is the one of code points, but the last block of the first plane comes after all other planes.
"""

import numpy as np
import numpy.typing as npt

Streams = npt.NDArray[np.uint32]
BLOCK = 0xE000
"""Where the last block of the first plane begins: after the surrogates, with which UTF-16 writes the other planes."""
PLANE, END = 0x10000, 0x110000
"""Where the second plane begins, and where the last one ends."""
MOVED = END - PLANE
"""So far the last block moves up; the other planes move down by its size."""


def utf16_order(points: Streams) -> Streams:
    """Return the places of characters in the order of UTF-16, by their code points."""
    moved = np.where(points >= PLANE, points - (PLANE - BLOCK), np.where(points >= BLOCK, points + MOVED, points))
    return moved.astype(np.uint32)


def character_at(place: int) -> str:
    """Return the character at a place in the order of UTF-16.

    >>> [character_at(int(place)) for place in utf16_order(np.array([0x4E00, 0xFFFD, 0x20000], dtype=np.uint32))]
    ['一', '\ufffd', '𠀀']
    """
    if place < BLOCK:
        return chr(place)
    return chr(place + PLANE - BLOCK) if place < BLOCK + MOVED else chr(place - MOVED)
