"""`targets.yml` → the editors' rows about the figures of one policy."""

import re
from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from scripts.model.archive import TargetCorrection
from scripts.model.vocabulary import Change, Comparator, TargetAction, TargetKind
from scripts.problems import Problem
from scripts.read.corpus.record import Record, records
from scripts.read.corpus.values import FIRST_YEAR, LAST_YEAR, LONGEST_ID
from scripts.read.corpus.yaml_file import read_yaml

NUMBER_PATTERN = r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?"
NUMBER_HINT = "a number, fully expanded, of at most 15 digits and 6 decimals"
FIELDS: dict[str, tuple[str, str]] = {
    "name": (".+", "the noun phrase that the figure measures"),
    "comparator": ("|".join(map(re.escape, Comparator)), "one of: " + " ".join(Comparator)),
    "change": ("|".join(Change), "one of: " + " ".join(Change)),
    "value": (NUMBER_PATTERN, NUMBER_HINT),
    "value_max": (NUMBER_PATTERN, NUMBER_HINT),
    "unit": (".+", "the unit as printed, without 万 and 亿"),
    "year": ("[12][0-9]{3}", "a year"),
    "kind": ("|".join(TargetKind), "one of: " + " ".join(TargetKind)),
    "indicator": (f"[a-z0-9-]{{1,{LONGEST_ID}}}", "the id of an indicator"),
}
"""The fields of a target that an editor may set, each with its pattern and what it must be. Null empties a field."""


def read_target_file(
    path: Path, name: str, indicators: Collection[str]
) -> tuple[tuple[TargetCorrection, ...], list[Problem]]:
    """Return the editors' rows in the order of the file; a missing file holds none."""
    file = read_yaml(path, name, required=False)
    corrections = []
    for record in records(file):
        known = len(file.problems)
        correction = read_correction(record, indicators)
        corrections.append(replace(correction, is_read=len(file.problems) == known))
    return tuple(corrections), file.problems


def read_correction(record: Record, indicators: Collection[str]) -> TargetCorrection:
    """Return an editor's row; where its action is no word of ours, what hangs on that is not asked for."""
    action = record.choice("action", TargetAction)
    is_known = record.value.get("action") == action
    needs_reason = is_known and action is not TargetAction.CONFIRM
    correction = TargetCorrection(
        record.line,
        action,
        record.anchor("anchor"),
        record.text("quote"),
        record.bilingual("reason") if needs_reason else record.optional_bilingual("reason"),
        read_fields(record, indicators),
    )
    if is_known and correction.fields and action in (TargetAction.CONFIRM, TargetAction.DROP):
        record.report("action", "target", f"`{action}` changes no field; say `mend`, or drop the fields")
    record.close()
    return correction


def read_fields(record: Record, indicators: Collection[str]) -> dict[str, str | None]:
    """Return the fields that a row sets."""
    fields: dict[str, str | None] = {}
    for key, (pattern, hint) in FIELDS.items():
        if key in record.value:
            fields[key] = record.optional_text(key, pattern, hint)
        else:
            record.asked.append(key)
    check_sense(record, fields)
    indicator = fields.get("indicator")
    if indicator and indicator not in indicators:
        record.report("indicator", "indicator", f"{indicator!r} is not in indicators.yml; add it there")
        fields["indicator"] = None
    return fields


def check_sense(record: Record, fields: dict[str, str | None]) -> None:
    """Report a year that no policy of the archive can govern, and a range that ends below its beginning."""
    year, low, high = (fields.get(key) for key in ("year", "value", "value_max"))
    if year and not FIRST_YEAR <= int(year) <= LAST_YEAR:
        record.report("year", "field", f"`year` is {year}, which is not between {FIRST_YEAR} and {LAST_YEAR}; mend it")
    if low and high and Decimal(low) >= Decimal(high):
        record.report("value_max", "field", f"`value_max` ({high}) is not above `value` ({low}); one of them is wrong")
