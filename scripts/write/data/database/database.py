"""All tables → one SQLite database, the same bytes from run to run, whose references all hold.

1. Every table is made and filled, those that others refer to being there when references are checked, at the end.
2. The pairs of characters of every passage are written, by which Chinese is found in any SQLite: its full-text search
   takes a run of Chinese for one word, and in versions before 3.41 finds no word of two characters by trigrams.
3. The views are made.
"""

import sqlite3
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from scripts.model.lookup import Lookup
from scripts.model.release import LICENCE, Release
from scripts.write.data.database.schema import METADATA, PAIRS, make_indexes, make_table, quoted
from scripts.write.data.database.views import VIEWS
from scripts.write.data.tables.columns import Dataset, Value
from scripts.write.data.tables.tables import TABLES
from scripts.write.data.tables.texts import all_passages
from scripts.write.words.addresses import page_address

FORMAT = 1
"""The version of the schema, as `PRAGMA user_version` says it."""


def render_database(lookup: Lookup, release: Release) -> bytes:
    """Return the database; ValueError where a row refers to none, or SQLite finds it damaged."""
    connection = sqlite3.connect(":memory:")
    try:
        for dataset in TABLES:
            fill(connection, dataset, lookup)
        connection.execute(PAIRS)
        connection.executemany("INSERT INTO pairs VALUES (?, ?)", sorted(pairs_of_all(lookup)))
        connection.execute(METADATA)
        connection.executemany("INSERT INTO metadata VALUES (?, ?)", metadata(release))
        for view in VIEWS:
            connection.execute(
                f"CREATE VIEW {quoted(view.name)} AS -- {view.question.en} {view.question.zh}{view.query}"
            )
        connection.execute(f"PRAGMA user_version = {FORMAT}")
        connection.commit()
        verify(connection)
        return connection.serialize()
    finally:
        connection.close()


def fill(connection: sqlite3.Connection, dataset: Dataset[Any], lookup: Lookup) -> None:
    """Make a table with all its rows."""
    connection.execute(make_table(dataset))
    places = ", ".join("?" * len(dataset.columns))
    rows = (tuple(map(stored, row)) for row in dataset.rows(lookup))
    connection.executemany(f"INSERT INTO {quoted(dataset.name)} VALUES ({places})", rows)  # noqa: S608 - our own names
    for statement in make_indexes(dataset):
        connection.execute(statement)


def stored(value: Value) -> str | int | float | None:
    """Return a value as SQLite keeps it.

    >>> stored(Decimal("35000000000")), stored(Decimal("98.5")), stored("市"), stored(None)
    (35000000000, 98.5, '市', None)
    """
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value) if isinstance(value, str) else value


def pairs_of_all(lookup: Lookup) -> Iterator[tuple[str, int]]:
    """Yield every pair of every passage, with the passage's number."""
    for number, passage in all_passages(lookup):
        yield from ((pair, number) for pair in pairs_of(passage.zh))


def pairs_of(words: str) -> set[str]:
    """Return the pairs of characters of a text, and its last character.

    >>> sorted(pairs_of("质量强市"))
    ['市', '强市', '质量', '量强']
    """
    return {words[index : index + 2] for index in range(len(words))}


def metadata(release: Release) -> Iterator[tuple[str, str]]:
    """Yield what the database says of itself."""
    yield "name_zh", "质量政策档案"
    yield "name_en", "Quality Policy Archive"
    yield "version", release.version
    if release.date:
        yield "date", release.date
    yield "licence", LICENCE
    yield "address", page_address("")


def verify(connection: sqlite3.Connection) -> None:
    """Raise ValueError where a row refers to none, or SQLite finds the database damaged."""
    orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    if orphans:
        table, row, parent, _ = orphans[0]
        raise ValueError(f"{len(orphans)} rows refer to none: the first is row {row} of {table}, to {parent}")
    (said,) = connection.execute("PRAGMA integrity_check").fetchone()
    if said != "ok":
        raise ValueError(f"SQLite finds the database damaged: {said}")
