"""The rows of a table whose cells are known → how many of them are its head.

1. The head is the first row, the rows into which a cell of it spans, and the row below a cell that stands over several
   columns, if that has no value under it.
2. It is one where under all columns together its words say so: each is a word of a head (序号, 责任单位, 2025年), or
   ends as one does (重点任务, 牵头部门), no place of it but the first is empty, and it is no form. Or where the first
   of them is 序号, and the others are short and no values.
3. Or where its cells are short words and a column below them has nothing but values, in every row of three or more.
4. Else there is none. A form has labels in its first column too: 项目名称 | 水库 / 建设单位 | 某公司.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from scripts.text.cells import HEAD_LENGTH, SENTENCE_MARKS, Column, find_column, is_empty, is_value, is_year

MOST_HEAD = 6
"""No head has more rows."""
FEWEST_VALUES = 3
"""So many rows below the head show by their values that it is one."""
# 重点任务, 牵头部门（单位）, 完成时限; not 水库加固工程
NOUN_PATTERN = re.compile(
    "(?:名称|内容|任务|事项|措施|举措|要求|标准|依据|目标|指标|单位|部门|机构|主体|领域|类别|类型|种类|分类|阶段|环节|步骤"
    "|时间|时限|期限|日期|节点|进度|方式|方法|途径|职责|分工|责任人|负责人|联系人|电话|地区|区域|地点|地址|范围|对象|数量"
    "|金额|投资|资金|规模|频次|比例|权重|分值|得分|评分|细则|情况|结果|成效|备注|说明|来源|项目|产品|条款|处室|姓名|职务"
    "|序号|编号|代码|年份|年度|季度|月份)$"
)
NOTE_PATTERN = re.compile(r"[（(\[［][^（()）\[\]［］]{0,14}[)）\]］]$")


class Cell(NamedTuple):
    """A cell of a table: its words, where it begins, and how many rows and columns it takes."""

    words: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


Cells = Sequence[Sequence[Cell]]
"""Of each row of a table the cells that begin in it, from left to right."""


def head_length(rows: Cells, width: int) -> int:
    """Return how many rows of a table are its head; 0 where it has none."""
    length = closed(rows)
    while length and length < len(rows):
        leaves = leaves_of(rows[:length], width)
        if any(cell.columns == width for cell in rows[length - 1]):
            return 0  # a line across the table, under no head
        if says_so(leaves) and not is_form(rows[length:], leaves):
            return length
        if differs(rows[length:], leaves):
            return length
        shorter = spanned(rows, 1)
        length = shorter if shorter < length else 0
    return 0


def closed(rows: Cells) -> int:
    """Return how many rows the head has at most: those that its first row reaches into, or divides."""
    length = spanned(rows, 1)
    while length < min(len(rows), MOST_HEAD) and is_divided(rows, length):
        length = spanned(rows, length + 1)
    return length if length <= MOST_HEAD else 0


def spanned(rows: Cells, length: int) -> int:
    """Return how many rows the cells of the first rows, so many, reach into."""
    row = 0
    while row < length:
        length = max([length, *(cell.row + cell.rows for cell in rows[row])])
        row += 1
    return length


def is_divided(rows: Cells, length: int) -> bool:
    """Whether a cell of the head that stands over several columns has words of the head in the next row below it."""
    wide = [cell for row in rows[:length] for cell in row if cell.columns > 1 and cell.row + cell.rows == length]
    below = [
        cell
        for cell in rows[length]
        if any(other.column <= cell.column < other.column + other.columns for other in wide)
    ]
    return len(below) > len(wide) and all(may_head(cell.words) for cell in below)


def leaves_of(head: Cells, width: int) -> list[str]:
    """Return for each column the words of the lowest cell of the head in it."""
    leaves = [""] * width
    for row in head:
        for cell in row:
            leaves[cell.column : cell.column + cell.columns] = [cell.words] * cell.columns
    return leaves


def may_head(words: str) -> bool:
    """Whether a cell can be one of a head: short, no sentence, and no value but a year."""
    is_figure = is_value(words) and not is_year(words)
    return 0 < len(words) <= HEAD_LENGTH and words[-1] not in SENTENCE_MARKS and not is_figure


def is_label(words: str) -> bool:
    """Whether a cell has words with which a head says what stands in a column."""
    plain = NOTE_PATTERN.sub("", words.replace(" ", "")) or words
    return may_head(words) and (find_column(words) is not None or NOUN_PATTERN.search(plain) is not None)


def says_so(leaves: Sequence[str]) -> bool:
    """Whether all words of what may be a head are those of one, or the first is 序号; else that place may be empty."""
    if find_column(leaves[0]) is Column.NUMBER and all(map(may_head, leaves)):
        return True
    return all(map(is_label, leaves[1:])) and (is_empty(leaves[0]) or is_label(leaves[0]))


def is_form(below: Cells, leaves: Sequence[str]) -> bool:
    """Whether the first row is one of a form, whose rows all begin with a label: 单位名称 | 联系电话 / 地址 | 邮编."""
    firsts = [row[0].words for row in below if row and row[0].column == 0]
    return bool(firsts) and is_label(leaves[0]) and all(map(is_label, firsts))


def differs(below: Cells, leaves: Sequence[str]) -> bool:
    """Whether short words stand above columns of which at least one has nothing but values below."""
    if not all(map(may_head, leaves[1:])) or not (is_empty(leaves[0]) or may_head(leaves[0])):
        return False
    values, rows = dict[int, bool](), dict[int, int]()
    for row in below:
        for cell in row:
            values[cell.column] = values.get(cell.column, True) and is_value(cell.words) and cell.columns == 1
            rows[cell.column] = rows.get(cell.column, 0) + (not is_empty(cell.words))
    return any(own and column and rows[column] >= FEWEST_VALUES for column, own in values.items())
