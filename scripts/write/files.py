"""The one module that touches the disk: whole trees are replaced at once, and only where something changed."""

import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

Files = Mapping[str, str]
"""Path below the project's root, with forward slashes, and content."""


def write_trees(root: Path, trees: tuple[str, ...], files: Files) -> int:
    """Make each tree hold exactly its files, and return how many files changed.

    The new tree is written beside the old one and takes its place by renaming: a build that fails or is killed leaves
    the former tree whole.
    """
    changed = 0
    for tree in trees:
        content = {path: text.encode() for path, text in files.items() if path.startswith(f"{tree}/")}
        differences = count_differences(root, tree, content)
        if differences:
            replace_tree(root, tree, content)
        changed += differences
    return changed


def count_differences(root: Path, tree: str, content: Mapping[str, bytes]) -> int:
    """Return how many files would be written or removed."""
    present = {path.relative_to(root).as_posix(): path for path in (root / tree).rglob("*") if path.is_file()}
    differing = [path for path, data in content.items() if path not in present or present[path].read_bytes() != data]
    return len(differing) + len(present.keys() - content.keys())


def replace_tree(root: Path, tree: str, content: Mapping[str, bytes]) -> None:
    """Put a tree with this content in the place of the present one."""
    target = root / tree
    staged, former = target.with_name(f".{target.name}.new"), target.with_name(f".{target.name}.old")
    for leftover in (staged, former):  # of a build that was killed
        shutil.rmtree(leftover, ignore_errors=True)
    staged.mkdir(parents=True)
    for path, data in content.items():
        file = staged / PurePosixPath(path).relative_to(tree)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    if target.exists():
        target.rename(former)
    staged.rename(target)
    shutil.rmtree(former, ignore_errors=True)


def write_if_changed(path: Path, text: str) -> bool:
    """Write a text file at once, where it would change; return whether it did."""
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    staged = path.with_name(f".{path.name}.new")
    staged.write_text(text, encoding="utf-8")
    staged.replace(path)
    return True


def append_lines(path: Path, lines: list[str]) -> None:
    """Append lines to a text file, all of them or none."""
    if not lines:
        return
    former = path.read_text(encoding="utf-8") if path.exists() else ""
    staged = path.with_name(f".{path.name}.new")
    staged.write_text(former + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    staged.replace(path)
