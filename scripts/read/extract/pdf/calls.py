"""PDFium's functions, of which each says something of one character → what they say of all the characters of a page.

As `pypdfium2` declares them, a call takes three times as long as here: each argument is looked at, and other threads
may run meanwhile. Here the arguments are made once, and Python's own loop asks.
"""

import ctypes
from collections import deque
from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat
from typing import Any, NamedTuple

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

MANY = 1_000
"""So many characters are asked for in one go."""
INT, ADDRESS = ctypes.PYFUNCTYPE(ctypes.c_int), ctypes.PYFUNCTYPE(ctypes.c_size_t)
CODE, SIZE = ctypes.PYFUNCTYPE(ctypes.c_uint), ctypes.PYFUNCTYPE(ctypes.c_double)
get_text = ctypes.cast(pdfium.FPDFText_GetText, INT)
get_code = ctypes.cast(pdfium.FPDFText_GetUnicode, CODE)
get_made = ctypes.cast(pdfium.FPDFText_IsGenerated, INT)
get_fault = ctypes.cast(pdfium.FPDFText_HasUnicodeMapError, INT)
get_owner = ctypes.cast(pdfium.FPDFText_GetTextObject, ADDRESS)
get_origin = ctypes.cast(pdfium.FPDFText_GetCharOrigin, INT)
get_box = ctypes.cast(pdfium.FPDFText_GetLooseCharBox, INT)
get_drawing = ctypes.cast(pdfium.FPDFText_GetCharBox, INT)
get_size = ctypes.cast(pdfium.FPDFText_GetFontSize, SIZE)
get_matrix = ctypes.cast(pdfium.FPDFText_GetMatrix, INT)
get_mode = ctypes.cast(pdfium.FPDFTextObj_GetTextRenderMode, INT)
get_colour = ctypes.cast(pdfium.FPDFPageObj_GetFillColor, INT)
get_kind = ctypes.cast(pdfium.FPDFPageObj_GetType, INT)
get_member = ctypes.cast(pdfium.FPDFPage_GetObject, ADDRESS)
NO_CHARACTER = 0xFFFE
"""What stands in a text for a character that has no name."""

Function = Any
"""One of these: an address of code, called with places of memory and numbers."""
Place = Any
"""A place of memory as these functions take it."""
Indices = NDArray[np.int64]


class Room(NamedTuple):
    """Memory in which a function writes what it says of many characters, a row each."""

    rows: NDArray[Any]
    columns: tuple[list[Place], ...]
    """The place of each row for the function's first result, its second, and so on."""


@lru_cache
def make_room(kind: type[Any], width: int, results: int) -> Room:
    """Return room for rows of so many numbers of a kind, which a function writes as one result or as one each."""
    memory = (kind * (width * MANY))()
    size = ctypes.sizeof(kind)
    columns = ([ctypes.byref(memory, size * (width * row + place)) for row in range(MANY)] for place in range(results))
    return Room(np.frombuffer(memory, kind).reshape(-1, width), tuple(columns))


def ask_rows(function: Function, room: Room, *given: Sequence[Any]) -> NDArray[Any]:
    """Return what a function writes for each of what is given, a row each; zeros where it has nothing to say."""
    count = len(given[-1])
    answers = np.zeros((count, room.rows.shape[1]), room.rows.dtype)
    for start in range(0, count, MANY):
        stop = min(start + MANY, count)
        room.rows[:] = 0
        deque(map(function, *(each[start:stop] for each in given), *room.columns), maxlen=0)
        answers[start:stop] = room.rows[: stop - start]
    return answers


def place_of(text_page: "pdfium.FPDF_TEXTPAGE") -> Place:
    """Return where in memory the text of a page is."""
    return ctypes.byref(text_page.contents)


def read_codes(page: Place, count: int) -> NDArray[np.uint32]:
    """Return the code of each of so many characters: a code point, or half of the two that stand for a rare one.

    The text as a whole is asked for; where it leaves out a character, or has another sign for it, that is asked for.
    """
    text = (ctypes.c_ushort * (count + 1))()
    if get_text(page, 0, count, ctypes.byref(text)) != count + 1:
        return np.fromiter(map(get_code, repeat(page), range(count)), np.uint32, count)
    codes = np.ctypeslib.as_array(text)[:count].astype(np.uint32)
    others = np.flatnonzero(codes == NO_CHARACTER)
    codes[others] = [get_code(page, index) for index in others.tolist()]
    return codes


def are_made(page: Place, indices: Indices) -> NDArray[np.bool_]:
    """Return which characters are not in the file: PDFium made them of gaps."""
    answers = np.fromiter(map(get_made, repeat(page), indices.tolist()), np.int32, len(indices))
    return np.asarray(answers != 0, np.bool_)


def have_faults(page: Place, indices: Indices) -> NDArray[np.bool_]:
    """Return of which characters the file does not say what they are."""
    answers = np.fromiter(map(get_fault, repeat(page), indices.tolist()), np.int32, len(indices))
    return np.asarray(answers > 0, np.bool_)


def read_owners(page: Place, indices: Indices) -> NDArray[np.uint64]:
    """Return the address of the text object of each character; 0 where it has none."""
    return np.fromiter(map(get_owner, repeat(page), indices.tolist()), np.uint64, len(indices))


def read_origins(page: Place, indices: Indices) -> NDArray[np.float64]:
    """Return where each character begins on its line: x, y."""
    return ask_rows(get_origin, make_room(ctypes.c_double, 2, 2), [page] * len(indices), indices.tolist())


def read_boxes(page: Place, indices: Indices) -> NDArray[np.float64]:
    """Return the box of each character: left, top, right and bottom."""
    given = [page] * len(indices), indices.tolist()
    return ask_rows(get_box, make_room(ctypes.c_float, 4, 1), *given).astype(np.float64)


def read_sizes(page: Place, indices: Indices) -> NDArray[np.float64]:
    """Return the size of the font of each character."""
    return np.fromiter(map(get_size, repeat(page), indices.tolist()), np.float64, len(indices))


def read_matrices(page: Place, indices: Indices) -> NDArray[np.float64]:
    """Return how each character lies on the page: a, b, c, d, e, f."""
    given = [page] * len(indices), indices.tolist()
    return ask_rows(get_matrix, make_room(ctypes.c_float, 6, 1), *given).astype(np.float64)


def read_modes(owners: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Return in which way each text object is drawn; 0 where there is none."""
    return np.fromiter(map(get_mode, places_of(owners)), np.int64, len(owners))


def read_colours(owners: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """Return the colour with which each text object is filled: red, green, blue, alpha; zeros where it has none."""
    return ask_rows(get_colour, make_room(ctypes.c_uint, 4, 4), places_of(owners))


def places_of(addresses: NDArray[np.uint64]) -> list[Place]:
    """Return addresses as the functions take them."""
    return list(map(ctypes.c_void_p, addresses.tolist()))


def read_members(page: "pdfium.FPDF_PAGE") -> list[Place]:
    """Return the objects of a page."""
    count = max(pdfium.FPDFPage_CountObjects(page), 0)
    return list(map(ctypes.c_void_p, map(get_member, repeat(ctypes.byref(page.contents)), range(count))))
