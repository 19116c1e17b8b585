"""The tables → their files, and descriptions for machines: Frictionless data package, CSVW metadata."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Language
from scripts.write.data.csv_text import csv_lines
from scripts.write.data.json_text import dump
from scripts.write.data.tables.columns import Dataset
from scripts.write.data.tables.tables import DATASETS
from scripts.write.data.workbook import render_workbook
from scripts.write.disk.page import Page
from scripts.write.words.addresses import page_address
from scripts.write.words.strings import pick

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
CSVW_TYPES = {"string": "string", "integer": "integer", "number": "decimal"}


@dataclass(frozen=True, slots=True)
class Measured:
    """What is said of a table's file."""

    size: int
    """In bytes."""
    sha256: str
    rows: int


def measure(file: Path) -> Measured:
    """Return what is said of a table's file."""
    data = file.read_bytes()
    return Measured(len(data), hashlib.sha256(data).hexdigest(), data.count(b"\r\n") - 1)


def filled(lookup: Lookup) -> list[Dataset[Any]]:
    """Return the tables that have rows."""
    return [dataset for dataset in DATASETS if any(True for _ in dataset.rows(lookup))]


def write_tables(lookup: Lookup, find: Callable[[str], Path]) -> Iterator[Page]:
    """Yield every table with its metadata, the workbook, and the data package; `find` leads to the files of tables."""
    datasets = filled(lookup)
    for dataset in datasets:
        yield Page(f"data/{dataset.name}.csv", dataset.needs, partial(csv_lines, dataset, lookup))
        yield Page(f"data/{dataset.name}.csv-metadata.json", (), partial(render_csvw, dataset))
    if datasets:
        needs = tuple(dict.fromkeys(need for dataset in datasets for need in dataset.needs))
        yield Page("data/archive.xlsx", needs, partial(render_workbook, DATASETS, lookup))
        yield Page("data/datapackage.json", needs, partial(render_package, datasets, find))


def render_csvw(dataset: Dataset[Any]) -> str:
    """Return the description of one table as JSON."""
    return dump(csvw_metadata(dataset))


def render_package(datasets: list[Dataset[Any]], find: Callable[[str], Path]) -> str:
    """Return the description of all tables as JSON."""
    return dump(data_package([resource(dataset, measure(find(f"data/{dataset.name}.csv"))) for dataset in datasets]))


def data_package(resources: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the description of all tables (Frictionless Data Package v1)."""
    return {
        "name": "quality-policy-archive",
        "title": "Quality Policy Archive 质量政策档案",
        "homepage": page_address(""),
        "licenses": [{"name": "CC-BY-4.0", "path": LICENCE, "title": "Creative Commons Attribution 4.0"}],
        "resources": resources,
    }


def resource(dataset: Dataset[Any], measured: Measured) -> dict[str, Any]:
    """Return the description of one table in the data package."""
    fields = [
        {
            "name": column.name,
            "type": column.type,
            "title": column.meaning.zh,
            "description": column.meaning.en,
            "constraints": {"required": column.is_required},
        }
        for column in dataset.columns
    ]
    return {
        "name": dataset.name,
        "title": f"{dataset.title.en} {dataset.title.zh}",
        "path": f"{dataset.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": measured.size,
        "hash": f"sha256:{measured.sha256}",
        "schema": {"fields": fields},
    }


def csvw_metadata(dataset: Dataset[Any]) -> dict[str, Any]:
    """Return the description of one table (CSV on the Web), which stands beside it under the name looked for."""
    columns = [
        {
            "name": column.name,
            "titles": column.name,
            "datatype": CSVW_TYPES[column.type],
            "required": column.is_required,
            "dc:description": [
                {"@value": pick(column.meaning, language), "@language": language} for language in Language
            ],
        }
        for column in dataset.columns
    ]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": f"{dataset.name}.csv",
        "dc:title": dataset.title.en,
        "dc:license": {"@id": LICENCE},
        "tableSchema": {"columns": columns},
    }
