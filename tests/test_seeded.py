"""The checks see: every rule has a fault that it alone catches, and the catalogue of seeded faults is whole."""

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scripts.check.checks import check_policy
from scripts.check.site.laws import check_site
from scripts.check.site.pages import Site
from scripts.check.site.same import Trees, check_same
from scripts.commands.check import check
from scripts.problems import Problem
from scripts.read.corpus.corpus import read_corpus
from tests.conftest import CITY, INVENTED, publish_anew
from tests.seeded.catalogue import SEEDS
from tests.seeded.copies import SpoiltProject
from tests.seeded.measure import Examination, is_named, key, names
from tests.seeded.remembered import answers_remembered
from tests.seeded.report import RECORD, caught, count, name_of
from tests.seeded.rule_names import find_rules
from tests.seeded.rule_seeds import ALONE, CORPUS, HAND, PAGES, SITE, TREE, RuleRow
from tests.seeded.seeds import Draft, Seed, list_files, make_seeds
from tests.test_check_site import as_it_is, look, small  # noqa: F401 - a fixture


def seed_of(row: RuleRow, subject: str) -> Seed:
    (seed,) = make_seeds(subject, "rule", [("rules", [(row[0], "", row[1], row[2])])])
    return seed


@pytest.fixture(scope="module")
def examination(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Examination]:
    """The checks of the invented corpus."""
    project = SpoiltProject(INVENTED, tmp_path_factory.mktemp("seeded"), ("corpus",))
    with answers_remembered():
        yield Examination(project, "corpus", lambda _: None)


def test_every_rule_of_the_checks_has_a_seeded_fault() -> None:
    seeded = {row[0] for rows in (CORPUS, SITE, ALONE, TREE, HAND) for row in rows}
    assert sorted(find_rules()) == sorted(seeded)


@pytest.mark.parametrize("row", CORPUS, ids=lambda row: row[0])
def test_a_rule_alone_catches_its_fault_in_the_corpus(examination: Examination, row: RuleRow) -> None:
    """Besides the rules that compare the words with those that were published: they see every change, and none of its sense."""
    (verdict,) = examination.measure([seed_of(row, "corpus")])
    assert set(verdict.rules) - (RECORD - {row[0]}) == {row[0]}


@pytest.mark.parametrize("row", TREE, ids=lambda row: row[0])
def test_a_rule_alone_catches_its_fault_in_what_was_read(row: tuple[str, object]) -> None:
    rule, spoil = row
    (policy,) = [p for p in read_corpus(INVENTED).archive.policies if p.metadata and p.metadata.id == CITY]
    assert check_policy(policy, "x") == []
    assert {problem.rule for problem in check_policy(spoil(policy), "x")} == {rule}  # type: ignore[operator]


@pytest.mark.parametrize("row", SITE, ids=lambda row: row[0])
def test_a_rule_alone_catches_its_fault_in_the_site(request: pytest.FixtureRequest, row: RuleRow) -> None:
    """Besides the fingerprints of the data, which see every change."""
    part: Site = request.getfixturevalue("small")
    draft = seed_of(row, "site").draft(part.folder, list_files(part.folder))
    ((name, data),) = draft.changes.items()
    assert data
    found = look(part, name, data) - as_it_is(part, name)
    assert {rule for _, rule, _ in found} - ({"package"} - {row[0]}) == {row[0]}


@pytest.mark.parametrize("row", ALONE, ids=lambda row: row[0])
def test_a_rule_catches_its_fault_in_a_site_of_two_pages(tmp_path: Path, row: RuleRow) -> None:
    for folder in ("made", "present"):
        for name, text in PAGES.items():
            (tmp_path / folder / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / folder / name).write_text(text, encoding="utf-8")
    present = tmp_path / "present"
    trees = Trees(tmp_path / "made", present, "site", "")
    before = rules_of(trees)
    for path, data in seed_of(row, "site").draft(present, list_files(present)).changes.items():
        (present / path).write_bytes(data) if data is not None else (present / path).unlink()
    assert row[0] in rules_of(trees) - before


def rules_of(trees: Trees) -> set[str]:
    """Return the rules that see anything in a site, and in how it differs from what it must be."""
    return {problem.rule for problem in (*check_site(trees.present), *check_same(trees))}


@pytest.mark.parametrize("row", HAND, ids=lambda row: row[0])
def test_a_rule_alone_catches_its_fault_in_a_project(tmp_path: Path, row: tuple[str, Callable[[Path], None]]) -> None:
    shutil.copytree(INVENTED / "corpus", tmp_path / "corpus")
    before = {key(problem) for problem in check(tmp_path)}
    row[1](tmp_path)
    found = {problem.rule for problem in check(tmp_path) if key(problem) not in before}
    assert found - (RECORD - {row[0]}) == {row[0]}


def test_the_catalogue_has_all_kinds_that_were_told_and_many_more() -> None:
    counts = Counter((seed.subject, seed.group) for seed in SEEDS)
    assert counts["site", "told"] == 59
    assert counts["corpus", "told"] == 73
    assert counts["site", "further"] + counts["corpus", "further"] >= 300
    assert len({name_of(seed) for seed in SEEDS}) == len(SEEDS)
    assert all(seed.suffers for seed in SEEDS)


def test_a_spoilt_project_is_whole_again_and_its_origin_never_changes(tmp_path: Path) -> None:
    before = {path: (INVENTED / "corpus" / path).read_bytes() for path in list_files(INVENTED / "corpus")}
    project = SpoiltProject(INVENTED, tmp_path, ("corpus",))
    draft = Draft(tmp_path / "corpus", project.paths["corpus"], random.Random(0))
    first, second, *_ = project.paths["corpus"]
    draft.write(first, "other")
    draft.remove(second)
    draft.write("new/file.txt", "new")
    with project.spoilt("corpus", [draft]):
        assert (tmp_path / "corpus" / first).read_text(encoding="utf-8") == "other"
        assert not (tmp_path / "corpus" / second).exists()
        assert (INVENTED / "corpus" / first).read_bytes() == before[first]
    assert {path: (tmp_path / "corpus" / path).read_bytes() for path in list_files(tmp_path / "corpus")} == before
    assert not (tmp_path / "corpus/new").exists()


def test_a_seed_is_caught_only_by_a_problem_that_names_its_file() -> None:
    page = Problem("site/a/index.html", 3, "dead-link", "'b/' leads to site/a/b/index.html, which is not there")
    assert names(page, ["a/index.html"])
    assert names(page, ["a/b/index.html"])
    assert not names(page, ["b/index.html"])
    assert not names(page, ["c.html"])
    assert not is_named("a.html", "leads to site/en/a.html, which is not there")


def test_what_only_the_record_of_published_words_sees_is_told_apart(examination: Examination, tmp_path: Path) -> None:
    """By the rules that see it: a policy whose words are published anew shows the same."""
    rows = [row for row in CORPUS if row[0] in ("words-changed", "english-spelling")]
    seeds = [seed_of(row, "corpus") for row in rows]
    verdicts = list(examination.measure(seeds))
    assert (count(seeds, caught(verdicts)), count(seeds, caught(verdicts), is_compared=False)) == (2, 1)
    for seed, verdict in zip(seeds, verdicts, strict=True):
        project = SpoiltProject(INVENTED, tmp_path / seed.name, ("corpus",))
        anew = Examination(project, "corpus", lambda _: None)
        draft = anew.draft(seed)
        with project.spoilt("corpus", [draft]):
            folder = project.root / "corpus/policies" / CITY
            publish_anew(folder)
            found, failure = anew.find([])
        assert failure == ""
        assert {problem.rule for problem in found} == set(verdict.rules) - RECORD
