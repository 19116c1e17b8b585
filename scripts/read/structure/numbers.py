"""The number of a document in the lines of its head: 某政发〔2020〕3号, 国务院令第707号, 某局公告2020年第12号."""

import re
from collections.abc import Iterable

from scripts.model.said import Found
from scripts.read.structure.bodies import is_body
from scripts.read.structure.titles import ORDER_PATTERN

NUMERAL = r"[\d一二三四五六七八九十百零〇]{1,6}"
# 某政发〔2020〕3号, 国办发[2020]3号, 某办字（2020）第3号, 某政规〔2024〕5 号; not 《…》（中发〔2017〕24号）
NUMBER_PATTERN = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{1,16}\s?[〔［\[（(【﹝]\s?(?:19|20)\d\d\s?[〕］\])）】﹞]\s?第?\s?\d{1,5}\s?号"
)
# 第12号令, 国务院令第390号, 第73号公告, 公告2020年第12号
ORDER_NUMBER_PATTERN = re.compile(
    rf"(?:(?:(?<=日)|(?<![\u4e00-\u9fff]))(?!日)[\u4e00-\u9fff]{{0,30}}(?:令|公告))\s?[（(]?(?:(?:19|20)\d\d年)?第\s?{NUMERAL}\s?号[)）]?|第\s?{NUMERAL}\s?号(?:令|公告)"
)
# the line below 某市人民政府令 or 某部公告: 第12号, 2020年第12号, 〔2020〕第3号
BARE_NUMBER_PATTERN = re.compile(
    rf"[（(]?(?:(?:19|20)\d\d\s?年|[〔［\[（(](?:19|20)\d\d[〕］\])）])?\s?第?\s?{NUMERAL}\s?号[)）]?"
)
NAMES = ("公告", "令", "通告")
LINE_LENGTH = 120
"""A line that bears a document's number, with its title or its date, is no longer."""
BLANKS = re.compile(r"\s")


def find_number(text: str, head: Iterable[tuple[int, int]]) -> Found | None:
    """Return the number that the lines of a head print, each given by its span; None where none does."""
    spans = list(head)
    for start, end in spans:
        match = NUMBER_PATTERN.search(text, start, end) if end - start <= LINE_LENGTH else None
        if match:
            return Found(BLANKS.sub("", match[0]), match.start(), match.end())
    for index, (start, end) in enumerate(spans):
        match = ORDER_NUMBER_PATTERN.search(text, start, end)
        if match:
            return Found(BLANKS.sub("", match[0]), match.start(), match.end())
        first = order_above(text, spans[:index]) if BARE_NUMBER_PATTERN.fullmatch(text[start:end].strip()) else None
        if first is not None:
            number = text[start:end].strip().strip("（）()")
            return Found(BLANKS.sub("", text[first:start] + number), first, end)
    return None


def order_above(text: str, spans: list[tuple[int, int]]) -> int | None:
    """Return where the words begin that the number below the last of these lines goes on with: 某局 / 公告."""
    if not spans:
        return None
    last = text[slice(*spans[-1])].strip()
    if last in NAMES and len(spans) > 1 and is_body(text[slice(*spans[-2])].strip()):
        return spans[-2][0]
    return spans[-1][0] if ORDER_PATTERN.fullmatch(last) or last.endswith(NAMES) else None
