"""What docs/ and site/ hold and what they were made from, file by file: beside them in build/, and replaced with them.

A file is known by its size and the time of its last change; where these are not as recorded, its content is read.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import NamedTuple

from scripts.write.disk.replacing import stage

DOCS, SITE = "docs", "site"
"""Of which trees there is a record."""


class Entry(NamedTuple):
    """A file as it was seen."""

    size: int
    changed: int
    """In nanoseconds."""
    sha256: str
    """Of what it holds; empty where it is no regular file."""


Files = dict[str, Entry]
"""By their paths from the project's root."""


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a tree."""

    files: Files = field(default_factory=dict)
    """All that it holds."""
    inputs: Files = field(default_factory=dict)
    """All files that it was made from."""
    more: dict[str, object] = field(default_factory=dict)
    """What else whoever made it has to know, as JSON has it."""


def record_name(tree: str) -> str:
    """Return where the record of a tree stands."""
    return f"build/{tree}.json"


def read_record(root: Path, tree: str) -> Record:
    """Return the record of a tree; an empty one where there is none that can be read."""
    try:
        value = json.loads((root / record_name(tree)).read_text(encoding="utf-8"))
        files, inputs = ({name: Entry(*row) for name, row in value[key].items()} for key in ("files", "inputs"))
        return Record(files, inputs, dict(value["more"]))
    except (FileNotFoundError, ValueError, TypeError, KeyError, AttributeError):
        return Record()


def stage_record(root: Path, tree: str, record: Record) -> str:
    """Have the record of a tree ready to be put in place, and return its name."""
    name = record_name(tree)
    stage(root, name, is_tree=False).write_text(json.dumps(asdict(record)), encoding="utf-8")
    return name


def read_files(folder: Path, known: Mapping[str, Entry], name: str) -> Files:
    """Return every file in a folder that is called `name` from the project's root, or that file, in order."""
    if folder.is_file():
        return {name: read_file(str(folder), known.get(name))}
    paths = sorted(walk(str(folder), name))
    return {path: read_file(file, known.get(path)) for path, file in paths}


def walk(folder: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield all that is in a folder and is none itself, with its name from the project's root and where it lies."""
    for below, folders, files in os.walk(folder):
        base = name + below[len(folder) :]
        links = [each for each in folders if os.path.islink(f"{below}/{each}")]
        yield from ((f"{base}/{each}", f"{below}/{each}") for each in (*files, *links))


def read_file(file: str, known: Entry | None) -> Entry:
    """Return a file as it is; what is known of it is believed where size and time are the same."""
    status = os.lstat(file)
    if known and (known.size, known.changed) == (status.st_size, status.st_mtime_ns):
        return known
    try:
        is_regular = os.path.isfile(file) and not os.path.islink(file)
        digest = hashlib.sha256(Path(file).read_bytes()).hexdigest() if is_regular else ""
    except PermissionError:  # who reads it for what it says also says that it cannot be read
        digest = ""
    return Entry(status.st_size, status.st_mtime_ns, digest)


def differences(known: Files, present: Files) -> list[tuple[str, str]]:
    """Return the files that are not as they are known, with what is the matter: missing, added or altered."""
    gone = [(name, "missing") for name in known.keys() - present.keys()]
    more = [(name, "added") for name in present.keys() - known.keys()]
    both = known.keys() & present.keys()
    changed = [(name, "altered") for name in both if known[name].sha256 != present[name].sha256]
    return sorted([*gone, *more, *changed])
