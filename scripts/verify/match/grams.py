"""A stream → the windows in which words may stand that stand nowhere exactly: those that share most of their grams.

A gram is two characters of Chinese, six letters of English; of English ones every fourth is kept, whichever these are,
so that the index of a language whose texts are four times as long is not four times as large. Words that stand
somewhere with a few letters changed keep most of their grams, at the same distances; so the grams of a quotation vote
for where it begins, and the places with most votes are looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scripts.model.vocabulary import Language
from scripts.text.characters import code_points
from scripts.text.spans import TABLE_BITS, Span, head_numbers

SIZES = {Language.ZH: 2, Language.EN: 6}
"""How long a gram is."""
KEPT = {Language.ZH: 1, Language.EN: 4}
"""One of so many grams is kept."""
MOST_PLACES = 150_000
"""So many places of grams are looked up for a quotation, the rarest grams first."""
STEP = 32
"""Votes are counted for beginnings that lie within so many characters of each other."""
WINDOWS = 24
"""So many windows are looked at."""
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Grams:
    """Where each gram of a stream stands."""

    language: Language
    places: NDArray[np.int32]
    """The places of all grams, those of one gram together and rising."""
    starts: Numbers
    """For each gram's number, where its places begin."""

    def windows(self, words: str, span: Span) -> Iterator[Span]:
        """Yield the parts of a span of the stream in which these words may stand, the likeliest first."""
        begins = self.beginnings(words, span)
        if not len(begins):
            return
        steps, votes = np.unique((begins // STEP).astype(np.int32), return_counts=True)
        followed = np.append(np.where(np.diff(steps) == 1, votes[1:], 0), 0)  # a beginning may lie beside a border
        order = np.lexsort((steps, -(votes + followed)))[:WINDOWS]
        margin = len(words) // 3 + STEP
        for step in steps[order].tolist():
            start = max(step * STEP - margin, span[0])
            yield start, min(step * STEP + len(words) + STEP + margin, span[1])

    def beginnings(self, words: str, span: Span) -> Numbers:
        """Return where the words would begin by each place of their grams; of the rarest ones where there are many."""
        numbers, distances = kept_grams(words, self.language)
        counts = self.starts[numbers + 1] - self.starts[numbers]
        found: list[Numbers] = []
        total = 0
        for gram in np.argsort(counts, kind="stable").tolist():
            if found and total + counts[gram] > MOST_PLACES:
                break
            total += counts[gram]
            number = numbers[gram]
            places = self.places[self.starts[number] : self.starts[number + 1]]
            low, high = np.searchsorted(places, span)
            found.append(np.maximum(places[low:high].astype(np.int64) - distances[gram], span[0]))
        return np.concatenate(found) if found else np.zeros(0, np.int64)


def kept_grams(text: str, language: Language) -> tuple[Numbers, Numbers]:
    """Return the numbers of the grams that are kept, and where they stand."""
    numbers = head_numbers(code_points(text), SIZES[language]).astype(np.int64)
    places = np.flatnonzero(numbers % KEPT[language] == 0)
    return numbers[places], places


def make_grams(folded: str, language: Language) -> Grams:
    """Return where each gram of a stream stands."""
    numbers, places = kept_grams(folded, language)
    order = np.argsort(numbers.astype(np.int32), kind="stable")
    counts = np.bincount(numbers, minlength=1 << TABLE_BITS)
    starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])
    return Grams(language, places[order].astype(np.int32), starts)
