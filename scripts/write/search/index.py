"""Shares → an index of positions, for the search in the browser: where each pair of characters and each word stands.

All folded texts are laid end to end, a Chinese and an English stream; every name and passage is a *unit* with a run of
positions in each, and one position behind it stays free. Chinese that English quotes comes behind all Chinese. A
posting list has the positions of a key, rising, as addresses in cells (`grid.py`), which tell the unit and section:

- in the Chinese stream, every pair of characters, the last character of a unit alone, and every whole number (`#97%`).
  A string of any length stands where its pairs stand two apart, so it is found exactly, without its text. Pairs of
  Latin characters in the English around quoted Chinese have keys of their own (`~re`): only strings that have Chinese
  too are looked for there. Of a frequent character it is also told how often sections have it (`质#`, `counted.py`);
- in the English stream, every word, by its number in the stream. The list of `and` is long where there are many
  policies; so a function word has also a list of the sections that hold it (`+and`), and where its own list would not
  fit into a shard, beside the list of every other word stand the runs of function words before and after each place
  (`runs.py`), for phrases.

Lists come in the order of their keys, which is that of UTF-16, and are made a slice of all keys at a time: memory holds
the two streams and one slice. How lists are written and cut into files, `posting_lists.py` says.
"""

import heapq
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

import numpy as np
import numpy.typing as npt

from scripts.text.folding import FUNCTION_WORDS, NUMBER_PATTERN, plain_word
from scripts.write.search import counted, posting_lists
from scripts.write.search.grid import Addresses, Grid, Laid
from scripts.write.search.posting_lists import (
    Numbers,
    count_all,
    count_keys,
    each_of,
    group,
    grouped_lists,
    places_of,
    slices,
    write_list,
    write_lists,
)
from scripts.write.search.runs import Runs, run_lists
from scripts.write.search.share import GAP, Share
from scripts.write.search.utf16 import Streams, character_at, utf16_order

POINT_BITS = 21
"""Of a character's place in the order of UTF-16: two of them make a pair's number."""
LATIN_END = 0x80
# iso9001 in 通过iso9001认证
LATIN_PATTERN = re.compile(r"[!-~]*[a-z][!-~]*")

Lists = Iterator[tuple[str, tuple[str, ...]]]
"""Keys in the order of UTF-16, each with its posting list; a word may have the runs around its places too."""


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
        self.latin: set[str] = set()
        """What Latin letters stand in Chinese: an English word that is in none of these is not looked for there."""
        self.numbers: dict[str, list[int]] = defaultdict(list)
        """Where the Chinese stream has each whole number, with its per cent sign and without."""
        self.grid = Grid()
        self.zh_end = self.positions = 0
        self.characters: set[str] = set()
        """The characters of the Chinese stream, when its lists are made."""
        self.counted: list[str] = []
        """The frequent ones, of which it is told how often sections have them."""

    def add(self, share: Share) -> None:
        """Add a share."""
        folded, quoted = share.folded, share.quoted
        self.zh.append(points_of(folded))
        self.quoted.append(points_of(quoted))
        numbers = np.fromiter(map(self.distinct.__getitem__, share.words), np.uint32, len(share.words))
        self.en.append(numbers[np.frombuffer(share.row, dtype=share.row.typecode)] if share.row else numbers[:0])
        self.latin.update(LATIN_PATTERN.findall(folded))
        for match in NUMBER_PATTERN.finditer(folded):
            for number in dict.fromkeys((match[0], match[0].rstrip("%"))):
                self.numbers[f"#{number}"].append(self.zh_end + match.start())
        self.grid.add(share)
        self.zh_end += len(folded)
        self.positions += len(folded) + len(quoted) + len(share.row)

    @cached_property
    def runs(self) -> Runs | None:
        """The runs of function words, after the last share was added; none where each word's list fits into a shard."""
        stream, plain = join(self.en), self.distinct.plain
        functions = [plain[word] for word in FUNCTION_WORDS if word in plain]
        longest = max((int(np.count_nonzero(stream == number)) for number in functions), default=0)
        return Runs(stream, list(plain)) if longest > posting_lists.SHARD_SIZE else None

    @cached_property
    def laid(self) -> Laid:
        """Where every unit is, after the last share was added."""
        return self.grid.lay()

    def chinese_lists(self) -> Lists:
        """Yield every key of the Chinese stream, and what English quotes behind it, with its posting list; once."""
        self.zh += self.quoted
        points = join(self.zh)
        self.zh, self.quoted = [], []
        self.characters = {character_at(place) for place in np.flatnonzero(count_all(points)).tolist()}
        addresses = self.laid.addresses_zh()
        yield from merge(
            self.pair_lists(points, addresses),
            quoted_lists(points, addresses, self.zh_end),
            ((key, (write_list(addresses[self.numbers[key]]),)) for key in sorted(self.numbers)),
        )

    def pair_lists(self, points: Streams, addresses: Addresses) -> Lists:
        """Yield every pair of characters, and every last one, but pairs of Latin ones in quotations.

        Before the pairs of a frequent character comes what is counted of it (`counted.py`).
        """
        counts = count_all(points[:-1])
        for low, high in slices(counts):
            places = places_of(points[:-1], low, high)
            if low < LATIN_END:
                places = places[~is_latin_quoted(points, places, self.zh_end)]
            frequent = max(low, LATIN_END) + np.flatnonzero(counts[max(low, LATIN_END) : high] >= counted.FREQUENT)
            pairs = grouped_lists(pairs_at(points, places), addresses[places])
            lists = ((pair_of(key), (written,)) for key, written in pairs)
            yield from merge(lists, self.counted_lists(points, addresses, places, frequent)) if len(frequent) else lists

    def counted_lists(self, points: Streams, addresses: Addresses, places: Numbers, frequent: Numbers) -> Lists:
        """Yield what is counted of some frequent characters, from all places that begin with them and others."""
        for point in frequent.tolist():
            own = places[points[places] == point]
            at = int(np.searchsorted(own, self.zh_end))
            self.counted.append(character_at(point))
            yield self.counted[-1] + counted.MARK, (counted.counted_list(own[:at], addresses[own[at:]], self.laid),)

    def english_lists(self) -> Lists:
        """Yield every word, the runs around it, and the sections of each function word, with their lists; once."""
        numbers, names, runs = join(self.en), list(self.distinct.plain), self.runs
        function_lists = dict(self.function_lists(numbers, names, self.laid.section_starts_en()))
        self.en = []
        yield from merge(
            iter(sorted(function_lists.items())), word_lists((numbers, self.laid.addresses_en()), names, runs)
        )

    def function_lists(self, numbers: Streams, names: list[str], starts: Numbers) -> Lists:
        """Yield for every function word the sections that hold it."""
        for number, name in enumerate(names):
            if name in FUNCTION_WORDS:
                held = np.unique(np.searchsorted(starts, np.flatnonzero(numbers == number), side="right") - 1)
                yield f"+{name}", (write_list(held), *(["", ""] if self.runs else []))


def join(streams: list[Streams]) -> Streams:
    """Return the parts of a stream as one, and keep them so."""
    if len(streams) != 1:
        streams[:] = [np.concatenate(streams)] if streams else [np.zeros(0, dtype=np.uint32)]
    return streams[0]


def merge(*lists: Lists) -> Lists:
    """Yield lists that are in order as one in order."""
    return heapq.merge(*lists, key=lambda item: item[0].encode("utf-16-be", "surrogatepass"))


def points_of(text: str) -> Streams:
    """Return a text's characters by their place in the order of UTF-16."""
    return utf16_order(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32))


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
        yield f"~{pair_of(key)}", (written,)


def word_lists(stream_addresses: tuple[Streams, Addresses], names: list[str], runs: Runs | None) -> Lists:
    """Yield every word with its posting list, and the runs before and after its places."""
    numbers, addresses = stream_addresses
    order, ranks = ranked(names)
    stream = each_of(ranks, numbers, numbers)
    for low, high in slices(count_keys(stream, len(names))):
        places = places_of(stream, low, high)
        found, places, begins = group(stream[places].astype(np.int64), places)
        lists = write_lists(addresses[places].astype(np.int64), begins)
        sides = [run_lists(side[places], begins) for side in (runs.before, runs.after)] if runs else []
        for rank, *texts in zip(found.tolist(), lists, *sides, strict=True):
            yield names[order[rank]], tuple(texts)


def ranked(names: list[str]) -> tuple[list[int], Streams]:
    """Return the words' numbers in the order of their names, and the rank of each number; the gap has rank 0."""
    others = sorted(range(1, len(names)), key=lambda number: names[number].encode("utf-16-be"))
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
