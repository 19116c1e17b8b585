"""The places of the glossary against the divisions of China: their level, and what they are in."""

from collections.abc import Iterator

from scripts.model.archive import Archive
from scripts.model.policy import Place
from scripts.model.vocabulary import Level
from scripts.problems import Problem
from scripts.text.divisions import STATE, Division, by_name, chain

PLACES = "corpus/glossary/places.yml"


def check_places(archive: Archive) -> Iterator[Problem]:
    """A place that bears the name of a division has its level, and is in what the division is or was in."""
    places = archive.glossary.places
    for place in places.values():
        divisions = by_name().get(place.name.zh, ())
        levels = [level_of(division) for division in divisions]
        if divisions and place.level not in levels:
            message = f"{place.id} ({place.name.zh}) has the level {place.level}; by its name it is {levels[0]}"
            yield Problem(PLACES, 0, "place", message)
        elif divisions and not any(fits(places.get(place.within or ""), division) for division in divisions):
            above = "; ".join(dict.fromkeys(name for division in divisions for name in names_above(division)[:1]))
            within = f"is in {place.within}" if place.within else "is in nothing"
            yield Problem(PLACES, 0, "place", f"{place.id} ({place.name.zh}) {within}; let `within` name {above}")


def level_of(division: Division) -> Level:
    """Return the level of a division."""
    return tuple(Level)[division.rank]


def fits(within: Place | None, division: Division) -> bool:
    """Whether what a place is in is what a division is in."""
    return within is None if division == STATE else within is not None and within.name.zh in names_above(division)


def names_above(division: Division) -> list[str]:
    """Return what a division is in, and was in, the next above first."""
    chains = [chain(division, year)[1:2] for year in (division.until, division.since)]
    return list(dict.fromkeys(holder.name for holders in chains for holder in holders))
