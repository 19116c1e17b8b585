"""`translate-export` and `translate-import`: a policy's English to translators' tools, and back."""

import os
from argparse import ArgumentTypeError
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scripts.commands.gather import link_corpus, opening, read_bytes
from scripts.commands.taking import Taking
from scripts.commands.translations import file_of
from scripts.link.memory import Memory
from scripts.model.grades import Graded
from scripts.model.policy import Metadata, Policy
from scripts.model.vocabulary import Grade, GradeBy
from scripts.problems import CorpusError, Problem
from scripts.read.corpus.corpus import Corpus, read_corpus
from scripts.read.corpus.grade_lines import LONGEST_NAME
from scripts.read.corpus.translation_file import translatable
from scripts.read.corpus.values import date_fault
from scripts.read.exchange.returned import read_returned
from scripts.read.exchange.xml_file import RULE
from scripts.write.corpus.translation_file import take_english
from scripts.write.disk.files import write_given, write_together
from scripts.write.exchange.tmx import render_policy_tmx
from scripts.write.exchange.units import Unit, make_units
from scripts.write.exchange.xliff import render_xliff

RENDERERS: dict[str, Callable[[Metadata, list[Unit]], bytes]] = {"xliff": render_xliff, "tmx": render_policy_tmx}
"""What writes the file that each option names."""
PEOPLE = (GradeBy.TRANSLATOR, GradeBy.EDITOR, GradeBy.MACHINE)
"""Whose work a file can be."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of the units of a file."""

    problems: tuple[Problem, ...] = ()
    """Of those that were not taken, or what kept all of them from it."""
    taken: int = 0
    same: int = 0
    """That came back as they were."""
    left: int = 0
    """That are of other policies, or of nothing here."""


def export_translation(policy_id: str, targets: dict[str, Path | None], root: Path) -> list[Path]:
    """Write a policy's English in each format that has a target, and return the files; CorpusError where none has."""
    if not any(targets.values()):
        raise CorpusError("translate-export", "writes nothing unless told what; give --xliff or --tmx", 0, "export")
    corpus = read_sound(root)
    policy, metadata = find_policy(corpus, policy_id)
    archive, _ = link_corpus(corpus)
    former = corpus.folders[policy_id].translation.former
    units = list(make_units(policy, metadata, archive, former, Memory(corpus.archive)))
    written = []
    for kind, target in targets.items():
        if target is not None:
            with opening(target):
                write_given(root, target, RENDERERS[kind](metadata, units))
            written.append(target)
    return written


def import_translation(policy_id: str, file: Path, given: Graded, root: Path) -> Imported:
    """Take the English of a policy from a file of a translator's tool; tell what is not taken, each with its line."""
    corpus = read_sound(root)
    policy, metadata = find_policy(corpus, policy_id)
    returned = read_returned(read_bytes(file), str(file), policy_id)
    if returned.policy != policy_id and returned.policy in corpus.folders:
        message = f"is of {returned.policy}; import it there, or name the file that is of {policy_id}"
        raise CorpusError(str(file), message, 0, RULE)
    taking = Taking(policy, metadata, corpus.archive, given)
    problems = [Problem(str(file), line, RULE, message) for line, message in returned.refused]
    for unit in returned.units:
        problems += taking.take(unit, str(file))
    if taking.edits:
        path = root / file_of(policy_id)
        write_together(root, {path: take_english(path, translatable(policy), taking.edits)})
    left = returned.foreign + taking.unknown
    return Imported(tuple(sorted(problems)), len(taking.edits), taking.same, left)


def read_sound(root: Path) -> Corpus:
    """Return the corpus; raise the first problem of one that cannot be read whole."""
    corpus = read_corpus(root)
    for problem in corpus.problems:
        raise CorpusError(problem.path, problem.message, problem.line, problem.rule)
    return corpus


def find_policy(corpus: Corpus, policy_id: str) -> tuple[Policy, Metadata]:
    """Return a policy of the corpus; raise CorpusError where none is called so."""
    for policy in corpus.archive.policies:
        if policy.metadata and policy.metadata.id == policy_id:
            return policy, policy.metadata
    message = f"no policy of the corpus is called {policy_id!r}; known are: {', '.join(corpus.folders)}"
    raise CorpusError("translate", message, 0, "id")


def day(text: str) -> str:
    """Return the ISO date of a day; raise ArgumentTypeError where it is none."""
    if len(text) != len("2026-11-30") or date_fault(text):
        raise ArgumentTypeError(f"{text[:20]!r} is no day; write it as 2026-11-30")
    return text


def today() -> str:
    """Return the day on which the command runs, or the one that SOURCE_DATE_EPOCH says."""
    moment = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(moment), UTC) if moment.isdecimal() else datetime.now(UTC)
    return now.date().isoformat()


def name(text: str) -> str:
    """Return the name of a person or a program; raise ArgumentTypeError where en.po cannot keep it on a line."""
    if not text.strip() or text != text.strip() or len(text) > LONGEST_NAME or not text.isprintable():
        raise ArgumentTypeError(f"{text[:40]!r} is not a name of at most {LONGEST_NAME} characters; shorten it")
    return text


def given_grade(options: Any) -> Graded:
    """Return what the command line says of a file's English."""
    return Graded(Grade(options.grade), GradeBy(options.by), options.date or today(), options.name or "")


ONE_POLICY: dict[str, dict[str, Any]] = {"id": {"metavar": "ID", "help": "a policy of the corpus"}}
SENT: dict[str, dict[str, Any]] = {
    **ONE_POLICY,
    "--xliff": {"type": Path, "metavar": "FILE", "help": "every heading and paragraph as XLIFF 2.1"},
    "--tmx": {"type": Path, "metavar": "FILE", "help": "what is translated, here and elsewhere, as a memory"},
}
RETURNED: dict[str, dict[str, Any]] = {
    **ONE_POLICY,
    "file": {"type": Path, "metavar": "FILE", "help": "XLIFF 2.1, 2.0 or 1.2, or TMX"},
    "--by": {"choices": [*map(str, PEOPLE)], "default": "translator", "help": "whose work it is; default: %(default)s"},
    "--name": {"type": name, "help": "of the person or the program"},
    "--date": {"type": day, "help": "the ISO date of the work; default: today"},
    "--grade": {
        "choices": [*map(str, Grade)],
        "default": "translated",
        "help": "of what the file gives no state; default: %(default)s",
    },
}
