"""`history.yml` → the editions of a policy, as the editors describe them: when, what, why.

The file only grows: an entry that `publish` has taken up stays as it is.
"""

from dataclasses import dataclass, field
from pathlib import Path

from scripts.model.editions import Edition
from scripts.model.vocabulary import EditionKind
from scripts.problems import Problem
from scripts.read.corpus.record import Record, records
from scripts.read.corpus.yaml_file import read_yaml

NAME = "history.yml"
RULE = "history"


@dataclass(frozen=True, slots=True)
class History:
    """The editions, the oldest first; none where there is no file, or where it has problems."""

    editions: tuple[Edition, ...] = ()
    lines: dict[int, int] = field(default_factory=dict)
    """For each edition by its number, the line on which its entry begins."""
    is_broken: bool = False
    """Whether the file is there, and has problems."""


def read_history(path: Path, name: str) -> tuple[History, list[Problem]]:
    """Return the editions."""
    file = read_yaml(path, name, required=False)
    editions: list[Edition] = []
    for record in records(file):
        edition = read_edition(record)
        check_place(record, edition, editions[-1] if editions else None)
        record.close()
        editions.append(edition)
    if file.problems:
        return History(is_broken=True), file.problems
    return History(tuple(editions), {edition.number: file.lines[index,] for index, edition in enumerate(editions)}), []


def read_edition(record: Record) -> Edition:
    """Return an entry, with a problem for whatever is wrong with it by itself."""
    number, day = record.integer("edition"), record.day_on_the_web("date", required=True, is_whole=True) or ""
    kind = record.choice("kind", EditionKind)
    return Edition(number, day, kind, record.bilingual("what"), record.bilingual("why"))


def check_place(record: Record, edition: Edition, before: Edition | None) -> None:
    """Report an entry that cannot stand behind the one before it."""
    expected = before.number + 1 if before else 1
    if edition.number and edition.number != expected:
        record.report("edition", RULE, f"`edition` is {edition.number}; expected {expected}: number them without gaps")
    if before and edition.date and edition.date < before.date:
        message = f"`date` {edition.date} is before {before.date}, that of edition {before.number}; put it right"
        record.report("date", RULE, message)
    if before and before.kind is EditionKind.WITHDRAWN:
        record.report("kind", RULE, f"edition {before.number} withdrew the policy; drop what follows it")
    elif (edition.kind is EditionKind.PUBLISHED) != (before is None):
        message = f"`kind` is {edition.kind}; `published` is the first edition, and no other"
        record.report("kind", RULE, message)
