"""Words and a text → the part of it that is nearest to them, and how the two differ, character by character.

The distance of words from a part is the least number of characters to put in, take out or change (Levenshtein); the
nearest part is that with the least distance, of equal ones the first, and of those that differ only at their ends the
longest. `docs/assets/javascripts/verify/align.js` does the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from scripts.text.characters import code_points

Numbers = NDArray[np.int64]
TOKEN_PATTERN = re.compile(r"[A-Za-z0-9\u00c0-\u024f]+|.", re.DOTALL)
"""What differs as a whole: a word of Latin letters, or any other character."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text, and its distance from the words that are sought."""

    start: int
    end: int
    distance: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a quotation differs from the archive; one of the two is empty where something is left out or put in."""

    start: int
    """In the quotation."""
    quoted: str
    printed: str


def nearest_part(words: str, text: str) -> Part:
    """Return the part of a text that is nearest to words.

    >>> nearest_part("质量强省", "建设质量强市，")
    Part(start=2, end=6, distance=1)
    """
    ends = end_distances(words, text, np.zeros(len(text) + 1, np.int64))
    end = last_of_run(ends)
    begins = end_distances(words[::-1], text[:end][::-1], np.arange(end + 1))
    return Part(end - last_of_run(begins), end, int(ends[end]))


def last_of_run(distances: Numbers) -> int:
    """Return the place of the least distance; of equal ones the first, or the last of those that follow it at once."""
    place = int(np.argmin(distances))
    higher = np.flatnonzero(distances[place:] > distances[place])
    return place + int(higher[0]) - 1 if len(higher) else len(distances) - 1


def end_distances(words: str, text: str, row: Numbers) -> Numbers:
    """Return, for each place of a text, the distance of words from the part that ends there.

    `row` has what it costs to begin at each place: nothing, where a part may begin anywhere.
    """
    points = code_points(text)
    steps = np.arange(len(points) + 1)
    for number, point in enumerate(code_points(words).tolist(), start=1):
        changed = row[:-1] + (points != point)
        row = np.concatenate([[number], np.minimum(changed, row[1:] + 1)])
        row = np.minimum.accumulate(row - steps) + steps  # what comes from the left: a character of the text more
    return row


def find_differences(quoted: str, printed: str) -> Iterator[Difference]:
    """Yield where a quotation differs from what is printed, in its order: by characters, and by words of Latin letters.

    >>> list(find_differences("质量强省，", "质量强市。")), list(find_differences("a large city", "a larger city"))
    ([Difference(start=3, quoted='省，', printed='市。')], [Difference(start=2, quoted='large', printed='larger')])
    """
    ours, theirs = TOKEN_PATTERN.findall(quoted), TOKEN_PATTERN.findall(printed)
    for is_same, group in groupby(Levenshtein.opcodes(ours, theirs), lambda step: step.tag == "equal"):
        first, *rest = group
        if is_same:
            continue
        last = rest[-1] if rest else first
        words = "".join(ours[first.src_start : last.src_end]), "".join(theirs[first.dest_start : last.dest_end])
        yield Difference(len("".join(ours[: first.src_start])), *words)
