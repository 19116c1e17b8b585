"""A page of a PDF → its characters: which they are, and where and how they are drawn, as arrays.

PDFium says of every character where it stands and what it is. Its own blanks and line ends, which it makes of gaps,
are left out: `layout` looks at the gaps.
"""

import ctypes
from dataclasses import dataclass

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from scripts.read.extract.pdf.turning import find_directions

UNKNOWN = 0xFFFD
BLANKS = frozenset(map(ord, " \r\n\t"))
UNSEEN = np.array([*range(1, 0x20), *range(0x7F, 0xA0), 0xAD, 0x200B, 0xFEFF, 0xFFFE, 0xFFFF])
"""Signs that are no character to be seen."""
WIDE, BEARING = 0.95, 0.08
"""So wide, for its size, is a Chinese character, and so much on both sides of a letter is white."""
WHITE = 250
"""The red, green and blue of white are at least so much of 255."""
INVISIBLE = 3
"""The way of drawing text that leaves no mark."""
POINTER, INT = ctypes.c_void_p, ctypes.c_int
read_code = ctypes.cast(pdfium.FPDFText_GetUnicode, ctypes.CFUNCTYPE(ctypes.c_uint, POINTER, INT))
read_fault = ctypes.cast(pdfium.FPDFText_HasUnicodeMapError, ctypes.CFUNCTYPE(INT, POINTER, INT))
read_object = ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.CFUNCTYPE(POINTER, POINTER, INT))
read_origin = ctypes.cast(pdfium.FPDFText_GetCharOrigin, ctypes.CFUNCTYPE(INT, POINTER, INT, POINTER, POINTER))
read_box = ctypes.cast(pdfium.FPDFText_GetLooseCharBox, ctypes.CFUNCTYPE(INT, POINTER, INT, POINTER))
read_matrix = ctypes.cast(pdfium.FPDFText_GetMatrix, ctypes.CFUNCTYPE(INT, POINTER, INT, POINTER))
read_size = ctypes.cast(pdfium.FPDFText_GetFontSize, ctypes.CFUNCTYPE(ctypes.c_double, POINTER, INT))
read_mode = ctypes.cast(pdfium.FPDFTextObj_GetTextRenderMode, ctypes.CFUNCTYPE(INT, POINTER))
read_colour = ctypes.cast(pdfium.FPDFPageObj_GetFillColor, ctypes.CFUNCTYPE(INT, POINTER, *[POINTER] * 4))
read_drawing = ctypes.cast(pdfium.FPDFText_GetCharBox, ctypes.CFUNCTYPE(INT, POINTER, INT, *[POINTER] * 4))
"""PDFium's functions as ones of plain addresses: as `pypdfium2` declares them, each call takes thrice the time."""

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
    count = max(pdfium.FPDFText_CountChars(text_page), 0)
    page = ctypes.cast(text_page, POINTER).value
    codes = [read_code(page, index) for index in range(count)]
    is_blank = pdfium.FPDFText_IsGenerated
    kept = [index for index, code in enumerate(codes) if code not in BLANKS or not is_blank(text_page, index)]
    origins, boxes = np.zeros((len(kept), 2)), np.zeros((len(kept), 4), np.float32)
    origin, box = origins.ctypes.data, boxes.ctypes.data
    for index in kept:
        read_origin(page, index, origin, origin + 8)
        read_box(page, index, box)
        origin, box = origin + 16, box + 16
    objects = {read_object(page, index): index for index in reversed(kept)}
    places = {pointer: place for place, pointer in enumerate(objects)}
    looks = read_looks(page, objects)
    owners = np.array([places[read_object(page, index)] for index in kept], np.int64)
    named = np.array([UNKNOWN if read_fault(page, index) > 0 else codes[index] for index in kept], np.uint32)
    is_seen = ~np.isin(named, UNSEEN)
    is_seen &= ~((named >= 0xD800) & (named < 0xE000))
    named[(named == 0) | (named > 0x10FFFF)] = UNKNOWN
    characters = Characters(named, origins, boxes.astype(np.float64), owners, looks)
    narrow_letters(page, characters, np.array(kept, np.int64))
    return Characters(named[is_seen], origins[is_seen], characters.boxes[is_seen], owners[is_seen], looks)


def narrow_letters(page: int | None, characters: Characters, indices: NDArray[np.int64]) -> None:
    """Set letters and digits that their font says to be as wide as Chinese ones, and are not, to what is drawn of them.

    Fonts of Founder's programs say so of all their letters, and set each of them over the empty half of the last.
    """
    codes, origins, boxes = characters.codes, characters.origins, characters.boxes
    widths, is_flat = characters.widths, characters.directions == 0
    is_wide = (codes > 0x20) & (codes < 0x100) & is_flat & (boxes[:, 2] - origins[:, 0] > WIDE * widths)
    sides = np.zeros(4)
    left, right, bottom, top = (sides.ctypes.data + 8 * place for place in range(4))
    for place in np.flatnonzero(is_wide):
        if read_drawing(page, int(indices[place]), left, right, bottom, top) and sides[1] > sides[0]:
            origins[place, 0] = sides[0] - BEARING * widths[place]
            boxes[place, 0], boxes[place, 2] = origins[place, 0], sides[1] + BEARING * widths[place]


def read_looks(page: int | None, objects: dict[int | None, int]) -> Looks:
    """Return how the characters of text objects are drawn, each by one of its characters."""
    matrices, colours = np.zeros((len(objects), 6), np.float32), np.zeros((len(objects), 4), np.uint32)
    sizes = np.array([read_size(page, index) for index in objects.values()], np.float64)
    modes = np.array([read_mode(pointer) if pointer else 0 for pointer in objects], np.int64)
    matrix, red = matrices.ctypes.data, colours.ctypes.data
    for pointer, index in objects.items():
        read_matrix(page, index, matrix)
        if pointer:
            read_colour(pointer, red, red + 4, red + 8, red + 12)
        matrix, red = matrix + 24, red + 16
    a, b, c, d = (matrices[:, place].astype(np.float64) for place in range(4))
    is_white = (colours[:, :3].min(axis=1) >= WHITE) | (colours[:, 3] == 0)
    return Looks(sizes * np.hypot(c, d), sizes * np.hypot(a, b), find_directions(a, b), modes != INVISIBLE, is_white)
