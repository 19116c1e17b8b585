"""A paragraph → its sentences, and those of its translation that say the same.

1. A sentence ends with its full stop, question or exclamation mark and whatever closes behind it.
2. Where a paragraph and its translation have as many sentences, they answer each other one by one.
3. Elsewhere the way through both is taken on which numbers and lengths agree best; a sentence may answer up to three.
"""

import re
from functools import cache

from scripts.text.spans import Span

# 质量第一。 or 提出“质量第一。” or what stands behind the last of them
CHINESE_PATTERN = re.compile("[^。！？]*[。！？]+[”’）》〕]*|[^。！？]+$")
# a stop before a blank and a capital, an opening sign or a number; not that of No. 5, of a letter or of a list's number
ENGLISH_END_PATTERN = re.compile(r"(?<!\bNo)(?<!\b[A-Z])(?<!^\d)(?<!^\d\d)[.!?][”’)]*(?= +[A-Z“‘(\d])")
NUMBER_PATTERN = re.compile(r"\d+(?:\.\d+)?")
BEADS = ((1, 1), (1, 2), (2, 1), (1, 3), (2, 2), (3, 1))
"""So many sentences may answer so many; of ways that fit alike, that of the fewest is taken."""
UNEQUAL = 0.2
"""What each sentence more than one costs, against a difference in length as part of the whole."""


def chinese_sentences(text: str) -> list[Span]:
    """Return the spans of a Chinese paragraph's sentences; they tile it.

    >>> chinese_sentences("质量第一。办好“质量月。”")
    [(0, 5), (5, 13)]
    """
    return [match.span() for match in CHINESE_PATTERN.finditer(text)]


def english_sentences(text: str) -> list[Span]:
    """Return the spans of an English paragraph's sentences, without the blanks between.

    >>> english_sentences("Quality first. Document No. 5 holds.")
    [(0, 14), (15, 36)]
    """
    found, start = [], 0
    for match in ENGLISH_END_PATTERN.finditer(text):
        found.append((start, match.end()))
        start = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip(" "))
    return [*found, (start, len(text))] if start < len(text) else found


def align_sentences(chinese: str, english: str) -> list[tuple[Span, Span]]:
    """Return every sentence of a Chinese paragraph with the span of the English that says the same."""
    left, right = chinese_sentences(chinese), english_sentences(english)
    if len(left) == len(right):
        return list(zip(left, right, strict=True))
    if not left or not right:
        return [(span, (0, len(english))) for span in left]
    ratio = len(english) / len(chinese)

    def cost(i: int, j: int, size: tuple[int, int]) -> float:
        """Return how ill so many sentences from these on answer each other."""
        zh = chinese[left[i][0] : left[i + size[0] - 1][1]]
        en = english[right[j][0] : right[j + size[1] - 1][1]]
        lost = set(NUMBER_PATTERN.findall(zh)) - set(NUMBER_PATTERN.findall(en))
        return abs(len(en) - ratio * len(zh)) / len(english) + (UNEQUAL * (sum(size) - 2) + len(lost)) / len(left)

    @cache
    def best(i: int, j: int) -> tuple[float, tuple[Span, ...]]:
        """Return the cheapest way from these sentences to the end, and what it costs."""
        if (i, j) == (len(left), len(right)):
            return 0.0, ()
        ways: list[tuple[float, tuple[Span, ...]]] = [(float("inf"), ())]
        for size in BEADS:
            if i + size[0] <= len(left) and j + size[1] <= len(right):
                rest, beads = best(i + size[0], j + size[1])
                ways.append((cost(i, j, size) + rest, (size, *beads)))
        return min(ways, key=lambda way: way[0])

    return spread(best(0, 0)[1], left, right) or [(span, (0, len(english))) for span in left]


def spread(beads: tuple[tuple[int, int], ...], left: list[Span], right: list[Span]) -> list[tuple[Span, Span]]:
    """Return every Chinese sentence with all the English of its bead."""
    pairs, i, j = [], 0, 0
    for size in beads:
        span = (right[j][0], right[j + size[1] - 1][1])
        pairs += [(left[k], span) for k in range(i, i + size[0])]
        i, j = i + size[0], j + size[1]
    return pairs
