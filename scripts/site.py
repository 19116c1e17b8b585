"""`docs/` → `site/`, by MkDocs: built beside the former site and put in its place by renaming.

A build that fails or is killed leaves the former site whole; where nothing changed since the last one, none is made.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from scripts.write.files import put_in_place, stage
from scripts.write.lock import writing
from scripts.write.words.addresses import DEFAULT_ROOT, site_root

ROOT = Path(__file__).resolve().parent.parent
INPUTS = ("mkdocs.yml", "requirements.txt", "docs", "overrides", "scripts/write/markup", "scripts/write/words")


def main() -> int:
    """Build the site, when nobody else writes, and say what was done; return the exit code."""
    with writing(ROOT):
        return build_site()


def build_site() -> int:
    """Build the site and say what was done; return the exit code."""
    new = stage(ROOT, "site")  # which puts a former site back where a killed run took it away
    key = build_key()
    stamp = ROOT / "build/site.key"
    if (ROOT / "site").is_dir() and stamp.exists() and stamp.read_text() == key:
        print("docs/ → site/: nothing changed")
        return 0
    print("docs/ → site/")
    start = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    environment = os.environ | {"SITE_DIR": str(new.relative_to(ROOT))}
    failed = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode  # noqa: S603
    if failed:
        print("site/ was left as it was.", file=sys.stderr)
        return failed
    put_in_place(ROOT, "site")
    stamp.write_text(key)
    pages = sum(1 for _ in (ROOT / "site").rglob("*.html"))
    print(f"{pages} pages in {time.perf_counter() - start:.1f} s")
    if site_root() == DEFAULT_ROOT:
        print(f"The site gives out {DEFAULT_ROOT} for citing, a reserved name; set SITE_URL for a release.")
    return 0


def build_key() -> str:
    """Return what a build depends on: every input with its size and time, and the settings of the environment."""
    lines = [f"{path.relative_to(ROOT)} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in input_files()]
    settings = [f"{name}={os.environ.get(name)}" for name in ("SITE_URL", "SEARCH_SERVER", "SOURCE_DATE_EPOCH")]
    return "\n".join([*settings, *lines])


def input_files() -> Iterator[Path]:
    """Yield every file that goes into the site or renders its pages, in order."""
    for name in INPUTS:
        path = ROOT / name
        files = [path] if path.is_file() else sorted(path.rglob("*"))
        yield from (file for file in files if file.is_file() and file.suffix != ".pyc")


if __name__ == "__main__":
    sys.exit(main())
