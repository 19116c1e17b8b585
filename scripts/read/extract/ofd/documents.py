"""The main parts of an OFD → its documents: the pages of each in order, and what the pages are drawn with.

A file may hold several documents, and a document several versions of itself; of these the current one is read.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from scripts.model.vocabulary import Leaving
from scripts.read.extract.ofd.numbers import NO_BOX, Box, read_box
from scripts.read.extract.ofd.parts import ROOT, Element, children, descendants, read_part, text_of
from scripts.read.extract.package import Package

MOST_PAGES = 2_000
A4: Box = (0, 0, 210, 297)
SHORTEST, LONGEST = 10, 20_000
"""So many millimetres at least, and fewer than so many, a page's sides measure."""
FETCH = "fetch it again, or give its text"


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a file."""

    part: str
    """The name of its main part."""
    pages: tuple[str, ...]
    """Where its pages are, in order."""
    box: Box
    """The size of a page that gives none."""
    templates: dict[str, str] = field(default_factory=dict)
    """Where each template is, by its number."""
    units: dict[str, Element] = field(default_factory=dict)
    """The drawings that objects of the pages refer to, by their numbers."""


def read_documents(package: Package, left_out: Counter[Leaving]) -> Iterator[Document]:
    """Yield a file's documents in order; count what they hold beside their pages."""
    if "Encryptions.xml" in package:
        package.refuse("is encrypted")
    root = package.xml(ROOT)
    if root is None:
        package.refuse(f"has no part {ROOT!r}")
    pages = 0
    for body in children(root, "DocBody"):
        for document in read_body(package, body, left_out):
            pages += len(document.pages)
            if pages > MOST_PAGES:
                package.refuse(f"has more than {MOST_PAGES:,} pages")
            yield document
    if not pages:
        package.refuse("has no page")


def read_body(package: Package, body: Element, left_out: Counter[Leaving]) -> Iterator[Document]:
    """Yield the current version of a document; nothing where the file only announces one."""
    place = main_location(package, body)
    if place is None:
        return
    found = read_part(package, *place)
    if found is None:
        package.refuse(f"lacks the part {place[0]!r} of a document")
    name, root = found
    left_out[Leaving.SIGNATURE] += count_listed(package, text_of(body, "Signatures"), ROOT, "Signature")
    left_out[Leaving.EMBEDDED] += count_listed(package, text_of(root, "Attachments"), name, "Attachment")
    count_annotations(package, (text_of(root, "Annotations"), name), left_out)
    yield main_part(package, name, root)


def main_location(package: Package, body: Element) -> tuple[str, str] | None:
    """Return where a document's main part is, and the part that says so; None where the file has no document there."""
    for version in descendants(body, "Version"):
        if version.get("Current", "").lower() in ("true", "1"):
            found = read_part(package, version.get("BaseLoc", ""), ROOT)
            if found and text_of(found[1], "DocRoot"):
                return text_of(found[1], "DocRoot"), found[0]
    location = text_of(body, "DocRoot")
    return (location, ROOT) if location else None


def main_part(package: Package, name: str, root: Element) -> Document:
    """Return a document from its main part."""
    pages = [page.get("BaseLoc", "") for block in children(root, "Pages") for page in children(block, "Page")]
    common = [child for block in children(root, "CommonData") for child in block]
    areas = [area for block in children(root, "CommonData") for area in children(block, "PageArea")]
    box = next((page_box(area, A4) for area in areas), A4)
    document = Document(name, tuple(pages), box)
    for child in common:
        if child.get("ID") and child.get("BaseLoc"):
            document.templates[child.get("ID", "")] = child.get("BaseLoc", "")
    for location in [text for block in children(root, "CommonData") for text in resource_locations(block)]:
        found = read_part(package, location, name)
        for unit in descendants(found[1], "CompositeGraphicUnit") if found else ():
            document.units[unit.get("ID", "")] = unit
    return document


def resource_locations(block: Element) -> Iterator[str]:
    """Yield where the resources of a document are."""
    for child in children(block, "PublicRes", "DocumentRes"):
        yield (child.text or "").strip()


def page_box(area: Element, default: Box) -> Box:
    """Return the box of a page's paper."""
    box = read_box(text_of(area, "PhysicalBox"))
    return box if box != NO_BOX and min(box[2:]) > SHORTEST and max(box[2:]) < LONGEST else default


def count_listed(package: Package, location: str, beside: str, name: str) -> int:
    """Return how many elements of a name the part at a location lists; 0 where it is not there."""
    found = read_part(package, location, beside) if location else None
    return sum(1 for _ in descendants(found[1], name)) if found else 0


SILENT = ("link",)
"""Annotations that show nothing."""


def count_annotations(package: Package, place: tuple[str, str], left_out: Counter[Leaving]) -> None:
    """Count a document's annotations: a stamp is a signature, a link nothing, any other (a watermark too) a comment."""
    found = read_part(package, *place) if place[0] else None
    listed = [child.text or "" for child in descendants(found[1], "FileLoc")] if found else []
    for location in dict.fromkeys(listed):
        page = read_part(package, location, found[0]) if found else None
        for note in descendants(page[1], "Annot") if page else ():
            kind = note.get("Type", "").lower()
            if kind not in SILENT:
                left_out[Leaving.SIGNATURE if kind == "stamp" else Leaving.COMMENT] += 1
