"""Exact strings in a text: every place of one, all places of many forms, and of overlapping places the longest."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

from scripts.text.characters import WINDOW, code_points

Span = tuple[int, int]
COVERED = b"\1"
HEAD_LENGTH = 3
"""Forms are told apart first by so many characters; few places of a text have those of a form by chance."""
TABLE_BITS = 20
"""The numbers of heads have so many bits."""
SPREAD = 2531
"""Odd, and so large that heads that share all but one character have different numbers."""


class Hit(NamedTuple):
    """A form at a place of a text, and whose form it is."""

    start: int
    end: int
    target: str


class Spans(Sequence[Span]):
    """Places of a text, kept as numbers."""

    __slots__ = ("ends", "starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        self.starts, self.ends = array("i"), array("i")
        for start, end in spans:
            self.starts.append(start)
            self.ends.append(end)

    def __len__(self) -> int:
        return len(self.starts)

    def __iter__(self) -> Iterator[Span]:
        return zip(self.starts, self.ends, strict=True)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Span]: ...
    def __getitem__(self, index: int | slice) -> Span | Sequence[Span]:
        if isinstance(index, slice):
            return list(zip(self.starts[index], self.ends[index], strict=True))
        return self.starts[index], self.ends[index]


class FormFinder:
    """Finds many forms in one reading of a text.

    The head of a form, its first three characters, leads to the lengths of all forms that begin with it, so that what
    a text costs hardly grows with the number of forms.
    """

    def __init__(self, forms: Iterable[str]) -> None:
        self.forms = frozenset(forms)
        lengths: dict[str, set[int]] = defaultdict(set)
        for form in self.forms:
            if form:
                lengths[form[:HEAD_LENGTH]].add(len(form))
        self.lengths = {head: tuple(sorted(found)) for head, found in lengths.items()}
        self.tables = {size: head_table(self.lengths, size) for size in sorted({len(head) for head in self.lengths})}
        """For each length that a head has, where the numbers of those heads stand."""

    def find(self, text: str) -> list[Span]:
        """Return every place of every form, overlapping ones too, in the order of the text.

        >>> FormFinder(["质量", "质量强市", "强市"]).find("质量强市")
        [(0, 2), (0, 4), (2, 4)]
        """
        return list(self.look(text))

    def look(self, text: str) -> Iterator[Span]:
        """Yield the same one by one, without a list of them all."""
        reach = max(self.tables, default=0) - 1
        for start in range(0, len(text), WINDOW):
            points = code_points(text[start : start + WINDOW + reach])
            found: list[Span] = []
            for size, table in self.tables.items():
                places = np.flatnonzero(table[head_numbers(points, size)][:WINDOW]).tolist()
                found += self.at([start + place for place in places], size, text)
            yield from sorted(found) if len(self.tables) > 1 else found

    def at(self, places: Iterable[int], size: int, text: str) -> Iterator[Span]:
        """Yield the forms whose head is of this size and which begin at these places."""
        for start in places:
            for length in self.lengths.get(text[start : start + size], ()):
                form = text[start : start + length]
                if len(form) == length and form in self.forms:
                    yield start, start + length


def head_table(heads: Iterable[str], size: int) -> NDArray[np.bool_]:
    """Return, for every number, whether it is that of one of the heads of this size."""
    table = np.zeros(1 << TABLE_BITS, np.bool_)
    for head in heads:
        if len(head) == size:
            table[head_numbers(code_points(head), size)] = True
    return table


def head_numbers(points: NDArray[np.uint32], size: int) -> NDArray[np.uint32]:
    """Return for each place of a text the number of the head that could begin there; few heads share one."""
    count = max(len(points) - size + 1, 0)
    numbers = points[:count]
    for place in range(1, size):
        numbers = numbers * SPREAD ^ points[place : place + count]
    return numbers & np.uint32((1 << TABLE_BITS) - 1)


def find_all(text: str, string: str) -> Iterator[int]:
    """Yield every place at which a string stands; none for an empty string.

    >>> list(find_all("质量质量质", "质量质"))
    [0, 2]
    """
    start = text.find(string) if string else -1
    while start >= 0:
        yield start
        start = text.find(string, start + 1)


def longest(hits: Iterable[Hit], taken: Iterable[Span] = ()) -> list[Hit]:
    """Return the hits without overlap among them and with `taken`: the longer wins, of equally long ones the first.

    >>> longest([Hit(0, 2, "质量"), Hit(0, 4, "质量强市"), Hit(2, 4, "强市"), Hit(5, 7, "品牌")], taken=[(6, 9)])
    [Hit(start=0, end=4, target='质量强市')]
    """
    hits, taken = list(hits), list(taken)
    covered = bytearray(max([0, *(hit.end for hit in hits), *(end for _, end in taken)]))
    for start, end in taken:
        covered[start:end] = COVERED * (end - start)
    chosen = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start, hit.target)):
        if covered.find(COVERED, hit.start, hit.end) < 0:
            chosen.append(hit)
            covered[hit.start : hit.end] = COVERED * (hit.end - hit.start)
    return sorted(chosen, key=lambda hit: hit.start)


def leftmost(places: Iterable[Span]) -> list[Span]:
    """Return places without overlap, read from left to right: of those that begin together the longest.

    >>> leftmost([(0, 2), (0, 4), (2, 6)])
    [(0, 4)]
    """
    chosen: list[Span] = []
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if not chosen or start >= chosen[-1][1]:
            chosen.append((start, end))
    return chosen


def has_place(places: bytearray, start: int, end: int) -> bool:
    """Whether one of the places of a text, each of which is marked by a 1, is in the span.

    >>> has_place(bytearray([0, 0, 1, 0]), 2, 3), has_place(bytearray([0, 0, 1, 0]), 3, 4)
    (True, False)
    """
    return places.find(1, start, end) >= 0
