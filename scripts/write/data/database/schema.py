"""A table → the SQL that makes it: types, what a column may hold, what it refers to, and in comments what it means."""

from collections.abc import Iterator
from typing import Any

from scripts.write.data.tables.columns import Column, Dataset, Reference

TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "NUMERIC"}

PAIRS = """CREATE TABLE "pairs" (
  -- Every two characters that stand side by side in the Chinese of a passage; the last one of a passage stands alone.
  -- 原文中每两个相邻的字；每段的末字单列。
  "pair" TEXT NOT NULL,
  "number" INTEGER NOT NULL REFERENCES "anchors" ("number"),
  PRIMARY KEY ("pair", "number")
) WITHOUT ROWID"""
METADATA = """CREATE TABLE "metadata" (
  -- What these data are: name, version, date, licence. 名称、版本、日期、许可。
  "key" TEXT PRIMARY KEY NOT NULL,
  "value" TEXT NOT NULL
) WITHOUT ROWID"""


def make_table(dataset: Dataset[Any]) -> str:
    """Return the statement that makes a table."""
    lines = [f"CREATE TABLE {quoted(dataset.name)} (", f"  -- {dataset.title.en} {dataset.title.zh}"]
    constraints = list(constraints_of(dataset))
    definitions = [*map(define, dataset.columns), *((words, "") for words in constraints)]
    for index, (words, comment) in enumerate(definitions, 1):
        comma = "," if index < len(definitions) else ""
        lines.append(f"  {words}{comma}" + (f" -- {comment}" if comment else ""))
    return "\n".join([*lines, ")"])


def define(column: Column[Any]) -> tuple[str, str]:
    """Return a column's definition, and what it means."""
    parts = [quoted(column.name), TYPES[column.type]]
    if column.is_required:
        parts.append("NOT NULL")
    if column.choices:
        choices = ", ".join("'{}'".format(choice.replace("'", "''")) for choice in column.choices)
        parts.append(f"CHECK ({quoted(column.name)} IN ({choices}))")
    return " ".join(parts), f"{column.meaning.en} {column.meaning.zh}"


def constraints_of(dataset: Dataset[Any]) -> Iterator[str]:
    """Yield a table's key and references; a number that runs through the archive is its key."""
    is_numbered = dataset.columns[0].name == "number" and dataset.columns[0].type == "integer"
    if is_numbered:
        yield 'PRIMARY KEY ("number")'
    if dataset.key:
        yield f"{'UNIQUE' if is_numbered else 'PRIMARY KEY'} ({listed(dataset.key)})"
    for reference in dataset.references:
        own, keys = listed(reference.columns), listed(reference.keys)
        yield f"FOREIGN KEY ({own}) REFERENCES {quoted(reference.table)} ({keys})"


def make_indexes(dataset: Dataset[Any]) -> Iterator[str]:
    """Yield the statements that make a table quick to search by what it refers to."""
    for columns in indexed(dataset.key, dataset.references):
        name = "_".join((dataset.name, *columns))
        yield f"CREATE INDEX {quoted(name)} ON {quoted(dataset.name)} ({listed(columns)})"


def indexed(key: tuple[str, ...], references: tuple[Reference, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the columns to search by, without those with which others, or the key, begin."""
    wanted = [reference.columns for reference in references]
    for columns in wanted:
        longer = [key, *(other for other in wanted if other != columns)]
        if not any(other[: len(columns)] == columns for other in longer):
            yield columns


def listed(names: tuple[str, ...]) -> str:
    """Return names as SQL lists them."""
    return ", ".join(map(quoted, names))


def quoted(name: str) -> str:
    """Return a name as SQL takes it, whatever word it is.

    >>> quoted("end")
    '"end"'
    """
    return f'"{name}"'
