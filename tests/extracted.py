"""Extracted texts: read as one, and tables of any form to draw in them."""

from dataclasses import replace

from hypothesis import strategies as st

from scripts.model.edits import undo
from scripts.model.grid import Grid, read_grid
from scripts.model.policy import Emendation, LineRange, Original, Policy, Section, Source
from scripts.model.vocabulary import Format, SectionKind
from scripts.read.clean.decode import read_source
from scripts.read.extract.blocks import Cell, Table
from scripts.read.policy import read_policy

WORDS = (
    *("水库", "95", "≥98%", "—3—", "12", "-1-", "第2页", "一、总体要求……3", "一、查坝", "（一）查坝。", "1.", "1.1总则", "1.2目的"),
    *("第一条", "第一章总则", "附件1", "附件：1.清单", "附：", "目录", "2031年3月4日", "---", "**查坝**", "#1机组", "的", "和水库"),
    *("统", "稳定在9", "5%以上。", "每周查一次，", "某局", "墨乡市人民政府办公室", "索引号：", "文号：", "墨政发〔2031〕5号", "序号", "指标"),
    *("类别", "2031年", "版权所有", "打印", "首页", "当前位置：", "附件", "注：本表为样表。", "—", "", "专栏1工程", "——查闸"),
)  # fmt: skip
"""What a cell may hold that looks like something else; no step has a sign of them to change."""


def extracted(text: str) -> Source:
    """Return a text as one that was extracted from a file."""
    original = Original(Format.DOCX, "0" * 64, 1, "docx 1")
    return replace(read_source(text.encode(), "text"), original=original)


def read_extracted(text: str, layout: tuple[LineRange, ...] = (), emendations: tuple[Emendation, ...] = ()) -> Policy:
    """Return the policy of an extracted text, whose edits undo to it."""
    policy, _ = read_policy(extracted(text), emendations, None, layout)
    assert undo(policy.text, policy.edits) == text
    return policy


def tables_of(policy: Policy) -> list[Section]:
    """Return the tables of a policy."""
    return [section for section in policy.walk() if section.kind is SectionKind.TABLE]


def grid_of(table: Section) -> Grid:
    """Return a table laid out."""
    grid = read_grid(table)
    assert grid
    return grid


def cells_of(policy: Policy, table: Section) -> list[list[tuple[str, int, int]]]:
    """Return the words and the spans of every cell, row by row, the head's first."""
    grid = grid_of(table)
    return [
        [(policy.text[cell.block.start : cell.block.end], *cell.block[-2:]) for cell in row]
        for row in (*grid.head, *grid.body)
    ]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table each row and column of which has a cell that begins there."""
    height, width = draw(st.integers(1, 5)), draw(st.integers(2, 5))
    taken: set[tuple[int, int]] = set()
    rows: list[tuple[Cell, ...]] = []
    for row in range(height):
        cells = []
        for column in range(width):
            if (row, column) in taken:
                continue
            free = next((c for c in range(column, width) if (row, c) in taken), width) - column
            columns = draw(st.integers(1, free)) if row + 1 < height else 1
            deepest = height - row - (columns > 1)  # below, each column begins with a cell of its own
            rows_of = draw(st.integers(1, deepest)) if column else 1  # and each row with one
            taken |= {(r, c) for r in range(row, row + rows_of) for c in range(column, column + columns)}
            paragraphs = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=2))
            cells.append(Cell(tuple(paragraphs), rows_of, columns))
        rows.append(tuple(cells))
    return Table(tuple(rows))
