"""Published words change only with an entry of the history, and nothing of the history is lost."""

import json
import random
from pathlib import Path

import polib
import pytest

from scripts.check.editions import NOT_TAKEN_UP
from scripts.commands.check import check
from scripts.commands.publish import publish
from scripts.model.editions import Words, find_former, undo_changes
from scripts.model.vocabulary import EditionKind, Language
from scripts.problems import Problem
from scripts.read.corpus.corpus import Corpus, read_corpus
from scripts.read.corpus.published_file import read_published
from scripts.text.differences import Side, find_differences
from tests.conftest import CITY, DISTRICT, INVENTED, publish_anew, renew, run_scripts, seal_anew
from tests.seeded_changes import CHANGES, SEEDED, Copies

NAME = f"corpus/policies/{CITY}"
LAST = "All counties (districts) are to draw up specific measures under this plan, so that every task is carried out."
ENTRY = """\
- edition: {n}
  date: "2032-12-24"
  kind: corrected
  what: {{zh: 改动一处译文。, en: One heading of the English is changed.}}
  why: {{zh: 原译有误。, en: It was wrong.}}
"""


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Copies:
    return Copies(tmp_path_factory.mktemp("seeded"), {})


def test_forty_changes_are_seeded() -> None:
    assert len(SEEDED) == 40
    assert len({name for name, _, _ in CHANGES}) == len(CHANGES)


@pytest.mark.parametrize(("name", "change", "policy_id"), SEEDED, ids=[f"{name}, {own}" for name, _, own in SEEDED])
def test_a_seeded_change_of_published_words_is_caught(
    copies: Copies, name: str, change: object, policy_id: str
) -> None:
    assert callable(change)
    problems = copies.caught(copies.spoil(name, change, policy_id))
    assert problems
    for problem in problems:
        assert problem.path.startswith(f"corpus/policies/{policy_id}/")
        assert problem.rule in ("words-changed", "history-altered", "history")
        assert "restore" in problem.message


def test_what_nobody_changed_is_not_complained_of(copies: Copies) -> None:
    for policy_id in dict.fromkeys(own for _, _, own in SEEDED):
        assert copies.caught(copies.spoil("nothing", lambda _: None, policy_id)) == []


@pytest.fixture
def folder(project: Path) -> Path:
    """The folder of a policy whose English was complete when it was published, and is changed at one place since."""
    folder = project / "corpus/policies" / CITY
    file = polib.pofile(str(folder / "en.po"))
    next(entry for entry in file if entry.msgctxt == "closing-p1").msgstr = LAST
    file.save()
    publish_anew(folder)
    next(entry for entry in file if entry.msgctxt == "s1-1").msgstr = "Thoughts that guide"
    file.save()
    return folder


def add_entry(folder: Path, number: int) -> int:
    """Add an entry to the history, and return its line."""
    text = (folder / "history.yml").read_text(encoding="utf-8")
    (folder / "history.yml").write_text(text + ENTRY.format(n=number), encoding="utf-8")
    return text.count("\n") + 1


def problems_of(folder: Path) -> list[Problem]:
    """Return what `check` says of a policy."""
    return [problem for problem in check(folder.parents[2]) if f"/{folder.name}/" in problem.path]


def test_changed_words_are_shown_at_their_line_with_the_remedy(folder: Path) -> None:
    (problem,) = problems_of(folder)
    lines = (folder / "published.jsonl").read_text(encoding="utf-8").split("\n")
    assert json.loads(lines[problem.line - 1])["anchor"] == "s1-1"
    assert (problem.path, problem.rule) == (f"{NAME}/published.jsonl", "words-changed")
    remedy = f"restore it, or say in history.yml, as edition 2, what changed and why, then `publish {CITY}`"
    assert remedy in problem.message
    assert problem.excerpt == "Guiding principles"


def test_publish_takes_up_an_edition_and_keeps_the_former_words(folder: Path) -> None:
    project, before = folder.parents[2], (folder / "former.jsonl").read_bytes()
    assert publish(project, [CITY]).problems
    assert (folder / "former.jsonl").read_bytes() == before
    add_entry(folder, 2)
    assert [problem.rule for problem in problems_of(folder)] == [NOT_TAKEN_UP]
    done = run_scripts("publish", CITY, cwd=project)
    assert done.stdout.decode().startswith(f"{CITY}: edition 2 published; words changed: 1\n")
    assert (folder / "former.jsonl").read_bytes().startswith(before)
    assert problems_of(folder) == []
    policy = next(p for p in read_corpus(project).archive.policies if p.metadata and p.metadata.id == CITY)
    assert policy.metadata
    (change,) = policy.metadata.editions[-1].changes
    assert change == ("s1-1", Language.EN, "Guiding principles", "Thoughts that guide")
    kept = {path: path.read_bytes() for path in folder.iterdir()}
    assert publish(project, [CITY]).editions == {}
    assert {path: path.read_bytes() for path in folder.iterdir()} == kept


def test_two_editions_are_not_published_at_once(folder: Path) -> None:
    lines = [add_entry(folder, 2), add_entry(folder, 3)]
    found = [(problem.rule, problem.line) for problem in problems_of(folder)]
    assert found == [(NOT_TAKEN_UP, lines[0]), ("history", lines[1])]
    assert publish(folder.parents[2], [CITY]).problems


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("published.jsonl", '{"anchor": "s1", "zh": 1}'),
        ("published.jsonl", '{"anchor": "1.5", "zh": "甲", "en": "a"}'),
        ("former.jsonl", '{"anchor": "s1", "zh": 1}'),
        ("former.jsonl", '{"edition": 2, "anchor": "1.5", "part": "zh", "before": "甲"}'),
    ],
)
def test_a_line_that_publish_did_not_write_is_a_problem(folder: Path, name: str, line: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    (folder / name).write_text(f"{text}{line}\n", encoding="utf-8")
    (problem,) = read_published(folder, NAME)[1]
    assert (problem.path, problem.line, problem.rule) == (f"{NAME}/{name}", text.count("\n") + 1, "published")


@pytest.mark.parametrize("number", [1, 2])
def test_the_end_of_an_edition_that_is_gone_is_a_problem(project: Path, number: int) -> None:
    folder = project / "corpus/policies" / DISTRICT
    lines = (folder / "former.jsonl").read_text(encoding="utf-8").splitlines()
    ends = [line for line in lines if "fingerprint" in line]
    renew(folder / "former.jsonl", "".join(f"{line}\n" for line in lines if line != ends[number - 1]))
    expected = {1: "history-altered", 2: "edition-new"}
    assert expected[number] in {problem.rule for problem in problems_of(folder)}


def test_a_history_that_cannot_be_read_is_one_problem_and_no_edition_is_missed(folder: Path) -> None:
    line = add_entry(folder, 3)
    (problem,) = problems_of(folder)
    assert (problem.path, problem.rule, problem.line) == (f"{NAME}/history.yml", "history", line)


def test_a_policy_that_was_never_published_is_asked_for_its_first_edition(folder: Path) -> None:
    for name in ("history.yml", "published.jsonl", "former.jsonl", "anchors.txt"):
        (folder / name).unlink()
    seal_anew(folder.parents[2], [f"edition {CITY}/1"])
    found = [(problem.path, problem.rule) for problem in problems_of(folder)]
    assert found == [(f"{NAME}/anchors.txt", "anchor-new"), (f"{NAME}/history.yml", "history")]
    assert publish(folder.parents[2], [CITY]).problems


def test_every_edition_can_be_read_again(corpus: Corpus) -> None:
    """From the present words back, change by change, to those of the first one."""
    for folder in (*corpus.folders.values(), *read_corpus(INVENTED).folders.values()):
        assert folder.policy
        assert folder.policy.metadata
        states = [words for _, words in folder.published.walk_back()][::-1]
        for edition, words, earlier in zip(folder.policy.metadata.editions[1:], states[1:], states, strict=False):
            for anchor, language, before, after in edition.changes:
                assert getattr(earlier.get(anchor, Words()), language) == before != after
                assert getattr(words.get(anchor, Words()), language) == after


def test_former_words_undo_what_changed() -> None:
    chance, anchors = random.Random(7), [f"s{number}" for number in range(1, 9)]

    def words() -> dict[str, Words]:
        return {
            anchor: Words(chance.choice("甲乙"), chance.choice("ab")) for anchor in anchors if chance.random() < 0.7
        }

    for _ in range(100):
        before, after = words(), words()
        assert undo_changes(after, find_former(2, before, after)) == before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("质量", ""),
        ("", "质量"),
        ("a quality city", "a city strong in quality"),
        ("达到40%以上", "达到4.0%以上"),
    ],
)
def test_differences_hold_both_texts(before: str, after: str) -> None:
    pieces = find_differences(before, after)
    assert "".join(piece.words for piece in pieces if piece.side is not Side.AFTER) == before
    assert "".join(piece.words for piece in pieces if piece.side is not Side.BEFORE) == after
    assert all(piece.words for piece in pieces)


def test_the_invented_history_has_editions_of_every_kind() -> None:
    corpus = read_corpus(INVENTED)
    kinds = {edition.kind for folder in corpus.folders.values() for edition in folder.history.editions}
    assert kinds == set(EditionKind)
    assert len(corpus.folders[CITY].history.editions) == 3
