"""Traditional characters that a machine made from Simplified ones → the Simplified ones.

Such texts were converted character by character (關於 beside 制造, 規范), so they go back character by character:
OpenCC's table, and one character that it rightly leaves alone because both scripts have it, 著.
"""

import re
from collections.abc import Iterator
from functools import cache

import opencc

from scripts.read.draft import Change
from scripts.vocabulary import Script

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f"
HAN_PATTERN = re.compile(f"[{HAN}]")
HANT_SHARE = 0.1
"""Share of Traditional among all Han characters from which on a text is taken for Traditional (the two of the
corpus have 0.33 and 0.34, the other three 0)."""
# 著力 向著 → 着; not 顯著 著名 名著
PARTICLE_PATTERN = re.compile(r"(?<![显顯卓昭名原专專论論编編译譯巨土])著(?![名作称稱述书書者录錄])")


def find_script(text: str) -> Script:
    """Return the script in which most of a text is written."""
    han = len(HAN_PATTERN.findall(text))
    table = simplified_table(text)
    changed = sum(1 for char in text if char in table)
    return Script.HANT if changed > HANT_SHARE * han else Script.HANS


def simplify(text: str) -> Iterator[Change]:
    """Yield the changes that make a Traditional text Simplified; none for a Simplified one.

    關於 → 关于, 著力 → 着力; 顯著 → 显著.
    """
    if find_script(text) is Script.HANS:
        return
    table = simplified_table(text)
    particles = {match.start() for match in PARTICLE_PATTERN.finditer(text)}
    for place, char in enumerate(text):
        if place in particles:
            yield Change(place, place + 1, "着")
        elif char in table:
            yield Change(place, place + 1, table[char])


def simplified_table(text: str) -> dict[str, str]:
    """Return, for each Traditional character of the text, its Simplified form."""
    return dict(simplified_pairs("".join(sorted(set(HAN_PATTERN.findall(text))))))


@cache
def simplified_pairs(characters: str) -> tuple[tuple[str, str], ...]:
    """Return those of the characters that OpenCC's character table changes, with what they become."""
    converted = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return tuple(
        (char, simplified)
        for char, simplified in zip(characters, converted, strict=True)
        if char != simplified
    )
