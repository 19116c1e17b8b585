"""Dates as documents print them → ISO 8601."""

import re

from scripts.text.numerals import DIGITS, parse_numeral

DIGIT = "[0-9０-９〇○ОＯO零一二三四五六七八九]"
COUNTED = "[一二三四五六七八九十百零〇]{1,6}(?=\\s?年)"
"""A year of the Republic's calendar: 八十二, 一百十, 一百零九."""
SMALL = "(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})"
# 2018年12月10日, 二〇二三年四月, 2026年 4月 20日, 中华民国109年1月2日, 民国一百十年九月, 2024-03-14, 2020.1.2
DATE_PATTERN = re.compile(
    rf"(?:(?P<era>民\s?国)\s?)?(?P<year>(?<!\d){DIGIT}{{4}}|(?<=国)(?:{COUNTED}|{DIGIT}{{2,3}})|(?<=国\s)(?:{COUNTED}|{DIGIT}{{2,3}}))\s?"
    rf"(?:年(?:\s?(?P<month>{SMALL})\s?月)?(?:\s?(?P<day>{SMALL})\s?日)?|[-./](?P<m>\d{{1,2}})[-./](?P<d>\d{{1,2}})(?!\d))"
)
ZEROS = str.maketrans({**dict.fromkeys("〇○ОＯO", "零"), **{chr(ord("０") + digit): str(digit) for digit in range(10)}})
MINGUO = 1911
"""The year before the first of the Republic's calendar, which Taiwan counts by."""


def read_date(text: str) -> str | None:
    """Return the first ISO date that a line prints.

    >>> read_date("（2018年7月5日）"), read_date("二〇二三年"), read_date("一九九六年二月五日"), read_date("2024-03-14")
    ('2018-07-05', '2023', '1996-02-05', '2024-03-14')
    """
    match = DATE_PATTERN.search(text)
    return iso_date(match) if match else None


def iso_date(match: re.Match[str]) -> str | None:
    """Return the ISO date of a match of the pattern; None where the calendar has none."""
    digits = match["year"].strip().translate(ZEROS)
    if match["era"] and re.search("[十百]", digits):
        year = parse_numeral(digits.replace("百十", "百一十")) or 0
    else:
        year = int("".join(str(DIGITS.index(char)) if char in DIGITS else char for char in digits))
    year += MINGUO if match["era"] else 0
    month, day = small(match["month"] or match["m"]), small(match["day"] or match["d"])
    if not 1900 <= year <= 2100 or month > 12 or day > 31:
        return None
    return f"{year}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and day else "")


def small(written: str | None) -> int:
    """Return a month or a day; 0 where none is printed."""
    if not written:
        return 0
    written = written.translate(ZEROS)
    return int(written) if written.isdigit() else parse_numeral(written) or 0
