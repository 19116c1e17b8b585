"""Figures, each once with all its places: the target that states it first, and those that state it again."""

from collections.abc import Iterable
from dataclasses import dataclass

from scripts.model.archive import Target
from scripts.model.vocabulary import TargetKind


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at the place that states it first, and at those that state it again."""

    target: Target
    places: tuple[Target, ...]
    """The first place included."""


def make_figures(targets: Iterable[Target]) -> list[Figure]:
    """Return the figures among targets, each once, in the order of their first places."""
    found: list[list[Target]] = []
    for target in targets:
        same = (places for places in found if states_again(target, places[0]))
        first = next(same, None) if target.repeats else None
        if first:
            first.append(target)
        else:
            found.append([target])
    return [Figure(places[0], tuple(places)) for places in found]


def states_again(target: Target, first: Target) -> bool:
    """Whether a figure states again what another stated first."""
    own = (target.policy, target.indicator, target.repeats, target.value, target.name_en)
    return own == (first.policy, first.indicator, first.anchor, first.value, first.name_en)


def of_kind(figures: Iterable[Figure], kind: TargetKind) -> list[Figure]:
    """Return the figures that are promised, or those that were reached."""
    return [figure for figure in figures if figure.target.kind is kind]
