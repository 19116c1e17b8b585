"""The note below the title of a law: who passed it, who put it into force and when, and who changed it since.

（2020年7月30日某省第十三届人民代表大会常务委员会第十九次会议通过　根据2022年…《…的决定》修正）
"""

import re
from collections.abc import Iterable

from scripts.model.said import Found
from scripts.read.structure.dates import DATE_PATTERN, iso_date

ACT = "通过|批准|公布|发布|修正|修订|修改|施行|颁布|订定|制定"
DAY_LENGTH = len("2020-07-30")
"""Of an ISO date with its day: notes name days."""
# 2020年4月24日 某市第十五届人民代表大会常务委员会第二十一次会议通过
ACT_PATTERN = re.compile(rf"{DATE_PATTERN.pattern}\s?(?P<act>[^。]{{0,120}}?(?P<verb>{ACT}))")
# 某市第十五届人民代表大会常务委员会, 第九届全国人民代表大会常务委员会, 国务院第32次常务会议, 某部令第2号
BODY_PATTERN = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{0,12}?)(?P<term>第[一二三四五六七八九十\d]+届)?"
    r"(?P<rest>(?:全国)?人民代表大会(?:常务委员会)?)(?=第|公告|批准|通过|\s|$)"
    r"|(?P<body>[\u4e00-\u9fff]{2,24}?)"
    r"(?=令(?:\s?[（(]?\d{4}年)?第|公告|第?[\d一二三四五六七八九十]+次(?:常务|部务|局务|委务|厅务|署务)?会议|审判委员会第)"
)
IN_FORCE = ("施行",)


def find_acts(text: str, head: Iterable[tuple[int, int]]) -> list[re.Match[str]]:
    """Return what the lines of a head, given by their spans, say of acts on the law, in the order printed."""
    found = (match for start, end in head for match in ACT_PATTERN.finditer(text, start, end))
    return [match for match in found if len(iso_date(match) or "") == DAY_LENGTH]


def date_of(acts: Iterable[re.Match[str]]) -> Found | None:
    """Return the day of the last act that made the text what it is, its entry into force aside."""
    made = [(iso_date(act) or "", act) for act in acts if act["verb"] not in IN_FORCE]
    if not made:
        return None
    value, act = max(made, key=lambda pair: (pair[0], pair[1].start()))
    return Found(value, act.start(), act.start("act"))


def start_of_force(acts: Iterable[re.Match[str]]) -> Found | None:
    """Return the day from which a note of its own says that the law is in force."""
    found = next((act for act in acts if act["act"].strip() in IN_FORCE), None)
    return Found(iso_date(found) or "", found.start(), found.end()) if found else None


def issuer_of(acts: Iterable[re.Match[str]]) -> Found | None:
    """Return the body that first passed or gave out the law, without the number of its term."""
    for act in acts:
        match = BODY_PATTERN.match(act["act"])
        if match:
            name = match["body"] or f"{match['place'] or ''}{match['rest']}"
            start = act.start("act")
            return Found(name.strip(), start, start + match.end())
    return None
