"""The package of a DOCX file → its parts by what they are for, as its relationships say, never by their names."""

import posixpath
from typing import NamedTuple
from urllib.parse import unquote

from scripts.read.extract.docx.names import Element, children
from scripts.read.extract.package import Package
from scripts.read.extract.zip_file import plain_name

MAIN = "officedocument"


class Relation(NamedTuple):
    """A relationship of a part."""

    kind: str
    """The last word of its type, in lower case: `styles`, `footnotes`, `header`."""
    target: str
    """The name of the part to which it leads; empty where it leads out of the file."""


class Parts:
    """The parts of a DOCX file."""

    def __init__(self, package: Package) -> None:
        self.package = package
        main = next((relation.target for _, relation in self.relations("") if relation.kind == MAIN), "")
        root = package.xml(main) if main else None
        if root is None:
            package.refuse("has no document in it")
        self.main = main
        self.root: Element = root
        self.by_id = dict(self.relations(self.main))

    def relations(self, part: str) -> list[tuple[str, Relation]]:
        """Return the relationships of a part, or of the package itself, with their ids."""
        folder, _, name = part.rpartition("/")
        root = self.package.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = []
        for element in children(root, "rel:Relationship"):
            kind = element.get("Type", "").rpartition("/")[2].lower()
            is_outside = element.get("TargetMode", "").lower() == "external"
            target = "" if is_outside else resolve(folder, element.get("Target", ""))
            found.append((element.get("Id", ""), Relation(kind, target)))
        return found

    def xml(self, kind: str) -> Element | None:
        """Return the root of the main part's part of this kind, None where there is none."""
        for relation in self.by_id.values():
            if relation.kind == kind and relation.target:
                return self.package.xml(relation.target)
        return None

    def count(self, kind: str) -> int:
        """Return how many parts of this kind belong to the main part."""
        return sum(relation.kind == kind for relation in self.by_id.values())


def resolve(folder: str, target: str) -> str:
    """Return the name of the part to which a target leads from a folder, however it is written.

    >>> resolve("word", "styles.xml"), resolve("word", "/word/styles.xml"), resolve("word", "../customXml/item1.xml")
    ('word/styles.xml', 'word/styles.xml', 'customxml/item1.xml')
    """
    joined = posixpath.join("/", folder, unquote(target).replace("\\", "/"))
    return plain_name(posixpath.normpath(joined))
