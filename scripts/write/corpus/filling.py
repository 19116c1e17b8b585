"""Chinese that is figures or a date → its English; all else is left to the memory of the archive."""

import re
from collections.abc import Callable
from datetime import date

from scripts.link.memory import Found, Wanted
from scripts.model.vocabulary import GradeBy, Language
from scripts.text.numerals import parse_numeral
from scripts.write.words.dates import say_date

Find = Callable[[Wanted], Found | None]
# 98%  ≥95%  3,000  1.5; not 98分, ２, 3000 and 3000-5000, which English writes otherwise
FIGURE_PATTERN = re.compile(r"[≥≤<>=~±]?[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?[%‰]?")
# 2023年4月17日  （2018年7月5日）  2025年  二〇二三年四月; not 2025年底, 三年
DATE_PATTERN = re.compile(
    r"(?P<open>（?)(?P<year>\d{4}|[一二三四五六七八九〇零○]{4})年"
    r"(?:(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})日)?)?(?P<close>）?)"
)
YEAR_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")


def by_rule(zh: str) -> Found | None:
    """Return the English of figures and dates.

    >>> by_rule("（2018年7月5日）").en, by_rule("≥95%").en, by_rule("95分")
    ('(5 July 2018)', '≥95%', None)
    """
    if FIGURE_PATTERN.fullmatch(zh):
        return Found(zh, GradeBy.RULE)
    match = DATE_PATTERN.fullmatch(zh)
    if not match or bool(match["open"]) != bool(match["close"]):
        return None
    day = "-".join([match["year"].translate(YEAR_DIGITS), *map(two_digits, filter(None, match.group("month", "day")))])
    if not is_date(day):
        return None
    words = say_date(day, Language.EN)
    return Found(f"({words})" if match["open"] else words, GradeBy.RULE)


def two_digits(numeral: str) -> str:
    """Return a month or a day as two digits, from Chinese numerals too."""
    return f"{parse_numeral(numeral) or 0 if not numeral.isdecimal() else int(numeral):02d}"


def is_date(text: str) -> bool:
    """Whether a calendar has this year, month or day."""
    try:
        return bool(date.fromisoformat(text + "-01-01"[len(text) - 4 :]))
    except ValueError:
        return False


def finder(memory: Find) -> Find:
    """Return what finds English that is certain: by rule, or in the memory."""
    return lambda wanted: by_rule(wanted.zh) or memory(wanted)
