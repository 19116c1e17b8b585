"""Sections → an index of positions, for the search in the browser: where each pair of characters and each word stands.

All folded texts are laid end to end, a Chinese and an English stream; every name and passage is a *unit* with a run of
positions in each, and one position behind it stays free. A posting list has the positions of a key, rising:

- in the Chinese stream, every pair of characters, the last character of a unit alone, and every whole number (`#97%`).
  A string of any length stands where its pairs stand two apart, so it is found exactly, without its text. Pairs of
  Latin characters in the English around quoted Chinese have keys of their own (`~re`): only strings that have Chinese
  too are looked for there;
- in the English stream, every word, by its number in the stream. The list of `and` is long where there are many
  policies; so a function word has also a list of the sections that hold it (`+and`), and where its own list would not
  fit into a shard, every two words of which it is one are a key (`+food+and`), for phrases.

Which section a position belongs to is told by *blocks* of the lengths of units. How lists are written and cut into
files, `posting_lists.py` says.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

import numpy as np
import numpy.typing as npt

from scripts.text.characters import HAN_PATTERN, HAN_RUN_PATTERN
from scripts.text.folding import FUNCTION_WORDS, NUMBER_PATTERN, fold, plain_word, written_words
from scripts.write.search import posting_lists
from scripts.write.search.collections import SearchSection
from scripts.write.search.posting_lists import Numbers, grouped_lists, write_lists

BLOCK_SECTIONS = 4096
"""So many sections' lengths are in one block."""
AROUND = 12
"""So much of the English around quoted Chinese is indexed with it: 5A级 is found too."""
GAP = "\0"
POINT_BITS = 21
"""Of a code point: two of them make a pair's number."""
QUOTED = 1 << 2 * POINT_BITS
"""Added to the number of a pair of Latin characters around quoted Chinese."""
LATIN_END = 0x80
WORD_BITS = 32
"""Of a word's number: two of them make the number of two words."""


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
    quoted: list[tuple[int, int]] = field(default_factory=list)
    """Where the Chinese stream has what is around quoted Chinese, and the Chinese itself."""
    section_starts: list[int] = field(default_factory=list)
    """Where each section starts in the English stream."""
    paired: list[int] = field(default_factory=list)
    """The numbers of the function words whose pairs with other words are keys."""
    zh_end: int = 0

    @property
    def sections(self) -> int:
        """How many there are."""
        return len(self.section_starts)

    def add(self, section: SearchSection) -> None:
        """Add a section's names and passages."""
        if self.sections % BLOCK_SECTIONS == 0:
            self.starts.append((self.zh_end, len(self.numbers)))
            self.lengths.append([])
        self.section_starts.append(len(self.numbers))
        lengths = self.lengths[-1]
        lengths += (len(section.names), len(section.passages))
        for text in (*section.names, *(passage.text for passage in section.passages)):
            lengths += (self.add_chinese(fold(text.zh)), self.add_quoted(text.en), self.add_english(text.en))

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
            self.quoted.append((start, self.zh_end))
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
        firsts, seconds = points[places], points[places + 1]
        pairs = firsts << POINT_BITS | seconds
        is_latin = (firsts < LATIN_END) & (seconds < LATIN_END) & (seconds != ord(GAP))
        pairs[is_latin & self.is_quoted(places)] += QUOTED
        for key, written in grouped_lists(pairs, places):
            yield pair_of(key), written
        yield from number_lists(stream)

    def is_quoted(self, places: Numbers) -> npt.NDArray[np.bool_]:
        """Tell of rising places in the Chinese stream which are in quoted Chinese or around it."""
        edges = np.array(list(chain.from_iterable(self.quoted)), dtype=np.int64)
        inside: npt.NDArray[np.bool_] = np.searchsorted(edges, places, side="right") % 2 == 1
        return inside

    def english_lists(self) -> Iterator[tuple[str, str]]:
        """Yield every word with its posting list, then what helps with function words."""
        numbers = np.array(self.numbers, dtype=np.int64)
        names = list(self.distinct.plain)
        function_numbers = {number for number, name in enumerate(names) if name in FUNCTION_WORDS}
        places = np.flatnonzero(numbers)
        for key, written in grouped_lists(numbers[places], places):
            yield names[key], written
            if key in function_numbers and len(written) > posting_lists.SHARD_SIZE:
                self.paired.append(key)
        starts = np.array(self.section_starts, dtype=np.int64)
        for number in sorted(function_numbers):
            held = np.unique(np.searchsorted(starts, np.flatnonzero(numbers == number), side="right") - 1)
            yield f"+{names[number]}", next(write_lists(held, np.zeros(1, dtype=np.int64)))
        firsts, seconds = numbers[:-1], numbers[1:]
        is_pair = (np.isin(firsts, self.paired) | np.isin(seconds, self.paired)) & (firsts > 0) & (seconds > 0)
        places = np.flatnonzero(is_pair)
        for key, written in grouped_lists(firsts[places] << WORD_BITS | seconds[places], places):
            yield f"+{names[key >> WORD_BITS]}+{names[key & (1 << WORD_BITS) - 1]}", written

    def paired_words(self) -> list[str]:
        """Return the function words whose pairs are keys, when `english_lists` has been gone through."""
        names = list(self.distinct.plain)
        return sorted(names[number] for number in self.paired)


def pair_of(key: int) -> str:
    """Return a pair of characters from its number, or the one character that a unit ends with.

    >>> pair_of(ord("放") << POINT_BITS | ord("管")), pair_of(QUOTED | ord("r") << POINT_BITS | ord("e"))
    ('放管', '~re')
    """
    quoted, plain = divmod(key, QUOTED)
    pair = chr(plain >> POINT_BITS) + chr(plain & (1 << POINT_BITS) - 1)
    return "~" * quoted + pair.removesuffix(GAP)


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
