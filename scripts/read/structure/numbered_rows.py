"""Tables whose cells for names begin with their numbers, one cell a line → their rows, with cells that span several.

A row is found by its numbered cell (1.主要食用农产品质量安全监测合格率（%）); the cells after it up to the next number
are the row's, and what stands beyond the shortest such run, before the next number, are cells that span rows below:

    内容 总体目标 具体指标 2025年 属性 | 产品质量 到2025年，…。 1.… 98% 预期性 2.… 95% 预期性 | 工程质量 …。 5.…
    └── header, spanning + 1 + trailing cells        └ spanning      └ numbered, trailing
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from scripts.read.structure.lines import Line
from scripts.read.structure.table import Cell, Row, Table

# 1.主要食用农产品质量安全监测合格率（%）; 5大中型工程一次验收合格率（%）; not 1.5万, 1,200, 2023年4月, 98%
NUMBERED_PATTERN = re.compile(
    r"(?P<label>(?P<number>[1-9][0-9]?)[.．]?)\s*(?P<name>[^\s0-9.．,%年月日、，。；：—～~-][^，。；：]{0,40})"
)
VALUE_LENGTH = 16
"""A cell after the numbered one is short and no sentence."""
FEWEST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Numbered:
    """The place of a numbered cell among the lines."""

    index: int
    number: int
    label: str
    name: str


def find_numbered(text: str, lines: Sequence[Line], index: int) -> Table | None:
    """Return the table whose first numbered cell is this line; None where there is none."""
    numbered = numbered_cells(text, lines, index)
    return build_table(text, lines, numbered) if len(numbered) >= FEWEST_ROWS else None


def numbered_cells(text: str, lines: Sequence[Line], index: int) -> list[Numbered]:
    """Return the run of cells numbered 1, 2, 3 … that begins at this line; empty where none does."""
    found: list[Numbered] = []
    while index < len(lines):
        match = NUMBERED_PATTERN.fullmatch(text, lines[index].start, lines[index].end)
        if match and int(match["number"]) == len(found) + 1:
            found.append(Numbered(index, int(match["number"]), match["label"], match["name"].strip()))
        elif not found or match or not is_within(text, lines, index, found[-1].index):
            break
        index += 1
    return found


def is_within(text: str, lines: Sequence[Line], index: int, numbered: int) -> bool:
    """Whether a line can be a cell after the numbered one: unlabelled, and the next to it short."""
    line = lines[index]
    return line.kind is None and (index > numbered + 1 or is_value(text, line))


def is_value(text: str, line: Line) -> bool:
    """Whether a line is so short, and so little of a sentence, that it is a cell's value."""
    return line.kind is None and 0 < line.end - line.start <= VALUE_LENGTH and "。" not in text[line.start : line.end]


def build_table(text: str, lines: Sequence[Line], numbered: list[Numbered]) -> Table | None:
    """Return the table of these numbered cells; None where the lines around do not fit one."""
    gaps = [right.index - left.index - 1 for left, right in pairwise(numbered)]
    trailing = min(gaps)
    spanning = max(gaps) - trailing
    if trailing < 1 or any(gap not in (trailing, trailing + spanning) for gap in gaps):
        return None
    first_cell = numbered[0].index - spanning
    first_header = first_cell - (spanning + 1 + trailing)
    after = numbered[-1].index + 1 + trailing
    if first_header < 0 or after > len(lines):
        return None
    header = lines[first_header:first_cell]
    if not all(is_value(text, line) for line in header):
        return None
    starts = [0] + [i + 1 for i, gap in enumerate(gaps) if spanning and gap > trailing]
    rows = []
    for i, cell in enumerate(numbered):
        span = next((start for start in starts if start > i), len(numbered)) - i
        above = lines[cell.index - spanning : cell.index] if i in starts else []
        own = lines[cell.index : cell.index + 1 + trailing]
        cells = (*(Cell(line.start, line.end, span) for line in above), *(Cell(line.start, line.end) for line in own))
        label = own[0].start + len(cell.label)
        name = text.find(cell.name, label)
        rows.append(Row(cell.number, (own[0].start, label), (name, name + len(cell.name)), cells))
    header_cells = tuple(Cell(line.start, line.end) for line in header)
    has_caption = first_header > 0 and is_caption(text, lines[first_header - 1])
    caption = lines[first_header - 1] if has_caption else None
    return Table(
        first_header - 1 if caption else first_header,
        after,
        (caption.start, caption.end) if caption else None,
        header_cells,
        tuple(rows),
    )


def is_caption(text: str, line: Line) -> bool:
    """Whether the line before a table's head can be its caption."""
    return line.kind is None and not line.is_settled and "。" not in text[line.start : line.end]
