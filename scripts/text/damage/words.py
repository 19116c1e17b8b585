"""What an archive's texts and a dictionary hold of words → how likely a run of Chinese characters is.

Two measures are added: how often each character follows the one before it, and the likeliest way to cut the run into
words. Digits count as one character, Latin letters as another, so that the words around a figure are what counts.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from math import log

from scripts.text.characters import HAN_RUN_PATTERN, simplified_forms

LONGEST_WORD = 8
DICTIONARY_WEIGHT = 0.004
"""So much of a pair in the archive's texts one in the dictionary counts, which counts millions."""
LONGEST_RUN, PAIR = 3, 2
"""So many characters are counted together."""
FLOOR = 0.0001
"""How often a character counts as seen that was never seen."""
MOST_FOLLOWERS = 400
"""So many characters that may follow one are looked at where nothing that is printed says which."""
UNKNOWN_WORD = 0.0001
# 、。 which no sentence has
DOUBLE_PATTERN, DOUBLE_MARK = re.compile("[，、；：。？！](?=[，、；：。？！])"), -8.0
FOLDED_PATTERN = re.compile(r"(?P<digit>[0-9])|(?P<letter>[A-Za-zＡ-Ｚａ-ｚ])")

FULL_WIDTH_MARKS = str.maketrans(",:;!?()", "，：；！？（）")
"""A crawl may have folded them to ASCII."""


class Words:
    """What is known of the words of an archive."""

    def __init__(self, dictionary: Iterable[tuple[str, int]], texts: Iterable[str]) -> None:
        self.rows = dictionary
        self.texts = tuple(plain(text).translate(FULL_WIDTH_MARKS) for text in texts)
        """What the archive's own texts say, in Simplified characters."""
        self.base: Words | None = None
        """What is known without the last text."""
        self.known: dict[str, float] = {}
        """What was asked before."""

    @cached_property
    def dictionary(self) -> dict[str, int]:
        """Words with how often they were seen; of Simplified characters."""
        return self.base.dictionary if self.base else dict(self.rows)

    @cached_property
    def runs(self) -> dict[str, float]:
        """How often characters stand, by themselves, two together and three together."""
        if self.base:
            return add_runs(self.base.runs.copy(), self.texts[-1:])
        runs: dict[str, float] = defaultdict(float)
        for word, count in self.dictionary.items():
            for length in range(1, LONGEST_RUN + 1):
                for place in range(len(word) - length + 1):
                    runs[word[place : place + length]] += count * DICTIONARY_WEIGHT
        return add_runs(runs, self.texts)

    @cached_property
    def word_counts(self) -> dict[str, float]:
        """How often words were seen, those in the archive's texts as they are cut by the dictionary alone."""
        if self.base:
            return add_words(self.base.word_counts.copy(), self.texts[-1:], self.dictionary)
        return add_words(
            {word: count * DICTIONARY_WEIGHT for word, count in self.dictionary.items()}, self.texts, self.dictionary
        )

    def with_text(self, text: str) -> "Words":
        """Return the same, with a text more."""
        more = Words((), (text,))
        more.base, more.texts = self, (*self.texts, *more.texts)
        return more

    @cached_property
    def total(self) -> float:
        """How many characters were seen."""
        return sum(count for run, count in self.runs.items() if len(run) == 1)

    @cached_property
    def word_total(self) -> float:
        """How many words were seen."""
        return sum(self.word_counts.values())

    @cached_property
    def han(self) -> list[str]:
        """The Han characters that were seen."""
        return sorted(run for run in self.runs if len(run) == 1 and HAN_RUN_PATTERN.match(run))

    @cached_property
    def kinds(self) -> dict[str, int]:
        """How many different characters were seen behind one, and behind two together."""
        return Counter(run[:-1] for run in self.runs)

    @cached_property
    def followers(self) -> dict[str, tuple[str, ...]]:
        """The characters that each was seen before, the most frequent first."""
        found: dict[str, list[tuple[float, str]]] = defaultdict(list)
        for pair, count in self.runs.items():
            if len(pair) == PAIR:
                found[pair[0]].append((-count, pair[1]))
        return {first: tuple(second for _, second in sorted(row)[:MOST_FOLLOWERS]) for first, row in found.items()}

    def knows(self, char: str) -> bool:
        """Whether a character was ever seen."""
        return char in self.runs

    def follow(self, before: str, char: str) -> float:
        """Return the logarithm of the chance that a character comes behind these two, or this one."""
        run = before + char
        if run not in self.known:
            self.known[run] = log(self.chance(before, char))
        return self.known[run]

    def chance(self, before: str, char: str) -> float:
        """Return the chance that a character comes behind others: that behind fewer, where these were seen little."""
        if not before:
            return max(self.runs.get(char, 0.0), FLOOR) / self.total
        seen, kinds = self.runs.get(before, 0.0), self.kinds.get(before, 1)
        return (self.runs.get(before + char, 0.0) + kinds * self.chance(before[1:], char)) / (seen + kinds)

    def score(self, text: str) -> float:
        """Return the logarithm of how likely a text is; its characters are Simplified ones."""
        folded = fold(text)
        follows = (self.follow(folded[max(0, place - 2) : place], folded[place]) for place in range(1, len(folded)))
        cuts = (cut(match[0], self.word_counts, self.word_total)[0] for match in HAN_RUN_PATTERN.finditer(text))
        signs = (log(self.runs.get(sign, 1.0) / self.word_total) for sign in HAN_RUN_PATTERN.sub("", folded))
        return sum(follows) + sum(cuts) + sum(signs) + DOUBLE_MARK * len(DOUBLE_PATTERN.findall(folded))


def add_runs(runs: dict[str, float], texts: Iterable[str]) -> dict[str, float]:
    """Return counts of characters together, with those of texts added."""
    for text in map(fold, texts):
        for length in range(1, LONGEST_RUN + 1):
            shifted = (text[place:] for place in range(length))
            for run, count in Counter(map("".join, zip(*shifted, strict=False))).items():
                runs[run] = runs.get(run, 0.0) + count
    return runs


def add_words(counts: dict[str, float], texts: Iterable[str], dictionary: Mapping[str, int]) -> dict[str, float]:
    """Return counts of words, with those of texts added, as the dictionary alone cuts them."""
    total = float(sum(dictionary.values())) or 1.0
    runs = Counter(match[0] for text in texts for match in HAN_RUN_PATTERN.finditer(text))
    for run, times in runs.items():
        for word in cut(run, dictionary, total)[1]:
            counts[word] = counts.get(word, 0.0) + times
    return counts


def cut(run: str, counts: Mapping[str, float], total: float) -> tuple[float, list[str]]:
    """Return the best way to cut a run of Han characters into words, and the logarithm of how likely it is."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(run) + 1):
        ways = []
        for start in range(max(0, end - LONGEST_WORD), end):
            word = run[start:end]
            count = counts.get(word, 0.0) if start < end - 1 else max(counts.get(word, 0.0), UNKNOWN_WORD)
            if count:
                ways.append((best[start][0] + log(count / total), start))
        best.append(max(ways))
    words, end = [], len(run)
    while end:
        words.append(run[best[end][1] : end])
        end = best[end][1]
    return best[-1][0], words[::-1]


def plain(text: str) -> str:
    """Return a text in Simplified characters, character by character."""
    return text.translate(plain_table())


@cache
def plain_table() -> dict[int, str]:
    """Return the Simplified form of each Traditional character, by code point."""
    return {ord(char): form for char, form in simplified_forms().items()}


def fold(text: str) -> str:
    """Return a text with one character for all digits and one for all letters.

    >>> fold("达到98%，A类")
    '达到00%，A类'
    """
    return FOLDED_PATTERN.sub(lambda match: "0" if match["digit"] else "A", text)
