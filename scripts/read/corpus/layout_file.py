"""`layout.yml` → the lines of a source of which the editors say what they are, whatever the rules hold of them."""

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
        check_order(record, entry, next((e for e in reversed(ranges) if e.is_structure == entry.is_structure), None))
        record.close()
        ranges.append(entry)
    return (() if file.problems else tuple(ranges)), file


def check_order(record: Record, entry: LineRange, before: LineRange | None) -> None:
    """Report an entry that ends before it begins, or begins before the one of its sort above it ends.

    Whether lines are text at all is one sort, and how the text is divided the other: a line may be kept, and close.
    """
    if entry.first > entry.last > 0:
        message = f"`to` is {entry.last}, before `from`, {entry.first}; put the first line of source.txt into `from`"
        record.report("to", RULE, message)
    if before and 0 < entry.first <= before.last:
        message = f"`from` is {entry.first}, but an entry above goes to line {before.last}; put them in order, apart"
        record.report("from", RULE, message)
