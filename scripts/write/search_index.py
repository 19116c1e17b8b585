"""Sections → an index of positions, for the search in the browser: where each pair of characters and each word stands.

All folded texts are laid end to end, a Chinese and an English stream; every name and passage is a *unit* with a run of
positions in each, and one position behind it stays free. A posting list has the positions of a key, rising:

- in the Chinese stream, every pair of characters, the last character of a unit alone, and every whole number (`#97%`).
  A string of any length stands where its pairs stand two apart, so it is found exactly, without its text;
- in the English stream, every word, by its number in the stream.

Keys are sorted and cut into *shards* of about one size; the head says with which key each shard begins. Which section a
position belongs to is told by *blocks* of the lengths of units. Numbers are written as variable-length quantities in
base 64, the low five bits first, as source maps do it; a list has the differences of its positions.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

import numpy as np
import numpy.typing as npt

from scripts.characters import HAN_PATTERN, HAN_RUN_PATTERN
from scripts.folding import NUMBER_PATTERN, fold, plain_word, written_words
from scripts.write.search_collections import SearchSection

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
BITS = 5
"""Of a number in each digit; the sixth bit says that more follow."""
MOST_DIGITS = 6
SHARD_SIZE = 16_000
"""A shard ends when it has so many characters; one frequent key may make it longer."""
BLOCK_SECTIONS = 4096
"""So many sections' lengths are in one block."""
PART_SIZE = 1 << 22
"""So many positions are written at a time."""
AROUND = 12
"""So much of the English around quoted Chinese is indexed with it: 5A级 is found too."""
GAP = "\0"
POINT_BITS = 21
"""Of a code point: two of them make a pair's number."""

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


def group(keys: Numbers, positions: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return the keys, each once, the positions by key, and where each key's positions begin."""
    order = np.argsort(keys, kind="stable")
    keys, positions = keys[order], positions[order]
    begins = np.flatnonzero(np.diff(keys, prepend=keys[:1] - 1))
    return keys[begins], positions, begins


def write_lists(positions: Numbers, begins: Numbers) -> Iterator[str]:
    """Yield each key's positions as the differences between them, a part of all at a time."""
    ends = np.append(begins[1:], len(positions))
    first = 0
    while first < len(begins):
        last = max(first + 1, int(np.searchsorted(ends, begins[first] + PART_SIZE, side="right")))
        start, end = begins[first], ends[last - 1]
        differences = np.diff(positions[start:end], prepend=0)
        heads = begins[first:last] - start
        differences[heads] = positions[begins[first:last]]
        text, places = write_numbers(differences)
        cuts = [*places[heads].tolist(), len(text)]
        yield from (text[low:high] for low, high in pairwise(cuts))
        first = last


class WordNumbers(dict[str, int]):
    """The number of each word as written; forms that are compared as one have one. Numbers start from 1."""

    def __init__(self) -> None:
        super().__init__()
        self.plain: dict[str, int] = {GAP: 0}

    def __missing__(self, written: str) -> int:
        """Return and keep the number of a word that is met for the first time."""
        self[written] = self.plain.setdefault(plain_word(written), len(self.plain))
        return self[written]


@dataclass(slots=True)
class Index:
    """The index as it grows, section by section."""

    folded: list[str] = field(default_factory=list)
    """The Chinese stream: what of units is not empty, each with a gap behind it."""
    numbers: list[int] = field(default_factory=list)
    """The English stream: each word's number among all distinct ones, 0 for a gap."""
    distinct: WordNumbers = field(default_factory=WordNumbers)
    lengths: list[list[int]] = field(default_factory=list)
    """For each block: for each section how many names and passages it has, then each unit's lengths: its Chinese, the
    English in which Chinese is quoted, and the number of its English words."""
    starts: list[tuple[int, int]] = field(default_factory=list)
    """For each block where it starts in the two streams."""
    sections: int = 0
    zh_end: int = 0

    def add(self, section: SearchSection) -> None:
        """Add a section's names and passages."""
        if self.sections % BLOCK_SECTIONS == 0:
            self.starts.append((self.zh_end, len(self.numbers)))
            self.lengths.append([])
        lengths = self.lengths[-1]
        lengths += (len(section.names), len(section.passages))
        for text in (*section.names, *(passage.text for passage in section.passages)):
            lengths += (self.add_chinese(fold(text.zh)), self.add_quoted(text.en), self.add_english(text.en))
        self.sections += 1

    def add_chinese(self, folded: str) -> int:
        """Add a folded text, and return its length; an empty one takes no position."""
        if folded:
            self.folded += (folded, GAP)
            self.zh_end += len(folded) + 1
        return len(folded)

    def add_quoted(self, english: str) -> int:
        """Add the Chinese that is quoted in an English text, each run by itself, and return how much it takes."""
        start = self.zh_end
        if HAN_PATTERN.search(english):
            folded = fold(english)
            for low, high in quoted_runs(folded):
                self.add_chinese(folded[low:high])
        return self.zh_end - start

    def add_english(self, text: str) -> int:
        """Add a text's words, and return how many it has."""
        found = written_words(text)
        if found:
            self.numbers += map(self.distinct.__getitem__, found)
            self.numbers.append(0)
        return len(found)

    def chinese_lists(self) -> Iterator[tuple[str, str]]:
        """Yield every key of the Chinese stream with its posting list."""
        stream = "".join(self.folded)
        points = np.frombuffer(stream.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
        places = np.flatnonzero(points[:-1])
        keys, positions, begins = group(points[places] << POINT_BITS | points[places + 1], places)
        for key, written in zip(keys.tolist(), write_lists(positions, begins), strict=True):
            yield pair_of(key), written
        yield from number_lists(stream)

    def english_lists(self) -> Iterator[tuple[str, str]]:
        """Yield every word with its posting list."""
        numbers = np.array(self.numbers, dtype=np.int64)
        places = np.flatnonzero(numbers)
        keys, positions, begins = group(numbers[places], places)
        names = list(self.distinct.plain)
        for key, written in zip(keys.tolist(), write_lists(positions, begins), strict=True):
            yield names[key], written


def pair_of(key: int) -> str:
    """Return a pair of characters from its number, or the one character that a unit ends with."""
    return (chr(key >> POINT_BITS) + chr(key & (1 << POINT_BITS) - 1)).removesuffix(GAP)


def number_lists(stream: str) -> Iterator[tuple[str, str]]:
    """Yield every whole number with its posting list, with its per cent sign and without."""
    places: dict[str, list[int]] = defaultdict(list)
    for match in NUMBER_PATTERN.finditer(stream):
        for number in dict.fromkeys((match[0], match[0].rstrip("%"))):
            places[f"#{number}"].append(match.start())
    if places:
        begins = np.cumsum([0, *map(len, places.values())])[:-1]
        positions = np.array(list(chain.from_iterable(places.values())), dtype=np.int64)
        yield from zip(places, write_lists(positions, begins), strict=True)


def quoted_runs(folded: str) -> list[tuple[int, int]]:
    """Return where the runs of Chinese in a folded English text are, each with a little of what is around it."""
    runs: list[tuple[int, int]] = []
    for match in HAN_RUN_PATTERN.finditer(folded):
        low, high = max(0, match.start() - AROUND), min(len(folded), match.end() + AROUND)
        if runs and low <= runs[-1][1]:
            runs[-1] = (runs[-1][0], high)
        else:
            runs.append((low, high))
    return runs


def make_shards(lists: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Yield, for each shard, its first key, its keys, and their posting lists, with spaces between.

    Keys are in the order of UTF-16 code units, as JavaScript compares strings. A `=` behind the first key says that it
    is the only one: who does not want it need not bring the shard.
    """
    keys: list[str] = []
    written: list[str] = []
    size = 0
    for key, positions in sorted(lists, key=lambda item: item[0].encode("utf-16-be", "surrogatepass")):
        if keys and size + len(positions) > SHARD_SIZE:
            yield first_of(keys), " ".join(keys), " ".join(written)
            keys, written, size = [], [], 0
        keys.append(key)
        written.append(positions)
        size += len(key) + len(positions) + 2
    if keys:
        yield first_of(keys), " ".join(keys), " ".join(written)


def first_of(keys: list[str]) -> str:
    """Return how the head names a shard."""
    return keys[0] + ("=" if len(keys) == 1 else "")
