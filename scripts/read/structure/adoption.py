"""The note below the title of a law: who passed it, who put it into force and when, and who changed it since.

（2020年7月30日某省第十三届人民代表大会常务委员会第十九次会议通过　根据2022年…《…的决定》修正）
"""

import re
from collections.abc import Iterable, Iterator

from scripts.model.said import Found
from scripts.read.structure.bodies import is_body
from scripts.read.structure.dates import DATE_PATTERN, iso_date
from scripts.read.structure.issuers import LOCAL, bodies_in

ISSUED = "通过|公布|发布|颁布|订定|制定"
ACT = f"{ISSUED}|批准|修正|修订|修改|施行"
# 某部令第12号, where the note ends with it
ORDER = r"令(?:第?[^\s第]{1,6}号)?(?=\s|$|[，。）)])"
DAY_LENGTH = len("2020-07-30")
"""Of an ISO date with its day: notes name days."""
# 2020年4月24日 某市第十五届人民代表大会常务委员会第二十一次会议通过
ACT_PATTERN = re.compile(rf"{DATE_PATTERN.pattern}\s?(?P<act>[^。]{{0,120}}?(?P<verb>{ACT}|{ORDER}))")
# 某市第十五届人民代表大会常务委员会, 第九届全国人民代表大会常务委员会
CONGRESS_PATTERN = re.compile(
    rf"经?(?P<place>(?:{LOCAL})??)(?P<term>第?[一二三四五六七八九十\d]+届)?"
    r"(?P<rest>(?:全国)?(?:人民代表大会(?:常务委员会)?|人大常委会))(?=第|公告|批准|通过|\s|$)"
)
# 国务院、某委员会发布, 某部令第2号, 某署第61号令, 国务院第32次常务会议, 某办公室2021年第20次室务会议
BODIES_PATTERN = re.compile(
    rf"(?P<bodies>[\u4e00-\u9fff、]{{2,80}}?)(?=令|公告|第?[\d０-９一二三四五六七八九十]+[号次]|\d{{4}}年第"
    rf"|[\u4e00-\u9fff]{{2}}会议|(?:第[^\s第]{{1,6}}届)?(?:审判|检察)委员会第|审议|{ISSUED})"
)
MEETING_PATTERN = re.compile("第[一二三四五六七八九十百\\d]+[届次]")
IN_FORCE = ("施行",)
UNISSUED = ("批准", "修正", "修改", *IN_FORCE)
REWRITTEN = "修订"
STARTS = ("起施行", "施行", "起实施")
START_PATTERN = re.compile(rf"[，；]?\s?自?{DATE_PATTERN.pattern}起(?:施行|实施)")


def find_acts(text: str, head: Iterable[tuple[int, int]]) -> list[re.Match[str]]:
    """Return what the lines of a head, given by their spans, say of acts on the law, in the order printed."""
    found = (match for start, end in whole_notes(text, head) for match in ACT_PATTERN.finditer(text, start, end))
    return [match for match in found if len(iso_date(match) or "") == DAY_LENGTH]


def whole_notes(text: str, head: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the lines of a head, one that breaks off before it names the act with the next: …第二次 / 会议通过."""
    spans = list(head)
    for index, (start, end) in enumerate(spans):
        day = DATE_PATTERN.match(text, start, end)
        is_broken = day and ACT_PATTERN.match(text, start, end) is None and index + 1 < len(spans)
        yield start, spans[index + 1][1] if is_broken and MEETING_PATTERN.search(text, start, end) else end


def date_of(acts: Iterable[re.Match[str]]) -> Found | None:
    """Return the day of the last act that made the text what it is, its entry into force aside."""
    made = [day for act in acts if act["verb"] not in IN_FORCE for day in days_of(act)]
    return max(made, key=lambda day: (day.value, day.start), default=None)


def days_of(act: re.Match[str]) -> Iterator[Found]:
    """Yield the days of an act, of which each of two bodies has one: 2021年12月13日某院…、2021年12月29日另一院…通过."""
    yield Found(iso_date(act) or "", act.start(), act.start() + len(act[0][: act.start("act") - act.start()].rstrip()))
    for day in DATE_PATTERN.finditer(act.string, act.start("act"), act.end()):
        value = iso_date(day) or ""
        if len(value) == DAY_LENGTH and not act.string.startswith(STARTS, day.end()):
            yield Found(value, day.start(), day.end())


def start_of_force(acts: Iterable[re.Match[str]]) -> Found | None:
    """Return the day from which a note says that the law is in force: 2031年6月1日施行, …通过，自2031年6月1日起施行."""
    for act in acts:
        found = act if act["act"].strip() in IN_FORCE else START_PATTERN.match(act.string, act.end())
        if found:
            return Found(iso_date(found) or "", found.start(), found.end())
    return None


def issuers_of(acts: Iterable[re.Match[str]]) -> tuple[Found, ...]:
    """Return the bodies that first passed or gave out the law; of a congress without the number of its term.

    Who approved what another gave out did not issue it: 国务院批准 / 某部发布. Who rewrote it did, where no other is
    named.
    """
    made = sorted((act for act in acts if act["verb"] not in UNISSUED), key=lambda act: act["verb"] == REWRITTEN)
    for act in made:
        start = act.start("act")
        congress = CONGRESS_PATTERN.match(act["act"])
        if congress:
            name = f"{congress['place']}{congress['rest']}"
            return (Found(name, start + congress.start("place"), start + congress.end()),)
        bodies = BODIES_PATTERN.match(act["act"])
        names = bodies_in(act.string, start, start + bodies.end()) if bodies else []
        if names and all(is_body(name.value) and "届" not in name.value for name in names):
            return tuple(names)
    return ()
