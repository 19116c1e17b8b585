"""`emendations.yml` → the editors' judgements on damaged and doubtful spots."""

from pathlib import Path

from scripts.model.judgements import GAP
from scripts.model.policy import Emendation
from scripts.model.vocabulary import Certainty, EmendationKind
from scripts.read.corpus.record import Record, records
from scripts.read.corpus.yaml_file import YamlFile, read_yaml


def read_emendations(path: Path, name: str) -> tuple[tuple[Emendation, ...], YamlFile]:
    """Return the editor's emendations in the order of the file; those that are malformed are left out and reported."""
    file = read_yaml(path, name)
    emendations = []
    for record in records(file):
        emendation = Emendation(
            record.integer("line"),
            record.text("before"),
            read_after(record),
            record.choice("kind", EmendationKind),
            record.choice("certainty", Certainty),
            record.bilingual("reason"),
            record.bilingual("evidence"),
        )
        check_after(record, emendation)
        record.close()
        emendations.append(emendation)
    return tuple(emendations), file


def check_after(record: Record, emendation: Emendation) -> None:
    """Report a reading that is none, and one with a gap that is more or less than certain."""
    if emendation.leaves_gap and not emendation.is_applied:
        message = f"`after` has {GAP}, for what nobody can tell; say `damage` and `certain`, or write what you read"
        record.report("after", "emendation", message)
    elif emendation.before == emendation.after and not emendation.leaves_gap:
        record.report("after", "emendation", "`before` and `after` are the same; drop this entry or mend it")


def read_after(record: Record) -> str:
    """Return what the editors read instead, which may be nothing."""
    if record.value.get("after") in ("", None):
        record.asked.append("after")
        return ""
    return record.optional_text("after") or ""
