"""A page of an OFD → what it draws, in the order in which it is drawn, each with the matrix that leads to the page.

Layers are drawn from the background to the foreground. A block holds objects, and an object that refers to a drawing of
the resources draws all that is in it; the depth of both, and how much is drawn in all, are bounded.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

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
HOLDS = (*BLOCKS, *DRAWN, "CompositeObject")


class Drawn(NamedTuple):
    """An object as a page draws it."""

    element: Element
    matrix: Matrix
    """From the object's own points to the page's, in millimetres."""
    is_hidden: bool


class Waiting(NamedTuple):
    """An element that is still to be looked into."""

    element: Element
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
    waiting = [Waiting(layer, SAME, False, 0) for layer in reversed(layers)]
    while waiting:
        block = waiting.pop()
        count.add()
        name = local_name(block.element)
        is_hidden = block.is_hidden or is_invisible(block.element)
        if name in DRAWN:
            yield Drawn(block.element, matrix_of(block.element, block.outer), is_hidden)
        elif block.depth < MOST_DEPTH:
            waiting += reversed(list(look_inside(block, units, is_hidden=is_hidden)))


def look_inside(block: Waiting, units: Mapping[str, Element], *, is_hidden: bool) -> Iterator[Waiting]:
    """Yield what a block holds, or the drawing that an object refers to."""
    element, outer = block.element, block.outer
    if local_name(element) == "CompositeObject":
        outer = matrix_of(element, outer)
        unit = units.get(element.get("ResourceID", ""))
        held = [] if unit is None else list(children(unit, "Content"))
    else:
        held = list(children(element, *HOLDS))
    for child in held:
        yield Waiting(child, outer, is_hidden, block.depth + 1)


def is_invisible(element: Element) -> bool:
    """Whether an element says that it is not shown, or is wholly transparent."""
    return element.get("Visible", "").lower() in ("false", "0") or read_number(element.get("Alpha"), 255) == 0
