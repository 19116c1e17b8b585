"""The sections of a text with their blocks, kept as numbers: a section is made of them when it is asked for.

Sections stand in the order in which they begin, so that all below one stand directly behind it. Python's own values
would be a dozen for each heading and block, and many times as large as the text.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple, overload

import numpy as np

from scripts.model.anchors import before_block, make_step
from scripts.model.grid import ONE, Spans
from scripts.model.kinds import KINDS, Numbering
from scripts.model.policy import Block, Section
from scripts.model.vocabulary import BlockKind, SectionKind

SECTION_KINDS, BLOCK_KINDS = tuple(SectionKind), tuple(BlockKind)
KIND_ROWS = tuple(KINDS[kind] for kind in SECTION_KINDS)
"""What holds of each kind, as `SECTION_KINDS` has them: to look a kind up by its name takes much longer."""
NONE = -1
"""Stands for the section around those that none holds."""
CONTINUED = (Numbering.PARENT, Numbering.COUNTED)
"""The anchor of what is numbered so continues that of what holds it."""


class Number(NamedTuple):
    """What an anchor has of a section's number."""

    value: int
    repeat: int = 1
    """Which it is of those with this number."""
    insert: int = 0
    """Which it is of those that an amendment put behind this number."""


class Tree:
    """All sections and blocks of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.kinds, self.block_kinds = bytearray(), bytearray()
        self.parents, self.numbers, self.repeats = array("i"), array("i"), array("i")
        """Of each section: what holds it, its number, and which it is of those with this number."""
        self.inserts: dict[int, int] = {}
        """Of those sections that an amendment put in: which of those behind this number."""
        self.scopes = array("i")
        """Of each section: that whose anchor its own continues."""
        self.starts, self.heading_ends, self.ends = array("i"), array("i"), array("i")
        self.labels, self.titles = array("i"), array("i")
        """Of each section two numbers: where its label begins and ends, and its title."""
        self.following = array("i")
        """Of each section the next that is not below it."""
        self.owners, self.block_starts, self.block_ends = array("i"), array("i"), array("i")
        """Of each block: the section in which it stands directly, and its span."""
        self.spans: dict[int, Spans] = {}
        """Of those blocks that span several rows or columns: how many."""
        self.firsts = array("i")
        """Of each section, once all blocks are there, the first of its own; at the end, how many there are."""

    def add_section(self, kind: SectionKind, parent: int, number: Number, start: int, heading_end: int) -> int:
        """Add the section that begins next, and return its place; it has no label and no title yet."""
        if number.insert:
            self.inserts[len(self.kinds)] = number.insert
        self.kinds.append(SECTION_KINDS.index(kind))
        self.parents.append(parent)
        self.scopes.append(parent if KINDS[kind].numbering in CONTINUED else NONE)
        self.numbers.append(number.value)
        self.repeats.append(number.repeat)
        self.starts.append(start)
        self.heading_ends.append(heading_end)
        self.labels.extend((start, start))
        self.titles.extend((start, start))
        return len(self.kinds) - 1

    def name(self, label: tuple[int, int], title: tuple[int, int]) -> None:
        """Say where the section that was added last has its label and its title."""
        self.labels[-2:], self.titles[-2:] = array("i", label), array("i", title)

    def add_block(self, owner: int, kind: BlockKind, start: int, end: int, spans: Spans = ONE) -> None:
        """Add the block that begins next."""
        if spans != ONE:
            self.spans[len(self.owners)] = spans
        self.owners.append(owner)
        self.block_kinds.append(BLOCK_KINDS.index(kind))
        self.block_starts.append(start)
        self.block_ends.append(end)

    def move(self, block: int, owner: int, kind: BlockKind) -> None:
        """Let a block stand in another section, as a block of this kind."""
        self.owners[block] = owner
        self.block_kinds[block] = BLOCK_KINDS.index(kind)

    def finish(self) -> Sequence[Section]:
        """Return the sections that none holds, once all are there."""
        self.sort_blocks()
        count = len(self.kinds)
        self.following = array("i", range(1, count + 1))
        self.ends = array("i", [NONE]) * count
        for owner, end in zip(self.owners, self.block_ends, strict=True):
            self.ends[owner] = max(self.ends[owner], end)
        for section in reversed(range(count)):
            if self.ends[section] == NONE:
                self.ends[section] = self.heading_ends[section]
            parent = self.parents[section]
            if parent != NONE:
                self.ends[parent] = max(self.ends[parent], self.ends[section])
                self.following[parent] = max(self.following[parent], self.following[section])
        return Children(self, NONE, "")

    def sort_blocks(self) -> None:
        """Put the blocks of each section side by side, in their order."""
        owners = np.frombuffer(self.owners, np.int32)
        counts = np.bincount(owners, minlength=len(self.kinds)) if len(owners) else np.zeros(len(self.kinds), np.int64)
        self.firsts = array("i", [0])
        self.firsts.frombytes(np.cumsum(counts, dtype=np.int32).tobytes())
        if len(owners) < 2 or bool((owners[1:] >= owners[:-1]).all()):
            return
        order = np.argsort(owners, kind="stable").astype(np.int32)
        if self.spans:
            places = {old: new for new, old in enumerate(order.tolist()) if old in self.spans}
            self.spans = {places[old]: spans for old, spans in self.spans.items()}
        self.owners = sorted_by(self.owners, order)
        self.block_starts, self.block_ends = sorted_by(self.block_starts, order), sorted_by(self.block_ends, order)
        self.block_kinds = bytearray(np.frombuffer(self.block_kinds, np.uint8)[order].tobytes())

    def anchor(self, place: int) -> str:
        """Return the anchor of the section at this place; nothing where there is none."""
        return self.continued(place, self.anchor(self.scopes[place])) if place != NONE else ""

    def continued(self, place: int, around: str) -> str:
        """Return the anchor of the section at this place; `around` is that which it continues."""
        sign = KIND_ROWS[self.kinds[place]].sign
        step = make_step(sign, self.numbers[place], self.repeats[place], self.inserts.get(place, 0))
        return f"{around}-{step}" if around else step

    def section(self, place: int, around: str) -> Section:
        """Return the section at this place; `around` is the anchor of what holds it."""
        kind, scope = KIND_ROWS[self.kinds[place]], self.scopes[place]
        anchor = self.continued(place, around if scope == self.parents[place] else self.anchor(scope))
        first, second = 2 * place, 2 * place + 1
        return Section(
            anchor,
            kind.name,
            self.text[self.labels[first] : self.labels[second]],
            self.text[self.titles[first] : self.titles[second]].replace("\n", ""),
            self.starts[place],
            self.heading_ends[place],
            self.ends[place],
            Blocks(self, place, before_block(anchor if kind.has_own_blocks else "")),
            Children(self, place, anchor),
        )


def sorted_by(values: "array[int]", order: "np.ndarray[tuple[int], np.dtype[np.int32]]") -> "array[int]":
    """Return numbers in another order."""
    return array("i", np.frombuffer(values, np.int32)[order].tobytes())


class Children(Sequence[Section]):
    """The sections directly below one, or those that none holds."""

    __slots__ = ("anchor", "parent", "tree")

    def __init__(self, tree: Tree, parent: int, anchor: str) -> None:
        self.tree, self.parent, self.anchor = tree, parent, anchor

    def places(self) -> Iterator[int]:
        """Yield their places in the tree."""
        place = self.parent + 1
        end = len(self.tree.kinds) if self.parent == NONE else self.tree.following[self.parent]
        while place < end:
            yield place
            place = self.tree.following[place]

    def __iter__(self) -> Iterator[Section]:
        tree, anchor, place = self.tree, self.anchor, self.parent + 1
        end = len(tree.kinds) if self.parent == NONE else tree.following[self.parent]
        while place < end:
            yield tree.section(place, anchor)
            place = tree.following[place]

    def __reversed__(self) -> Iterator[Section]:
        return (self.tree.section(place, self.anchor) for place in reversed(array("i", self.places())))

    def __len__(self) -> int:
        return sum(1 for _ in self.places())

    def __bool__(self) -> bool:
        return any(True for _ in self.places())

    @overload
    def __getitem__(self, index: int) -> Section: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Section]: ...
    def __getitem__(self, index: int | slice) -> Section | Sequence[Section]:
        if isinstance(index, slice):
            return tuple(self)[index]
        places = self.places() if index >= 0 else reversed(array("i", self.places()))
        place = next(islice(places, index if index >= 0 else -1 - index, None), None)
        if place is None:
            raise IndexError(index)
        return self.tree.section(place, self.anchor)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash((self.parent, self.anchor))


class Blocks(Sequence[Block]):
    """The blocks that stand directly in one section."""

    __slots__ = ("before", "owner", "tree")

    def __init__(self, tree: Tree, owner: int, before: str) -> None:
        self.tree, self.owner, self.before = tree, owner, before

    def numbered(self, numbers: Iterable[int]) -> Iterator[Block]:
        """Yield those with these numbers, from 1."""
        tree, before, spans = self.tree, self.before, self.tree.spans
        behind = tree.firsts[self.owner] - 1
        for number in numbers:
            place = behind + number
            kind = BLOCK_KINDS[tree.block_kinds[place]]
            span = tree.block_starts[place], tree.block_ends[place]
            yield Block(f"{before}{number}", kind, *span, *spans.get(place, ONE))

    def __iter__(self) -> Iterator[Block]:
        return self.numbered(range(1, len(self) + 1))

    def __len__(self) -> int:
        return self.tree.firsts[self.owner + 1] - self.tree.firsts[self.owner]

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Block]: ...
    def __getitem__(self, index: int | slice) -> Block | Sequence[Block]:
        numbers = range(1, len(self) + 1)[index]
        return tuple(self.numbered(numbers)) if isinstance(numbers, range) else next(self.numbered((numbers,)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash((self.owner, self.before))
