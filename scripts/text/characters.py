"""Classes of characters that several stages need: Han characters, Chinese punctuation, Traditional → Simplified."""

import re
import sys
from collections.abc import Iterator
from functools import cache, cached_property

import numpy as np
import opencc
from numpy.typing import NDArray

RARE = "\U00020000-\U0003134f"
HAN = rf"\u3400-\u4dbf\u4e00-\u9fff{RARE}"
CJK_PUNCTUATION = "、。“”‘’《》〈〉〔〕【】「」『』—…·，：；！？（）"
CJK = f"{HAN}{CJK_PUNCTUATION}"
HAN_PATTERN = re.compile(f"[{HAN}]")
HAN_RUN_PATTERN = re.compile(f"[{HAN}]+")
CJK_PATTERN = re.compile(f"[{CJK}]")
# 创建“中国制造2025”国家级示范区, 三（二）: Chinese words in a text of another language
CHINESE_PATTERN = re.compile(f"((?:[{HAN}][{CJK}0-9.%]*)?[{HAN}][、。《》（）…]*)")
WINDOW = 1 << 15
"""So many characters are looked at together."""
LAST_COMMON = "\uffff"
CHARACTER_BITS = 21
"""A pair of characters is one number: the first one's code point before the second one's, of so many bits each."""
# " ", "\u2000-\u200a": a member of a class, or the ends of a range of them
MEMBER_PATTERN = re.compile("(.)(?:-(.))?", re.DOTALL)
HAN_RANGES = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x31350))
"""Where Unicode has the characters of `HAN`."""


def code_points(text: str) -> NDArray[np.uint32]:
    """Return the code points of a text.

    >>> code_points("质x").tolist()
    [36136, 120]
    """
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


class CharacterClass:
    """A class of characters, looked up in a table of all code points: in a text faster than a pattern's search."""

    def __init__(self, members: str) -> None:
        self.members = members
        """As a pattern has them between square brackets: characters, and ranges with a hyphen between their ends."""

    @cached_property
    def table(self) -> NDArray[np.bool_]:
        """Return, for every code point that there is, whether it is that of a member."""
        table = np.zeros(sys.maxunicode + 1, np.bool_)
        for first, last in MEMBER_PATTERN.findall(self.members):
            table[ord(first) : ord(last or first) + 1] = True
        return table

    def find_runs(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the runs of members begin and end, in the order of the text.

        >>> list(CharacterClass("0-9%").find_runs("98%和3个"))
        [(0, 3), (4, 5)]
        """
        first = -1  # where the run began that may go on
        for start, points in windows(text):
            is_member = np.zeros(len(points) + 2, np.bool_)
            is_member[1:-1] = self.table[points]
            is_member[0] = first >= 0
            is_member[-1] = is_member[-2]  # whether it ends here, the next window knows
            for edge in np.flatnonzero(is_member[1:] != is_member[:-1]).tolist():
                if first >= 0:
                    yield first, start + edge
                    first = -1
                else:
                    first = start + edge
        if first >= 0:
            yield first, len(text)


def windows(text: str) -> Iterator[tuple[int, NDArray[np.uint32]]]:
    """Yield a text's code points, window by window, each with its place: of the whole they are many times as large."""
    for start in range(0, len(text), WINDOW):
        yield start, code_points(text[start : start + WINDOW])


@cache
def simplified_forms() -> dict[str, str]:
    """Return the Simplified form of every Han character that OpenCC's character table changes.

    OpenCC is slow to begin and quick to convert, so it is asked once, about all of them.
    """
    characters = [chr(point) for low, high in HAN_RANGES for point in range(low, high)]
    converted = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return {char: plain for char, plain in zip(characters, converted, strict=True) if char != plain}


@cache
def traditional_points() -> NDArray[np.bool_]:
    """Return, for every code point that there is, whether it is that of a Traditional character."""
    table = np.zeros(sys.maxunicode + 1, np.bool_)
    table[[ord(char) for char in simplified_forms()]] = True
    return table


def find_traditional(text: str) -> Iterator[tuple[int, str]]:
    """Yield the place of every Traditional character of a text, with its Simplified form.

    >>> list(find_traditional("關於质量"))
    [(0, '关'), (1, '于')]
    """
    forms = simplified_forms()
    table = traditional_points()
    for start, points in windows(text):
        for place in np.flatnonzero(table[points]).tolist():
            yield start + place, forms[text[start + place]]


def count_traditional(text: str) -> int:
    """Return how many Traditional characters a text holds.

    >>> count_traditional("關於质量")
    2
    """
    table = traditional_points()
    return sum(int(table[points].sum()) for _, points in windows(text))


def count_han(text: str) -> int:
    """Return how many Han characters a text holds.

    >>> count_han("质量2025，提升")
    4
    """
    return sum(match.end() - match.start() for match in HAN_RUN_PATTERN.finditer(text))
