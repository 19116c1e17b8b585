"""Whose names hold in a policy: those of its place and of the places that it is part of."""

from scripts.model.glossary import Glossary


def places_around(place: str | None, glossary: Glossary) -> list[str]:
    """Return a place and all that it is part of, the nearest first."""
    chain = []
    while place and place in glossary.places:
        chain.append(place)
        place = glossary.places[place].within
    return chain
