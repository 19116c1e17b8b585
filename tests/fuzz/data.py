"""The published data as a program reads them: every file opens, and these are the texts in it."""

import csv
import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree

csv.field_size_limit(1 << 30)


def open_data(path: Path) -> Iterator[str]:
    """Yield why a data file cannot be read; nothing where it can."""
    try:
        for _ in texts_of(path):
            pass
    except Exception as error:
        yield f"cannot be read: {type(error).__name__}: {str(error)[:160]!a}"


def texts_of(path: Path) -> Iterator[str]:
    """Yield the texts in a data file; raise whatever the reader of its format raises."""
    read = next((read for endings, read in READERS if path.name.endswith(endings)), read_text)
    yield from read(path)


def read_json(path: Path) -> Iterator[str]:
    """Yield the texts of a JSON file, or of one that has a value a line."""
    text = path.read_text(encoding="utf-8")
    for part in text.splitlines() if path.suffix == ".jsonl" else [text]:
        yield from leaves(json.loads(part))


def read_xml(path: Path) -> Iterator[str]:
    """Yield the texts of an XML file."""
    yield from (str(text) for text in parse(path.read_bytes()).itertext())


def parse(data: bytes) -> etree._Element:
    """Return an XML document."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))


def read_zip(path: Path) -> Iterator[str]:
    """Raise where an archive, or a file of XML in it, is not whole; a workbook has the texts of the tables."""
    with zipfile.ZipFile(path) as archive:
        for member in archive.namelist():
            data = archive.read(member)
            if member.endswith((".xml", ".rels")):
                parse(data)
    yield from ()


def read_text(path: Path) -> Iterator[str]:
    """Raise where a file is not UTF-8; what it says, others say too."""
    path.read_text(encoding="utf-8")
    yield from ()


def leaves(value: Any) -> Iterator[str]:
    """Yield every text of a JSON value."""
    if isinstance(value, dict):
        for item in value.values():
            yield from leaves(item)
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item)
    else:
        yield str(value)


def read_table(path: Path) -> Iterator[str]:
    """Yield every cell of a table, whose rows must all be as long as the first."""
    text = path.read_text(encoding="utf-8-sig")
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    width = 0
    for row in rows:
        width = width or len(row)
        if len(row) != width:
            raise ValueError(f"a row of {len(row)} cells in a table of {width}")
        yield from row


def read_database(path: Path) -> Iterator[str]:
    """Raise where a database is not whole."""
    database = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    try:
        found = database.execute("pragma integrity_check").fetchall()
    finally:
        database.close()
    if found != [("ok",)]:
        raise ValueError(str(found[:3]))
    yield from ()


def read_bytes(path: Path) -> Iterator[str]:
    """Read what is a picture, or a text as received."""
    path.read_bytes()
    yield from ()


READERS: tuple[tuple[tuple[str, ...], Callable[[Path], Iterator[str]]], ...] = (
    ((".json", ".jsonl"), read_json),
    ((".csv",), read_table),
    ((".xml", ".tmx", ".tbx"), read_xml),
    ((".zip", ".xlsx"), read_zip),
    ((".sqlite",), read_database),
    ((".png", "source.txt"), read_bytes),
)
"""For each ending of a name, how the file is read; all others are plain text."""
