"""Words of Simplified Chinese and how often its texts have them, after jieba's dictionary.

As a whole it takes longer to load than a text to read: so single words are looked up in the sorted file, and of
characters of which many are asked, all words are taken from it at once.
"""

import importlib.util
from functools import cache
from math import log
from pathlib import Path

from scripts.text.characters import CharacterClass

LONGEST = 4
"""Of so many characters is the longest word that is looked up; the short ones decide as much."""
TOTAL = 60_101_967
"""So often its words stand in the texts from which the dictionary was made."""
UNCOUNTED, SELDOM = 3, 0.05
"""Words that were never counted have this frequency there, and are taken for so much rarer."""
READING, MOST_ASKED = 500, 10_000
"""One reading of the file takes as long as looking up so many words; from so many on it is quicker to take all."""
FIRST = "\n一"
"""From here on the file is sorted by code points."""


@cache
def dictionary_text() -> str:
    """Return jieba's dictionary: on each line a word, its frequency and its kind, with blanks between."""
    package = importlib.util.find_spec("jieba")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("jieba is not installed")
    return "\n" + Path(package.origin).with_name("dict.txt").read_text(encoding="utf-8")


@cache
def first_place() -> int:
    """Return where the sorted part of the file begins."""
    return dictionary_text().index(FIRST)


def likelihood(text: str) -> float:
    """Return how likely a short text is, as the best row of words of which it may consist: a logarithm.

    >>> likelihood("沿着名山") > likelihood("沿著名山")
    True
    """
    best = [0.0]
    for end in range(1, len(text) + 1):
        starts = range(max(end - LONGEST, 0), end)
        counts = [(start, WORDS.frequency(text[start:end])) for start in starts]
        found = [
            (start, count if count > UNCOUNTED else SELDOM) for start, count in counts if count or start == end - 1
        ]
        best.append(max(best[start] + log(count / TOTAL) for start, count in found))
    return best[-1]


class Words:
    """Words of the dictionary, taken from it when they are first asked for, and all of them once many were."""

    def __init__(self) -> None:
        self.frequencies = dict[str, int]()
        """Of the words that were taken, and of those that were looked up and are none."""
        self.known = set[str]()
        """The characters of which all words are here."""
        self.asked = 0
        """So many words were looked up, a reading of the file counted as many."""
        self.has_all = False

    def frequency(self, word: str) -> int:
        """Return how often a word of Han characters was met, 0 for one that the dictionary does not have.

        >>> WORDS.frequency("沿着") > 100, WORDS.frequency("干安")
        (True, 0)
        """
        found = self.frequencies.get(word)
        if found is None:
            self.count(1)
            found = 0 if self.has_all else look_up(word)
            self.frequencies[word] = found
        return found

    def know(self, characters: str) -> None:
        """Take all words of 2 to `LONGEST` characters in which one of these stands."""
        if self.has_all or not (new := set(characters) - self.known):
            return
        self.known |= new
        self.count(READING)
        text = dictionary_text()
        for start, _ in CharacterClass("".join(sorted(new))).find_runs("" if self.has_all else text):
            first = text.rfind("\n", 0, start) + 1
            word, number, _ = text[first : text.find("\n", start)].split(" ", 2)
            if 1 < len(word) <= LONGEST:
                self.frequencies[word] = int(number)

    def count(self, asked: int) -> None:
        """Note that so much was asked for; of what is asked often, take all."""
        self.asked += asked
        if self.asked > MOST_ASKED and not self.has_all:
            parts = dictionary_text().split()
            pairs = zip(parts[::3], parts[1::3], strict=True)
            self.frequencies |= {word: int(number) for word, number in pairs if len(word) <= LONGEST}
            self.has_all = True


WORDS = Words()


def look_up(word: str) -> int:
    """Return how often a word was met, found in the file by halves."""
    text, low = dictionary_text(), first_place()
    high = len(text) - 1
    while low < high:  # the word stands on a line that begins between the two
        start = text.rfind("\n", 0, (low + high) // 2 + 1) + 1
        found, number, _ = text[start : text.find("\n", start)].split(" ", 2)
        if found == word:
            return int(number)
        if found < word:
            low = text.find("\n", start)
        else:
            high = start - 1
    return 0
