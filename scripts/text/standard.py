"""Which characters Simplified Chinese is written with: the 通用规范汉字表 of 2013, and what stands for others.

`standard.txt` has its 8,105 characters in their order, a line each for the 3,500, 3,000 and 1,605 of its three levels,
after the field kTGH of the Unihan database 14.0. `variants.txt` has, for characters outside the table that encodings of
China, Taiwan and Hong Kong have and OpenCC leaves alone, those of the table that Unihan calls variants of them.
"""

from functools import cache
from pathlib import Path

import numpy as np
import opencc
from numpy.typing import NDArray

from scripts.text.characters import HAN_RANGES, simplified_forms

STANDARD = Path(__file__).with_name("standard.txt")
VARIANTS = Path(__file__).with_name("variants.txt")
REGIONAL = ("hk2s", "tw2s")
"""OpenCC's names of what turns forms of Hong Kong and Taiwan into Simplified ones."""


@cache
def standard_characters() -> frozenset[str]:
    """Return the characters of the table."""
    return frozenset(STANDARD.read_text(encoding="utf-8").replace("\n", ""))


@cache
def variants() -> dict[str, str]:
    """Return, for characters outside the table that have no form in it, those of the table that they may stand for."""
    return {line[0]: line[1:] for line in VARIANTS.read_text(encoding="utf-8").split()}


@cache
def plain_forms() -> dict[str, str]:
    """Return the Simplified form of every character that has one, forms of Hong Kong and Taiwan too: 衞 → 卫."""
    standard, known = standard_characters(), variants()
    forms = {char: plain for char, plain in simplified_forms().items() if plain in standard or char not in known}
    left = [chr(point) for low, high in HAN_RANGES[:2] for point in range(low, high) if chr(point) not in standard]
    left = [char for char in left if char not in known and forms.get(char, char) not in standard]
    for name in REGIONAL:
        written = opencc.OpenCC(name).convert("\n".join(left)).split("\n")
        forms |= {char: plain for char, plain in zip(left, written, strict=True) if plain in standard}
    return forms


@cache
def plain_table() -> dict[int, str]:
    """Return the Simplified forms for `str.translate`."""
    return {ord(char): form for char, form in plain_forms().items()}


@cache
def other_points() -> NDArray[np.bool_]:
    """Return, for every code point that there is, whether it is that of a Han character outside the table."""
    table = np.zeros(0x110000, np.bool_)
    for low, high in HAN_RANGES:
        table[low:high] = True
    table[[ord(char) for char in standard_characters()]] = False
    return table
