"""A text object of an OFD → pieces of text with the place of each on the page.

An object gives the place of its first glyph and the distance from each glyph to the next, and no glyph's width: a wide
character is as wide as its size, any other half as wide. The glyphs stay one piece as long as they stand side by side,
or one below the other; letter-spacing that holds for the whole object keeps them together.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import accumulate
from operator import sub
from statistics import median_low
from typing import NamedTuple

from scripts.read.extract.ofd.matrix import Matrix
from scripts.read.extract.ofd.numbers import read_distances, read_number
from scripts.read.extract.ofd.objects import Drawn
from scripts.read.extract.ofd.parts import Element

WIDE = "WFA"
"""Wide, as Unicode's property says; what it leaves open (“ ” — …) is wide in a Chinese text."""
GAP, BACK, SHIFT = 0.6, -0.5, 0.6
"""So many sizes wider than usual a gap ends a piece; so far back, or up or down, the next glyph begins one."""
BELOW = 0.3
"""So many sizes aside the next glyph of an upright column may stand."""
NUMBER_PATTERN = re.compile("[0-9]{2}")
"""Of two digits at a text's end the last is as wide as the other is far from it."""
MOST_KEPT = 8_192
"""Of so many characters the width is kept."""
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
    """The glyphs of a text, and how far each is from the one before it."""

    text: str
    start: tuple[float, float]
    """Where the first begins in its object."""
    across: list[float]
    down: list[float]
    widths: list[float]
    """How wide each is taken to be."""
    size: float

    def places(self) -> list[tuple[float, float]]:
        """Return where each glyph begins."""
        x, y = self.start
        return [*zip(accumulate(self.across, initial=x), accumulate(self.down, initial=y), strict=True)]

    def spacing(self) -> float:
        """Return how much further than its width a glyph is from the next, as a rule."""
        gaps = [dx - width for dx, width in zip(self.across, self.widths, strict=False) if dx > 0]
        return max(median_low(gaps), 0) if gaps else 0


def read_pieces(drawn: Drawn, codes: Iterable[tuple[Element, str]]) -> Iterator[Piece]:
    """Yield the pieces of a text object that has these elements with their texts."""
    size = read_number(drawn.element.get("Size"), 0)
    if size <= 0:
        return
    x, y = 0.0, 0.0
    for code, written in codes:
        x, y = read_number(code.get("X"), x), read_number(code.get("Y"), y)
        text = written.strip(ENDS)
        if text:
            glyphs = place_glyphs(drawn.element, code, text, size)._replace(start=(x, y))
            if is_whole(glyphs):
                yield piece_of(glyphs, (0, len(text)), drawn.matrix, is_upright=False)
            else:
                yield from split_glyphs(glyphs, drawn.matrix)


def place_glyphs(element: Element, code: Element, text: str, size: float) -> Glyphs:
    """Return the glyphs of a text: side by side, or one below the other, where it gives no distances."""
    count = len(text) - 1
    scale = read_number(element.get("HScale"), 1)
    unit = size * scale if scale > 0 else size
    widths = [unit * width for width in map(WIDTHS.__getitem__, text)]
    across, down = (read_distances(code.get(name), count) for name in ("DeltaX", "DeltaY"))
    if across and NUMBER_PATTERN.fullmatch(text[-2:]) and 0 < across[-1] < size:
        widths[-1] = across[-1]
    if not across and not down:
        is_down = read_number(element.get("ReadDirection"), 0) in (90, 270)
        across, down = ([], [size] * count) if is_down else (widths[:-1], [])
    return Glyphs(text, (0, 0), across or [0.0] * count, down or [0.0] * count, widths, size)


def is_whole(glyphs: Glyphs) -> bool:
    """Whether all glyphs follow one another on a line, with no gap much wider than is usual."""
    if len(glyphs.text) == 1:
        return True
    if any(glyphs.down) or min(glyphs.across) <= BACK * glyphs.size:
        return False
    gaps: list[float] = [*map(sub, glyphs.across, glyphs.widths)]
    return max(gaps) < max(median_low(gaps), 0.0) + GAP * glyphs.size


def split_glyphs(glyphs: Glyphs, matrix: Matrix) -> Iterator[Piece]:
    """Yield glyphs in pieces."""
    begin, spacing, size, places = 0, glyphs.spacing(), glyphs.size, glyphs.places()
    steps = [*zip(glyphs.across, glyphs.down, strict=True)]
    upright = [is_below(step, size) for step in steps]
    for index, step in enumerate(steps):
        is_turn = index > begin and upright[index] != upright[index - 1]
        if is_turn or not (upright[index] or is_beside(step, glyphs.widths[index] + spacing, size)):
            part = glyphs._replace(start=places[begin])
            yield piece_of(part, (begin, index + 1), matrix, is_upright=index > begin and upright[begin])
            begin = index + 1
    last = len(glyphs.text)
    part = glyphs._replace(start=places[begin])
    yield piece_of(part, (begin, last), matrix, is_upright=last - begin > 1 and upright[begin])


def is_below(step: tuple[float, float], size: float) -> bool:
    """Whether the next glyph stands below this one."""
    return abs(step[0]) < BELOW * size and step[1] > SHIFT * size


def is_beside(step: tuple[float, float], advance: float, size: float) -> bool:
    """Whether the next glyph follows this one on its line, no further away than is usual."""
    return BACK * size < step[0] < advance + GAP * size and abs(step[1]) < SHIFT * size


def piece_of(glyphs: Glyphs, span: tuple[int, int], matrix: Matrix, *, is_upright: bool) -> Piece:
    """Return the piece of some glyphs, of which the first is at the start; its box leaves out blanks at its ends."""
    begin, end = span
    text = glyphs.text[begin:end]
    first = min(end - len(text.lstrip()), end - 1)
    last = max(begin + len(text.rstrip()) - 1, first)
    x, y = glyphs.start
    start = x + sum(glyphs.across[begin:first]), y + sum(glyphs.down[begin:first])
    x, y = start[0] + sum(glyphs.across[first:last]), start[1] + sum(glyphs.down[first:last])
    stop = (x, y) if is_upright else (x + glyphs.widths[last], y)
    return Piece(
        text.lstrip() if text.strip() else "",
        matrix.place(*start),
        matrix.place(*stop),
        glyphs.size * matrix.height(),
        is_upright,
    )


class Widths(dict[str, float]):
    """How wide characters are, in sizes; one is looked up when it is first asked for."""

    def __missing__(self, char: str) -> float:
        """Return how wide a character is, and keep it where not too many are kept."""
        width = 1.0 if unicodedata.east_asian_width(char) in WIDE else 0.5
        if len(self) < MOST_KEPT:
            self[char] = width
        return width


WIDTHS = Widths()
