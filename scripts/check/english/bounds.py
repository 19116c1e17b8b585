"""A number that is a least or a most in Chinese is one in English, at the number itself."""

import re
from collections.abc import Iterator
from decimal import Decimal

from scripts.check.english.numbers import ENGLISH_PATTERN, ENGLISH_SIZES, clean
from scripts.check.english.parts import Pair, divide
from scripts.text.numerals import MAGNITUDES

# 97%以上, 200家以上, 不低于0.3; not 3A级以上
LEAST_PATTERN = re.compile(
    r"(?<![\dA-Za-z.])(?P<after>\d[\d,]*(?:\.\d+)?)(?P<size>[百千]?[万亿])?[^\d，。；、A-Z级（）]{0,5}?(?<![模额级])以上|"
    r"(?:不低于|不少于|至少)(?P<before>\d[\d,]*(?:\.\d+)?)(?P<size2>[百千]?[万亿])?"
)
BOUND_PATTERN = re.compile(
    r"at least|more than|over|above|no (?:less|fewer)|not less|exceed\w*|or (?:more|above|higher|over|better)",
    re.IGNORECASE,
)
BEFORE, AFTER = 30, 60
"""So many characters before and behind a number may the words of its bound stand."""


def check_bounds(pair: Pair) -> Iterator[str]:
    """Every number with 以上, 不低于 or 不少于 has at least, over or the like beside it."""
    for zh, en in divide(pair):
        for match in LEAST_PATTERN.finditer(zh):
            written, size = match["after"] or match["before"], match["size"] or match["size2"] or ""
            value = clean(Decimal(written.replace(",", "")) * MAGNITUDES.get(size, 1))
            around = [text for number, text in numbers_with_words(en) if number == value]
            if around and not any(BOUND_PATTERN.search(text) for text in around):
                yield f"{match[0]} is a least value, its English “{around[0]}” says no bound; write at least"


def numbers_with_words(english: str) -> Iterator[tuple[Decimal, str]]:
    """Yield the numbers of an English text, each with the words around it."""
    for match in ENGLISH_PATTERN.finditer(english):
        size = ENGLISH_SIZES.get((match["size"] or "").lower(), 1)
        words = english[max(0, match.start() - BEFORE) : match.end() + AFTER]
        yield clean(Decimal(match["value"].replace(",", "")) * size), words
