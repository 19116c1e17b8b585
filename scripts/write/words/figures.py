"""Figures as readers see them: each once with all its places, targets apart from baselines, and named.

Two figures of one indicator are told apart by their names: as printed in Chinese, the editors' in English.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scripts.model.archive import Target
from scripts.model.languages import LANGUAGES
from scripts.model.policy import Bilingual
from scripts.model.vocabulary import Language, TargetKind
from scripts.write.words.strings import pick, say
from scripts.write.words.values import render_value


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


def say_figures(figures: Iterable[Figure], names: Mapping[str, Bilingual]) -> Bilingual:
    """Return figures in a sentence of each language, for the search; `names` are those of the policies' places."""
    targets = [figure.target for figure in figures]
    said = {
        language: LANGUAGES[language].semicolon.join(say_figure(t, names[t.policy], language) for t in targets)
        for language in Language
    }
    return Bilingual(**said)


def say_figure(target: Target, place: Bilingual, language: Language) -> str:
    """Return a figure in a language; what it measures in Chinese where nobody has said it in English."""
    name = figure_name(target, language) or target.name
    values = {"place": pick(place, language), "name": name, "value": render_value(target, language, name)}
    key = "figure-said" if target.year else "figure-said-undated"
    return say(key, language, year=target.year, **values)


def figure_name(target: Target, language: Language) -> str:
    """Return what a figure measures; where nobody has said it in English, nothing there."""
    return pick(Bilingual(target.name, target.name_en or ""), language)
