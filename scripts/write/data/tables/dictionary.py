"""The data dictionary as a table: a row for every column of every table."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from scripts.model.policy import Bilingual
from scripts.write.data.tables.columns import Column, Dataset, optional, text


class Described(NamedTuple):
    """A column of a table."""

    table: str
    column: Column[Any]
    refers: str


def make_dictionary(tables: Iterable[Dataset[Any]]) -> Dataset[Described]:
    """Return the dictionary of these tables."""
    rows = [described for table in tables for described in describe(table)]
    return Dataset(
        "dictionary",
        Bilingual("数据字典", "Data dictionary"),
        (
            text("table", "数据表", "table", lambda row: row.table),
            text("column", "列名", "column", lambda row: row.column.name),
            text("type", "类型：string文字、integer整数、number数", "type: string, integer or number", lambda row: row.column.type),
            text("required", "yes每行都有，no可空", "yes where every row has a value, else no", lambda row: "yes" if row.column.is_required else "no"),
            optional("values", "可取的值，以|分隔", "all values that it may hold, separated by |", lambda row: "|".join(row.column.choices) or None),
            optional("refers", "所指的数据表和列", "table and column that it refers to", lambda row: row.refers or None),
            text("meaning_zh", "中文说明", "meaning in Chinese", lambda row: row.column.meaning.zh),
            text("meaning_en", "英文说明", "meaning in English", lambda row: row.column.meaning.en),
        ),
        lambda _: rows,
        key=("table", "column"),
    )  # fmt: skip


def describe(table: Dataset[Any]) -> Iterator[Described]:
    """Yield the columns of a table, each with the column that it refers to, the nearest of several."""
    refers = {
        reference.columns[-1]: f"{reference.table}.{reference.keys[-1]}"
        for reference in sorted(table.references, key=lambda reference: len(reference.columns))
    }
    for column in table.columns:
        yield Described(table.name, column, refers.get(column.name, ""))
