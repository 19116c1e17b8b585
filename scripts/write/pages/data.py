"""The data page in both languages: every table with every column, and the other files."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from scripts.model.languages import LANGUAGES
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Language
from scripts.write.citing.records import RECORDS
from scripts.write.data.package import filled, measure
from scripts.write.data.tables.columns import Dataset
from scripts.write.disk.page import Page
from scripts.write.markup import markdown as md
from scripts.write.pages.policy_files import NEEDS, policy_files
from scripts.write.words.strings import pick, say


def write_data_page(lookup: Lookup, language: Language, find: Callable[[str], Path]) -> Iterator[Page]:
    """Yield the data page; `find` leads to the files of tables."""
    datasets = filled(lookup)
    needs = tuple(dict.fromkeys([*NEEDS, *(need for dataset in datasets for need in dataset.needs)]))
    yield Page("data/index.md", needs, partial(render_data_page, lookup, language, datasets, find))


def render_data_page(
    lookup: Lookup, language: Language, datasets: list[Dataset[Any]], find: Callable[[str], Path]
) -> str:
    """Return the data page: every table with every column, then the other files."""
    counts = {dataset.name: measure(find(f"data/{dataset.name}.csv")).rows for dataset in datasets}
    writing = LANGUAGES[language]
    up = "../../data/" if writing.folder else ""  # the data lie once, under the first language
    rights = md.link(md.escape(say("data-rights", language)), "../about/index.md#rights")
    others = [
        (f"{up}archive.xlsx", "data-workbook"),
        (f"{up}policies.json", "data-policies"),
        (f"{up}sections.jsonl", "data-sections"),
        (f"{up}parallel.tmx", "data-tmx"),
        (f"{up}terms.tbx", "data-tbx"),
        (f"{up}terms-v2.tbx", "data-tbx-2"),
        *((f"{up}archive-{each}.epub", f"data-book-{each}") for each in Language),
        *((f"{up}citations/all.{ending}", f"data-records-{ending}") for _, ending, _ in RECORDS),
        (f"{up}datapackage.json", "data-describes"),
    ]
    files = [
        f"- {md.raw_link(path.rpartition('/')[2], path)}{writing.colon}{md.escape(say(key, language))}"
        for path, key in others
    ]
    files.append(f"- {md.escape(say('data-policy-files', language))}")
    files += [f"    - {line}" for line in policy_files(lookup, language, find, up)]
    blocks = [
        f"# {say('data', language)} {md.attribute_list('title')}",
        md.paragraph(md.escape(say("data-lead", language)) + rights + writing.stop),
        *(block for dataset in datasets for block in describe(dataset, counts, language, up)),
        md.heading(2, md.escape(say("data-others", language)), "others"),
        "\n".join(files),
    ]
    return md.page({"title": say("data", language), "hide": ["navigation"]}, blocks)


def describe(dataset: Dataset[Any], counts: Mapping[str, int], language: Language, up: str) -> Iterator[str]:
    """Yield one table's heading, its download and its columns."""
    name = pick(dataset.title, language)
    yield md.heading(2, md.escape(name), dataset.name)
    rows = say("rows-count", language, n=f"{counts[dataset.name]:,}")
    links = [
        md.raw_link(f"{dataset.name}.csv", f"{up}{dataset.name}.csv"),
        md.raw_link("CSVW", f"{up}{dataset.name}.csv-metadata.json"),
    ]
    writing = LANGUAGES[language]
    yield md.paragraph(say("download", language) + writing.colon + writing.join(links) + writing.bracket(rows))
    lines = [
        md.html_row(
            [
                md.html_cell("th", f"<code>{column.name}</code>", scope="row"),
                md.html_cell("td", column.type),
                md.html_cell("td", md.text(pick(column.meaning, language))),
            ]
        )
        for column in dataset.columns
    ]
    head = [md.html_cell("th", say(key, language), scope="col") for key in ("column", "column-type", "meaning")]
    yield md.html_table(name, head, lines)
