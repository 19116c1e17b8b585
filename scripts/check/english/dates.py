"""The dates of a Chinese text and of its English, as days: 6月底, the end of June and 30 June are the same."""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

from scripts.check.english.numbers import MONTHS
from scripts.check.english.parts import Pair, divide

MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
DAYS = r"(?P<days>\d{1,2}(?:st|nd|rd|th)?(?!\d)(?:(?:, | and | or | to |[–-])\d{1,2}(?:st|nd|rd|th)?(?![\d,.%]))*)"
YEAR = r"(?:,? (?P<year>\d{4}))?"
# 2026年6月30日, 6月1日至5日, 6月底; not 6月
CHINESE_DAY_PATTERN = re.compile(
    r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?:(?P<days>\d{1,2}日(?:[至到、—～-]\d{1,2}日)*)|[底末])"
)
# 2025年底, 2025年年底, 年末
CHINESE_YEAR_PATTERN = re.compile(r"(?P<year>\d{4})?年{1,2}[底末]")
ENGLISH_PATTERNS = (
    # 30 November 2025, 30th of November, 1 to 5 June
    re.compile(rf"\b{DAYS} (?:of )?{MONTH}\b{YEAR}", re.IGNORECASE),
    # November 30, 2025; not November 2025
    re.compile(rf"\b{MONTH} {DAYS}{YEAR}", re.IGNORECASE),
    # the end of June 2026, end-June
    re.compile(rf"\b(?:the )?end(?: of |-){MONTH}\b{YEAR}", re.IGNORECASE),
    # the end of 2025, the end of the year; not the end of each year
    re.compile(r"\b(?:the )?end(?: of |-)(?:(?P<year>\d{4})\b|the year\b)", re.IGNORECASE),
    # year-end 2025
    re.compile(rf"\byear-end\b{YEAR}", re.IGNORECASE),
)
LAST = 0
"""Stands for the last day of a month."""
DECEMBER = 12


class Date(NamedTuple):
    """A date as far as it is written, and where it stands."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    """`LAST` where it is the last of its month."""
    form: str
    """`day`, `month` or `year`: of which it is said to be one, or the end; `days` where it is one of several."""


def chinese_dates(text: str) -> list[Date]:
    """Return the dates that a Chinese text writes in digits, and the ends of months and years.

    >>> [(date.year, date.month, date.day) for date in chinese_dates("2026年6月30日前，11月1日至5日，年底前")]
    [(2026, 6, 0), (None, 11, 1), (None, 11, 5), (None, 12, 0)]
    """
    return read_dates(text, (CHINESE_DAY_PATTERN, CHINESE_YEAR_PATTERN))


def english_dates(text: str) -> list[Date]:
    """Return the dates that an English text writes, and the ends of months and years.

    >>> [(date.year, date.month, date.day) for date in english_dates("by November 5, 2026, or by the end of June")]
    [(2026, 11, 5), (None, 6, 0)]
    """
    return read_dates(text, ENGLISH_PATTERNS)


def read_dates(text: str, patterns: tuple[re.Pattern[str], ...]) -> list[Date]:
    """Return the dates that patterns find, in their order."""
    found = [date for pattern in patterns for match in pattern.finditer(text) for date in dates_of(match)]
    return sorted(found)


def dates_of(match: re.Match[str]) -> Iterator[Date]:
    """Yield the dates of one match; none of a month that no year has."""
    written = match.groupdict()
    year = int(written["year"]) if written["year"] else None
    month = month_number(written["month"]) if written.get("month") else DECEMBER
    days = [int(day) for day in re.findall(r"\d+", written.get("days") or "")]
    form = ("days" if days[1:] else "day") if days else "month" if written.get("month") else "year"
    if 1 <= month <= DECEMBER:
        for day in days or [LAST]:
            yield Date(*match.span(), year, month, LAST if is_last(year, month, day) else day, form)


def month_number(written: str) -> int:
    """Return the number of a month, written in digits or by its name."""
    return int(written) if written.isdecimal() else MONTHS.index(written.lower()) + 1


def is_last(year: int | None, month: int, day: int) -> bool:
    """Whether a day is the last of its month; in no certain year, 28 and 29 February both may be."""
    years = (year,) if year else (2023, 2024)
    return any(day == monthrange(each, month)[1] for each in years)


def is_same(one: Date, other: Date) -> bool:
    """Whether two dates are the same, as far as both are written."""
    return (one.month, one.day) == (other.month, other.day) and (
        one.year == other.year or None in {one.year, other.year}
    )


def dated_parts(pair: Pair) -> list[tuple[str, str]]:
    """Return the parts of both texts that answer each other, the same dates written alike."""
    return [(zh, write_alike(zh, en)) for zh, en in divide(pair)]


def write_alike(zh: str, en: str) -> str:
    """Return the English with those of its dates that the Chinese has too written as there, by day or by end.

    >>> write_alike("6月30日前", "by the end of June"), write_alike("6月底前", "by June 30")
    ('by 30 June', 'by the end of June')
    """
    chinese = chinese_dates(zh)
    for date in reversed(english_dates(en)):
        same = next((each for each in chinese if is_same(each, date)), None)
        if same and date.form not in {same.form, "days"}:
            en = en[: date.start] + write_date(zh, same, date.year) + en[date.end :]
    return en


def write_date(zh: str, date: Date, year: int | None) -> str:
    """Return a date of the Chinese in English, with the year that its English has."""
    if date.form == "year":
        return f"the end of {year or 'the year'}"
    days = re.findall(r"(\d+)日", zh[date.start : date.end])
    day = (days[-1] if date.day == LAST else str(date.day)) if days else "the end of"
    return f"{day} {MONTHS[date.month - 1].capitalize()}" + (f" {year}" if year else "")


def check_dates(pair: Pair) -> Iterator[str]:
    """A date of the Chinese is the same in the English: year, month and day, or that the end is meant."""
    for zh, en in divide(pair):
        chinese, english = chinese_dates(zh), english_dates(en)
        lost = [date for date in chinese if not any(is_same(date, each) for each in english)]
        added = [date for date in english if not any(is_same(date, each) for each in chinese)]
        for here, there in zip(lost, added, strict=False):
            yield f"{zh[here.start : here.end]} is not “{en[there.start : there.end]}”; write the date of the Chinese"
