"""The published data: valid by the validators of their formats, and described column by column."""

import csv
import json

import pytest
from csvw import CSVW
from frictionless import Package

from scripts.write.datasets import DATASETS, Dataset
from tests.conftest import ROOT, run_scripts

DATA = ROOT / "docs/zh/data"


@pytest.fixture(scope="module", autouse=True)
def built() -> None:
    assert run_scripts("build").returncode == 0


def test_the_data_package_is_valid_with_all_its_tables() -> None:
    package = Package(str(DATA / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["title", "message"])
    assert {resource.name for resource in package.resources} == {dataset.name for dataset in DATASETS}


@pytest.mark.parametrize("name", [dataset.name for dataset in DATASETS])
def test_every_table_is_valid_by_its_csvw_metadata(name: str) -> None:
    described = CSVW(str(DATA / f"{name}.csv"), validate=True)
    assert described.is_valid
    assert described.to_json()


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
def test_every_row_has_its_columns_and_its_address(dataset: Dataset) -> None:
    with (DATA / f"{dataset.name}.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert rows
    for row in rows:
        assert None not in row
        assert row["url"].startswith("https://policy-archive.example/")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_data_page_describes_every_column(language: str) -> None:
    page = (ROOT / "docs" / language / "data/index.md").read_text(encoding="utf-8")
    for dataset in DATASETS:
        assert f"{dataset.name}.csv" in page
        for column in dataset.columns:
            assert f"<code>{column.name}</code>" in page


def test_targets_csv_and_the_policies_json_say_the_same() -> None:
    with (DATA / "targets.csv").open(encoding="utf-8", newline="") as stream:
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
