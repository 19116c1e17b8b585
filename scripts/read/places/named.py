"""The name of a body, or a title → the divisions that its first words can name.

`绵阳市游仙区人民政府` names a city, and a district in it; `鼓楼区人民政府` names one of four districts. A zone has no
code of its own: `济南高新技术产业开发区管理委员会` is of the city that holds it.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from scripts.text.division_names import parts
from scripts.text.divisions import STATE, Division, by_code, by_name, chain, divisions

# 中共|济南市委, 国家税务总局|济南市税务局, 政协|济南市委员会, 共青团|济南市委
BEFORE_PATTERN = re.compile(
    "中共|中国共产党|中国人民政治协商会议|政协|共青团|国家税务总局|中国人民银行|中国证监会|国家金融监督管理总局"
)
# 国务院办公厅, 财政部, 审计署, 全国人民代表大会; not 省委宣传部, 区应急管理部
STATE_PATTERN = re.compile(
    "中共中央|中央|国务院|全国|最高人民|中华人民共和国|国家|中国"
    "|(?![省市县区州盟旗]|自治)[\u4e00-\u9fff、]{1,14}(?:部|总局|总署|审计署|部办公厅|总局办公厅)$"
)
# |高新技术产业开发区管理委员会, 天府|新区, |工业园区; not |市高新区, which is said of a city in full before
ZONE_PATTERN = re.compile(
    "(?!省|市|自治)(?P<zone>[\u4e00-\u9fff]{0,12}?(?:新区|开发区|高新区|经开区|园区|示范区|试验区|合作区|度假区|保税区|管理区))"
)
ZONES = {
    "雄安新区": "130000",
    "西咸新区": "610000",
    "贵安新区": "520000",
    "赣江新区": "360000",
    "滇中新区": "530000",
    "天府新区": "510100",
    "湘江新区": "430100",
    "金普新区": "210200",
    "前海": "440300",
    "横琴": "440400",
}
"""Zones that are named without their city, or are in several, and the division that holds them."""
LONGEST = max(len(name) for name in by_name())


class Named(NamedTuple):
    """What the first words of a name can mean."""

    divisions: tuple[Division, ...] = ()
    """Of the same name; one where nothing is unsure."""
    words: str = ""
    """The words that name them."""
    zone: str = ""
    """The zone in it that is meant, which has no code of its own."""


def read_named(words: str) -> Named:
    """Return the divisions that a body, or a title, names with its first words; none where it names none.

    >>> [each.code for each in read_named("绵阳市游仙区人民政府").divisions], read_named("财政部").divisions[0].name
    (['510704'], '中国')
    """
    start = before.end() if (before := BEFORE_PATTERN.match(words)) else 0
    found, end = follow_names(words, start)
    if found:
        zone = ZONE_PATTERN.match(words, end)
        return Named(found, words[start:end], zone["zone"] if zone else "")
    return read_zone(words, start) or (Named((STATE,), words) if STATE_PATTERN.match(words) else Named())


def follow_names(words: str, start: int) -> tuple[tuple[Division, ...], int]:
    """Return what full names one behind another mean, each in the one before it, and where they end."""
    found: tuple[Division, ...] = ()
    while step := next(steps(words, start, found), None):
        found, start = step
    return found, start


def steps(words: str, start: int, holders: tuple[Division, ...]) -> Iterator[tuple[tuple[Division, ...], int]]:
    """Yield the divisions in the holders whose names stand at a place, the longest name first, with its end."""
    for end in range(min(start + LONGEST, len(words)), start + 1, -1):
        named = by_name().get(words[start:end], ())
        inside = tuple(each for each in named if each != STATE and (not holders or lies_in(each, holders)))
        if inside:
            yield inside, end


def lies_in(division: Division, holders: tuple[Division, ...]) -> bool:
    """Whether a division is, or was in any year, in one of the holders."""
    return any(
        each in chain(division, year)[1:] for each in holders for year in (each.since, each.until, division.until)
    )


def read_zone(words: str, start: int) -> Named | None:
    """Return the division that holds a zone, which names it without 省 or 市, or not at all."""
    for end in range(min(start + LONGEST, len(words)), start + 1, -1):
        zone = ZONE_PATTERN.match(words, end)
        if zone and (found := stems().get(words[start:end])):
            special = next((code for name, code in ZONES.items() if name in zone["zone"]), "")
            return Named(by_code()[special] if special else (found,), words[start : zone.end()], zone["zone"])
    for name, code in ZONES.items():
        if words.startswith(name, start):
            return Named(by_code()[code], name, name)
    return None


@cache
def stems() -> dict[str, Division]:
    """Return the provinces and cities by their names without 省 or 市, the province where both have the same."""
    ranked = sorted((each for each in divisions() if each.rank in (1, 2)), key=lambda each: (each.is_past, each.rank))
    return {parts(each.name).stem: each for each in reversed(ranked)}
