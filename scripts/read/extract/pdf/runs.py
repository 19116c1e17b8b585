"""The characters of a page → the runs that are seen, and how many are not."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from scripts.model.vocabulary import Leaving
from scripts.read.extract.layout.page import DESCENT, Run
from scripts.read.extract.pdf.characters import UNKNOWN, Characters
from scripts.read.extract.pdf.drawn import Drawn
from scripts.read.extract.pdf.turning import Numbers, turn_points, turned_size

TOUCHING, OVERLAPPING = 0.15, 0.6
"""Characters of one run stand no farther apart, and no more over each other, than so much of their size."""
LEVEL = 0.05
"""The characters of a run stand on one line, and are of one size, but for so much of it."""
SMALLEST = 0.5
"""Characters that are smaller, in points, nobody sees."""
WIDE = 0.92
"""So wide, for its size, is no letter of Latin script but those that are named here."""
SQUARE, RARE = (0x2E80, 0xFF61), (0x20000, 0x40000)
"""Between these are the characters that are as wide as they are high, whatever of them is drawn."""
WIDE_LETTERS = np.array([*map(ord, "WMm@ÆŒ×÷°±·§")], np.uint32)
BLANKS = " \u00a0\u3000"

Flags = NDArray[np.bool_]


@dataclass(slots=True)
class Written:
    """What is written on a page."""

    direction: int = 0
    """In which direction most of it runs."""
    runs: list[Run] = field(default_factory=list)
    slanting: str = ""
    """What is written across the page, as a watermark is."""
    characters: int = 0
    unnamed: int = 0
    """So many are of fonts that give other characters for those that they draw."""
    left_out: Counter[Leaving] = field(default_factory=Counter)
    is_ocr: bool = False


def read_written(characters: Characters, drawn: Drawn) -> Written:
    """Return what is written on a page, turned so that most of it runs from left to right."""
    hidden = find_hidden(characters, drawn)
    codes, seen = characters.codes, ~hidden
    begins = hidden & ~np.concatenate(([False], hidden[:-1])) if len(hidden) else hidden
    written = Written(characters=int(seen.sum()), unnamed=int((seen & are_unnamed(characters)).sum()))
    written.left_out[Leaving.HIDDEN] += int(begins.sum())
    written.left_out[Leaving.GLYPH] += int((seen & ((codes == UNKNOWN) | ((codes >= 0xE000) & (codes < 0xF900)))).sum())
    written.is_ocr = bool((seen & ~characters.are_drawn).any())
    directions = characters.directions
    written.slanting = as_text(codes[seen & (directions == -1)])
    groups = {direction: seen & (directions == direction) for direction in range(4)}
    written.direction = max(groups, key=lambda direction: (int(groups[direction].sum()), -direction))
    for direction, members in groups.items():
        runs = join_characters(characters, members, direction, drawn)
        turns = (direction - written.direction) % 4
        written.runs += stand_up(runs, turns, turned_size(written.direction, drawn.box)) if turns else runs
    return written


def find_hidden(characters: Characters, drawn: Drawn) -> Flags:
    """Return which characters nobody sees: outside the page, white on white, or not drawn and over no picture."""
    x, y = characters.origins[:, 0], characters.origins[:, 1]
    sizes, box = characters.sizes, drawn.box
    hidden = (x < box.left) | (x > box.right) | (y < box.bottom) | (y > box.top) | (sizes < SMALLEST)
    if not drawn.is_scan:
        hidden |= ~characters.are_drawn
    for index in np.flatnonzero(characters.are_white & characters.are_drawn):
        inside = sizes[index] / 3
        hidden[index] |= not drawn.is_dark_at(x[index] + inside, y[index] + inside)
    return np.asarray(hidden, np.bool_)


def are_unnamed(characters: Characters) -> Flags:
    """Return which characters are letters of Latin script by their name, and drawn as wide as Chinese ones."""
    codes = characters.codes
    is_latin = ((codes | 0x20) - 0x61 < 26) | ((codes > 0xA0) & (codes < 0x100))
    widths = characters.boxes[:, 2] - characters.origins[:, 0]
    is_latin &= (characters.directions == 0) & (widths > WIDE * characters.widths)
    return is_latin & ~np.isin(codes, WIDE_LETTERS) if is_latin.any() else np.asarray(is_latin, np.bool_)


def join_characters(characters: Characters, members: Flags, direction: int, drawn: Drawn) -> list[Run]:
    """Return characters of one direction as runs, on a page that is turned for them."""
    codes, objects = characters.codes[members], characters.objects[members]
    if not len(codes):
        return []
    sizes = characters.sizes[members]
    starts = turn_points(direction, drawn.box, characters.origins[members])
    boxes = characters.boxes[members]
    corners = (turn_points(direction, drawn.box, boxes[:, place : place + 2])[:, 0] for place in (0, 2))
    ends = np.maximum(np.maximum(*corners), starts[:, 0])
    is_square = ((codes >= SQUARE[0]) & (codes < SQUARE[1])) | ((codes >= RARE[0]) & (codes < RARE[1]))
    ends = np.maximum(ends, starts[:, 0] + is_square * WIDE * characters.widths[members])
    breaks = find_breaks(starts, ends, sizes, objects)
    return [*make_runs(as_text(codes), starts, ends, sizes, breaks)]


def find_breaks(starts: Numbers, ends: Numbers, sizes: Numbers, objects: NDArray[np.int64]) -> list[int]:
    """Return before which characters a run ends, and the number of characters."""
    near = np.minimum(sizes[1:], sizes[:-1])
    is_level = np.abs(np.diff(starts[:, 1])) < LEVEL * near
    is_level &= np.abs(np.diff(sizes)) < LEVEL * near
    gaps = starts[1:, 0] - ends[:-1]
    touches = (gaps > -OVERLAPPING * near) & (gaps < TOUCHING * near)
    touches |= (np.diff(objects) == 0) & (np.diff(starts[:, 0]) == 0)  # ﬁ as f and i
    return [*(np.flatnonzero(~(is_level & touches)) + 1).tolist(), len(sizes)]


def make_runs(text: str, starts: Numbers, ends: Numbers, sizes: Numbers, breaks: list[int]) -> Iterator[Run]:
    """Yield the runs of a text with these breaks; each box reaches from the first visible character to the last."""
    start = 0
    for stop in breaks:
        piece = text[start:stop]
        first = start + len(piece) - len(piece.lstrip(BLANKS))
        last = start + len(piece.rstrip(BLANKS)) - 1
        if first <= last:
            size, base = float(sizes[first]), float(starts[first, 1])
            above, below = base - (1 - DESCENT) * size, base + DESCENT * size
            yield Run(text[first:stop], float(starts[first, 0]), above, float(ends[last]), below, size)
        start = stop


def stand_up(runs: Iterable[Run], turns: int, page: tuple[float, float]) -> Iterator[Run]:
    """Yield runs of another direction as they stand on a page: `turns` quarters clockwise to its lines."""
    width, height = page
    for text, x0, y0, x1, y1, size in runs:
        if turns == 1:
            yield Run(text, width - y1, x0, width - y0, x1, size)
        elif turns == 3:
            yield Run(text, y0, height - x1, y1, height - x0, size)
        else:
            yield Run(text, width - x1, height - y1, width - x0, height - y0, size)


def as_text(codes: NDArray[np.uint32]) -> str:
    """Return code points as a text."""
    return codes.astype("<u4").tobytes().decode("utf-32-le", "replace")
