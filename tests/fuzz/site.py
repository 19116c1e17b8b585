"""The site that MkDocs makes of a spoilt corpus, beside that of the whole one: every page as a browser gets it."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from lxml import html

from tests.conftest import ROOT
from tests.fuzz.pages import Drawn, Pages, take_in

HOME = '# 首页 {{#title}}\n\n--8<-- "{language}/policies/.list.md"\n'
"""The first page of a language, which is written by hand, and takes in what is generated."""
SETTINGS = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1760000000", "SITE_DIR": "site"}


class Site:
    """A project that is only built, with what stands in its pages while the corpus is whole."""

    def __init__(self, folder: Path, docs: Path) -> None:
        self.root, self.pages, self.scripts = folder, Pages(), set[str]()
        for name in ("overrides", "scripts"):
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("requirements.txt", "pyproject.toml"):
            shutil.copy(ROOT / name, folder)
        settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        (folder / "mkdocs.yml").write_text(settings.replace(": warn", ": info"), encoding="utf-8")
        if fault := self.build(docs):
            raise ValueError(fault)
        self.files = {path: path.read_bytes() for path in self.found()}
        for path, data in self.files.items():
            drawn = draw_whole(path, data)
            self.pages.learn(drawn)
            self.scripts |= scripts_of(data)

    def build(self, docs: Path) -> str:
        """Make the site of what was generated; return why there is none."""
        shutil.rmtree(self.root / "docs", ignore_errors=True)
        shutil.copytree(docs, self.root / "docs", copy_function=os.link)
        shutil.copytree(ROOT / "docs/assets", self.root / "docs/assets")
        for language in ("zh", "en"):
            (self.root / "docs" / language / "index.md").write_text(HOME.format(language=language), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        environment = os.environ | SETTINGS
        done = subprocess.run(command, cwd=self.root, env=environment, capture_output=True, check=False)
        lines = done.stderr.decode("utf-8", "replace").splitlines()
        return "" if not done.returncode else f"MkDocs ends with {done.returncode}: {lines[-1:]}"

    def found(self) -> list[Path]:
        """Return the pages that were made."""
        return sorted((self.root / "site").rglob("*.html"))

    def faults(self, docs: Path) -> Iterator[str]:
        """Yield what is wrong with the site of what was generated."""
        if fault := self.build(docs):
            yield fault
            return
        for path in self.found():
            data = path.read_bytes()
            if self.files.get(path) == data:
                continue
            name = path.relative_to(self.root).as_posix()
            yield from (f"{name}: {fault}" for fault in self.pages.faults(draw_whole(path, data)))
            if strange := scripts_of(data) - self.scripts:
                yield f"{name}: a script that no page has: {min(strange)[:80]!a}"
            yield from (f"{name}: {fault}" for fault in broken_data(data))


def parse(data: bytes) -> html.HtmlElement:
    """Return a page as a browser has it."""
    return html.fromstring(data, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))


def draw_whole(path: Path, data: bytes) -> Drawn:
    """Return what stands in a page with its frame; the frame loads what is the site's own."""
    drawn = Drawn(str(path), {})
    take_in(drawn, parse(data))
    own = os.environ.get("SITE_URL", "https://archive.test/")
    drawn.addresses = {
        (name, address) for name, address in drawn.addresses if not address.startswith((own, "data:image/"))
    }
    return drawn


def scripts_of(data: bytes) -> set[str]:
    """Return the programs in a page, without the words and numbers in them: of data that are none there are no scripts."""
    texts = (element.text or "" for element in parse(data).iter("script") if "json" not in element.get("type", ""))
    return {re.sub(r'"(?:[^"\\<]|\\.)*"|\d+', "", text) for text in texts}


def broken_data(data: bytes) -> Iterator[str]:
    """Yield what of a page's data for programs cannot be read."""
    for element in parse(data).iter("script"):
        if "json" in element.get("type", "") or element.get("id") == "__config":
            try:
                json.loads(element.text or "")
            except ValueError as error:
                yield f"its data are none: {error}"
