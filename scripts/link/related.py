"""Items → the items of other policies on the same matter, by the likeness of their words.

Words are pairs of neighbouring Han characters, which need no dictionary and give the same result everywhere; a pair
weighs more, the fewer items have it (TF-IDF), and two items are alike by the cosine of their weights.
"""

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from scripts.model.kinds import KINDS
from scripts.model.policy import Policy, Section
from scripts.text.characters import HAN

HAN_RUN_PATTERN = re.compile(f"[{HAN}]+")
MOST = 3
"""So many items of one other policy at most."""
LIKENESS = 0.14
"""Items less alike than this are on different matters. Chosen on the five policies: food and drugs of Jinan and Yantai
have 0.27, metrology 0.25; from 0.13 down, items share little but the words that every plan has."""
MOST_HOLDERS = 200
"""Words that more items have say little, and leaving them out keeps the time in proportion to the number of items."""
TITLE_WEIGHT = 3
"""A heading's words count so many times those of the text."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item with the weights of its words."""

    policy: str
    anchor: str
    weights: dict[str, float]


def find_related(policies: tuple[Policy, ...]) -> dict[str, dict[str, tuple[tuple[str, str], ...]]]:
    """Return, for each policy and item, the (policy, anchor) of like items of others, the nearest first."""
    items = weigh(policies)
    holders: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        for word in item.weights:
            holders[word].append(index)
    related: dict[str, dict[str, tuple[tuple[str, str], ...]]] = defaultdict(dict)
    for item in items:
        likeness: dict[int, float] = defaultdict(float)
        for word, weight in item.weights.items():
            for index in holders[word] if len(holders[word]) <= MOST_HOLDERS else ():
                likeness[index] += weight * items[index].weights[word]
        alike = [(-round(value, 6), items[i]) for i, value in likeness.items() if value >= LIKENESS]
        near = sorted(
            ((value, other) for value, other in alike if other.policy != item.policy),
            key=lambda pair: (pair[0], pair[1].policy, pair[1].anchor),
        )
        taken: Counter[str] = Counter()
        chosen = []
        for _, other in near:
            if taken[other.policy] < MOST:
                taken[other.policy] += 1
                chosen.append((other.policy, other.anchor))
        related[item.policy][item.anchor] = tuple(chosen)
    return related


def weigh(policies: tuple[Policy, ...]) -> list[Item]:
    """Return the items of all policies with the weights of their words, of length 1."""
    counted = [
        (policy.metadata.id, section.anchor, count_words(policy, section))
        for policy in policies
        if policy.metadata
        for section in policy.walk()
        if KINDS[section.kind].is_compared
    ]
    spread = Counter(word for _, _, words in counted for word in words)
    items = []
    for policy_id, anchor, words in counted:
        weights = {
            word: (1 + math.log(count)) * math.log(len(counted) / spread[word])
            for word, count in words.items()
            if 1 < spread[word] < len(counted)
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        items.append(
            Item(policy_id, anchor, {word: weight / length for word, weight in weights.items()} if length else {})
        )
    return items


def count_words(policy: Policy, section: Section) -> Counter[str]:
    """Return how often each pair of neighbouring Han characters stands in a section, its children included."""
    words = Counter(pairs(policy.text[section.start : section.end]))
    for pair in pairs(section.title):
        words[pair] += TITLE_WEIGHT - 1
    return words


def pairs(text: str) -> list[str]:
    """Return the pairs of neighbouring Han characters of a text, in its order."""
    return [run[i : i + 2] for run in HAN_RUN_PATTERN.findall(text) for i in range(len(run) - 1)]
