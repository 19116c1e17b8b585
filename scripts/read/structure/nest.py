"""Named lines → the tree of sections, with anchors.

A stack holds the sections that are open. A label opens a section below the innermost open one that can hold it; a line
without a label is a block of the innermost open section. What a number means depends on what it continues: after 专栏1
with its own 1–4, a bare `3.` continues the list outside the box; where a number would continue both, the line goes with
the list whose lines look like it (headings alone, or sentences).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from scripts.model.kinds import KINDS, Kind, Numbering, is_below
from scripts.model.policy import Section
from scripts.model.tree import NONE, SECTION_KINDS, Tree
from scripts.model.vocabulary import BlockKind, SectionKind
from scripts.read.structure.head import name_block
from scripts.read.structure.lines import Line
from scripts.read.structure.tables import Table, find_tables

BOX, BOX_ITEM, SUBITEM = (KINDS[name] for name in (SectionKind.BOX, SectionKind.BOX_ITEM, SectionKind.SUBITEM))
Span = tuple[int, int]


@dataclass(slots=True)
class Node:
    """A section while it is open, or the document around them all."""

    kind: Kind
    place: int
    """In the tree."""
    number: int = 0
    is_heading_only: bool = False
    has_blocks: bool = False
    latest: dict[SectionKind, "Node"] = field(default_factory=dict)
    """The last section of each kind directly below it."""
    repeats: dict[tuple[str, int], int] = field(default_factory=dict)
    """How often each sign and number was given below it, where they continue its anchor."""

    def next_number(self, kind: Kind) -> int:
        """Return the number that would continue the sections of this kind."""
        last = self.latest.get(kind.name)
        return last.number + 1 if last else 1


class Nest:
    """Builds the tree of one text, line by line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tree = Tree(text)
        self.document = Node(KINDS[SectionKind.PREAMBLE], NONE)
        self.stack: list[Node] = []
        self.tables = 0
        self.has_begun = False
        """Whether the preamble is over."""

    def add_line(self, line: Line) -> None:
        """Put a line where it belongs."""
        if line.kind is None:
            self.add_paragraph(line)
            return
        kind = KINDS[line.kind]
        self.has_begun = self.has_begun or kind.begins_text
        if kind is SUBITEM and self.continues_box(line):
            kind = BOX_ITEM
        if self.has_begun and self.has_place(kind):
            self.open_section(kind, line)
        else:
            self.add_paragraph(line)

    def has_place(self, kind: Kind) -> bool:
        """Whether a section of this kind can stand here: by itself, or below what stays open around it."""
        outer = next((node.kind for node in reversed(self.stack) if node.kind.level < kind.level), None)
        return kind.numbering is Numbering.DOCUMENT or (outer is not None and is_below(kind, outer))

    def continues_box(self, line: Line) -> bool:
        """Whether a number belongs to the open box and not to the list around it."""
        depth = next((i for i, node in enumerate(self.stack) if node.kind is BOX), None)
        if depth is None:
            return False
        inner = self.stack[depth]
        outer = next(node for node in reversed(self.stack[:depth]) if node.kind.level < SUBITEM.level)
        fits_box = line.number == inner.next_number(BOX_ITEM)
        fits_outer = line.number == outer.next_number(SUBITEM)
        own, other = inner.latest.get(BOX_ITEM.name), outer.latest.get(SUBITEM.name)
        if fits_box and fits_outer and own and other and own.is_heading_only != other.is_heading_only:
            return line.is_heading_only == own.is_heading_only
        return fits_box or not fits_outer

    def open_section(self, kind: Kind, line: Line) -> None:
        """Open a section with this line as its heading; what follows the heading on the line is its first block."""
        node = self.push(kind, line.number, line.start, line.heading_end)
        node.is_heading_only = line.is_heading_only
        label_end = line.start + len(line.label)
        title = self.text.find(line.title, label_end)  # between the two there are blanks alone
        self.tree.name((line.start, label_end), (title, title + len(line.title)))
        if line.body_start < line.end:
            self.add_block(node, BlockKind.PARAGRAPH, line.body_start, line.end)

    def push(self, kind: Kind, number: int, start: int, heading_end: int) -> Node:
        """Close what cannot hold this section, give it a number where none is printed, and open it."""
        self.close_down_to(kind)
        parent = self.stack[-1] if self.stack else self.document
        number = number or parent.next_number(kind)
        repeat = 1
        if kind.numbering is not Numbering.COUNTED:
            around = self.document if kind.numbering is Numbering.DOCUMENT else parent
            repeat = around.repeats[kind.sign, number] = around.repeats.get((kind.sign, number), 0) + 1
        node = Node(kind, self.tree.add_section(kind.name, parent.place, (number, repeat), start, heading_end), number)
        parent.latest[kind.name] = node
        self.stack.append(node)
        return node

    def close_down_to(self, kind: Kind) -> None:
        """Close what is open of this kind's level and of greater ones."""
        while self.stack and self.stack[-1].kind.level >= kind.level:
            node = self.stack.pop()
            node.latest, node.repeats = {}, {}  # nothing is put below it any more

    def add_paragraph(self, line: Line) -> None:
        """Add a line without a label to the section to which it belongs."""
        if not self.stack:
            self.stack = [self.unlabelled(SectionKind.PREAMBLE, line.start)]
        node = self.stack[-1]
        while node.kind.ends_with_first_block and node.has_blocks and not node.is_heading_only:
            self.stack.pop()
            node = self.stack[-1]
        is_head = node.kind.name is SectionKind.PREAMBLE
        start, end = line.start, line.end
        self.add_block(node, name_block(self.text[start:end]) if is_head else BlockKind.PARAGRAPH, start, end)

    def unlabelled(self, name: SectionKind, start: int) -> Node:
        """Add and return a section of which there is one at most, and whose sign alone is its anchor."""
        return Node(KINDS[name], self.tree.add_section(name, NONE, (0, 1), start, start))

    def add_block(self, node: Node, kind: BlockKind, start: int, end: int, row_span: int = 1) -> None:
        """Add a block to a section."""
        node.has_blocks = True
        self.tree.add_block(node.place, kind, start, end, row_span)

    def add_table(self, table: Table) -> None:
        """Add a table with its rows and cells; what follows it stands beside it."""
        self.tables += 1
        caption, start = table.caption, table.header[0].start
        start, heading_end = (caption.start, caption.end) if caption else (start, start)
        kind = KINDS[SectionKind.TABLE]
        node = self.push(kind, self.tables, start, heading_end)
        self.tree.name((start, start), (start, heading_end))
        for header in table.header:
            self.add_block(node, BlockKind.HEADER_CELL, header.start, header.end)
        for row in table.rows:
            first = (row.spanning or row.cells)[0].start
            inner = self.push(KINDS[SectionKind.ROW], row.number, first, first)
            label = row.cells[0].start
            name = self.text.find(row.name, label + len(row.label))
            self.tree.name((label, label + len(row.label)), (name, name + len(row.name)))
            for line in row.spanning:
                self.add_block(inner, BlockKind.CELL, line.start, line.end, row.span)
            for line in row.cells:
                self.add_block(inner, BlockKind.CELL, line.start, line.end)
        self.close_down_to(kind)


def nest(text: str, lines: Sequence[Line]) -> Sequence[Section]:
    """Return the sections of a text; with the line ends between them, headings and blocks are the text."""
    builder = Nest(text)
    tables = find_tables(text, lines)
    table, index = next(tables, None), 0
    while index < len(lines):
        while table and table.first < index:
            table = next(tables, None)
        if table and table.first == index and builder.stack:
            builder.add_table(table)
            index = table.after
        else:
            builder.add_line(lines[index])
            index += 1
    split_closing(builder)
    return builder.tree.finish()


def split_closing(builder: Nest) -> None:
    """Move what follows the last part out of its last item.

    Where every item before it has one paragraph, those after the first of the last item speak for the whole document:
    各区县和有关部门要认真落实本实施方案精神…
    """
    tree = builder.tree
    part = next((place for place in reversed(range(len(tree.kinds))) if tree.parents[place] == NONE), NONE)
    if part == NONE or SECTION_KINDS[tree.kinds[part]] is not SectionKind.PART:
        return
    items = range(part + 1, len(tree.kinds))
    if len(items) < 2 or any(tree.parents[item] != part for item in items):
        return
    counts = [0] * len(items)
    first = len(tree.owners)
    while first and tree.owners[first - 1] > part:
        first -= 1
        counts[tree.owners[first] - part - 1] += 1
    if counts[-1] < 2 or any(count != 1 for count in counts[:-1]):
        return
    extra = len(tree.owners) - counts[-1] + 1
    closing = builder.unlabelled(SectionKind.CLOSING, tree.block_starts[extra]).place
    for block in range(extra, len(tree.owners)):
        kind = name_block(builder.text[tree.block_starts[block] : tree.block_ends[block]])
        tree.move(block, closing, kind)
