"""The generated folders of docs/, made anew apart from the present ones; what does not change is the same file."""

import filecmp
import os
import shutil
from pathlib import Path

from scripts.write.disk.files import Content, Stamp, encoded, stamp_of
from scripts.write.disk.record import DOCS, Entry, Files, Record, read_files, read_record, stage_record
from scripts.write.disk.replacing import put_in_place, stage


class Trees:
    """The generated folders as they are made anew, file by file; what does not change is the same file as before.

    They are made apart and take their places together, with the record of what they hold: a build that fails or is
    killed leaves the former trees whole, or all that is new to be put in place by the next run.
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

    def put_in_place(self, inputs: Files) -> int:
        """Put every tree that changed in its place, and return how many files were written or removed.

        `inputs` are the files from which all were made; the record has them, and what the trees hold.
        """
        former, files = read_record(self.root, DOCS), dict[str, Entry]()
        for tree, staged in self.staged.items():
            present = (path for path in (self.root / tree).rglob("*") if path.is_file())
            self.changed[tree] += sum(path.relative_to(self.root).as_posix() not in self.kept[tree] for path in present)
            files |= read_files(staged, former.files, tree)
        changed = [tree for tree in self.trees if self.changed[tree]]
        record = Record(files, inputs)
        names = [tree for tree in changed if self.kept[tree]]
        if record != former:
            names.append(stage_record(self.root, DOCS, record))
        put_in_place(self.root, names, [tree for tree in changed if not self.kept[tree]])
        return sum(self.changed.values())


def tree_of(path: str, trees: tuple[str, ...]) -> str:
    """Return the tree to which a file belongs; a file outside all of them would never be written, nor removed."""
    for tree in trees:
        if path.startswith(f"{tree}/"):
            return tree
    raise ValueError(
        f"{path} is in no generated folder; have its writer yield it in one that WRITERS names (write/site.py)"
    )


def link(source: str, target: str) -> None:
    """Give a file a second name; where the file system knows no such thing, copy it."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
