"""`places.yml` → the places, each with the one that it is part of."""

from pathlib import Path

from scripts.model.policy import Place
from scripts.model.vocabulary import Level
from scripts.read.corpus.record import Record, records
from scripts.read.corpus.values import id_fault
from scripts.read.corpus.yaml_file import YamlFile, read_yaml

ID_FORM = "[a-z]+(?:-[a-z]+)*", "a name in lower-case ASCII"


def read_places(path: Path, name: str) -> tuple[dict[str, Place], YamlFile]:
    """Return the places by their id, none of them within itself, even by way of others."""
    file = read_yaml(path, name)
    places: dict[str, Place] = {}
    for record in records(file):
        place = read_place(record, places)
        if place.id in places:
            record.report("id", "id", f"{place.id!r} stands twice; keep one")
        record.close()
        places.setdefault(place.id, place)
    return places, file


def read_place(record: Record, above: dict[str, Place]) -> Place:
    """Return a place; it is within one that stands above it in the file, or within none."""
    place_id = record.fitting("id", id_fault, ID_FORM, required=True) or ""
    name, level, within = (
        record.bilingual("name", is_name=True),
        record.choice("level", Level),
        record.optional_text("within"),
    )
    if within is not None and within not in above:
        record.report("within", "field", f"{within!r} does not stand above this entry; add it there")
        within = None
    return Place(place_id, name, level, within)
