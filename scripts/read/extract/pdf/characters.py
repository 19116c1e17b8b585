"""A page of a PDF → its characters: which they are, and where and how they are drawn, as arrays.

PDFium says of every character where it stands and what it is. Its own blanks and line ends, which it makes of gaps,
are left out: `layout` looks at the gaps.
"""

from ctypes import byref, c_double
from dataclasses import dataclass

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from scripts.read.extract.pdf import calls
from scripts.read.extract.pdf.standing import find_origins, find_owners
from scripts.read.extract.pdf.turning import find_directions

UNKNOWN = 0xFFFD
BLANKS = [*map(ord, " \r\n\t")]
UNSEEN = [*range(1, 0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xAD, 0x200B, 0xFEFF, 0xFFFE, 0xFFFF]
"""Signs that are no character to be seen."""
HIGH, LOW = 0xD800 >> 10, 0xDC00 >> 10
"""What the two halves begin with for which one character stands beyond U+FFFF: 𠮷 is D842 DFB7."""
ARE_BLANKS, ARE_UNSEEN = (np.isin(np.arange(0x10001), signs) for signs in (BLANKS, UNSEEN))
WIDE, BEARING = 0.95, 0.08
"""So wide, for its size, is a Chinese character, and so much on both sides of a letter is white."""
WHITE = 250
"""The red, green and blue of white are at least so much of 255."""
INVISIBLE = 3
"""The way of drawing text that leaves no mark."""
Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Looks:
    """How the characters of text objects are drawn; one row an object."""

    sizes: Numbers
    widths: Numbers
    """Of a character that is as wide as it is high by its font, as Chinese ones are."""
    directions: Numbers
    """As in `turning`; -1 where they slant."""
    are_drawn: Flags
    are_white: Flags


@dataclass(frozen=True, slots=True)
class Characters:
    """The characters of a page in the order in which it draws them, in its own coordinates; one row each."""

    codes: NDArray[np.uint32]
    origins: Numbers
    """Where each begins, on its line: x, y."""
    boxes: Numbers
    """Left, top, right and bottom; as wide as it is set, or as its drawing is."""
    objects: NDArray[np.int64]
    """Which text object it is of, as a row of `looks`."""
    looks: Looks

    @property
    def sizes(self) -> Numbers:
        """How high each is by its font."""
        return self.looks.sizes[self.objects]

    @property
    def widths(self) -> Numbers:
        """How wide each is where its font says that it is as wide as high."""
        return self.looks.widths[self.objects]

    @property
    def directions(self) -> Numbers:
        """In which direction the line of each runs."""
        return self.looks.directions[self.objects]

    @property
    def are_drawn(self) -> Flags:
        """Which leave a mark on the page."""
        return self.looks.are_drawn[self.objects]

    @property
    def are_white(self) -> Flags:
        """Which are filled with white, or with nothing."""
        return self.looks.are_white[self.objects]


def read_characters(text_page: "pdfium.FPDF_TEXTPAGE") -> Characters:
    """Return the characters of a page."""
    page = calls.place_of(text_page)
    codes = calls.read_codes(page, max(pdfium.FPDFText_CountChars(text_page), 0))
    is_in_file = np.full(len(codes), True)
    blanks = np.flatnonzero(is_one_of(codes, ARE_BLANKS))
    is_in_file[blanks] = ~calls.are_made(page, blanks)
    indices = np.flatnonzero(is_in_file)
    owners, firsts, objects = np.unique(find_owners(page, indices, codes), return_index=True, return_inverse=True)
    looks = read_looks(page, owners, indices[firsts])
    named, boxes = np.where(calls.have_faults(page, indices), UNKNOWN, codes[indices]), calls.read_boxes(page, indices)
    join_halves(named, boxes)
    named[(named == 0) | (named > 0x10FFFF)] = UNKNOWN
    characters = Characters(named, find_origins(page, indices, boxes, objects), boxes, objects, looks)
    narrow_letters(page, characters, indices)
    is_seen = ~is_one_of(named, ARE_UNSEEN)
    return Characters(named[is_seen], characters.origins[is_seen], boxes[is_seen], objects[is_seen], looks)


def join_halves(codes: NDArray[np.uint32], boxes: Numbers) -> None:
    """Let the first of two halves stand for their character, as wide as both; the second is not to be seen."""
    is_pair = (codes[:-1] >> 10 == HIGH) & (codes[1:] >> 10 == LOW)
    firsts = np.flatnonzero(is_pair)
    codes[firsts] = 0x10000 + ((codes[firsts] & 0x3FF) << 10) + (codes[firsts + 1] & 0x3FF)
    boxes[firsts, 2] = np.maximum(boxes[firsts, 2], boxes[firsts + 1, 2])


def is_one_of(codes: NDArray[np.uint32], table: Flags) -> Flags:
    """Whether each character is one of a table, which has a row for each up to U+FFFF and one for all others."""
    return table[np.minimum(codes, len(table) - 1)]


def narrow_letters(page: calls.Place, characters: Characters, indices: NDArray[np.int64]) -> None:
    """Set letters and digits that their font says to be as wide as Chinese ones, and are not, to what is drawn of them.

    Fonts of Founder's programs say so of all their letters, and set each of them over the empty half of the last.
    """
    codes, origins, boxes = characters.codes, characters.origins, characters.boxes
    widths, is_flat = characters.widths, characters.directions == 0
    is_wide = (codes > 0x20) & (codes < 0x100) & is_flat & (boxes[:, 2] - origins[:, 0] > WIDE * widths)
    sides = (c_double * 4)()
    given = [byref(sides, 8 * place) for place in range(4)]
    for place in np.flatnonzero(is_wide):
        left, right, *_ = sides if calls.get_drawing(page, int(indices[place]), *given) else (0, 0)
        if right > left:
            origins[place, 0] = left - BEARING * widths[place]
            boxes[place, 0], boxes[place, 2] = origins[place, 0], right + BEARING * widths[place]


def read_looks(page: calls.Place, owners: NDArray[np.uint64], firsts: NDArray[np.int64]) -> Looks:
    """Return how the characters of text objects are drawn, each by its first character."""
    sizes, colours = calls.read_sizes(page, firsts), calls.read_colours(owners)
    a, b, c, d, *_ = calls.read_matrices(page, firsts).T
    is_white = (colours[:, :3].min(axis=1) >= WHITE) | (colours[:, 3] == 0)
    are_drawn = calls.read_modes(owners) != INVISIBLE
    return Looks(sizes * np.hypot(c, d), sizes * np.hypot(a, b), find_directions(a, b), are_drawn, is_white)
