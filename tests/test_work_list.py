"""The editor's way: `new` drafts a policy and lists the work, `check ID` what is left of it, and its page is there meanwhile."""

import re
from pathlib import Path

import pytest

from scripts.check.proposed import check_proposed
from scripts.commands.build import build
from scripts.commands.new import start_policy
from scripts.commands.remarks import draw_spans
from scripts.commands.work_list import STAGES, WorkList, make_work_list, stage_of
from scripts.problems import CorpusError
from tests.conftest import copy_project

ID = "jinan-2031"
TEXT = """首页 > 政务公开
济南市河道管理办法
济政发〔2031〕7号
第一条 为了加强河道管理，制定本办法。
第二条 河道整治达标率达到95%以上。
第三条 护堤和查堤由沿岸各镇负责，记录**。
第四条 本办法自2031年7月1日起施行。
济南市人民政府
2031年5月6日
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project in which a policy was just begun."""
    copy_project(tmp_path, Path(__file__).parent / "corpus")
    (tmp_path / "raw.txt").write_text(TEXT, encoding="utf-8")
    start_policy(tmp_path / "raw.txt", ID, tmp_path)
    return tmp_path


def titles(work: WorkList) -> list[str]:
    """Return the stages that have work, in the order of the list."""
    return list(dict.fromkeys(STAGES[stage_of(problem)].title for problem in work.problems))


def confirm(project: Path) -> None:
    """Drop every comment that says that a line was proposed."""
    for file in (*(project / "corpus/policies" / ID).glob("*.yml"), project / "corpus/glossary/places.yml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"(?m)^# proposed.*\n|  # proposed.*$", "", text), encoding="utf-8")


def test_what_is_left_to_do_stands_in_the_order_of_the_stages_and_is_of_this_policy_alone(project: Path) -> None:
    work = make_work_list(project, ID)
    places = [stage_of(problem) for problem in work.problems]
    assert places == sorted(places)
    assert {problem.path.split("/")[2] for problem in work.problems} == {ID, "places.yml"}
    assert titles(work)[0] == "Damaged and doubtful spots"
    assert "What is known of the policy" in titles(work)


def test_what_new_read_from_the_text_is_a_proposal_until_the_editor_drops_the_comment(project: Path) -> None:
    proposed = [problem for problem in make_work_list(project, ID).problems if problem.rule == "proposed"]
    assert any("济政发〔2031〕7号" in problem.message and "line 3 of" in problem.message for problem in proposed)
    confirm(project)
    assert not [problem for problem in make_work_list(project, ID).problems if problem.rule == "proposed"]


def test_a_comment_counts_as_a_proposal_only_where_it_begins_so() -> None:
    text = "a: 1  # proposed: line 2\nb: 2  # as proposed\n# proposed by the words\nc: '# proposedly'\n"
    assert [problem.line for problem in check_proposed(text, "x.yml")] == [1, 3]


def test_the_pages_of_a_policy_in_preparation_are_built_and_say_so(project: Path) -> None:
    built = build(project)
    assert not built.problems
    assert any(problem.path.startswith(f"corpus/policies/{ID}/policy.yml") for problem in built.gaps)
    page = (project / f"docs/zh/policies/{ID}/index.md").read_text(encoding="utf-8")
    assert "尚在整理" in page
    assert "护堤和查堤由沿岸各镇负责" in page


def test_the_list_says_what_was_left_out_and_where(project: Path) -> None:
    remarks = "\n".join(make_work_list(project, ID).remarks)
    assert "left out as the web page around the document: line 1 of source.txt" in remarks
    assert "structure: " in remarks


def test_an_unknown_policy_is_named_with_those_that_there_are(project: Path) -> None:
    with pytest.raises(CorpusError, match="'jinan-2099' is no policy of the corpus; known are: "):
        make_work_list(project, "jinan-2099")


def test_ranges_of_lines_that_touch_are_one() -> None:
    assert draw_spans([(1, 2), (3, 3), (7, 9)]) == "lines 1–3, 7–9"
