"""When a document is in force, for which years it plans, and what it carries out, as its sentences say."""

import re
from collections.abc import Iterable

from scripts.model.said import Found, Period
from scripts.read.structure.dates import read_date
from scripts.text.numerals import parse_numeral

TEXTS = (
    "办法|规定|条例|细则|意见|方案|通知|规划|计划|纲要|决定|规则|准则|章程|标准|预案|制度|法|解释|措施|政策|公告|通告"
    "|修正案|规范|指南|规程|批复"
)
DAY = r"[\d一二三四五六七八九十〇零○\s]{2,6}年[\d一二三四五六七八九十\s]{1,4}月[\d一二三四五六七八九十\s]{1,4}日"
# 本办法自2020年1月1日起施行, 本意见自印发之日起30日后实施, 现予公布，自2019年1月1日起施行
IN_FORCE_PATTERN = re.compile(
    rf"(?:本[^，。；《》]{{0,12}}?(?:{TEXTS})|公布|发布|本法|此)[^。；《》]{{0,40}}?自\s?"
    rf"(?P<day>{DAY}|(?:印发|发布|公布|颁布|下发|发文|签发|通过|批准)之日)\s?(?:起|开始)?[^。；《》]{{0,12}}?(?:施行|实施|执行|生效|试行)"
)
# 本办法自印发之日起施行，有效期五年, 本通知有效期至2025年12月31日, 执行期限为2019年1月1日至2023年12月31日
VALIDITY_PATTERN = re.compile(
    rf"(?:(?:本[^，。；《》\n]{{0,12}}?(?:{TEXTS})|起?(?:施行|实施|执行|生效|试行))[^\n；《》]{{0,24}}?(?:有效|试行)期限?|执行期限?)"
    rf"\s?[为至到是：]?\s?(?:自?[^，。；\n]{{1,24}}?[至到])?\s?"
    rf"(?:(?P<years>[\d一二两三四五六七八九十]{{1,3}})\s?年(?!\d|[一二三四五六七八九十]*月)|(?P<day>{DAY}))"
)
# 规划期限为2021-2025年, 规划期2021年至2035年
PERIOD_PATTERN = re.compile(
    r"(?:规划期限?|规划年限|实施期限?|计划期)\s?(?:为|是|：)?\s?(?P<first>(?:19|20)\d\d)年?\s?[-—–－~～至到]{1,2}\s?(?P<last>(?:19|20)\d\d)年?"
)
# （2021—2025年）, 2019-2021年三年行动
YEARS_PATTERN = re.compile(r"(?P<first>(?:19|20)\d\d)年?\s?[-—–－~～至到]{1,2}\s?(?P<last>(?:19|20)\d\d)年?")
FIVE_YEARS_PATTERN = re.compile(
    r"“?(?P<count>十[一二三四五六七八九]|十|二十)五”?(?=[^一二三四五六七八九十百年月日号届届次])"
)
FIRST_PLAN, FIRST_YEAR = 10, 2001
"""The tenth plan began in 2001; each has five years."""
TITLE = r"《(?:[^《》\n]|《[^《》\n]*》){2,120}》"
NUMBER = r"(?:\s?[（(][^（()）\n]{4,40}[)）])?"
# 为贯彻落实《…》（…号）和《…》, 根据《…》、《…》等有关规定
BASE_PATTERN = re.compile(
    rf"(?:贯彻落实|贯彻执行|贯彻|落实|根据|依据|按照|依照|遵照)(?:[^，。；《》\n]{{0,24}}{TITLE}{NUMBER})"
    rf"(?:[、，和及与以]{{0,3}}[^，。；、《》\n现特发布制将]{{0,16}}{TITLE}{NUMBER}){{0,12}}"
)
TITLE_PATTERN = re.compile(TITLE)
# （以下简称《水渠意见》）
SHORT_NAME_PATTERN = re.compile(r"简称[为：]?[《“]([^《》“”\n]{2,30})[》”]")
SHORTEST = 6
"""A title with its brackets; what is shorter is short for another: 《方案》."""


def find_in_force(text: str, date: str | None) -> Found | None:
    """Return the day from which the text says that it is in force; `date` is the day of issue, where that is known."""
    found: Found | None = None
    place = text.find("自")
    match = IN_FORCE_PATTERN.search(text) if place >= 0 else None
    while match:
        day = read_date(match["day"])
        if day or not found:
            found = Found(day or date or "", match.start(), match.end())
        match = IN_FORCE_PATTERN.search(text, match.end()) if not day else None
    return found


def find_validity(text: str) -> Found | None:
    """Return for how long the text says that it is in force."""
    match = VALIDITY_PATTERN.search(text)
    if not match:
        return None
    if match["day"]:
        return Found(read_date(match["day"]) or "", match.start(), match.end())
    years = match["years"].replace("两", "二")
    count = int(years) if years.isdigit() else parse_numeral(years)
    return Found(f"P{count}Y", match.start(), match.end()) if count else None


def find_period(text: str, title: tuple[int, int] | None) -> Period | None:
    """Return the years for which the text plans: those that its title prints, else those that it calls its period."""
    match = YEARS_PATTERN.search(text, *title) if title else None
    match = match or PERIOD_PATTERN.search(text)
    if match and int(match["first"]) < int(match["last"]):
        return Period(int(match["first"]), int(match["last"]), match.start(), match.end())
    plan = FIVE_YEARS_PATTERN.search(text, *title) if title else None
    if not plan:
        return None
    first = FIRST_YEAR + 5 * ((parse_numeral(plan["count"]) or FIRST_PLAN) - FIRST_PLAN)
    return Period(first, first + 4, plan.start(), plan.end())


def find_bases(text: str, blocks: Iterable[tuple[int, int]]) -> tuple[Found, ...]:
    """Return the titles of what the text carries out or rests on, as these of its first blocks say."""
    found: dict[str, Found] = {}
    spans = list(blocks)
    short = {match[1] for start, end in spans for match in SHORT_NAME_PATTERN.finditer(text, start, end)}
    for start, end in spans:
        for base in BASE_PATTERN.finditer(text, start, end):
            for title in TITLE_PATTERN.finditer(text, base.start(), base.end()):
                if len(title[0]) >= SHORTEST and title[0][1:-1] not in short:
                    found.setdefault(title[0][1:-1], Found(title[0][1:-1], title.start(), title.end()))
    return tuple(found.values())
