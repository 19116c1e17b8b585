"""What a command says of its work: lines on standard output, problems on standard error."""

from typing import NamedTuple

from scripts.problems import Problem


class Said(NamedTuple):
    """What a command says of its work."""

    lines: list[str]
    problems: tuple[Problem, ...] = ()
    """Where there are any, the exit code is 1."""
    refusal: str = ""
    """What was not done because of them."""
