"""The files from which docs/ and site/ are made."""

import re
from collections.abc import Mapping
from pathlib import Path

from scripts.write.disk.record import DOCS, SITE, Entry, Files, read_files

PROGRAM = tuple(f"scripts/{room}" for room in ("link", "model", "read", "text", "write"))
LOOK = ("mkdocs.yml", "overrides", "scripts/carry", "scripts/site")
BUILDING = tuple(f"scripts/commands/{name}.py" for name in ("build", "maker", "shelved", "translations"))
INPUTS = {
    DOCS: ("corpus", "docs", "LICENSE", *BUILDING, *PROGRAM),
    SITE: ("docs", "corpus/addresses.txt", "corpus/redirects.txt", *LOOK, *PROGRAM),
}
"""For each tree, the files and folders that it is made from; of docs/ only what is written by hand makes docs/."""
LEFT_OUT_PATTERN = re.compile(r"corpus/README\.md|docs/pictures/.*|.*/__pycache__/.*|.*\.(?:pyc|new|swp)")
"""What no page comes from."""


def read_inputs(root: Path, tree: str, known: Mapping[str, Entry], generated: tuple[str, ...] = ()) -> Files:
    """Return every file from which a tree is made, without those in the generated folders."""
    found: Files = {}
    for name in INPUTS[tree]:
        if (root / name).exists():
            found |= read_files(root / name, known, name)
    return {name: found[name] for name in found if is_input(name, generated)}


def is_input(name: str, generated: tuple[str, ...]) -> bool:
    """Whether a file is one that people wrote, and not in a generated folder."""
    return not LEFT_OUT_PATTERN.fullmatch(name) and not name.startswith(tuple(f"{tree}/" for tree in generated))
