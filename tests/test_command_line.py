"""The public command line: what it prints, where, and with which exit code."""

import json
import os
import re
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.commands import convert_many
from tests.conftest import CITY, IDS, INVENTED, ROOT, run_scripts

SOURCE = ROOT / "corpus/policies/jinan-2018/source.txt"
"""A text with much damage, whose repairs take long to find: it is converted as seldom as can be."""
PLAIN = ROOT / "corpus/policies/hangzhou-2018/source.txt"


@pytest.mark.parametrize("policy_id", IDS)
def test_convert_with_an_id_prints_what_the_site_publishes_with_edits_that_undo_to_the_source(
    docs: Path, policy_id: str
) -> None:
    source = ROOT / "corpus/policies" / policy_id / "source.txt"
    result = run_scripts("convert", str(source), "--id", policy_id)
    assert result.returncode == 0
    assert re.fullmatch(rf"{source}: structure: \d+ headings, 0 odd\n", result.stderr.decode())
    printed = json.loads(result.stdout)
    published = json.loads((docs / "zh/data/policies" / f"{policy_id}.json").read_text(encoding="utf-8"))
    assert printed == published
    assert undone(printed) == source.read_bytes().decode(printed["source"]["encoding"])


def undone(value: dict[str, Any]) -> str:
    """Return the text of a policy's JSON before its edits."""
    text, place, shift = "", 0, 0
    for edit in value["edits"]:
        start = edit["start"] + shift
        text += value["text"][place:start] + edit["before"]
        place = start + len(edit["after"])
        shift += len(edit["after"]) - len(edit["before"])
    return str(text + value["text"][place:])


def test_convert_without_an_id_applies_the_rules_alone_and_gives_the_same_bytes_twice() -> None:
    result = run_scripts("convert", str(SOURCE))
    assert run_scripts("convert", str(SOURCE)).stdout == result.stdout
    value = json.loads(result.stdout)
    assert result.returncode == 0
    assert (value["id"], value["notes"]) == (None, [])
    assert "规?；洜I率" in value["text"]
    proposed = r"source.txt:21: \[damage\] '规?；洜I率' was cut at .*; perhaps '规模化经营率'"
    assert re.search(proposed.replace("规?", r"规\?"), result.stderr.decode())


def test_convert_ends_with_how_many_headings_it_read_and_which_lines_only_look_like_one(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("第一章 总则\n第一条 护堤。\n第一条之三 查堤。\nⅢ．修堤。\n", encoding="utf-8")
    last = run_scripts("convert", str(file), cwd=INVENTED).stderr.decode().splitlines()[-1]
    assert last == f"{file}: structure: 3 headings, 1 odd; 1 line looks like a heading and is not used (line 4)"


def test_convert_prints_markdown(docs: Path) -> None:
    result = run_scripts("convert", str(PLAIN), "--to", "markdown", "--id", "hangzhou-2018")
    assert result.stdout == (docs / "zh/data/policies/hangzhou-2018.md").read_bytes()


def test_convert_prints_the_markdown_of_a_text_that_nobody_described() -> None:
    source = ROOT / "corpus/policies/youxian-2023/source.txt"
    printed = run_scripts("convert", str(source), "--to", "markdown").stdout.decode()
    assert printed.startswith("# 关于印发《绵阳市游仙区“十四五”质量发展规划")
    assert '\n\n## <a id="s1"></a>一、' in printed
    assert "永久地址" not in printed


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with two texts and a file that is none."""
    (tmp_path / "a.txt").write_text("一、总体要求\n（一）指导思想。以质量为本。\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("二、主要任务\n（三)抓落实。\n", encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"")
    return tmp_path


def convert(texts: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run convert with paths below the folder."""
    paths = (str(texts / name) if "." in name or "/" in name else name for name in arguments)
    return run_scripts("convert", *paths, cwd=INVENTED)


@pytest.mark.parametrize(("to", "suffix"), [("json", ".json"), ("markdown", ".md")])
def test_convert_writes_a_file_for_every_text(texts: Path, to: str, suffix: str) -> None:
    result = convert(texts, "a.txt", "b.txt", "--to", to, "--out", "new/out")
    outputs = [texts / f"new/out/a{suffix}", texts / f"new/out/b{suffix}"]
    assert (result.returncode, result.stdout.decode()) == (0, "".join(f"{output}\n" for output in outputs))
    assert b"b.txt:1: [numbering]" in result.stderr
    assert sorted((texts / "new/out").iterdir()) == outputs
    for name, output in zip(("a.txt", "b.txt"), outputs, strict=True):
        assert output.read_bytes() == convert(texts, name, "--to", to).stdout


def test_convert_does_the_others_where_one_cannot_be_read(texts: Path) -> None:
    result = convert(texts, "a.txt", "c.txt", "d.txt", "b.txt", "--out", "new/out")
    assert result.returncode == 2
    assert sorted(path.name for path in (texts / "new/out").iterdir()) == ["a.json", "b.json"]
    unread = [line for line in result.stderr.decode().splitlines() if "[unreadable]" in line]
    assert [line.startswith(f"{texts}/{name}: ") for line, name in zip(unread, ("c.txt", "d.txt"), strict=True)]


def test_convert_reads_a_folder_with_the_folders_in_it_and_sums_up(texts: Path) -> None:
    (texts / "sub/.hidden").mkdir(parents=True)
    for name in ("sub/a.txt", "sub/d.txt", "sub/d.htm", "sub/.hidden/e.txt"):
        (texts / name).write_text("一、甲\n", encoding="utf-8")
    result = convert(texts, "./", "--out", "./new/out")
    written = ["a.json", "b.json", "sub/a.json", "sub/d.htm.json", "sub/d.txt.json"]
    assert result.returncode == 2
    assert result.stdout.decode().split() == [f"{texts}/new/out/{name}" for name in written]
    assert f"{texts}/c.txt: [unreadable] is empty" in result.stderr.decode()
    assert "6 texts: 5 written, 1 not" in result.stderr.decode()
    assert sorted(path for path in (texts / "new/out").rglob("*.json")) == [
        texts / "new/out" / name for name in written
    ]
    assert (texts / "new/out/b.json").read_bytes() == convert(texts, "b.txt").stdout
    assert convert(texts, "./", "--out", "./new/out").stdout == result.stdout  # what it wrote is no text of the folder


def read_or_end(job: convert_many.Job) -> convert_many.Read:
    """Read a text; at one of them the system ends the process."""
    if job.file.name == "2.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return convert_many.Read(job.file, job.file.name, ())


def test_a_process_that_the_system_ends_takes_one_text_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert_many, "read_one", read_or_end)
    jobs = [convert_many.Job(Path(f"{number}.txt"), "json", None, INVENTED) for number in range(20)]
    read = list(convert_many.read_all(jobs, 2))
    assert [each.file for each in read] == [job.file for job in jobs]
    assert [each.file.name for each in read if each.output is None] == ["2.txt"]
    assert "ended the process" in read[2].problems[0].message


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("./",), "--out: [output] names the folder for the"),
        (("empty/", "--out", "new/out"), "is a folder without a text in it"),
        (("sub/", "--out", "./"), "--out: [output] holds "),
        (("a.txt", "b.txt"), "--out: [output] names the folder for the 2 files"),
        (("a.txt", "b.txt", "--id", CITY), "--id: [id] names one policy, but 2 files are given"),
        (("a.txt", "b.txt", "--id", CITY, "--out", "new/out"), "--id: [id] names one policy"),
        (("a.txt", "b.txt", "sub/A.htm", "--out", "new/out"), "new/out/A.json, as "),
        (("a.txt", "a.md", "--to", "markdown", "--out", "./"), "would be written"),
        (("b.txt", "a.md", "--to", "markdown", "--out", "./"), "is a file to convert and would be written over"),
        (("a.txt", "--out", "b.txt"), "cannot be written"),
    ],
)
def test_convert_refuses_what_it_cannot_do_before_it_writes(
    texts: Path, arguments: tuple[str, ...], message: str
) -> None:
    (texts / "a.md").write_text("一、甲\n", encoding="utf-8")
    (texts / "sub").mkdir()
    (texts / "empty").mkdir()
    (texts / "sub/A.htm").write_text("一、乙\n", encoding="utf-8")
    former = {path: path.read_bytes() for path in texts.rglob("*") if path.is_file()}
    result = convert(texts, *arguments)
    assert (result.returncode, result.stdout) == (2, b"")
    assert message in result.stderr.decode()
    assert len(result.stderr.splitlines()) == 1
    assert {path: path.read_bytes() for path in texts.rglob("*") if path.is_file()} == former


def test_build_twice_writes_nothing_the_second_time_and_then_removes_what_is_stale(project: Path) -> None:
    assert b", 0 files changed" not in run_scripts("build", cwd=project).stdout
    times = {path: path.stat().st_mtime_ns for path in (project / "docs").rglob("*")}
    assert b", 0 files changed" in run_scripts("build", cwd=project).stdout
    assert {path: path.stat().st_mtime_ns for path in (project / "docs").rglob("*")} == times
    stale = project / "docs/zh/policies/atlantis-1999/index.md"
    stale.parent.mkdir()
    stale.write_text("gone", encoding="utf-8")
    assert run_scripts("build", cwd=project).returncode == 0
    assert not stale.exists()


def test_check_prints_problems_and_exits_1(project: Path) -> None:
    file = project / f"corpus/policies/{CITY}/emendations.yml"
    file.write_text("[]\n", encoding="utf-8")
    result = run_scripts("check", cwd=project)
    lines = result.stdout.decode().splitlines()
    assert result.returncode == 1
    assert any(line.startswith(f"corpus/policies/{CITY}/source.txt:26: [damage] '**'") for line in lines)
    assert b"site/ is not there and was not checked" in result.stderr


def test_new_starts_a_folder_that_needs_only_the_editors_words(project: Path) -> None:
    source = project / "raw.txt"
    source.write_bytes(PLAIN.read_bytes())
    result = run_scripts("new", str(source), "--id", "hangzhou-2019", cwd=project)
    folder = project / "corpus/policies/hangzhou-2019"
    assert result.returncode == 0
    assert b"corpus/policies/hangzhou-2019 is there" in result.stdout
    assert (folder / "source.txt").read_bytes() == source.read_bytes()
    drafted = yaml.safe_load((folder / "policy.yml").read_text(encoding="utf-8"))
    assert (drafted["number"], drafted["date"]) == ("市委〔2018〕27号", "2018-12-10")
    assert yaml.safe_load((folder / "emendations.yml").read_text(encoding="utf-8")) == []
    assert "targets" in yaml.safe_load((folder / "topics.yml").read_text(encoding="utf-8"))
    assert b"policy.yml" in run_scripts("check", cwd=project).stdout


def test_new_lists_the_spots_that_look_damaged(project: Path) -> None:
    run_scripts("new", str(SOURCE), "--id", "jinan-2019", cwd=project)
    draft = (project / "corpus/policies/jinan-2019/emendations.yml").read_text(encoding="utf-8")
    assert draft.count("# - line:") == 6
    assert re.search(r'before: "务\?；I备"\n#   after: "务。筹备"', draft)
    assert draft.count("#   after:") == 6
    assert yaml.safe_load(draft) == []


def test_an_unknown_command_is_refused() -> None:
    assert run_scripts("destroy").returncode == 2
    assert run_scripts().returncode == 2
