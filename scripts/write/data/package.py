"""The tables → their files, and descriptions for machines: Frictionless data package, CSVW metadata.

The package says the size and the fingerprint of each file, so that files are there before it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from scripts.model.lookup import Lookup
from scripts.model.release import LICENCE, Release
from scripts.model.vocabulary import Language
from scripts.write.data.archive_zip import render_archive
from scripts.write.data.catalogue import Offer, is_offered_whole, measure, offer_table, offered
from scripts.write.data.csv_text import csv_lines
from scripts.write.data.database.database import render_database
from scripts.write.data.json_text import dump
from scripts.write.data.tables.columns import Column, Dataset
from scripts.write.data.tables.tables import DATASETS, DICTIONARY, TABLES
from scripts.write.data.workbook import render_workbook
from scripts.write.disk.page import Page
from scripts.write.words.addresses import page_address
from scripts.write.words.strings import pick

CSVW_TYPES = {"string": "string", "integer": "integer", "number": "decimal"}

EDITORS = "The editors of the Quality Policy Archive 质量政策档案编者"


@dataclass(frozen=True, slots=True)
class Files:
    """What the package is drawn from."""

    lookup: Lookup
    find: Callable[[str], Path]
    """Leads to a file that was written before."""
    release: Release


def filled(lookup: Lookup) -> list[Dataset[Any]]:
    """Return the tables that have rows."""
    return [dataset for dataset in DATASETS if any(True for _ in dataset.rows(lookup))]


def write_tables(lookup: Lookup, find: Callable[[str], Path], release: Release) -> Iterator[Page]:
    """Yield every table with its metadata, all of them as workbook and database, the data package, and all in a zip."""
    datasets = filled(lookup)
    if not datasets:
        return
    for dataset in (*datasets, DICTIONARY):
        yield Page(f"data/{dataset.name}.csv", dataset.needs, partial(csv_lines, dataset, lookup))
        yield Page(f"data/{dataset.name}.csv-metadata.json", (), partial(render_csvw, dataset))
    needs = tuple(dict.fromkeys(need for dataset in TABLES for need in dataset.needs))
    yield Page("data/archive.xlsx", needs, partial(render_workbook, DATASETS, lookup))
    whole = is_offered_whole(lookup)
    if whole:
        draw = partial(render_database, lookup, release)
        yield Page("data/archive.sqlite", needs, draw, release.mark)
    files = Files(lookup, find, release)
    needs = (*needs, "listed", "sections", "units")
    yield Page("data/datapackage.json", needs, partial(render_package, datasets, files), release.mark)
    if whole:
        draw = partial(render_archive, find("data/datapackage.json").parent, find, release)
        yield Page("data/archive.zip", (*needs, "linked"), draw, release.mark)


def render_csvw(dataset: Dataset[Any]) -> str:
    """Return the description of one table as JSON."""
    return dump(csvw_metadata(dataset))


def render_package(datasets: list[Dataset[Any]], files: Files) -> str:
    """Return the description of all files as JSON."""
    tables = [*datasets, DICTIONARY]
    names = {f"{dataset.name}.csv" for dataset in tables}
    others = [offer for offer in offered(files.find) if offer.is_described and offer.name not in names]
    resources = [
        *(table_resource(dataset, {each.name for each in tables}, files.find) for dataset in tables),
        *(file_resource(offer, files.find) for offer in others),
    ]
    return dump(data_package(files.lookup, files.release, resources))


def data_package(lookup: Lookup, release: Release, resources: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the description of all files (Frictionless Data Package v1)."""
    return {
        "profile": "data-package",
        "name": "quality-policy-archive",
        "title": "Quality Policy Archive 质量政策档案",
        "description": "Chinese quality policies in both languages: targets, indicators, terms, bodies, citations.",
        "version": release.version,
        **({"created": release.moment.strftime("%Y-%m-%dT%H:%M:%SZ")} if release.moment else {}),
        "homepage": page_address("data/"),
        "licenses": [{"name": "CC-BY-4.0", "path": LICENCE, "title": "Creative Commons Attribution 4.0"}],
        "sources": [
            {"title": digest.metadata.title.zh, "path": digest.metadata.url} for digest in lookup.policies.values()
        ],
        "contributors": [
            {"title": EDITORS, "role": "publisher", "path": page_address("")},
        ],
        "resources": resources,
    }


def file_resource(offer: Offer, find: Callable[[str], Path]) -> dict[str, Any]:
    """Return what the data package says of any file."""
    measured = measure(find(f"data/{offer.name}"))
    return {
        "name": offer.name,
        "title": f"{offer.words.en} {offer.words.zh}",
        "type": "file",
        "path": offer.name,
        "format": offer.name.rpartition(".")[2],
        "mediatype": offer.media,
        "bytes": measured.size,
        "hash": f"sha256:{measured.sha256}",
    }


def table_resource(dataset: Dataset[Any], present: set[str], find: Callable[[str], Path]) -> dict[str, Any]:
    """Return what the data package says of a table; it refers to those that are `present`."""
    schema: dict[str, Any] = {"fields": list(map(field, dataset.columns)), "missingValues": [""]}
    if dataset.key:
        schema["primaryKey"] = list(dataset.key)
    keys = [
        {
            "fields": list(reference.columns),
            "reference": {
                "resource": "" if reference.table == dataset.name else reference.table,
                "fields": list(reference.keys),
            },
        }
        for reference in dataset.references
        if reference.table in present
    ]
    if keys:
        schema["foreignKeys"] = keys
    return file_resource(offer_table(dataset), find) | {
        "name": dataset.name,
        "type": "table",
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "schema": schema,
    }


def field(column: Column[Any]) -> dict[str, Any]:
    """Return what the data package says of a column."""
    constraints: dict[str, Any] = {"required": column.is_required}
    if column.choices:
        constraints["enum"] = list(column.choices)
    return {
        "name": column.name,
        "type": column.type,
        "title": column.meaning.zh,
        "description": column.meaning.en,
        "constraints": constraints,
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
