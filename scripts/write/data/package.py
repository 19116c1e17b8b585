"""The tables → their files, and descriptions for machines: Frictionless data package, CSVW metadata."""

import hashlib
from typing import Any

from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Language
from scripts.write.data.csv_text import csv_lines
from scripts.write.data.json_text import dump
from scripts.write.data.tables.columns import Dataset
from scripts.write.data.tables.tables import DATASETS
from scripts.write.data.workbook import render_workbook
from scripts.write.words.addresses import page_address
from scripts.write.words.strings import pick

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
CSVW_TYPES = {"string": "string", "integer": "integer", "number": "decimal"}


def write_tables(lookup: Lookup) -> dict[str, str | bytes]:
    """Return every table with its metadata, and the data package, by path below `docs/zh/data/`."""
    files: dict[str, str | bytes] = {}
    resources = []
    for dataset in DATASETS:
        head, *rows = csv_lines(dataset, lookup)
        if not rows:
            continue
        content = files[f"{dataset.name}.csv"] = head + "".join(rows)
        files[f"{dataset.name}.csv-metadata.json"] = dump(csvw_metadata(dataset))
        resources.append(resource(dataset, content))
    if resources:
        files["archive.xlsx"] = render_workbook(DATASETS, lookup)
        files["datapackage.json"] = dump(data_package(resources))
    return files


def data_package(resources: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the description of all tables (Frictionless Data Package v1)."""
    return {
        "name": "quality-policy-archive",
        "title": "Quality Policy Archive 质量政策档案",
        "homepage": page_address(""),
        "licenses": [{"name": "CC-BY-4.0", "path": LICENCE, "title": "Creative Commons Attribution 4.0"}],
        "resources": resources,
    }


def resource(dataset: Dataset[Any], content: str) -> dict[str, Any]:
    """Return the description of one table in the data package."""
    data = content.encode()
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
        "bytes": len(data),
        "hash": "sha256:" + hashlib.sha256(data).hexdigest(),
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
