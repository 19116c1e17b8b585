"""A text object of an OFD → pieces of text with the place of each on the page.

An object gives the place of its first glyph and the distance from each glyph to the next, and no glyph's width: a wide
character is as wide as its size, any other half as wide. The glyphs stay one piece as long as they stand side by side,
or one below the other; letter-spacing that holds for the whole object keeps them together.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from statistics import median_low
from typing import NamedTuple

from scripts.read.extract.ofd.matrix import Matrix
from scripts.read.extract.ofd.numbers import read_distances, read_number
from scripts.read.extract.ofd.objects import Drawn
from scripts.read.extract.ofd.parts import Element, children

WIDE = "WFA"
"""Wide, as Unicode's property says; what it leaves open (“ ” — …) is wide in a Chinese text."""
GAP, BACK, SHIFT = 0.6, -0.5, 0.6
"""So many sizes wider than usual a gap ends a piece; so far back, or up or down, the next glyph begins one."""
BELOW = 0.3
"""So many sizes aside the next glyph of an upright column may stand."""
ENDS = "\t\r\n"
"""What an editor of XML may have put around a text."""


class Piece(NamedTuple):
    """A text that stands in one piece, from the first glyph's left to the last one's right on the base line."""

    text: str
    start: tuple[float, float]
    end: tuple[float, float]
    size: float
    """Of the glyphs, as tall as they stand on the page."""
    is_upright: bool = False
    """Whether its glyphs stand one below the other."""


class Glyphs(NamedTuple):
    """The glyphs of a text, and where each begins in its object."""

    text: str
    places: list[tuple[float, float]]
    size: float
    scale: float
    """How much wider than usual the glyphs are."""

    def width(self, index: int) -> float:
        """Return how wide a glyph is taken to be."""
        return width_of(self.text[index]) * self.size * self.scale


def read_pieces(drawn: Drawn) -> Iterator[Piece]:
    """Yield the pieces of a text object."""
    size = read_number(drawn.element.get("Size"), 0)
    scale = read_number(drawn.element.get("HScale"), 1)
    if size <= 0:
        return
    x, y = 0.0, 0.0
    for code in children(drawn.element, "TextCode"):
        x, y = read_number(code.get("X"), x), read_number(code.get("Y"), y)
        text = (code.text or "").strip(ENDS)
        if text:
            glyphs = Glyphs(text, glyph_places(code, text, (x, y)), size, scale if scale > 0 else 1)
            yield from split_glyphs(with_places(glyphs, drawn.element), drawn.matrix)


def glyph_places(code: Element, text: str, start: tuple[float, float]) -> list[tuple[float, float]]:
    """Return where each glyph begins; the start alone where the text gives no distances."""
    count = len(text) - 1
    across, down = (read_distances(code.get(name), count) for name in ("DeltaX", "DeltaY"))
    places = [start]
    if across or down:
        for dx, dy in zip(across or [0.0] * count, down or [0.0] * count, strict=True):
            places.append((places[-1][0] + dx, places[-1][1] + dy))
    return places


def with_places(glyphs: Glyphs, element: Element) -> Glyphs:
    """Return glyphs with a place for each: side by side, or one below the other, where the object gives none."""
    is_down = read_number(element.get("ReadDirection"), 0) in (90, 270)
    x, y = glyphs.places[0]
    for index in range(len(glyphs.places) - 1, len(glyphs.text) - 1):
        x, y = (x, y + glyphs.size) if is_down else (x + glyphs.width(index), y)
        glyphs.places.append((x, y))
    return glyphs


def split_glyphs(glyphs: Glyphs, matrix: Matrix) -> Iterator[Piece]:
    """Yield glyphs in pieces."""
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(glyphs.places, glyphs.places[1:], strict=False)]
    begin, spacing = 0, usual_spacing(glyphs, steps)
    upright = [is_below(step, glyphs.size) for step in steps]
    for index, step in enumerate(steps):
        is_turn = index > begin and upright[index] != upright[index - 1]
        if is_turn or not (upright[index] or is_beside(step, glyphs.width(index) + spacing, glyphs.size)):
            yield piece_of(glyphs, (begin, index + 1), matrix, is_upright=index > begin and upright[begin])
            begin = index + 1
    last = len(glyphs.text)
    yield piece_of(glyphs, (begin, last), matrix, is_upright=last - begin > 1 and upright[begin])


def usual_spacing(glyphs: Glyphs, steps: Sequence[tuple[float, float]]) -> float:
    """Return how much further than its width a glyph of the text is from the next, as a rule."""
    gaps = [dx - glyphs.width(index) for index, (dx, _) in enumerate(steps) if dx > 0]
    return max(median_low(gaps), 0) if gaps else 0


def is_below(step: tuple[float, float], size: float) -> bool:
    """Whether the next glyph stands below this one."""
    return abs(step[0]) < BELOW * size and step[1] > SHIFT * size


def is_beside(step: tuple[float, float], advance: float, size: float) -> bool:
    """Whether the next glyph follows this one on its line, no further away than is usual."""
    return BACK * size < step[0] < advance + GAP * size and abs(step[1]) < SHIFT * size


def piece_of(glyphs: Glyphs, span: tuple[int, int], matrix: Matrix, *, is_upright: bool) -> Piece:
    """Return the piece of some glyphs, without the blanks around them."""
    text = glyphs.text[slice(*span)]
    first = min(span[1] - len(text.lstrip()), span[1] - 1)
    last = max(span[0] + len(text.rstrip()) - 1, first)
    x, y = glyphs.places[last]
    end = (x, y) if is_upright else (x + glyphs.width(last), y)
    size = glyphs.size * matrix.height()
    return Piece(text.strip(), matrix.place(*glyphs.places[first]), matrix.place(*end), size, is_upright)


@lru_cache(maxsize=8_192)
def width_of(char: str) -> float:
    """Return how wide a character is, in sizes."""
    return 1 if unicodedata.east_asian_width(char) in WIDE else 0.5
