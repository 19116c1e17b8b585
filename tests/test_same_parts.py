"""Parts of the theme that are drawn once for many pages are those that each page would have drawn for itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.few_pages import make_few_pages

HOOK = "  - overrides/same_parts.py\n"


@pytest.fixture(scope="module")
def few_pages(tmp_path_factory: pytest.TempPathFactory, docs: Path) -> Path:
    return make_few_pages(tmp_path_factory.mktemp("few"))


def build(folder: Path, name: str) -> dict[str, bytes]:
    environment = os.environ | {"SITE_DIR": name, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1760000000"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    assert subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False).returncode == 0
    made = folder / name
    return {path.relative_to(made).as_posix(): path.read_bytes() for path in made.rglob("*") if path.is_file()}


def test_parts_drawn_once_are_those_that_each_page_draws(few_pages: Path) -> None:
    quick = build(few_pages, "quick")
    settings = (few_pages / "mkdocs.yml").read_text(encoding="utf-8")
    assert HOOK in settings
    (few_pages / "mkdocs.yml").write_text(settings.replace(HOOK, ""), encoding="utf-8")
    assert build(few_pages, "patient") == quick
