"""Pages are valid HTML: one of each kind in both languages here, all of them by `make look`."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.conftest import ROOT
from tests.pictures import FOLDERS, KINDS

CHECKER = "node_modules/vnu-jar/build/dist/vnu.jar"


def faults_of(pages: Iterable[Path]) -> list[str]:
    """Return what the W3C's checker of HTML finds wrong with pages, each with its page and line."""
    command = [
        "java",
        "-Xss2m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-jar",
        CHECKER,
        "--errors-only",
        "--format",
        "json",
    ]
    done = subprocess.run([*command, *map(str, pages)], cwd=ROOT, capture_output=True, text=True, check=False)
    found = json.loads(done.stderr)["messages"]
    return [f"{fault['url']}:{fault.get('lastLine', 0)}: {fault['message']}" for fault in found]


def kinds_in(site: Path) -> list[Path]:
    """Return a page of each kind in each language."""
    paths = {kind.partition("#")[0].partition("?")[0] for kind in KINDS.values()}
    pages = [site / folder / path for folder in FOLDERS.values() for path in sorted(paths)]
    return [page if page.suffix else page / "index.html" for page in pages]


def test_a_page_of_each_kind_is_valid(site: Path) -> None:
    singles = [*site.glob("policies/*/*-2018.html"), *site.glob("en/policies/*/*-2018-parallel.html")]
    assert faults_of([*kinds_in(site), *singles[:1], *singles[-1:]]) == []
