"""`docs/` → `site/`, by MkDocs or ProperDocs: built beside the former site and put in its place by renaming.

`BUILDER` in the environment names which of the two; both read `mkdocs.yml` and make the same pages. A build that
fails or is killed leaves the former site whole, or the new one for the next run to put in place. Where nothing changed
since the last one, and the site is as that left it, none is made.
"""

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from scripts.carry.stamp import read_stamp
from scripts.problems import CorpusError
from scripts.site.copies import COPIES, marks_of, write_copies
from scripts.site.host.files import NGINX, write_host_files
from scripts.site.kept_pages import LOST_ANCHOR, PACKAGES, PLAN, VARIABLES, note_sources, read_sources, write_plan
from scripts.site.paper import date_paper
from scripts.write.disk.inputs import read_inputs
from scripts.write.disk.lock import writing
from scripts.write.disk.record import DOCS, SITE, Files, Record, differences, read_files, read_record, stage_record
from scripts.write.disk.replacing import put_in_place, stage
from scripts.write.site import TREES
from scripts.write.words.addresses import DEFAULT_ROOT, site_root
from scripts.write.words.reports import SETTING, read_reports

ROOT = Path(__file__).resolve().parents[2]
BUILDERS = ("mkdocs", "properdocs")
BUILDER_PROGRAM = str(Path(__file__).with_name("builder.py"))
SETTINGS = "settings"
REMEDIES = {DOCS: "`python -m scripts build` makes it again", SITE: "all of it is made again"}
SHOWN = ("WARNING", "ERROR", "CRITICAL")
"""How those lines of the builder begin that people need to see; where it fails, they see all."""
NAMED = 3
"""So many files that are not as they were built are named."""


def main() -> int:
    """Build the site, when nobody else writes, and say what was done; return the exit code."""
    builder = os.environ.get("BUILDER") or BUILDERS[0]
    if builder not in BUILDERS:
        print(f"BUILDER is {builder!r}; it must be {' or '.join(BUILDERS)}", file=sys.stderr)
        return 2
    try:
        with writing(ROOT) as lock:
            return build_site(builder, lock)
    except CorpusError as error:
        print(error.problem, file=sys.stderr)
        return 2


def build_site(builder: str, *held: int) -> int:
    """Build the site and say what was done; return the exit code. What holds the lock is given to the builder too."""
    former, made_with = read_record(ROOT, SITE), settings(builder)
    docs = read_record(ROOT, DOCS)
    inputs = read_inputs(ROOT, SITE, former.inputs | docs.files)
    present = read_files(ROOT / SITE, former.files, SITE)
    damage = differences(former.files, present)
    is_same = former.more.get(SETTINGS) == made_with and not differences(former.inputs, inputs)
    if former.files and is_same and not damage:
        print("docs/ → site/: nothing changed")
        return 0
    print("docs/ → site/")
    say_damage(DOCS, differences(docs.files, generated(inputs)) if docs.files else [])
    say_damage(SITE, damage if former.files else [])
    start, new = time.perf_counter(), stage(ROOT, SITE)
    sources = read_sources(ROOT, builder)
    kept = write_plan(ROOT, sources, {} if damage else former.more)
    failed = run_builder(builder, new, held, keeps=kept > 0)
    if failed:
        print("site/ was left as it was.", file=sys.stderr)
        return failed
    whole = whole_copies(former, damage)
    copies = complete(new, whole)
    more = {SETTINGS: made_with, COPIES: copies, **note_sources(sources)}
    record = Record(read_files(new, present, SITE), inputs, more)
    put_in_place(ROOT, [SITE, NGINX, stage_record(ROOT, SITE, record)])
    print(f"{sum(name.endswith('.html') for name in record.files)} pages in {time.perf_counter() - start:.1f} s")
    for line in missing_settings():
        print(line)
    return 0


def complete(new: Path, known: dict[str, str]) -> dict[str, str]:
    """Add to a new site what the builder does not make; return what its copies were made from."""
    stamp = read_stamp(ROOT)
    date_paper(new, stamp.date)
    copies = write_copies(ROOT, new, ROOT / SITE, known)
    stage(ROOT, NGINX, is_tree=False).write_text(write_host_files(ROOT, new, stamp), encoding="utf-8")
    return copies


def generated(files: Files) -> Files:
    """Return those of files that stand in the generated folders of docs/."""
    folders = tuple(f"{tree}/" for tree in TREES)
    return {name: entry for name, entry in files.items() if name.startswith(folders)}


def whole_copies(former: Record, damage: list[tuple[str, str]]) -> dict[str, str]:
    """Return what each copy was made from that is as it was built."""
    damaged = {name for name, _ in damage}
    return {path: mark for path, mark in marks_of(former).items() if f"{SITE}/{path}" not in damaged}


def say_damage(tree: str, damage: list[tuple[str, str]]) -> None:
    """Say which files of a tree are not as they were built, and what is done about it."""
    if damage:
        named = ", ".join(f"{name} ({matter})" for name, matter in damage[:NAMED])
        more = f" and {len(damage) - NAMED} more" if len(damage) > NAMED else ""
        print(f"{tree}/ is not as it was built: {named}{more}; {REMEDIES[tree]}", file=sys.stderr)


def missing_settings() -> Iterator[str]:
    """Yield what a release still has to set."""
    if site_root() == DEFAULT_ROOT:
        yield f"The site gives out {DEFAULT_ROOT} for citing, a reserved name; set SITE_URL for a release."
    if not read_stamp(ROOT).moment:
        yield "No date is given: there is no history of git, and SOURCE_DATE_EPOCH is not set."
    if not read_reports().contact:
        yield f"Readers cannot report problems, and there is no security.txt; set {SETTING} for a release."


def run_builder(builder: str, target: Path, held: tuple[int, ...], *, keeps: bool) -> int:
    """Run the builder, with pages kept from the former site where there are any, and return its exit code.

    It is not asked to be quiet, for then MkDocs counts no warnings and is not strict. What it says beyond warnings and
    errors is left out here.
    """
    command = [sys.executable, BUILDER_PROGRAM, builder, "build", "--strict"]
    environment = {name: value for name, value in os.environ.items() if value or name != "SOURCE_DATE_EPOCH"}
    environment["SITE_DIR"] = str(target.relative_to(ROOT))
    if keeps:
        environment["KEPT_PAGES"] = str(ROOT / PLAN)
    pipe = subprocess.PIPE  # through its input the builder sees that we are there
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdin=pipe, stderr=pipe, pass_fds=held) as running:  # noqa: S603
        said = running.stderr.read().decode("utf-8", "replace") if running.stderr else ""
    if keeps and running.returncode == LOST_ANCHOR:
        return run_builder(builder, target, held, keeps=False)
    for line in said.splitlines():
        if running.returncode or line.startswith(SHOWN):
            print(line, file=sys.stderr)
    return running.returncode


def settings(builder: str) -> dict[str, str]:
    """Return what a site depends on beside files: builder, versions, environment, the state of the archive."""
    stamp, requirements = read_stamp(ROOT), ROOT / "requirements.txt"
    return {
        "BUILDER": builder,
        "requirements": hashlib.sha256(requirements.read_bytes()).hexdigest() if requirements.exists() else "",
        "Python": sys.version,
        "version": stamp.version,
        "date": str(stamp.moment),
        **{name: version(name) for name in PACKAGES},
        **{name: os.environ.get(name, "") for name in VARIABLES},
    }
