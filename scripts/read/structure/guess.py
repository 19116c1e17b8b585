"""A policy's head and foot → what they say of its title, number, date and issuer, where nobody described it yet."""

import re
from dataclasses import dataclass

from scripts.model.policy import Policy
from scripts.model.vocabulary import BlockKind
from scripts.text.numerals import DIGITS

# 市委〔2018〕27号
NUMBER_PATTERN = re.compile(r"[\u4e00-\u9fff]{1,12}[〔［\[（(]\d{4}[〕］\])）]第?\d+号")
# 2018年12月10日, 二〇二三年四月
DATE_PATTERN = re.compile(r"(?P<year>[\d〇零一二三四五六七八九]{4})年(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?")


@dataclass(frozen=True, slots=True)
class Guess:
    """What the text says of itself; None where it says nothing."""

    title: str | None
    issuer: str | None
    number: str | None
    date: str | None
    """ISO 8601, as exact as is printed."""


def guess_metadata(policy: Policy) -> Guess:
    """Return what the lines before the first part and after the last say."""
    lines: dict[BlockKind, list[str]] = {}
    for block in policy.blocks():
        lines.setdefault(block.kind, []).append(policy.text[block.start : block.end])
    number_lines = lines.get(BlockKind.NUMBER, [])
    numbers = [match[0] for match in map(NUMBER_PATTERN.search, number_lines) if match]
    dates = [date for line in lines.get(BlockKind.DATE, []) + number_lines if (date := read_date(line))]
    titles = lines.get(BlockKind.TITLE, [])
    return Guess(
        title=titles[0] if titles else None,
        issuer=next(iter(lines.get(BlockKind.SIGNATURE, [])), None),
        number=numbers[0] if numbers else None,
        date=dates[0] if dates else None,
    )


def read_date(text: str) -> str | None:
    """Return the ISO date that a line prints.

    >>> read_date("（2018年7月5日）"), read_date("二〇二三年")
    ('2018-07-05', '2023')
    """
    match = DATE_PATTERN.search(text)
    if not match:
        return None
    year = "".join(str(DIGITS.index(char)) if char in DIGITS else char for char in match["year"].replace("〇", "零"))
    parts = [year] + [f"{int(match[name]):02}" for name in ("month", "day") if match[name]]
    return "-".join(parts)
