"""The lines of a document's columns → from where to where each column runs, also where few lines of it show that."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from scripts.read.extract.layout.lines import Line
from scripts.read.extract.layout.paragraphs import NO_ROOM, Frame, find_frame

FEW = 8
"""So many lines show by themselves how wide their column is."""
INDENTED, BEYOND = 4.5, 0.5
"""A column's few lines may all begin so many characters deep in it, and end so much beyond its edge."""

FEWEST_ENDS, NEARLY_ALL, SOME, STRETCHED, MOST_ROOM = 4, 0.95, 0.25, 0.1, 6.0
"""Of so many ends of lines, and more, nearly all must be tight, and some not stretched; more room ends a paragraph."""
WORD_PATTERN = re.compile("[0-9A-Za-z]")
SHORT = 0.75
"""Many lines that are all shorter than so much of a column do not show how wide it is."""


class Seen(NamedTuple):
    """A column that was seen."""

    page: int
    is_split: bool
    """Whether its page has several columns."""
    frame: Frame
    lines: int


class Frames:
    """The frames of a document's columns."""

    def __init__(self) -> None:
        self.usual: dict[tuple[bool, int, int, int], Seen] = {}
        """Of each kind of column, where it is on left and right pages, the one with most lines."""
        self.rooms = self.tight = self.ragged = 0
        """So many lines end before a word of letters or digits; so many of them without room, so many not stretched."""

    def add(self, page: int, lines: Sequence[Line], *, is_split: bool) -> None:
        """Keep the frame of a column of a page."""
        if len(lines) >= FEW:
            seen = Seen(page, is_split, find_frame(lines), len(lines))
            self.add_rooms(rooms_before_words(lines, seen.frame))
            place = is_split, page % 2, round(seen.frame.x0 / 4), round(seen.frame.x1 / 4)
            best = self.usual.get(place)
            if best is None or seen.lines > best.lines:
                self.usual[place] = seen

    def add_rooms(self, rooms: Sequence[float]) -> None:
        """Keep how many characters had room at the ends of lines."""
        self.rooms += len(rooms)
        self.tight += sum(room < NO_ROOM for room in rooms)
        self.ragged += sum(STRETCHED < room < NO_ROOM for room in rooms)

    def frame_of(self, page: int, lines: Sequence[Line], width: float | None) -> Frame:
        """Return the frame of lines: their own where they show it, else one that they fit in.

        `width`: of the page, where it has no other column.
        """
        if not lines:
            return Frame(0.0, 0.0)
        own, size = find_frame(lines)._replace(breaks_words=self.break_words()), lines[0].size
        is_split = width is None
        fitting = [seen for seen in self.usual.values() if fits(own, seen.frame, size)]
        seen = [one for one in fitting if one.is_split == is_split] or fitting
        if len(lines) >= FEW:
            seen = [one for one in seen if is_all_indented(own, one.frame, size) or is_short(own, one.frame)]
        if not seen:
            even = own._replace(x1=max(own.x1, (width or 0.0) - own.x0))  # as if both its margins were alike
            return even if is_short(own, even) else own
        best = max(seen, key=lambda one: (one.page % 2 == page % 2, one.lines, -one.page)).frame
        return own._replace(x0=best.x0, x1=best.x1, step=own.step if len(lines) >= FEW else best.step)

    def break_words(self) -> bool:
        """Whether lines end anywhere: none of them has room for a character, and not all are stretched to their end."""
        if self.rooms < FEWEST_ENDS:
            return False
        return min(self.tight / NEARLY_ALL, self.ragged / SOME) >= self.rooms


def rooms_before_words(lines: Sequence[Line], frame: Frame) -> list[float]:
    """Return how many characters had room at the end of each line before one that begins with a word."""
    pairs = [(line, below) for line, below in pairwise(lines) if WORD_PATTERN.match(below.text)]
    rooms = [(frame.x1 - line.x1) / line.size for line, below in pairs if abs(below.x0 - frame.x0) < line.size]
    return [room for room in rooms if room < MOST_ROOM]


def is_all_indented(own: Frame, frame: Frame, size: float) -> bool:
    """Whether many lines end where a column does, and none of them begins where it does."""
    return own.x0 - frame.x0 > size and frame.x1 - own.x1 < size


def is_short(own: Frame, frame: Frame) -> bool:
    """Whether many lines all end long before a column does."""
    return own.x1 - own.x0 < SHORT * (frame.x1 - frame.x0)


def fits(own: Frame, frame: Frame, size: float) -> bool:
    """Whether lines that run so may stand in a frame."""
    depth = frame.x1 - own.x1
    return -size <= own.x0 - frame.x0 < INDENTED * size and depth > -BEYOND * size
