"""`new`: a file → the folder of a policy, drafted as far as its text goes, for its editor to complete."""

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from scripts.check.text import UNKNOWN_ORIGIN
from scripts.commands.extractions import describe_extraction
from scripts.commands.gather import open_given
from scripts.commands.proposals import check_with, propose
from scripts.model.policy import Policy
from scripts.model.proposal import Proposal
from scripts.model.vocabulary import Format
from scripts.problems import CorpusError, Problem
from scripts.read.corpus.corpus import read_shared
from scripts.read.corpus.policy_file import ID_HINT, ID_PATTERN
from scripts.read.extract.door import Opened
from scripts.read.policy import read_policy
from scripts.write.corpus.new_policy import draft_emendations, draft_history
from scripts.write.corpus.new_policy_file import Known, draft_metadata
from scripts.write.corpus.new_topics import draft_topics
from scripts.write.disk.files import replace_tree

EMENDABLE = ("damage", "script", "half-width", "brackets", "numbering", "label")
"""Rules of `check` whose problems an emendation settles."""


class Started(NamedTuple):
    """The folder of a policy that was begun."""

    folder: str
    """Its path below the root."""
    extraction: str
    """By what its text was extracted; empty where a text was received."""
    doubts: tuple[str, ...]
    """What of that is unsure, each at its line of source.txt."""


def start_policy(file: Path, policy_id: str, root: Path) -> Started:
    """Make the folder of a new policy; raise CorpusError where it cannot be made."""
    if not re.fullmatch(ID_PATTERN, policy_id):
        raise CorpusError("--id", f"{policy_id!r} is no id of a policy; it must be {ID_HINT}", 0, "id")
    name = f"corpus/policies/{policy_id}"
    if (root / name).exists():
        raise CorpusError(name, "is there already; choose another id, or edit the files in it", 0, "id")
    opened = open_given(file)
    policy = read_policy(opened.source)[0]
    files = received_files(opened) | {
        path: text.encode() for path, text in drafts(policy, policy_id, opened, root).items()
    }
    replace_tree(root, name, {f"{name}/{path}": content for path, content in files.items()})
    original = opened.source.original
    doubts = tuple(f"{name}/source.txt:{doubt.line}: {doubt.message}" for doubt in opened.doubts)
    return Started(name, describe_extraction(original) if original else "", doubts)


def received_files(opened: Opened) -> dict[str, bytes]:
    """Return the file as received, and the text that was extracted from it where it is none."""
    original = opened.source.original
    return {Format.TEXT.file: opened.text} | ({original.format.file: original.data} if original else {})


def drafts(policy: Policy, policy_id: str, opened: Opened, root: Path) -> dict[str, str]:
    """Return the files that the editor completes."""
    shared, path = read_shared(root), f"corpus/policies/{policy_id}/source.txt"
    proposals = propose(policy, path, root)
    known = Known(policy_id, opened.address, date.today().isoformat(), shared.glossary.organisations)
    return {
        "policy.yml": draft_metadata(policy, known),
        "emendations.yml": draft_emendations(find_emendable(policy, path, proposals), proposals),
        "topics.yml": draft_topics(policy, shared.glossary.topics),
        "history.yml": draft_history(known.today),
    }


def find_emendable(policy: Policy, path: str, proposals: list[Proposal]) -> list[Problem]:
    """Return the problems that an emendation settles."""
    problems = check_with(policy, path, proposals)
    return [problem for problem in problems if problem.rule in EMENDABLE and problem.message != UNKNOWN_ORIGIN]
