"""Dates as the corpus has them → dates of Akoma Ntoso, which are always days."""

from calendar import monthrange
from collections.abc import Iterator

from scripts.model.policy import Metadata
from scripts.write.akoma_ntoso.xml import element


def is_day(date: str | None) -> bool:
    """Whether a date is known to the day.

    >>> [is_day(date) for date in ("2018-07-05", "2018-07", "2018", None)]
    [True, False, False, False]
    """
    return date is not None and date.count("-") == 2


def is_exact(metadata: Metadata) -> bool:
    """Whether the day is known on which a policy was issued, and nothing has to be said of it."""
    return is_day(metadata.date.value) and metadata.date.note is None


def work_dates(metadata: Metadata) -> Iterator[str]:
    """Yield the date of a policy; where no day is known, the first and the last that it can be."""
    date = metadata.date.value
    if is_day(date):
        yield dated(date, "Generation" if is_exact(metadata) else "recorded")
        return
    year, *months = date.split("-")
    first, last = (int(month) for month in (*months, *months, "1", "12")[:2])
    yield dated(f"{year}-{first:02}-01", "notBefore")
    yield dated(f"{year}-{last:02}-{monthrange(int(year), last)[1]}", "notAfter")


def edition_dates(metadata: Metadata) -> Iterator[str]:
    """Yield the day of the latest edition; before the first, the date of the policy."""
    if metadata.editions:
        yield dated(metadata.editions[-1].date, "edition")
    else:
        yield from work_dates(metadata)


def dated(date: str, kind: str) -> str:
    """Return a date and what it is the date of."""
    return element("FRBRdate", "", {"date": date, "name": kind})
