"""docs/ and site/ as they are → what is to be known of them (scripts/check/builds.py): every file is read."""

from collections.abc import Iterator
from pathlib import Path

from scripts.check.builds import Built
from scripts.write.disk.inputs import read_inputs
from scripts.write.disk.record import DOCS, SITE, Files, differences, read_files, read_record
from scripts.write.site import TREES

REMEDIES = {DOCS: "`python -m scripts build`", SITE: "`make site`"}


def read_builds(root: Path) -> tuple[Built, ...]:
    """Return what is to be known of docs/ and site/, of each where any of it is there."""
    return (*read_built(root, DOCS, TREES), *read_built(root, SITE, (SITE,)))


def read_built(root: Path, tree: str, folders: tuple[str, ...]) -> Iterator[Built]:
    """Yield what is to be known of a tree that consists of these folders; nothing where none of them is there."""
    present: Files = {}
    for folder in folders:
        present |= read_files(root / folder, {}, folder)
    record = read_record(root, tree)
    if any((root / folder).is_dir() for folder in folders):
        inputs = read_inputs(root, tree, {}, TREES if tree == DOCS else ())
        damage, changes = differences(record.files, present), differences(record.inputs, inputs)
        yield Built(tree, bool(record.files), tuple(damage), tuple(changes), REMEDIES[tree])
