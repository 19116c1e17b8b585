"""A zip on the disk, which takes its place once it is whole."""

from collections.abc import Container, Iterable
from datetime import datetime
from pathlib import Path

from scripts.write.disk.zip_stream import LONGEST, fill_zip

__all__ = ["LONGEST", "write_zip"]


def write_zip(
    path: Path, files: Iterable[tuple[str, bytes]], moment: datetime | None, stored: Container[str] = ()
) -> None:
    """Write a zip of files as `fill_zip` does; the former zip stays until this one is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    staged = path.with_name(f".{path.name}.new")
    try:
        with staged.open("wb") as stream:
            fill_zip(stream, files, moment, stored)
        staged.replace(path)
    finally:
        staged.unlink(missing_ok=True)
