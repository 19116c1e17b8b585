"""Simplified Chinese → Traditional, as OpenCC writes it in the forms of Taiwan; the table by which pages do.

OpenCC goes by words: 发展 is 發展 and 理发 is 理髮. It takes the longest word that it knows from where it stands, and
so cuts 传统制造 into 传|统制|造; what goes wrong in our texts for that reason is put right here (`CORRECTIONS`).
Vocabulary stays: 软件 is 軟件, not 軟體.

The table has the form that each character has alone, and of the places where it takes another the shortest strings that
always have that form in these texts. Whoever replaces these strings, and all else by characters, gets the same as here
on every text that the table was made from.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import opencc

FORM = "s2tw"
"""OpenCC's name of what it is asked for. `zh-Hant` without a place means Taiwan's forms (CLDR, likely subtags)."""
CORRECTIONS = {
    "游仙": "游仙",  # a district of Mianyang; 遊 is to travel
    "余村": "余村",  # a village in Anji
    "制造": "製造",
    "市场准": "市場准",
    "准出": "准出",
    "征程": "征程",
    "换发": "換發",
    "内生发": "內生發",
    "写明了": "寫明了",
    "和面貌": "和面貌",
    "创获得": "創獲得",
    "改制为": "改制為",
    "停并转": "停併轉",
    "，并为": "，並為",
    "，并发": "，並發",
    "上复制": "上複製",
    "副本里": "副本裡",
    "文本里": "文本裡",
    "控采": "控採",
    "网布局": "網佈局",
    "一干多": "一幹多",
    "规范公": "規範公",
    "文采用": "文採用",
    "是只": "是只",
}
"""Strings that OpenCC cuts wrongly in texts of the archive, as they should be."""
LONGEST = 12
# 一、总体要求 in a line of Markdown
HAN_PATTERN = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Table:
    """How texts become Traditional."""

    characters: dict[str, str]
    """Each character that has another form, with the one that it has alone."""
    words: dict[str, str]
    """Strings in which a character has another form than that."""

    def convert(self, text: str) -> str:
        """Return a text as a page writes it (docs/assets/javascripts/page/traditional.js)."""
        found = [self.characters.get(char, char) for char in text]
        for length in sorted({len(word) for word in self.words}):
            for place in range(len(text) - length + 1):
                word = self.words.get(text[place : place + length])
                if word:
                    found[place : place + length] = word
        return "".join(found)


@cache
def converter() -> opencc.OpenCC:
    """Return OpenCC, which takes a while to begin."""
    return opencc.OpenCC(FORM)


def to_traditional(text: str) -> str:
    """Return a text in Traditional characters, as long as it was.

    >>> to_traditional("游仙区传统制造业")
    '游仙區傳統製造業'
    """
    written: str = converter().convert(text)
    if len(written) != len(text):
        raise ValueError(f"OpenCC's {FORM} changed a text's length")
    for wrong, right in CORRECTIONS.items():
        start = text.find(wrong)
        while start >= 0:
            written = written[:start] + right + written[start + len(right) :]
            start = text.find(wrong, start + 1)
    return written


def make_table(texts: Iterable[str]) -> Table:
    """Return the table that converts every one of these texts as `to_traditional` does."""
    pairs = [(text, to_traditional(text)) for text in sorted(set(texts))]
    forms = {char: to_traditional(char) for char in set().union(*texts)}
    doubtful = {
        char for text, written in pairs for char, form in zip(text, written, strict=True) if form != forms[char]
    }
    words = find_words(pairs, forms, doubtful)
    characters = {char: form for char, form in sorted(forms.items()) if char != form}
    return Table(characters, words)


def find_words(pairs: list[tuple[str, str]], forms: dict[str, str], doubtful: set[str]) -> dict[str, str]:
    """Return strings that hold every place where a character has another form than alone."""
    rare = [
        (text, written, place)
        for text, written in pairs
        for place, char in enumerate(text)
        if char in doubtful and written[place] != forms[char]
    ]
    words: dict[str, str] = {}
    for length in range(2, LONGEST + 1):
        if not rare:
            break
        steady = steady_strings(pairs, doubtful, length)
        left = []
        for text, written, place in rare:
            windows = [text[start : start + length] for start in starts(text, place, length)]
            found = [window for window in windows if window in steady]
            if found:
                best = max(found, key=lambda window: (window in words, steady[window][1], window))
                words[best] = steady[best][0]
            else:
                left.append((text, written, place))
        rare = left
    words |= {
        text: written for text, written, _ in rare
    }  # a text of few characters, part of others: the longer string wins
    return dict(sorted(words.items()))


def starts(text: str, place: int, length: int) -> range:
    """Return where strings of a length start that hold a place of a text."""
    return range(max(0, place - length + 1), min(place, len(text) - length) + 1)


def steady_strings(pairs: list[tuple[str, str]], doubtful: set[str], length: int) -> dict[str, tuple[str, int]]:
    """Return each string of a length, with a doubtful character, that is always written alike: how, and how often."""
    found: dict[str, tuple[str, int]] = {}
    unsteady = set()
    for text, written in pairs:
        for start in {start for place in places_of(text, doubtful) for start in starts(text, place, length)}:
            window, form = text[start : start + length], written[start : start + length]
            known = found.setdefault(window, (form, 0))
            if known[0] != form:
                unsteady.add(window)
            found[window] = (known[0], known[1] + 1)
    return {window: value for window, value in found.items() if window not in unsteady}


def places_of(text: str, characters: set[str]) -> Iterator[int]:
    """Yield where one of some characters stands in a text."""
    return (place for place, char in enumerate(text) if char in characters)
