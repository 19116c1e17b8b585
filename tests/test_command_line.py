"""The public command line: what it prints, where, and with which exit code."""

import json
import re
from pathlib import Path

import pytest
import yaml

from tests.conftest import CITY, IDS, INVENTED, ROOT, UNTRANSLATED, run_scripts

SOURCE = INVENTED / "corpus/policies" / CITY / "source.txt"


@pytest.fixture(scope="module")
def published() -> Path:
    """The data of the archive, as they are published."""
    assert run_scripts("build").returncode == 0
    return ROOT / "docs/zh/data"


@pytest.mark.parametrize("policy_id", IDS)
def test_convert_with_an_id_prints_what_the_site_publishes(published: Path, policy_id: str) -> None:
    source = ROOT / "corpus/policies" / policy_id / "source.txt"
    result = run_scripts("convert", str(source), "--id", policy_id)
    assert (result.returncode, result.stderr) == (0, b"")
    known = json.loads((published / "policies" / f"{policy_id}.json").read_text(encoding="utf-8"))
    assert json.loads(result.stdout) == known


def test_convert_prints_the_edits_that_undo_to_the_source(project: Path) -> None:
    value = json.loads(run_scripts("convert", str(SOURCE), "--id", CITY, cwd=project).stdout)
    source = SOURCE.read_bytes().decode(value["source"]["encoding"])
    text, place, shift = "", 0, 0
    for edit in value["edits"]:
        start = edit["start"] + shift
        text += value["text"][place:start] + edit["before"]
        place = start + len(edit["after"])
        shift += len(edit["after"]) - len(edit["before"])
    assert text + value["text"][place:] == source


def test_convert_without_an_id_applies_the_rules_alone() -> None:
    result = run_scripts("convert", str(SOURCE))
    value = json.loads(result.stdout)
    assert result.returncode == 0
    assert (value["id"], value["notes"]) == (None, [])
    assert "检验检测**平台" in value["text"]
    assert re.search(rb"source.txt:26: \[damage\] '\*\*' looks like lost text", result.stderr)


def test_convert_prints_markdown(project: Path) -> None:
    assert run_scripts("build", cwd=project).returncode == 0
    result = run_scripts("convert", str(SOURCE), "--to", "markdown", "--id", CITY, cwd=project)
    assert result.stdout == (project / "docs/zh/policies" / CITY / "index.md").read_bytes()
    assert "## 一、总体要求" in run_scripts("convert", str(SOURCE), "--to", "markdown").stdout.decode()


def test_convert_gives_the_same_bytes_twice() -> None:
    assert run_scripts("convert", str(SOURCE)).stdout == run_scripts("convert", str(SOURCE)).stdout


def test_build_twice_writes_nothing_the_second_time(project: Path) -> None:
    assert b", 0 files changed" not in run_scripts("build", cwd=project).stdout
    times = {path: path.stat().st_mtime_ns for path in (project / "docs").rglob("*")}
    assert b"0 files changed, 0 anchors" in run_scripts("build", cwd=project).stdout
    assert {path: path.stat().st_mtime_ns for path in (project / "docs").rglob("*")} == times


def test_build_removes_what_is_stale(project: Path) -> None:
    run_scripts("build", cwd=project)
    stale = project / "docs/zh/policies/atlantis-1999/index.md"
    stale.parent.mkdir()
    stale.write_text("gone", encoding="utf-8")
    assert run_scripts("build", cwd=project).returncode == 0
    assert not stale.exists()


def test_check_prints_problems_and_exits_1(project: Path) -> None:
    (known,) = run_scripts("check", cwd=project).stdout.decode().splitlines()
    assert f"[{UNTRANSLATED}] closing-p1 has no English" in known
    file = project / "corpus/policies" / CITY / "emendations.yml"
    file.write_text("[]\n", encoding="utf-8")
    result = run_scripts("check", cwd=project)
    lines = result.stdout.decode().splitlines()
    assert result.returncode == 1
    assert any(line.startswith(f"corpus/policies/{CITY}/source.txt:26: [damage] '**'") for line in lines)
    assert b"site/ is not there and was not checked" in result.stderr


def test_new_starts_a_folder_that_needs_only_the_editors_words(project: Path) -> None:
    source = project / "raw.txt"
    source.write_bytes(SOURCE.read_bytes())
    result = run_scripts("new", str(source), "--id", "moxiang-2035", cwd=project)
    folder = project / "corpus/policies/moxiang-2035"
    assert result.returncode == 0
    assert b"corpus/policies/moxiang-2035 is there" in result.stdout
    assert (folder / "source.txt").read_bytes() == source.read_bytes()
    drafted = yaml.safe_load((folder / "policy.yml").read_text(encoding="utf-8"))
    assert (drafted["number"], drafted["date"]) == ("墨政发〔2031〕7号", "2031-03-09")
    assert yaml.safe_load((folder / "emendations.yml").read_text(encoding="utf-8")) == []
    assert b"policy.yml" in run_scripts("check", cwd=project).stdout


def test_new_lists_the_spots_that_look_damaged(project: Path) -> None:
    run_scripts("new", str(SOURCE), "--id", "moxiang-2036", cwd=project)
    draft = (project / "corpus/policies/moxiang-2036/emendations.yml").read_text(encoding="utf-8")
    assert draft.count("# - line:") == 1
    assert yaml.safe_load(draft) == []


def test_an_unknown_command_is_refused() -> None:
    assert run_scripts("destroy").returncode == 2
    assert run_scripts().returncode == 2
