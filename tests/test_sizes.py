"""Texts of any size: too large a one is refused unread, and below the limit what a text costs grows with its bytes alone."""

import os
import tracemalloc
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.model.archive import Archive
from scripts.model.glossary import Glossary
from scripts.problems import CorpusError
from scripts.read.clean.decode import MOST_BYTES, read_bounded, read_source
from scripts.read.corpus.corpus import read_corpus
from scripts.read.policy import read_policy
from scripts.write.data.json_text import stream
from scripts.write.data.policy_json import policy_value
from tests.bench_dimensions import DIMENSIONS, make_dimension

ROOT = Path(__file__).resolve().parent.parent


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Return the one line with which a command refuses what it is given, but for one that says whom it waits for."""
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    (line,) = [line for line in printed.err.splitlines() if "is writing; waiting" not in line]
    return line


@pytest.mark.parametrize("arguments", [["convert"], ["new", "--id", "jinan-2031"]])
def test_a_text_above_the_limit_is_refused_in_one_line_with_file_size_and_remedy(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "raw.txt"
    with file.open("wb") as stream:
        stream.truncate(10**12)  # a hole: nobody could read so much
    message = refused([*arguments, str(file)], capsys)
    assert message.startswith(f"{file}: [size] has 1,000,000,000,000 bytes")
    assert f"{MOST_BYTES:,}" in message
    assert "split it" in message


def test_of_many_texts_the_large_one_is_refused_and_the_others_are_converted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    large, small = tmp_path / "large.txt", tmp_path / "small.txt"
    large.write_bytes(b"a" * (MOST_BYTES + 1))
    small.write_text("一、总体要求\n（一）指导思想。以质量为本。\n", encoding="utf-8")
    assert main(["convert", "--out", str(tmp_path / "out"), str(large), str(small)]) == 2
    assert str(large) in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["small.json"]


def test_the_source_of_a_policy_above_the_limit_is_a_problem_with_its_place(project: Path) -> None:
    source = next((project / "corpus/policies").glob("*/source.txt"))
    with source.open("ab") as stream:
        stream.truncate(MOST_BYTES + 1)
    (problem,) = [problem for problem in read_corpus(project).problems if problem.rule == "size"]
    assert problem.path == source.relative_to(project).as_posix()


def test_a_text_of_as_many_bytes_as_are_allowed_is_read(tmp_path: Path) -> None:
    file = tmp_path / "raw.txt"
    file.write_bytes(b"a" * MOST_BYTES)
    assert len(read_bounded(file, "raw.txt")) == MOST_BYTES


def test_of_what_never_ends_no_more_is_read_than_a_text_may_have() -> None:
    with pytest.raises(CorpusError, match=f"{MOST_BYTES:,}"):
        read_bounded(Path(os.devnull).with_name("zero"), "zero")


@pytest.mark.parametrize("file", ["README.md", "corpus/README.md"])
def test_the_limit_is_stated_where_texts_are_given(file: str) -> None:
    assert f"{MOST_BYTES:,} bytes" in (ROOT / file).read_text(encoding="utf-8")


def test_the_limit_is_stated_by_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("convert", "new"):
        with pytest.raises(SystemExit):
            main([command, "--help"])
        assert f"{MOST_BYTES:,} bytes" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("name", DIMENSIONS)
def test_shapes_of_every_dimension_are_as_large_as_asked_and_always_the_same(name: str) -> None:
    data = make_dimension(name, 30_000)
    assert data == make_dimension(name, 30_000)
    assert 24_000 <= len(data) <= 36_000
    assert read_source(data, name).size == len(data)


@pytest.mark.parametrize(
    "label", ["一" * 3000 + "、", "（" + "百" * 3000 + "）", "第" + "二〇" * 3000 + "条 ", "3" * 5000 + "."]
)
def test_a_label_longer_than_any_number_is_read_as_words(label: str) -> None:
    policy, _ = read_policy(read_source(f"一、目标\n{label}提升质量\n".encode(), "raw.txt"))
    assert [section.label for section in policy.walk()] == ["一、"]
    assert policy.text.endswith(f"{label}提升质量")


@pytest.mark.parametrize("name", ["lines-of-windows", "traditional-characters"])
def test_a_policy_is_hardly_larger_than_its_text_while_it_is_read_and_written(name: str) -> None:
    source = read_source(make_dimension(name, 60_000), name)
    read_policy(source)  # once before, for what is made but once
    tracemalloc.start()
    try:
        policy = read_policy(source)[0]
        written = sum(map(len, stream(policy_value(policy, Archive((policy,), Glossary())))))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert written > source.size
    assert peak < 40 * source.size  # with values of Python for each line and edit it is hundreds of times
