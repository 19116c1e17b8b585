"""Runs of *, □ or █ that hide a word, and lost characters → what the archive has between the same words.

A mask has one sign for each character, or three, one for each byte of UTF-8. What is masked once is masked everywhere:
a word that the text has elsewhere is none of those.
"""

import re
from collections.abc import Iterator
from itertools import islice
from math import log
from typing import NamedTuple

from scripts.text.characters import HAN, HAN_PATTERN
from scripts.text.damage.finding import LOST, MASK, Finding
from scripts.text.damage.words import Words, plain

# *********, □□, ＊＊＊, ██
MASK_PATTERN = re.compile(r"[*＊]{2,}|[×□■]{2,}|[\u2580-\u259f]+")
# �, a private-use character; not at the beginning of a line, where it is a list's sign
LOST_PATTERN = re.compile(rf"(?<=[{HAN}，。、；：“《（])(?:\ufffd{{1,3}}|[\ue000-\uf8ff])(?=[{HAN}，。、；：”》）])")
LONGEST_MASKED, BYTES = 8, 3
REACH, FEWEST_SAME, FEWEST_HAN = 8, 3, 2
"""So many characters on either side are compared; so many have to be the same, and so many of these no marks."""
KNOWN = 4
"""What a word counts that another mask of the text stands for."""
RANKED, SHOWN = 12, 4
MOST_PLACES = 100
"""So many places of a kind are looked at in a text; the others are told without a reading."""


class Masked(NamedTuple):
    """A word that a mask may stand for."""

    same: int
    """How many characters on either side are the same."""
    word: str
    seen: str
    """Where it stands in another text."""


NONE = Masked(0, "", "")


def find_masked(text: str, words: Words) -> Iterator[Finding]:
    """Yield each mask of a text with the word that stands between the same words elsewhere.

    >>> words = Words((), ("建设国家级示范区",))
    >>> [found.after for found in find_masked("创建*********示范区", words)]
    ['国家级']
    """
    solved = set[str]()
    for match in islice(MASK_PATTERN.finditer(text), MOST_PLACES):
        signs = len(match[0])
        lengths = {
            length for length in (signs, signs // BYTES if signs % BYTES == 0 else 0) if 1 <= length <= LONGEST_MASKED
        }
        left, right = plain(text[max(0, match.start() - REACH) : match.start()]), plain(text[match.end() :][:REACH])
        found: dict[str, Masked] = {}
        for masked in (one for length in sorted(lengths) for one in masked_words(left, right, length, words)):
            word = masked.word
            if word not in text and masked.same + KNOWN * (word in solved) > found.get(word, NONE).same:
                found[word] = masked._replace(same=masked.same + KNOWN * (word in solved))
        ranked = sorted(found.values(), key=lambda one: (-one.same, -len(one.word), one.word))
        if ranked and ranked[0].same >= FEWEST_SAME:
            best = ranked[0]
            solved.add(best.word)
            margin = float(best.same - ranked[1].same) if len(ranked) > 1 else None
            yield Finding(*match.span(), best.word, MASK, margin, best.seen)


def masked_words(left: str, right: str, length: int, words: Words) -> Iterator[Masked]:
    """Yield words of this length of the archive's texts, each with how much of what stands around it is the same."""
    for text in words.texts:
        for place in places_of(text, left[-2:], right[:2], length):
            word = text[place : place + length]
            if all(map(HAN_PATTERN.match, word)):
                before, after = text[max(0, place - REACH) : place], text[place + length :][:REACH]
                shared = left[len(left) - same_start(before[::-1], left[::-1]) :] + after[: same_start(after, right)]
                if len(HAN_PATTERN.findall(shared)) >= FEWEST_HAN:
                    yield Masked(len(shared), word, (before[-SHOWN:] + word + after[:SHOWN]).replace("\n", ""))


def places_of(text: str, left: str, right: str, length: int) -> Iterator[int]:
    """Yield where a word of a text may begin that stands behind the one or before the other."""
    for words, shift in ((left, len(left)), (right, -length)):
        place = text.find(words) if words else -1
        while place >= 0:
            if place + shift >= 0:
                yield place + shift
            place = text.find(words, place + 1)


def same_start(first: str, second: str) -> int:
    """Return how many characters two texts begin with together."""
    pairs = zip(first, second, strict=False)
    return next((index for index, (one, other) in enumerate(pairs) if one != other), min(len(first), len(second)))


def find_lost(text: str, words: Words) -> Iterator[Finding]:
    """Yield each lost character with the one that the words around it ask for.

    >>> words = Words((("质量", 50), ("明确", 50), ("分工", 50)), ("明确责任分工",))
    >>> [found.after for found in find_lost("明确责任�工。", words)]
    ['分']
    """
    for match in islice(LOST_PATTERN.finditer(text), MOST_PLACES):
        left, right = plain(text[max(0, match.start() - REACH) : match.start()]), plain(text[match.end() :][:REACH])
        left, right = left.rpartition("\n")[2], right.partition("\n")[0]
        ranked = sorted(words.han, key=lambda char: (-between(left, char, right, words), char))[:RANKED]
        scores = sorted(((words.score(left + char + right), char) for char in ranked), reverse=True)
        if len(scores) > 1 and scores[0][0] - scores[1][0] > log(2):
            margin = scores[0][0] - scores[1][0]
            char = scores[0][1]
            yield Finding(*match.span(), char, LOST, margin, f"{left[-2:]}{char}{right[:2]}")


def between(left: str, char: str, right: str, words: Words) -> float:
    """Return the logarithm of the chance of a character between two texts."""
    chances = [words.follow(left[-2:], char)]
    if right:
        chances.append(words.follow((left[-1:] + char)[-2:], right[0]))
    if len(right) > 1:
        chances.append(words.follow(char + right[0], right[1]))
    return sum(chances)
