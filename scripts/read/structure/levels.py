"""A label and the sections that are open → below which of them its section stands, and of which kind it is.

1. Divisions of a law (编, 章, 节) close what is of their own level and all lists; articles what stands below divisions.
2. A number of a list continues the innermost open list that looks like it, or whose next number it is.
3. Else a list begins: below the innermost open section, unless that has a form of number that mostly stands deeper,
   and its list goes on behind this one here and nowhere before. So in one document 1. stands above （一）.
4. Everything else goes by the levels of its row.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from scripts.model.kinds import KINDS, Kind, is_below, stands_alone
from scripts.model.vocabulary import SectionKind
from scripts.read.structure.ahead import Ahead
from scripts.read.structure.lines import Line

LISTED = tuple(kind for kind in KINDS.values() if kind.is_listed)
"""From the outermost to the innermost."""
PART, BOX, SUBITEM, POINT = (
    KINDS[name] for name in (SectionKind.PART, SectionKind.BOX, SectionKind.SUBITEM, SectionKind.POINT)
)
BESIDE = KINDS[SectionKind.DASH].level
"""From this level on, what is open is no list: dashes, boxes, tables."""


@dataclass(slots=True)
class Node:
    """A section while it is open, or the document around them all."""

    kind: Kind
    place: int
    """In the tree."""
    number: int = 0
    insert: int = 0
    style: str = ""
    rank: int = 0
    """The level of the kind of which its form of number is; less is mostly further out."""
    path: tuple[int, ...] = ()
    """Of a heading 1.1.1: all its numbers."""
    is_heading_only: bool = False
    has_blocks: bool = False
    ends: bool = False
    """Whether what follows it without a label belongs to what is around it."""
    latest: dict[SectionKind, "Node"] = field(default_factory=dict)
    """The last section of each kind directly below it."""
    repeats: dict[tuple[str, int, int], int] = field(default_factory=dict)
    """How often each sign and number was given below it, where they continue its anchor."""

    def next_number(self, kind: Kind) -> int:
        """Return the number that would continue the sections of this kind."""
        last = self.latest.get(kind.name)
        return last.number + 1 if last else 1


class Spot(NamedTuple):
    """Where a section begins."""

    depth: int
    """How many of the open sections stay open."""
    kind: Kind


def find_spot(stack: Sequence[Node], line: Line, kind: Kind, ahead: Ahead, index: int) -> Spot | None:
    """Return where the section that a line begins belongs; None where it can stand nowhere."""
    if kind.is_listed:
        return continued_list(stack, line, kind) or begun_list(stack, line, kind, ahead, index)
    if kind.begins_anew:
        inner = (depth for depth, node in enumerate(stack) if not is_around(node.kind, kind))
        return Spot(next(inner, len(stack)), kind)
    if kind.name is SectionKind.ARTICLE:
        return Spot(article_depth(stack, line.number), kind)
    depth = len(stack)
    while depth and stack[depth - 1].kind.level >= kind.level:
        depth -= 1
    outer = stack[depth - 1].kind if depth else None
    return Spot(depth, kind) if stands_alone(kind) or (outer and is_below(kind, outer)) else None


def is_around(outer: Kind, inner: Kind) -> bool:
    """Whether a division stands around another."""
    return bool(outer.begins_anew) and outer.level < inner.level


def article_depth(stack: Sequence[Node], number: int) -> int:
    """Return how many open sections stay open around an article: divisions, or else the lists above all articles.

    A list with text of its own is not above the first article: a law follows the decision that amends it.
    """
    for depth, node in enumerate(stack):
        if node.kind.is_listed and number == 1 and stack[-1].has_blocks:
            return depth
        if node.kind.name is SectionKind.ARTICLE or node.kind.level >= SUBITEM.level:
            return depth
    return len(stack)


def list_floor(stack: Sequence[Node]) -> int:
    """Return how many open sections stand around the lists that are open: those up to the last that is no list."""
    floor = 0
    for depth, node in enumerate(stack):
        if not node.kind.is_listed and node.kind.level < BESIDE - 1:
            floor = depth + 1
    return floor


def continued_list(stack: Sequence[Node], line: Line, kind: Kind) -> Spot | None:
    """Return where a number continues a list; None where it continues none."""
    floor = list_floor(stack)
    for depth in reversed(range(floor, len(stack))):
        node = stack[depth]
        if node.kind.is_listed and node.style == line.style and (line.is_sure or is_next(node, line)):
            return Spot(depth, node.kind)
    for depth in reversed(range(len(stack))):  # the list above the articles goes on; or a list mixes two forms
        node = stack[depth]
        is_alike = node.rank == kind.level if depth >= floor else node.style == line.style
        if node.kind.is_listed and is_alike and is_next(node, line):
            return Spot(depth, node.kind)
    return None


def is_next(node: Node, line: Line) -> bool:
    """Whether a line has the number behind that of a section."""
    return line.number == node.number + 1 > 1


def begun_list(stack: Sequence[Node], line: Line, kind: Kind, ahead: Ahead, index: int) -> Spot | None:
    """Return where a list begins; None where none can."""
    if not line.is_sure:
        return None
    depth, floor = len(stack), list_floor(stack)
    if kind.level >= POINT.level and any(node.kind is BOX for node in stack):
        return None  # what stands in a box has one level of numbers
    while depth > floor and (
        stack[depth - 1].kind.level >= BESIDE or is_closed_by(stack[depth - 1], line, kind, ahead, index)
    ):
        depth -= 1
    fitting = fit(kind, stack[depth - 1].kind if depth else None)
    return Spot(depth, fitting) if fitting else None


def is_closed_by(node: Node, line: Line, kind: Kind, ahead: Ahead, index: int) -> bool:
    """Whether a list that begins closes the innermost open section of another."""
    if line.number != 1:
        return node.rank >= kind.level
    if node.rank <= kind.level:
        return False
    styles = node.style, line.style
    if styles not in ahead.nested and ahead.next_number(node.style, index) == node.number + 1:
        ahead.nested.add(styles)
    return styles not in ahead.nested


def fit(kind: Kind, outer: Kind | None) -> Kind | None:
    """Return of which kind a section is that has a number of this kind's form and stands below that kind."""
    if outer is None:
        return PART
    if not outer.is_listed:
        kinds = LISTED if outer.begins_anew else LISTED[1:]
    else:
        kinds = tuple(deeper for deeper in LISTED if deeper.level > outer.level)
    return next((row for row in kinds if row.level >= kind.level and (is_below(row, outer))), None)
