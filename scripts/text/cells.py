"""What a table's cell holds, as far as its words alone can tell: a number, a value, a unit, a word of the head.

What is left of the form of a flattened table is what stands in it: `find_column` says for which column a word of the
head stands, `fits` whether a cell can stand in it. Both take text as received too, before anything is made uniform.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache


class Column(StrEnum):
    """What the cells of a column hold."""

    NUMBER = "number"  # 序号
    GROUP = "group"  # 类别: may span rows
    NAME = "name"  # 指标
    UNIT = "unit"  # 单位
    VALUE = "value"  # 2025年, 目标值
    NATURE = "nature"  # 属性
    OTHER = "other"  # 责任单位: any words


YEAR = "(?:19|20)[0-9]{2}"
YEAR_PATTERN = re.compile(YEAR)
VALUE_WORDS = "目标|現狀|现状|基期|基准|基数|实际|實際|预期|规划|预计|完成|当前|目前|实绩|控制"
YEAR_WORDS = "计划|实现|达到|预测"
"""These say of a year that values stand below it; alone they may head anything."""
# What the whole of a head's cell is, blanks and a note in brackets left out; each with examples.
HEAD_RULES: tuple[tuple[Column, re.Pattern[str]], ...] = (
    (Column.NUMBER, re.compile("序[号號]|编号|[编編][号號]|No[.]?")),
    (Column.GROUP, re.compile("类[别型]|類別|分[类类]|领域|维度|方面|一级指标|目标类别|指标(?:类别|分类)|层面|板块")),
    # 主要指标, 指标名称, 二级指标, 项目
    (
        Column.NAME,
        re.compile(
            "(?:主要|具体|核心|评价|发展|规划|考核|[二三]级)?指[标標](?:[名项]称?|[项体]目?|内容|项目)?|名称|项目(?:名称)?|内容|工作(?:任务|内容)|主要任务"
        ),
    ),
    (Column.UNIT, re.compile("(?:计量)?[单單]位")),
    # 属性, 指标性质
    (Column.NATURE, re.compile("(?:指标)?(?:属性|屬性|性质)|指标类型")),
    # 2025年, 到2025年目标值（%）, “十四五”累计, 年均增长[累计], 现状值, 数值
    (
        Column.VALUE,
        re.compile(
            f"(?:到|至)?{YEAR}(?:[—–-]{YEAR})?年?(?:底|末|前)?(?:{VALUE_WORDS}|{YEAR_WORDS})?(?:值|数|情况|水平|指标|目标)?"
            f"|(?:{VALUE_WORDS}|指标|标准|发展|参考)(?:值|数|情况|水平|目标|年)|{VALUE_WORDS}|数值|[数]量|分值|权重"
            "|(?:“?十[一二三四五六]五”?(?:期间|时期|期末|末)?)?(?:年均|累计|五年)?(?:增[长速]率?|累计|增幅)(?:值|数)?|年均"
            "|“?十[一二三四五六]五”?(?:期末|末|规划)?(?:目标)?值?"
        ),
    ),
    (
        Column.OTHER,
        re.compile(
            "备[注註]|備註|说明|(?:责任|牵头|主管|配合|主要责任)(?:单位|部门)|(?:数据)?来源|计算方法|指标解释|"
            "完成时[间限]|进度"
        ),
    ),
)  # fmt: skip
NOTE_PATTERN = re.compile(r"[（(\[［〔【][^（()）\[\]［］]{0,14}[)）\]］〕】]$")
"""What may stand behind a word of the head: （%）, [累计]."""
BLANK_PATTERN = re.compile(r"\s+")
HEAD_LENGTH = 20
"""No cell of a head is longer."""
CELL_LENGTH = 60
"""No cell of an indicator's row is longer, but those that span rows."""
VALUE_LENGTH = 20

NUMBER_PATTERN = re.compile(r"([1-9][0-9]{0,2})[.．、]?")
# ——, —, -, /: nothing stands here
EMPTY = "—"
"""What we print in a cell without words."""
EMPTY_PATTERN = re.compile(r"[—–―－─﹣\-/／…·]{1,6}|无")
# 98%, ≥95, 1.86万亩, 2—3次, [12.5], >90%以上, 增长8%, 约3, 5.5左右, 达到100%
VALUE_PATTERN = re.compile(
    r"[〔［\[（(]?(?:[≥≤＞＜><~～±≈﹥﹤≧≦+-]|大于|小于|等于|不低于|不高于|不少于|不超过|超过|达到|达|约|增长|下降|提高|降低|累计|[高低]于){0,3}"
    r"[〔［\[（(]?-?[0-9](?:[0-9,，.．:：]{0,15}[0-9])?(?:[—–～~-][0-9.．]{1,12})?[%％‰]?"
    r"(?!大|级)[^0-9，。；：、.．]{0,8}[)）\]］〕]?(?:以上|以下|左右|以内)?"
)
# 持续提升, 完成省下达任务, 高于全省平均水平, 良好: a value in words; not 达标率, the end of a name
WORDED_VALUE_PATTERN = re.compile(
    "(?:持续|稳步|基本|逐[步年]|显著|不断|进一步|全面|达到|完成|高于|低于|按|落实|优于|保持|稳定|实现|提升|上升|下降|提高|合格|"
    "达标|较|明显)[^，。；：、]{0,14}(?<![率量数例积度值额长])|优秀?|良好?"
)
NATURE_PATTERN = re.compile(r"[〔［\[（(【]?(?:预期|约束|指导|引导|控制|導向|預期|約束)性?(?:指标)?[】)）\]］〕]?")
UNIT_LENGTH = 12
# 注：, 备注:, 说明：, 资料来源：
NOTE_LINE_PATTERN = re.compile("(?:备?注|說明|说明|(?:资料|数据)来源|[*＊※])[0-9]?[:：.]?")
SENTENCE_MARKS = "。；;！？"


@lru_cache(maxsize=1 << 9)
def find_column(text: str) -> Column | None:
    """Return for which column a word of a table's head stands; None where it is none.

    >>> str(find_column("序 号")), str(find_column("2025年目标值（%）")), find_column("质量")
    ('number', 'value', None)
    """
    if len(text) > HEAD_LENGTH:
        return None
    words = BLANK_PATTERN.sub("", text)
    plain = NOTE_PATTERN.sub("", words) or words
    return next((column for column, pattern in HEAD_RULES if pattern.fullmatch(plain)), None)


def is_empty(text: str) -> bool:
    """Whether a cell says that nothing stands in it."""
    return not text or EMPTY_PATTERN.fullmatch(text) is not None


@lru_cache(maxsize=1 << 9)
def is_value(text: str) -> bool:
    """Whether a cell holds a value, or says that there is none.

    >>> is_value("≥98%"), is_value("——"), is_value("合格率")
    (True, True, False)
    """
    return len(text) <= VALUE_LENGTH and (is_empty(text) or VALUE_PATTERN.fullmatch(text) is not None)


def read_number(text: str) -> int:
    """Return the number that a cell is, 0 where it is none.

    >>> read_number("12."), read_number("1.5")
    (12, 0)
    """
    match = NUMBER_PATTERN.fullmatch(text) if len(text) <= 4 else None
    return int(match[1]) if match else 0


def is_cell(text: str) -> bool:
    """Whether a line can be a cell at all: short, no sentence, and no note behind a table."""
    return 0 < len(text) <= CELL_LENGTH and text[-1] not in SENTENCE_MARKS and not NOTE_LINE_PATTERN.match(text)


def fits(column: Column, text: str) -> bool:
    """Whether a cell can stand in a column; what numbers it must be, the row knows.

    >>> fits(Column.VALUE, "98%"), fits(Column.VALUE, "产品质量合格率"), fits(Column.NATURE, "约束性")
    (True, False, True)
    """
    match column:
        case Column.NUMBER:
            return read_number(text) > 0
        case Column.VALUE:
            return is_value(text) or WORDED_VALUE_PATTERN.fullmatch(text) is not None
        case Column.NATURE:
            return is_empty(text) or NATURE_PATTERN.fullmatch(text) is not None
        case Column.UNIT:
            return len(text) <= UNIT_LENGTH and read_number(text) == 0
        case Column.NAME | Column.GROUP:
            return is_cell(text) and not is_value(text)
        case Column.OTHER:
            return is_cell(text)


def heads_by_column(heads: Sequence[str], width: int) -> tuple[str, ...]:
    """Return what the head says of each column of so wide a table; nothing where it does not fit.

    A head of two rows has all cells twice, or those of its second row behind the first in place of what they divide:

    >>> heads_by_column(["指标", "目标值", "属性", "2020年", "2025年"], 4)
    ('指标', '2020年', '2025年', '属性')
    """
    if len(heads) == width:
        return tuple(heads)
    if len(heads) == 2 * width:
        return tuple(
            upper if is_empty(lower) else lower for upper, lower in zip(heads[:width], heads[width:], strict=True)
        )
    divided = len(heads) - width
    below = next((n for n, head in enumerate(reversed(heads)) if not is_year(head)), len(heads))
    upper = heads[: len(heads) - below]
    places = [place for place, head in enumerate(upper) if find_column(head) is Column.VALUE and not is_year(head)]
    if not 0 < divided < below or len(places) != divided or places[-1] - places[0] != divided - 1:
        return ()
    return (*upper[: places[0]], *heads[len(upper) :], *upper[places[-1] + 1 :])


def is_year(head: str) -> bool:
    """Whether a word of the head says of which year the values are."""
    return find_column(head) is Column.VALUE and YEAR_PATTERN.search(head) is not None
