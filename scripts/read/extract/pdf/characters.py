"""A page of a PDF → its characters: which they are, and where and how they are drawn, as arrays.

PDFium says of every character where it stands and what it is. Its own blanks and line ends, which it makes of gaps,
are left out: `layout` looks at the gaps.
"""

import ctypes
from dataclasses import dataclass
from math import hypot
from typing import NamedTuple

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from scripts.read.extract.pdf.turning import find_direction

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
read_drawing = ctypes.cast(pdfium.FPDFText_GetCharBox, ctypes.CFUNCTYPE(INT, POINTER, INT, *[POINTER] * 4))
"""PDFium's functions as ones of plain addresses: as `pypdfium2` declares them, each call takes thrice the time."""

Numbers = NDArray[np.float64]


class Look(NamedTuple):
    """How the characters of a text object are drawn."""

    size: float
    width: float
    """Of a character that is as wide as it is high by its font, as Chinese ones are."""
    direction: int
    """As in `turning`; -1 where they slant."""
    is_drawn: bool
    is_white: bool


@dataclass(frozen=True, slots=True)
class Characters:
    """The characters of a page in the order in which it draws them, in its own coordinates; one row each."""

    codes: NDArray[np.uint32]
    origins: Numbers
    """Where each begins, on its line: x, y."""
    boxes: Numbers
    """Left, top, right and bottom; as wide as it is set, or as its drawing is."""
    objects: NDArray[np.int64]
    """Which text object it is of, as a place in `looks`."""
    looks: list[Look]

    def look_of(self, name: str) -> Numbers:
        """Return one attribute of the looks, for each character."""
        values = np.array([getattr(look, name) for look in self.looks], np.float64)
        return values[self.objects] if self.looks else np.empty(0)


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
    looks = [read_look(text_page, index, pointer) for pointer, index in objects.items()]
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
    widths, is_flat = characters.look_of("width"), characters.look_of("direction") == 0
    is_wide = (codes > 0x20) & (codes < 0x100) & is_flat & (boxes[:, 2] - origins[:, 0] > WIDE * widths)
    sides = np.zeros(4)
    left, right, bottom, top = (sides.ctypes.data + 8 * place for place in range(4))
    for place in np.flatnonzero(is_wide):
        if read_drawing(page, int(indices[place]), left, right, bottom, top) and sides[1] > sides[0]:
            origins[place, 0] = sides[0] - BEARING * widths[place]
            boxes[place, 0], boxes[place, 2] = origins[place, 0], sides[1] + BEARING * widths[place]


def read_look(text_page: "pdfium.FPDF_TEXTPAGE", index: int, address: int | None) -> Look:
    """Return how the characters of a text object are drawn, by one of them."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text_page, index, matrix)
    size = pdfium.FPDFText_GetFontSize(text_page, index)
    high, wide = size * hypot(matrix.c, matrix.d), size * hypot(matrix.a, matrix.b)
    pointer = ctypes.cast(address, pdfium.FPDF_PAGEOBJECT) if address else None
    mode = pdfium.FPDFTextObj_GetTextRenderMode(pointer) if pointer else 0
    return Look(high, wide, find_direction(matrix.a, matrix.b), mode != INVISIBLE, is_white(pointer))


def is_white(pointer: "pdfium.FPDF_PAGEOBJECT") -> bool:
    """Whether an object is filled with white, or with nothing."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pointer or not pdfium.FPDFPageObj_GetFillColor(pointer, red, green, blue, alpha):
        return False
    return alpha.value == 0 or min(red.value, green.value, blue.value) >= WHITE
