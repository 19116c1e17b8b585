"""A policy and the topics of the glossary → which of its places speak of which topic: proposed to the editor.

1. A place counts by how much of it is the words of a topic, those that stand in few places of the text the most.
2. Where the heading of a section has such a word, the section is named and nothing below it.
3. Else the paragraphs are named that say most of it.

Nothing is proposed where a word stands only in passing.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scripts.model.glossary import Topic
from scripts.model.policy import Policy, Section
from scripts.model.vocabulary import SectionKind

MOST = 5
"""So many places of a policy are named at most for a topic."""
SHARE = 0.55
"""A paragraph is named where it says at least so much of a topic as the one that says most."""
LEAST = 2.8
"""And where it says at least so much: two words that stand in many places, or one that stands in few."""
WHOLE = (SectionKind.BOX,)
"""Kinds of sections that are named as a whole; each row of a table counts as a paragraph."""


class Passage(NamedTuple):
    """A place that may be named."""

    anchor: str
    heading: str
    """Empty for a paragraph."""
    text: str
    end: int
    """Where it ends in the text."""
    start: int


def propose_topics(policy: Policy, topics: Mapping[str, Topic]) -> dict[str, tuple[str, ...]]:
    """Return for each topic the anchors of places that speak of it, in the order of the text; empty where none does."""
    passages = list(passages_of(policy))
    paragraphs = [passage for passage in passages if not passage.heading]
    weights = weigh(paragraphs, topics)
    words = {own: (*topic.words, topic.name.zh) for own, topic in topics.items()}
    return {own: tuple(find_places(passages, words[own], weights)) for own in topics}


def passages_of(policy: Policy) -> Iterator[Passage]:
    """Yield the sections that have a heading, and the paragraphs, in the order of the text."""
    plain = policy.plain
    for section in plain.walk():
        if section.kind is SectionKind.ROW:
            yield Passage(section.anchor, "", plain.text[section.start : section.end], section.end, section.start)
            continue
        if section.title or section.kind in WHOLE:
            yield Passage(
                section.anchor, section.title or section.label, own_text(plain, section), section.end, section.start
            )
        for block in section.blocks if section.kind is not SectionKind.TABLE else ():
            yield Passage(block.anchor, "", plain.text[block.start : block.end], block.end, block.start)


def own_text(policy: Policy, section: Section) -> str:
    """Return the heading of a section with its first paragraphs, of a table or box all of it."""
    end = section.end if section.kind in WHOLE else section.heading_end
    return policy.text[section.start : end]


def weigh(paragraphs: list[Passage], topics: Mapping[str, Topic]) -> dict[str, float]:
    """Return how much each word of the topics says: the fewer paragraphs have it, the more."""
    counts = Counter(
        word for topic in topics.values() for word in topic.words for each in paragraphs if word in each.text
    )
    return {word: 1 + math.log(max(len(paragraphs), 1) / count) / 2 for word, count in counts.items()}


def find_places(passages: list[Passage], words: tuple[str, ...], weights: Mapping[str, float]) -> Iterator[str]:
    """Yield the places that speak of what has these words."""
    titled = [each for each in passages if each.heading and any(word in each.heading for word in words)]
    named = [each for each in titled if not any(is_inside(each, other) for other in titled)]
    scored = [(score(each, words, weights), each) for each in passages if not each.heading]
    most = max((value for value, _ in scored), default=0.0)
    said = [
        (value, each)
        for value, each in scored
        if value >= max(LEAST, SHARE * most) and not any(is_inside(each, other) for other in named)
    ]
    room = max(MOST - len(named), 0)
    best = sorted(said, key=lambda row: (-row[0], row[1].start))[:room]
    chosen = [*named[:MOST], *(each for _, each in best)]
    yield from (each.anchor for each in sorted(chosen, key=lambda each: each.start))


def is_inside(inner: Passage, outer: Passage) -> bool:
    """Whether a place is part of another."""
    return inner is not outer and outer.start <= inner.start and inner.end <= outer.end


def score(passage: Passage, words: tuple[str, ...], weights: Mapping[str, float]) -> float:
    """Return how much a paragraph says of what has these words."""
    return sum(weights.get(word, 0.0) * min(passage.text.count(word), 2) for word in words if word in passage.text)
