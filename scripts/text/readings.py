"""Characters of a text → those that Simplified Chinese writes, by words where words decide.

Nearly every Traditional character has one Simplified form. `READINGS` has those that have two, and those that stand
in Simplified texts themselves: 乾 is 干 in 乾旱 and 乾 in 乾隆, 著 is 着 in 沿著 and 著 in 显著. For these the words
around decide: OpenCC's phrases, and jieba's dictionary of Simplified words, where a reading that is ten times rarer
than another at the same place is none (it has 乾旱 too, three times). Where words speak for several readings, or for
none and no reading is the usual one, the character stays, and what it could be is said.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from math import log
from typing import NamedTuple

import numpy as np
import opencc
from numpy.typing import NDArray

from scripts.text.characters import code_points, simplified_forms, windows
from scripts.text.dictionary import LONGEST, WORDS, likelihood
from scripts.text.standard import other_points, plain_forms, standard_characters, variants

READINGS = {
    "著": ("着", "著"),
    "瞭": ("了", "瞭"),
    "乾": ("", "干乾"),
    "藉": ("", "借藉"),
    "覆": ("覆", "复"),
    "徵": ("征", "徵"),
    "畫": ("", "画划"),
    "昇": ("", "升昇"),
    "甦": ("", "苏甦"),
    "甯": ("", "宁甯"),
    "祇": ("", "只祇"),
    "祗": ("祗", "只"),
    "哩": ("哩", "里"),
    "薰": ("薰", "熏"),
    "夥": ("伙", "夥"),
    "鍊": ("炼", "链"),
    "鉅": ("巨", "钜"),
    "馀": ("", "余"),
    "擕": ("携", ""),
    "堿": ("碱", ""),
    "伕": ("夫", ""),
    "揹": ("背", ""),
}
"""Characters that words decide: the usual reading, without words (empty: none), and the others.

馀 is outside the 通用规范汉字表, which writes 余 for 餘; the last four are forms that the list of 1955 gave up."""
SETTLED = {"瞭望": "瞭望", "执著": "执着", "昭著": "昭著"}
"""Words of which the dictionary has both forms, as the 现代汉语词典 has them."""
RARER = 10
"""A word that the dictionary has so many times more often than another reading of it leaves that no say."""
CONTEXT = 5
"""So many characters at each side are cut into words where several readings make words."""
SIDES = [(left, length - left - 1) for length in range(2, LONGEST + 1) for left in reversed(range(length))]
"""How many characters of a word stand before a place, and how many behind it, for short words first."""
MARGIN = log(10)
"""By so much must one reading be likelier than all others, to be certain, and than that of a phrase, to be taken."""


class Reading(NamedTuple):
    """A character that Simplified Chinese may write otherwise, at its place in a text."""

    place: int
    written: str
    """How it is to be written: as it is where nothing is certain."""
    others: str = ""
    """What it could be besides, where that is not certain; itself where nothing is known of it."""


def find_readings(text: str) -> Iterator[Reading]:
    """Yield the characters of a text that are to be written otherwise, or of which that is not certain.

    >>> list(find_readings("乾旱乾隆王乾"))
    [Reading(place=0, written='干', others=''), Reading(place=5, written='乾', others='干')]
    """
    doubtful = doubtful_points()
    if any(doubtful[points].any() for _, points in windows(text)):
        reader, forms = Reader(text), plain_forms()
        for start, points in windows(text):
            phrased = code_points(reader.phrased[start : start + len(points)])
            plain = code_points(reader.plain[start : start + len(points)])
            is_hard = hard_points()[points] | (phrased != plain)
            places = np.flatnonzero(doubtful[points] | is_hard)
            for place, asks in zip((places + start).tolist(), is_hard[places].tolist(), strict=True):
                reading = reader.read(place) if asks else Reading(place, forms[text[place]])
                if reading.written != text[place] or reading.others:
                    yield reading


def simplified(text: str) -> str:
    """Return a text with all that is certain in Simplified characters, one for one.

    >>> simplified("水庫計畫審查辦法")
    '水库计划审查办法'
    """
    written, end = [], 0
    for place, char, _ in find_readings(text):
        written += [text[end:place], char]
        end = place + 1
    return "".join([*written, text[end:]])


@cache
def doubtful_points() -> NDArray[np.bool_]:
    """Return, for every code point that there is, whether Simplified Chinese may write its character otherwise."""
    table = other_points().copy()
    table[[ord(char) for char in (*plain_forms(), *READINGS)]] = True
    return table


@cache
def hard_points() -> NDArray[np.bool_]:
    """Return, for every code point that there is, whether words decide what its character is, or nothing does."""
    table = doubtful_points().copy()
    table[[ord(char) for char in plain_forms().keys() - READINGS.keys()]] = False
    return table


@cache
def usual_readings() -> dict[int, str]:
    """Return, for `str.translate`, what each character is without the words around it."""
    usual = plain_forms() | {char: reading for char, (reading, _) in READINGS.items() if reading}
    return {ord(char): reading for char, reading in usual.items()}


@cache
def converter() -> opencc.OpenCC:
    """Return OpenCC, which takes a while to begin."""
    return opencc.OpenCC("t2s")


class Reader:
    """A text, and the words around each of its characters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = text.translate(usual_readings())
        phrased = converter().convert(text)
        self.phrased: str = phrased if len(phrased) == len(text) else self.plain
        """The text as OpenCC's phrases have it."""

    def read(self, place: int) -> Reading:
        """Return what the character at a place is, and what it could be besides."""
        before, after = self.plain[max(place - CONTEXT, 0) : place], self.plain[place + 1 : place + CONTEXT + 1]
        return Reading(place, *decide(before, self.text[place], after, self.phrased[place]))


@lru_cache(maxsize=1 << 14)
def decide(before: str, char: str, after: str, phrased: str) -> tuple[str, str]:
    """Return how a character is to be written between these words, and what it could be besides.

    `phrased` is what it is by OpenCC's phrases.
    """
    if char not in READINGS and (char in plain_forms() or char in standard_characters()):
        form = plain_forms().get(char, char)
        return (phrased if has_phrase(before, char, after, phrased, form) else form), ""
    usual, others = READINGS.get(char, ("", variants().get(char, "")))
    found = weigh(before, char, after, usual + others)
    if has_phrase(before, char, after, phrased, found if len(found) == 1 else char):
        return phrased, ""
    if len(found) == 1 or (usual and (not found or (usual in found and usual == plain_forms().get(char)))):
        return (found if len(found) == 1 else usual), ""
    doubtful = "".join(reading for reading in found or usual + others if reading != char)
    return char, doubtful or char


def has_phrase(before: str, char: str, after: str, phrased: str, other: str) -> bool:
    """Whether a phrase decides what a character is, and no other reading: in 基於單方 there is no 於單, a name."""
    if phrased == simplified_forms().get(char, char):
        return False
    return likelihood(before + phrased + after) > likelihood(before + other + after) - MARGIN


def weigh(before: str, char: str, after: str, readings: str) -> str:
    """Return the readings that make words with what stands beside them; where several do, the much likelier one."""
    found = find_words(before, char, after, readings)
    if len(found) < 2:
        return found
    likely = {reading: likelihood(before + reading + after) for reading in found}
    most_likely = max(likely.values())
    return "".join(reading for reading, value in likely.items() if value > most_likely - MARGIN)


def find_words(before: str, char: str, after: str, readings: str) -> str:
    """Return the readings that make words, without those of which a word is far rarer than another of its place."""
    WORDS.know(readings)
    found, rare = set[str](), list[tuple[str, int, int]]()
    for left, right in SIDES:
        if left > len(before) or right > len(after):
            continue
        head, tail = before[len(before) - left :], after[:right]
        if settled := SETTLED.get(head + char + tail):
            return settled[left]
        counts = [WORDS.frequencies.get(head + reading + tail, 0) for reading in readings]
        most = max(counts, default=0)
        if not most:
            continue
        for reading, count in zip(readings, counts, strict=True):
            if not count or any(r == reading and low <= left and high <= right for r, low, high in rare):
                continue
            if count * RARER > most:
                found.add(reading)
            else:
                rare.append((reading, left, right))
    return "".join(reading for reading in readings if reading in found)
