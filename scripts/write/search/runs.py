"""English words by number → the run of function words before and after every other word, as texts beside posting lists.

The list of `and` is long where there are many policies, and a phrase such as `food and drugs` should not bring it. So
whoever has the places of `food` can have for each of them what function words stand behind it, and which before it, as
far as the next word of another kind. Each key has its own runs, the most frequent first, by their numbers among all
runs; then, in Rice codes, which of them stands at each place. A key that has but one run has no codes.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from scripts.text.folding import FUNCTION_WORDS
from scripts.write.search.grid import Addresses
from scripts.write.search.posting_lists import SLICE_SIZE, Numbers, each_of, rice_lists, stable_order, write_numbers
from scripts.write.search.utf16 import Streams

LONGEST_RUN = 8
"""Of a longer run so many words are told, those next to the other word, and that there are more."""
MORE = "*"
KINDS = len(FUNCTION_WORDS) + 2
"""What a place in a run can have: nothing, a function word, or more of them than are told."""

Kinds = npt.NDArray[np.int8]
"""Of each place in a stream which function word it is, from 1; 0 for other words and gaps."""


class Runs:
    """All runs of an English stream."""

    def __init__(self, numbers: Streams, names: list[str]) -> None:
        functions = sorted(FUNCTION_WORDS)
        self.words = ["", *functions, MORE]
        kinds = np.zeros(len(names), dtype=np.int8)
        for number, name in enumerate(names):
            if name in FUNCTION_WORDS:
                kinds[number] = 1 + functions.index(name)
        stream = each_of(kinds, numbers)
        others = np.concatenate([[-1], np.flatnonzero(stream == 0), [len(stream)]], dtype=np.int32)
        self.after, after = self.placed(stream, others, 1)
        self.before, before = self.placed(stream, others, -1)
        counts = Counter(before) + Counter(after)
        order = sorted(counts, key=lambda code: (-counts[code], code))
        self.texts = [self.text(code) for code in order]
        """Every run, the most frequent first: `of the`; `of the *` goes on behind, `* of the` before."""
        ranks = {code: rank for rank, code in enumerate(order)}
        self.before, self.after = (
            each_of(np.array([ranks[code] for code in codes] or [0], dtype=narrowest(len(order))), side)
            for side, codes in ((self.before, before), (self.after, after))
        )

    def placed(self, stream: Kinds, others: Addresses, step: int) -> tuple[Streams, dict[int, int]]:
        """Return which run, of those that are found, stands on one side of each place, and how often each one does."""
        parts = [others[start : start + SLICE_SIZE + 1] for start in range(0, len(others) - 1, SLICE_SIZE)]
        distinct = np.unique(np.concatenate([np.unique(self.codes(stream, part, step)) for part in parts]))
        often = np.zeros(len(distinct), dtype=np.int64)
        placed = np.zeros(len(stream), dtype=narrowest(len(distinct)))
        for part in parts:
            ids = np.searchsorted(distinct, self.codes(stream, part, step))
            often += np.bincount(ids, minlength=len(distinct))
            words = part[:-1] if step == 1 else part[1:]
            is_word = (words >= 0) & (words < len(stream))
            placed[words[is_word]] = ids[is_word]
        return placed, dict(zip(distinct.tolist(), often.tolist(), strict=True))

    @staticmethod
    def codes(stream: Kinds, others: Addresses, step: int) -> Numbers:
        """Return the run between every two other words, read forwards (1) or backwards (-1), as one number each."""
        lengths = np.diff(others) - 1
        ends = others[:-1] if step == 1 else others[1:]
        codes = np.zeros(len(lengths), dtype=np.int64)
        for place in range(LONGEST_RUN):
            has = lengths > place
            codes[has] += stream[ends[has] + step * (place + 1)].astype(np.int64) * KINDS**place
        codes[lengths > LONGEST_RUN] += (KINDS - 1) * KINDS**LONGEST_RUN
        is_backwards = (step == -1) & (lengths > 1)
        distinct, ids = np.unique(codes[is_backwards], return_inverse=True)
        codes[is_backwards] = np.array([reverse(int(code)) for code in distinct], dtype=np.int64)[ids]
        return codes

    def text(self, code: int) -> str:
        """Return a run as its words."""
        return " ".join(self.words[kind] for kind in digits(code))


def narrowest(most: int) -> type[np.unsignedinteger[Any]]:
    """Return the type of the narrowest numbers that tell so many things apart."""
    return np.uint16 if most <= 1 << 16 else np.uint32


def digits(code: int) -> list[int]:
    """Return the kinds of a run, the first first."""
    found = []
    while code:
        code, kind = divmod(code, KINDS)
        found.append(kind)
    return found


def reverse(code: int) -> int:
    """Return a run that was read backwards as it stands."""
    return sum(kind * KINDS**place for place, kind in enumerate(reversed(digits(code))))


def distinct_of(values: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return the values, each once and rising, which of them stands at each place, and how often each does.

    It is what `np.unique` returns, in less time where values are below 2^32.

    >>> [found.tolist() for found in distinct_of(np.array([7, 3, 7]))]
    [[3, 7], [1, 0, 1], [1, 2]]
    """
    order = stable_order(values)
    ordered = values[order]
    heads = np.flatnonzero(np.diff(ordered, prepend=ordered[:1] - 1))
    often = np.diff(np.append(heads, len(values)))
    ids = np.empty(len(values), dtype=np.int64)
    ids[order] = np.repeat(np.arange(len(heads)), often)
    return ordered[heads], ids, often


def run_lists(runs: Streams, begins: Numbers) -> Iterator[str]:
    """Yield for each key its runs, and which of them stands at each of its places.

    >>> list(run_lists(np.array([5, 5, 7, 5, 0], dtype=np.uint32), np.array([0, 4])))
    ['FH,AJ', 'A']
    """
    counts = np.diff(np.append(begins, len(runs)))
    bits = int(runs.max(initial=0)).bit_length()
    distinct, ids, often = distinct_of(np.repeat(np.arange(len(begins)), counts) << bits | runs)
    keys, codes = distinct >> bits, distinct & (1 << bits) - 1
    order = np.lexsort((codes, -often, keys))
    firsts = np.searchsorted(keys, np.arange(len(begins)))
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[order] = np.arange(len(order)) - firsts[keys]
    text, places = write_numbers(codes[order])
    own = pairwise([*places[firsts].tolist(), len(text)])
    written, cuts = rice_lists(ranks[ids], begins)
    sizes = np.diff(np.append(firsts, len(keys))).tolist()
    for (low, high), (start, end), size in zip(own, pairwise(cuts), sizes, strict=True):
        yield text[low:high] if size == 1 else f"{text[low:high]},{written[start:end]}"
