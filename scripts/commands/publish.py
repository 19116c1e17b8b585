"""`publish`: the anchors of policies that pass `check` become permanent, each a line of its policy's anchors.txt.

All the policies of a call are published, or none. Besides what is wrong with these policies, what is wrong with the
files that all share stands in the way too; what is wrong with other policies, or with a built site, does not.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from scripts.check.published import NOT_PUBLISHED
from scripts.commands.check import check_corpus
from scripts.commands.gather import identified
from scripts.problems import CorpusError, Problem
from scripts.read.corpus.corpus import Corpus, read_corpus
from scripts.write.disk.files import write_together


@dataclass(frozen=True, slots=True)
class Published:
    """What was published."""

    problems: tuple[Problem, ...]
    """Where there are any, nothing was written."""
    anchors: dict[str, int] = field(default_factory=dict)
    """For each policy, how many of its anchors became permanent."""


def publish(root: Path, ids: Iterable[str]) -> Published:
    """Make the anchors of these policies permanent, of all where none is named; raise CorpusError for an unknown id."""
    corpus = read_corpus(root)
    wanted = tuple(dict.fromkeys(ids)) or tuple(corpus.folders)
    unknown = [policy_id for policy_id in wanted if policy_id not in corpus.folders]
    if unknown:
        known = ", ".join(corpus.folders) or "none"
        message = f"no policy of the corpus is called {' or '.join(map(repr, unknown))}; known are: {known}"
        raise CorpusError("publish", message, 0, "id")
    problems = tuple(problem for problem in check_corpus(corpus) if hinders(problem, wanted))
    if problems:
        return Published(problems)
    new = {policy_id: new_anchors(corpus, policy_id) for policy_id in wanted}
    write_anchors(root, new)
    return Published((), {policy_id: len(anchors) for policy_id, anchors in new.items()})


def hinders(problem: Problem, wanted: tuple[str, ...]) -> bool:
    """Whether a problem stands in the way of publishing these policies."""
    is_of_a_policy = problem.path.startswith("corpus/policies/")
    is_of_these = any(problem.path.startswith(f"corpus/policies/{policy_id}/") for policy_id in wanted)
    return problem.rule != NOT_PUBLISHED and (is_of_these or not is_of_a_policy)


def new_anchors(corpus: Corpus, policy_id: str) -> list[str]:
    """Return the anchors of a policy that are not published, in the order of the text."""
    published = corpus.folders[policy_id].anchors.lines
    policies = {own: policy for policy, own in identified(corpus)}
    return [anchor for anchor in policies[policy_id].anchors() if anchor not in published]


def write_anchors(root: Path, new: dict[str, list[str]]) -> None:
    """Append new anchors to the anchors.txt of each policy, or, where one cannot be written, to none: a CorpusError."""
    paths = {root / "corpus/policies" / policy_id / "anchors.txt": anchors for policy_id, anchors in new.items()}
    try:
        write_together({path: append(path, anchors) for path, anchors in paths.items() if anchors})
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        message = f"anchors.txt cannot be written ({reason}); nothing was published"
        raise CorpusError("corpus/policies", message) from error


def append(path: Path, anchors: list[str]) -> str:
    """Return the text of an anchors.txt with these anchors at its end."""
    former = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return "".join(f"{line}\n" for line in (*former, *anchors))
