"""Items → the items of other policies on the same matter, by the likeness of their words.

Words are pairs of neighbouring Han characters, which need no dictionary and give the same result everywhere; a pair
weighs more, the fewer items have it (TF-IDF), and two items are alike by the cosine of their weights.

1. `count_items` counts the pairs of one policy; of that policy nothing else is needed, so it may be let go.
2. `find_related` weighs the pairs of all items and compares each item with those that share a pair with it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from scripts.model.kinds import KINDS
from scripts.model.policy import Policy, Section
from scripts.text.characters import CHARACTER_BITS, HAN_RANGES, code_points

MOST = 3
"""So many items of one other policy at most."""
MOST_OF_ALL = 12
"""So many items in all: more links nobody follows, and pages would grow with the number of policies."""
LIKENESS = 0.14
"""Items less alike than this are on different matters. Chosen on the five policies: food and drugs of Jinan and Yantai
have 0.27, metrology 0.25; from 0.13 down, items share little but the words that every plan has."""
MOST_HOLDERS = 200
"""Words that more items have say little, and leaving them out keeps the time in proportion to the number of items."""
TITLE_WEIGHT = 3
"""A heading's words count so many times those of the text."""

Related = dict[str, dict[str, tuple[tuple[str, str], ...]]]
"""For each policy and item, the (policy, anchor) of like items of others, the nearest first."""
Integers = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ItemCounts:
    """The items of one policy with the pairs that each has: small, and all that comparing it with others needs."""

    policy: str
    anchors: tuple[str, ...]
    sizes: tuple[int, ...]
    """How many different pairs each item has."""
    pairs: Integers
    """Those of the first item, in their order, then those of the second …"""
    counts: NDArray[np.int32]
    """How often each stands in its item."""


def count_items(policy: Policy) -> ItemCounts:
    """Return the pairs of a policy's items; of a policy that nobody described, none."""
    plain = policy.plain
    items = [section for section in plain.walk() if KINDS[section.kind].is_compared and policy.metadata]
    counted = [count_pairs(plain.text, section) for section in items]
    return ItemCounts(
        policy.metadata.id if policy.metadata else "",
        tuple(item.anchor for item in items),
        tuple(len(pairs) for pairs, _ in counted),
        np.concatenate([np.empty(0, np.int64), *(pairs for pairs, _ in counted)]),
        np.concatenate([np.empty(0, np.int32), *(counts for _, counts in counted)]),
    )


def count_pairs(text: str, section: Section) -> tuple[Integers, NDArray[np.int32]]:
    """Return the different pairs of a section, its children included, and how often each stands there."""
    titles = [pairs(section.title)] * (TITLE_WEIGHT - 1)
    found, counts = np.unique(np.concatenate([pairs(text[section.start : section.end]), *titles]), return_counts=True)
    return found, counts.astype(np.int32)


def pairs(text: str) -> Integers:
    """Return the pairs of neighbouring Han characters of a text, in its order.

    >>> [chr(pair >> CHARACTER_BITS) + chr(pair % 2**CHARACTER_BITS) for pair in pairs("质量强市，2025").tolist()]
    ['质量', '量强', '强市']
    """
    points = code_points(text).astype(np.int64)
    is_han = np.zeros(len(points), np.bool_)
    for low, high in HAN_RANGES:
        is_han |= (low <= points) & (points < high)
    firsts = np.flatnonzero(is_han[:-1] & is_han[1:])
    return (points[firsts] << CHARACTER_BITS) | points[firsts + 1]


def find_related(counts: Iterable[ItemCounts]) -> Related:
    """Return, for each policy and item, the (policy, anchor) of like items of others, the nearest first."""
    counted = [policy for policy in counts if policy.anchors]
    names = [(policy.policy, anchor) for policy in counted for anchor in policy.anchors]
    related: Related = defaultdict(dict)
    for (policy_id, anchor), others in zip(names, nearest_first(counted, names), strict=True):
        related[policy_id][anchor] = choose(names[other] for other in others)
    return related


def nearest_first(counted: list[ItemCounts], names: list[tuple[str, str]]) -> Iterator[list[int]]:
    """Yield, for each item, the like items of other policies, the nearest first, equally near ones by their names."""
    policies = np.repeat(np.arange(len(counted)), [len(policy.anchors) for policy in counted])
    rank = np.empty(len(names), np.int64)
    rank[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
    firsts, seconds, values = [np.empty(0, np.int32)], [np.empty(0, np.int32)], [np.empty(0)]
    for index, others, likeness in Weights(counted).alike() if counted else ():
        is_other = policies[others] != policies[index]
        seconds.append(others[is_other].astype(np.int32))
        firsts.append(np.full(len(seconds[-1]), index, np.int32))
        values.append(np.round(likeness[is_other], 6))
    first, second, value = np.concatenate(firsts), np.concatenate(seconds), np.concatenate(values)
    one, other = np.concatenate([first, second]), np.concatenate([second, first])
    order = np.lexsort((rank[other], -np.concatenate([value, value]), one))
    bounds = np.searchsorted(one[order], np.arange(len(names) + 1))
    for low, high in pairwise(bounds.tolist()):
        yield other[order[low:high]].tolist()


def choose(alike: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the nearest of like items, of each policy and of all so many as are wanted."""
    taken: Counter[str] = Counter()
    chosen: list[tuple[str, str]] = []
    for policy_id, anchor in alike:
        if taken[policy_id] < MOST:
            taken[policy_id] += 1
            chosen.append((policy_id, anchor))
        if len(chosen) == MOST_OF_ALL:
            break
    return tuple(chosen)


class Weights:
    """The weights of all items' pairs: in the order of the items, and, to find who shares one, in that of the pairs."""

    def __init__(self, counted: list[ItemCounts]) -> None:
        sizes = [size for policy in counted for size in policy.sizes]
        self.item_count = len(sizes)
        items = np.repeat(np.arange(self.item_count, dtype=np.int32), sizes)
        by_pair, words, spread = number_words(np.concatenate([policy.pairs for policy in counted]))
        is_told = (spread > 1) & (spread < self.item_count)
        rarity = np.zeros(len(spread))
        rarity[is_told] = np.log(self.item_count / spread[is_told])
        weights = (1 + np.log(np.concatenate([policy.counts for policy in counted]))) * rarity[words]
        lengths = np.sqrt(np.bincount(items, weights * weights, self.item_count))
        weights /= np.where(lengths > 0, lengths, 1)[items]
        # what is compared: the pairs that neither one item alone has nor too many
        kept = (is_told & (spread <= MOST_HOLDERS))[words]
        self.words, self.weights = words[kept], weights[kept]
        self.bounds = np.concatenate([[0], np.cumsum(np.bincount(items[kept], minlength=self.item_count))])
        by_pair = by_pair[kept[by_pair]]
        self.holders, self.holder_weights = items[by_pair].astype(np.int64), weights[by_pair]
        ends = np.cumsum(np.bincount(self.words, minlength=len(spread)))
        # for each pair of an item, where its holders after that item begin, and how many they are
        self.later = np.empty(len(self.words), np.int64)
        self.later[(np.cumsum(kept) - 1)[by_pair]] = np.arange(1, len(by_pair) + 1)
        self.later_count = ends[self.words] - self.later

    def alike(self) -> Iterator[tuple[int, Integers, Floats]]:
        """Yield, for each item, the items after it that are like it, and how like they are."""
        for index in range(self.item_count):
            own = slice(self.bounds[index], self.bounds[index + 1])
            count = self.later_count[own]
            ends = np.cumsum(count)
            places = np.arange(ends[-1] if len(ends) else 0)
            places += np.repeat(self.later[own] - (ends - count), count)
            shared = np.repeat(self.weights[own], count) * self.holder_weights[places]
            likeness = np.bincount(self.holders[places], shared).astype(np.float64)
            others = np.flatnonzero(likeness >= LIKENESS)
            yield index, others, likeness[others]


def number_words(all_pairs: Integers) -> tuple[Integers, NDArray[np.int32], Integers]:
    """Return the order that brings equal pairs together, the number of each one's word, and how many have each word."""
    by_pair = np.argsort(all_pairs, kind="stable")
    ordered = all_pairs[by_pair]
    is_new = np.concatenate([[True], ordered[1:] != ordered[:-1]])[: len(ordered)]
    words = np.empty(len(ordered), np.int32)
    words[by_pair] = np.cumsum(is_new) - 1
    return by_pair, words, np.bincount(words)
