"""The archive's own search as it was at a commit, beside the present one in the same run: its writers, pages and programs.

The commit's files are laid out below `build/bench-search/`, and its site is built there once. Its index is made by its
own programs, of today's texts; `in_former.py` is what runs there.
"""

import io
import json
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from scripts.model.vocabulary import Language
from tests.bench.trees import site_module
from tests.bench_search.corpora import ROOT, Archive, Corpus
from tests.bench_search.ours import Ours
from tests.bench_search.systems import Failure

TREES = ROOT / "build/bench-search/former"
PROGRAM = Path(__file__).with_name("in_former.py")
BUILT = "site/.built"
"""Stands where a site was built to its end."""


class Former(Ours):
    """What this project had."""

    def __init__(self, commit: str, archive: Archive) -> None:
        self.commit = resolve(commit)
        self.name = f"ours ({self.commit[:7]})"
        self.tree, self.archive = TREES / self.commit, archive
        self.texts = self.tree / "texts.json"
        self.places: dict[str, list[str]] = {}

    def version(self) -> str:
        """The commit."""
        return f"ours {self.commit[:7]}"

    def host(self, folder: Path) -> None:
        """Lay out the commit and build its site, unless that was done; take its pages, and what must be known of them."""
        lay_out(self.commit, self.tree)
        self.texts.write_text(json.dumps([*collections(self.archive)], ensure_ascii=False), encoding="utf-8")
        command = [*self.program("host"), str(folder)]
        told = subprocess.run(command, cwd=self.tree, check=True, capture_output=True, text=True).stdout
        facts: dict[str, Any] = json.loads(told.splitlines()[-1])
        self.box, self.panel, self.item, self.script = (facts[key] for key in ("box", "panel", "item", "script"))
        self.search_paths, self.places = tuple(facts["search_paths"]), facts["places"]

    def command(self, corpus: Corpus, folder: Path) -> list[str]:
        """Its own programs write the index."""
        return [*self.program("build"), str(folder), str(self.texts), str(corpus.size), str(corpus.seed)]

    def program(self, task: str) -> list[str]:
        """Return the command that does something with the commit's own programs."""
        return ["env", f"PYTHONPATH={self.tree}", sys.executable, "-P", str(PROGRAM), task]

    def home(self, language: Language) -> str:
        """The page that the commit itself measures."""
        return self.places[language][0]

    def place_to_ask(self, language: Language) -> str:
        """Likewise."""
        return self.places[language][1]


def resolve(commit: str) -> str:
    """Return a commit's whole hash."""
    command = ["git", "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    if not found:
        raise Failure(f"there is no commit {commit} here; type: git fetch --unshallow")
    return found


def lay_out(commit: str, tree: Path) -> None:
    """Write the files of a commit into a folder and build its site, unless that was done."""
    if (tree / BUILT).exists():
        return
    packed = subprocess.run(["git", "archive", commit], cwd=ROOT, check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(tree, filter="data")
    for arguments in (("scripts", "build"), (site_module(tree),)):
        command = [sys.executable, "-m", *arguments]
        subprocess.run(command, cwd=tree, check=True, stdout=subprocess.DEVNULL, env=os.environ | {"CI": "true"})
    (tree / BUILT).touch()


def collections(archive: Archive) -> Iterator[dict[str, Any]]:
    """Yield all that is searched, as JSON has it."""
    return (asdict(each) for each in (*archive.policies, *archive.others))
