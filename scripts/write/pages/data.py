"""The data page in both languages: every table with every column, and the other files."""

from collections.abc import Iterator, Mapping

from scripts.model.archive import Archive
from scripts.model.vocabulary import Language
from scripts.write.data.tables import DATASETS, Dataset
from scripts.write.markup import markdown as md
from scripts.write.words.strings import pick, say


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
                md.html_cell("td", md.text(pick(column.meaning, language))),
            ]
        )
        for column in dataset.columns
    ]
    head = [md.html_cell("th", say(key, language), scope="col") for key in ("column", "column-type", "meaning")]
    yield md.html_table(name, head, lines)
