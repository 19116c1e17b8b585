"""Counts agree in every format: each is read from the published files by other people's parsers.

`FORMATS` is the table: a format is a row, with what is counted in it. A count that a format does not hold is left out.
"""

import csv
import json
import sqlite3
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from frictionless import Package
from lxml import etree, html
from markdown_it import MarkdownIt
from translate.storage.tbx import tbxfile
from translate.storage.tmx import tmxfile

from scripts.__main__ import main
from scripts.read.corpus.corpus import Corpus

Counts = dict[str, int]
TABLES = {"targets": "targets", "indicators": "indicators", "terms": "terms", "occurrences": "occurrences",
          "citations": "citations", "organisations": "responsibilities", "topics": "topics",
          "policies": "policies", "topic_list": "topics by name", "organisation_list": "bodies",
          "document_list": "documents", "places": "places", "editions": "editions"}  # fmt: skip
"""For each table what is counted by its rows."""
SECTION_TAGS = ("section", "paragraph", "subparagraph", "indent", "point", "hcontainer", "table", "tr", "preamble", "conclusions")  # fmt: skip
DATA = "data"


def count_corpus(corpus: Corpus) -> Counts:
    """What the corpus itself holds: the published files say the same, or something was lost on the way."""
    policies = corpus.archive.policies
    return {
        "policies": len(policies),
        "sections": sum(1 for policy in policies for _ in policy.walk()),
        "blocks": sum(1 for policy in policies for _ in policy.blocks()),
        "translated": sum(map(len, corpus.archive.english.values())),
        "notes": sum(len(policy.notes) for policy in policies),
        "translator's notes": sum(map(len, corpus.archive.translator_notes.values())),
        "terms": len(corpus.archive.glossary.terms),
        "topics by name": len(corpus.archive.glossary.topics),
        "bodies": len(corpus.archive.glossary.organisations),
        "documents": len(corpus.archive.glossary.documents),
        "places": len(corpus.archive.glossary.places),
        "editions": sum(len(policy.metadata.editions) for policy in policies if policy.metadata),
    }


def count_json(site: Path) -> Counts:
    values = [json.loads(path.read_text("utf-8")) for path in sorted((site / DATA / "policies").glob("*.json"))]
    sections = [section for value in values for root in value["sections"] for section in walk(root)]
    blocks = [block for section in sections for block in section["blocks"]]
    english = [section["title_en"] for section in sections] + [block["en"] for block in blocks]
    assert [row["id"] for row in json.loads((site / DATA / "policies.json").read_text("utf-8"))] == [
        value["id"] for value in values
    ]
    return {
        "policies": len(values),
        "sections": len(sections),
        "blocks": len(blocks),
        "translated": sum(1 for words in english if words is not None),
        "targets": sum(len(value["targets"]) for value in values),
        "citations": sum(len(value["citations"]) for value in values),
        "responsibilities": sum(len(value["responsibilities"]) for value in values),
        "notes": sum(len(value["notes"]) for value in values),
        "translator's notes": sum(len(value["translator_notes"]) for value in values),
    }


def walk(section: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield section
    for child in section["children"]:
        yield from walk(child)


def count_json_lines(site: Path) -> Counts:
    rows = [json.loads(line) for line in (site / DATA / "sections.jsonl").read_text("utf-8").splitlines()]
    return {
        "policies": len({row["policy"] for row in rows}),
        "sections": sum(1 for row in rows if row["lang"] == "zh"),
    }


def count_csv(site: Path) -> Counts:
    counts = {}
    for table, name in TABLES.items():
        with (site / DATA / f"{table}.csv").open(encoding="utf-8-sig", newline="") as stream:
            counts[name] = sum(1 for _ in csv.DictReader(stream))
    return counts


def count_package(site: Path) -> Counts:
    package: Any = Package(str(site / DATA / "datapackage.json"))
    return {name: len(package.get_resource(table).read_rows()) for table, name in TABLES.items()}


def count_workbook(site: Path) -> Counts:
    book = openpyxl.load_workbook(site / DATA / "archive.xlsx", read_only=True)
    return {name: sum(1 for _ in book[table].iter_rows(min_row=2)) for table, name in TABLES.items()}


def count_zip(site: Path) -> Counts:
    with zipfile.ZipFile(site / DATA / "archive.zip") as archive, tempfile.TemporaryDirectory() as folder:
        archive.extractall(folder)
        (unpacked,) = Path(folder).iterdir()
        (Path(folder) / DATA).symlink_to(unpacked)
        return count_json(Path(folder)) | count_csv(Path(folder)) | count_akoma_ntoso(Path(folder))


def count_sqlite(site: Path) -> Counts:
    connection = sqlite3.connect(f"file:{site / DATA}/archive.sqlite?mode=ro", uri=True)
    tables = TABLES | {"sections": "sections", "blocks": "blocks"}
    counts = {name: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table, name in tables.items()}
    (english,) = connection.execute("SELECT count(*) FROM passages WHERE en IS NOT NULL").fetchone()
    connection.close()
    return counts | {"translated": english}


def count_parquet(_: Path) -> Counts:
    """By DuckDB; the site has no such files, for they are made by whoever wants them."""
    with tempfile.TemporaryDirectory() as folder:
        assert main(["export", "--parquet", folder]) == 0
        connection, counts = duckdb.connect(), {}
        for table, name in (TABLES | {"sections": "sections", "blocks": "blocks"}).items():
            (row,) = connection.sql(f"SELECT count(*) FROM '{folder}/{table}.parquet'").fetchall()
            counts[name] = row[0]
    return counts


def count_tmx(site: Path) -> Counts:
    with (site / DATA / "parallel.tmx").open("rb") as stream:
        units = tmxfile(stream, "zh-CN", "en-GB").units
    assert all(unit.source and unit.target for unit in units)
    return {
        "policies": len({unit.xmlelement.get("tuid").partition("#")[0] for unit in units}),
        "translated": len(units),
        "translator's notes": sum(1 for unit in units if unit.getnotes()),
    }


def count_tbx_2(site: Path) -> Counts:
    with (site / DATA / "terms-v2.tbx").open("rb") as stream:
        return {"terms": len(tbxfile(stream, "zh-CN", "en").units)}


def count_tbx_3(site: Path) -> Counts:
    return {"terms": len(etree.parse(site / DATA / "terms.tbx").findall(".//{*}conceptEntry"))}


def akoma_ntoso(site: Path, version: str) -> list[etree._Element]:
    paths = sorted((site / DATA / "policies").glob(f"*{version}.akn.xml"))
    return [etree.parse(path).getroot() for path in paths if path.name.count(".") == 2 + version.count(".")]


def tags(root: etree._Element) -> Counter[str]:
    """Return how many of each element have a name in the archive."""
    return Counter(etree.QName(element).localname for element in root.iter(etree.Element) if element.get("GUID"))


def count_akoma_ntoso(site: Path, version: str = "") -> Counts:
    roots = akoma_ntoso(site, version)
    found = sum((tags(root) for root in roots), Counter[str]())
    classes = Counter(note.get("class") for root in roots for note in root.iter("{*}note"))
    return {
        "policies": len(roots),
        "sections": sum(found[tag] for tag in SECTION_TAGS),
        "blocks": found["p"],
        "notes": classes["emendation"],
    }


def count_akoma_ntoso_english(site: Path) -> Counts:
    roots = akoma_ntoso(site, ".en")
    signs = [sign.get("href", "")[1:] for root in roots for sign in root.iter("{*}noteRef")]
    notes = [note.get("class") for root in roots for note in root.iter("{*}note")]
    assert len(signs) == len(notes)
    return count_akoma_ntoso(site, ".en") | {"translator's notes": notes.count("translation")}


def count_akoma_ntoso_parallel(site: Path) -> Counts:
    roots = akoma_ntoso(site, ".parallel")
    english = [
        element
        for root in roots
        for container in root.iter("{*}preamble", "{*}mainBody", "{*}conclusions")
        for element in container.iter("{*}heading", "{*}p", "{*}span")
        if element.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    ]
    return count_akoma_ntoso(site, ".parallel") | {"translated": len(english)}


def count_markdown(site: Path, ending: str = "") -> Counts:
    """Targets stand in the HTML of CommonMark: one a section, a table's row, a table without a caption."""
    paths = [path for path in sorted((site / DATA / "policies").glob(f"*{ending}.md")) if path.name.count(".") == 1 + bool(ending)]  # fmt: skip
    pages = [html.fromstring(MarkdownIt("commonmark").render(path.read_text("utf-8"))) for path in paths]
    return {"policies": len(pages), "sections": sum(len(page.xpath("//*[@id]")) for page in pages)}


def count_markdown_english(site: Path) -> Counts:
    return count_markdown(site, ".en")


def count_ris(site: Path) -> Counts:
    return {"policies": len(rispy.loads((site / DATA / "citations/all.ris").read_text("utf-8")))}


def count_bibtex(site: Path) -> Counts:
    return {"policies": len(parse_string((site / DATA / "citations/all.bib").read_text("utf-8")).entries)}


def count_csl(site: Path) -> Counts:
    return {"policies": len(json.loads((site / DATA / "citations/all.csl.json").read_text("utf-8")))}


def count_llms(site: Path) -> Counts:
    links = [
        str(child.attrs["href"])
        for token in MarkdownIt("commonmark").parse((site / "llms.txt").read_text("utf-8"))
        for child in token.children or []
        if child.type == "link_open"
    ]
    return {"policies": sum(1 for link in links if link.endswith(".en.md"))}


FORMATS: dict[str, Callable[[Path], Counts]] = {
    "JSON": count_json,
    "JSON Lines": count_json_lines,
    "CSV": count_csv,
    "data package": count_package,
    "Excel": count_workbook,
    "zip": count_zip,
    "SQLite": count_sqlite,
    "Parquet": count_parquet,
    "TMX": count_tmx,
    "TBX 2": count_tbx_2,
    "TBX 3": count_tbx_3,
    "Akoma Ntoso": count_akoma_ntoso,
    "Akoma Ntoso, English": count_akoma_ntoso_english,
    "Akoma Ntoso, parallel": count_akoma_ntoso_parallel,
    "Markdown": count_markdown,
    "Markdown, English": count_markdown_english,
    "RIS": count_ris,
    "BibTeX": count_bibtex,
    "CSL-JSON": count_csl,
    "llms.txt": count_llms,
}
CORPUS = "corpus"
COUNTS = ("sections", "blocks", "translated", "notes", "translator's notes", *TABLES.values())


@pytest.fixture(scope="module")
def counts(site: Path, corpus: Corpus) -> dict[str, Counts]:
    return {CORPUS: count_corpus(corpus)} | {name: count(site) for name, count in FORMATS.items()}


@pytest.mark.parametrize("count", COUNTS)
def test_every_format_says_the_same(counts: dict[str, Counts], count: str) -> None:
    said = {name: each[count] for name, each in counts.items() if count in each}
    print(count, said)
    assert len(said) > 1, "a count that only one format holds says nothing of the others"
    assert len(set(said.values())) == 1, said
    assert min(said.values()) > 0


def test_every_format_is_counted(counts: dict[str, Counts]) -> None:
    assert all(counts.values())
    assert set(COUNTS) == {count for each in counts.values() for count in each}
