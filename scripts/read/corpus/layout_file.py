"""`layout.yml` → the lines of a source that the editors leave out, or keep against the rules."""

from pathlib import Path

from scripts.model.policy import LineRange
from scripts.model.vocabulary import LayoutAction
from scripts.read.corpus.record import Record, records
from scripts.read.corpus.yaml_file import YamlFile, read_yaml

RULE = "layout"


def read_layout(path: Path, name: str) -> tuple[tuple[LineRange, ...], YamlFile]:
    """Return the entries in the order of the lines; none where the file is not there or has problems."""
    file = read_yaml(path, name, required=False)
    ranges: list[LineRange] = []
    for record in records(file):
        entry = LineRange(
            record.choice("action", LayoutAction),
            record.integer("from"),
            record.integer("to"),
            record.bilingual("reason"),
        )
        check_order(record, entry, ranges[-1] if ranges else None)
        record.close()
        ranges.append(entry)
    return (() if file.problems else tuple(ranges)), file


def check_order(record: Record, entry: LineRange, before: LineRange | None) -> None:
    """Report an entry that ends before it begins, or begins before the one above it ends."""
    if entry.first > entry.last > 0:
        message = f"`to` is {entry.last}, before `from`, {entry.first}; put the first line of source.txt into `from`"
        record.report("to", RULE, message)
    if before and 0 < entry.first <= before.last:
        message = f"`from` is {entry.first}, but the entry above goes to line {before.last}; put them in order, apart"
        record.report("from", RULE, message)
