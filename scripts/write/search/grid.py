"""The lengths of all units → their cells: where each begins in both streams, and what the browser is told of it.

A posting list would be told section by section if positions were counted through; so every unit begins with a *cell* of
a grid that both streams share: so many characters, or words, of which the last ones may stay free. A passage has a
multiple of them. Who knows how many cells each unit has, a few bits each, knows the unit and the section of every
position, and their sizes as nearly as searching needs them. The exact lengths of names, by which a whole name is told,
stand in tables of their own.

Chinese that English quotes lies in the cells of its unit too, behind all Chinese: by as much as that takes.
"""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from scripts.write.search.posting_lists import SLICE_SIZE, Numbers, write_numbers
from scripts.write.search.share import Share

BLOCK_SECTIONS = 1 << 16
"""So many sections' cells are in one file."""
FEW_SECTIONS = 1 << 13
"""Where there are no more, cells are small."""

Addresses = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Cell:
    """The size of a cell, and how many a passage has a multiple of."""

    zh: int
    en: int
    passage: int


SMALL, LARGE = Cell(4, 3, 1), Cell(8, 6, 8)


@dataclass(slots=True)
class Grid:
    """The units of all sections, and then where each begins."""

    names: "array[int]" = field(default_factory=lambda: array("I"))
    """How many names each section has."""
    passages: "array[int]" = field(default_factory=lambda: array("I"))
    rows: "array[int]" = field(default_factory=lambda: array("I"))
    """Of each unit the length of its Chinese, of the Chinese that its English quotes with a gap behind each run, and
    the number of its English words."""

    def add(self, share: Share) -> None:
        """Add the sections of a share."""
        self.names += share.names
        self.passages += share.passages
        self.rows += share.lengths

    def lay(self) -> "Laid":
        """Return it laid out."""
        return Laid(*(np.array(each, dtype=np.int64) for each in (self.names, self.passages, self.rows)))


class Laid:
    """A grid in which every unit has its place."""

    def __init__(self, names: Numbers, passages: Numbers, rows: Numbers) -> None:
        self.names, self.passages = names, passages
        self.cell = SMALL if len(names) <= FEW_SECTIONS else LARGE
        self.zh, self.around, self.en = rows.reshape(-1, 3).T
        self.firsts: Numbers = np.append(0, np.cumsum(names + passages))
        """The first unit of each section; behind them the number of all."""
        self.is_name = np.arange(len(self.zh)) < np.repeat(self.firsts[:-1] + names, names + passages)
        needed = (taken(self.zh), self.around, taken(self.en))
        sizes = (self.cell.zh, self.cell.zh, self.cell.en)
        cells = np.max([-(-lengths // size) for lengths, size in zip(needed, sizes, strict=True)], axis=0, initial=0)
        step = np.where(self.is_name, 1, self.cell.passage)
        self.counts: Numbers = -(-cells // step)
        """Of each unit its cells, of a passage those multiples."""
        self.starts: Numbers = np.append(0, np.cumsum(self.counts * step))
        """The first cell of each unit; behind them the number of all."""

    def addresses_zh(self) -> Addresses:
        """Return the address of each position of the Chinese stream: all Chinese, then all that English quotes."""
        starts = np.concatenate([self.starts[:-1], self.starts[-1] + self.starts[:-1]])
        return spread(starts * self.cell.zh, np.concatenate([taken(self.zh), self.around]))

    def addresses_en(self) -> Addresses:
        """Return the address of each position of the English stream."""
        return spread(self.starts[:-1] * self.cell.en, taken(self.en))

    @cached_property
    def sections(self) -> Numbers:
        """The section of each unit."""
        return np.repeat(np.arange(len(self.names)), np.diff(self.firsts))

    @cached_property
    def ends_zh(self) -> Numbers:
        """The position behind each unit in the Chinese stream."""
        return np.cumsum(taken(self.zh))

    def units_zh(self, positions: Numbers) -> Numbers:
        """Return the unit of each position in the Chinese stream."""
        return np.searchsorted(self.ends_zh, positions, side="right")

    def section_starts_en(self) -> Numbers:
        """Return where each section begins in the English stream."""
        before: Numbers = np.append(0, np.cumsum(taken(self.en)))
        return before[self.firsts[:-1]]

    def blocks(self) -> list[int]:
        """Return the first cell of each file's first section, and how many cells there are."""
        return [int(self.starts[self.firsts[at]]) for at in self.begins()] + [int(self.starts[-1])]

    def begins(self) -> range:
        """Return the first section of each file."""
        return range(0, len(self.names), BLOCK_SECTIONS)

    def tables(self) -> Iterator[tuple[str, list[str]]]:
        """Yield what each file says, by its name.

        `places-N`: of each section how many names and passages it has; then the cells of each name, and of each passage
        its multiples of cells. `names-zh-N`, `names-en-N`: the length of each name.
        """
        for number, at in enumerate(self.begins()):
            sections = slice(at, at + BLOCK_SECTIONS)
            units = slice(self.firsts[at], self.firsts[min(at + BLOCK_SECTIONS, len(self.names))])
            is_name = self.is_name[units]
            counts = self.counts[units]
            told = (self.names[sections], self.passages[sections], counts[is_name], counts[~is_name])
            yield f"places-{number}", [write_numbers(each)[0] for each in told]
            yield f"names-zh-{number}", [write_numbers(self.zh[units][is_name])[0]]
            yield f"names-en-{number}", [write_numbers(self.en[units][is_name])[0]]


def taken(lengths: Numbers) -> Numbers:
    """Return how many positions texts take, with the one that stays free behind each; an empty one takes none."""
    return lengths + (lengths > 0)


def cells_of(zh: int, around: int, en: int) -> int:
    """Return how many small cells one unit takes.

    >>> cells_of(7, 0, 4), cells_of(7, 9, 4), cells_of(0, 0, 0)
    (2, 3, 0)
    """
    return max(-(-(zh + (zh > 0)) // SMALL.zh), -(-around // SMALL.zh), -(-(en + (en > 0)) // SMALL.en))


def spread(starts: Numbers, lengths: Numbers) -> Addresses:
    """Return the addresses of units that begin at these and have so many positions each.

    >>> spread(np.array([0, 8]), np.array([2, 3])).tolist()
    [0, 1, 8, 9, 10]
    """
    before = np.cumsum(lengths) - lengths
    addresses = np.repeat((starts - before).astype(np.int32), lengths)
    for start in range(0, len(addresses), SLICE_SIZE):
        part = addresses[start : start + SLICE_SIZE]
        part += np.arange(start, start + len(part), dtype=np.int32)
    return addresses
