"""What an OFD shows on a page → the page to be laid out, turned so that most of its text runs to the right.

A wide table may stand sideways on its page, and a text may be written in upright columns from right to left: in both a
line runs down the page. A little that runs otherwise is no text of the page, as the number of a page that its table is
turned on; much of it is one more page. What stands aslant is a watermark; what is beside the page nobody sees.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from scripts.model.vocabulary import Leaving
from scripts.read.extract.blocks import Paragraph
from scripts.read.extract.layout.document import read_pages
from scripts.read.extract.layout.page import DESCENT, Page, Ruling, Run
from scripts.read.extract.ofd.glyphs import Piece
from scripts.read.extract.ofd.numbers import Box
from scripts.read.extract.ofd.paths import Line

POINTS = 72 / 25.4
"""So many points a millimetre is."""
ASLANT = 0.1
"""So far off the straight, a part of its length, a text stands aslant."""
MOST_ASIDE = 60
"""So many characters that run otherwise than their page stand in its margins."""
MOST_BEYOND = 10
"""So many times as far as the page is long a text or line may reach beyond it."""
SMALLEST = 0.05
"""Glyphs of so many millimetres are no text."""
ASCENT = 1 - DESCENT
Rectangle = tuple[float, float, float, float]
"""Left, top, right and bottom, in millimetres."""


class Direction(IntEnum):
    """Where a text runs to."""

    RIGHT = 0
    DOWN = 1
    LEFT = 2
    UP = 3


class Placed(NamedTuple):
    """A piece of text with where it runs to and its box."""

    piece: Piece
    direction: Direction
    box: Rectangle


@dataclass(slots=True)
class Sheet:
    """What one page shows."""

    box: Box
    pieces: list[Piece] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def lay_sheet(sheet: Sheet, left_out: Counter[Leaving]) -> list[Page]:
    """Return a sheet as a page to be laid out, with one behind it for each other way in which much text runs."""
    _, _, width, height = sheet.box
    placed = list(place_pieces(sheet.pieces))
    seen = [piece for piece in placed if overlaps(piece.box, width, height) and piece.piece.size > SMALLEST]
    left_out[Leaving.HIDDEN] += len(placed) - len(seen)
    main = main_direction(seen)
    pages = [make_page(sheet, main, [piece for piece in seen if belongs(piece, main)])]
    margins = [piece.text for piece in sheet.pieces if direction_of(piece) is None]
    for direction in Direction:
        others = [piece for piece in seen if piece.direction is direction and not belongs(piece, main)]
        page = make_page(sheet, direction, others)._replace(rulings=[])
        if sum(len(run.text) for run in page.runs) > MOST_ASIDE:
            pages.append(page)
        else:
            margins += texts_of(page)
    pages[0] = pages[0]._replace(margins=tuple(dict.fromkeys(margins)))
    return pages


def belongs(placed: Placed, main: Direction) -> bool:
    """Whether a piece runs as its page does, or stands upright in it."""
    return placed.direction is main or (placed.piece.is_upright and main is Direction.RIGHT)


def texts_of(page: Page) -> Iterator[str]:
    """Yield the texts that stand on a page, from the top."""
    for block in read_pages([page._replace(rulings=[])]):
        if isinstance(block, Paragraph):
            yield block.text


def make_page(sheet: Sheet, direction: Direction, placed: Iterable[Placed]) -> Page:
    """Return pieces as a page that is turned so that what runs to a direction runs to the right."""
    _, _, width, height = sheet.box
    runs = [
        Run(piece.text, *in_points(turned(box, direction, width, height)), piece.size * POINTS)
        for piece, _, box in placed
    ]
    lines = (line for line in sheet.lines if overlaps(line, width, height))
    rulings = [Ruling(*in_points(turned(line, direction, width, height))) for line in lines]
    if direction in (Direction.DOWN, Direction.UP):
        width, height = height, width
    return Page(width * POINTS, height * POINTS, runs, rulings)


def place_pieces(pieces: Iterable[Piece]) -> Iterator[Placed]:
    """Yield the pieces that do not stand aslant."""
    for piece in pieces:
        direction = direction_of(piece)
        if direction is not None:
            yield Placed(piece, direction, box_of(piece, direction))


def direction_of(piece: Piece) -> Direction | None:
    """Return where a piece runs to; None where it runs aslant."""
    dx, dy = piece.end[0] - piece.start[0], piece.end[1] - piece.start[1]
    if min(abs(dx), abs(dy)) > ASLANT * math.hypot(dx, dy):
        return None
    if abs(dx) >= abs(dy):
        return Direction.RIGHT if dx >= 0 else Direction.LEFT
    return Direction.DOWN if dy > 0 else Direction.UP


def box_of(piece: Piece, direction: Direction) -> Rectangle:
    """Return the box of a piece: what is above its line stands to the left of where it runs to."""
    (x, y), (end_x, end_y), above, below = piece.start, piece.end, ASCENT * piece.size, DESCENT * piece.size
    if piece.is_upright:
        return x, min(y, end_y) - above, x + piece.size, max(y, end_y) + below
    if direction is Direction.RIGHT:
        return x, y - above, end_x, y + below
    if direction is Direction.LEFT:
        return end_x, y - below, x, y + above
    return (x - below, y, x + above, end_y) if direction is Direction.DOWN else (x - above, end_y, x + below, y)


def overlaps(box: Rectangle, width: float, height: float) -> bool:
    """Whether any of a box is on the page, and the box is not out of all proportion to it."""
    x0, y0, x1, y1 = box
    most = MOST_BEYOND * max(width, height)
    return -most < x0 < width and -most < y0 < height and 0 < x1 < most and 0 < y1 < most


def main_direction(placed: Iterable[Placed]) -> Direction:
    """Return where most of a page's characters run to."""
    counts = Counter({Direction.RIGHT: 0})
    for piece, direction, _ in placed:
        counts[direction] += len(piece.text)
    return max(counts, key=lambda direction: (counts[direction], -direction))


def turned(box: Rectangle, direction: Direction, width: float, height: float) -> Rectangle:
    """Return a box on a page that is turned so that what ran to a direction runs to the right."""
    x0, y0, x1, y1 = box
    if direction is Direction.DOWN:
        return y0, width - x1, y1, width - x0
    if direction is Direction.LEFT:
        return width - x1, height - y1, width - x0, height - y0
    return (height - y1, x0, height - y0, x1) if direction is Direction.UP else box


def in_points(box: Rectangle) -> Rectangle:
    """Return a box in points."""
    x0, y0, x1, y1 = box
    return x0 * POINTS, y0 * POINTS, x1 * POINTS, y1 * POINTS
