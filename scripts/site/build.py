"""`docs/` → `site/`, by MkDocs or ProperDocs: built beside the former site and put in its place by renaming.

`BUILDER` in the environment names which of the two; both read `mkdocs.yml` and make the same pages. A build that
fails or is killed leaves the former site whole; where nothing changed since the last one, none is made.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from scripts.carry.stamp import read_stamp
from scripts.site.copies import write_copies
from scripts.site.host.files import NGINX, write_host_files
from scripts.site.kept_pages import LOST_ANCHOR, PLAN, read_sources, write_plan, write_state
from scripts.site.paper import date_paper
from scripts.write.disk.files import put_in_place, stage
from scripts.write.disk.lock import writing
from scripts.write.words.addresses import DEFAULT_ROOT, site_root
from scripts.write.words.reports import SETTING, read_reports

ROOT = Path(__file__).resolve().parents[2]
INPUTS = ("mkdocs.yml", "requirements.txt", "docs", "overrides", "scripts/write/markup", "scripts/write/words")
BUILDERS = ("mkdocs", "properdocs")

SHOWN = ("WARNING", "ERROR", "CRITICAL")
"""How those lines of the builder begin that people need to see; where it fails, they see all."""


def main() -> int:
    """Build the site, when nobody else writes, and say what was done; return the exit code."""
    builder = os.environ.get("BUILDER") or BUILDERS[0]
    if builder not in BUILDERS:
        print(f"BUILDER is {builder!r}; it must be {' or '.join(BUILDERS)}", file=sys.stderr)
        return 2
    with writing(ROOT):
        return build_site(builder)


def build_site(builder: str) -> int:
    """Build the site and say what was done; return the exit code."""
    new = stage(ROOT, "site")  # which puts a former site back where a killed run took it away
    key = build_key(builder)
    former = ROOT / "build/site.key"
    if (ROOT / "site").is_dir() and former.exists() and former.read_text() == key:
        print("docs/ → site/: nothing changed")
        return 0
    print("docs/ → site/")
    start = time.perf_counter()
    sources = read_sources(ROOT, builder)
    kept = write_plan(ROOT, sources)
    failed = run_builder(builder, new, keeps=kept > 0)
    if failed:
        print("site/ was left as it was.", file=sys.stderr)
        return failed
    stamp = read_stamp(ROOT)
    date_paper(new, stamp.date)
    write_copies(ROOT, new, ROOT / "site")
    nginx = write_host_files(ROOT, new, stamp)
    put_in_place(ROOT, "site")
    (ROOT / NGINX).write_text(nginx, encoding="utf-8")
    former.write_text(key)
    write_state(ROOT, sources)
    pages = sum(1 for _ in (ROOT / "site").rglob("*.html"))
    print(f"{pages} pages in {time.perf_counter() - start:.1f} s")
    for line in missing_settings():
        print(line)
    return 0


def missing_settings() -> Iterator[str]:
    """Yield what a release still has to set."""
    if site_root() == DEFAULT_ROOT:
        yield f"The site gives out {DEFAULT_ROOT} for citing, a reserved name; set SITE_URL for a release."
    if not read_reports().contact:
        yield f"Readers cannot report problems, and there is no security.txt; set {SETTING} for a release."


def run_builder(builder: str, target: Path, *, keeps: bool) -> int:
    """Run the builder, with pages kept from the former site where there are any, and return its exit code.

    It is not asked to be quiet, for then MkDocs counts no warnings and is not strict. What it says beyond warnings and
    errors is left out here.
    """
    command = [sys.executable, "-m", builder, "build", "--strict"]
    environment = os.environ | {"SITE_DIR": str(target.relative_to(ROOT))}
    if keeps:
        environment["KEPT_PAGES"] = str(ROOT / PLAN)
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False, stderr=subprocess.PIPE)  # noqa: S603
    if keeps and done.returncode == LOST_ANCHOR:
        return run_builder(builder, target, keeps=False)
    for line in done.stderr.decode("utf-8", "replace").splitlines():
        if done.returncode or line.startswith(SHOWN):
            print(line, file=sys.stderr)
    return done.returncode


def build_key(builder: str) -> str:
    """Return what a build depends on: the builder, every input with its size and time, and the environment."""
    lines = [f"{path.relative_to(ROOT)} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in input_files()]
    settings = [
        f"{name}={os.environ.get(name)}"
        for name in ("SITE_URL", "SEARCH_SERVER", "REPORT_ADDRESS", "SOURCE_DATE_EPOCH")
    ]
    return "\n".join([f"BUILDER={builder}", *settings, *lines])


def input_files() -> Iterator[Path]:
    """Yield every file that goes into the site or renders its pages, in order."""
    for name in INPUTS:
        path = ROOT / name
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.is_file() and p.suffix != ".pyc")
        elif path.exists():
            yield path
