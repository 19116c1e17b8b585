"""Numbers with their units in a text → quantities, fully expanded: 1.86万亩 → 18600 亩, 2—3次 → 2 to 3 次.

Numbers that count nothing are left out: years, ordinals (第24次), document numbers, list numbers, versions (GB/T29490,
5A级, 3·15), and what stands inside a title or a quoted name.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from scripts.link.figures.uncounted import counts_nothing
from scripts.text.characters import CharacterClass
from scripts.text.numerals import MAGNITUDES, parse_numeral

UNITS = (
    *(
        "个百分点",
        "个工作日",
        "个小时",
        "工作日",
        "千瓦时",
        "吨标准煤",
        "标准箱",
        "毫克/升",
        "美元",
        "公斤",
        "千克",
        "学时",
        "课时",
        "周岁",
        "元/人·年",
        "元/人",
        "元/平方公里",
        "元/亩",
        "件/万人",
        "微克/立方米",
        "微克每立方米",
        "平方公里",
        "立方米/秒",
        "立方米",
        "平方米",
        "公里",
        "公顷",
        "千米",
        "厘米",
        "毫米",
        "标箱",
    ),
    *(
        "千瓦",
        "人次",
        "批次",
        "台套",
        "分钟",
        "小时",
        "居民",
        "个",
        "家",
        "户",
        "项",
        "件",
        "张",
        "处",
        "座",
        "所",
        "名",
        "人",
    ),
    *(
        "种",
        "亩",
        "元",
        "分",
        "次",
        "吨",
        "台",
        "套",
        "条",
        "辆",
        "批",
        "部",
        "床",
        "头",
        "期",
        "场",
        "支",
        "只",
        "篇",
        "倍",
    ),
    *("米", "天", "%", "％", "岁", "列", "斤"),
)
"""Units and measure words, the longer before those that they begin with."""
UNIT = f"(?<=亿)级|{'|'.join(map(re.escape, UNITS))}"
# 97%, 1.86万亩, 2—3次, 3—10万居民, 1,000家, 35∶1, 300多亿元, 1万余人
QUANTITY_PATTERN = re.compile(
    r"(?P<low>\d(?<![\dA-Za-z.·〔/—第□■█-].)(?:\d{0,2}(?:,\d{3})+|\d*(?:\.\d+)?))"  # first what a search can look for
    r"(?:[—～~-](?P<high>\d+(?:\.\d+)?)|(?P<ratio>∶\d+(?:\.\d+)?))?"
    rf"(?P<more>[多余](?=[百千万亿]|{UNIT}))?"
    r"(?P<magnitude>万亿|[十百千]?万|[十百千]?亿|百|千)?"
    rf"(?:(?P<over>[多余](?={UNIT}))?(?P<unit>{UNIT}))?"
)
# what follows a number that counts nothing: 2018年, 3月, 24号, 5A级, 315+, 1.发展; or of which a part is lost: 9□%
NOT_COUNTED_PATTERN = re.compile(
    r"[—～~-]?[□■█]|年|月|日|号|号令|A级|[A-Za-z·+〕]|[.．](?!\d)|届|期(?!刊)|条措施|级|位(?!数)|大(?![于约])"
)
# 《…》 and “中国制造2025”, “1351”工程, GB/T29490, 5A: names with a number in them;
# `plain` and `digits` are letters or digits alone, which are read to their end so that a long run of them is read once
NAME_PATTERN = re.compile(
    r"[《“A-Za-z/\d](?:(?<=《)[^《》\n]*》|(?<=“)[^“”\n]{0,12}\d[^“”\n]{0,12}”|(?<=[A-Za-z/])[A-Za-z/]*+\d++|"
    r"(?<=\d)\d*+[A-Za-z]++|(?<=[A-Za-z/])[A-Za-z/]*+(?P<plain>)|(?<=\d)\d*+(?P<digits>))"
)
# 12345, 12315, 12343: numbers to dial
HOTLINE_PATTERN = re.compile("123\\d\\d|110|119|120|122")
# where Unicode has digits, and little that a Chinese text has; to look for the digits themselves is slow
DIGITS = CharacterClass("0-9\u0660-\u1fff\ua000-\ufeff\uff10-\uff19\U00010000-\U0010ffff")
MOST_DIGITS = 30
"""What has more digits is no number of anything."""
CHINESE_NUMBER_PATTERN = re.compile(
    r"[创建][建成](?<=创建|创成|建成)(?P<low>[二三四五六七八九十百]+)(?P<unit>个|家|项|处|座)(?=[\u4e00-\u9fff“])"
)


class Quantity(NamedTuple):
    """A number at a place of the text."""

    start: int
    end: int
    """Its unit included."""
    value: Decimal
    value_max: Decimal | None
    unit: str | None
    over: str = ""
    """多 or 余 where the number is rounded down: 300多亿元."""


def figure_places(text: str) -> bytearray:
    """Return a 1 for each place at which a quantity can begin: most sentences have none and need no closer look."""
    places = bytearray(len(text))
    for start, end in DIGITS.find_runs(text):
        run = text[start:end]
        places[start:end] = b"\1" * len(run) if run.isdecimal() else bytes(char.isdecimal() for char in run)
    for match in CHINESE_NUMBER_PATTERN.finditer(text):
        places[match.start()] = 1
    return places


def find_quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Yield the quantities of `text[start:end]`, in its order, those in Chinese numerals last.

    >>> text = "创建3个基地，面积1.86万亩，符合GB/T29490"
    >>> [(str(quantity.value), quantity.unit) for quantity in find_quantities(text, 0, len(text))]
    [('3', '个'), ('18600', '亩')]
    """
    name_starts, name_ends = array("i"), array("i")
    if QUANTITY_PATTERN.search(text, start, end):
        for match in NAME_PATTERN.finditer(text, start, end):
            if match.lastgroup is None:
                name_starts.append(match.start())
                name_ends.append(match.end())
    for match in QUANTITY_PATTERN.finditer(text, start, end):
        index = bisect_right(name_starts, match.start()) - 1
        if index >= 0 and match.start() < name_ends[index]:
            continue
        if len(match["low"]) > MOST_DIGITS or len(match["high"] or "") > MOST_DIGITS:
            continue
        if is_counted(text, match, (start, end)):
            yield read_quantity(match)
    for match in CHINESE_NUMBER_PATTERN.finditer(text, start, end):
        value = parse_numeral(match["low"])
        if value:
            yield Quantity(match.start("low"), match.end(), Decimal(value), None, match["unit"])


def is_counted(text: str, match: re.Match[str], span: tuple[int, int]) -> bool:
    """Whether a number of a clause counts something: it is no number to dial, and no part of a date or a name."""
    unit = match["unit"] or match["ratio"]
    if counts_nothing(text, match, span, is_bare=unit is None and match["magnitude"] is None):
        return False
    if unit is None:
        return not (HOTLINE_PATTERN.fullmatch(match["low"]) or NOT_COUNTED_PATTERN.match(text, match.end(), span[1]))
    return unit != "个" or not text.startswith("月", match.end())


def read_quantity(match: re.Match[str]) -> Quantity:
    """Return the quantity that a match of QUANTITY_PATTERN writes."""
    factor = MAGNITUDES[match["magnitude"]] if match["magnitude"] else 1
    value = Decimal(match["low"].replace(",", "")) * factor
    value_max = Decimal(match["high"]) * factor if match["high"] else None
    unit = {"％": "%", "级": "元"}.get(match["unit"], match["unit"]) or match["ratio"]
    over = match["more"] or match["over"] or ""
    return Quantity(match.start(), match.end(), plain(value), plain(value_max) if value_max else None, unit, over)


def plain(value: Decimal) -> Decimal:
    """Return a number without an exponent and without zeros at its end.

    >>> str(plain(Decimal("1.860") * 10000)), str(plain(Decimal("7250.00")))
    ('18600', '7250')
    """
    return Decimal(format(value.normalize(), "f"))
