"""Two trees, one as it must be and one as it is → every file that is missing, foreign or different, and where."""

import gzip
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.problems import Problem

FEW = 20
"""So many files that differ are told one by one, even where all are older than what they are made from."""
SHOWN = 60
"""So many characters of what is expected are shown."""
ZIPPED, MAP, MADE_LATER = ".gz", "sitemap.xml", ".pdf"
# <lastmod>2026-11-29</lastmod>: of the history of the project, which a copy of its files has not
DAY_PATTERN = re.compile(rb"<lastmod>[^<]*</lastmod>\n?")


@dataclass(frozen=True, slots=True)
class Trees:
    """Where a tree stands as it must be and as it is."""

    made: Path
    present: Path
    name: str
    """Of the tree, from the project's root: `site`, `docs/zh/data`."""
    remedy: str
    """What makes it anew."""


def check_same(trees: Trees) -> Iterator[Problem]:
    """Every file is there with exactly its bytes, and no other file."""
    made, present = files_of(trees.made), files_of(trees.present)
    for name in sorted(made.keys() - present.keys()):
        yield Problem(f"{trees.name}/{name}", 0, "missing-file", f"is not there; {trees.remedy} brings it back")
    for name in sorted(present.keys() - made.keys()):
        is_left = any(other.startswith(f"{name}/") for other in made)  # the folder of files that are missing
        if not is_left and not is_made_later(name, made):
            message = f"comes from nothing in the corpus; remove it, or let {trees.remedy} do so"
            yield Problem(f"{trees.name}/{name}", 0, "foreign-file", message)
    for name in sorted(made.keys() & present.keys()):
        yield from check_file(trees, name, made[name], present[name])


def files_of(folder: Path) -> dict[str, str]:
    """Return every file below a folder, links and folders without files among them, with where it stands."""
    found: dict[str, str] = {}
    for parent, folders, files in os.walk(folder):
        paths = [*files, *(name for name in folders if Path(parent, name).is_symlink())]
        below = f"{Path(parent).relative_to(folder).as_posix()}/".removeprefix("./")
        found |= {below + name: f"{parent}/{name}" for name in paths}
        if not folders and not files and below:
            found[below.rstrip("/")] = parent
    return found


def is_made_later(name: str, made: Collection[str]) -> bool:
    """Whether a file is a PDF beside a policy in one file: those are made when they are asked for."""
    return name.endswith(MADE_LATER) and name.removesuffix(MADE_LATER) + ".html" in made


def check_file(trees: Trees, name: str, made: str, present: str) -> Iterator[Problem]:
    """A file has exactly the bytes that it must have."""
    place = f"{trees.name}/{name}"
    if Path(present).is_symlink() or not Path(present).is_file():
        yield Problem(place, 0, "differs", f"is no file of its own but a link, a folder or a device; {trees.remedy}")
        return
    try:
        found = Path(present).read_bytes()
    except OSError as error:
        yield Problem(place, 0, "differs", f"cannot be read ({error.strerror}); give it its rights back")
        return
    expected = Path(made).read_bytes()
    if found != expected and plain(name, found) != plain(name, expected):
        yield tell(place, expected, found, trees.remedy)


def plain(name: str, data: bytes) -> bytes:
    """Return what of a file is compared: of the list of pages all but the days, which the history knows."""
    if name.endswith(ZIPPED):
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError, ValueError):
            return data
    return DAY_PATTERN.sub(b"", data) if name.removesuffix(ZIPPED) == MAP else data


def tell(place: str, expected: bytes, found: bytes, remedy: str) -> Problem:
    """Return the problem of a file that differs: the first line that does, and what must stand there."""
    try:
        wanted, there = expected.decode("utf-8"), found.decode("utf-8")
    except UnicodeDecodeError:
        wanted = there = ""
    if "\0" in wanted or not wanted or not there:
        sizes = f"{len(found):,} bytes, not the {len(expected):,}" if len(found) != len(expected) else "other bytes"
        return Problem(place, 0, "differs", f"is not what the corpus gives ({sizes}); {remedy} mends it")
    at = next((n for n, (a, b) in enumerate(zip(wanted, there, strict=False)) if a != b), min(len(wanted), len(there)))
    start = there.rfind("\n", 0, at) + 1
    excerpt = there[start:].partition("\n")[0]
    part = wanted[max(start, at - SHOWN // 3) : at + SHOWN].partition("\n")[0]
    message = f"is not what the corpus gives; {part!r} must stand here; {remedy} mends it"
    return Problem(place, there.count("\n", 0, at) + 1, "differs", message, excerpt, at - start)


def few_or_one(problems: Iterable[Problem], present: Path, inputs: Mapping[str, Path], remedy: str) -> list[Problem]:
    """Return problems of a tree; where they are many, and what it is made from is newer, the one that says so."""
    found = list(problems)
    if len(found) <= FEW:
        return found
    when = newest(present)
    newer = [name for name, path in inputs.items() if newest(path) > when]
    if not newer:
        return found
    first = found[0]
    message = (
        f"is older than {' and '.join(newer)}: {len(found)} files differ, the first is {first.path}; "
        f"{remedy}, then check again"
    )
    return [Problem(present.name, 0, "outdated", message)]


def newest(path: Path) -> int:
    """Return when a file, or the last changed file below a folder, was changed."""
    if not path.is_dir():
        return path.stat().st_mtime_ns if path.is_file() else 0
    paths = (f"{parent}/{name}" for parent, _, names in os.walk(path) for name in names)
    return max((os.lstat(file).st_mtime_ns for file in paths if not file.endswith(".pyc")), default=0)
