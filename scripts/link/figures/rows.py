"""The figures of a table: in each row the one under every head that names a year or a goal.

The head says the year, and which column only says what was reached; the row's name, its column of units, or the head
itself says the unit. A table whose head has no such column states none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from scripts.link.figures.quantities import (
    MOST_DIGITS,
    QUANTITY_PATTERN,
    Quantity,
    find_quantities,
    plain,
    read_quantity,
)
from scripts.link.figures.sentences import YEAR_PATTERN
from scripts.link.figures.wording import MAKING_PATTERN, SUFFIX_PATTERN, comparator
from scripts.model.archive import Target
from scripts.model.grid import read_grid
from scripts.model.policy import Block, Policy, Section
from scripts.model.vocabulary import Change, Comparator, TargetKind
from scripts.text.cells import Column, find_column, heads_by_column, is_empty, is_value
from scripts.text.numerals import MAGNITUDES

# 主要食用农产品监测合格率（%）: the unit, at the end of a row's name
UNIT_PATTERN = re.compile(r"（([^（）]+)）$")
# 2025年（亿元）, 2025年[%]
HEAD_UNIT_PATTERN = re.compile(r"[（(\[［]([^（()）\[\]［］]{1,8})[)）\]］]$")
MAGNITUDE_PATTERN = re.compile("|".join(sorted(MAGNITUDES, key=len, reverse=True)))
BASELINE_HEAD_PATTERN = re.compile("现状|基期|基准|基数|实际|实绩|完成|当前|目前")
RATE_HEAD_PATTERN = re.compile("年均|增速|增长率|增幅")
GROWTH_HEAD_PATTERN = re.compile("年均|累计|增[长速幅]")
# these say how much a row counts, not what is to be reached
WEIGHT_HEAD_PATTERN = re.compile("分值|权重|参考|标准")
BRACKETS = "[［〔【（("
"""Between these stand, under 年均增长, sums over the years, in the row's own unit."""
SIGNS = (
    ("≥≧", Comparator.AT_LEAST),
    ("≤≦", Comparator.AT_MOST),
    (">＞﹥", Comparator.ABOVE),
    ("<＜﹤", Comparator.BELOW),
    ("~～≈", Comparator.ABOUT),
)


class Head(NamedTuple):
    """What the head says of a column of values."""

    place: int
    year: int | None
    kind: TargetKind
    growth: str
    """年均增长, where the values are that of the row's name; else empty."""
    unit: str | None


class Heads(NamedTuple):
    """What the head of a table says: its columns of values, and the place of its column of units."""

    width: int
    values: tuple[Head, ...]
    unit: int | None
    standing: Mapping[str, Sequence[Block]] = MappingProxyType({})
    """By the anchor of each row: the cell that stands in each column, which may have begun further up."""


def read_heads(policy: Policy, table: Section) -> Heads:
    """Return what the head of a table says."""
    grid = read_grid(table)
    heads = [[words_of(policy, block) for block in blocks] for blocks in grid.heads()] if grid else []
    standing: Mapping[str, Sequence[Block]] = {}
    if grid and heads:
        standing = {row.anchor: cells for row, cells in zip(table.children, grid.standing(), strict=True)}
    else:
        heads = [[head] for head in guessed_heads(policy, table)]
    columns = [next(filter(None, map(find_column, reversed(words))), None) for words in heads]
    years = {place: year_of(" ".join(heads[place])) for place, own in enumerate(columns) if own is Column.VALUE}
    known = {year for year in years.values() if year}
    first = min(known) if len(known) > 1 else None
    values = tuple(
        head_of(place, heads[place], year or year_of(table.title), is_first=first is not None and year == first)
        for place, year in years.items()
        if not any(map(WEIGHT_HEAD_PATTERN.search, heads[place]))
    )
    unit = columns.index(Column.UNIT) if Column.UNIT in columns else None
    return Heads(len(heads), values, unit, standing)


def guessed_heads(policy: Policy, table: Section) -> Sequence[str]:
    """Return what the head says of each column, where nothing but its words tells how its cells stand."""
    width = max((len(row.blocks) for row in table.children), default=0)
    words = [words_of(policy, block) for block in table.blocks]
    return heads_by_column(words, width) or heads_by_column(words, width - 1)


def words_of(policy: Policy, block: Block) -> str:
    """Return the words of a block."""
    return policy.text[block.start : block.end]


def head_of(place: int, heads: Sequence[str], year: int | None, *, is_first: bool) -> Head:
    """Return what the head says of a column, from its highest cell to its lowest.

    The first of several years was reached when the others were set.
    """
    units = [HEAD_UNIT_PATTERN.search(head) for head in heads]
    plain_heads = [head[: unit.start()] if unit else head for head, unit in zip(heads, units, strict=True)]
    words = " ".join(plain_heads)
    growth = next(filter(GROWTH_HEAD_PATTERN.search, reversed(plain_heads)), "")
    is_past = (is_first and not growth) or BASELINE_HEAD_PATTERN.search(words)
    kind = TargetKind.BASELINE if is_past else TargetKind.TARGET
    unit = next((unit for unit in reversed(units) if unit), None)
    known = unit[1] if unit and unit[1] not in ("累计", "预期性", "约束性") else None
    return Head(place, year, kind, growth, known or ("%" if RATE_HEAD_PATTERN.search(words) else None))


def year_of(head: str) -> int | None:
    """Return the last year that a head names."""
    years = [int(match["year"]) for match in YEAR_PATTERN.finditer(head)]
    return years[-1] if years else None


def row_targets(policy: Policy, heads: Heads, row: Section) -> Iterator[Target]:
    """Yield the figures of a row; one that the text sets without a number has no value."""
    text, cells = policy.text, cells_by_column(heads, row)
    in_title = UNIT_PATTERN.search(row.title)
    unit_cell = cells.get(heads.unit) if heads.unit is not None else None
    unit = in_title[1] if in_title else text[unit_cell.start : unit_cell.end] if unit_cell else None
    name = row.title[: in_title.start()] if in_title else row.title
    name = MAKING_PATTERN.sub("", name, count=1) if MAKING_PATTERN.match(name) else name
    unit = unit if unit and not is_empty(unit) else None
    for head in heads.values:
        cell = cells.get(head.place)
        if cell and cell.start >= row.start and cell.column_span == 1 and not is_empty(words_of(policy, cell)):
            own = head.unit if head.growth and text[cell.start] not in BRACKETS else unit or head.unit
            target = cell_target(policy, head, cell, name + head.growth, own)
            if target.value is not None or target.kind is TargetKind.TARGET:
                yield target


def cells_by_column(heads: Heads, row: Section) -> Mapping[int, Block]:
    """Return the cell that stands in each column of a row; where nothing tells, what spans rows stands at the left."""
    if row.anchor in heads.standing:
        return dict(enumerate(heads.standing[row.anchor]))
    return dict(enumerate(row.blocks, heads.width - len(row.blocks)))


def cell_target(policy: Policy, head: Head, cell: Block, name: str, unit: str | None) -> Target:
    """Return the figure of a cell."""
    text = policy.text
    quantity = quantity_of(text, cell)
    bound = SUFFIX_PATTERN.match(text, quantity.end, cell.end) if quantity else None
    before = text[cell.start : quantity.start] if quantity else ""
    sign = next((found for signs, found in SIGNS if before[-1:] and before[-1] in signs), None)
    own_unit = quantity.unit if quantity and not unit else unit
    magnitude = MAGNITUDE_PATTERN.match(own_unit) if own_unit else None
    factor = MAGNITUDES[magnitude[0]] if magnitude and quantity else 1
    return Target(
        policy.metadata.id if policy.metadata else "",
        cell.anchor,
        cell.start,
        cell.end,
        name,
        sign or comparator(before, bound[0] if bound else quantity.over if quantity else ""),
        expanded(quantity.value, factor) if quantity else None,
        expanded(quantity.value_max, factor) if quantity else None,
        own_unit[magnitude.end() :] if own_unit and magnitude and quantity else own_unit,
        head.year,
        head.kind,
        Change.INCREASE if head.growth and quantity else None,
        quote=text[cell.start : cell.end],
    )


def quantity_of(text: str, cell: Block) -> Quantity | None:
    """Return the quantity that a cell holds: in a cell of a value every number is one, also 110 and 2025."""
    if is_value(text[cell.start : cell.end]):
        match = QUANTITY_PATTERN.search(text, cell.start, cell.end)
        return read_quantity(match) if match and len(match["low"]) <= MOST_DIGITS else None
    return next(find_quantities(text, cell.start, cell.end), None)


def expanded(value: Decimal | None, factor: int) -> Decimal | None:
    """Return a value without 万 and 亿."""
    return value if value is None or factor == 1 else plain(value * factor)
