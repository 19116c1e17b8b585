"""An indicator's figures → the picture that compares them, where those of two policies can be compared at all."""

from collections.abc import Iterable
from decimal import Decimal
from operator import attrgetter

from scripts.model.archive import Target
from scripts.model.figures import Figure, make_figures
from scripts.model.glossary import Indicator
from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Comparability, Language, TargetKind
from scripts.write.markup import markdown as md
from scripts.write.markup.links import place_of
from scripts.write.markup.picture_lines import Dot, Picture, write_picture
from scripts.write.words.figures import as_title, figure_name
from scripts.write.words.strings import pick, say
from scripts.write.words.values import ENGLISH_UNITS, render_value

MANY = 4
"""An example of a picture has so many places, where an indicator has them."""


def compared_targets(indicator: Indicator, figures: Iterable[Figure]) -> list[Target]:
    """Return the figures that are compared: with a value, of one dimension, of two policies or more; else none."""
    found = [figure.target for figure in figures if figure.target.value is not None]
    dimensions = {target.unit if target.unit in ENGLISH_UNITS else "" for target in found}
    is_shared = len({target.policy for target in found}) > 1
    is_sound = indicator.comparability is not Comparability.NONE and len(dimensions) == 1
    order = attrgetter("policy", "kind", "start")
    return sorted(found, key=order) if is_shared and is_sound else []


def compare_places(indicator: Indicator, figures: Iterable[Figure], lookup: Lookup, language: Language) -> str:
    """Return the picture of an indicator as Markdown; nothing where no two policies compare."""
    targets = compared_targets(indicator, figures)
    if not targets:
        return ""
    places = [(policy, place_of(lookup, policy, language)) for policy in lookup.policies]
    sources = [name_source(lookup, policy, language) for policy in dict.fromkeys(t.policy for t in targets)]
    dots = [make_dot(target, lookup, language) for target in targets]
    return write_picture(Picture("", unit_of(targets, language), dots, sources, places))


def write_example(lookup: Lookup, language: Language) -> str:
    """Return one picture that many places share and on which they differ, with its link, for the home page."""
    found = []
    for indicator in lookup.archive.glossary.indicators.values():
        targets = compared_targets(indicator, make_figures(lookup.targets(indicator.id)))
        places, values = len({target.policy for target in targets}), len({target.value for target in targets})
        found.append((min(places, MANY), values, indicator, targets))
    *_, indicator, targets = max(found, key=lambda row: row[:2])
    if not targets:
        return ""
    name = as_title(pick(indicator.name, language))
    dots = [make_dot(target, lookup, language) for target in targets]
    picture = write_picture(Picture(name, unit_of(targets, language), dots))
    link = md.link(md.escape(say("picture-more", language)), f"indicators/{indicator.id}/index.md")
    return f"{picture}\n\n{link}\n"


def make_dot(target: Target, lookup: Lookup, language: Language) -> Dot:
    """Return what is drawn of a figure that has a value."""
    year = say("date-year", language, year=target.year) if target.year else say("picture-no-year", language)
    return Dot(
        target.policy,
        place_of(lookup, target.policy, language),
        year,
        target.value or Decimal(0),
        render_value(target, language),
        target.comparator,
        target.kind is TargetKind.BASELINE,
        target.change is not None,
        figure_name(target, language),
    )


def unit_of(targets: list[Target], language: Language) -> str:
    """Return the unit of all figures as a picture names it; of what is only counted, in English that it is a number."""
    units = list(dict.fromkeys(target.unit for target in targets if target.unit))
    if not units or language is ORIGINAL:
        return LANGUAGES[language].join(units)
    return ENGLISH_UNITS[units[0]].format("").strip() if units[0] in ENGLISH_UNITS else say("picture-count", language)


def name_source(lookup: Lookup, policy: str, language: Language) -> str:
    """Return a policy as a source: its place, title and year."""
    metadata = lookup.policies[policy].metadata
    title, place = pick(metadata.title, language), place_of(lookup, policy, language)
    return say("picture-work", language, place=place, title=title, year=metadata.date.value[:4])
