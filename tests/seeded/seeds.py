"""A seed: one fault in one place of a copy of `site/` or `corpus/`, always the same, with what a reader would suffer by it."""

import fnmatch
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

Way: TypeAlias = Callable[[bytes, random.Random], bytes | None]
"""How a file is spoilt: its bytes → others, or none where the file is removed."""
Spoil: TypeAlias = "Callable[[Draft], None]"
Row: TypeAlias = tuple[str, str, str, "Way | Spoil"]
"""Name, what a reader would suffer, the files of which one is spoilt, and how; no files where the way finds its own."""


class NothingToSpoilError(Exception):
    """A way to spoil a file found nothing to spoil in it."""


@dataclass(slots=True)
class Draft:
    """A folder as a seed leaves it: the files as they are, but for those that it changed."""

    root: Path
    paths: tuple[str, ...]
    """All files below the root, in order."""
    chance: random.Random
    changes: dict[str, bytes | None] = field(default_factory=dict)
    """Files changed or new, and those that are removed."""
    modes: dict[str, int] = field(default_factory=dict)
    """Files whose rights are others."""

    def read(self, path: str) -> bytes:
        """Return a file as it is by now."""
        changed = self.changes.get(path)
        return (self.root / path).read_bytes() if changed is None else changed

    def text(self, path: str) -> str:
        """Return a file that is text."""
        return self.read(path).decode("utf-8")

    def write(self, path: str, data: str | bytes) -> None:
        """Change a file, or add one."""
        self.changes[path] = data.encode("utf-8") if isinstance(data, str) else data

    def remove(self, path: str) -> None:
        """Take a file away."""
        self.changes[path] = None

    def matching(self, pattern: str) -> list[str]:
        """Return the files that fit a pattern, in a seeded order."""
        found = fnmatch.filter(self.paths, pattern)
        self.chance.shuffle(found)
        return found


@dataclass(frozen=True, slots=True)
class Seed:
    """One fault."""

    name: str
    family: str
    suffers: str
    """What happens to a reader who is not warned."""
    spoil: Spoil
    subject: str
    """`site` or `corpus`."""
    group: str
    """`told`: of the kinds that the archive was attacked with first; `further`: of those that were added."""

    def draft(self, root: Path, paths: tuple[str, ...]) -> Draft:
        """Return the folder as this seed leaves it."""
        draft = Draft(root, paths, random.Random(f"{self.subject} {self.name}"))
        self.spoil(draft)
        if not draft.changes and not draft.modes:
            raise NothingToSpoilError(self.name)
        return draft


def at(pattern: str, way: Way) -> Spoil:
    """Return what spoils one file of those that fit a pattern: the first, in a seeded order, that can be spoilt so."""

    def spoil(draft: Draft) -> None:
        for path in draft.matching(pattern):
            before = draft.read(path)
            try:
                after = way(before, draft.chance)
            except NothingToSpoilError:
                continue
            if after != before:
                draft.changes[path] = after
                return
        raise NothingToSpoilError(pattern)

    return spoil


def make_seeds(subject: str, group: str, families: Iterable[tuple[str, Iterable[Row]]]) -> Iterator[Seed]:
    """Yield the seeds that tables name, a table a family."""
    for family, rows in families:
        for name, suffers, pattern, way in rows:
            spoil = at(pattern, way) if pattern else way  # type: ignore[arg-type]
            yield Seed(name, family, suffers, spoil, subject, group)  # type: ignore[arg-type]


def list_files(root: Path) -> tuple[str, ...]:
    """Return all files below a folder, in order."""
    return tuple(sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()))
