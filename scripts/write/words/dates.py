"""Dates as the corpus has them → as readers of a language write them: 2018-09-07, 2018年9月7日, 7 September 2018."""

from scripts.model.vocabulary import Language
from scripts.write.words.strings import MONTHS, pick, say

FORMS = ("date-year", "date-month", "date-day")
"""The words for a date by how many parts of it are known."""


def say_date(date: str, language: Language) -> str:
    """Return a day, a month or a year in words; of none, that it is not known.

    >>> [say_date(date, Language.ZH) for date in ("2018-09-07", "2018-09", "2018")]
    ['2018年9月7日', '2018年9月', '2018年']
    >>> [say_date(date, Language.EN) for date in ("2018-09-07", "2018-09", "2018")]
    ['7 September 2018', 'September 2018', '2018']
    """
    if not date:
        return say("date-unknown", language)
    year, *rest = date.split("-")
    values: dict[str, object] = {"year": year}
    if rest:
        values["month"] = pick(MONTHS[int(rest[0])], language)
    if rest[1:]:
        values["day"] = int(rest[1])
    return say(FORMS[len(rest)], language, **values)
