"""Tables that were flattened to one cell a line → their rows, with the cells that spanned several rows.

A row is found by its numbered cell (1.主要食用农产品质量安全监测合格率（%）); the cells after it up to the next number
are the row's, and what stands beyond the shortest such run, before the next number, are cells that span rows below:

    内容 总体目标 具体指标 2025年 属性 | 产品质量 到2025年，…。 1.… 98% 预期性 2.… 95% 预期性 | 工程质量 …。 5.…
    └── header, spanning + 1 + trailing cells        └ spanning      └ numbered, trailing
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from scripts.read.structure.lines import Line

# 1.主要食用农产品质量安全监测合格率（%）; 5大中型工程一次验收合格率（%）, its dot lost; not 1.5万, 2023年4月, 98%
NUMBERED_PATTERN = re.compile(
    r"(?P<label>(?P<number>[1-9][0-9]?)[.．]?)\s*(?P<name>[^\s0-9.．%年月日、，。；：—～~-][^，。；：]{0,40})"
)
VALUE_LENGTH = 16
"""A cell after the numbered one is short and no sentence."""
FEWEST_ROWS = 3


class Row(NamedTuple):
    """A row: the number and name that its numbered cell prints, and its cells, after those that span rows below."""

    number: int
    label: str
    name: str
    spanning: Sequence[Line]
    span: int
    """How many rows they span."""
    cells: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the indices of its first line and of the line after it, caption, header cells and rows."""

    first: int
    after: int
    caption: Line | None
    header: tuple[Line, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """The place of a numbered cell among the lines."""

    index: int
    number: int
    label: str
    name: str


def find_tables(text: str, lines: Sequence[Line]) -> Iterator[Table]:
    """Yield the flattened tables among the lines, in their order."""
    index = 0
    while index < len(lines):
        if not text.startswith("1", lines[index].start):  # the first row's number; most lines begin otherwise
            index += 1
            continue
        numbered = numbered_cells(text, lines, index)
        table = build_table(text, lines, numbered) if len(numbered) >= FEWEST_ROWS else None
        if table:
            yield table
            index = table.after
        else:
            index += 1


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
        own = lines[cell.index : cell.index + 1 + trailing]
        above = lines[cell.index - spanning : cell.index] if i in starts else []
        rows.append(Row(cell.number, cell.label, cell.name, above, span, own))
    caption = first_header - 1
    has_caption = (
        caption >= 0 and lines[caption].kind is None and "。" not in text[lines[caption].start : lines[caption].end]
    )
    first = caption if has_caption else first_header
    return Table(first, after, lines[caption] if has_caption else None, tuple(header), tuple(rows))
