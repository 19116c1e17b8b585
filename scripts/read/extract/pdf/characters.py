"""A page of a PDF → its characters, each with its place, its size and how it is drawn.

PDFium says of every character where it stands and what it is. Its own blanks and line ends, which it makes of gaps,
are left out: `layout` looks at the gaps.
"""

import ctypes
from collections.abc import Iterator
from math import hypot
from typing import NamedTuple

import pypdfium2.raw as pdfium

from scripts.read.extract.pdf.turning import find_direction

UNKNOWN = "\ufffd"
PRIVATE = range(0xE000, 0xF900)
"""The characters that each font names as it likes."""
BLANKS = frozenset(map(ord, " \r\n\t"))
CONTROLS = frozenset({*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF, 0x200B, 0xFEFF, 0xAD})
WHITE = 250
"""The red, green and blue of white are at least so much of 255."""
INVISIBLE = 3
"""The way of drawing text that leaves no mark."""


class Look(NamedTuple):
    """How characters of one text object are drawn."""

    size: float
    direction: int | None
    """As in `turning`; None where they slant."""
    is_drawn: bool
    is_white: bool


class Character(NamedTuple):
    """A character in the page's own coordinates: where it begins, on its line, and where it ends."""

    text: str
    x: float
    y: float
    end: float
    """As far to the right, or up where its line runs so, as its box goes in the direction of its line."""
    look: Look


def read_characters(text_page: "pdfium.FPDF_TEXTPAGE") -> Iterator[Character]:
    """Yield the characters of a page in the order in which it draws them."""
    looks: dict[int, Look] = {}
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in BLANKS and pdfium.FPDFText_IsGenerated(text_page, index):
            continue
        pointer = pdfium.FPDFText_GetTextObject(text_page, index)
        address = ctypes.cast(pointer, ctypes.c_void_p).value or 0
        look = looks.get(address)
        if look is None:
            look = looks[address] = read_look(text_page, index, pointer)
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        end = (box.right, box.bottom, box.left, box.top)[look.direction or 0]
        yield Character(character(text_page, index, code), x.value, y.value, end, look)


def character(text_page: "pdfium.FPDF_TEXTPAGE", index: int, code: int) -> str:
    """Return a character as text: U+FFFD where the file does not name it, a hyphen where PDFium marks one."""
    if pdfium.FPDFText_IsHyphen(text_page, index) > 0:
        return "-"
    if code in CONTROLS or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return UNKNOWN if code == 0 else ""
    return chr(code)


def read_look(text_page: "pdfium.FPDF_TEXTPAGE", index: int, pointer: "pdfium.FPDF_PAGEOBJECT") -> Look:
    """Return how the characters of a text object are drawn."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text_page, index, matrix)
    size = pdfium.FPDFText_GetFontSize(text_page, index) * hypot(matrix.c, matrix.d)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(pointer) if pointer else 0
    return Look(size, find_direction(matrix.a, matrix.b), mode != INVISIBLE, is_white(pointer))


def is_white(pointer: "pdfium.FPDF_PAGEOBJECT") -> bool:
    """Whether an object is filled with white, or with nothing."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pointer or not pdfium.FPDFPageObj_GetFillColor(pointer, red, green, blue, alpha):
        return False
    return alpha.value == 0 or min(red.value, green.value, blue.value) >= WHITE
