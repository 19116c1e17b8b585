"""Who issued a document: the bodies that sign it, else those before 关于 in its title, each with its span."""

import re
from collections.abc import Iterable

from scripts.model.said import Found, Where
from scripts.read.structure.bodies import BODY_PATTERN, is_body, split_bodies
from scripts.read.structure.dates import DATE_PATTERN
from scripts.read.structure.foot import PERSON_PATTERN
from scripts.read.structure.titles import ORDER_PATTERN

# 某市人民政府关于…, 某省人民政府办公厅印发…, 某部办公厅转发…
PREFIX_PATTERN = re.compile(r"(?P<bodies>[^《》，。]{2,80}?)\s*(?:关于|印发|转发|批转|公布|发布)")
# 2026年某市政府工作报告, 某省人民政府工作报告
REPORT_PATTERN = re.compile(r"(?:\d{4}年)?(?P<body>[\u4e00-\u9fff]{2,16}?政府)工作报告")
NAMELESS_REPORT_PATTERN = re.compile(r"(?:\d{4}年)?政府工作报告")
LOCAL = r"[\u4e00-\u9fff]{1,12}?(?:省|自治[区州县旗]|市|州|盟|县|区|旗)"
# 某市政府; not 某市人民政府, 香港特别行政区政府
SHORT_GOVERNMENT_PATTERN = re.compile(rf"(?P<place>{LOCAL})(?<!特别行政区)政府")
# ——2031年1月2日在某省第十四届人民代表大会第四次会议上
CONGRESS_PATTERN = re.compile(
    rf"(?:在|^)(?:(?P<place>{LOCAL})第[一二三四五六七八九十]+届人民代表大会|第[一二三四五六七八九十]+届(?P<state>全国人民代表大会))"
)
GOVERNMENT = "人民政府"
SHORT_ENDS = ("委", "委办", "府办", "人大", "政协")


def signers(text: str, lines: Iterable[tuple[int, int]]) -> tuple[Found, ...]:
    """Return the bodies that these lines of a foot name; persons and dates beside them are none."""
    found: list[Found] = []
    for start, end in lines:
        day = DATE_PATTERN.search(text, start, end)
        stop = day.start() if day and day.start() > start else end
        if not PERSON_PATTERN.fullmatch(text[start:stop].strip()):
            found += bodies_in(text, start, stop)
    return unrepeated(found)


def bodies_in(text: str, start: int, end: int) -> list[Found]:
    """Return the bodies that a line names."""
    spans = split_bodies(text[start:end])
    return [Found(text[start + first : start + after], start + first, start + after) for first, after in spans]


def unrepeated(found: Iterable[Found]) -> tuple[Found, ...]:
    """Return what was found, each value once."""
    return tuple({each.value: each for each in reversed([*found])}.values())[::-1]


def named_in_title(text: str, start: int, end: int) -> tuple[Found, ...]:
    """Return the bodies that a title names as those that issue the document; the title may have several lines."""
    whole = text[start:end]
    order, report = ORDER_PATTERN.match(whole), REPORT_PATTERN.match(whole)
    if order or report:
        place = order.span("body") if order else report.span("body") if report else (0, 0)
        return (Found(in_full(whole[slice(*place)]), start + place[0], start + place[1]),)
    prefix = PREFIX_PATTERN.match(whole)
    if not prefix:
        return ()
    found = bodies_in(text, start, start + prefix.end("bodies"))
    whole_names = [each for each in found if is_body(each.value) or each.value.endswith(SHORT_ENDS)]
    return unrepeated(found) if found and len(whole_names) == len(found) else ()


def in_full(body: str) -> str:
    """Return the full name of a government.

    >>> in_full("某市政府"), in_full("某市人民政府"), in_full("某特别行政区政府")
    ('某市人民政府', '某市人民政府', '某特别行政区政府')
    """
    short = SHORT_GOVERNMENT_PATTERN.fullmatch(body)
    return short["place"] + GOVERNMENT if short else body


def reporters(text: str, title: str, head: Iterable[tuple[int, int]]) -> tuple[Found, ...]:
    """Return the government whose report has a title that names none, by the congress that heard it."""
    if not NAMELESS_REPORT_PATTERN.fullmatch(title):
        return ()
    for start, end in head:
        heard = CONGRESS_PATTERN.search(text, start, end)
        if heard:
            value = "国务院" if heard["state"] else heard["place"] + GOVERNMENT
            return (Found(value, *heard.span("state" if heard["state"] else "place")),)
    return ()


def named_in_table(value: str, start: int) -> tuple[Found, ...]:
    """Return the bodies that a value of the table of particulars names, with their spans in the source."""
    names = [(match.start(), match.end()) for match in re.finditer(r"[^\s、，,;；]+", value)]
    if len(names) > 1 and not all(BODY_PATTERN.fullmatch(value[first:after]) for first, after in names):
        names = [(0, len(value))]
    spans = [(first + own[0], first + own[1]) for first, after in names for own in split_bodies(value[first:after])]
    return unrepeated(Found(value[first:after], start + first, start + after, Where.SOURCE) for first, after in spans)
