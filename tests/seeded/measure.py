"""Seeds → what the checks say of each, many at a time where they do not meet.

A seed counts as caught when a problem that a clean run has not names a file that it touched, or, of the corpus, is there
at all: a term that is spoilt shows in the texts that use it. A traceback or a hang catches nothing.
Seeds that touch different files, or different policies, are tried together; each that is then missed, or whose problem
may be due to another, is tried again by itself.
"""

import re
import signal
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from scripts.commands.check import check
from scripts.problems import CorpusError, Problem
from tests.seeded.copies import SpoiltProject
from tests.seeded.seeds import Draft, Seed

PATIENCE = 10
"""So many times as long as a clean run a check may take, of a processor's time, before it counts as hanging."""
LEAST = 20.0
"""So many seconds it may take at any rate."""
TOGETHER = 24
"""So many seeds are tried at once, at the most."""
POLICY_PATTERN = re.compile("^(policies/[^/]+)/(?:source\\.txt|[a-z_]+\\.(?:yml|po|jsonl)|anchors\\.txt)$")
"""A file that editors write of a policy: its problems may show in the other files of its folder."""
BY_ITSELF = frozenset(("differs", "site-altered"))
"""Rules that look at one file alone."""
ALL = "*"
"""What a seed owns that may show anywhere: it is tried alone."""
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checks said of a seed."""

    seed: Seed
    problems: tuple[Problem, ...]
    """Those that are due to it."""
    failure: str = ""
    """How the check itself ended, where it did."""
    touched: tuple[str, ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that caught it."""
        return tuple(sorted({problem.rule for problem in self.problems}))


class CheckHangsError(Exception):
    """A check took longer than anybody waits."""


def hang(*_: object) -> None:
    raise CheckHangsError


def run_check(root: Path, patience: float = 0) -> tuple[list[Problem], str]:
    """Return the problems of a project, and how the check ended where it was not by itself; no patience has no end."""
    signal.signal(signal.SIGVTALRM, hang)
    signal.setitimer(signal.ITIMER_VIRTUAL, patience)
    try:
        return check(root), ""
    except CorpusError as error:
        return [error.problem], ""
    except (Exception, RecursionError) as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return [], f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


Laid: TypeAlias = list[tuple[Seed, Draft]]
"""Seeds that are tried at once."""


class Examination:
    """The checks under examination: a project that is spoilt by one seed after the other."""

    def __init__(self, project: SpoiltProject, subject: str, say: Say, *, is_thorough: bool = True) -> None:
        self.project, self.subject, self.say = project, subject, say
        self.is_thorough = is_thorough
        """Whether what is missed among others is tried again alone."""
        start = time.process_time()
        found, failure = run_check(project.root)
        assert not failure, failure
        self.patience = max(LEAST, PATIENCE * (time.process_time() - start))
        self.clean = {key(problem) for problem in found}
        """What a clean run says: none of it is due to a seed."""

    def measure(self, seeds: Iterable[Seed]) -> Iterator[Verdict]:
        """Yield a verdict on each seed."""
        laid = [(seed, self.draft(seed)) for seed in seeds]
        for batch in batches(laid):
            for verdict in self.together(batch):
                said = verdict.failure or ", ".join(verdict.rules) or "MISSED"
                self.say(f"{verdict.seed.subject}: {verdict.seed.name}: {said}")
                yield verdict

    def draft(self, seed: Seed) -> Draft:
        """Return the files as a seed leaves them."""
        return seed.draft(self.project.root / seed.subject, self.project.paths[seed.subject])

    def find(self, batch: Laid) -> tuple[list[Problem], str]:
        """Return the problems that are due to seeds, and how the check ended where it was not by itself."""
        with self.project.spoilt(self.subject, [draft for _, draft in batch]):
            found, failure = run_check(self.project.root, self.patience)
        return [problem for problem in found if key(problem) not in self.clean], failure

    def alone(self, seed: Seed, draft: Draft) -> Verdict:
        """Return the verdict on a seed that is tried by itself."""
        new, failure = self.find([(seed, draft)])
        due = new if seed.subject == "corpus" else [p for p in new if names(p, owned(draft))]
        return Verdict(seed, tuple(due), failure, touched(draft))

    def together(self, batch: Laid) -> Iterator[Verdict]:
        """Yield the verdicts on seeds that are laid together; what is doubtful is tried alone."""
        if len(batch) == 1:
            yield self.alone(*batch[0])
            return
        new, failure = self.find(batch)
        paths = [path for _, draft in batch for path in owned(draft)]
        strays = self.subject == "corpus" and any(not names(problem, paths) for problem in new)
        for seed, draft in batch:
            others = tuple(path for other, kept in batch if other is not seed for path in owned(kept))
            due = [problem for problem in new if is_due(problem, owned(draft), others)]
            is_doubtful = failure or (not due and (self.is_thorough or strays))
            yield self.alone(seed, draft) if is_doubtful else Verdict(seed, tuple(due), "", touched(draft))


def touched(draft: Draft) -> tuple[str, ...]:
    """Return the files that a draft changes."""
    return (*draft.changes, *draft.modes)


def owned(draft: Draft) -> tuple[str, ...]:
    """Return what no two seeds tried at once may share: files of the site, or the folder of one policy; else all."""
    paths = touched(draft)
    if draft.root.name != "corpus":
        return paths
    folders = tuple({POLICY_PATTERN.sub(r"\1", path) for path in paths})
    is_one = len(folders) == 1 and (draft.root / folders[0]).is_dir()
    return folders if is_one else (ALL,)


def names(problem: Problem, paths: Iterable[str]) -> bool:
    """Whether a problem stands in one of these files or folders, or its message names one."""
    place = problem.path.removeprefix("site/").removeprefix("corpus/")
    return any(
        path in (ALL, place) or place.startswith(f"{path}/") or is_named(path, problem.message) for path in paths
    )


def is_due(problem: Problem, own: Iterable[str], others: Iterable[str]) -> bool:
    """Whether a problem is due to the seed of these files, and not to others that are tried at once.

    That a file is not as it must be is due to its own seed, whatever the words that are shown of it name.
    """
    if problem.rule in BY_ITSELF:
        return problem.path.removeprefix("site/") in own
    return names(problem, own) and not names(problem, others)


def is_named(path: str, message: str) -> bool:
    """Whether a message names a file of the site, by its path or as a page."""
    return re.search(rf"(?:^|[ '\"(`“]|site/){re.escape(path)}(?![\w/])", message) is not None


def key(problem: Problem) -> tuple[str, str, str]:
    """Return what makes two problems the same, wherever the lines have moved to."""
    return problem.path, problem.rule, problem.message


def batches(laid: Laid) -> list[Laid]:
    """Lay seeds together that share no file and no folder of a policy."""
    made: list[tuple[set[str], Laid]] = []
    for seed, draft in laid:
        own = set(owned(draft))
        for paths, batch in made:
            if len(batch) < TOGETHER and not paths & own and ALL not in paths | own:
                paths.update(own)
                batch.append((seed, draft))
                break
        else:
            made.append((own, [(seed, draft)]))
    return [batch for _, batch in made]
