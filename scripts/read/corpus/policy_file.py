"""`policy.yml` → what is known of a policy."""

from pathlib import Path

from scripts.model.policy import Bilingual, Metadata, Place, PolicyDate
from scripts.model.vocabulary import Certainty, Level
from scripts.read.corpus.status_fields import read_status
from scripts.read.corpus.yaml_file import DATE_HINT, DATE_PATTERN, URL_HINT, URL_PATTERN, Record, YamlFile, read_yaml

ID_PATTERN = r"[a-z]+(?:-[a-z]+)*-[12][0-9]{3}"
ID_HINT = "place and year in lower-case ASCII, such as jinan-2018"


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
        url=source.text("url", URL_PATTERN, URL_HINT),
        retrieved=source.optional_text("retrieved", DATE_PATTERN, DATE_HINT),
        sha256=source.text("sha256", "[0-9a-f]{64}", "the sha256 of source.txt: 64 hexadecimal digits"),
        certainty=record.choice("certainty", Certainty),
        identification=record.bilingual("identification"),
        status=read_status(record),
    )
    source.close()
    record.close()
    return (None if file.problems else metadata), file
