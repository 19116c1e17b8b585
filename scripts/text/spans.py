"""Exact strings in a text: every place of one, all places of many forms, and of overlapping places the longest."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """A form at a place of a text, and whose form it is."""

    start: int
    end: int
    target: str


def find_all(text: str, string: str) -> Iterator[int]:
    """Yield every place at which a string stands; none for an empty string.

    >>> list(find_all("质量质量质", "质量质"))
    [0, 2]
    """
    start = text.find(string) if string else -1
    while start >= 0:
        yield start
        start = text.find(string, start + 1)


def find_hits(text: str, forms: Iterable[tuple[str, str]]) -> list[Hit]:
    """Return every place of every (form, target), in the order of the text."""
    hits = [Hit(start, start + len(form), target) for form, target in forms for start in find_all(text, form)]
    return sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.target))


def longest(hits: Iterable[Hit], taken: Iterable[tuple[int, int]] = ()) -> list[Hit]:
    """Return the hits without overlap among them and with `taken`: the longer wins, of equally long ones the first."""
    covered: set[int] = set()
    for start, end in taken:
        covered.update(range(start, end))
    chosen = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start, hit.target)):
        if covered.isdisjoint(range(hit.start, hit.end)):
            chosen.append(hit)
            covered.update(range(hit.start, hit.end))
    return sorted(chosen, key=lambda hit: hit.start)


def longest_first(text: str, forms: Iterable[str]) -> list[tuple[int, int]]:
    """Return the places of any of the forms, read from left to right: of those that begin together the longest.

    >>> longest_first("质量强市战略", ("质量强市", "质量", "强市战略"))
    [(0, 4)]
    """
    places = [(start, start + len(form)) for form in forms for start in find_all(text, form)]
    chosen: list[tuple[int, int]] = []
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
