"""The file as received beside an extracted `source.txt` → what it holds, and what of it is not as on record."""

import hashlib
from dataclasses import replace
from pathlib import Path

from scripts.model.policy import Original, Source
from scripts.problems import CorpusError, Problem
from scripts.read.corpus.original_field import ORIGINAL_FILES
from scripts.read.regular_file import list_folder, read_bytes_of


def read_original_file(folder: Path, name: str, recorded: Original | None) -> tuple[Original | None, list[Problem]]:
    """Return the file from which a text was extracted, as on record and with its bytes, and every problem of it.

    `name` is how problems call the folder. There is none where the text is what was received.
    """
    wanted = recorded.format.file if recorded else ""
    others = [file.name for file in list_folder(folder, name) if file.name in ORIGINAL_FILES and file.name != wanted]
    remedy = "take it away, or name it as `source.original` in policy.yml"
    problems = [
        Problem(f"{name}/{other}", 0, "original", f"is not what policy.yml names; {remedy}") for other in others
    ]
    if recorded is None:
        return None, problems
    path = f"{name}/{wanted}"
    try:
        data = read_bytes_of(folder / wanted, path)
    except CorpusError as error:
        return recorded, [*problems, error.problem]
    if data is None:
        message = "is not there; put the file as received to this place"
        return recorded, [*problems, Problem(path, 0, "original", message)]
    found = hashlib.sha256(data).hexdigest()
    if found != recorded.sha256:
        message = f"has sha256 {found}, but policy.yml says {recorded.sha256}; restore the file as received"
        problems.append(Problem(path, 0, "original", message))
    return replace(recorded, size=len(data), data=data), problems


def with_original(source: Source, folder: Path, name: str, recorded: Original | None) -> tuple[Source, list[Problem]]:
    """Return the source of a folder with the file from which it was extracted, and every problem of that file."""
    original, problems = read_original_file(folder, name, recorded)
    return replace(source, original=original), problems
