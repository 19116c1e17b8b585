"""The corpus → docs/ and site/ as they must be, made anew in a folder of their own: what `check` compares ours with.

1. What people wrote is copied there, and nothing that was generated.
2. The public commands make everything of it, with the settings that docs/ and site/ say they were made with.

So nothing that a former build kept is believed, and nothing that stands in docs/ or site/ but their settings.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import Any

from scripts.carry.offers import offer_pdfs
from scripts.problems import Problem
from scripts.write.site import TREES
from scripts.write.words.addresses import DEFAULT_ROOT
from scripts.write.words.reports import BODY, SETTING

CONFIGURATION = "mkdocs.yml"
WRITTEN = ("corpus", "docs", "overrides", "scripts", CONFIGURATION, "LICENSE", "pyproject.toml", "requirements.txt")
"""What people wrote, below the project's root."""
COMMANDS = (("scripts", "build"), ("scripts.site",))
PACKAGE = "zh/data/datapackage.json"
DATA, PDF = "data/", ".pdf"
# <meta name="archive-search-server" content="/opensearch/policy-archive">
SERVER_PATTERN = re.compile(r'<meta name="archive-search-server" content="([^"]*)">')
# <link rel="canonical" href="https://archive.test/">
CANONICAL_PATTERN = re.compile(r'<link rel="canonical" href="([^"]*)">')
# ?title={title}&body={body}, which is added where a setting has no places of its own
PLACES_PATTERN = re.compile(r"[?&]title=\{title\}&body=\{body\}$")
# data-report="mailto:editors@archive.test?subject={title}&amp;body={body}"
REPORT_PATTERN = re.compile(r'data-report="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Settings:
    """What differs between two states of the same corpus, as docs/ and site/ say it."""

    address: str
    """Of the archive, for citing."""
    values: dict[str, str]
    """As the environment would set them."""


def read_settings(root: Path) -> Settings:
    """Return the settings with which docs/ and site/ were made; what they do not say is as the environment says."""
    packages, home = list(read_packages(root)), read_text(root / "site/index.html")
    said = [str(package.get("homepage") or "").removesuffix(DATA) for package in packages]
    addresses = Counter(filter(None, [*said, *CANONICAL_PATTERN.findall(home)]))
    fallback = os.environ.get("SITE_URL") or DEFAULT_ROOT
    address = addresses.most_common(1)[0][0] if addresses else fallback  # one of them may be what is wrong
    values = {"SITE_URL": address}
    for package in reversed(packages):
        with suppress(ValueError):  # of a package that is itself damaged, as the comparison will say
            moment = datetime.fromisoformat(str(package.get("created")))
            values["SOURCE_DATE_EPOCH"] = str(int(moment.timestamp()))
    server, report = SERVER_PATTERN.search(home), REPORT_PATTERN.search(home)
    values.setdefault("SEARCH_SERVER", os.environ.get("SEARCH_SERVER") or (unescape(server[1]) if server else ""))
    values.setdefault(SETTING, os.environ.get(SETTING) or (report_setting(unescape(report[1])) if report else ""))
    return Settings(address, values)


def report_setting(template: str) -> str:
    """Return the setting that gives the address of a report.

    >>> report_setting("mailto:editors@archive.test?subject={title}&body={body}")
    'editors@archive.test'
    """
    if template.startswith("mailto:"):
        return template.removeprefix("mailto:").partition("?")[0]
    return PLACES_PATTERN.sub("", template) if BODY in template else ""


def read_packages(root: Path) -> Iterator[dict[str, Any]]:
    """Yield what describes the published data, in docs/ and in site/, where it can be read."""
    for file in (root / "docs" / PACKAGE, root / "site" / PACKAGE.removeprefix("zh/")):
        with suppress(ValueError, RecursionError):
            package = json.loads(read_text(file))
            if isinstance(package, dict):
                yield package


def read_text(file: Path) -> str:
    """Return a file's text; nothing where it cannot be read."""
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def check_settings(settings: Settings) -> Iterator[Problem]:
    """The address that is given out for citing is the one that the environment sets, where it sets one."""
    wanted = os.environ.get("SITE_URL", settings.address).rstrip("/") + "/"
    if wanted != settings.address:
        message = f"gives out {settings.address} for citing, but SITE_URL is {wanted}; build docs/ and site/ again"
        yield Problem(f"docs/{PACKAGE}", 0, "address", message)


def make_again(root: Path, folder: Path, settings: Settings) -> Iterator[Problem]:
    """Make docs/ and site/ in a folder, and yield what stood in the way; then they are not whole."""
    try:
        copy_written(root, folder)
    except (OSError, shutil.Error) as error:
        yield Problem("docs", 0, "render", f"cannot be copied, to be made again elsewhere ({error}); make room there")
        return
    environment = os.environ | settings.values
    environment |= {"NO_MKDOCS_2_WARNING": "1", "GIT_CEILING_DIRECTORIES": str(folder.parent)}
    for name in ("SITE_DIR", "KEPT_PAGES"):
        environment.pop(name, None)
    for command in COMMANDS:
        done = subprocess.run(  # noqa: S603 - our own commands
            [sys.executable, "-m", *command], cwd=folder, env=environment, check=False, capture_output=True
        )
        if done.returncode:
            said = (done.stdout + done.stderr).decode("utf-8", "replace").strip().splitlines() or ["nothing"]
            message = f"cannot be made again, so that nothing was compared with it: {said[-1]}"
            yield Problem("docs" if command == COMMANDS[0] else "site", 0, "render", message)
            return


def copy_written(root: Path, folder: Path) -> None:
    """Copy what people wrote into a folder."""
    generated = {str(root / tree) for tree in TREES}

    def leave_out(parent: str, names: list[str]) -> set[str]:
        return {name for name in names if name == "__pycache__" or f"{parent}/{name}" in generated}

    for name in WRITTEN:
        if (root / name).is_dir():
            shutil.copytree(root / name, folder / name, symlinks=True, ignore=leave_out)
        elif (root / name).is_file():
            shutil.copy2(root / name, folder)


def offer_same(site: Path, made: Path) -> None:
    """Let the pages that were made offer the PDFs that the site has; what a PDF holds is not compared."""
    pages = (page.with_suffix(PDF) for page in made.rglob("policies/**/*.html"))
    stand_ins = [pdf for pdf in pages if (site / pdf.relative_to(made)).is_file()]
    for pdf in stand_ins:
        pdf.touch()
    offer_pdfs(made)
    for pdf in stand_ins:
        pdf.unlink()
