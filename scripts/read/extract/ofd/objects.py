"""A page of an OFD → what it draws, in the order in which it is drawn, each with the matrix that leads to the page.

Layers are drawn from the background to the foreground. A block holds objects, and an object that refers to a drawing of
the resources draws all that is in it; the depth of both, and how much is drawn in all, are bounded.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from scripts.read.extract.ofd.matrix import SAME, Matrix, matrix_of
from scripts.read.extract.ofd.numbers import read_number
from scripts.read.extract.ofd.parts import Element, children, local_name
from scripts.read.extract.package import Package

MOST_DEPTH = 16
"""So deep blocks and drawings may stand in one another; what is deeper is not drawn."""
MOST_OBJECTS = 500_000
"""So many objects a file may draw."""
LAYERS = {"background": 0, "foreground": 2}
"""When a layer is drawn, by its type; others between them."""
BLOCKS = ("Layer", "PageBlock", "Content")
DRAWN = ("TextObject", "PathObject", "ImageObject")
DRAWING: tuple[str, ...] = ("Content",)
HOLDS: tuple[str, ...] = (*BLOCKS, *DRAWN, "CompositeObject")
EMPTY = etree.Element("CompositeGraphicUnit")
"""A drawing of nothing, for one that is not there."""


class Drawn(NamedTuple):
    """An object as a page draws it."""

    element: Element
    name: str
    matrix: Matrix
    """From the object's own points to the page's, in millimetres."""
    is_hidden: bool


class Waiting(NamedTuple):
    """An element that is still to be looked into."""

    element: Element
    name: str
    outer: Matrix
    is_hidden: bool
    depth: int


@dataclass(slots=True)
class Count:
    """How many objects a file has drawn."""

    package: Package
    drawn: int = 0

    def add(self) -> None:
        """Count one more; raise CorpusError where there are too many."""
        self.drawn += 1
        if self.drawn > MOST_OBJECTS:
            self.package.refuse(f"draws more than {MOST_OBJECTS:,} objects")


def drawn_objects(content: Element, units: Mapping[str, Element], count: Count) -> Iterator[Drawn]:
    """Yield what the content of a page draws."""
    layers = sorted(children(content, *HOLDS), key=lambda layer: LAYERS.get(layer.get("Type", "").lower(), 1))
    waiting = [Waiting(layer, local_name(layer), SAME, False, 0) for layer in reversed(layers)]
    while waiting:
        block = waiting.pop()
        count.add()
        is_hidden = block.is_hidden or is_invisible(block.element)
        if block.name in DRAWN:
            yield Drawn(block.element, block.name, matrix_of(block.element, block.outer), is_hidden)
        elif block.depth < MOST_DEPTH:
            waiting += reversed(list(look_inside(block, units, is_hidden=is_hidden)))


def look_inside(block: Waiting, units: Mapping[str, Element], *, is_hidden: bool) -> Iterator[Waiting]:
    """Yield what a block holds, or the drawing that an object refers to."""
    element, outer = block.element, block.outer
    names, held = HOLDS, element
    if block.name == "CompositeObject":
        outer = matrix_of(element, outer)
        names, held = DRAWING, units.get(element.get("ResourceID", ""), EMPTY)
    for child in held:
        name = local_name(child)
        if name in names:
            yield Waiting(child, name, outer, is_hidden, block.depth + 1)


def is_invisible(element: Element) -> bool:
    """Whether an element says that it is not shown, or is wholly transparent."""
    visible, alpha = element.get("Visible"), element.get("Alpha")
    is_said = visible is not None and visible.lower() in ("false", "0")
    return is_said or (alpha is not None and read_number(alpha, 255) == 0)
