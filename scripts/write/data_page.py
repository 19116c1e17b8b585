"""The data page in both languages, and descriptions for machines: Frictionless data package, CSVW metadata."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from scripts.archive import Archive
from scripts.vocabulary import Language
from scripts.write import markdown as md
from scripts.write.addresses import page_address
from scripts.write.datasets import DATASETS, Dataset, render_csv
from scripts.write.found import Found
from scripts.write.json_text import dump
from scripts.write.strings import LANG_TAGS, pick, say
from scripts.write.workbook import render_workbook

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
CSVW_TYPES = {"string": "string", "integer": "integer", "number": "decimal"}


def write_tables(found: Found) -> dict[str, str | bytes]:
    """Return every table with its metadata, and the data package, by path below `docs/zh/data/`."""
    files: dict[str, str | bytes] = {}
    resources = []
    for dataset in DATASETS:
        content, count = render_csv(dataset, found)
        if not count:
            continue
        files[f"{dataset.name}.csv"] = content
        files[f"{dataset.name}.csv-metadata.json"] = dump(csvw_metadata(dataset))
        resources.append(resource(dataset, content))
    if resources:
        files["archive.xlsx"] = render_workbook(DATASETS, found)
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


def resource(dataset: Dataset, content: str) -> dict[str, Any]:
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


def csvw_metadata(dataset: Dataset) -> dict[str, Any]:
    """Return the description of one table (CSV on the Web), which stands beside it under the name looked for."""
    columns = [
        {
            "name": column.name,
            "titles": column.name,
            "datatype": CSVW_TYPES[column.type],
            "required": column.is_required,
            "dc:description": [
                {"@value": column.meaning.zh, "@language": "zh"},
                {"@value": column.meaning.en, "@language": "en"},
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


def write_data_page(archive: Archive, language: Language, counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yield the data page: every table with every column."""
    up = "" if language is Language.ZH else "../../data/"
    rights = md.link(md.escape(say("data-rights", language)), "../about/index.md#rights")
    stop = "。" if language is Language.ZH else "."
    others = [
        (f"{up}archive.xlsx", "data-workbook"),
        (f"{up}policies.json", "data-policies"),
        (f"{up}sections.jsonl", "data-sections"),
        (f"{up}parallel.tmx", "data-tmx"),
        (f"{up}terms.tbx", "data-tbx"),
        (f"{up}terms-v2.tbx", "data-tbx-2"),
        (f"{up}datapackage.json", "data-describes"),
    ]
    comma, colon = ("、", "：") if language is Language.ZH else (", ", ": ")
    files = [
        f"- {md.raw_link(path.rpartition('/')[2], path)}{colon}{md.escape(say(key, language))}" for path, key in others
    ]
    names = [policy.metadata for policy in archive.policies if policy.metadata]
    files.append(f"- {md.escape(say('data-policy-files', language))}")
    files += [
        f"    - {md.raw_link(f'{metadata.id}.json', f'{up}policies/{metadata.id}.json')}{comma}"
        f"{md.raw_link('source.txt', f'{up}policies/{metadata.id}/source.txt')}{colon}"
        f"{md.escape(pick(metadata.title, language))}"
        for metadata in names
    ]
    blocks = [
        f"# {say('data-page', language)} {md.attribute_list('title')}",
        md.paragraph(md.escape(say("data-lead", language)) + rights + stop),
        *(block for dataset in DATASETS if dataset.name in counts for block in describe(dataset, counts, language, up)),
        md.heading(2, md.escape(say("data-others", language)), "others"),
        "\n".join(files),
    ]
    yield "data/index.md", md.page({"title": say("data-page", language), "hide": ["navigation"]}, blocks)


def describe(dataset: Dataset, counts: Mapping[str, int], language: Language, up: str) -> Iterator[str]:
    """Yield one table's heading, its download and its columns."""
    name = pick(dataset.title, language)
    yield md.heading(2, md.escape(name), dataset.name)
    rows = say("rows-count", language, n=f"{counts[dataset.name]:,}")
    links = [
        md.raw_link(f"{dataset.name}.csv", f"{up}{dataset.name}.csv"),
        md.raw_link("CSVW", f"{up}{dataset.name}.csv-metadata.json"),
    ]
    separator = "、" if language is Language.ZH else ", "
    colon = "：" if language is Language.ZH else ": "
    brackets = f"（{rows}）" if language is Language.ZH else f" ({rows})"
    yield md.paragraph(say("download", language) + colon + separator.join(links) + brackets)
    lines = [
        md.html_row(
            [
                md.html_cell("th", f"<code>{column.name}</code>", scope="row"),
                md.html_cell("td", column.type),
                md.html_cell("td", md.text(pick(column.meaning, language), LANG_TAGS[language])),
            ]
        )
        for column in dataset.columns
    ]
    head = [md.html_cell("th", say(key, language), scope="col") for key in ("column", "column-type", "meaning")]
    yield md.html_table(name, head, lines)
