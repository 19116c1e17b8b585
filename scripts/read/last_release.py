"""The history of the project, where there is one → the files that only grow, as they were released last."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

GROWING = ("addresses.txt", "anchors.txt", "former.jsonl")
"""The names of the files that only grow, wherever they stand in corpus/."""
LATEST = 2
"""So many of the commits that last touched the register are looked at, beside the last release that has a name."""


class Former(NamedTuple):
    """A file as it was."""

    path: str
    """Below the project's root."""
    release: str
    """The name of the release, or the commit."""
    data: bytes


def read_last_release(root: Path) -> Iterator[Former]:
    """Yield the files of the last release that has a name, and of the last commits that touched the register.

    Without git, outside of a project of it, or where the history does not reach that far, there is nothing.
    """
    named = git(root, "describe", "--tags", "--abbrev=0").decode().split()
    latest = git(root, "log", f"-{LATEST}", "--format=%H", "--", "corpus/addresses.txt").decode().split()
    wanted = []
    for release in named + latest:
        listed = git(root, "ls-tree", "-r", "-z", "--name-only", release, "corpus").decode("utf-8", "replace")
        wanted += [(path, release) for path in listed.split("\0") if path.rpartition("/")[2] in GROWING]
    asked = "".join(f"{release}:./{path}\n" for path, release in wanted)
    answers = git(root, "cat-file", "--batch", given=asked.encode()) if wanted else b""
    for path, release in wanted:
        head, _, answers = answers.partition(b"\n")
        *_, size = head.split(b" ")
        if not size.isdigit():  # `… missing`
            continue
        yield Former(path, release[:12], answers[: int(size)])
        answers = answers[int(size) + 1 :]


def git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Return what git says of the project; nothing where there is no git, or it knows nothing of it."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, input=given, check=False, capture_output=True)  # noqa: S603, S607
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""
