"""Headings numbered 1, 1.1, 1.1.1, of which each continues those before it: a figure looks the same by itself.

1总则 | 1.1目的 | 1.2范围 | 2机构 | 2.1指挥部 | 2.1.1成员 are headings; 1.5万亩 in a text without a 1.4 is none.
"""

import re
from collections.abc import Container
from itertools import islice
from typing import NamedTuple

# 2.1.1 成员, 2机构; not 2.1万亩, 98%, 2018年
DECIMAL_PATTERN = re.compile(
    r"^(?P<number>[1-9][0-9]?(?:[.．][1-9][0-9]?){0,5})[.．、]?[ \t\u3000]*"
    r"(?=[\u4e00-\u9fff“《A-Za-z])(?!万|亿|千|百|倍|元|米|公|吨|以上|以下|左右|至|个|平方|年|月|日|%)",
    re.MULTILINE,
)
POINT_PATTERN = re.compile("[.．]")
SHORT = 24
"""So long at most is what stands behind a single number."""
FEWEST = 2
"""So many of a text's headings have two numbers or more, or it has none of this kind."""
SENTENCE_MARKS = frozenset("。，；：、")


class Decimal(NamedTuple):
    """A heading of this kind."""

    start: int
    label_end: int
    path: tuple[int, ...]
    """Its numbers."""
    is_short: bool


def find_decimals(text: str, start: int, end: int, cells: Container[int] = ()) -> dict[int, Decimal]:
    """Return the headings in this span of a text that are numbered so, by where they begin; none is at a cell."""
    matches = [match for match in DECIMAL_PATTERN.finditer(text, start, end) if match.start() not in cells]
    deeper = (match for match in matches if POINT_PATTERN.search(match["number"]))
    if sum(1 for _ in islice(deeper, FEWEST)) < FEWEST:
        return {}
    candidates = [read_decimal(text, match) for match in matches]
    following = following_paths(candidates)
    found: dict[int, Decimal] = {}
    last: tuple[int, ...] = ()
    for candidate, after in zip(candidates, following, strict=True):
        if continues(candidate.path, last) and (len(candidate.path) > 1 or is_headed(candidate, after, bool(found))):
            found[candidate.start] = candidate
            last = candidate.path
    return found if sum(len(decimal.path) > 1 for decimal in found.values()) >= FEWEST else {}


def read_decimal(text: str, match: re.Match[str]) -> Decimal:
    """Return what may be a heading."""
    end = text.find("\n", match.end())
    words = text[match.end() : min(end if end >= 0 else len(text), match.end() + SHORT + 1)]
    path = tuple(int(number) for number in POINT_PATTERN.split(match["number"]))
    return Decimal(match.start(), match.end("number"), path, len(words) <= SHORT and SENTENCE_MARKS.isdisjoint(words))


def following_paths(candidates: list[Decimal]) -> list[tuple[int, ...]]:
    """Return for each the next that has two numbers or more."""
    following: list[tuple[int, ...]] = []
    after: tuple[int, ...] = ()
    for candidate in reversed(candidates):
        following.append(after)
        if len(candidate.path) > 1:
            after = candidate.path
    return following[::-1]


def continues(path: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Whether these numbers can follow those: the next on any level, the first below it, or a beginning anew.

    >>> [continues(path, (1, 2)) for path in ((1, 3), (2,), (2, 1), (1, 2, 1), (1, 1), (1, 4), (3,))]
    [True, True, True, True, True, False, False]
    """
    if path in ((1,), (1, 1)) or path == (*last, 1):
        return True
    if len(path) == 2 and path[1] == 1 and (not last or path[0] == last[0] + 1):
        return True  # its first number stands in another form: 二、 or 第二章
    return 0 < len(path) <= len(last) and path == (*last[: len(path) - 1], last[len(path) - 1] + 1)


def is_headed(candidate: Decimal, after: tuple[int, ...], has_others: bool) -> bool:
    """Whether a single number is a heading: the next below it follows, or it is short and others were there."""
    return candidate.is_short and (after == (*candidate.path, 1) or has_others)
