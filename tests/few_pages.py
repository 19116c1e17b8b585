"""A project with some pages of both languages, so that a builder need not make all."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from tests.conftest import ROOT

PAGES = (
    "index.md",
    "about",
    "search",
    "policies/index.md",
    "policies/jilin-2018",
    "indicators/.example.md",
    "indicators/matrix",
    "indicators/agro-processing-plants",
    "data/index.md",
    "log",
)
"""Below `docs/<language>/`: pages written by hand and generated ones of several kinds."""


def copy(name: str, target: Path) -> None:
    """Copy a file or folder of `docs/`, where it is there: some have no twin in the other language."""
    source, to = ROOT / "docs" / name, target / "docs" / name
    to.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, to)
    elif source.exists():
        shutil.copyfile(source, to)


def make_few_pages(folder: Path, pages: Iterable[str] = PAGES) -> Path:
    """Fill a folder with the project; that other pages are not there is no fault in it."""
    for name in ("overrides", "scripts"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("requirements.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(configuration.replace(": warn", ": info"), encoding="utf-8")
    for name in ("assets", *(f"{language}/{page}" for language in ("zh", "en") for page in pages)):
        copy(name, folder)
    for snippet in (ROOT / "docs").rglob(".*.md"):
        copy(snippet.relative_to(ROOT / "docs").as_posix(), folder)
    return folder
