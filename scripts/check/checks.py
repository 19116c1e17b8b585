"""The checks of a policy, in the order in which their problems are shown."""

from collections.abc import Callable, Iterator

from scripts.check.ledger import check_order, check_undo
from scripts.check.structure import check_anchors, check_numbering, check_tiling
from scripts.check.subject import Subject
from scripts.check.text import check_brackets, check_characters, check_damage, check_half_width, check_script
from scripts.model.policy import Policy
from scripts.problems import Problem

CHECKS: tuple[Callable[[Subject], Iterator[Problem]], ...] = (
    check_undo,
    check_order,
    check_tiling,
    check_anchors,
    check_numbering,
    check_characters,
    check_damage,
    check_script,
    check_half_width,
    check_brackets,
)


def check_policy(policy: Policy, path: str) -> list[Problem]:
    """Return every problem of a policy, at the lines of its source, which problems call `path`."""
    subject = Subject(policy, path)
    problems = [problem for check in CHECKS for problem in check(subject)]
    return sorted(problems, key=lambda problem: problem.line)
