"""Exact strings in a text: every place of one, all places of many forms, and of overlapping places the longest."""

import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scripts.text.characters import code_points

Span = tuple[int, int]
COVERED = b"\1"
PAIR_BITS = 20
"""The table of the pairs of characters with which forms begin has two to the power of this places."""
SPREAD = 2531
"""Odd, and so large that pairs with the same first character, or the same second one, stand apart in that table."""
END = "\0"
"""Stands in no clean text and in no form."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A form at a place of a text, and whose form it is."""

    start: int
    end: int
    target: str


class FormFinder:
    """Finds many forms in one reading of a text.

    The first two characters of a form lead to the lengths of all forms that begin with them, so that what a text costs
    hardly grows with the number of forms.
    """

    def __init__(self, forms: Iterable[str]) -> None:
        self.forms = frozenset(forms)
        self.longest = max(map(len, self.forms), default=0)
        lengths: dict[str, set[int]] = defaultdict(set)
        for form in self.forms:
            if form:
                lengths[form[:2]].add(len(form))
        self.lengths = {head: tuple(sorted(found)) for head, found in lengths.items()}
        self.short = frozenset(head for head in self.lengths if len(head) == 1)
        pairs = [head for head in self.lengths if len(head) == 2]
        firsts, seconds = code_points("".join(pairs)).reshape(-1, 2).T
        self.heads = np.zeros(1 << PAIR_BITS, np.bool_)
        self.heads[pair_numbers(firsts, seconds)] = True
        self.can_be_first = table_of(firsts)

    def find(self, text: str) -> list[Span]:
        """Return every place of every form, overlapping ones too, in the order of the text.

        >>> FormFinder(["质量", "质量强市", "强市"]).find("质量强市")
        [(0, 2), (0, 4), (2, 4)]
        """
        found = [(start, start + 1) for start, char in enumerate(text) if char in self.short] if self.short else []
        is_mixed = bool(found)
        padded = text + END * self.longest  # so that no form is cut short at the end
        forms, lengths = self.forms, self.lengths
        for start in self.head_places(text):
            for length in lengths.get(padded[start : start + 2], ()):
                if padded[start : start + length] in forms:
                    found.append((start, start + length))
        return sorted(found) if is_mixed else found

    def head_places(self, text: str) -> list[int]:
        """Return the places at which a form may begin: those of its first two characters, and a few others."""
        if len(text) < 2 or len(self.lengths) == len(self.short):
            return []
        points = code_points(text)
        places = np.flatnonzero(self.can_be_first[points[:-1]])
        found: list[int] = places[self.heads[pair_numbers(points[places], points[places + 1])]].tolist()
        return found


def pair_numbers(firsts: NDArray[np.int64], seconds: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return for each pair of characters its number in the table of pairs, which few pairs of a text share."""
    return (firsts * SPREAD ^ seconds) & ((1 << PAIR_BITS) - 1)


def table_of(points: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return, for every code point that there is, whether it is one of these."""
    table = np.zeros(sys.maxunicode + 1, np.bool_)
    table[points] = True
    return table


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


def longest_first(text: str, forms: Iterable[str]) -> list[Span]:
    """Return the places of any of the forms, read from left to right: of those that begin together the longest.

    >>> longest_first("质量强市战略", ("质量强市", "质量", "强市战略"))
    [(0, 4)]
    """
    places = [(start, start + len(form)) for form in forms for start in find_all(text, form)]
    chosen: list[Span] = []
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if not chosen or start >= chosen[-1][1]:
            chosen.append((start, end))
    return chosen


def has_place(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the places, which are in order, is in the span.

    >>> has_place([3, 9], 3, 4), has_place([3, 9], 4, 9)
    (True, False)
    """
    index = bisect_left(places, start)
    return index < len(places) and places[index] < end
