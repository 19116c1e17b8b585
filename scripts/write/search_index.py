"""Sections → an index of positions, for the search in the browser: where each pair of characters and each word stands.

All folded texts are laid end to end, a Chinese and an English stream; every name and passage is a *unit* with a run of
positions in each, and one position between units stays free. A posting list has the positions of a key, rising:

- in the Chinese stream, every pair of characters, the last character of a unit alone, and every whole number (`#97%`).
  A string of any length stands where its pairs stand two apart, so it is found exactly, without its text;
- in the English stream, every word, by its number in the stream.

Keys are sorted and cut into *shards* of about one size; the head says with which key each shard begins. Which section a
position belongs to is told by *blocks* of the lengths of units. Numbers are written as variable-length quantities in
base 64, the low five bits first, as source maps do it; a list has the differences of its positions.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, pairwise
from operator import sub

from scripts.characters import HAN, HAN_PATTERN
from scripts.folding import NUMBER_PATTERN, fold, words
from scripts.write.search_collections import SearchSection

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
SHARD_SIZE = 16_000
"""A shard ends when it has so many characters; one frequent key may make it longer."""
BLOCK_SECTIONS = 4096
"""So many sections' lengths are in one block."""
HAS_DIGIT_PATTERN = re.compile("[0-9]")
HAN_RUN_PATTERN = re.compile(f"[{HAN}]+")
AROUND = 12
"""So much of the English around quoted Chinese is indexed with it: 5A级 is found too."""

Postings = dict[str, "array[int]"]


def write_number(value: int) -> str:
    """Return a number as a variable-length quantity.

    >>> write_number(0), write_number(31), write_number(32), write_number(1000)
    ('A', 'f', 'gB', 'of')
    """
    digits = ""
    while value > 31:
        digits += DIGITS[32 + (value & 31)]
        value >>= 5
    return digits + DIGITS[value]


LOW_BITS = 15
"""So many bits has a number of up to three digits."""


@cache
def digit_tables() -> tuple[list[str], list[str]]:
    """Return every number of up to three digits, and the three low digits of every longer one."""
    low = ["".join(DIGITS[32 + (value >> shift & 31)] for shift in (0, 5, 10)) for value in range(1 << LOW_BITS)]
    return [write_number(value) for value in range(1 << LOW_BITS)], low


def write_numbers(values: Iterable[int]) -> str:
    """Return numbers one after the other.

    >>> write_numbers([3, 1000, 100_000]) == "".join(map(write_number, [3, 1000, 100_000]))
    True
    """
    short, low = digit_tables()
    limit, mask = 1 << LOW_BITS, (1 << LOW_BITS) - 1
    return "".join([short[v] if v < limit else low[v & mask] + write_number(v >> LOW_BITS) for v in values])


def write_positions(positions: "array[int]") -> str:
    """Return a rising list as the differences between its members.

    >>> write_positions(array("I", [3, 5, 40]))
    'DCjB'
    """
    return write_numbers(map(sub, positions, chain((0,), positions)))


@dataclass(slots=True)
class Index:
    """The index as it grows, section by section."""

    zh: Postings = field(default_factory=lambda: defaultdict(lambda: array("I")))
    en: Postings = field(default_factory=lambda: defaultdict(lambda: array("I")))
    lengths: list[list[int]] = field(default_factory=list)
    """For each block: for each section how many names and passages it has, then each unit's lengths: its Chinese, the
    English in which Chinese is quoted, and the number of its English words."""
    starts: list[tuple[int, int]] = field(default_factory=list)
    """For each block where it starts in the two streams."""
    sections: int = 0
    zh_end: int = 0
    en_end: int = 0

    def add(self, section: SearchSection) -> None:
        """Add a section's names and passages."""
        if self.sections % BLOCK_SECTIONS == 0:
            self.starts.append((self.zh_end, self.en_end))
            self.lengths.append([])
        lengths = self.lengths[-1]
        lengths += (len(section.names), len(section.passages))
        for text in (*section.names, *(passage.text for passage in section.passages)):
            lengths += (self.add_chinese(fold(text.zh)), self.add_quoted(text.en), self.add_english(text.en))
        self.sections += 1

    def add_chinese(self, folded: str) -> int:
        """Add the pairs of characters of a folded text, and return its length; an empty one takes no position."""
        if not folded:
            return 0
        start, postings = self.zh_end, self.zh
        for place, (one, next_one) in enumerate(pairwise(folded), start):
            postings[one + next_one].append(place)
        postings[folded[-1]].append(start + len(folded) - 1)
        if HAS_DIGIT_PATTERN.search(folded):
            for match in NUMBER_PATTERN.finditer(folded):
                for number in sorted({match[0], match[0].rstrip("%")}):
                    postings[f"#{number}"].append(start + match.start())
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
        found = words(text)
        if not found:
            return 0
        start, postings = self.en_end, self.en
        for place, word in enumerate(found, start):
            postings[word].append(place)
        self.en_end += len(found) + 1
        return len(found)


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


def make_shards(postings: Postings) -> Iterator[tuple[str, str, str]]:
    """Yield, for each shard, its first key, its keys, and their posting lists, with spaces between.

    Keys are in the order of UTF-16 code units, as JavaScript compares strings.
    """
    keys: list[str] = []
    lists: list[str] = []
    size = 0
    for key in sorted(postings, key=lambda key: key.encode("utf-16-be", "surrogatepass")):
        positions = write_positions(postings[key])
        if keys and size + len(positions) > SHARD_SIZE:
            yield keys[0], " ".join(keys), " ".join(lists)
            keys, lists, size = [], [], 0
        keys.append(key)
        lists.append(positions)
        size += len(key) + len(positions) + 2
    if keys:
        yield keys[0], " ".join(keys), " ".join(lists)
