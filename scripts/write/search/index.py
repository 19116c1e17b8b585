"""Shares → an index of positions, for the search in the browser: where each pair of characters and each word stands.

All folded texts are laid end to end, a Chinese and an English stream; every name and passage is a *unit* with a run of
positions in each, and one position behind it stays free. Chinese that English quotes comes behind all Chinese. A
posting list has the positions of a key, rising, as addresses in cells (`grid.py`), which tell the unit and section:

- in the Chinese stream, every pair of characters, the last character of a unit alone, and every whole number (`#97%`).
  A string of any length stands where its pairs stand two apart, so it is found exactly, without its text. Pairs of
  Latin characters in the English around quoted Chinese have keys of their own (`~re`): only strings that have Chinese
  too are looked for there;
- in the English stream, every word, by its number in the stream. The list of `and` is long where there are many
  policies; so a function word has also a list of the sections that hold it (`+and`), and where its own list would not
  fit into a shard, every two words of which it is one are a key (`+food+and`), for phrases.

Lists come in the order of their keys, which is that of UTF-16, and are made a slice of all keys at a time: memory holds
the two streams and one slice. How lists are written and cut into files, `posting_lists.py` says.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

import numpy as np
import numpy.typing as npt

from scripts.text.folding import FUNCTION_WORDS, NUMBER_PATTERN, plain_word
from scripts.write.search import posting_lists
from scripts.write.search.grid import Addresses, Grid, Laid
from scripts.write.search.posting_lists import Numbers, count_keys, grouped_lists, places_of, slices, write_lists
from scripts.write.search.share import GAP, Share
from scripts.write.search.utf16 import Streams, character_at, utf16_order

POINT_BITS = 21
"""Of a character's place in the order of UTF-16: two of them make a pair's number."""
LATIN_END = 0x80
WORD_BITS = 32
"""Of a word's rank: two of them make the number of two words."""

Lists = Iterator[tuple[str, str]]
"""Keys in the order of UTF-16, each with its posting list."""


class WordNumbers(dict[str, int]):
    """The number of each word as written; forms that are compared as one have one. Numbers start from 1."""

    def __init__(self) -> None:
        super().__init__()
        self.plain: dict[str, int] = {GAP: 0}
        self[GAP] = 0

    def __missing__(self, written: str) -> int:
        """Return and keep the number of a word that is met for the first time."""
        self[written] = self.plain.setdefault(plain_word(written), len(self.plain))
        return self[written]


class Index:
    """The index as it grows, share by share."""

    def __init__(self) -> None:
        self.zh: list[Streams] = []
        """The Chinese stream: the characters by their place in the order of UTF-16, 0 for a gap."""
        self.quoted: list[Streams] = []
        """What comes behind it: the Chinese that English quotes."""
        self.en: list[Streams] = []
        """The English stream: each word's number among all distinct ones, 0 for a gap."""
        self.distinct = WordNumbers()
        self.characters: set[str] = set()
        self.numbers: dict[str, list[int]] = defaultdict(list)
        """Where the Chinese stream has each whole number, with its per cent sign and without."""
        self.grid = Grid()
        self.zh_end = 0

    def add(self, share: Share) -> None:
        """Add a share."""
        folded, quoted = "".join(share.folded), "".join(share.quoted)
        self.zh.append(points_of(folded))
        self.quoted.append(points_of(quoted))
        self.en.append(np.fromiter(map(self.distinct.__getitem__, share.words), np.uint32, len(share.words)))
        self.characters.update(folded, quoted)
        for match in NUMBER_PATTERN.finditer(folded):
            for number in dict.fromkeys((match[0], match[0].rstrip("%"))):
                self.numbers[f"#{number}"].append(self.zh_end + match.start())
        for lengths in share.lengths:
            self.grid.add(lengths)
        self.zh_end += len(folded)

    @cached_property
    def laid(self) -> Laid:
        """Where every unit is, after the last share was added."""
        return self.grid.lay()

    def chinese_lists(self) -> Lists:
        """Yield every key of the Chinese stream with its posting list."""
        addresses, points = self.laid.addresses_zh(), np.concatenate([join(self.zh), join(self.quoted)])
        yield from merge(
            self.pair_lists(points, addresses),
            quoted_lists(points, addresses, self.zh_end),
            ((key, write_list(addresses[self.numbers[key]])) for key in sorted(self.numbers)),
        )

    def pair_lists(self, points: Streams, addresses: Addresses) -> Lists:
        """Yield every pair of characters, and every last one, but pairs of Latin ones in quotations."""
        for low, high in slices(count_keys(points[:-1], 1 + int(points.max(initial=0)))):
            places = places_of(points[:-1], low, high)
            if low < LATIN_END:
                places = places[~is_latin_quoted(points, places, self.zh_end)]
            for key, written in grouped_lists(pairs_at(points, places), addresses[places]):
                yield pair_of(key), written

    def english_lists(self) -> Iterator[tuple[str, str]]:
        """Yield every word with its posting list, and what helps with function words."""
        numbers, addresses = join(self.en), self.laid.addresses_en()
        names = list(self.distinct.plain)
        function_lists = dict(self.function_lists(numbers, names, self.laid.section_starts_en()))
        paired = self.paired(numbers)
        yield from merge(
            iter(sorted(function_lists.items())),
            paired_lists((numbers, addresses), names, paired),
            word_lists(numbers, addresses, names),
        )

    def function_lists(self, numbers: Streams, names: list[str], starts: Numbers) -> Lists:
        """Yield for every function word the sections that hold it."""
        for number, name in enumerate(names):
            if name in FUNCTION_WORDS:
                held = np.unique(np.searchsorted(starts, np.flatnonzero(numbers == number), side="right") - 1)
                yield f"+{name}", write_list(held)

    def paired(self, numbers: Streams | None = None) -> list[int]:
        """Return the numbers of the function words whose own lists would not fit into a shard."""
        stream = join(self.en) if numbers is None else numbers
        found = [(number, name) for name, number in self.distinct.plain.items() if name in FUNCTION_WORDS]
        return [n for n, _ in found if len(write_list(np.flatnonzero(stream == n))) > posting_lists.SHARD_SIZE]

    def paired_words(self) -> list[str]:
        """Return the function words whose pairs with other words are keys."""
        names = list(self.distinct.plain)
        return sorted(names[number] for number in self.paired())


def join(streams: list[Streams]) -> Streams:
    """Return the parts of a stream as one, and keep them so."""
    streams[:] = [np.concatenate(streams)] if streams else [np.zeros(0, dtype=np.uint32)]
    return streams[0]


def merge(*lists: Lists) -> Lists:
    """Yield lists that are in order as one in order."""
    return heapq.merge(*lists, key=lambda item: item[0].encode("utf-16-be", "surrogatepass"))


def points_of(text: str) -> Streams:
    """Return a text's characters by their place in the order of UTF-16."""
    return utf16_order(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32))


def write_list(positions: Numbers | Addresses | list[int]) -> str:
    """Return one posting list."""
    return next(write_lists(np.asarray(positions, dtype=np.int64), np.zeros(1, dtype=np.int64)))


def pairs_at(points: Streams, places: Numbers) -> Numbers:
    """Return the number of the pair that begins at each place."""
    return points[places].astype(np.int64) << POINT_BITS | points[places + 1]


def is_latin_quoted(points: Streams, places: Numbers, quoted: int) -> npt.NDArray[np.bool_]:
    """Tell of places which begin a pair of Latin characters in what English quotes, which begins at `quoted`."""
    firsts, seconds = points[places], points[places + 1]
    inside: npt.NDArray[np.bool_] = (firsts < LATIN_END) & (seconds < LATIN_END) & (seconds != ord(GAP))
    return inside & (places >= quoted)


def quoted_lists(points: Streams, addresses: Addresses, quoted: int) -> Lists:
    """Yield the pairs of Latin characters in quoted Chinese or around it, each with `~` before it."""
    places = quoted + np.flatnonzero((points[quoted:-1] > 0) & (points[quoted:-1] < LATIN_END))
    places = places[is_latin_quoted(points, places, quoted)]
    for key, written in grouped_lists(pairs_at(points, places), addresses[places]):
        yield f"~{pair_of(key)}", written


def word_lists(numbers: Streams, addresses: Addresses, names: list[str]) -> Lists:
    """Yield every word with its posting list."""
    order, ranks = ranked(names)
    stream = ranks[numbers]
    for low, high in slices(count_keys(stream, len(names))):
        places = places_of(stream, low, high)
        for rank, written in grouped_lists(stream[places].astype(np.int64), addresses[places]):
            yield names[order[rank]], written


def paired_lists(stream_addresses: tuple[Streams, Addresses], names: list[str], paired: list[int]) -> Lists:
    """Yield every two words of which one is a function word with pairs."""
    if not paired:
        return
    numbers, addresses = stream_addresses
    order, ranks = ranked(names, "+")  # +r&d+of comes before +r+of
    seconds_order, seconds_ranks = ranked(names)
    is_paired = np.zeros(len(names), dtype=np.bool_)
    is_paired[paired] = True
    firsts, seconds = numbers[:-1], numbers[1:]
    is_pair = (is_paired[firsts] | is_paired[seconds]) & (firsts > 0) & (seconds > 0)
    stream = ranks[firsts]
    stream[~is_pair] = 0
    for low, high in slices(count_keys(stream, len(names))):
        places = places_of(stream, low, high)
        keys = stream[places].astype(np.int64) << WORD_BITS | seconds_ranks[seconds[places]]
        for key, written in grouped_lists(keys, addresses[places]):
            yield f"+{names[order[key >> WORD_BITS]]}+{names[seconds_order[key & (1 << WORD_BITS) - 1]]}", written


def ranked(names: list[str], behind: str = "") -> tuple[list[int], Streams]:
    """Return the words' numbers in the order of their names, and the rank of each number; the gap has rank 0."""
    others = sorted(range(1, len(names)), key=lambda number: (names[number] + behind).encode("utf-16-be"))
    order = [0, *others]
    ranks = np.zeros(len(names), dtype=np.uint32)
    ranks[order] = np.arange(len(names), dtype=np.uint32)
    return order, ranks


def pair_of(key: int) -> str:
    """Return a pair of characters from its number, or the one character that a unit ends with.

    >>> pair_of(ord("放") << POINT_BITS | ord("管"))
    '放管'
    """
    return (character_at(key >> POINT_BITS) + character_at(key & (1 << POINT_BITS) - 1)).removesuffix(GAP)
