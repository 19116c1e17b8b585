"""`targets.yml` → the editors' rows about the figures of one policy."""

import re
from pathlib import Path

from scripts.model.archive import TargetCorrection
from scripts.model.vocabulary import Change, Comparator, TargetAction, TargetKind
from scripts.problems import Problem
from scripts.read.corpus.yaml_file import Record, read_yaml, records

NUMBER_PATTERN = r"-?\d+(?:\.\d+)?"
FIELDS: dict[str, tuple[str, str]] = {
    "name": (".+", "the noun phrase that the figure measures"),
    "comparator": ("|".join(map(re.escape, Comparator)), "one of: " + " ".join(Comparator)),
    "change": ("|".join(Change), "one of: " + " ".join(Change)),
    "value": (NUMBER_PATTERN, "a number, fully expanded"),
    "value_max": (NUMBER_PATTERN, "a number, fully expanded"),
    "unit": (".+", "the unit as printed, without 万 and 亿"),
    "year": ("[12][0-9]{3}", "a year"),
    "kind": ("|".join(TargetKind), "one of: " + " ".join(TargetKind)),
    "indicator": ("[a-z0-9-]+", "the id of an indicator"),
}
"""The fields of a target that an editor may set, each with its pattern and what it must be. Null empties a field."""


def read_target_file(path: Path, name: str) -> tuple[tuple[TargetCorrection, ...], list[Problem]]:
    """Return the editors' rows in the order of the file; a missing file holds none."""
    if not path.exists():
        return (), []
    file = read_yaml(path, name)
    corrections = []
    for record in records(file):
        action = record.choice("action", TargetAction)
        correction = TargetCorrection(
            file.lines.get(record.place, 1),
            action,
            record.text("anchor"),
            record.text("quote"),
            record.bilingual("reason") if action is not TargetAction.CONFIRM else record.optional_bilingual("reason"),
            read_fields(record),
        )
        if correction.fields and action in (TargetAction.CONFIRM, TargetAction.DROP):
            record.report("action", "target", f"`{action}` changes no field; say `mend`, or drop the fields")
        record.close()
        corrections.append(correction)
    return tuple(corrections), file.problems


def read_fields(record: Record) -> dict[str, str | None]:
    """Return the fields that a row sets."""
    fields: dict[str, str | None] = {}
    for key, (pattern, hint) in FIELDS.items():
        if key in record.value:
            fields[key] = record.optional_text(key, pattern, hint)
        else:
            record.asked.append(key)
    return fields
