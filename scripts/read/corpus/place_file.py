"""`places.yml` → the places, each with the one that it is part of."""

from pathlib import Path

from scripts.model.policy import Place
from scripts.model.vocabulary import Level
from scripts.read.corpus.yaml_file import YamlFile, read_yaml, records


def read_places(path: Path, name: str) -> tuple[dict[str, Place], YamlFile]:
    """Return the places by their id."""
    file = read_yaml(path, name)
    places: dict[str, Place] = {}
    for record in records(file):
        place = Place(
            record.text("id", "[a-z]+(?:-[a-z]+)*", "a name in lower-case ASCII"),
            record.bilingual("name"),
            record.choice("level", Level),
            record.optional_text("within"),
        )
        if place.id in places:
            record.report("id", "id", f"{place.id!r} stands twice; keep one")
        if place.within and place.within not in places:
            record.report("within", "field", f"{place.within!r} does not stand above this entry; add it there")
        record.close()
        places[place.id] = place
    return places, file
