"""Addresses are a promise: an anchor that was published stays, or names its successor."""

from pathlib import Path

import pytest

from scripts import commands
from scripts.problems import Problem
from scripts.read.corpus.corpus import Corpus
from tests.conftest import CITY, IDS, UNTRANSLATED, run_scripts

NAME = f"corpus/policies/{CITY}/anchors.txt"


def check(project: Path) -> list[Problem]:
    return [problem for problem in commands.check(project) if problem.rule != UNTRANSLATED]


def rules(project: Path) -> list[str]:
    return [problem.rule for problem in check(project)]


def append(project: Path, line: str) -> None:
    file = project / NAME
    file.write_text(file.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")


@pytest.mark.parametrize("policy_id", IDS)
def test_anchors_txt_lists_what_the_text_has(corpus: Corpus, policy_id: str) -> None:
    policy = next(p for p in corpus.archive.policies if p.metadata and p.metadata.id == policy_id)
    file, present = corpus.folders[policy_id].anchors, set(policy.anchors())
    assert present <= file.lines.keys()
    assert file.lines.keys() - present == file.redirects.keys()


def test_a_removed_anchor_fails_the_check_until_a_redirect_names_its_successor(project: Path) -> None:
    assert rules(project) == []
    append(project, "s7")
    (problem,) = check(project)
    assert (problem.rule, problem.path) == ("anchor-gone", NAME)
    assert "s7 is gone" in problem.message
    append(project, "s7 -> s3")
    assert rules(project) == []
    assert run_scripts("build", cwd=project).returncode == 0
    page = (project / "docs/zh/policies" / CITY / "index.md").read_text(encoding="utf-8")
    assert '<span id="s7"></span>' in page


def test_a_redirect_leads_to_a_place_that_is_there(project: Path) -> None:
    append(project, "s7\ns7 -> s99")
    assert rules(project) == ["anchor-gone"]


def test_a_redirect_of_a_living_anchor_is_a_problem(project: Path) -> None:
    append(project, "s2 -> s3")
    assert rules(project) == ["anchor-gone"]


def test_a_renamed_heading_number_fails_the_check(project: Path) -> None:
    source = project / "corpus/policies" / CITY / "source.txt"
    data = source.read_text(encoding="utf-8")
    changed = data.replace("(二)提升服务质量。", "(三)提升服务质量。")
    assert changed != data
    source.write_text(changed, encoding="utf-8")
    found = rules(project)
    assert "sha256" in found
    assert "anchor-gone" in found
    assert "anchor-new" in found
    assert "numbering" in found


def test_build_appends_new_anchors_and_keeps_the_old_order(project: Path) -> None:
    file = project / NAME
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(lines[:-3]) + "\n", encoding="utf-8")
    assert rules(project) == ["anchor-new"]
    assert run_scripts("build", cwd=project).returncode == 0
    assert file.read_text(encoding="utf-8").splitlines() == lines


def test_build_adds_nothing_while_an_anchor_is_gone(project: Path) -> None:
    file = project / NAME
    file.write_text("s1\ns77\n", encoding="utf-8")
    assert run_scripts("build", cwd=project).returncode == 0
    assert file.read_text(encoding="utf-8") == "s1\ns77\n"


@pytest.mark.parametrize("line", ["s02", "二", "s2 -> ", "S2", "s2--3", "s1"])
def test_a_line_that_is_no_anchor_is_a_problem(project: Path, line: str) -> None:
    append(project, line)
    assert any(problem.rule == "anchor" and problem.line for problem in commands.check(project))
