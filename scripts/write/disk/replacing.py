"""Files and folders that are ready take their places together: all of them, or, where that cannot be, none.

1. What is new waits in `build/staged`, by its path from the project's root.
2. A list of all that changes is written: from then on it counts as done.
3. Each takes its place, and what stood there goes to `build/former`; then the list goes, and the former with it.

A run that is killed before the list is there has changed nothing. One that is killed later leaves the list, and the
next one ends its work (`settle`). Every step can be done again; where one cannot be done at all, all are undone.
"""

import json
import os
import shutil
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from scripts.problems import CorpusError

STAGED, FORMER, LIST = "build/staged", "build/former", "build/replacing.json"
CACHE_LEFTOVERS = ".cache/tmp*"
"""What jieba leaves where it is killed while it writes its dictionary."""
FILE_MODE, FOLDER_MODE = 0o644, 0o755
"""Of all that is put in place, whatever the settings of whoever runs it: a server has to read it."""


class Step(NamedTuple):
    """A file or folder that changes."""

    name: str
    """Its path from the project's root."""
    is_new: bool
    """Whether something is staged for it; else it goes."""
    had_former: bool


def stage(root: Path, name: str, *, is_tree: bool = True) -> Path:
    """Return where the next state of a folder, or file, is made, which is not there yet; the folder above it is.

    CorpusError where something stands in its place that the archive did not put there.
    """
    refuse_strange(root, name, is_tree=is_tree)
    staged = root / STAGED / name
    remove(staged)
    staged.parent.mkdir(parents=True, exist_ok=True)
    return staged


def put_in_place(root: Path, names: Iterable[str], gone: Iterable[str] = ()) -> None:
    """Let what is staged take its place, and what is gone go; where that cannot be, OSError, and all is as before."""
    steps = [
        *(Step(name, True, os.path.lexists(root / name)) for name in names),
        *(Step(name, False, True) for name in gone if os.path.lexists(root / name)),
    ]
    for step in steps:
        refuse_strange(root, step.name, is_tree=(root / (STAGED if step.is_new else "") / step.name).is_dir())
        if step.is_new:
            set_modes(root / STAGED / step.name)
    remove(root / FORMER)
    write_list(root, steps)
    finish(root, steps)


def settle(root: Path) -> None:
    """End what a killed run had begun to put in place, and remove all that it left; only who holds the lock may."""
    file = root / LIST
    if file.exists():
        print("A run was stopped while it put files in place; that is ended first.", file=sys.stderr)
        try:
            steps = [Step(*row) for row in json.loads(file.read_text(encoding="utf-8"))]
        except (ValueError, TypeError) as error:
            message = f"is no list of what to put in place; see what is in {STAGED} and {FORMER}, then remove it"
            raise CorpusError(LIST, message, 0, "disk") from error
        finish(root, steps)
    for leftover in (STAGED, FORMER, f"{LIST}.new"):
        remove(root / leftover)
    for file in root.glob(CACHE_LEFTOVERS):
        file.unlink(missing_ok=True)


def clear(root: Path) -> None:
    """Remove what a run that failed has staged; what is to be put in place stays for the next run."""
    if not (root / LIST).exists():
        with suppress(OSError):
            remove(root / STAGED)


def write_list(root: Path, steps: list[Step]) -> None:
    """Write the list of all steps, which is there whole or not at all, even where the power fails."""
    new = root / f"{LIST}.new"
    with new.open("w", encoding="utf-8") as stream:
        json.dump(steps, stream)
        stream.flush()
        os.fsync(stream.fileno())
    new.replace(root / LIST)


def finish(root: Path, steps: list[Step]) -> None:
    """Do what the list says and is not done yet; where a step cannot be done, undo them all and raise OSError."""
    try:
        for step in steps:
            take_place(root, step)
    except OSError:
        for step in reversed(steps):
            undo(root, step)
        (root / LIST).unlink()
        raise
    (root / LIST).unlink()
    for leftover in (FORMER, *(f"{STAGED}/{step.name}" for step in steps)):
        remove(root / leftover)


def take_place(root: Path, step: Step) -> None:
    """Let one file or folder take its place; the former waits. Done again, it changes nothing."""
    target, staged, former = root / step.name, root / STAGED / step.name, root / FORMER / step.name
    if step.had_former and not os.path.lexists(former):
        former.parent.mkdir(parents=True, exist_ok=True)
        if not (step.is_new and target.is_file() and has_two_names(target, former)):
            target.rename(former)
    if step.is_new and os.path.lexists(staged):
        make_folder(target.parent)
        staged.replace(target)


def has_two_names(file: Path, other: Path) -> bool:
    """Give a file a second name, so that it is in its place until the new one is; return whether that could be."""
    with suppress(OSError):
        os.link(file, other)
        return True
    return False


def undo(root: Path, step: Step) -> None:
    """Put one file or folder back as it was. Done again, it changes nothing."""
    target, staged, former = root / step.name, root / STAGED / step.name, root / FORMER / step.name
    if step.is_new and os.path.lexists(target) and not os.path.lexists(staged):
        target.rename(staged)
    if os.path.lexists(former):
        former.replace(target)


def refuse_strange(root: Path, name: str, *, is_tree: bool) -> None:
    """Raise CorpusError where a link or a file stands in the place of a folder, or a folder in that of a file."""
    path = root
    for part in Path(name).parts:
        path /= part
        wanted = "folder" if is_tree or path != root / name else "file"
        if path.is_symlink() or (path.exists() and path.is_dir() != (wanted == "folder")):
            found = "link" if path.is_symlink() else "folder" if path.is_dir() else "file"
            message = (
                f"is a {found}, and must be a {wanted} of its own; move it away and run it again; all is as it was"
            )
            raise CorpusError(path.relative_to(root).as_posix(), message, 0, "disk")


def make_folder(folder: Path) -> None:
    """Have a folder, open to all readers where it is made now."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        folder.chmod(FOLDER_MODE)


def set_modes(path: Path) -> None:
    """Give a file, or a folder and all that is in it, the modes of what is put in place."""
    if not path.is_dir():
        set_mode(path, FILE_MODE)
        return
    for folder, _, files in os.walk(path):
        set_mode(folder, FOLDER_MODE)
        for name in files:
            set_mode(f"{folder}/{name}", FILE_MODE)


def set_mode(path: str | Path, mode: int) -> None:
    """Give a file or folder a mode, unless it has it."""
    if os.stat(path).st_mode & 0o7777 != mode:
        os.chmod(path, mode)


def remove(path: Path) -> None:
    """Remove a file or folder, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
