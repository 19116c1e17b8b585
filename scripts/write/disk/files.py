"""Single files: written whole or not at all, several of them together."""

import filecmp
import os
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from scripts.write.disk.replacing import FILE_MODE, put_in_place, set_mode, stage

Content = str | bytes | Iterable[str]
"""Of a file: the whole of it, or its parts in their order."""
Stamp = tuple[int, int]
"""Of a file: its size, and when it was changed last."""


def encoded(part: str | bytes) -> bytes:
    """Return a part of a file as it stands on the disk."""
    return part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part


def stamp_of(file: str) -> Stamp:
    """Return the stamp of a file: its size, and when it was changed last."""
    status = os.stat(file)
    return status.st_size, status.st_mtime_ns


def replace_tree(
    root: Path, tree: str, content: Mapping[str, bytes], beside: Mapping[str, bytes] | None = None
) -> None:
    """Put a tree with this content in the place of the present one, together with files that stand beside it."""
    staged = stage(root, tree)
    staged.mkdir()
    for path, data in content.items():
        file = staged / PurePosixPath(path).relative_to(tree)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    for path, data in (beside or {}).items():
        stage(root, path, is_tree=False).write_bytes(data)
    put_in_place(root, [tree, *(beside or {})])


def write_together(root: Path, files: Mapping[Path, str | bytes]) -> int:
    """Write files of the project: all of them, or, where one cannot be written, none; return how many changed."""
    changed = {path: encoded(content) for path, content in files.items()}
    changed = {path: data for path, data in changed.items() if not path.is_file() or path.read_bytes() != data}
    names = [path.relative_to(root).as_posix() for path in changed]
    for name, data in zip(names, changed.values(), strict=True):
        stage(root, name, is_tree=False).write_bytes(data)
    put_in_place(root, names)
    return len(names)


def write_given(root: Path, path: Path, content: Content) -> None:
    """Write a file whose place somebody named: within the project, or elsewhere, where it is made beside its place."""
    path.parent.stat()  # which raises OSError where there is no such folder
    own, target = root.resolve(), path.resolve()
    if not target.is_relative_to(own):
        write_beside(path, content)
        return
    name = target.relative_to(own).as_posix()
    staged = stage(own, name, is_tree=False)
    write_parts(staged, content)
    put_in_place(own, [] if are_alike(staged, target) else [name])
    staged.unlink(missing_ok=True)


def write_beside(path: Path, content: Content) -> None:
    """Write a file, which takes the place of the former once it is whole, unless that is the same."""
    staged = path.with_name(f".{path.name}.new")
    try:
        write_parts(staged, content)
        if not are_alike(staged, path):
            set_mode(staged, FILE_MODE)
            staged.replace(path)
    finally:
        staged.unlink(missing_ok=True)


def write_parts(path: Path, content: Content) -> None:
    """Write a file part by part, so that memory holds one of them."""
    with path.open("wb") as stream:
        stream.writelines(map(encoded, [content] if isinstance(content, str | bytes) else content))


def are_alike(staged: Path, former: Path) -> bool:
    """Tell whether a file is there with the same bytes."""
    filecmp.clear_cache()  # which goes by sizes and times
    return former.is_file() and filecmp.cmp(staged, former, shallow=False)
