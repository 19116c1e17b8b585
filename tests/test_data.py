"""The published data: valid by the validators of their formats, and described column by column."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from csvw import CSVW
from frictionless import Package
from translate.storage.tbx import tbxfile
from translate.storage.tmx import tmxfile

from scripts.model.lookup import Lookup
from scripts.read.corpus.corpus import Corpus
from scripts.read.corpus.translation_file import translatable
from scripts.write.data.csv_text import csv_cell
from scripts.write.data.tables.columns import Dataset
from scripts.write.data.tables.lists import PLACES
from scripts.write.data.tables.tables import DATASETS, DICTIONARY
from scripts.write.data.workbook import ABOUT, render_workbook
from scripts.write.markup import markdown as md
from tests.conftest import IDS, ROOT, SITE_URL

DATA = ROOT / "docs/zh/data"


@pytest.fixture(scope="module", autouse=True)
def built(docs: Path) -> None:
    """The data must be there."""


def test_the_data_package_is_valid_with_all_its_tables() -> None:
    package = Package(str(DATA / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["title", "message"])
    tables = {resource.name for resource in package.resources if resource.type == "table"}
    assert tables == {dataset.name for dataset in (*DATASETS, DICTIONARY)}


@pytest.mark.parametrize("name", [dataset.name for dataset in DATASETS])
def test_every_table_is_valid_by_its_csvw_metadata(name: str) -> None:
    described = CSVW(str(DATA / f"{name}.csv"), validate=True)
    assert described.is_valid
    assert described.to_json()


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
def test_every_row_has_its_columns_and_its_address(dataset: Dataset[Any]) -> None:
    with (DATA / f"{dataset.name}.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert rows
    for row in rows:
        assert None not in row
        assert row["url"].startswith(SITE_URL) if dataset is not PLACES else "url" not in row  # which have no page


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_data_page_describes_every_column(language: str) -> None:
    page = (ROOT / "docs" / language / "data/index.md").read_text(encoding="utf-8")
    for dataset in DATASETS:
        assert f"{dataset.name}.csv" in page
        for column in dataset.columns:
            assert f"\n{md.escape(column.name)} | {column.type} | " in page


def test_targets_csv_and_the_policies_json_say_the_same() -> None:
    with (DATA / "targets.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for path in (DATA / "policies").glob("*.json"):
        value = json.loads(path.read_text(encoding="utf-8"))
        own = [row for row in rows if row["policy"] == value["id"]]
        assert len(own) == len(value["targets"])
        for row, target in zip(own, value["targets"], strict=True):
            assert (row["quote"], row["anchor"], row["indicator"]) == (
                target["quote"],
                target["anchor"],
                target["indicator"],
            )
            assert value["text"][target["start"] : target["end"]] == target["quote"]
            assert row["value"] == ("" if target["value"] is None else f"{target['value']}")


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
def test_a_table_opens_in_a_spreadsheet_as_utf_8_and_without_a_formula(dataset: Dataset[Any]) -> None:
    data = (DATA / f"{dataset.name}.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))):
        assert [cell for cell in row if re.match(r"[=+\-@\t\r]", cell) and cell not in ("=", "-")] == []


@pytest.mark.parametrize("words", ["=1+1", "=5", "+A1", "-A1", "@SUM(A1)", "\t=1", "=HYPERLINK(1)"])
def test_no_words_become_a_formula(words: str) -> None:
    assert csv_cell(words) == f"'{words}"


@pytest.fixture(scope="module")
def workbook() -> openpyxl.Workbook:
    return openpyxl.load_workbook(DATA / "archive.xlsx")


def test_the_workbook_has_every_table_and_says_what_every_column_holds(workbook: openpyxl.Workbook) -> None:
    assert workbook.sheetnames == [ABOUT, *(dataset.name for dataset in DATASETS)]
    described = [(row[0], row[1]) for row in workbook[ABOUT].iter_rows(min_row=2, values_only=True)]
    assert described == [(dataset.name, column.name) for dataset in DATASETS for column in dataset.columns]


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
def test_every_sheet_is_its_table_typed_frozen_and_filtered(
    workbook: openpyxl.Workbook, lookup: Lookup, dataset: Dataset[Any]
) -> None:
    sheet = workbook[dataset.name]
    head, *rows = sheet.iter_rows(values_only=True)
    for words, column in zip(head, dataset.columns, strict=True):
        zh, en = str(words).split("\n")
        assert (zh, en) == (column.title.zh, column.title.en)
        assert re.search(r"[\u4e00-\u9fff]", zh) or column.name == "url"
        assert not re.search(r"[\u4e00-\u9fff]", en)
    expected = list(dataset.rows(lookup))
    assert len(rows) == len(expected)
    for row, values in zip(rows, expected, strict=True):
        for cell, value, column in zip(row, values, dataset.columns, strict=True):
            if value in (None, ""):
                assert cell is None
            elif column.type == "string":
                assert cell == str(value)
            else:
                assert isinstance(cell, int | float)
                assert cell == float(value or 0)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_two_workbooks_are_the_same_bytes(lookup: Lookup) -> None:
    assert render_workbook(DATASETS, lookup) == (DATA / "archive.xlsx").read_bytes()


def test_the_translation_memory_reads_back_whole(corpus: Corpus) -> None:
    with (DATA / "parallel.tmx").open("rb") as stream:
        units = tmxfile(stream, "zh-CN", "en-GB").units
    expected = [
        (zh, corpus.archive.english[policy.metadata.id][anchor])
        for policy in corpus.archive.policies
        if policy.metadata
        for anchor, zh in translatable(policy)
        if anchor in corpus.archive.english[policy.metadata.id]
    ]
    assert len(units) == len(expected) > 0
    assert sorted((unit.source, unit.target) for unit in units) == sorted(expected)
    noted = sum(len(notes) for notes in corpus.archive.translator_notes.values())
    assert sum(1 for unit in units if unit.getnotes()) == noted > 0


def test_the_termbase_reads_back_with_every_term(corpus: Corpus) -> None:
    with (DATA / "terms-v2.tbx").open("rb") as stream:
        units = tbxfile(stream, "zh-CN", "en").units
    terms = list(corpus.archive.glossary.terms.values())
    assert [(unit.source, unit.target) for unit in units] == [(term.zh, term.en) for term in terms]
    from lxml import etree

    for name, tag in (("terms.tbx", "{*}term"), ("terms-v2.tbx", "term")):
        found = [element.text for element in etree.parse(DATA / name).iter(tag)]
        assert found == [word for term in terms for word in (term.zh, *term.forms, term.en, *term.en_variants)]


def lines_that_undo(language: str) -> str:
    page = (ROOT / f"docs/{language}/about/how-it-is-made/index.md").read_text(encoding="utf-8")
    (lines,) = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return str(lines)


def test_the_lines_that_undo_the_edits_are_the_same_in_both_languages_and_few() -> None:
    assert lines_that_undo("zh") == lines_that_undo("en")
    assert len([line for line in lines_that_undo("en").splitlines() if line]) <= 12


@pytest.mark.parametrize("policy_id", IDS)
def test_anyone_can_undo_the_edits_with_the_lines_of_the_guide(policy_id: str, tmp_path: Path) -> None:
    """With the published files alone, in the folder in which a reader has put them."""
    published = DATA / "policies"
    (tmp_path / policy_id).mkdir()
    (tmp_path / f"{policy_id}.json").write_bytes((published / f"{policy_id}.json").read_bytes())
    source = (published / policy_id / "source.txt").read_bytes()
    assert source == (ROOT / "corpus/policies" / policy_id / "source.txt").read_bytes()
    (tmp_path / policy_id / "source.txt").write_bytes(source)
    lines = lines_that_undo("en").replace("jinan-2018", policy_id)
    command = [sys.executable, "-I", "-c", lines]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (0, "The same bytes.\n"), result.stderr
    (tmp_path / policy_id / "source.txt").write_bytes(source + b" ")
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode != 0
