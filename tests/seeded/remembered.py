"""What the checks said of a pair or text that they have seen before: most of a corpus is as it was when one seed is in it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from scripts.check.english import pairs, wording

PURE = ((pairs, "check_pair"), (wording, "check_text"))
"""Checks whose answer follows from what they are given alone."""


@contextmanager
def answers_remembered() -> Iterator[None]:
    """As long as the context lasts, these checks look at nothing twice."""
    former = [getattr(module, name) for module, name in PURE]
    for (module, name), check in zip(PURE, former, strict=True):
        setattr(module, name, remember(check))
    try:
        yield
    finally:
        for (module, name), check in zip(PURE, former, strict=True):
            setattr(module, name, check)


def remember(check: Callable[..., Iterator[Any]]) -> Callable[..., list[Any]]:
    """Return a check that answers at once what it was asked before."""
    answers: dict[tuple[object, ...], list[Any]] = {}

    def answer(*given: object) -> list[Any]:
        if given not in answers:
            answers[given] = list(check(*given))
        return answers[given]

    return answer
