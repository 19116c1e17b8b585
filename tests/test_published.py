"""Addresses are a promise: an anchor that was published stays, or names its successor."""

import hashlib
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.commands.check import check
from scripts.commands.publish import Published, publish
from scripts.problems import CorpusError
from scripts.read.corpus.corpus import Corpus
from scripts.read.corpus.register_file import REGISTER
from scripts.write.disk.lock import writing
from tests.conftest import CITY, DISTRICT, IDS, ROOT, run_scripts, seal_anew

NAME = f"corpus/policies/{DISTRICT}/anchors.txt"


def rules(project: Path) -> list[str]:
    return [problem.rule for problem in check(project)]


def append(project: Path, line: str) -> None:
    file = project / NAME
    file.write_text(file.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")


@pytest.mark.parametrize("policy_id", IDS)
def test_anchors_txt_lists_what_the_text_has(corpus: Corpus, policy_id: str) -> None:
    policy = next(p for p in corpus.archive.policies if p.metadata and p.metadata.id == policy_id)
    lines = (ROOT / "corpus/policies" / policy_id / "anchors.txt").read_text(encoding="utf-8").splitlines()
    assert lines == list(policy.anchors())


def test_a_removed_anchor_fails_the_check_until_a_redirect_names_its_successor(project: Path) -> None:
    assert rules(project) == []
    append(project, "s7")
    (problem,) = check(project)
    assert (problem.rule, problem.path) == ("anchor-gone", NAME)
    assert "s7 is gone" in problem.message
    append(project, "s7 -> s2")
    assert rules(project) == []
    assert run_scripts("build", cwd=project).returncode == 0
    page = (project / "docs/zh/policies" / DISTRICT / "index.md").read_text(encoding="utf-8")
    assert "[]{#s7}" in page


def test_a_redirect_leads_to_a_place_that_is_there(project: Path) -> None:
    append(project, "s7\ns7 -> s99")
    assert rules(project) == ["anchor-gone"]


def test_a_redirect_of_a_living_anchor_is_a_problem(project: Path) -> None:
    append(project, "s2 -> s1")
    assert rules(project) == ["anchor-gone"]


def test_a_renamed_heading_number_fails_the_check(project: Path) -> None:
    source = project / "corpus/policies" / CITY / "source.txt"
    data = source.read_text(encoding="utf-8")
    changed = data.replace("\n(二)提升服务质量。", "\n(三)提升服务质量。")
    assert changed != data
    source.write_text(changed, encoding="utf-8")
    found = rules(project)
    assert "sha256" in found
    assert "anchor-gone" in found
    assert "anchor-new" in found
    assert "numbering" in found


def test_a_redirect_is_a_problem_at_its_line(project: Path) -> None:
    count = len((project / NAME).read_text(encoding="utf-8").splitlines())
    append(project, "s7\ns7 -> s99\ns2 -> s1")
    assert [(problem.rule, problem.line) for problem in check(project)] == [
        ("anchor-gone", count + 2),
        ("anchor-gone", count + 3),
    ]


def drop_anchors(project: Path, policy_id: str, count: int) -> list[str]:
    """Take the last anchors of a policy's text out of its anchors.txt; return all that it had."""
    lines = listed(project, policy_id)
    gone = {line.partition(" -> ")[0] for line in lines if " -> " in line}
    dropped = [line for line in lines if " -> " not in line and line not in gone][-count:]
    file = project / "corpus/policies" / policy_id / "anchors.txt"
    file.write_text("".join(f"{line}\n" for line in lines if line not in dropped), encoding="utf-8")
    seal_anew(project)
    return lines


def listed(project: Path, policy_id: str) -> list[str]:
    return (project / "corpus/policies" / policy_id / "anchors.txt").read_text(encoding="utf-8").splitlines()


def corpus_of(project: Path) -> dict[str, str]:
    """Return the checksum of every file of the corpus."""
    files = sorted(path for path in (project / "corpus").rglob("*") if path.is_file())
    return {str(path.relative_to(project)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_check_names_new_anchors_and_the_command_that_makes_them_permanent(project: Path) -> None:
    lines = drop_anchors(project, DISTRICT, 3)
    (problem,) = check(project)
    assert (problem.rule, problem.path) == ("anchor-new", NAME)
    assert problem.message.startswith(f"new anchors are not published yet: {', '.join(lines[-3:])};")
    assert f"`python -m scripts publish {DISTRICT}` makes them permanent" in problem.message
    (project / NAME).unlink()
    seal_anew(project)
    (problem,) = check(project)
    assert f"none of the {len(lines)} anchors is published yet" in problem.message


def test_publish_appends_new_anchors_to_the_old_ones(project: Path) -> None:
    lines = drop_anchors(project, DISTRICT, 3)
    (project / NAME).write_text("\n".join(lines[:-3]), encoding="utf-8")  # no line end at the end
    seal_anew(project)
    result = run_scripts("publish", DISTRICT, cwd=project)
    first, *_ = result.stdout.decode().splitlines()  # behind it is that its picture lacks invented characters
    assert (result.returncode, first, result.stderr) == (0, f"{DISTRICT}: anchors made permanent: 3", b"")
    assert listed(project, DISTRICT) == lines
    assert rules(project) == []


def test_publish_makes_a_new_policy_permanent(project: Path) -> None:
    lines = listed(project, DISTRICT)
    (project / NAME).unlink()
    seal_anew(project)
    assert publish(project, [DISTRICT]).anchors == {DISTRICT: len(lines)}
    assert listed(project, DISTRICT) == lines


def test_publish_without_an_id_publishes_all_and_a_second_time_nothing(project: Path) -> None:
    moved = f"corpus/policies/{CITY}/anchors.txt"  # what was published again stands at its end, behind its redirects
    former = {path: mark for path, mark in corpus_of(project).items() if path not in {REGISTER, moved}}
    lines = [drop_anchors(project, policy_id, 2) for policy_id in (CITY, DISTRICT)]
    assert publish(project, []).anchors == {CITY: 2, DISTRICT: 2}
    published = corpus_of(project)
    assert {path: published[path] for path in former} == former
    assert sorted(listed(project, CITY)) == sorted(lines[0])
    assert not any(publish(project, []).anchors.values())
    assert corpus_of(project) == published


def test_publish_of_one_policy_leaves_the_others_as_they_are(project: Path) -> None:
    drop_anchors(project, CITY, 2)
    drop_anchors(project, DISTRICT, 2)
    assert publish(project, [DISTRICT]).problems == ()
    assert {(problem.rule, problem.path) for problem in check(project)} == {
        ("anchor-new", f"corpus/policies/{CITY}/anchors.txt")
    }


FAULTS = (
    ("source.txt", "质", "質", "sha256"),
    ("policy.yml", "number:", "nummer:", "unknown-field"),
    ("emendations.yml", "line: 21", "line: 22", "emendation"),
    ("en.po", 'msgctxt "s2-2-p1"\nmsgid "', 'msgctxt "s2-2-p1"\nmsgid "旧', "outdated"),
    ("en.po", 'msgctxt "s2-2-p1"', 'msgctxt "s2-2-p99"', "words-changed"),
    ("figures_en.yml", 'name_en: "', 'name_en: "purple ', "figure"),
    ("targets.yml", "quote: ", "quote: 无", "target"),
    ("anchors.txt", "s1\n", "s1\ns77\n", "anchor-gone"),
    ("topics.yml", "targets: [", "targets: [s99, ", "topic"),
)
"""A file of the city's policy, what is put in the place of what, and the rule that says so."""


@pytest.mark.parametrize(("name", "old", "new", "rule"), FAULTS, ids=[f"{fault[0]} {fault[3]}" for fault in FAULTS])
def test_publish_refuses_a_policy_with_a_problem_and_all_named_with_it(
    project: Path, name: str, old: str, new: str, rule: str
) -> None:
    for policy_id in (CITY, DISTRICT):
        drop_anchors(project, policy_id, 2)
    file = project / "corpus/policies" / CITY / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    former = corpus_of(project)
    assert rule in {problem.rule for problem in publish(project, [CITY, DISTRICT]).problems}
    assert corpus_of(project) == former


def test_what_is_wrong_with_one_policy_keeps_no_other_back(project: Path) -> None:
    drop_anchors(project, CITY, 2)
    (project / "corpus/policies" / DISTRICT / "en.po").unlink()
    problems = publish(project, []).problems
    assert problems
    assert list(problems) == [problem for problem in check(project) if problem.rule != "anchor-new"]
    published = publish(project, [CITY])
    assert replace(published, advice={}) == Published((), {CITY: 2})  # the advice is about its picture


def test_publish_prints_every_problem_with_its_place_and_exits_1(project: Path) -> None:
    (project / "corpus/policies" / CITY / "emendations.yml").write_text("[]\n", encoding="utf-8")
    (project / "corpus/policies" / CITY / "en.po").unlink()
    drop_anchors(project, CITY, 1)
    former = corpus_of(project)
    result = run_scripts("publish", CITY, cwd=project)
    lines = result.stderr.decode().splitlines()
    assert (result.returncode, result.stdout) == (1, b"")
    assert any(line.startswith(f"corpus/policies/{CITY}/source.txt:26: [damage] '**'") for line in lines)
    assert any("[words-changed] the English of s1 is gone since edition" in line for line in lines)
    assert not any("[anchor-new]" in line for line in lines)
    assert lines[-1] == "Nothing was published."
    assert corpus_of(project) == former


def test_publish_refuses_an_unknown_id_and_names_those_that_are_known(project: Path) -> None:
    drop_anchors(project, DISTRICT, 1)
    former = corpus_of(project)
    for policy_id in ("atlantis-2018", f"../policies/{DISTRICT}", ""):
        result = run_scripts("publish", DISTRICT, policy_id, cwd=project)
        assert result.returncode == 2
        assert f"{policy_id!r}; known are: {CITY}, {DISTRICT}" in result.stderr.decode()
    assert corpus_of(project) == former


@pytest.mark.parametrize("method", ["write_bytes", "replace"])
def test_where_one_file_cannot_be_written_no_policy_is_published(
    project: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    for policy_id in (CITY, DISTRICT):
        drop_anchors(project, policy_id, 1)
    former = corpus_of(project)
    original = getattr(Path, method)

    def fail(path: Path, *arguments: object, **options: object) -> object:
        if path.parent.name == DISTRICT and "staged" in path.parts:
            raise OSError(28, "No space left on device")
        return original(path, *arguments, **options)

    monkeypatch.setattr(Path, method, fail)
    with pytest.raises(CorpusError, match="no space left on device"):
        publish(project, [])
    assert corpus_of(project) == former


def test_publish_waits_for_the_lock(whole_project: Path) -> None:
    project = whole_project
    drop_anchors(project, DISTRICT, 1)
    former = corpus_of(project)
    with writing(project):
        command = [sys.executable, "-m", "scripts", "publish", DISTRICT]
        with subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE) as waiting:
            assert waiting.stderr
            assert b"waiting" in waiting.stderr.readline()
            assert corpus_of(project) == former
            waiting.kill()


def test_only_publish_new_and_translate_template_write_into_the_corpus(project: Path) -> None:
    drop_anchors(project, CITY, 3)
    (project / f"corpus/policies/{DISTRICT}/anchors.txt").unlink()
    (project / f"corpus/policies/{DISTRICT}/en.po").unlink()
    former = corpus_of(project)
    source = f"corpus/policies/{CITY}/source.txt"
    for arguments in (
        ("build",),
        ("check",),
        ("convert", source),
        ("convert", source, "--id", CITY, "--to", "markdown"),
        ("export", "--opensearch", "archive.ndjson"),
    ):
        assert run_scripts(*arguments, cwd=project).returncode in {0, 1}, arguments
        assert corpus_of(project) == former, arguments


def test_make_publishes_only_when_it_is_told_to() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.findall(r"^.*scripts publish.*$", makefile, re.MULTILINE) == ["\t@$(PYTHON) -m scripts publish $(ID)"]
    assert re.findall(r"^(?!\.PHONY)[\w-]+:[^#\n]*\bpublish\b", makefile, re.MULTILINE) == []


@pytest.mark.parametrize("line", ["s02", "二", "s2 -> ", "S2", "s2--3", "s1"])
def test_a_line_that_is_no_anchor_is_a_problem(project: Path, line: str) -> None:
    append(project, line)
    assert any(problem.rule == "anchor" and problem.line for problem in check(project))
