"""Named lines → the tree of sections, with anchors.

A stack holds the sections that are open. A label opens a section below the innermost open one that can hold it; a line
without a label is a block of the innermost open section. What a number means depends on what it continues: after 专栏1
with its own 1–4, a bare `3.` continues the list outside the box; where a number would continue both, the line goes with
the list whose lines look like it (headings alone, or sentences).
"""

from collections import Counter
from dataclasses import dataclass, field

from scripts.model.anchors import before_block, make_repeat, make_step
from scripts.model.kinds import KINDS, Kind, Numbering, is_below
from scripts.model.policy import Block, Section
from scripts.model.vocabulary import BlockKind, SectionKind
from scripts.read.structure.head import name_block
from scripts.read.structure.lines import Line
from scripts.read.structure.tables import Table, find_tables

BOX, BOX_ITEM, SUBITEM = (KINDS[name] for name in (SectionKind.BOX, SectionKind.BOX_ITEM, SectionKind.SUBITEM))


@dataclass(slots=True)
class Siblings:
    """The sections of one parent, or of the document, in their order."""

    nodes: list["Node"] = field(default_factory=list)
    latest: dict[SectionKind, "Node"] = field(default_factory=dict)
    """The last of each kind."""

    def add(self, node: "Node") -> None:
        """Add the section that follows."""
        self.nodes.append(node)
        self.latest[node.kind.name] = node

    def next_number(self, kind: Kind) -> int:
        """Return the number that would continue those of this kind."""
        last = self.latest.get(kind.name)
        return last.number + 1 if last else 1


@dataclass(slots=True)
class Node:
    """A section while it is open."""

    kind: Kind
    anchor: str
    block_anchor: str
    """The same for its blocks, up to their numbers."""
    label: str
    title: str
    start: int
    heading_end: int
    end: int
    number: int = 0
    is_heading_only: bool = False
    blocks: list[Block] = field(default_factory=list)
    children: Siblings = field(default_factory=Siblings)

    def section(self) -> Section:
        """Return the finished section."""
        return Section(
            self.anchor, self.kind.name, self.label, self.title, self.start, self.heading_end, self.end,
            tuple(self.blocks), tuple(child.section() for child in self.children.nodes),
        )  # fmt: skip


class Nest:
    """Builds the tree of one text, line by line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.roots = Siblings()
        self.stack: list[Node] = []
        self.repeats: Counter[str] = Counter()
        """How often each anchor has been given, before repeats were told apart."""
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
        inner = self.stack[depth].children
        outer = next(node for node in reversed(self.stack[:depth]) if node.kind.level < SUBITEM.level).children
        fits_box = line.number == inner.next_number(BOX_ITEM)
        fits_outer = line.number == outer.next_number(SUBITEM)
        own, other = inner.latest.get(BOX_ITEM.name), outer.latest.get(SUBITEM.name)
        if fits_box and fits_outer and own and other and own.is_heading_only != other.is_heading_only:
            return line.is_heading_only == own.is_heading_only
        return fits_box or not fits_outer

    def open_section(self, kind: Kind, line: Line) -> None:
        """Open a section with this line as its heading; what follows the heading on the line is its first block."""
        node = self.push(Node(
            kind, "", "", line.label, line.title, line.start, line.heading_end, line.end,
            line.number, line.is_heading_only,
        ))  # fmt: skip
        if line.body_start < line.end:
            self.add_block(node, BlockKind.PARAGRAPH, line.body_start, line.end)

    def push(self, node: Node) -> Node:
        """Close what cannot hold this section, give it its anchor, and a number where none is printed, and open it."""
        self.close_down_to(node.kind)
        parent = self.stack[-1] if self.stack else None
        siblings = parent.children if parent else self.roots
        node.number = node.number or siblings.next_number(node.kind)
        prefix = "" if parent is None or node.kind.numbering is Numbering.DOCUMENT else f"{parent.anchor}-"
        node.anchor = self.unique(prefix + make_step(node.kind.sign, node.number))
        node.block_anchor = before_block(node.anchor)
        siblings.add(node)
        self.stack.append(node)
        return node

    def close_down_to(self, kind: Kind) -> None:
        """Close what is open of this kind's level and of greater ones."""
        while self.stack and self.stack[-1].kind.level >= kind.level:
            self.stack.pop()

    def unique(self, anchor: str) -> str:
        """Return the anchor, told apart from an equal one that came before."""
        self.repeats[anchor] = count = self.repeats[anchor] + 1
        return anchor + make_repeat(count)

    def add_paragraph(self, line: Line) -> None:
        """Add a line without a label to the section to which it belongs."""
        if not self.stack:
            self.stack = [self.unlabelled(SectionKind.PREAMBLE, line.start)]
            self.roots.add(self.stack[0])
        node = self.stack[-1]
        while node.kind.ends_with_first_block and node.blocks and not node.is_heading_only:
            self.stack.pop()
            node = self.stack[-1]
        is_head = node.kind.name is SectionKind.PREAMBLE
        start, end = line.start, line.end
        self.add_block(node, name_block(self.text[start:end]) if is_head else BlockKind.PARAGRAPH, start, end)

    def unlabelled(self, name: SectionKind, start: int) -> Node:
        """Return a section of which there is one at most, and whose sign alone is its anchor."""
        kind = KINDS[name]
        block_anchor = before_block(kind.sign if kind.has_own_blocks else "")
        return Node(kind, kind.sign, block_anchor, "", "", start, start, start)

    def add_block(self, node: Node, kind: BlockKind, start: int, end: int, row_span: int = 1) -> None:
        """Add a block to a section."""
        blocks = node.blocks
        blocks.append(Block(f"{node.block_anchor}{len(blocks) + 1}", kind, start, end, row_span))

    def add_table(self, table: Table) -> None:
        """Add a table with its rows and cells; what follows it stands beside it."""
        self.tables += 1
        caption, start = table.caption, table.header[0].start
        title = self.text[caption.start : caption.end] if caption else ""
        start, heading_end = (caption.start, caption.end) if caption else (start, start)
        kind = KINDS[SectionKind.TABLE]
        node = self.push(Node(kind, "", "", "", title, start, heading_end, start, self.tables))
        for header in table.header:
            self.add_block(node, BlockKind.HEADER_CELL, header.start, header.end)
        for row in table.rows:
            first = (row.spanning or row.cells)[0].start
            inner = self.push(Node(
                KINDS[SectionKind.ROW], "", "", row.label, row.name, first, first, first, row.number
            ))  # fmt: skip
            for line in row.spanning:
                self.add_block(inner, BlockKind.CELL, line.start, line.end, row.span)
            for line in row.cells:
                self.add_block(inner, BlockKind.CELL, line.start, line.end)
        self.close_down_to(kind)


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
    for root in builder.roots.nodes:
        close(root)
    return tuple(root.section() for root in builder.roots.nodes)


def split_closing(builder: Nest) -> None:
    """Move what follows the last part out of its last item.

    Where every item before it has one paragraph, those after the first of the last item speak for the whole document:
    各区县和有关部门要认真落实本实施方案精神…
    """
    part = builder.roots.latest.get(SectionKind.PART)
    if not part or part is not builder.roots.nodes[-1] or len(part.children.nodes) < 2:
        return
    *others, last = part.children.nodes
    if last.children.nodes or len(last.blocks) < 2:
        return
    if any(len(other.blocks) != 1 or other.children.nodes for other in others):
        return
    extra = last.blocks[1:]
    del last.blocks[1:]
    closing = builder.unlabelled(SectionKind.CLOSING, extra[0].start)
    for block in extra:
        builder.add_block(closing, name_block(builder.text[block.start : block.end]), block.start, block.end)
    builder.roots.add(closing)


def close(node: Node) -> int:
    """Set where each section ends, and return it."""
    ends = [close(child) for child in node.children.nodes] + [block.end for block in node.blocks]
    node.end = max(ends, default=node.heading_end)
    return node.end
