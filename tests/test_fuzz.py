"""The corpus spoilt in every way (tests/fuzz): every field is known to be one, and nothing breaks; `make fuzz` does more."""

import os
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from scripts.read.corpus.corpus import read_corpus
from scripts.write.search.segmenter import Segmenter
from tests.conftest import CITY, ROOT
from tests.fuzz import watch
from tests.fuzz.__main__ import main
from tests.fuzz.case import Bench, Outcome
from tests.fuzz.corpus import make_corpus
from tests.fuzz.dictionary import ANY, EACH, Field, read_dictionary
from tests.fuzz.forms import Raw, RawKey, read_value, write_value
from tests.fuzz.look import Look
from tests.fuzz.mutation import PUT, Mutation, mutated
from tests.fuzz.pages import Pages, draw_page
from tests.fuzz.plan import make_plan, read_files
from tests.fuzz.strategies import KINDS, is_of
from tests.fuzz.verdict import find_faults

DICTIONARY = (ROOT / "corpus/README.md").read_text(encoding="utf-8")
FIELDS = read_dictionary(DICTIONARY)
IN_TESTS = 12
"""So many mutations the suite tries out, always the same; `make fuzz` has thousands."""
ORIGINAL = ("source", "original")
"""What describes a file of bytes, which a corpus of texts has not."""
NAMES = {file: {field.path for field in fields} for file, fields in FIELDS.items()}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the invented corpus, with all fields."""
    return read_files(make_corpus(tmp_path_factory.mktemp("fuzz") / "corpus"))


def entry_of(name: str) -> str:
    """Return the name by which the dictionary describes a file."""
    return next(file for file in FIELDS if is_of(name, file))


def paths_in(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the path of every value within a value; a file's own list of records is none."""
    yield path
    for key, inner in value.items() if isinstance(value, dict) else ():
        yield from paths_in(inner, (*path, key))
    for inner in value if isinstance(value, list) else ():
        yield from paths_in(inner, (*path, EACH) if path else ())


@pytest.mark.parametrize("is_invented", [True, False])
def test_every_field_of_the_corpora_is_in_the_dictionary(files: dict[str, bytes], *, is_invented: bool) -> None:
    own = files if is_invented else read_files(ROOT / "corpus")
    for name in sorted(own.keys() - {"README.md"}):
        known = NAMES[entry_of(name)] | {()}
        found = set(paths_in(read_value(name, own[name])))
        if (ANY,) in known:
            found = {(ANY, *path[1:]) if path else path for path in found}
        assert found <= known, name


def test_the_invented_corpus_has_every_field_of_the_dictionary(files: dict[str, bytes]) -> None:
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for name, data in files.items():
        found[entry_of(name)] |= set(paths_in(read_value(name, data)))
    assert {
        file: missing
        for file, known in NAMES.items()
        if (ANY,) not in known and (missing := known - found[file] - {ORIGINAL})
    } == {}


def with_nonsense(value: Any, path: tuple[str, ...]) -> Any:
    """Return a value with a field in every mapping that no reader knows; its name says where it is."""
    if isinstance(value, list):
        return [with_nonsense(item, (*path, EACH) if path else ()) for item in value]
    if not isinstance(value, dict) or "policy" in value:  # what a policy of the archive is, another file says
        return value
    inner = {key: with_nonsense(item, (*path, key)) for key, item in value.items()}
    return inner | {f"nonsense in {'.'.join(path)}:": "x"}


def test_the_readers_know_the_fields_of_the_dictionary_and_no_others(files: dict[str, bytes], tmp_path: Path) -> None:
    for name, data in files.items():
        is_read = name.endswith(".yml") and (ANY,) not in NAMES[entry_of(name)]
        target = tmp_path / "corpus" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(write_value(name, with_nonsense(read_value(name, data), ())) if is_read else data)
    known: dict[tuple[str, str], set[str]] = defaultdict(set)
    for problem in read_corpus(tmp_path).problems:
        if match := re.match(r"`nonsense in (.*):` is no field here; known are: (.*)", problem.message):
            known[entry_of(problem.path.removeprefix("corpus/")), match[1]] |= set(match[2].split(", "))
    in_dictionary: dict[tuple[str, str], set[str]] = defaultdict(set)
    for file, own in NAMES.items():
        if file.endswith(".yml") and (ANY,) not in own:
            for path in own - {path for path in own if path[-1] == EACH}:
                in_dictionary[file, ".".join(path[:-1])].add(path[-1])
    assert known == in_dictionary


def test_every_field_is_spoilt_in_every_way(files: dict[str, bytes]) -> None:
    """A field that is new in the dictionary needs no other line for that."""
    new = DICTIONARY.replace("| `certainty` |", "| `weight` | how much it weighs | `3` |\n| `certainty` |", 1)
    fields = sum(map(len, read_dictionary(new).values()))
    plan = make_plan(new, files, 2 * fields, 3)
    assert [mutation.number for mutation in plan] == list(range(1, 2 * fields + 1))
    count = Counter((entry_of(mutation.file), mutation.field) for mutation in plan)
    for file, own in read_dictionary(new).items():
        assert {field.name for field in own if not count[file, field.name]} == set()
    assert count["policies/<id>/policy.yml", "weight"]
    assert {mutation.kind for mutation in plan if mutation.field} == set(KINDS)
    assert plan[:40] == make_plan(new, files, 40, 3)


def test_a_file_that_is_written_again_says_the_same(files: dict[str, bytes]) -> None:
    for name, data in files.items():
        value = read_value(name, data)
        assert read_value(name, write_value(name, value)) == value
    assert write_value("x.yml", [{"a": Raw("[["), RawKey("b: 1"): Raw("")}]) == b"- a: [[\n  b: 1\n"
    assert write_value("x.jsonl", [{"a": Raw("NaN"), RawKey('"a": 1'): Raw("")}]) == b'{"a": NaN, "a": 1}\n'


def test_an_example_of_the_dictionary_may_be_a_mapping_with_fields_of_its_own() -> None:
    text = "## `policies/<id>/`\n### `policy.yml`\n| `a.b` | x | `1`, `- {c: 2}` |\n## Words\n| `d` | x | `y` |\n"
    name = "policies/<id>/policy.yml"
    assert read_dictionary(text) == {
        name: (
            Field(name, ("a",), ()),
            Field(name, ("a", "b"), ("1", [{"c": "2"}])),
            Field(name, ("a", "b", "[]"), ({"c": "2"},)),
            Field(name, ("a", "b", "[]", "c"), ("2",)),
        )
    }


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("corpus/x.yml:1: [field] `a` must be a text", ""),
        ("corpus/x.yml:9: [field] `a` must be a text", "no such line"),
        ("corpus/y.yml:1: [field] `a` must be a text", "names another file only"),
        ("corpus/x.yml:1: [field] `a` is 3", "no remedy"),
        ("site/x.yml: [field] `a` must be a text", "no place in the corpus"),
        ("Traceback (most recent call last):", "printed what is no problem"),
        ("corpus/x.yml:1: [field] `\u202e` must be a text", "printed what no terminal shows"),
        (f"corpus/x.yml:1: [field] `{'a' * 1_000}` must be a text", "characters"),
    ],
)
def test_a_problem_needs_a_place_and_a_remedy(tmp_path: Path, line: str, fault: str) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus/x.yml").write_text("a: 3\n")
    found = list(find_faults([line], tmp_path, "x.yml"))
    assert [fault in said for said in found][:1] == [True] * bool(fault)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("# 甲\n\n乙\n", ""),
        ("# 甲\n\n<script>a()</script>\n", "elements"),
        ('# 甲\n\n<p onclick="a()">乙</p>\n', "attributes"),
        ("# 甲\n\n<a href='java\tscript:a()'>乙</a>\n", "href leads to"),
        ("# 甲\n\n<a src='//evil.example/'>乙</a>\n", "src loads"),
        ("# 甲 {#a}\n\n# 乙 {#b}\n", "more than one title"),
        ("# 甲 {#a}\n\n## 乙 {#a}\n", "ids stand twice"),
    ],
)
def test_what_is_live_in_a_page_is_seen(text: str, fault: str) -> None:
    path, pages = "zh/terms/some/index.md", Pages()
    pages.learn(draw_page(path, "# 甲 {#a}\n\n## 丙\n\n<p><a href='#a' src='x'>乙</a></p>\n"))
    found = list(pages.faults(draw_page(path, text)))
    assert [fault in said for said in found] == [True] * bool(fault)


def test_what_is_lost_or_torn_is_seen(tmp_path: Path, files: dict[str, bytes]) -> None:
    name = f"policies/{CITY}/policy.yml"
    page, data = tmp_path / "docs/zh/terms/x/index.md", tmp_path / "docs/zh/data/x.json"
    for file, text in ((page, "---\na: b\n---\n\n# 甲\n\n## 乙 {#b}\n"), (data, '["墨香市人民政府"]')):
        file.parent.mkdir(parents=True)
        file.write_text(text)
    (tmp_path / "corpus" / name).parent.mkdir(parents=True)
    (tmp_path / "corpus" / name).write_bytes(files[name])
    look = Look(tmp_path / "docs")
    mutation = Mutation(1, name, "", "", PUT, ("issuers", 0, "zh"), "丙")
    for file, text in ((page, "---\nc: b\n---\n\n# 甲\n"), (data, '["丁"]')):
        file.rename(tmp_path / file.name)
        file.write_text(text)
    said = " ".join(look.faults(tmp_path / "docs", mutation, is_accepted=True))
    for fault in ("other fields", "other headings", "ids are gone: ['b']", "stands in no data"):
        assert fault in said
    assert list(look.changed(tmp_path / "docs"))


def sleep() -> Outcome:
    time.sleep(60)
    return Outcome(0)


def abort() -> Outcome:
    os.abort()


def test_a_process_that_hangs_or_falls_is_seen_and_replaced(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, files: dict[str, bytes]
) -> None:
    ways: dict[int, Callable[[], Outcome]] = {1: sleep, 2: abort, 3: lambda: Outcome(3, "accepted")}

    def try_out(_: Bench, mutation: Mutation, note: Callable[[str], None], *, is_shown: bool) -> Outcome:
        note("check")
        return ways[mutation.number]()

    monkeypatch.setattr(watch, "IDLE", 0.3)
    monkeypatch.setattr(watch, "load_words", lambda: None)
    monkeypatch.setattr(Bench, "__init__", lambda *_: None)
    monkeypatch.setattr(Bench, "try_out", try_out)
    plan = [Mutation(number, "x", "", "", PUT) for number in ways]
    with watch.Team(tmp_path, 1) as team:
        outcomes = {outcome.number: outcome for outcome in team.try_all(plan)}
    assert outcomes[1].faults == ["check: hangs for 0.3 seconds"]
    assert outcomes[2].faults == ["check: crashes (SIGABRT)"]
    assert outcomes[3].faults == []


def test_a_field_that_the_corpus_has_not_is_put_in_with_all_of_its_example(files: dict[str, bytes]) -> None:
    around = (("period",), {"from": "2021", "until": "2025"})
    mutation = Mutation(1, "policies/x/policy.yml", "", "", PUT, ("period", "until"), "2999", around)
    assert b"period:\n  from: '2021'\n  until: '2999'\n" in mutated(mutation, b"id: x\n")


def test_nothing_breaks(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Every file, spoilt: refused with place and remedy, or accepted and built, and then whole."""
    monkeypatch.setattr(Segmenter, "tokenizer", Segmenter.tokenizer)  # so that it is put back
    code = main(["--count", str(IN_TESTS), "--seed", "7", "--jobs", "1", "--sites", "0"])
    said = capsys.readouterr().out
    assert code == 0, said
    assert f"| all files | {IN_TESTS} |" in said
