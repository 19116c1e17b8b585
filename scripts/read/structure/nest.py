"""Named lines → the tree of sections, with anchors.

A stack holds the sections that are open. A label opens a section below the innermost open one that can hold it; a line
without a label is a block of the innermost open section. What a number means depends on what it continues: after 专栏1
with its own 1–4, a bare `3.` continues the list outside the box; where a number would continue both, the line goes with
the list whose lines look like it (headings alone, or sentences).
"""

from collections import Counter
from dataclasses import dataclass, field, replace

from scripts.model.anchors import Anchor, Step, make
from scripts.model.policy import Block, Section
from scripts.model.vocabulary import BlockKind, SectionKind
from scripts.read.structure.head import name_block
from scripts.read.structure.lines import Line
from scripts.read.structure.tables import Table, find_tables

LEVELS = {
    SectionKind.PREAMBLE: 1,
    SectionKind.PART: 1,
    SectionKind.CLOSING: 1,
    SectionKind.ITEM: 2,
    SectionKind.SUBITEM: 3,
    SectionKind.DASH: 4,
    SectionKind.BOX: 4,
    SectionKind.TABLE: 4,
    SectionKind.BOX_ITEM: 5,
    SectionKind.ROW: 5,
}
SIGNS = {
    SectionKind.PART: "s",
    SectionKind.DASH: "d",
    SectionKind.BOX: "box",
    SectionKind.TABLE: "t",
    SectionKind.ROW: "r",
}
DOCUMENT_WIDE = (SectionKind.PART, SectionKind.BOX, SectionKind.TABLE)
"""Kinds that are numbered through the document; the anchors of the others continue their parent's."""


@dataclass(slots=True)
class Node:
    """A section while it is open."""

    kind: SectionKind
    anchor: Anchor
    label: str
    title: str
    start: int
    heading_end: int
    end: int
    number: int = 0
    is_heading_only: bool = False
    blocks: list[Block] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)

    def last(self, kind: SectionKind) -> "Node | None":
        """Return the last child of this kind."""
        return next((child for child in reversed(self.children) if child.kind is kind), None)

    def next_number(self, kind: SectionKind) -> int:
        """Return the number that would continue the children of this kind."""
        last = self.last(kind)
        return last.number + 1 if last else 1

    def section(self) -> Section:
        """Return the finished section."""
        return Section(
            make(self.anchor), self.kind, self.label, self.title, self.start, self.heading_end, self.end,
            tuple(self.blocks), tuple(child.section() for child in self.children),
        )  # fmt: skip


class Nest:
    """Builds the tree of one text, line by line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.roots: list[Node] = []
        self.stack: list[Node] = []
        self.repeats: Counter[Anchor] = Counter()
        """How often each anchor has been given, before repeats were told apart."""
        self.tables = 0

    def add_line(self, line: Line) -> None:
        """Put a line where it belongs."""
        kind = line.kind
        if kind is not SectionKind.PART and not self.has_part:
            kind = None  # before the first part there are blocks alone
        if kind is SectionKind.SUBITEM and self.continues_box(line):
            kind = SectionKind.BOX_ITEM
        if kind is None:
            self.add_paragraph(line)
        else:
            self.open_section(kind, line)

    @property
    def has_part(self) -> bool:
        """Whether the first part has begun."""
        return bool(self.roots) and self.roots[-1].kind is SectionKind.PART

    def continues_box(self, line: Line) -> bool:
        """Whether a number belongs to the open box and not to the list around it."""
        depth = next((i for i, node in enumerate(self.stack) if node.kind is SectionKind.BOX), None)
        if depth is None:
            return False
        box = self.stack[depth]
        outer = next(node for node in reversed(self.stack[:depth]) if LEVELS[node.kind] < LEVELS[SectionKind.SUBITEM])
        fits_box = line.number == box.next_number(SectionKind.BOX_ITEM)
        fits_outer = line.number == outer.next_number(SectionKind.SUBITEM)
        own, other = box.last(SectionKind.BOX_ITEM), outer.last(SectionKind.SUBITEM)
        if fits_box and fits_outer and own and other and own.is_heading_only != other.is_heading_only:
            return line.is_heading_only == own.is_heading_only
        return fits_box or not fits_outer

    def open_section(self, kind: SectionKind, line: Line) -> None:
        """Open a section with this line as its heading; what follows the heading on the line is its first block."""
        node = self.push(kind, line.number, Node(
            kind, (), line.label, line.title, line.start, line.heading_end, line.end, line.number, line.is_heading_only
        ))  # fmt: skip
        if line.body_start < line.end:
            self.add_block(node, BlockKind.PARAGRAPH, line.body_start, line.end)

    def push(self, kind: SectionKind, number: int, node: Node) -> Node:
        """Close what cannot hold this section, give it its anchor and open it."""
        while self.stack and LEVELS[self.stack[-1].kind] >= LEVELS[kind]:
            self.stack.pop()
        parent = self.stack[-1] if self.stack else None
        siblings = parent.children if parent else self.roots
        if not number:
            number = next((child.number for child in reversed(siblings) if child.kind is kind), 0) + 1
        node.number = number
        prefix = () if parent is None or kind in DOCUMENT_WIDE else parent.anchor
        node.anchor = self.unique((*prefix, Step(SIGNS.get(kind, ""), number)))
        siblings.append(node)
        self.stack.append(node)
        return node

    def unique(self, anchor: Anchor) -> Anchor:
        """Return the anchor, told apart from an equal one that came before."""
        self.repeats[anchor] += 1
        return (*anchor[:-1], replace(anchor[-1], repeat=self.repeats[anchor]))

    def add_paragraph(self, line: Line) -> None:
        """Add a line without a label to the section to which it belongs."""
        if not self.stack:
            self.roots.append(Node(SectionKind.PREAMBLE, (Step("preamble"),), "", "", line.start, line.start, line.end))
            self.stack = [self.roots[0]]
        while self.stack[-1].kind is SectionKind.DASH and self.stack[-1].blocks and not self.stack[-1].is_heading_only:
            self.stack.pop()  # a dash whose text stands on its own line is complete with it
        node = self.stack[-1]
        is_head = node.kind is SectionKind.PREAMBLE
        self.add_block(
            node, name_block(self.text[line.start : line.end]) if is_head else BlockKind.PARAGRAPH, line.start, line.end
        )

    def add_block(self, node: Node, kind: BlockKind, start: int, end: int, row_span: int = 1) -> None:
        """Add a block to a section."""
        prefix = () if node.kind is SectionKind.PREAMBLE else node.anchor
        anchor = (*prefix, Step("p", len(node.blocks) + 1))
        node.blocks.append(Block(make(anchor), kind, start, end, row_span))

    def add_table(self, table: Table) -> None:
        """Add a table with its rows and cells."""
        while self.stack and LEVELS[self.stack[-1].kind] >= LEVELS[SectionKind.TABLE]:
            self.stack.pop()
        self.tables += 1
        caption, start = table.caption, table.header[0].start
        title = self.text[caption.start : caption.end] if caption else ""
        start, heading_end = (caption.start, caption.end) if caption else (start, start)
        node = self.push(
            SectionKind.TABLE, self.tables, Node(SectionKind.TABLE, (), "", title, start, heading_end, start)
        )
        for header in table.header:
            self.add_block(node, BlockKind.HEADER_CELL, header.start, header.end)
        for row in table.rows:
            first = row.cells[0].line.start
            inner = self.push(
                SectionKind.ROW, row.number, Node(SectionKind.ROW, (), row.label, row.name, first, first, first)
            )
            for cell in row.cells:
                self.add_block(inner, BlockKind.CELL, cell.line.start, cell.line.end, cell.row_span)
        del self.stack[self.stack.index(node) :]  # what follows a table stands beside it


def nest(text: str, lines: list[Line]) -> tuple[Section, ...]:
    """Return the sections of a text; with the line ends between them, headings and blocks are the text."""
    builder = Nest(text)
    tables = {table.first: table for table in find_tables(text, lines)}
    index = 0
    while index < len(lines):
        table = tables.get(index) if builder.stack else None
        if table:
            builder.add_table(table)
            index = table.after
        else:
            builder.add_line(lines[index])
            index += 1
    split_closing(builder)
    for root in builder.roots:
        close(root)
    return tuple(root.section() for root in builder.roots)


def split_closing(builder: Nest) -> None:
    """Move what follows the last part out of its last item.

    Where every item before it has one paragraph, those after the first of the last item speak for the whole document:
    各区县和有关部门要认真落实本实施方案精神…
    """
    part = builder.roots[-1] if builder.has_part else None
    if not part or len(part.children) < 2:
        return
    *others, last = part.children
    if last.children or len(last.blocks) < 2 or any(len(other.blocks) != 1 or other.children for other in others):
        return
    extra = last.blocks[1:]
    del last.blocks[1:]
    start = extra[0].start
    closing = Node(SectionKind.CLOSING, (Step("closing"),), "", "", start, start, extra[-1].end)
    for block in extra:
        builder.add_block(closing, name_block(builder.text[block.start : block.end]), block.start, block.end)
    builder.roots.append(closing)


def close(node: Node) -> int:
    """Set where each section ends, and return it."""
    ends = [close(child) for child in node.children] + [block.end for block in node.blocks]
    node.end = max(ends, default=node.heading_end)
    return node.end
