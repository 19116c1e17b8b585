"""The corpora of the benchmark are such as people write: read without a problem, each text its own, the same every time."""

import os
import sys
from pathlib import Path

import pytest

from scripts.check.glossary import check_topic_places
from scripts.commands.gather import link_corpus
from scripts.commands.translations import translation_problems
from scripts.read.clean.decode import read_source
from scripts.read.corpus.corpus import Corpus, read_corpus
from scripts.read.corpus.translation_file import english_state
from scripts.read.policy import read_policy
from tests.bench.corpus import letters, write_corpus
from tests.bench.documents import KINDS, Dice, make_document, write_documents
from tests.bench.former import complete_documents, has_whole_documents
from tests.bench.letter import change_letter
from tests.bench.origins import dump, load
from tests.bench.processes import Cost, FailedError, measure
from tests.bench.refused import drop_refused
from tests.bench.report import render_row, scale
from tests.bench.rounds import Result
from tests.bench.topics import has_own_topics, read_topics
from tests.bench.trees import site_module
from tests.bench.variation import Variation
from tests.conftest import IDS, ROOT

MODEL = ROOT / "corpus"
SIZE = 20


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a corpus of the policies and of others like them."""
    folder = tmp_path_factory.mktemp("made")
    write_corpus(MODEL, folder / "corpus", SIZE, has_own=has_own_topics(MODEL))
    return folder


@pytest.fixture(scope="module")
def read(made: Path) -> Corpus:
    return read_corpus(made)


def files_below(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_made_corpus_is_read_without_a_problem_and_keeps_the_policies_as_they_are(made: Path, read: Corpus) -> None:
    assert read.problems == ()
    assert len(read.archive.policies) == SIZE
    for policy_id in IDS:
        for name in ("source.txt", "en.po", "targets.yml"):
            path = f"policies/{policy_id}/{name}"
            assert (made / "corpus" / path).read_bytes() == (MODEL / path).read_bytes()


def test_nearly_all_rows_of_a_made_corpus_fit_its_figures_and_its_topics_are_there(read: Corpus) -> None:
    archive, misfits = link_corpus(read)
    rows = sum(len(folder.corrections) + len(folder.figures) for folder in read.folders.values())
    assert len(misfits) < rows / 100
    assert list(check_topic_places(archive)) == []
    topics = list(archive.glossary.topics.values())
    assert all(any(topic.sections[own] for topic in topics) for own in read.folders)


def test_made_documents_are_the_same_every_time_and_altogether_of_the_size_that_is_asked(tmp_path: Path) -> None:
    for name in ("once", "again"):
        write_documents(tmp_path / name, 40, 500_000)
    made = files_below(tmp_path / "once")
    assert made == files_below(tmp_path / "again")
    assert len(set(made.values())) == 40
    assert 400_000 < sum(map(len, made.values())) < 600_000


def test_a_made_document_of_every_kind_has_its_headings() -> None:
    for kind in KINDS:
        policy, _ = read_policy(read_source(make_document(kind, 20_000, Dice(kind)).encode(), kind))
        assert sum(bool(section.label) for section in policy.walk()) > 20


def test_no_two_texts_of_a_made_corpus_are_the_same_and_all_are_of_the_size_of_the_policies(read: Corpus) -> None:
    policies = read.archive.policies
    assert len({policy.text for policy in policies}) == len(policies)
    lines = [set(policy.text.split("\n")) for policy in policies if policy.metadata and policy.metadata.id not in IDS]
    own = [line - set().union(*(other for other in lines if other is not line)) for line in lines]
    assert all(len(mine) > 2 for mine in own)
    sizes = [policy.source.size for policy in policies if policy.metadata and policy.metadata.id in IDS]
    assert all(min(sizes) / 2 < policy.source.size < max(sizes) * 2 for policy in policies)


def test_the_english_of_a_made_corpus_follows_its_blocks(read: Corpus) -> None:
    assert list(translation_problems(read)) == []
    states = [english_state(folder.policy, folder.translation) for folder in read.folders.values() if folder.policy]
    assert sum(state.untranslated for state in states) < sum(state.total for state in states) / 100


def test_a_made_corpus_is_the_same_bytes_every_time(made: Path, tmp_path: Path) -> None:
    write_corpus(MODEL, tmp_path / "corpus", SIZE, has_own=has_own_topics(MODEL))
    assert files_below(tmp_path / "corpus") == files_below(made / "corpus")


@pytest.mark.parametrize("has_own", [True, False])
def test_topics_are_written_to_either_place_and_read_from_it(tmp_path: Path, has_own: bool) -> None:
    write_corpus(MODEL, tmp_path, SIZE, has_own=has_own)
    assert has_own_topics(tmp_path) is has_own
    topics = read_topics(tmp_path)
    assert len(topics) == SIZE
    assert {policy: topics[policy] for policy in IDS} == read_topics(MODEL)


def test_a_number_and_a_place_are_changed_alike_in_chinese_and_english() -> None:
    variation = Variation("jinan-aaa-2018")
    chinese, english = "济南的5000亿元和97%，到2020年100%达标", "RMB 5,000 of Jinan and 97% by 2020, 100%"
    changed, followed = variation.text(chinese), variation.english(english, chinese)
    number = variation.number("5000")
    assert changed == f"{variation.place}的{number}亿元和{variation.number('97')}%，到2020年100%达标"
    assert followed == f"RMB {int(number):,} of {variation.place_en} and {variation.number('97')}% by 2020, 100%"
    assert variation.value("500000000000", chinese) == f"{number}00000000"
    assert variation.text("《济南市规划》和济南市") == "《济南市规划》和济南市"


def test_one_changed_letter_is_one_changed_letter(tmp_path: Path) -> None:
    write_corpus(MODEL, tmp_path / "corpus", 6, has_own=has_own_topics(MODEL))
    before = files_below(tmp_path)
    change_letter(tmp_path, 0)
    after = files_below(tmp_path)
    changed = sorted(path for path in after if after[path] != before[path])
    assert [path.rpartition("/")[2] for path in changed] == ["policy.yml", "source.txt"]
    first, second = before[changed[1]].decode(), after[changed[1]].decode()
    assert sum(a != b for a, b in zip(first, second, strict=True)) == 1
    assert read_corpus(tmp_path).problems == ()


def test_what_a_build_refuses_is_taken_out(tmp_path: Path) -> None:
    folder = tmp_path / "corpus/policies/jinan-2018"
    folder.mkdir(parents=True)
    dump(folder / "targets.yml", [{"anchor": "p1", "quote": "一"}, {"anchor": "p2", "change": "x"}, {"anchor": "p3"}])
    dump(folder / "policy.yml", {"id": "jinan-2018", "colour": "red"})
    dump(folder / "colours.yml", [])
    name = "corpus/policies/jinan-2018"
    printed = f"{name}/targets.yml:4: [unknown-field] …\n{name}/policy.yml:2: [unknown-field] …\n{name}/colours.yml: [unknown-file] …\n"
    assert drop_refused(tmp_path, printed) == 3
    assert load(folder / "targets.yml") == [{"anchor": "p1", "quote": "一"}, {"anchor": "p3"}]
    assert load(folder / "policy.yml") == {"id": "jinan-2018"}
    assert not (folder / "colours.yml").exists()


def test_the_cost_of_a_command_is_that_of_all_its_processes(tmp_path: Path) -> None:
    child = "import time; data = bytearray(b'x') * 60_000_000; time.sleep(0.5)"
    program = (
        f"import subprocess, sys; children = [subprocess.Popen([sys.executable, '-c', {child!r}]) for _ in range(2)];"
        " open('new.txt', 'w').write('12345'); [child.wait() for child in children]"
    )
    (tmp_path / "old.txt").write_text("as it was")
    cost = measure([sys.executable, "-c", program], tmp_path, {})
    assert cost.seconds > 0.5
    assert 57 < cost.largest < 90
    assert cost.together > 114
    assert cost.written == 5


def test_a_command_that_fails_has_no_cost_but_says_why(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="no such work"):
        measure([sys.executable, "-c", "raise SystemExit('no such work')"], tmp_path, dict(os.environ))


def test_a_command_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    child = [sys.executable, "-c", "import time; time.sleep(60)"]
    program = f"import subprocess; subprocess.run({child!r})"
    with pytest.raises(TimeoutError):
        measure([sys.executable, "-c", program], tmp_path, {}, patience=0.5)


def test_a_size_that_was_not_measured_is_said_to_be_scaled() -> None:
    cost = Cost(2.0, 1.5, 60, 60, 100)
    scaled = list(scale([Result("old", 5, "build", cost), Result("old", 200, "build", cost)], [5, 200, 1000], "old"))
    assert [(result.size, result.note) for result in scaled] == [(1000, "in proportion, from 200")]
    assert scaled[0].cost == Cost(10.0, 7.5, 300, 300, 500)
    assert render_row(scaled[0]).endswith("in proportion, from 200")


def test_the_entries_of_the_policies_are_made_whole_for_a_former_state(tmp_path: Path) -> None:
    write_corpus(MODEL, tmp_path, 5, has_own=False)
    path = tmp_path / "glossary/documents.yml"
    whole = load(path)
    told_twice = ("id", "title", "number", "issuers", "date", "url")
    short = [{k: v for k, v in row.items() if not (row.get("policy") and k in told_twice)} for row in whole]
    dump(path, short)
    assert not has_whole_documents(tmp_path)
    complete_documents(tmp_path)
    assert has_whole_documents(tmp_path)
    own = next(row for row in load(path) if row.get("policy") == "hangzhou-2018")
    assert (own["id"], own["number"], own["date"]) == ("hangzhou-2018", "市委〔2018〕27号", "2018-12-10")


def test_ids_are_letters() -> None:
    assert [letters(number) for number in (0, 27, 26**3 - 1)] == ["aaa", "abb", "zzz"]


@pytest.mark.parametrize(
    ("file", "module"), [("site.py", "site"), ("site_build.py", "site_build"), ("site/__main__.py", "site")]
)
def test_the_module_that_builds_the_site_is_found(tmp_path: Path, file: str, module: str) -> None:
    program = tmp_path / "scripts" / file
    program.parent.mkdir(parents=True)
    program.touch()
    assert site_module(tmp_path) == f"scripts.{module}"


def test_the_present_site_can_be_built_by_the_benchmark() -> None:
    assert site_module(ROOT) == "scripts.site"
