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
from scripts.read.corpus.corpus import Corpus, read_corpus
from scripts.text.differences import Side, find_differences
from tests.conftest import CITY, INVENTED, run_scripts
from tests.seeded_changes import CHANGES, SEEDED, Copies

JILIN = "corpus/policies/jilin-2018"
THIRD = """\
- edition: 3
  date: "2026-12-24"
  kind: corrected
  what: {zh: 改动一处译文。, en: One sentence of the English is changed.}
  why: {zh: 原译有误。, en: It was wrong.}
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


def test_changed_words_are_shown_at_their_line_with_the_remedy(real_project: Path) -> None:
    change_english(real_project)
    (problem,) = check(real_project)
    lines = (real_project / JILIN / "published.jsonl").read_text(encoding="utf-8").split("\n")
    assert json.loads(lines[problem.line - 1])["anchor"] == "s1-1"
    assert (problem.path, problem.rule) == (f"{JILIN}/published.jsonl", "words-changed")
    assert "restore it, or say in history.yml, as edition 3, what changed and why, then `publish jilin-2018`" in str(
        problem
    )


def change_english(project: Path) -> None:
    """Change the English of one heading of a policy."""
    file = polib.pofile(str(project / JILIN / "en.po"))
    next(entry for entry in file if entry.msgctxt == "s1-1").msgstr = "Thoughts that guide"
    file.save()


def test_publish_takes_up_an_edition_and_keeps_the_former_words(real_project: Path) -> None:
    folder = real_project / JILIN
    before = (folder / "former.jsonl").read_bytes()
    former = read_corpus(real_project).folders["jilin-2018"].published.words["s1-1"]
    change_english(real_project)
    assert run_scripts("publish", "jilin-2018", cwd=real_project).returncode == 1
    assert (folder / "former.jsonl").read_bytes() == before
    (folder / "history.yml").write_text((folder / "history.yml").read_text(encoding="utf-8") + THIRD, encoding="utf-8")
    assert [problem.rule for problem in check(real_project)] == [NOT_TAKEN_UP]
    done = run_scripts("publish", "jilin-2018", cwd=real_project)
    assert done.stdout.decode() == "jilin-2018: edition 3 published; words changed: 1\n"
    assert (folder / "former.jsonl").read_bytes().startswith(before)
    assert check(real_project) == []
    policy = next(p for p in read_corpus(real_project).archive.policies if p.metadata and p.metadata.id == "jilin-2018")
    assert policy.metadata
    (change,) = policy.metadata.editions[-1].changes
    assert change == ("s1-1", Language.EN, former.en, "Thoughts that guide")
    kept = {path: path.read_bytes() for path in folder.iterdir()}
    assert publish(real_project, ["jilin-2018"]).editions == {}
    assert {path: path.read_bytes() for path in folder.iterdir()} == kept


def test_two_editions_are_not_published_at_once(real_project: Path) -> None:
    file = real_project / JILIN / "history.yml"
    text = file.read_text(encoding="utf-8") + THIRD
    file.write_text(text + THIRD.replace("edition: 3", "edition: 4"), encoding="utf-8")
    rules = [(problem.rule, problem.line) for problem in check(real_project)]
    assert rules == [(NOT_TAKEN_UP, text.count("\n") - 4), ("history", text.count("\n") + 1)]
    assert publish(real_project, ["jilin-2018"]).problems


def test_a_line_that_publish_did_not_write_is_a_problem(real_project: Path) -> None:
    for name in ("published.jsonl", "former.jsonl"):
        file = real_project / JILIN / name
        file.write_text(file.read_text(encoding="utf-8") + '{"anchor": "s1", "zh": 1}\n', encoding="utf-8")
        found = [problem for problem in check(real_project) if problem.rule == "published"]
        assert [(problem.path, problem.line) for problem in found][-1:] == [
            (f"{JILIN}/{name}", len(file.read_text(encoding="utf-8").split("\n")) - 1)
        ]


def test_a_history_that_cannot_be_read_is_one_problem_and_no_edition_is_missed(real_project: Path) -> None:
    file = real_project / JILIN / "history.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('date: "2026-11-29"', 'date: "2026-11-32"'), encoding="utf-8")
    (problem,) = (problem for problem in check(real_project) if problem.path.startswith(JILIN))
    assert (problem.rule, problem.line) == ("history", 1 + text[: text.index('date: "2026-11-29"')].count("\n"))


def test_a_policy_that_was_never_published_is_asked_for_its_first_edition(real_project: Path) -> None:
    for name in ("history.yml", "published.jsonl", "former.jsonl", "anchors.txt"):
        (real_project / JILIN / name).unlink()
    found = [(problem.path, problem.rule) for problem in check(real_project)]
    assert found == [(f"{JILIN}/anchors.txt", "anchor-new"), (f"{JILIN}/history.yml", "history")]
    assert publish(real_project, ["jilin-2018"]).problems


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
