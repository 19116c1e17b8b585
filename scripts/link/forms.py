"""Exact strings in a text: all places of many forms, and of overlapping ones the longest."""

from collections.abc import Iterable
from dataclasses import dataclass

from scripts.exact import find_all
from scripts.glossary import Glossary


@dataclass(frozen=True, slots=True)
class Hit:
    """A form at a place of a text, and whose form it is."""

    start: int
    end: int
    target: str


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


def places_around(place: str | None, glossary: Glossary) -> list[str]:
    """Return a place and all that it is part of, the nearest first."""
    chain = []
    while place and place in glossary.places:
        chain.append(place)
        place = glossary.places[place].within
    return chain
