"""Tables come back from every way of being flattened, and what is none stays lines."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from scripts.model.edits import undo
from scripts.model.policy import Policy, Section
from scripts.model.vocabulary import SectionKind
from scripts.read.clean.decode import read_source
from scripts.read.policy import read_policy
from tests.flat_tables import NAMES, WAYS, Printable, tables
from tests.render import render_page, text_of


def read(text: str) -> Policy:
    policy, _ = read_policy(read_source(text.encode(), "text"))
    assert undo(policy.text, policy.edits) == text
    return policy


def tables_of(policy: Policy) -> list[Section]:
    return [section for section in policy.walk() if section.kind is SectionKind.TABLE]


def words(policy: Policy, section: Section) -> list[str]:
    return [policy.text[block.start : block.end] for block in section.blocks]


def plain(cell: str) -> str:
    """A cell as it is printed in the end, whatever the numbers before names and folded signs."""
    return cell.translate(str.maketrans("[]＞", "［］>"))


def expected_spans(table: Printable) -> list[int]:
    starts = [place for place, begins in enumerate(table.begins) if begins]
    return [end - start for start, end in zip(starts, [*starts[1:], len(table.rows)], strict=True)]


@settings(max_examples=60, deadline=None)
@given(
    tables(),
    st.sampled_from(WAYS),
    st.sampled_from(("注：预期性指标不分解。", "以上指标逐年考核。", "（一）压实责任。层层落实。")),
)
def test_a_flattened_table_comes_back_with_its_cells(
    table: Printable, show: Callable[[Printable], str], after: str
) -> None:
    lines = (
        "水库建设规划",
        "一、目标",
        "建设好水库。",
        *filter(None, [table.caption]),
        show(table),
        after,
        "二、任务",
        "查坝。",
    )
    policy = read("\n".join(lines))
    found = tables_of(policy)
    assert len(found) == 1
    assert found[0].title == table.caption.replace(" ", "")
    assert words(policy, found[0]) == list(table.head)
    rows = found[0].children
    assert [row.anchor for row in rows] == [f"t1-r{number}" for number in range(1, len(table.rows) + 1)]
    for row, cells in zip(rows, table.printed(), strict=True):
        own = [cell.removeprefix(row.label) if cell.endswith(tuple(NAMES)) else cell for cell in words(policy, row)]
        assert list(map(plain, own)) == list(map(plain, cells))
    spans = [block.row_span for row in rows for block in row.blocks if block.row_span > 1]
    assert spans == [span for span in expected_spans(table) if span > 1 and table.group is not None]


@pytest.mark.parametrize(
    ("lines", "is_table"),
    [
        ("序号 指标 2035年\n1 大坝达标率 95\n2 闸门完好率 90", True),
        ("| 序号 | 指标 | 2035年 |\n| 安全 |\n| 1 | 大坝达标率 | 95 |\n| 2 | 闸门完好率 | 90 |", False),
        ("1\n大坝达标率\n95\n2\n闸门完好率\n90\n3\n渠道衬砌率\n85", False),
        (
            "序号\n指标\n目标值\n属性\n2030年\n2035年\n1\n大坝达标率\n90\n95\n预期性\n2\n闸门完好率\n80\n90\n约束性",
            False,
        ),
    ],
)
def test_a_page_shows_every_cell_at_its_address_whatever_the_head_says(lines: str, is_table: bool) -> None:
    policy = read(f"水库建设规划\n一、目标\n{lines}\n二、任务\n查坝。")
    page = html.fromstring(render_page(policy))
    assert (page.find(".//table") is not None) is is_table
    for block in policy.blocks():
        assert text_of(page, block.anchor) == policy.text[block.start : block.end]
    for anchor in policy.anchors():
        assert page.xpath("//*[@id=$anchor]", anchor=anchor), anchor
