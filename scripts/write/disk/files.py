"""The one module that touches the disk: whole trees are replaced at once, and only where something changed."""

import filecmp
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

STAGED, FORMER = "build/staged", "build/former"
"""Where trees are made before they take their place, and where the present ones wait until that is done."""

Content = str | bytes | Iterable[str]
"""Of a file: the whole of it, or its parts in their order."""
Stamp = tuple[int, int]
"""Of a file: its size, and when it was changed last."""


class Trees:
    """The generated folders as they are made anew, file by file; what does not change is the same file as before.

    They are made apart and take their places by renaming: a build that fails or is killed leaves the former trees
    whole, in their places or where the next run puts them back from.
    """

    def __init__(self, root: Path, trees: tuple[str, ...]) -> None:
        self.root, self.trees = root, trees
        self.staged = {tree: stage(root, tree) for tree in trees}
        self.changed: dict[str, int] = dict.fromkeys(trees, 0)
        """How many files of each tree are not what they were."""
        self.kept: dict[str, set[str]] = {tree: set() for tree in trees}
        self.folders: set[str] = set()

    def write(self, path: str, content: Content) -> None:
        """Write a file."""
        tree = tree_of(path, self.trees)
        target, present = self.target(path, tree), f"{self.root}/{path}"
        with Path(target).open("wb") as stream:
            stream.writelines(map(encoded, [content] if isinstance(content, (str, bytes)) else content))
        if os.path.isfile(present) and filecmp.cmp(present, target, shallow=False):
            os.unlink(target)
            link(present, target)
        else:
            self.changed[tree] += 1
        self.kept[tree].add(path)

    def keep(self, path: str, stamp: Stamp) -> bool:
        """Take a file over as it is; return whether it is there, and nobody touched it since it had this stamp."""
        tree = tree_of(path, self.trees)
        present = f"{self.root}/{path}"
        if not os.path.isfile(present) or stamp_of(present) != stamp:
            return False
        link(present, self.target(path, tree))
        self.kept[tree].add(path)
        return True

    def target(self, path: str, tree: str) -> str:
        """Return where a file is made, its folder being there."""
        target = f"{self.staged[tree]}{path[len(tree) :]}"
        folder = os.path.dirname(target)
        if folder not in self.folders:
            os.makedirs(folder, exist_ok=True)
            self.folders.add(folder)
        return target

    def file(self, path: str) -> Path:
        """Return where a file that was written or kept can be read."""
        return Path(self.target(path, tree_of(path, self.trees)))

    def stamp(self, path: str) -> Stamp:
        """Return the stamp of a file that was written."""
        return stamp_of(self.target(path, tree_of(path, self.trees)))

    def put_in_place(self) -> int:
        """Put every tree that changed in its place, and return how many files were written or removed."""
        for tree, staged in self.staged.items():
            present = [path for path in (self.root / tree).rglob("*") if path.is_file()]
            removed = sum(path.relative_to(self.root).as_posix() not in self.kept[tree] for path in present)
            self.changed[tree] += removed
            if not self.changed[tree]:
                shutil.rmtree(staged, ignore_errors=True)
            elif self.kept[tree]:
                put_in_place(self.root, tree)
            else:
                shutil.rmtree(self.root / tree)
        return sum(self.changed.values())


def encoded(part: str | bytes) -> bytes:
    """Return a part of a file as it stands on the disk."""
    return part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part


def tree_of(path: str, trees: tuple[str, ...]) -> str:
    """Return the tree to which a file belongs; a file outside all of them would never be written, nor removed."""
    for tree in trees:
        if path.startswith(f"{tree}/"):
            return tree
    raise ValueError(
        f"{path} is in no generated folder; have its writer yield it in one that WRITERS names (write/site.py)"
    )


def stamp_of(file: str) -> Stamp:
    """Return the stamp of a file: its size, and when it was changed last."""
    status = os.stat(file)
    return status.st_size, status.st_mtime_ns


def link(source: str, target: str) -> None:
    """Give a file a second name; where the file system knows no such thing, copy it."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def replace_tree(root: Path, tree: str, content: Mapping[str, bytes]) -> None:
    """Put a tree with this content in the place of the present one."""
    staged = stage(root, tree)
    staged.mkdir(parents=True)
    for path, data in content.items():
        file = staged / PurePosixPath(path).relative_to(tree)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    put_in_place(root, tree)


def stage(root: Path, tree: str) -> Path:
    """Return where the next state of a tree is made, which is not there yet; what a killed run left is cleared away.

    If that run was killed between its two renames, the former tree is put back first: it is the only whole one.
    """
    staged, former = root / STAGED / tree, root / FORMER / tree
    if former.exists() and not (root / tree).exists():
        (root / tree).parent.mkdir(parents=True, exist_ok=True)
        former.rename(root / tree)
    for leftover in (staged, former):
        shutil.rmtree(leftover, ignore_errors=True)
    return staged


def put_in_place(root: Path, tree: str) -> None:
    """Put the staged tree in the place of the present one."""
    target, staged, former = root / tree, root / STAGED / tree, root / FORMER / tree
    if target.exists():
        former.parent.mkdir(parents=True, exist_ok=True)
        target.rename(former)
    target.parent.mkdir(parents=True, exist_ok=True)
    staged.rename(target)
    shutil.rmtree(former, ignore_errors=True)


def write_if_changed(path: Path, content: str | bytes) -> bool:
    """Write a file at once, where it would change; return whether it did."""
    data = encoded(content)
    if path.exists() and path.read_bytes() == data:
        return False
    staged = path.with_name(f".{path.name}.new")
    staged.write_bytes(data)
    staged.replace(path)
    return True


def write_together(texts: Mapping[Path, str]) -> None:
    """Write several text files: all of them, or, where one cannot be written, none."""
    former = {path: path.read_bytes() if path.exists() else None for path in texts}
    staged = {path: path.with_name(f".{path.name}.new") for path in texts}
    try:
        for path, text in texts.items():
            staged[path].write_text(text, encoding="utf-8")
        for path in texts:
            staged[path].replace(path)
    except OSError:
        for path, content in former.items():
            put_back(path, content)
        for leftover in staged.values():
            with suppress(OSError):
                leftover.unlink()
        raise


def put_back(path: Path, content: bytes | None) -> None:
    """Give a file the content that it had; None where there was no file."""
    if content is None:
        path.unlink(missing_ok=True)
    elif path.read_bytes() != content:
        path.write_bytes(content)
