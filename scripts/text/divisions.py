"""`divisions.txt` → the divisions of China down to the county, now and since the end of 2003, and what they are in.

The file says where its names come from and as of when. A policy of 2012 names the county of 2012: of a code whose name
changed there are several divisions, each with its years. What has no code of its own (新区, 开发区) is no division.
"""

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("divisions.txt")
RANKS = ("state", "province", "city", "county")
FIRST, LAST = 0, 9999
"""The years of what was there at the beginning, and is there still."""


class Division(NamedTuple):
    """A division: a province, a city or what has its rank, a county or what has its rank; or the state itself."""

    code: str
    """The six digits of GB/T 2260."""
    name: str
    latin: str
    """What its English name begins with: Jinan, Horqin Left Wing Middle, Shenxian."""
    since: int = FIRST
    until: int = LAST
    """The years between which it was there."""

    @property
    def rank(self) -> int:
        """Its place in `RANKS`."""
        return 0 if self.code == STATE.code else 1 if self.code[2:] == "0000" else 2 if self.code[4:] == "00" else 3

    @property
    def is_past(self) -> bool:
        """Whether it is there no more."""
        return self.until != LAST

    def was_there(self, year: int) -> bool:
        """Whether it was there in a year, or in a part of it."""
        return self.since <= year <= self.until


STATE = Division("000000", "中国", "China")


@cache
def divisions() -> tuple[Division, ...]:
    """Return all divisions in the order of their codes, the state before them."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return (STATE, *(read_line(line) for line in lines if not line.startswith("#")))


def read_line(line: str) -> Division:
    r"""Return the division on a line.

    >>> read_line("370125\t济阳县\tJiyang\t-2018")
    Division(code='370125', name='济阳县', latin='Jiyang', since=0, until=2018)
    """
    code, name, latin, *years = line.split("\t")
    since, _, until = (years[0] if years else "-").partition("-")
    return Division(code, name, latin, int(since or FIRST), int(until or LAST))


@cache
def by_name() -> dict[str, tuple[Division, ...]]:
    """Return the divisions of each name."""
    return grouped({division: division.name for division in divisions()})


@cache
def by_code() -> dict[str, tuple[Division, ...]]:
    """Return the divisions of each code."""
    return grouped({division: division.code for division in divisions()})


def grouped(keys: dict[Division, str]) -> dict[str, tuple[Division, ...]]:
    """Return the divisions of each key."""
    groups = defaultdict[str, list[Division]](list)
    for division, key in keys.items():
        groups[key].append(division)
    return {key: tuple(group) for key, group in groups.items()}


def above(division: Division, year: int = LAST) -> Division | None:
    """Return what a division is in, in a year where it was in several; None for the state.

    >>> [above(each).name for each in by_name()["游仙区"]], [above(each).name for each in by_name()["仙桃市"]]
    (['绵阳市'], ['湖北省'])
    """
    if division == STATE:
        return None
    year = min(max(year, division.since), division.until)
    for code in (division.code[:4] + "00", division.code[:2] + "0000", STATE.code):
        holders = [each for each in by_code().get(code, ()) if code != division.code and each.was_there(year)]
        if holders:
            return holders[-1]
    return STATE


def chain(division: Division, year: int = LAST) -> tuple[Division, ...]:
    """Return a division and all that it is in, the state last.

    >>> [each.name for each in chain(by_name()["游仙区"][0])]
    ['游仙区', '绵阳市', '四川省', '中国']
    """
    holder = above(division, year)
    return (division, *chain(holder, year)) if holder else (division,)
