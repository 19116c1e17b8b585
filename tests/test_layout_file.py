"""What editors say of a source's lines in `layout.yml`: what is left out, what stays, what is refused."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.check.checks import check_policy
from scripts.model.archive import Archive
from scripts.model.edits import undo
from scripts.model.policy import Bilingual, LineRange, Policy
from scripts.model.vocabulary import Language, LayoutAction, Rule
from scripts.read.clean.decode import read_source
from scripts.read.clean.steps import clean, find_layout_misfits
from scripts.read.corpus.layout_file import read_layout
from scripts.read.policy import read_policy
from scripts.write.pages.policy.edits import find_changes, render_edits_page
from tests.conftest import DISTRICT

REASON = Bilingual("网页的内容。", "Words of the page.")
TEXT = "\n".join(
    [
        "首页",
        "某市堤防规划",
        "来源：某报",
        "",
        "一、检查",
        "某报客户端",
        "每周查一次。",
        "版权所有",
        "二、维修",
        "修堤防。",
        "责任编辑：某某",
        "某报电话",
    ]
)


def drop(first: int, last: int) -> LineRange:
    return LineRange(LayoutAction.DROP, first, last, REASON)


def keep(first: int, last: int) -> LineRange:
    return LineRange(LayoutAction.KEEP, first, last, REASON)


def read(*layout: LineRange) -> Policy:
    return read_policy(read_source(TEXT.encode(), "source.txt"), layout=layout)[0]


def page_lines(policy: Policy) -> list[int]:
    return [problem.line for problem in check_policy(policy, "source.txt") if problem.rule == "page-line"]


def test_lines_that_no_rule_knows_go_by_an_edit_of_their_own() -> None:
    policy = read(drop(6, 6))
    assert policy.text.split("\n") == ["某市堤防规划", "一、检查", "每周查一次。", "版权所有", "二、维修", "修堤防。"]
    assert [edit.before for edit in policy.edits if edit.rule is Rule.LEFT_OUT] == ["某报客户端\n"]
    assert undo(policy.text, policy.edits) == TEXT


def test_beside_what_a_rule_leaves_out_the_editors_lines_are_an_edit_of_their_own() -> None:
    edits = read_policy(
        read_source("一、检查\n每周查一次。\n某报\n责任编辑：某某".encode(), "x"), layout=(drop(3, 3),)
    )[0].edits
    assert [(edit.rule, edit.before) for edit in edits] == [
        (Rule.WEB_PAGE, "\n"),
        (Rule.LEFT_OUT, "某报\n"),
        (Rule.WEB_PAGE, "责任编辑：某某"),
    ]


def test_lines_that_a_rule_leaves_out_stay_where_the_editors_keep_them() -> None:
    policy = read(keep(3, 3), keep(12, 12))
    assert policy.text.split("\n")[:3] == ["某市堤防规划", "来源：某报", "一、检查"]
    assert policy.text.split("\n")[-2:] == ["修堤防。", "某报电话"]
    assert undo(policy.text, policy.edits) == TEXT


def test_a_line_of_a_page_that_stays_is_reported_until_the_editors_say_what_it_is() -> None:
    assert page_lines(read()) == [8]
    assert page_lines(read(keep(8, 8))) == []
    assert page_lines(read(drop(8, 8))) == []


@pytest.mark.parametrize(
    ("layout", "message"),
    [
        ((drop(6, 99),), "goes to line 99, but source.txt has 12 lines; mend `to`"),
        ((drop(4, 4),), "has only blank lines, which no text has; take the entry away"),
        ((drop(11, 12),), "has only lines that the rules leave out by themselves; take the entry away"),
        ((keep(9, 10),), "has only lines that no rule leaves out or doubts; take the entry away"),
        ((drop(2, 10),), "leaves nothing of the text, with the others; keep the lines of the document"),
    ],
)
def test_an_entry_that_fits_nothing_is_refused(layout: tuple[LineRange, ...], message: str) -> None:
    assert [misfit.message for misfit in find_layout_misfits(read_source(TEXT.encode(), "x"), layout, None)] == [
        message
    ]


def test_what_fits_is_not_refused() -> None:
    assert (
        find_layout_misfits(read_source(TEXT.encode(), "x"), (keep(3, 3), drop(6, 6), keep(8, 8), keep(11, 12)), None)
        == ()
    )


@pytest.mark.parametrize(
    ("entries", "line", "message"),
    [
        ("{action: lose, from: 1, to: 1", 1, "`action` is 'lose'; it must be one of: drop, keep"),
        ("{action: drop, from: 3, to: 2", 1, "`to` is 2, before `from`, 3; put the first line of source.txt"),
        ("{action: drop, from: 0, to: 2", 1, "`from` is '0'; it must be a whole number from 1"),
        ("{action: drop, from: 1, to: 2, line: 3", 1, "`line` is no field here; known are: action, from, to, reason"),
    ],
)
def test_a_malformed_entry_is_refused_with_its_line(tmp_path: Path, entries: str, line: int, message: str) -> None:
    file = tmp_path / "layout.yml"
    file.write_text(f"- {entries}, reason: {{zh: 网页。, en: A page.}}}}\n", encoding="utf-8")
    layout, yaml_file = read_layout(file, "layout.yml")
    assert layout == ()
    assert [problem.line for problem in yaml_file.problems] == [line]
    assert message in yaml_file.problems[0].message


def test_entries_stand_in_order_and_apart(tmp_path: Path) -> None:
    file = tmp_path / "layout.yml"
    row = "- {{action: drop, from: {}, to: {}, reason: {{zh: 网页。, en: A page.}}}}\n"
    file.write_text(row.format(3, 5) + row.format(5, 6), encoding="utf-8")
    (problem,) = read_layout(file, "layout.yml")[1].problems
    assert str(problem).startswith("layout.yml:2: [layout] `from` is 5, but an entry above goes to line 5")


def test_the_page_of_all_edits_shows_what_the_editors_left_out_and_why(invented: Archive) -> None:
    policy = next(p for p in invented.policies if p.metadata and p.metadata.id == DISTRICT)
    assert policy.metadata
    page = render_edits_page(policy, policy.metadata, find_changes(policy), Language.EN)
    assert "Line 14 of the source: The page offers news for phones here" in page
    assert "雲汀新聞客戶端" in page


LINES = st.sampled_from(
    [
        *("首页", "当前位置：首页 > 文件", "当前位置：", "索引号：", "0001/2031-1", "发文机关：某局", "成文日期：2031年1月2日", "来源：某报", "分享到"),
        *("某市堤防规划", "目 录", "一、检查……1", "一、检查", "二、维修", "每周查一次，", "修堤防。", "— 1 —", "12", "13二、维修"),
        *("# 规划", "**一、检查**", "---", "统", "一、可持续", "稳定在9", "5%以上。", "", "　　某局", "版权所有", "扫一扫", "责任编辑：某", "打印"),
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=30), st.lists(st.tuples(st.booleans(), st.integers(1, 30)), max_size=6))
def test_undoing_the_edits_gives_the_source_back_whatever_goes_and_stays(
    lines: list[str], wishes: list[tuple[bool, int]]
) -> None:
    text = "\n".join(lines)
    ranges = {line: drop(line, line) if is_dropped else keep(line, line) for is_dropped, line in wishes}
    layout = tuple(ranges[line] for line in sorted(ranges))
    draft = clean(text, layout)
    assert undo(draft.text, draft.edits) == text
    kept = [
        lines[line - 1].strip() for line in sorted(ranges) if line <= len(lines) and ranges[line] == keep(line, line)
    ]
    squeezed = "".join(draft.text.split())
    assert all("".join(words.split()) in squeezed or words == "" for words in kept)
