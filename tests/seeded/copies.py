"""A project whose corpus and site are spoilt and mended again, while all other files stay where they are."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.seeded.seeds import Draft, list_files


class SpoiltProject:
    """A copy of a project by hard links: a file is spoilt by putting another in its place, and mended by the link."""

    def __init__(self, origin: Path, root: Path, parts: tuple[str, ...]) -> None:
        self.origin, self.root = origin, root
        root.mkdir(parents=True, exist_ok=True)
        for part in parts:
            link_tree(origin / part, root / part)
        self.paths = {part: list_files(root / part) for part in ("corpus", "site") if (root / part).is_dir()}

    @contextmanager
    def spoilt(self, subject: str, drafts: list[Draft]) -> Iterator[None]:
        """Have the files of a subject as these drafts leave them, as long as the context lasts."""
        try:
            for draft in drafts:
                for path, data in draft.changes.items():
                    self.put(subject, path, data)
                for path, mode in draft.modes.items():
                    self.put(subject, path, (self.origin / subject / path).read_bytes())
                    (self.root / subject / path).chmod(mode)
            yield
        finally:
            for draft in drafts:
                for path in (*draft.changes, *draft.modes):
                    self.mend(subject, path)

    def put(self, subject: str, path: str, data: bytes | None) -> None:
        """Put another file in the place of one, or none."""
        file = self.root / subject / path
        file.unlink(missing_ok=True)
        if data is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)

    def mend(self, subject: str, path: str) -> None:
        """Have a file as it was, and no folder that was not."""
        file, whole = self.root / subject / path, self.origin / subject / path
        file.unlink(missing_ok=True)
        if whole.is_file():
            os.link(whole, file)
        elif not whole.parent.is_dir() and not any(file.parent.iterdir()):
            file.parent.rmdir()


def link_tree(origin: Path, target: Path) -> None:
    """Have a file, or all files of a folder, in another place without copying their bytes."""
    if origin.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        os.link(origin, target)
    elif origin.is_dir():
        target.mkdir(parents=True, exist_ok=True)
        for path in sorted(origin.iterdir()):
            if path.name != "__pycache__":
                link_tree(path, target / path.name)
