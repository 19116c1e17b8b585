"""`new`: a file → the folder of a policy, drafted as far as its text goes, for its editor to complete."""

import re
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from scripts.check.text import UNKNOWN_ORIGIN
from scripts.commands.extractions import describe_extraction
from scripts.commands.gather import open_given
from scripts.commands.place_proposal import PLACES, ProposedPlace, missing_entries, propose_id, propose_place
from scripts.commands.proposals import check_with, propose
from scripts.commands.said import Said
from scripts.commands.work_list import make_work_list
from scripts.link.links import link_policy
from scripts.model.policy import Place, Policy
from scripts.model.proposal import Proposal
from scripts.model.vocabulary import Format
from scripts.problems import CorpusError, Problem
from scripts.read.corpus.corpus import read_shared
from scripts.read.corpus.policy_file import ID_HINT, ID_PATTERN
from scripts.read.extract.door import Opened
from scripts.read.policy import read_policy
from scripts.write.corpus.new_policy import draft_emendations, draft_history
from scripts.write.corpus.new_policy_file import Known, draft_metadata
from scripts.write.corpus.new_targets import draft_targets
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
    places: tuple[Place, ...]
    """What was added to places.yml."""

    @property
    def policy_id(self) -> str:
        """Return the id of the policy."""
        return self.folder.rpartition("/")[2]

    def lines(self) -> Iterator[str]:
        """Yield what was made, and what of it is unsure."""
        yield f"{self.folder} is there{f'; its text was {self.extraction}' if self.extraction else ''}"
        for place in self.places:
            yield f"{PLACES} has a new entry: {place.name.zh}, {place.name.en}; check the English name"
        yield from self.doubts


def start(options: Namespace, root: Path) -> Said:
    """Start a policy's folder, and say what was made and what is left to do."""
    started = start_policy(options.file, options.id, root)
    return Said([*started.lines(), *make_work_list(root, started.policy_id).lines()])


def start_policy(file: Path, given_id: str | None, root: Path) -> Started:
    """Make the folder of a new policy, by its place and year where no id is given; raise CorpusError if it cannot."""
    if given_id is not None:
        refuse_id(given_id, root)
    opened = open_given(file)
    policy = read_policy(opened.source)[0]
    policy_id = given_id or propose_id(policy, root)
    name, place = f"corpus/policies/{policy_id}", propose_place(policy, policy_id, root)
    files = received_files(opened) | drafts(policy, policy_id, opened, place, root)
    added = missing_entries(place, root)
    replace_tree(root, name, {f"{name}/{path}": content for path, content in files.items()}, added)
    original = opened.source.original
    doubts = tuple(f"{name}/source.txt:{doubt.line}: {doubt.message}" for doubt in opened.doubts)
    return Started(name, describe_extraction(original) if original else "", doubts, place.missing)


def refuse_id(policy_id: str, root: Path) -> None:
    """Raise CorpusError where no new policy can have this id."""
    if not re.fullmatch(ID_PATTERN, policy_id):
        raise CorpusError("--id", f"{policy_id!r} is no id of a policy; it must be {ID_HINT}", 0, "id")
    name = f"corpus/policies/{policy_id}"
    if (root / name).exists():
        raise CorpusError(name, "is there already; choose another id, or edit the files in it", 0, "id")


def received_files(opened: Opened) -> dict[str, bytes]:
    """Return the file as received, and the text that was extracted from it where it is none."""
    original = opened.source.original
    return {Format.TEXT.file: opened.text} | ({original.format.file: original.data} if original else {})


def drafts(policy: Policy, policy_id: str, opened: Opened, place: ProposedPlace, root: Path) -> dict[str, bytes]:
    """Return the files that the editor completes."""
    shared, path = read_shared(root), f"corpus/policies/{policy_id}/source.txt"
    proposals = propose(policy, path, root)
    today = date.today().isoformat()
    known = Known(policy_id, opened.address, today, (place.id, place.remark), shared.glossary.organisations)
    texts = {
        "policy.yml": draft_metadata(policy, known),
        "emendations.yml": draft_emendations(find_emendable(policy, path, proposals), proposals),
        "topics.yml": draft_topics(policy, shared.glossary.topics),
        "targets.yml": draft_targets(link_policy(policy, shared.glossary)[0].targets, shared.glossary.topics),
        "history.yml": draft_history(today),
    }
    return {name: text.encode() for name, text in texts.items()}


def find_emendable(policy: Policy, path: str, proposals: list[Proposal]) -> list[Problem]:
    """Return the problems that an emendation settles."""
    problems = check_with(policy, path, proposals)
    return [problem for problem in problems if problem.rule in EMENDABLE and problem.message != UNKNOWN_ORIGIN]
