"""The addresses that the ids of the glossary make: each belongs to one page, and none is another page's already."""

from collections.abc import Iterator
from pathlib import Path

from scripts.model.archive import Archive
from scripts.model.glossary import Glossary
from scripts.model.lookup import Lookup
from scripts.model.release import UNRELEASED
from scripts.problems import Problem
from scripts.read.corpus.corpus import GLOSSARY
from scripts.read.corpus.yaml_file import read_yaml
from scripts.write.site import write_over_all


def check_collisions(root: Path, glossary: Glossary) -> Iterator[Problem]:
    """Yield a problem for every id whose page would be written over another: `matrix` among the indicators."""
    lookup, taken = Lookup(Archive((), glossary), {}), set[str]()
    for folder, page in write_over_all(lookup, Path, UNRELEASED):
        path = f"{folder}/{page.path}"
        if path in taken and folder == "docs/zh":
            kind, own = Path(page.path).parts[:2]
            message = f"{own} has the address of another page ({path}); choose another id"
            name = f"{GLOSSARY}/{kind}.yml"
            yield Problem(name, find_line(root / name, name, own), "id", message)
        taken.add(path)


def find_line(path: Path, name: str, own: str) -> int:
    """Return the line of a file of the glossary on which an id stands; 0 where it does not."""
    file = read_yaml(path, name, required=False)
    entries = file.value if isinstance(file.value, list) else []
    places = (index for index, entry in enumerate(entries) if isinstance(entry, dict) and entry.get("id") == own)
    return next((file.lines[index, "id"] for index in places), 0)
