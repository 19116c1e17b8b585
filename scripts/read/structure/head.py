"""Names for the lines before the first part and after the last: title, number, date, salutation, signature."""

import re

from scripts.model.vocabulary import BlockKind
from scripts.read.structure.bodies import END_PATTERN

TITLE_ENDS = (
    *("规划", "意见", "方案", "通知", "办法", "计划", "纲要", "决定", "细则", "规定", "报告", "批复", "通报", "条例"),
    *("准则", "公告", "通告", "规则", "章程", "预案", "标准", "公报", "决议", "要点", "措施", "制度", "复函", "修正案"),
)
BODY_ENDS = ("人民政府", "委员会", "办公室", "市委", "省委", "区委", "县委", "厅", "局", "国务院")
# The first that matches names the block; a paragraph matches none. Before the pattern stands what the line ends with:
# to look there is quick, and most lines end with none of it.
BLOCK_RULES: tuple[tuple[BlockKind, tuple[str, ...], re.Pattern[str]], ...] = (
    # （2018年7月5日）, 2023年4月17日, 二〇二三年四月
    (BlockKind.DATE, ("月", "日", ")", "）"), re.compile(r"[（(]?(?:\d{4}|[〇○零一二三四五六七八九]{4})\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月\s?(?:[\d一二三四五六七八九十]{1,3}\s?日)?[)）]?")),
    # 市委〔2018〕27号 2018年12月10日
    (BlockKind.NUMBER, ("",), re.compile(r"[^，。《》]{1,12}[〔［\[（(]\d{4}[〕］\])）]第?\d+号.{0,16}")),
    (BlockKind.HEADING, ("言",), re.compile("前言|引言|序言|导言")),
    # 各镇（街道）人民政府（办事处），区政府各部门：
    # no group is tried twice: the time does not grow with the square of the line
    (BlockKind.SALUTATION, ("：", ":"), re.compile(r"(?![^。]*(?:如下|决定|现))(?>[^。]*?(?:各|有关|委员会|政府))[^。]*+(?<=[：:])")),
    # 水利部：, 某省水利厅、某省财政厅：
    (BlockKind.SALUTATION, ("：", ":"), re.compile(rf"[\u4e00-\u9fff、，（） ]{{1,60}}(?:{END_PATTERN})[：:]")),
    # 绵阳市游仙区“十四五”质量发展规划, 关于印发《…》的通知
    (BlockKind.TITLE, TITLE_ENDS, re.compile(f"[^。；：]{{4,80}}(?:{'|'.join(TITLE_ENDS)})")),
    # 绵阳市游仙区人民政府
    (BlockKind.SIGNATURE, BODY_ENDS, re.compile(f"[^，。；：]{{2,40}}(?:{'|'.join(BODY_ENDS)})")),
)  # fmt: skip
LAST_CHARACTERS = frozenset(end[-1:] for _, ends, _ in BLOCK_RULES for end in ends)
OPEN_RULES = tuple(row for row in BLOCK_RULES if row[1] == ("",))
"""Those for lines that may end with anything: there is only that of a document's number."""
NUMBER_MARK = "号"
"""No document's number is without it."""


def name_block(text: str) -> BlockKind:
    """Return what a line of the document's head or foot is."""
    open_rules = OPEN_RULES if NUMBER_MARK in text else ()
    for kind, ends, pattern in BLOCK_RULES if text[-1:] in LAST_CHARACTERS else open_rules:
        if text.endswith(ends) and pattern.fullmatch(text):
            return kind
    return BlockKind.PARAGRAPH
