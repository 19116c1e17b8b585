"""The checks of a policy, in the order in which their problems are shown."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

from scripts.check.labels import check_labels, check_marked_headings
from scripts.check.ledger import check_order, check_undo
from scripts.check.structure import check_anchors, check_numbering, check_tiling
from scripts.check.subject import Subject
from scripts.check.text import (
    check_brackets,
    check_characters,
    check_damage,
    check_half_width,
    check_page,
    check_script,
)
from scripts.model.policy import Policy
from scripts.problems import Problem

CHECKS: tuple[Callable[[Subject], Iterator[Problem]], ...] = (
    check_undo,
    check_order,
    check_tiling,
    check_anchors,
    check_numbering,
    check_labels,
    check_marked_headings,
    check_characters,
    check_damage,
    check_page,
    check_script,
    check_half_width,
    check_brackets,
)


MOST_OF_A_CHECK = 2000
"""So many problems of one kind are shown at most; the whole corpus had fewer when nothing was mended yet."""


def check_policy(policy: Policy, path: str) -> list[Problem]:
    """Return every problem of a policy, at the lines of its source, which problems call `path`."""
    subject = Subject(policy, path)
    problems = [problem for check in CHECKS for problem in first_of(check(subject), path)]
    return sorted(problems, key=lambda problem: problem.line)


def first_of(problems: Iterator[Problem], path: str) -> Iterator[Problem]:
    """Yield the problems that a check finds; of more than anybody reads, the first, and how many there are besides."""
    yield from islice(problems, MOST_OF_A_CHECK)
    others = Counter(problem.rule for problem in problems)
    for rule, count in others.items():
        yield Problem(path, 0, rule, f"{count:,} more such problems are not shown; mend these first, and check again")
