"""The files that people edit → which of them changed since they were last looked at.

They are looked at, not listened for: a walk through some thousand names takes a few milliseconds, and works on every
file system, in containers and for files of a network too.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.write.disk.inputs import LEFT_OUT_PATTERN
from scripts.write.site import TREES

WATCHED = ("corpus", "docs", "overrides", "scripts", "mkdocs.yml", "LICENSE", "pyproject.toml")
"""Below the project's root, all that a page can come from."""
SEARCH = "docs/assets/javascripts/search/"
POLICIES = "corpus/policies/"
Seen = dict[str, tuple[int, int]]
"""Size and time of the last change, by the path from the project's root."""


class Watch:
    """Knows how the files were when they were last looked at."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.seen = look(root)

    def changes(self) -> frozenset[str]:
        """Return the files that were changed, added or removed since the last time."""
        former, self.seen = self.seen, look(self.root)
        return frozenset(name for name, _ in former.items() ^ self.seen.items())


def look(root: Path) -> Seen:
    """Return every file that people edit."""
    seen: Seen = {}
    for name in WATCHED:
        path = root / name
        seen |= walk(path, name) if path.is_dir() else dict(stamps([(str(path), name)]))
    return seen


def walk(folder: Path, name: str) -> Seen:
    """Return the files below a folder that is called `name` from the project's root, without what is generated."""
    seen: Seen = {}
    for below, folders, files in os.walk(folder):
        base = name + below[len(str(folder)) :]
        folders[:] = [each for each in folders if f"{base}/{each}" not in TREES and each != "__pycache__"]
        seen |= stamps((f"{below}/{each}", f"{base}/{each}") for each in files)
    return seen


def stamps(files: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the name and the stamp of each file that is there and that a page can come from."""
    for path, name in files:
        if LEFT_OUT_PATTERN.fullmatch(name):
            continue
        try:
            status = os.stat(path)  # noqa: PTH116 - of a thousand files, paths as plain text
        except OSError:  # gone meanwhile, or a link that leads nowhere
            continue
        yield name, (status.st_size, status.st_mtime_ns)


@dataclass(frozen=True, slots=True)
class Unbuilt:
    """What was changed since docs/ was built."""

    policies: frozenset[str] = frozenset()
    """Of which the folder was changed."""
    shared: bool = False
    """Whether it is something that many policies share, such as the glossary."""
    program: bool = False
    other: bool = False
    """Whether it is anything else from which docs/ is built."""

    def __or__(self, more: "Unbuilt") -> "Unbuilt":
        """Return both together."""
        return Unbuilt(
            self.policies | more.policies,
            self.shared or more.shared,
            self.program or more.program,
            self.other or more.other,
        )

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return self.changes_pages or self.other

    @property
    def changes_pages(self) -> bool:
        """Whether generated pages may be others."""
        return bool(self.policies or self.shared or self.program)


def unbuilt_by(changed: frozenset[str]) -> Unbuilt:
    """Return what a build of docs/ would now find changed, of files by their paths from the project's root."""
    below = {name.removeprefix(POLICIES).partition("/") for name in changed if name.startswith(POLICIES)}
    shared = any(name.startswith("corpus/") and not name.startswith(POLICIES) for name in changed)
    return Unbuilt(
        frozenset(policy for policy, sign, _ in below if sign),
        shared,
        any(name.startswith("scripts/") for name in changed),
        any(name.endswith(".md") or name.startswith(SEARCH) or name == "LICENSE" for name in changed),
    )


def is_program(name: str) -> bool:
    """Whether a file is part of the program, which has to be loaded anew."""
    return name.startswith("scripts/") or (name.startswith("overrides/") and name.endswith(".py"))


def is_shared(changed: frozenset[str]) -> bool:
    """Whether what all policies share is another: the glossary, and how each policy is described."""
    corpus = (name for name in changed if name.startswith("corpus/"))
    return any(not name.startswith(POLICIES) or name.endswith("/policy.yml") for name in corpus)
