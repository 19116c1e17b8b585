"""The lines of a document's columns → from where to where each column runs, also where few lines of it show that."""

from collections.abc import Sequence
from typing import NamedTuple

from scripts.read.extract.layout.lines import Line
from scripts.read.extract.layout.paragraphs import Frame, find_frame

FEW = 8
"""So many lines show by themselves how wide their column is."""
INDENTED, BEYOND = 4.5, 0.5
"""A column's few lines may all begin so many characters deep in it, and end so much beyond its edge."""


class Seen(NamedTuple):
    """A column that was seen."""

    page: int
    frame: Frame
    lines: int


class Frames:
    """The frames of a document's columns."""

    def __init__(self) -> None:
        self.seen: list[Seen] = []
        self.usual: dict[tuple[int, int, int], Seen] = {}
        """Of each page's side, and each place of a column, the one with most lines."""

    def add(self, page: int, lines: Sequence[Line]) -> None:
        """Keep the frame of a column of a page."""
        if len(lines) >= FEW:
            seen = Seen(page, find_frame(lines), len(lines))
            place = page % 2, round(seen.frame.x0 / 4), round(seen.frame.x1 / 4)
            best = self.usual.get(place)
            if best is None or seen.lines > best.lines:
                self.usual[place] = seen

    def frame_of(self, page: int, lines: Sequence[Line]) -> Frame:
        """Return the frame of lines: their own where they show it, else one that they fit in."""
        if not lines:
            return Frame(0.0, 0.0)
        own, size = find_frame(lines), lines[0].size
        fitting = [seen for seen in self.usual.values() if fits(own, seen.frame, size)]
        if len(lines) >= FEW:
            fitting = [seen for seen in fitting if is_all_indented(own, seen.frame, size)]
        if not fitting:
            return own
        return max(fitting, key=lambda seen: (seen.page % 2 == page % 2, seen.lines, -seen.page)).frame


def is_all_indented(own: Frame, frame: Frame, size: float) -> bool:
    """Whether many lines end where a column does, and none of them begins where it does."""
    return own.x0 - frame.x0 > size and frame.x1 - own.x1 < size


def fits(own: Frame, frame: Frame, size: float) -> bool:
    """Whether lines that run so may stand in a frame."""
    depth = frame.x1 - own.x1
    return -size <= own.x0 - frame.x0 < INDENTED * size and depth > -BEYOND * size
