"""The labels of lines: what number they print, and what they look like without it."""

import re
import unicodedata
from functools import lru_cache

from scripts.text.numerals import DIGITS, parse_numeral

SHAPELESS = ""
"""The style of what has one form of label only."""
SHAPES = (
    (re.compile("[0-9]+"), "1"),
    (re.compile("[A-Z]"), "A"),
    (re.compile("[a-z]"), "a"),
    (re.compile("[一二三四五六七八九十百千零〇]+"), "一"),
)
"""What stands for a number in a style."""
CIRCLES = "①"
MOST_DIGITS = 4
"""So many has the largest number that is written in numerals."""


@lru_cache(maxsize=1 << 12)
def read_number(written: str) -> int | None:
    """Return a printed number, in any of the ways in which labels print one; 0 for nothing, None where it is malformed.

    >>> read_number("１2"), read_number("十 二"), read_number("一〇三"), read_number("㈢"), read_number("C")
    (12, 12, 103, 3, 3)
    """
    written = written.replace(" ", "").replace("○", "〇")
    if not written:
        return 0
    if written.isdecimal():
        return int(written)
    if len(written) == 1 and written.isascii():
        return ord(written.lower()) - ord("a") + 1
    if len(written) == 1 and written not in DIGITS and unicodedata.numeric(written, None) is not None:
        return int(unicodedata.numeric(written))
    number = parse_numeral(written)
    return read_digits(written) if number is None else number


def read_digits(written: str) -> int | None:
    """Return the number of which every digit is printed, from two to four of them: 一〇三."""
    if len(written) > MOST_DIGITS:
        return None
    digits = [DIGITS.find(char) for char in written.replace("〇", "零")]
    if len(digits) < 2 or min(digits) < 0 or not digits[0]:
        return None
    return int("".join(map(str, digits)))


@lru_cache(maxsize=1 << 12)
def style_of(label: str) -> str:
    """Return what a label looks like without its number; full width, half width and one sign for all are the same.

    >>> style_of("（三）"), style_of("(十二)"), style_of("㈢"), style_of("3．"), style_of("3、"), style_of("③")
    ('(一)', '(一)', '(一)', '1.', '1、', '①')
    """
    if unicodedata.decomposition(label[0]).startswith("<circle>") or label[0] in "❶❷❸❹❺❻❼❽❾❿":
        return CIRCLES
    shape = unicodedata.normalize("NFKC", label).replace(" ", "").replace("。", ".")
    for pattern, sign in SHAPES:
        shape = pattern.sub(sign, shape)
    return shape if len(shape) < 3 else shape.removesuffix("、")
