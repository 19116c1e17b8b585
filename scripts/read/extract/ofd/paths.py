"""A path object of an OFD → the straight lines along the page's edges that it draws: the rulings of tables.

A path is a row of letters and numbers: S and M go to a point, L draws a line to one, C closes the figure; behind a
curve (Q, B, A) a figure begins anew. A figure that is as thin as a line is one.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from scripts.read.extract.ofd.numbers import read_number
from scripts.read.extract.ofd.objects import Drawn
from scripts.read.extract.ofd.parts import text_of

MOST_WORDS = 30_000
"""So many letters and numbers of one path are read."""
POINTS = {"S": 1, "M": 1, "L": 1, "Q": 2, "B": 3, "C": 0}
"""How many points follow each letter; at the last the path is then."""
ARC = 5
"""So many numbers of an arc (A) stand before its end."""
THIN = 0.8
"""So many millimetres a line may be thick, or off the straight."""


class Line(NamedTuple):
    """A straight line on the page, in millimetres, from its left to its right or from its top to its bottom."""

    x0: float
    y0: float
    x1: float
    y1: float


Point = tuple[float, float]


def read_lines(drawn: Drawn) -> Iterator[Line]:
    """Yield the straight lines of a path that is seen."""
    figures = [
        [drawn.matrix.place(*point) for point in figure]
        for figure in read_figures(text_of(drawn.element, "AbbreviatedData").split(None, MOST_WORDS)[:MOST_WORDS])
    ]
    is_stroked = drawn.element.get("Stroke", "true").lower() not in ("false", "0")
    is_filled = drawn.element.get("Fill", "false").lower() in ("true", "1")
    for figure in figures:
        thin = line_around(figure) if is_filled or is_stroked else None
        if thin:
            yield thin
        elif is_stroked:
            yield from filter(None, (line_around(side) for side in pairwise(figure)))


def read_figures(words: list[str]) -> Iterator[list[Point]]:
    """Yield the corners of each figure of a path."""
    figure: list[Point] = []
    place = 0
    while place < len(words):
        letter = words[place].upper()
        if letter not in ("L", "C") and figure:
            yield figure
            figure = []
        if letter == "C" and figure:
            figure.append(figure[0])
        count = ARC + 2 if letter == "A" else 2 * POINTS.get(letter, 0)
        if count and place + count < len(words):
            x, y = words[place + count - 1 : place + count + 1]
            figure.append((read_number(x, 0), read_number(y, 0)))
        place += count + 1
    if figure:
        yield figure


def line_around(points: "list[Point] | tuple[Point, ...]") -> Line | None:
    """Return the line along an edge of the page that all points are on; None where they are on none."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
    if len(points) < 2 or min(x1 - x0, y1 - y0) > THIN or max(x1 - x0, y1 - y0) <= THIN:
        return None
    if x1 - x0 > y1 - y0:
        return Line(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    return Line((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
