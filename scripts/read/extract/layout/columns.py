"""The pieces of a page's lines → its columns, in the order in which they are read.

A page has columns where a strip of white runs down between pieces that fill both its sides; what crosses the strip,
as a title does, parts what is above it from what is below.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from scripts.read.extract.layout.lines import Line
from scripts.read.extract.layout.tables import RuledTable

Piece = Line | RuledTable
"""A piece of a line, or a whole table."""

FEWEST_LINES = 4
"""So many lines each of two columns has at least."""
FULL, MOSTLY_FULL = 0.8, 0.5
"""So many of a column's lines fill so much of it; those of a table without lines do not."""
CROSSING = 0.34
"""Of a page's pieces at most so many cross the strip between its columns."""
MOST_COLUMNS = 4
FAR = 2.2
"""So many times its size, at most, is a line below the one that it goes on with."""
NARROWEST = 6
"""So many characters a column is wide at least."""


def usual_gutters(pages: Iterable[Sequence[Piece]]) -> list[float]:
    """Return where strips of white part columns on more than one page, the most frequent first."""
    found = Counter(gutter for pieces in pages if (gutter := find_gutter(pieces)) is not None)
    return [gutter for gutter, count in found.most_common() if count > 1]


def find_columns(
    pieces: Sequence[Piece], usual: Sequence[float] = (), most: int = MOST_COLUMNS
) -> Iterator[list[Piece]]:
    """Yield the pieces of each column, or part of one above or below what crosses it, in the order of reading.

    `usual`: where columns are parted on other pages, so that a few lines on this one are enough.
    """
    known = next((gutter for gutter in usual if is_parted(pieces, gutter)), None)
    gutter = None if most == 1 else known or find_gutter(pieces)
    if gutter is None:
        if pieces:
            yield list(pieces)
        return
    sides: tuple[list[Piece], list[Piece]] = ([], [])
    across: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: piece.y1):
        if piece.x0 < gutter < piece.x1 or (across and ends_across(piece, across[-1], pieces, gutter)):
            yield from read_sides(sides, most)
            sides = ([], [])
            across.append(piece)
            continue
        if across:
            yield across
            across = []
        sides[piece.x0 > gutter].append(piece)
    if across:
        yield across
    yield from read_sides(sides, most)


def ends_across(piece: Piece, above: Piece, pieces: Sequence[Piece], gutter: float) -> bool:
    """Whether a piece is the short last line of what crosses the strip: nothing stands beside it."""
    is_below = 0 < piece.y1 - above.y1 < FAR * piece.size and abs(piece.size - above.size) < 1
    if not is_below or piece.x0 - above.x0 > piece.size:
        return False
    return not any(other.x0 > gutter and abs(other.y1 - piece.y1) < piece.size for other in pieces)


def read_sides(sides: tuple[list[Piece], list[Piece]], most: int) -> Iterator[list[Piece]]:
    """Yield the columns of what is left of a strip, then of what is right of it."""
    for side in sides:
        yield from find_columns(side, (), most - 1)


def is_parted(pieces: Sequence[Piece], x: float) -> bool:
    """Whether a strip has pieces on both its sides and few across."""
    crossing = sum(piece.x0 < x < piece.x1 for piece in pieces)
    sides = any(piece.x1 <= x for piece in pieces) and any(piece.x0 >= x for piece in pieces)
    return sides and crossing <= CROSSING * len(pieces)


def find_gutter(pieces: Sequence[Piece]) -> float | None:
    """Return where a strip of white parts columns, None where none does."""
    if len(pieces) < 2 * FEWEST_LINES:
        return None
    best: tuple[int, float] | None = None
    for x in strips(pieces):
        crossing = sum(piece.x0 < x < piece.x1 for piece in pieces)
        if crossing <= CROSSING * len(pieces) and (best is None or crossing < best[0]) and are_columns(pieces, x):
            best = crossing, x
    return best[1] if best else None


def strips(pieces: Sequence[Piece]) -> list[float]:
    """Return where a strip may be: just left of where several pieces begin."""
    begins: dict[int, int] = {}
    for piece in pieces:
        place = round(piece.x0 / 4)
        begins[place] = begins.get(place, 0) + 1
    left = min(piece.x0 for piece in pieces)
    often = sorted(begins, key=lambda place: (-begins[place], place))[:12]
    size = usual_size(pieces)
    return sorted(4 * place - 4 for place in often if 4 * place - left > NARROWEST * size)


def are_columns(pieces: Sequence[Piece], x: float) -> bool:
    """Whether what is left of a strip and what is right of it are both lines of a text."""
    left = [piece for piece in pieces if piece.x1 <= x]
    right = [piece for piece in pieces if piece.x0 >= x]
    return is_column(left) and (is_column(right) or find_gutter(right) is not None)


def is_column(pieces: Sequence[Piece]) -> bool:
    """Whether pieces are lines that mostly fill a column."""
    if len(pieces) < FEWEST_LINES:
        return False
    width = max(piece.x1 for piece in pieces) - min(piece.x0 for piece in pieces)
    size = usual_size(pieces)
    full = sum(piece.x1 - piece.x0 > FULL * width for piece in pieces)
    return width > NARROWEST * size and full >= MOSTLY_FULL * len(pieces)


def usual_size(pieces: Sequence[Piece]) -> float:
    """Return the usual size of characters in pieces, where any have one."""
    sizes = sorted(piece.size for piece in pieces)
    return max(sizes[len(sizes) // 2], 1.0)
