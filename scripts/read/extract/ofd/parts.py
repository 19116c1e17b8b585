"""Where a part of an OFD says that another is → the XML of that other part, whatever the program that wrote it meant.

The standard has a location begin at the root (/Doc_0/…) or at the part that names it. Some programs begin at the root
without saying so, or at the document's folder. What is nowhere in the package is not found: a location leads nowhere
else. Elements are known by their names alone: their namespace changed between the drafts of the standard.
"""

import posixpath
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from scripts.read.extract.package import Package

Element = etree._Element
ROOT = "OFD.xml"


def find_part(package: Package, location: str, beside: str) -> str | None:
    """Return the name of the part that a part means by a location; None where the package has none."""
    plain = location.strip().replace("\\", "/")
    folders = [""] if plain.startswith("/") else [posixpath.dirname(beside), "", beside.partition("/")[0]]
    for folder in folders:
        name = posixpath.normpath(posixpath.join(folder, plain.lstrip("/")))
        if name in package:
            return name
    return None


def read_part(package: Package, location: str, beside: str) -> "tuple[str, Element] | None":
    """Return a part's name and its root; None where the package has none."""
    name = find_part(package, location, beside)
    root = None if name is None else package.xml(name)
    return None if name is None or root is None else (name, root)


def local_name(element: Element) -> str:
    """Return an element's name without its namespace; for what is no element, as a comment, nothing."""
    tag = element.tag
    return without_namespace(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1_024)
def without_namespace(tag: str) -> str:
    """Return a tag without its namespace."""
    return tag.rpartition("}")[2]


def by_names(element: Element) -> dict[str, list[Element]]:
    """Return what stands directly in an element, by its names."""
    found: dict[str, list[Element]] = {}
    for child in element:
        found.setdefault(local_name(child), []).append(child)
    return found


def children(element: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of these names that stand directly in an element."""
    for child in element:
        if local_name(child) in names:
            yield child


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of these names that stand anywhere in an element."""
    for child in element.iter():
        if local_name(child) in names:
            yield child


def text_of(element: Element, name: str) -> str:
    """Return the text of the first element of a name that stands directly in an element; empty where none is."""
    return next(((child.text or "").strip() for child in children(element, name)), "")
