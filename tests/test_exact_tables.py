"""The tables of extracted texts come back with every cell and all that it spans, whatever the cells say."""

from itertools import chain

import pytest
from hypothesis import given, settings
from lxml import html

from scripts.link.links import link_policy
from scripts.model.edits import undo
from scripts.model.glossary import Glossary
from scripts.model.policy import Bilingual, Emendation, LineRange
from scripts.model.vocabulary import (
    BlockKind,
    Certainty,
    EmendationKind,
    LayoutAction,
    Rule,
    Script,
    SectionKind,
    TargetKind,
)
from scripts.read.clean.steps import clean, find_layout_misfits
from scripts.read.extract.blocks import Paragraph, Place, Table
from scripts.read.extract.drawing import draw
from scripts.text.exact_tables import find_exact
from scripts.write.data.policy_markdown import render_policy_text
from tests.extracted import cells_of, extracted, grid_of, read_extracted, tables, tables_of
from tests.render import render_page, text_of

BEFORE = [
    *(Paragraph("墨乡市水库建设规划"), Paragraph("一、目标"), Paragraph("到2035年，建成水库。")),
    *(Paragraph("主要指标"), Paragraph("— 1 —", Place.MARGIN)),
]
AFTER = [Paragraph("二、任务"), Paragraph("（一）查坝。每周查坝。")]
PLAN = """墨乡市水库建设规划
一、目标
主要指标
序号\t类别\t指标\t2030年\t目标值\t⇠\t属性\t责任单位
⇡\t⇡\t⇡\t⇡\t2033年\t2035年\t⇡\t⇡
1\t安全\t大坝达标率（%）\t90\t95\t≥98\t约束性\t市水务局
2\t⇡\t闸门完好率（%）\t88\t\t95\t预期性\t⇡
3\t效益\t供水量（亿立方米）\t10\t11\t12\t预期性\t市水务局⏎市发展改革委
二、任务
（一）查坝。每周查坝。
"""
PAGE = """⟬
首页\t政务公开
索 引 号：\t0001/2031-5\t发文机关：\t墨乡市人民政府
成文日期：\t2031年3月4日\t文号：\t墨政发〔2031〕5号
标题：\t关于印发水库建设规划的通知\t⇠\t⇠
⟭
墨乡市水库建设规划
一、目标
到2035年，建成一批水库⟦— 1 —⟧，提升质量。
⟦— 2 —⟧⟦墨乡市⟧
二、任务
查坝。
⟬
主办：墨乡市人民政府
⟭
"""


def squeeze(words: str) -> str:
    return "".join(words.split())


def expected(table: Table) -> list[list[tuple[str, int, int]]]:
    """Return what each cell of a table says, and what it spans."""
    return [[(squeeze("".join(cell.paragraphs)) or "—", cell.rows, cell.columns) for cell in row] for row in table.rows]


@settings(max_examples=40)
@given(tables())
def test_a_table_of_any_form_comes_back_with_its_cells_and_spans(table: Table) -> None:
    policy = read_extracted(draw([*BEFORE, table, *AFTER])[0])
    (found,) = tables_of(policy)
    assert [[(squeeze(words), *spans) for words, *spans in row] for row in cells_of(policy, found)] == expected(table)
    others = [section.anchor for section in policy.walk() if section.kind is not SectionKind.ROW]
    assert others == ["preamble", "s1", "t1", "s2", "s2-1"]
    assert (found.title, policy.text.count("\n⟦")) == ("主要指标", 0)


@settings(max_examples=6)
@given(tables())
def test_every_cell_stands_on_the_page_at_its_address(table: Table) -> None:
    policy = read_extracted(draw([*BEFORE, table, *AFTER])[0])
    (found,) = tables_of(policy)
    page = html.fromstring(render_page(policy))
    for cell in chain(found.blocks, *(row.blocks for row in found.children)):
        (element,) = page.xpath("//*[@id=$anchor]", anchor=cell.anchor)
        assert (element.get("rowspan", "1"), element.get("colspan", "1")) == (str(cell.row_span), str(cell.column_span))
        assert squeeze(text_of(page, cell.anchor)) == squeeze(policy.text[cell.start : cell.end])


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        ("甲\t⇠\n乙\t丙", [[(1, 2)], [(1, 1), (1, 1)]]),
        ("甲\t⇠\t乙\n⇡\t⇡\t丙", [[(2, 1), (1, 1)], [(1, 1)]]),  # a column in which nothing begins
        ("⇡\t甲\n乙\t⇡", [[(1, 1), (2, 1)], [(1, 1)]]),  # nothing is above the first row
        ("甲\t⇠\n⇡\t乙", [[(1, 1), (1, 1)], [(1, 1), (1, 1)]]),  # no rectangle
        ("甲\t乙\n⇡\t⇡\n丙\t丁", [[(1, 1), (1, 1)], [], [(1, 1), (1, 1)]]),  # a row in which nothing begins
        ("甲\t⇠\t乙\n⇡\t⇡\t丙\n丁\t戊\t己", [[(2, 2), (1, 1)], [(1, 1)], [(1, 1), (1, 1), (1, 1)]]),
        ("甲\t乙\n丙\t丁\t戊", [[(1, 1), (1, 1), (1, 1)], [(1, 1), (1, 1), (1, 1)]]),  # a row that is too short
    ],
)
def test_signs_join_what_is_a_rectangle(rows: str, cells: list[list[tuple[int, int]]]) -> None:
    (table,) = find_exact(rows)
    assert [[(cell.rows, cell.columns) for cell in row.cells] for row in table.rows] == cells


def test_uneven_lines_cost_no_more_than_they_hold() -> None:
    wide = "\t" * 4000 + "\n" + "甲\t乙\n" * 4000
    assert list(find_exact(wide)) == []


@pytest.mark.parametrize(
    ("rows", "head"),
    [
        ("序号\t重点任务\t牵头单位\n1\t查坝\t某局\n2\t查闸\t某局", 1),
        ("序号\t人员\t参保缴费渠道\n1\t居民\t银行", 1),
        ("\t2033年\t2035年\n达标率\t95\t98", 1),
        ("序号\t指标\t2030年基数\t2033年计划\n1\t达标率\t95\t98", 1),
        ("水库\t甲库\t乙库\n坝高\t12\t14\n库容\t95\t98\n面积\t3\t4", 1),  # all below are values
        ("指标\t目标值\t⇠\n⇡\t2033年\t2035年\n达标率\t95\t98", 2),
        ("主要指标表\t⇠\t⇠\n指标\t2033年\t2035年\n达标率\t95\t98", 2),  # its title is its first row
        ("指标\t目标值\t⇠\n达标率\t95\t98\n完好率\t90\t95", 1),  # divided below, and by no head
        ("项目名称\t甲库加固\n建设单位\t某公司\n投资\t3亿元", 0),  # a form
        ("项目名称\t\t建设单位\t\n联系人\t\t联系电话\t", 0),
        ("甲\t乙\n丙\t丁", 0),  # in doubt
        ("一、基本情况\t⇠\n坝高\t12", 0),
        ("1\t查坝\t某局\n2\t查闸\t某局", 0),
    ],
)
def test_the_head_is_as_many_rows_as_say_so(rows: str, head: int) -> None:
    (table,) = tables_of(read_extracted(f"规划\n{rows}\n"))
    assert len(grid_of(table).head) == head


@pytest.mark.parametrize(
    ("rows", "anchors"),
    [
        ("序号\t任务内容\n1\t查坝\n2\t查闸", ["t1-r1", "t1-r2"]),
        ("序号\t任务内容\n5\t查坝\n6\t查闸", ["t1-r5", "t1-r6"]),
        ("序号\t任务内容\n1\t查坝\n⇡\t修坝\n2\t查闸", ["t1-r1", "t1-r1_2", "t1-r2"]),
        ("序号\t任务内容\n3\t查坝\n4\t查闸\n合计\t⇠", ["t1-r3", "t1-r4", "t1-r5"]),
        ("序号\t任务内容\n安全\t⇠\n1\t查坝\n2\t查闸", ["t1-r1", "t1-r2", "t1-r3"]),  # by place
        ("任务内容\t责任单位\n查坝\t某局", ["t1-r1"]),
    ],
)
def test_rows_have_the_numbers_that_they_print(rows: str, anchors: list[str]) -> None:
    policy = read_extracted(f"规划\n{rows}\n")
    assert [row.anchor for row in tables_of(policy)[0].children] == anchors
    page = html.fromstring(render_page(policy))
    assert page.xpath("//tbody/tr/@id") == anchors


def test_a_figure_has_the_year_the_unit_and_the_row_of_its_place() -> None:
    targets = link_policy(read_extracted(PLAN), Glossary())[0].targets
    assert [(target.name, int(target.value or 0), target.unit, target.year, target.kind) for target in targets] == [
        ("大坝达标率", 90, "%", 2030, TargetKind.BASELINE),
        ("大坝达标率", 95, "%", 2033, TargetKind.TARGET),
        ("大坝达标率", 98, "%", 2035, TargetKind.TARGET),
        ("闸门完好率", 88, "%", 2030, TargetKind.BASELINE),
        ("闸门完好率", 95, "%", 2035, TargetKind.TARGET),
        ("供水量", 1000000000, "立方米", 2030, TargetKind.BASELINE),
        ("供水量", 1100000000, "立方米", 2033, TargetKind.TARGET),
        ("供水量", 1200000000, "立方米", 2035, TargetKind.TARGET),
    ]


def test_a_head_of_two_rows_is_one_on_the_page_and_in_markdown() -> None:
    policy = read_extracted(PLAN)
    page = html.fromstring(render_page(policy))
    (divided,) = page.xpath("//thead//th[@colspan]")
    assert (divided.text_content(), divided.get("scope"), len(page.xpath("//thead/tr"))) == ("目标值", "colgroup", 2)
    second = page.xpath("//tr[@id='t1-r2']")[0]
    assert second.get("data-above") == "类别 安全 · 责任单位 市水务局"
    assert [cell.get("data-label") for cell in second][2:5] == ["2030年", "目标值 2033年", "目标值 2035年"]
    text = render_policy_text(policy, "规划")
    assert '<th colspan="2">目标值</th>' in text
    assert "</tr><tr><th>2033年</th><th>2035年</th></tr></thead>" in text
    assert "市水务局 市发展改革委" in policy.text  # two paragraphs of a cell, which stand apart on the page
    (divided,) = page.xpath("//tbody//td[br]")
    assert divided.text_content() == "市水务局 市发展改革委"


def test_a_form_says_by_its_first_cells_what_a_row_is_about() -> None:
    page = html.fromstring(render_page(read_extracted("规划\n项目名称\t甲库\n总投资\t3亿元\n")))
    assert page.xpath("//table//th/@scope") == ["row", "row"]
    assert page.xpath("//thead") == []


def test_what_stands_around_the_document_goes_and_still_says_what_it_is() -> None:
    policy = read_extracted(PAGE)
    assert policy.text == "墨乡市水库建设规划\n一、目标\n到2035年，建成一批水库，提升质量。\n二、任务\n查坝。"
    rules = {edit.rule for edit in policy.edits if edit.before.strip()}
    assert rules == {Rule.WEB_PAGE, Rule.PAGE_NUMBER}
    said = policy.said
    found = said.title, said.number, said.date, *said.issuers
    values = [each and each.value for each in found]
    assert values == ["关于印发水库建设规划的通知", "墨政发〔2031〕5号", "2031-03-04", "墨乡市人民政府"]
    assert [each and policy.source.text[each.start : each.end] for each in found][3:] == ["墨乡市人民政府"]


def test_the_editors_keep_lines_around_a_document_and_leave_out_rows() -> None:
    reason = Bilingual("见文件。", "As filed.")
    keep = LineRange(LayoutAction.KEEP, 14, 14, reason)
    assert read_extracted(PAGE, (keep,)).text.endswith("查坝。\n主办：墨乡市人民政府")
    assert read_extracted(PAGE, (LineRange(LayoutAction.KEEP, 10, 10, reason),)).text.count("—2—墨乡市") == 1
    drop = LineRange(LayoutAction.DROP, 7, 7, reason)
    policy = read_extracted(PLAN, (drop,))
    rows = tables_of(policy)[0].children
    assert ([row.anchor for row in rows], [len(row.blocks) for row in rows]) == (["t1-r1", "t1-r3"], [8, 8])
    assert list(find_layout_misfits(extracted(PLAN), (drop,), None)) == []


def test_an_emendation_in_a_cell_keeps_the_table() -> None:
    why = Bilingual("缺字。", "A character is lost.")
    emendation = Emendation(6, "大坝达标率", "水坝达标率", EmendationKind.DAMAGE, Certainty.CERTAIN, why, why)
    policy = read_extracted(PLAN, (), (emendation,))
    assert tables_of(policy)[0].children[0].title == "水坝达标率（%）"


def test_a_traditional_text_keeps_its_characters_and_its_cells() -> None:
    text = (
        "品質提升計畫編審辦法\n第 1 條\n為管理品質提升計畫，訂定本辦法。\n主要指標\n"
        "序號\t指標\t目標值\t⇠\n⇡\t⇡\t2033年\t2035年\n1\t產品合格率（%）\t95\t98\n2\t檢驗機構（家）\t20\t\n"
    )
    policy = read_extracted(text)
    assert policy.script is Script.HANT
    (table,) = tables_of(policy)
    assert [cell[0] for row in cells_of(policy, table) for cell in row] == [
        *("序號", "指標", "目標值", "2033年", "2035年"),
        *("1", "產品合格率（%）", "95", "98", "2", "檢驗機構（家）", "20", "—"),
    ]


def test_what_guesses_sees_other_tables_as_before() -> None:
    flat = "序号 指标 2035年\n1 大坝达标率 95\n2 闸门完好率 90\n"
    policy = read_extracted(f"规划\n一、目标\n{flat}二、任务\n甲\t乙\n丙\t丁\n")
    guessed, exact = tables_of(policy)
    assert [block.kind for block in guessed.blocks] == [BlockKind.HEADER_CELL] * 3
    assert (len(guessed.children), len(exact.children)) == (2, 2)


def test_two_tables_one_below_the_other_stay_two() -> None:
    text = "规划\n甲\t乙\n丙\t丁\n\n戊\t己\n庚\t辛\n⟦— 1 —⟧\n壬\t癸\n子\t丑\n"
    assert [table.anchor for table in tables_of(read_extracted(text))] == ["t1", "t2", "t3"]


def test_signs_are_edits_of_the_ledger() -> None:
    draft = clean(PLAN, is_extracted=True)
    assert undo(draft.text, draft.edits) == PLAN
    assert not set("⇡⇠⏎⟦⟧⟬⟭\t") & set(draft.text)
