"""`policy.yml`, `emendations.yml` and `places.yml` → their values of the model."""

from pathlib import Path

from scripts.model import Bilingual, Emendation, Metadata, Place, PolicyDate
from scripts.read.yaml_file import Record, YamlFile, read_yaml, records
from scripts.vocabulary import Certainty, EmendationKind, Level

ID_PATTERN = r"[a-z]+(?:-[a-z]+)*-[12][0-9]{3}"
ID_HINT = "place and year in lower-case ASCII, such as jinan-2018"
DATE_PATTERN = r"[12][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
DATE_HINT = 'an ISO date in quotes, as exact as is known: "2018", "2018-07" or "2018-07-05"'


def read_metadata(path: Path, name: str, places: dict[str, Place]) -> tuple[Metadata | None, YamlFile]:
    """Return what `policy.yml` says, or None where the file has problems."""
    file = read_yaml(path, name)
    if file.problems:
        return None, file
    record = Record(file, file.value)
    policy_id = record.text("id", ID_PATTERN, ID_HINT)
    if policy_id != path.parent.name:
        record.report("id", "id", f"`id` is {policy_id!r}, but the folder is {path.parent.name!r}; make them the same")
    place_id = record.text("place")
    if place_id and place_id not in places:
        record.report("place", "field", f"`place` {place_id!r} is not in corpus/glossary/places.yml; add it there")
    source = record.record("source")
    metadata = Metadata(
        id=policy_id,
        title=record.bilingual("title"),
        issuers=record.bilinguals("issuers"),
        number=record.optional_text("number"),
        date=PolicyDate(record.text("date", DATE_PATTERN, DATE_HINT), record.optional_bilingual("date_note")),
        place=places.get(place_id) or Place(place_id, Bilingual("", ""), Level.STATE, None),
        url=source.text("url", r"https?://\S+", "the address of the page, with http:// or https://"),
        retrieved=source.optional_text("retrieved", DATE_PATTERN, DATE_HINT),
        sha256=source.text("sha256", "[0-9a-f]{64}", "the sha256 of source.txt: 64 hexadecimal digits"),
        certainty=record.choice("certainty", Certainty),
        identification=record.bilingual("identification"),
    )
    source.close()
    record.close()
    return (None if file.problems else metadata), file


def read_emendations(path: Path, name: str) -> tuple[tuple[Emendation, ...], YamlFile]:
    """Return the editor's emendations in the order of the file; those that are malformed are left out and reported."""
    file = read_yaml(path, name)
    emendations = []
    for record in records(file):
        emendation = Emendation(
            record.integer("line"),
            record.text("before"),
            str(record.get("after") or ""),
            record.choice("kind", EmendationKind),
            record.choice("certainty", Certainty),
            record.bilingual("reason"),
            record.bilingual("evidence"),
        )
        if emendation.before == emendation.after:
            record.report("after", "emendation", "`before` and `after` are the same; drop this entry or mend it")
        record.close()
        emendations.append(emendation)
    return tuple(emendations), file


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
