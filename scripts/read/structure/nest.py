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
from scripts.model.tree import NONE, Tree
from scripts.model.vocabulary import BlockKind, SectionKind
from scripts.read.structure.closing import split_closing
from scripts.read.structure.documents import Document, find_documents
from scripts.read.structure.foot import name_feet
from scripts.read.structure.head import name_block
from scripts.read.structure.lines import Line
from scripts.read.structure.printed import LineRange
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

    def add_paragraph(self, line: Line, known: BlockKind | None = None) -> None:
        """Add a line without a label to the section to which it belongs; a block of the head is named by its words."""
        if not self.stack:
            self.stack = [self.unlabelled(SectionKind.PREAMBLE, line.start)]
        node = self.stack[-1]
        while node.kind.ends_with_first_block and node.has_blocks and not node.is_heading_only:
            self.stack.pop()
            node = self.stack[-1]
        is_head = node.kind.name is SectionKind.PREAMBLE or (node is self.document and node.is_heading_only)
        start, end = line.start, line.end
        kind = known or (name_block(self.text[start:end]) if is_head else BlockKind.PARAGRAPH)
        self.add_block(node, kind, start, end)
        if node is self.document and kind is BlockKind.PARAGRAPH:
            node.is_heading_only = False  # the head of an annex ends with its first paragraph

    def unlabelled(self, name: SectionKind, start: int) -> Node:
        """Add and return a section of which its document has one at most, and whose sign alone is its anchor."""
        return Node(KINDS[name], self.tree.add_section(name, self.document.place, (0, 1), start, start))

    def begin_annex(self, document: Document, heading: Sequence[Line]) -> None:
        """Open an annex, a document of its own, with these lines as its heading."""
        kind, start, end = KINDS[SectionKind.ANNEX], heading[0].start, heading[-1].end
        self.stack, self.tables, self.has_begun = [], 0, True
        place = self.tree.add_section(kind.name, NONE, (document.number, 1), start, end)
        self.document = Node(kind, place, is_heading_only=True)
        label_end = start + len(document.label)
        title = label_end + len(self.text[label_end:end]) - len(self.text[label_end:end].lstrip())
        self.tree.name((start, label_end), (title, end))
        self.stack.append(self.document)

    def add_closing(self, lines: Sequence[Line], place: int) -> None:
        """Add the lines that close a document, who signs, when, to whom it goes, to its closing, if that has begun."""
        self.stack = []
        node = Node(KINDS[SectionKind.CLOSING], place)
        kinds = name_feet([self.text[line.start : line.end].strip() for line in lines])
        for line, kind in zip(lines, kinds, strict=True):
            if node.place == NONE:
                node = self.unlabelled(SectionKind.CLOSING, line.start)
            self.add_block(node, kind, line.start, line.end)

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
    for document in find_documents(text, lines):
        heading = LineRange(lines, document.first, document.body)
        if document.number:
            builder.begin_annex(document, heading)
        first_section = len(builder.tree.kinds)
        add_lines(builder, LineRange(lines, document.body, document.closing), document)
        closing = split_closing(builder.tree, builder.document.place, first_section)
        builder.add_closing(LineRange(lines, document.closing, document.after), closing)
    return builder.tree.finish()


def add_lines(builder: Nest, lines: Sequence[Line], document: Document) -> None:
    """Put the lines of a document where they belong, and its tables."""
    tables = find_tables(builder.text, lines)
    table, index = next(tables, None), 0
    while index < len(lines):
        while table and table.first < index:
            table = next(tables, None)
        if table and table.first == index and builder.stack:
            builder.add_table(table)
            index = table.after
        else:
            place, line = document.body + index, lines[index]
            if place in document.titles:
                builder.add_paragraph(line, BlockKind.TITLE)
            else:
                builder.add_line(line._replace(kind=None) if place in document.plain else line)
            index += 1
