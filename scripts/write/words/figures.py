"""Figures as readers see them: named, and said in a sentence.

Two figures of one indicator are told apart by their names: as printed in Chinese, the editors' in English.
"""

from collections.abc import Iterable, Mapping

from scripts.model.archive import Target
from scripts.model.figures import Figure
from scripts.model.languages import LANGUAGES
from scripts.model.policy import Bilingual
from scripts.model.vocabulary import Language
from scripts.write.words.strings import pick, say
from scripts.write.words.values import render_value


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


def as_title(name: str) -> str:
    """Return an indicator's name as a title: the English one begins with a capital.

    >>> as_title("pass rate of food")
    'Pass rate of food'
    """
    return name[:1].upper() + name[1:]
