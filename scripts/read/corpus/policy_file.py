"""`policy.yml` → what is known of a policy."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from scripts.model.policy import Bilingual, Metadata, Place, PolicyDate
from scripts.model.vocabulary import Certainty, DocumentKind, Level, Script
from scripts.problems import Problem
from scripts.read.corpus.original_field import SHA256_PATTERN, read_original
from scripts.read.corpus.record import Record
from scripts.read.corpus.status_fields import read_status
from scripts.read.corpus.values import id_fault
from scripts.read.corpus.yaml_file import YamlFile, read_yaml

ID_PATTERN = r"[a-z]+(?:-[a-z]+)*-[12][0-9]{3}"
ID_HINT = "place and year in lower-case ASCII, such as jinan-2018"


def read_metadata(path: Path, name: str, places: dict[str, Place]) -> tuple[Metadata | None, YamlFile]:
    """Return what `policy.yml` says, or None where the file has problems.

    Of a policy in preparation, which has no permanent address yet, stand-ins fill what is missing: its pages can be
    looked at before all is known.
    """
    file = read_yaml(path, name)
    if file.value is None and file.problems:
        return None, file
    record = Record(file, file.value)
    policy_id = read_id(record, path.parent.name)
    place_id = record.text("place")
    if place_id and place_id not in places:
        record.report("place", "field", f"`place` {place_id!r} is not in corpus/glossary/places.yml; add it there")
    source = record.record("source")
    metadata = Metadata(
        id=policy_id,
        title=record.bilingual("title", is_name=True),
        issuers=record.names("issuers", required=True),
        number=record.optional_text("number"),
        date=PolicyDate(record.date("date") or "", record.optional_bilingual("date_note")),
        place=places.get(place_id) or Place(place_id, Bilingual("", ""), Level.STATE, None),
        url=source.url("url") or "",
        retrieved=source.day_on_the_web("retrieved", required=False),
        sha256=source.text("sha256", SHA256_PATTERN, "the sha256 of source.txt: 64 hexadecimal digits"),
        certainty=record.choice("certainty", Certainty),
        identification=record.bilingual("identification"),
        status=read_status(record),
        script=record.optional_choice("script", Script, None),
        original=read_original(source),
        kind=record.optional_choice("kind", DocumentKind, None),
    )
    check_retrieved(source, metadata)
    source.close()
    record.close()
    if file.problems and not (path.parent / "anchors.txt").exists():
        return (with_stand_ins(metadata, path.parent.name, places) if record.value else None), file
    return (None if file.problems else metadata), file


def with_stand_ins(metadata: Metadata, policy_id: str, places: dict[str, Place]) -> Metadata:
    """Return what is known of a policy in preparation, with what its pages can print for the rest."""
    title = metadata.title
    return replace(
        metadata,
        id=policy_id,
        title=Bilingual(title.zh or policy_id, title.en or f"{policy_id}: not translated yet"),
        issuers=tuple(Bilingual(issuer.zh or issuer.en, issuer.en or issuer.zh) for issuer in metadata.issuers),
        is_titled_in_english=bool(title.en),
        date=replace(metadata.date, value=metadata.date.value or policy_id[-len("2018") :]),
        place=metadata.place if metadata.place.name.zh else next(iter(places.values()), metadata.place),
    )


def read_id(record: Record, folder: str) -> str:
    """Return the id of a policy, which is the name of its folder."""
    policy_id = record.fitting("id", id_fault, (ID_PATTERN, ID_HINT), required=True) or ""
    if policy_id != folder:
        record.report("id", "id", f"`id` is {policy_id!r}, but the folder is {folder!r}; make them the same")
    return policy_id


def check_retrieved(source: Record, metadata: Metadata) -> None:
    """Report a page that was copied before its policy was issued; of two dates the shorter counts as a whole."""
    issued, copied = metadata.date.value, metadata.retrieved
    if copied and issued and copied[: len(issued)] < issued[: len(copied)]:
        source.report("retrieved", "field", f"`retrieved` ({copied}) is before `date` ({issued}); one of them is wrong")


def check_successors(policies: Mapping[str, tuple[Metadata | None, YamlFile]]) -> None:
    """Report, in its file, a policy whose successor is none of the corpus, or is one whose place it took itself."""
    named = ((own, known.status.successor) for own, (known, _) in policies.items() if known)
    followed = {own: (successor.id, successor.ground.line) for own, successor in named if successor and successor.id}
    for own, (successor_id, line) in followed.items():
        seen, last = set[str](), own
        while last in followed and last not in seen:
            seen.add(last)
            last = followed[last][0]
        message = ""
        if successor_id not in policies:
            message = (
                f"{successor_id} is no policy of the corpus; leave the `id` out, and give the `url` of the document"
            )
        elif last == own:
            message = f"{own} would have taken the place of its own successor; drop one of the two"
        if message:
            file = policies[own][1]
            file.problems.append(Problem(file.path, line, "status", message))
