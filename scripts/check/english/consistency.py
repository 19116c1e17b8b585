"""The same Chinese has the same English wherever it stands: headings, cells and lines that come again."""

from collections.abc import Iterable, Iterator

from scripts.check.english.parts import Pair
from scripts.check.english.stems import stems
from scripts.problems import Problem

Placed = tuple[str, int, Pair]
"""A pair, with the file and the line of its entry."""


def check_consistency(pairs: Iterable[Placed]) -> Iterator[Problem]:
    """Two places with the same Chinese have the same words of English, but for articles and endings."""
    first: dict[str, tuple[list[str], Pair]] = {}
    for path, line, pair in pairs:
        words = stems(pair.en)
        known, other = first.setdefault(pair.zh, (words, pair))
        if sorted(known) != sorted(words):
            message = f"{pair.zh[:20]} is “{other.en}” at {other.anchor}; say it alike in both places"
            yield Problem(path, line, "english-same", f"{pair.anchor}: {message}")
