"""Many problems of one rule → the first of them, and how many more there are."""

from collections import Counter
from collections.abc import Iterable, Iterator

from scripts.problems import Problem

MOST = 20
"""So many problems of one rule are told; a person mends what they have in common."""


def few_of_each(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the first problems of each rule, and behind all a line for every rule that found more."""
    counts: Counter[str] = Counter()
    last: dict[str, Problem] = {}
    for problem in problems:
        counts[problem.rule] += 1
        if counts[problem.rule] <= MOST:
            yield problem
        else:
            last[problem.rule] = problem
    for rule, problem in last.items():
        yield Problem(problem.path, 0, rule, f"… and {counts[rule] - MOST} more of this rule, the last one here")
