"""Which sections hold a string: a plain scan of the texts, with nothing of the project's own search in it.

Chinese holds a string when the string stands in one of the section's titles or passages, both without spaces and
punctuation, Simplified, in half width and small letters. English holds words when they stand there one after the other
within a sentence. Sets of sections are numbers, bit n for the nth section.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import takewhile

import opencc

from scripts.write.search.collections import Collection
from tests.bench_search.corpora import Corpus, units

TO_SIMPLIFIED = opencc.OpenCC("t2s")
# the space in “… quality. It …”
SENTENCE_PATTERN = re.compile(r"(?<=[.;:!?])\s+")
ENDINGS = ("", "s", "es", "d", "ed", "ing")
DOUBLED = tuple("bdglmnprt")
"""Consonants that are doubled before an ending: control, controlling."""


class Plain(dict[int, str]):
    """For `str.translate`: each character as it is compared."""

    def __missing__(self, point: int) -> str:
        """Work out and keep a character's plain form."""
        chars = TO_SIMPLIFIED.convert(unicodedata.normalize("NFKC", chr(point)).lower())
        self[point] = "".join(char for char in chars if unicodedata.category(char)[0] not in "PZC")
        return self[point]


PLAIN = Plain()


def plain(text: str) -> str:
    """Return a Chinese text as it is compared."""
    return text.translate(PLAIN)


def small(text: str) -> str:
    """Return an English text as it is compared."""
    return text.lower().replace("’", "'")


@cache
def exact_pattern(words: str) -> re.Pattern[str]:
    """Return the pattern of words that stand one after the other as they are."""
    return row_pattern(re.escape(word) for word in words.split())


@cache
def inflected_pattern(words: str) -> re.Pattern[str]:
    """Return the same, each word in any of its inflections."""
    return row_pattern("(?:" + "|".join(map(re.escape, sorted(inflections(word)))) + ")" for word in words.split())


def row_pattern(parts: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of a row of whole words within a sentence."""
    return re.compile(r"(?<![a-z0-9])" + r"[^a-z0-9.;:!?]+".join(parts) + r"(?![a-z0-9])")


def inflections(word: str) -> set[str]:
    """Return the forms of a word that the table of endings gives, its possessive too.

    >>> sorted(inflections("study")) == ["studied", "studies", "study", "study's", "studyd", "studyed", "studyes",
    ... "studying", "studys"]
    True
    """
    bases = {word, *(word.removesuffix(ending) for ending in ENDINGS if len(word) - len(ending) >= 3)}
    bases |= {base + "e" for base in bases if base != word} | {word[:-3] + "y" for _ in [0] if word.endswith("ies")}
    bases |= {base[:-1] for base in bases if base[-2:-1] == base[-1:] and base.endswith(DOUBLED)}
    forms = {base + ending for base in bases for ending in ENDINGS} | {word + "'s"}
    forms |= {base[:-1] + ending for base in bases if base.endswith("y") for ending in ("ies", "ied")}
    forms |= {base + base[-1] + ending for base in bases if base.endswith(DOUBLED) for ending in ("ed", "ing")}
    return forms | {base[:-1] + "ing" for base in bases if base.endswith("e")}


@cache
def stem(word: str) -> str:
    """Return what all inflections of a word begin with."""
    columns = takewhile(lambda letters: len(set(letters)) == 1, zip(*inflections(word), strict=False))
    return "".join(letters[0] for letters in columns)


class Scan:
    """The sections of a corpus, and which of them hold each string."""

    def __init__(self, corpus: Corpus, chinese: Sequence[str], english: Sequence[str]) -> None:
        self.corpus = corpus
        self.starts: list[int] = []
        """For each policy the number of its first section."""
        self.characters = self.count = 0
        self.chinese, self.english = list(dict.fromkeys(chinese)), list(dict.fromkeys(english))
        self.hits: list[list[int]] = [[] for _ in (*self.chinese, *self.english, *self.english)]
        """Of each Chinese string, each English one as it is, and each English one in any inflection."""
        self.sentence_hits = cache(self.english_hits)
        for policy in corpus.policies():
            self.add(policy)
        masks = [mask_of(hits, self.count) for hits in self.hits]
        exact = len(self.chinese) + len(self.english)
        self.masks = dict(zip((*self.chinese, *self.english), masks[:exact], strict=True))
        """The sections that hold a string as it is."""
        self.inflected = dict(zip(self.english, masks[exact:], strict=True))
        """The sections that hold English words in any inflection."""

    def add(self, policy: Collection) -> None:
        """Scan a policy."""
        first = self.count
        self.starts.append(first)
        self.count += len(policy.sections)
        bounds, parts, size = [], [], 0
        for number, section in enumerate(policy.sections, first):
            bounds.append(size)
            for text in units(section):
                self.characters += len(text.zh)
                parts.append(plain(text.zh))
                size += len(parts[-1]) + 1
            self.add_english(number, [text.en for text in units(section)])
        self.add_chinese("\n".join(parts), [*bounds, size], first)

    def add_chinese(self, joined: str, bounds: list[int], first: int) -> None:
        """Note the sections that hold each Chinese string; no string runs over the lines of `joined`."""
        for string, hits in zip(self.chinese, self.hits, strict=False):
            at = joined.find(string)
            while at >= 0:
                place = bisect_right(bounds, at)
                hits.append(first + place - 1)
                at = joined.find(string, bounds[place])

    def add_english(self, number: int, texts: list[str]) -> None:
        """Note which English strings a section holds; each sentence is looked at once."""
        found: set[int] = set()
        for text in texts:
            for sentence in SENTENCE_PATTERN.split(text):
                found.update(self.sentence_hits(sentence))
        for place in found:
            self.hits[len(self.chinese) + place].append(number)

    def english_hits(self, sentence: str) -> tuple[int, ...]:
        """Return the places of the English strings that stand in a sentence; behind them, of those inflected."""
        text, count = small(sentence), len(self.english)
        likely = [(n, string) for n, string in enumerate(self.english) if stem(string.split()[-1]) in text]
        exact = (n for n, string in likely if exact_pattern(string).search(text))
        return (*exact, *(count + n for n, string in likely if inflected_pattern(string).search(text)))


def mask_of(numbers: Iterable[int], count: int) -> int:
    """Return a set of sections as a number."""
    data = bytearray(count // 8 + 1)
    for number in numbers:
        data[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(data, "little")
