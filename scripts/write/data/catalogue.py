"""Every file that the data page offers for the whole archive, in its order, and what is said of it."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from scripts.model.lookup import Lookup
from scripts.model.policy import Bilingual
from scripts.write.citing.records import RECORDS
from scripts.write.data.tables.columns import Dataset
from scripts.write.data.tables.tables import DATASETS
from scripts.write.words.strings import STRINGS

LARGEST_WHOLE = 100
"""Up to so many policies the site has all data in one file, which is made anew whenever one of them changes."""


class Offer(NamedTuple):
    """A file."""

    name: str
    """Below the folder of data."""
    format: str
    media: str
    words: Bilingual
    """What it holds."""
    is_described: bool = True
    """Whether the data package says its fingerprint.

    It can say neither its own nor that of a zip that holds it, and names no file that a copy to carry lacks.
    """


WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WHOLE: tuple[Offer, ...] = (
    Offer("archive.zip", "ZIP", "application/zip", STRINGS["data-zip"], is_described=False),
    Offer("archive.xlsx", "Excel", WORKBOOK, STRINGS["data-workbook"]),
    Offer("archive.sqlite", "SQLite", "application/vnd.sqlite3", STRINGS["data-database"], is_described=False),
)
PARTS: tuple[Offer, ...] = (
    Offer("sections.jsonl", "JSON Lines", "application/jsonl", STRINGS["data-sections"]),
    Offer("policies.json", "JSON", "application/json", STRINGS["data-policies"]),
    Offer("parallel.tmx", "TMX", "application/xml", STRINGS["data-tmx"]),
    Offer("terms.tbx", "TBX", "application/xml", STRINGS["data-tbx"]),
    Offer("terms-v2.tbx", "TBX", "application/xml", STRINGS["data-tbx-2"]),
    *(
        Offer(f"citations/all.{ending}", name, "text/plain", STRINGS[f"data-records-{ending}"], is_described=False)
        for name, ending, _ in RECORDS
    ),
    Offer("dictionary.csv", "CSV", "text/csv", STRINGS["data-dictionary"]),
    Offer("datapackage.json", "JSON", "application/json", STRINGS["data-describes"], is_described=False),
)


class Measured(NamedTuple):
    """What is said of a file."""

    size: int
    """In bytes."""
    sha256: str
    rows: int
    """Of a table."""


def measure(file: Path) -> Measured:
    """Return what is said of a file."""
    data = file.read_bytes()
    return Measured(len(data), hashlib.sha256(data).hexdigest(), data.count(b"\r\n") - 1)


def is_offered_whole(lookup: Lookup) -> bool:
    """Whether the site has all data in one file."""
    return 0 < len(lookup.policies) <= LARGEST_WHOLE


def offered(find: Callable[[str], Path]) -> Iterator[Offer]:
    """Yield the files that are there: as a whole, each table, then the others."""
    for offer in (*WHOLE, *map(offer_table, DATASETS), *PARTS):
        if find(f"data/{offer.name}").is_file():
            yield offer


def offer_table(dataset: Dataset[object]) -> Offer:
    """Return the file of a table."""
    return Offer(f"{dataset.name}.csv", "CSV", "text/csv", dataset.title)
