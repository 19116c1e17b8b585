"""MkDocs and ProperDocs make the same site of the same pages, byte for byte."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.site import build as site
from tests.conftest import ROOT
from tests.few_pages import make_few_pages


@pytest.fixture(scope="module")
def few_pages(tmp_path_factory: pytest.TempPathFactory, docs: Path) -> Path:
    return make_few_pages(tmp_path_factory.mktemp("few"))


def warnings_in(output: str) -> list[str]:
    return [line for line in output.splitlines() if line.startswith(("WARNING", "ERROR"))]


def build(folder: Path, builder: str) -> dict[str, bytes]:
    """Return the files of the site that a builder makes, by their paths."""
    environment = os.environ | {"SITE_DIR": builder, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1760000000"}
    command = [sys.executable, "-m", builder, "build", "--strict"]
    result = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    assert (result.returncode, warnings_in(result.stderr.decode())) == (0, [])
    made = folder / builder
    return {path.relative_to(made).as_posix(): path.read_bytes() for path in made.rglob("*") if path.is_file()}


def test_both_builders_make_the_same_files(few_pages: Path) -> None:
    first, second = (build(few_pages, builder) for builder in site.BUILDERS)
    assert first.keys() == second.keys()
    for prefix in ("", "en/"):
        for page in ("index", "404", "search/index", "policies/jilin-2018/index", "indicators/matrix/index"):
            assert f"{prefix}{page}.html" in first
    assert {"sitemap.xml", "sitemap.xml.gz"} <= first.keys()
    assert [path for path, content in first.items() if content != second[path]] == []


def test_a_site_is_built_anew_by_another_builder() -> None:
    assert site.settings("mkdocs") == site.settings("mkdocs")
    assert site.settings("mkdocs") != site.settings("properdocs")


def test_a_builder_that_is_neither_is_an_error_with_the_two_names() -> None:
    command = [sys.executable, "-m", "scripts.site"]
    result = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"BUILDER": "zensical"}, capture_output=True, check=False
    )
    assert result.returncode == 2
    assert result.stderr.decode() == "BUILDER is 'zensical'; it must be mkdocs or properdocs\n"
