"""Posting lists as text: numbers in base 64, lists of positions by key, and shards of lists for the browser to load.

Loose numbers are written as variable-length quantities in base 64, the low five bits first, as source maps do it. A
posting list has the differences of its positions, each less one, in Rice codes, as they cost the least where positions
lie anyhow: of a number, what is above its low bits in ones with a zero behind them, then the low bits. The first digit
of a list says how many low bits there are; the last one is filled up with ones, which end no number. Keys are sorted
and cut into shards of about one size; the head of the search's data says with which key each shard begins.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
BITS = 5
"""Of a number in each digit; the sixth bit says that more follow."""
MOST_DIGITS = 6
SHARD_SIZE, LARGE_SHARD_SIZE = 16_000, 32_000
"""A shard ends when it has so many characters; one frequent key may make it longer."""
MANY_POSITIONS = 1 << 23
"""Where there are more positions, shards are large, so that they are not too many files."""
SLICE_SIZE, LARGE_SLICE_SIZE = 1 << 19, 1 << 21
"""So many positions are sorted at a time, and where there are so many that all would be looked through too often."""
MOST_SLICES = 32
"""So often all positions are looked through before slices grow."""
PART_SIZE = 1 << 19
"""So many positions are written at a time."""
DIGIT_BITS = 6
"""Of a list in each digit."""
KEY_BITS = 16
"""Of a key by which it is put in order at a time."""
MOST_LOW = 30
"""So many low bits have the codes of the widest list."""

Numbers = npt.NDArray[np.int64]


def write_numbers(values: Numbers | Sequence[int]) -> tuple[str, Numbers]:
    """Return numbers one after the other, and where each begins.

    >>> write_numbers([0, 31, 32, 1000])[0], write_numbers([0, 31, 32, 1000])[1].tolist()
    ('AfgBof', [0, 1, 2, 4])
    """
    numbers = np.asarray(values, dtype=np.int64)
    lengths = np.ones(len(numbers), dtype=np.int64)
    for digits in range(1, MOST_DIGITS):
        lengths += numbers >= 1 << BITS * digits
    begins = np.cumsum(lengths) - lengths
    written = np.empty(int(lengths.sum()), dtype=np.uint8)
    alphabet = np.frombuffer(DIGITS.encode(), dtype=np.uint8)
    for place in range(MOST_DIGITS):
        has = lengths > place
        digit = numbers[has] >> BITS * place & 31 | (lengths[has] > place + 1) << BITS
        written[begins[has] + place] = alphabet[digit]
    return written.tobytes().decode("ascii"), begins


def group(keys: Numbers, positions: Numbers | npt.NDArray[np.int32]) -> tuple[Numbers, Numbers, Numbers]:
    """Return the keys, each once, the positions by key, and where each key's positions begin."""
    order = stable_order(keys)
    keys, ordered = keys[order], positions[order].astype(np.int64)
    begins = np.flatnonzero(np.diff(keys, prepend=keys[:1] - 1))
    return keys[begins], ordered, begins


def stable_order(keys: Numbers) -> Numbers:
    """Return the order in which keys rise, equal ones as they stand: by 16 bits at a time, which is quick."""
    rest = keys - (keys.min() if len(keys) else 0)
    order = np.argsort(rest.astype(np.uint16), kind="stable")
    for shift in range(KEY_BITS, int(rest.max(initial=0)).bit_length(), KEY_BITS):
        part = (rest >> shift).astype(np.uint16)
        order = order[np.argsort(part[order], kind="stable")]
    return order


def write_lists(positions: Numbers, begins: Numbers) -> Iterator[str]:
    """Yield each key's positions as a posting list, a part of all at a time.

    >>> list(write_lists(np.array([7, 0, 1, 2]), np.array([0, 1])))
    ['Cv', 'AH']
    """
    ends = np.append(begins[1:], len(positions))
    first = 0
    while first < len(begins):
        last = max(first + 1, int(np.searchsorted(ends, begins[first] + PART_SIZE, side="right")))
        start, end = begins[first], ends[last - 1]
        differences = np.diff(positions[start:end], prepend=-1) - 1
        heads = begins[first:last] - start
        differences[heads] = positions[begins[first:last]]
        text, cuts = rice_lists(differences, heads)
        yield from (text[low:high] for low, high in pairwise(cuts))
        first = last


def write_list(positions: Numbers | npt.NDArray[np.int32] | list[int]) -> str:
    """Return one posting list; it may be empty.

    >>> write_list([7]), write_list([])
    ('Cv', '')
    """
    numbers: Numbers = np.asarray(positions, dtype=np.int64)
    return write_codes(np.diff(numbers, prepend=-1) - 1)


def write_codes(values: Numbers) -> str:
    """Return one list of numbers in Rice codes; it may be empty."""
    return rice_lists(values.astype(np.int64), np.zeros(1, dtype=np.int64))[0] if len(values) else ""


def rice_lists(values: Numbers, heads: Numbers) -> tuple[str, list[int]]:
    """Return lists of numbers in Rice codes, end to end, and where each begins and the last ends; none is empty."""
    counts = np.diff(np.append(heads, len(values)))
    low = low_bits(values, heads, counts)
    lows = np.repeat(low, counts)
    lengths = (values >> lows) + 1 + lows
    digits = 1 + -(-np.add.reduceat(lengths, heads) // DIGIT_BITS)
    cuts = np.append(0, np.cumsum(digits))
    ends = np.cumsum(lengths)
    begins = ends - lengths
    begins += np.repeat((cuts[:-1] + 1) * DIGIT_BITS - begins[heads], counts)
    bits = np.ones(int(cuts[-1]) * DIGIT_BITS, dtype=np.uint8)
    after = begins + (values >> lows)
    bits[after] = 0
    for place in range(int(low.max(initial=0))):
        has = slice(None) if place < low.min() else lows > place
        bits[after[has] + lows[has] - place] = values[has] >> place & 1
    written = np.zeros(int(cuts[-1]), dtype=np.uint8)
    for place in range(DIGIT_BITS):
        written |= bits[place::DIGIT_BITS] << (DIGIT_BITS - 1 - place)
    written[cuts[:-1]] = low
    return np.frombuffer(DIGITS.encode(), dtype=np.uint8)[written].tobytes().decode("ascii"), cuts.tolist()


def low_bits(values: Numbers, heads: Numbers, counts: Numbers) -> Numbers:
    """Return with how many low bits each list is the shortest: those that its mean suggests, or one fewer or more."""
    means = np.add.reduceat(values, heads) / counts
    guess = np.floor(np.log2(np.maximum(1, means * np.log(2)))).astype(np.int64)
    choices = np.clip(np.stack([guess - 1, guess, guess + 1]), 0, MOST_LOW)
    sizes = [np.add.reduceat(values >> np.repeat(low, counts), heads) + (1 + low) * counts for low in choices]
    best: Numbers = choices[np.argmin(sizes, axis=0), np.arange(len(heads))]
    return best


def grouped_lists(keys: Numbers, positions: Numbers | npt.NDArray[np.int32]) -> Iterator[tuple[int, str]]:
    """Yield each key, in rising order, with the posting list of its positions."""
    distinct, ordered, begins = group(keys, positions)
    return zip(distinct.tolist(), write_lists(ordered, begins), strict=True)


def count_keys(keys: npt.NDArray[np.uint32], size: int) -> Numbers:
    """Return how often each of `size` keys stands in a stream; memory holds a slice of it more, not all of it."""
    counts = np.zeros(size, dtype=np.int64)
    for start in range(0, len(keys), SLICE_SIZE):
        counts += np.bincount(keys[start : start + SLICE_SIZE], minlength=size)
    return counts


def count_all(keys: npt.NDArray[np.uint32]) -> Numbers:
    """Return how often each key stands in a stream, as far as the highest."""
    return count_keys(keys, 1 + int(keys.max(initial=0)))


def each_of(table: npt.NDArray[Any], places: npt.NDArray[Any], found: npt.NDArray[Any] | None = None) -> Any:
    """Return what a table has at each place, as `table[places]` does, but never all of the places as wide numbers.

    `found`, which may be the places themselves, is filled with it.
    """
    found = np.empty(len(places), dtype=table.dtype) if found is None else found
    for start in range(0, len(places), SLICE_SIZE):
        part = slice(start, start + SLICE_SIZE)
        found[part] = table[places[part]]
    return found


def places_of(keys: npt.NDArray[np.uint32], low: int, high: int) -> Numbers:
    """Return the places in a stream that have a key of this range, rising."""
    found = [
        start + np.flatnonzero((part >= low) & (part < high))
        for start in range(0, len(keys), SLICE_SIZE)
        if len(part := keys[start : start + SLICE_SIZE])
    ]
    return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)


def slices(counts: Numbers) -> Iterator[tuple[int, int]]:
    """Yield ranges of keys, from 1, that have together at most a slice of positions each, or are one key.

    >>> list(slices(np.array([9, 1, 1, SLICE_SIZE, 1])))
    [(1, 3), (3, 4), (4, 5)]
    """
    ends = np.cumsum(counts[1:])
    most = min(LARGE_SLICE_SIZE, max(SLICE_SIZE, int(counts.sum()) // MOST_SLICES))
    low, before = 0, 0
    while low < len(ends):
        high = max(low + 1, int(np.searchsorted(ends, before + most, side="right")))
        yield low + 1, high + 1
        low, before = high, int(ends[high - 1])


def shard_size(positions: int) -> int:
    """Return how long the shards of an index of so many positions are."""
    return SHARD_SIZE if positions <= MANY_POSITIONS else LARGE_SHARD_SIZE


def make_shards(lists: Iterator[tuple[str, tuple[str, ...]]], most: int) -> Iterator[tuple[str, str, list[str]]]:
    """Yield, for each shard of about `most` characters, what the head says of it, its keys, and their lists.

    Lists come in the order of their keys, which is that of UTF-16 code units, as JavaScript compares strings. What
    stands beside them makes further texts. The head has as much of a shard's first key as tells it from the key before
    it. Of a shard that has but one key it has all of it, and a `=` behind it: who does not want this key need not bring
    the shard.
    """
    keys: list[str] = []
    written: list[tuple[str, ...]] = []
    size, before = 0, ""
    for key, texts in lists:
        if keys and size + len(texts[0]) > most:
            yield name_of(keys, before), " ".join(keys), columns(written)
            keys, written, size, before = [], [], 0, keys[-1]
        keys.append(key)
        written.append(texts)
        size += len(key) + 1 + sum(len(text) + 1 for text in texts)
    if keys:
        yield name_of(keys, before), " ".join(keys), columns(written)


def columns(rows: list[tuple[str, ...]]) -> list[str]:
    """Return the texts of all keys, each kind by itself."""
    return [" ".join(column) for column in zip(*rows, strict=True)]


def name_of(keys: list[str], before: str) -> str:
    """Return what the head says of a shard, by its keys and the key before them.

    >>> name_of(["food", "foods"], "follow"), name_of(["food"], "follow"), name_of(["food", "foods"], "foo")
    ('foo', 'food=', 'food')
    """
    if len(keys) == 1:
        return f"{keys[0]}="
    beginnings = (keys[0][:length] for length in range(1, len(keys[0]) + 1))
    return next(beginning for beginning in beginnings if not before.startswith(beginning))
