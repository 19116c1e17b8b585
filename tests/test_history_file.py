"""`history.yml`: the editions of a policy as its editors describe them, and a problem for whatever cannot be so."""

from pathlib import Path

import pytest

from scripts.model.editions import Edition
from scripts.model.policy import Bilingual
from scripts.model.vocabulary import EditionKind
from scripts.problems import Problem
from scripts.read.corpus.corpus import Corpus
from scripts.read.corpus.history_file import History, read_history

NAME = "corpus/policies/somewhere-2030/history.yml"
FIRST = """\
- edition: 1
  date: "2030-01-31"
  kind: published
  what: {zh: 收入本馆。, en: It enters the archive.}
  why: {zh: 供人引用。, en: To be cited.}
"""
SECOND = FIRST.replace("edition: 1", "edition: 2").replace("published", "corrected")
LAST = FIRST.replace("edition: 1", "edition: 3").replace("published", "withdrawn")


def read(tmp_path: Path, text: str) -> tuple[tuple[Edition, ...], list[Problem]]:
    (tmp_path / "history.yml").write_text(text, encoding="utf-8")
    history, problems = read_history(tmp_path / "history.yml", NAME)
    return history.editions, problems


def test_editions_are_read_in_their_order_with_what_and_why(tmp_path: Path) -> None:
    editions, problems = read(tmp_path, FIRST + SECOND + LAST)
    assert not problems
    assert [edition.number for edition in editions] == [1, 2, 3]
    assert [edition.kind for edition in editions] == list(EditionKind)
    words = Bilingual("收入本馆。", "It enters the archive."), Bilingual("供人引用。", "To be cited.")
    assert editions[0] == Edition(1, "2030-01-31", EditionKind.PUBLISHED, *words)


def test_a_policy_without_the_file_has_no_editions(tmp_path: Path) -> None:
    assert read_history(tmp_path / "history.yml", NAME) == (History(), [])


FAULTS = (
    ("no list", "edition: 1\n", 1, "yaml", "list of entries"),
    ("no mapping", "- 1\n", 1, "yaml", "mapping of fields"),
    ("no number", FIRST.replace("- edition: 1\n ", "-"), 1, "missing-field", "`edition` is missing; add it"),
    ("no whole number", FIRST.replace(": 1", ": 1.5"), 1, "field", "whole number from 1"),
    ("not from 1", SECOND, 1, "history", "is 2; expected 1"),
    ("a gap", FIRST + LAST, 6, "history", "is 3; expected 2: number them without gaps"),
    ("a number twice", FIRST + SECOND.replace(": 2", ": 1"), 6, "history", "is 1; expected 2"),
    ("no day", FIRST.replace("-31", ""), 2, "field", "ISO date of a day"),
    ("no such day", FIRST.replace("-31", "-32"), 2, "field", "no calendar has"),
    ("out of order", FIRST + SECOND.replace("2030", "2029"), 7, "history", "is before 2030-01-31, that of edition 1"),
    ("no such kind", FIRST.replace("published", "printed"), 3, "field", "one of: published, corrected, withdrawn"),
    ("first corrected", FIRST.replace("published", "corrected"), 3, "history", "`published` is the first edition"),
    ("published twice", FIRST + SECOND.replace("corrected", "published"), 8, "history", "and no other"),
    ("after the last", FIRST + LAST.replace("3", "2", 1) + LAST, 13, "history", "edition 2 withdrew the policy"),
    ("no English", FIRST.replace(", en: It enters the archive.", ""), 4, "missing-field", "`en` is missing"),
    ("no Chinese", FIRST.replace("zh: 供人引用。, ", ""), 5, "missing-field", "`zh` is missing"),
    ("no what", FIRST.replace("  what:", "  # what:"), 1, "missing-field", "`what` is missing"),
    ("empty words", FIRST.replace("To be cited.", "''"), 5, "empty", "`en` is empty; write it"),
    ("English twice", FIRST.replace("收入本馆。", "It enters."), 4, "field", "write it in Chinese"),
    ("unknown field", FIRST + "  who: me\n", 6, "unknown-field", "known are: edition, date, kind, what, why"),
)


@pytest.mark.parametrize(("text", "line", "rule", "words"), [fault[1:] for fault in FAULTS], ids=[f[0] for f in FAULTS])
def test_what_is_wrong_is_said_with_line_and_remedy(
    tmp_path: Path, text: str, line: int, rule: str, words: str
) -> None:
    editions, problems = read(tmp_path, text)
    assert editions == ()
    found = [problem for problem in problems if words in problem.message]
    assert [(problem.path, problem.line, problem.rule) for problem in found] == [(NAME, line, rule)], problems


def test_every_policy_of_the_archive_has_its_editions(corpus: Corpus) -> None:
    for policy in corpus.archive.policies:
        assert policy.metadata
        numbers = [edition.number for edition in policy.metadata.editions]
        assert numbers == list(range(1, len(numbers) + 1))
        assert policy.metadata.editions[0].date == "2026-11-23"
