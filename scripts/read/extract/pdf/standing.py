"""The characters of a page → which text object each is of, and where each begins, by as few questions as tell it.

To ask of every character takes as long as all that PDFium does itself. The characters of one object follow one another
but where a text runs from right to left; and where they stand on one line, they begin where their boxes do.
"""

import numpy as np
from numpy.typing import NDArray

from scripts.read.extract.pdf import calls

STEP = 8
"""Of so many characters one is asked of which object it is, and the others where that is not the next one's too."""
NEAR = 0.001
"""What differs by less is at one place; lengths are points."""
# Hebrew to Arabic with its forms, and halves of rarer characters: what may run from right to left
RIGHT_TO_LEFT = (0x590, 0x900), (0xD800, 0xE000), (0xFB1D, 0xFE00), (0xFE70, 0xFF00)
Numbers = NDArray[np.float64]
Indices = NDArray[np.int64]


def find_owners(page: calls.Place, indices: Indices, codes: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """Return the address of the text object of each of a page's characters; 0 where it has none."""
    if len(indices) < STEP or any(np.any((codes >= start) & (codes < stop)) for start, stop in RIGHT_TO_LEFT):
        return calls.read_owners(page, indices)
    asked = np.unique(np.append(np.arange(0, len(indices), STEP), len(indices) - 1))
    known = calls.read_owners(page, indices[asked])
    owners = np.append(np.repeat(known[:-1], np.diff(asked)), known[-1:])
    others = np.flatnonzero(np.repeat(known[:-1] != known[1:], np.diff(asked)))
    owners[others] = calls.read_owners(page, indices[others])
    return owners


def find_origins(page: calls.Place, indices: Indices, boxes: Numbers, objects: Indices) -> Numbers:
    """Return where each character begins on its line: x, y.

    `objects`: of which object each is, by numbers from 0. Where the boxes of an object all end at one height, and the
    first and the last begin where their characters do, so do the others.
    """
    count = int(objects.max(initial=-1)) + 1
    firsts, lasts = np.full(count, len(objects)), np.zeros(count, np.int64)
    places = np.arange(len(objects))
    np.minimum.at(firsts, objects, places)
    np.maximum.at(lasts, objects, places)
    asked = np.unique(np.append(firsts, lasts))
    origins = np.column_stack((boxes[:, 0], boxes[:, 3]))
    origins[asked] = calls.read_origins(page, indices[asked])
    is_even = np.abs(origins[:, 0] - boxes[:, 0]) < NEAR
    bases, bottoms = origins[firsts, 1], boxes[firsts, 3]
    is_told = (is_even[firsts] & is_even[lasts] & (origins[lasts, 1] == bases))[objects]
    is_told &= boxes[:, 3] == bottoms[objects]
    others = np.flatnonzero(~is_told)
    origins[:, 1] = bases[objects]
    origins[others] = calls.read_origins(page, indices[others])
    return origins
