"""Input that is wrong in every way that the archive promises to say clearly, with file, line and remedy."""

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from scripts.commands.build import build
from scripts.model.edits import undo
from scripts.problems import CorpusError, Problem
from scripts.read.clean.decode import read_source
from scripts.read.corpus.values import LONGEST_TEXT
from scripts.read.policy import read_policy
from tests.conftest import CITY, DISTRICT, INVENTED, run_scripts
from tests.render import render_page

TEXT = "某市质量提升方案\n一、总体要求\n（一）指导思想。以质量为本，达到97％以上。\n（二）基本原则\n坚持质量第一。\n"


def convert(data: bytes, tmp_path: Path) -> dict[str, Any]:
    """Return what the command line makes of these bytes."""
    file = tmp_path / "raw.txt"
    file.write_bytes(data)
    result = run_scripts("convert", str(file), cwd=INVENTED)
    assert result.returncode == 0, result.stderr.decode()
    value = json.loads(result.stdout)
    assert isinstance(value, dict)
    return value


def refuse(data: bytes, tmp_path: Path) -> str:
    """Return the one line with which the command line refuses these bytes."""
    file = tmp_path / "raw.txt"
    file.write_bytes(data)
    result = run_scripts("convert", str(file), cwd=INVENTED)
    message = result.stderr.decode()
    assert (result.returncode, result.stdout, message.count("\n")) == (2, b"", 1)
    assert str(file) in message
    return message


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\ufeff".encode(), b"\x00" * 40, "\u3000\n".encode()])
def test_an_empty_file_is_refused(data: bytes, tmp_path: Path) -> None:
    assert "empty" in refuse(data, tmp_path)


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html>\n<html>",
        "\ufeff<!-- 首页 -->\n<HTML lang='zh'>",
        "<?xml version='1.0'?>\n<html>",
        '<div class="a">',
    ],
)
def test_a_web_page_is_read_without_its_tags_and_is_no_source_text(page: str, tmp_path: Path) -> None:
    file, data = tmp_path / "raw.txt", f"{page}<p>一、检查</p></html>".encode()
    file.write_bytes(data)
    converted = run_scripts("convert", str(file), cwd=INVENTED)
    assert (converted.returncode, json.loads(converted.stdout)["text"]) == (0, "一、检查")
    with pytest.raises(CorpusError, match="open it in a browser"):
        read_source(data, "source.txt")


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n" + bytes(range(255)) * 9, b"\x01\x02\x03ab" * 99]
)
def test_a_binary_file_is_refused(data: bytes, tmp_path: Path) -> None:
    assert "text" in refuse(data, tmp_path)


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
    ],
)
def test_encodings_are_read_and_recorded(codec: str, encoding: str, tmp_path: Path) -> None:
    value = convert(TEXT.encode(codec), tmp_path)
    assert value["source"]["encoding"] == encoding
    assert value["text"] == TEXT.strip()


def test_big5_is_read_and_simplified(tmp_path: Path) -> None:
    text = "某市品質提升方案\n一、總體要求\n（一）指導思想。以品質為本，著力提升產品質量，達到國內領先。\n"
    value = convert(text.encode("big5"), tmp_path)
    assert (value["source"]["encoding"], value["source"]["script"]) == ("big5", "Hant")
    assert "着力提升产品质量" in value["text"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5"])
def test_every_encoding_gives_its_bytes_back(codec: str) -> None:
    data = "一、總體要求\n（一）指導思想,以品質為本。\n".encode(codec)
    policy = read_policy(read_source(data, "raw.txt"))[0]
    assert undo(policy.text, policy.edits).encode(policy.source.encoding) == data


def test_an_invalid_byte_is_named_with_its_offset_and_line(tmp_path: Path) -> None:
    data = TEXT.encode()
    place = data.index("指导".encode())
    message = refuse(data[:place] + b"\xff" + data[place:], tmp_path)
    assert f"offset {place}" in message
    assert "0xFF" in message
    assert "raw.txt:3:" in message


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    result = run_scripts("convert", str(tmp_path / "none.txt"), cwd=INVENTED)
    assert result.returncode == 2
    assert b"none.txt" in result.stderr
    assert run_scripts("convert", str(tmp_path), cwd=INVENTED).returncode == 2


def test_control_characters_are_dropped_and_recorded(tmp_path: Path) -> None:
    value = convert(TEXT.replace("质", "\x00质\x07\x1b").encode(), tmp_path)
    assert value["text"] == TEXT.strip()
    assert {edit["before"] for edit in value["edits"] if edit["rule"] == "control"} == {"\x00", "\x07\x1b"}


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\n\r\n", "\u2028"])
def test_every_line_end_gives_the_same_text(line_end: str, tmp_path: Path) -> None:
    assert convert(TEXT.replace("\n", line_end).encode(), tmp_path)["text"] == TEXT.strip()


@pytest.mark.parametrize(
    "text",
    [
        "一、总体要求\n" + "质量提升,(一)品牌?“" * 90_000,
        "一、总体要求\n" + "（一）质量。\n" * 25_000,
        "?" * 100_000,
        "(" * 100_000,
        "一、甲\n（一）乙\n" + "各" * 400_000,
    ],
    ids=["one line of 2.5 MB", "25,000 lines", "question marks", "open brackets", "a salutation without end"],
)
def test_huge_texts_are_read_whole(text: str) -> None:
    (policy, *_) = read_policy(read_source(text.encode(), "raw.txt"))  # were it quadratic, this would take minutes
    assert undo(policy.text, policy.edits) == text


HOSTILE = [
    "<script>alert(1)</script>", "<b onmouseover=x>甲</b>", "&lt;i&gt; &amp;amp;", "# 标题", "* 条目", "_强调_ **强调**", "[链接](javascript:alert(1))",
    "| a | b |", "|---|---|", "{{ 7 * 7 }}", "{% raw %}", "{# 注释 #}", "---", "title: x", "```", "~~~", ": 定义", "[^1]", "*[HTML]: x",
    "--8<-- \"README.md\"", ";--8<--", "{#s1 .x onclick=y}", "<!-- 注释 -->", "<div markdown=1>", "</div>", "![图](x.png)", "http://example.cn/a_b_c",
    "1) 甲", "+ 乙", "> 丙", "    缩进", "\\*丁\\*", "<https://x.example>", "!!! note", "=== \"戊\"", "[TOC]", "H~2~O x^2^ ==己==",
]  # fmt: skip


@pytest.mark.parametrize("line", HOSTILE)
def test_markup_in_a_text_is_printed_as_text(line: str) -> None:
    text = f"一、总体要求\n（一）指导思想\n{line}\n（二）{line}\n以质量为本。"
    policy = read_policy(read_source(text.encode(), "raw.txt"))[0]
    page = render_page(policy)
    (root,) = html.fromstring(page).find_class("policy-text")
    for lines in root.find_class("policy-links"):
        lines.drop_tree()
    assert "".join(root.text_content().split()) == "".join(policy.text.split())
    assert not root.xpath("//script | //img | //b | //em | //strong | //code | //blockquote | //pre | //del | //mark")
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    assert not root.xpath("//a[not(starts-with(@href, '#'))]")


def problems_of(project: Path) -> list[str]:
    """Return what `build` says of a spoilt corpus, having left `docs/` alone."""
    result = run_scripts("build", cwd=project)
    assert result.returncode == 1
    assert not (project / "docs").exists()
    return result.stderr.decode().splitlines()


@pytest.mark.parametrize("name", ["source.txt", "policy.yml", "emendations.yml"])
def test_a_missing_file_is_named(project: Path, name: str) -> None:
    (project / "corpus/policies" / CITY / name).unlink()
    assert any(f"corpus/policies/{CITY}/{name}: [missing-file]" in line for line in problems_of(project))


def spoil(project: Path, name: str, old: str, new: str) -> list[str]:
    file = project / "corpus/policies" / CITY / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return problems_of(project)


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("policy.yml", "sha256: ", "sha256: 0", "`sha256` is"),
        ("policy.yml", "number:", "nummer:", "policy.yml:5: [unknown-field] `nummer` is no field here"),
        ("policy.yml", "certainty: certain\n", "", "[missing-field] `certainty` is missing"),
        ("policy.yml", "certainty: certain", "certainty: maybe", "must be one of: certain, probable, conjectural"),
        ("policy.yml", f"id: {CITY}", "id: ../x", "policy.yml:1: [field] `id` is '../x'"),
        ("policy.yml", f"id: {CITY}", f"id: {DISTRICT}", f"policy.yml:1: [id] `id` is '{DISTRICT}', but the folder"),
        ("policy.yml", f"id: {CITY}", f"id: {CITY}\nid: {CITY}", "policy.yml:2: [yaml] `id` stands here twice"),
        ("policy.yml", 'date: "2031-03-09"', 'date: "2031-13"', "[field] `date` is '2031-13'"),
        ("policy.yml", "place: moxiang", "place: atlantis", "add it there"),
        ("policy.yml", "title:", "title: [", "[yaml] is not valid YAML"),
        ("emendations.yml", "before: 35∶1", "before: 36∶1", "[emendation] '36∶1' does not stand on line 26"),
        ("emendations.yml", "line: 21", "line: 22", "it stands on line 21; mend `line` or `before`"),
        ("emendations.yml", "before: 35∶1", "before: 产值", "times on line 26 of source.txt; write more of the text"),
        ("emendations.yml", "- line: 21", "- line: many", "must be a whole number from 1"),
        ("source.txt", "质", "質", "source.txt: [sha256] has sha256 "),
    ],
)
def test_what_is_wrong_with_a_policy_is_said_with_its_place(
    project: Path, name: str, old: str, new: str, expected: str
) -> None:
    assert any(expected in line for line in spoil(project, name, old, new))


def test_a_paragraph_longer_than_any_text_may_be_is_refused_with_its_line(project: Path) -> None:
    file = project / "corpus/policies" / CITY / "source.txt"
    text = file.read_text(encoding="utf-8")
    lines, longest, longer = len(text.splitlines()), "（" * LONGEST_TEXT, "[" * (LONGEST_TEXT + 1)
    file.write_text(f"{text.rstrip()}\n{longest}\n{longer}\n", encoding="utf-8")
    (problem,) = [line for line in problems_of(project) if "[size]" in line]
    assert problem.startswith(f"corpus/policies/{CITY}/source.txt:{lines + 2}: [size] has {LONGEST_TEXT + 1:,} char")
    assert "take one that has them, or leave the line out in layout.yml" in problem


def test_all_problems_are_shown_at_once(project: Path) -> None:
    spoil(project, "policy.yml", "number:", "nummer:")
    spoil(project, "emendations.yml", "line: 21", "line: 22")
    (project / "corpus/policies" / DISTRICT / "source.txt").unlink()
    (project / "corpus/policies" / DISTRICT / "notes.txt").write_text("x", encoding="utf-8")
    lines = problems_of(project)
    for expected in ("[unknown-field]", "[emendation]", "[missing-file]", "[unknown-file]"):
        assert any(expected in line for line in lines)


def test_a_problem_is_one_line_that_any_terminal_shows() -> None:
    problem = Problem("corpus/x\n\u202e.yml", 3, "field", f"`a` is {'质' * 100_000}\x1b[31m; mend it")
    place, message = str(problem).split(" [field] ")
    assert place == "corpus/x\\n\\u202e.yml:3:"
    assert message.startswith("`a` is 质质")
    assert message.endswith("质\\x1b[31m; mend it")
    assert len(message) < 700


def test_a_file_that_ends_too_early_is_at_fault_on_its_last_line(project: Path) -> None:
    file = project / f"corpus/policies/{CITY}/policy.yml"
    file.write_text("id: x\ntitle: {zh: 甲", encoding="utf-8")
    assert any(f"{CITY}/policy.yml:2: [yaml]" in line for line in problems_of(project))


def test_a_corpus_without_policies_is_a_problem(tmp_path: Path) -> None:
    assert any(problem.rule == "missing-file" for problem in build(tmp_path).problems)


def test_an_unknown_id_is_refused_with_those_that_are_known(project: Path) -> None:
    file = project / "raw.txt"
    file.write_text(TEXT, encoding="utf-8")
    for policy_id in ("atlantis-2018", "../x", ""):
        result = run_scripts("convert", str(file), "--id", policy_id, cwd=project)
        assert result.returncode == 2
        assert f"known are: {CITY}, {DISTRICT}" in result.stderr.decode()


@pytest.mark.parametrize("policy_id", ["../x", "Moxiang-2031", "moxiang", CITY, "moxiang-20310", "墨香-2031"])
def test_new_refuses_an_id_that_is_none_or_taken(project: Path, policy_id: str) -> None:
    file = project / "raw.txt"
    file.write_text(TEXT, encoding="utf-8")
    before = sorted(project.rglob("*"))
    result = run_scripts("new", str(file), "--id", policy_id, cwd=project)
    assert result.returncode == 2
    is_kept = {"__pycache__", "build"}.isdisjoint  # build/ holds the lock, and git ignores it
    assert [path for path in sorted(project.rglob("*")) if is_kept(path.relative_to(project).parts)] == [
        path for path in before if is_kept(path.relative_to(project).parts)
    ]


def test_a_failed_build_leaves_docs_whole(project: Path) -> None:
    assert run_scripts("build", cwd=project).returncode == 0
    before = {path: path.read_bytes() for path in (project / "docs").rglob("*") if path.is_file()}
    (project / "corpus/policies" / DISTRICT / "policy.yml").write_text("id: [", encoding="utf-8")
    result = run_scripts("build", cwd=project)
    assert result.returncode == 1
    assert b"docs/ was left as it was" in result.stderr
    assert {path: path.read_bytes() for path in (project / "docs").rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("policy", [CITY, DISTRICT])
def test_a_topic_that_names_no_place_is_said_with_file_and_line(project: Path, policy: str) -> None:
    topics = project / f"corpus/policies/{policy}/topics.yml"
    lines = topics.read_text(encoding="utf-8").splitlines()
    number = next(i for i, line in enumerate(lines) if line.startswith("targets: ["))
    lines[number] = "targets: [s1-1, s99-9]"
    topics.write_text("\n".join(lines) + "\n", encoding="utf-8")
    result = run_scripts("build", cwd=project)
    assert (result.returncode, result.stdout) == (1, b"")
    message = f"corpus/policies/{policy}/topics.yml:{number + 1}: [topic] topic targets names s99-9 of {policy}"
    assert message in result.stderr.decode()
    assert "Traceback" not in result.stderr.decode()


def test_a_figure_of_an_indicator_that_is_not_there_is_said_with_file_and_line(project: Path) -> None:
    targets = project / f"corpus/policies/{CITY}/targets.yml"
    row = "- action: mend\n  anchor: s2-2-p1\n  quote: 服务质量满意度达到85分\n  indicator: no-such\n  reason: {zh: 更正。, en: Put right.}\n"
    targets.write_text(targets.read_text(encoding="utf-8") + row, encoding="utf-8")
    line = targets.read_text(encoding="utf-8").count("\n") - 1
    message = f"{CITY}/targets.yml:{line}: [indicator] 'no-such' is not in indicators.yml; add it there"
    assert any(message in problem for problem in problems_of(project))


def test_a_text_that_is_no_text_raises_the_one_exception() -> None:
    with pytest.raises(CorpusError, match="not text"):
        read_source(b"\x81\x00\xff\xfe\x00\x81" * 50, "raw.bin")
