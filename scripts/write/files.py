"""The one module that touches the disk: whole trees are replaced at once, and only where something changed."""

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

STAGED, FORMER = "build/staged", "build/former"
"""Where trees are made before they take their place, and where the present ones wait until that is done."""

Files = Mapping[str, str | bytes]
"""Path below the project's root, with forward slashes, and content."""


def write_trees(root: Path, trees: tuple[str, ...], files: Files) -> int:
    """Make each tree hold exactly its files, and return how many files changed.

    The new tree is written apart and takes its place by renaming: a build that fails or is killed leaves the former
    tree whole, in its place or where the next run puts it back from.
    """
    changed = 0
    contents: dict[str, dict[str, bytes]] = {tree: {} for tree in trees}
    for path, text in files.items():
        contents[tree_of(path, trees)][path] = text.encode() if isinstance(text, str) else text
    for tree, content in contents.items():
        stage(root, tree)
        differences = count_differences(root, tree, content)
        if differences:
            replace_tree(root, tree, content)
        changed += differences
    return changed


def tree_of(path: str, trees: tuple[str, ...]) -> str:
    """Return the tree to which a file belongs; a file outside all of them would never be written, nor removed."""
    for tree in trees:
        if path.startswith(f"{tree}/"):
            return tree
    message = f"{path} is in no generated folder; have its writer yield it in one, or name its folder in FOLDERS"
    raise ValueError(f"{message} (scripts/write/site.py), GENERATED (Makefile) and .gitignore")


def count_differences(root: Path, tree: str, content: Mapping[str, bytes]) -> int:
    """Return how many files would be written or removed."""
    present = {path.relative_to(root).as_posix(): path for path in (root / tree).rglob("*") if path.is_file()}
    differing = [path for path, data in content.items() if path not in present or present[path].read_bytes() != data]
    return len(differing) + len(present.keys() - content.keys())


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


def write_if_changed(path: Path, text: str) -> bool:
    """Write a text file at once, where it would change; return whether it did."""
    data = text.encode("utf-8", "surrogatepass")
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
