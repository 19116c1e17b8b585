"""A policy in the corpus → what its editor still has to do, in the order in which it pays to do it.

The text comes first, for all else names places of it; then what is said of it; the English; at last publishing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from scripts.check.checks import check_policy
from scripts.check.english.consistency import check_consistency
from scripts.check.english.pairs import name_places
from scripts.check.english.texts import policy_texts
from scripts.check.english.wording import check_texts
from scripts.commands.addresses import SETTLED
from scripts.commands.card_letters import tell_lacking
from scripts.commands.corpus_problems import (
    ARCHIVE_CHECKS,
    check_corpus,
    placed_pairs,
    policy_problems,
    proposed_places,
)
from scripts.commands.gather import identified, link_corpus
from scripts.commands.proposals import check_with, propose
from scripts.commands.publish import hinders
from scripts.commands.remarks import Remark, find_remarks
from scripts.commands.translations import translation_problems
from scripts.model.archive import Archive
from scripts.model.policy import Policy
from scripts.problems import CorpusError, Problem
from scripts.read.corpus.corpus import POLICIES, Corpus, policy_folders, read_corpus


class Stage(NamedTuple):
    """A part of the work on a policy."""

    title: str
    files: tuple[str, ...]
    """The files whose problems belong to it."""
    rules: tuple[str, ...] = ()
    """The rules whose problems belong to it, wherever they stand."""


STAGES = (
    Stage(
        "The file and its text", (), ("original", "extraction", "sha256", "unreadable", "size", "missing-file", "file")
    ),
    Stage("What of it is the document", ("layout.yml",), ("page-line",)),
    Stage("Headings and their numbers", (), ("numbering", "label", "anchor", "tiling")),
    Stage("Damaged and doubtful spots", ("source.txt", "emendations.yml")),
    Stage("What is known of the policy", ("policy.yml", "places.yml"), ("described",)),
    Stage("Topics", ("topics.yml",)),
    Stage("Figures", ("targets.yml", "figures_en.yml")),
    Stage("English", ("en.po",)),
    Stage("The edition", ("history.yml",)),
    Stage("All else", ()),
)

UNFILLED, ECHOES = ("empty", "field", "missing-field"), ("described",)
"""Rules of fields that are not filled in as they must be, and those that compare them with the text."""


@dataclass(frozen=True, slots=True)
class WorkList:
    """What is left to do on a policy."""

    policy_id: str
    problems: tuple[Problem, ...]
    """In the order of the stages."""
    remarks: tuple[Remark, ...]
    """What is worth a look, and needs no change."""
    is_published: bool
    advice: tuple[str, ...] = ()
    """What is to be done before it is committed, once nothing else is left."""

    def __str__(self) -> str:
        """Return the list as it is printed."""
        return "\n".join(self.lines()).lstrip("\n")

    def lines(self) -> Iterator[str]:
        """Yield the lines of the list."""
        stage = None
        for number, problem in enumerate(self.problems, start=1):
            if (own := STAGES[stage_of(problem)].title) != stage:
                stage = own
                yield f"\n{stage}"
            yield f"{number:>3}. {problem}"
        if self.remarks:
            yield "\nTo look at; nothing has to be done about it"
            yield from (f"  - {remark}" for remark in self.remarks)
        yield f"\n{self.next_step()}"
        yield from self.advice

    def next_step(self) -> str:
        """Return what to do now."""
        own = self.policy_id
        if self.problems:
            count = len(self.problems)
            return f"{count} thing{'' if count == 1 else 's'} left to do; then `python -m scripts check {own}` again"
        if self.is_published:
            return f"Nothing is left to do on {own}"
        return f"Nothing is left to do; `python -m scripts publish {own}` makes its addresses permanent"


def make_work_list(root: Path, policy_id: str) -> WorkList:
    """Return what is left to do on a policy; raise CorpusError where there is none of that id."""
    known = [path.name for path in policy_folders(root)]
    if policy_id not in known:
        raise CorpusError("check", f"{policy_id!r} is no policy of the corpus; known are: {', '.join(known)}", 0, "id")
    corpus = read_corpus(root, only=policy_id)
    folder = corpus.folders[policy_id]
    archive, misfits = link_corpus(corpus)
    problems = [*corpus.problems, *misfits, *own_problems(corpus, archive, root)]
    own = without_echoes([problem for problem in dict.fromkeys(problems) if concerns(problem, policy_id)])
    own += place_problems(folder.policy, archive, root)
    own += () if own else hindrances(root, policy_id)
    seen = find_remarks(folder.policy, archive) if folder.policy else ()
    advice = tell_lacking(folder.policy.metadata, archive) if folder.policy and not own else ()
    return WorkList(policy_id, tuple(sorted(own, key=order)), tuple(seen), not folder.is_in_preparation, tuple(advice))


def hindrances(root: Path, policy_id: str) -> list[Problem]:
    """Return what stands in the way of publishing a policy of which nothing else is left to do."""
    return [problem for problem in check_corpus(read_corpus(root), root) if hinders(problem, (policy_id,))]


def own_problems(corpus: Corpus, archive: Archive, root: Path) -> Iterator[Problem]:
    """Yield what the checks find in a corpus of one policy."""
    for policy, policy_id in identified(corpus):
        path = f"{POLICIES}/{policy_id}/source.txt"
        proposed = check_with(policy, path, propose(policy, path, root))
        better = {problem.line for problem in proposed}
        plain = set(check_policy(policy, path))
        for problem in policy_problems(corpus, archive, policy, policy_id, root):
            if problem not in plain or problem.line not in better:
                yield problem
        yield from proposed
    for check in ARCHIVE_CHECKS:
        yield from check(archive)
    for policy in archive.policies:
        yield from check_texts(policy_texts(policy, archive), name_places(archive))
    yield from translation_problems(corpus)
    yield from check_consistency(placed_pairs(corpus, archive))


def place_problems(policy: Policy | None, archive: Archive, root: Path) -> Iterator[Problem]:
    """Yield what is still a proposal of a policy's place, and of all that this is in."""
    places, own = archive.glossary.places, policy.metadata.place.id if policy and policy.metadata else None
    names = []
    while own in places and places[own].name.zh not in names:
        names.append(places[own].name.zh)
        own = places[own].within
    yield from (problem for problem in proposed_places(root) if any(name in problem.message for name in names))


def concerns(problem: Problem, policy_id: str) -> bool:
    """Whether a problem is this policy's to mend; what publishing settles is not."""
    return problem.path.startswith(f"{POLICIES}/{policy_id}/") and problem.rule not in SETTLED


def without_echoes(problems: list[Problem]) -> list[Problem]:
    """Return problems without what a field that is still empty makes look wrong."""
    is_open = any(problem.path.endswith("/policy.yml") and problem.rule in UNFILLED for problem in problems)
    return [problem for problem in problems if not (is_open and problem.rule in ECHOES)]


def stage_of(problem: Problem) -> int:
    """Return to which stage a problem belongs: by its rule, else by its file."""
    name = problem.path.rpartition("/")[2]
    by_rule = (place for place, stage in enumerate(STAGES) if problem.rule in stage.rules)
    by_file = (place for place, stage in enumerate(STAGES) if name in stage.files)
    return next(by_rule, next(by_file, len(STAGES) - 1))


def order(problem: Problem) -> tuple[int, str, int]:
    """Return what puts problems in the order in which it pays to mend them."""
    return stage_of(problem), problem.path, problem.line
