"""The tree of a text while it is built: the sections that are open, and what is put below them."""

from collections.abc import Mapping, Sequence

from scripts.model.grid import Spans
from scripts.model.kinds import KINDS, Kind, Numbering
from scripts.model.tree import CONTINUED, NONE, Number, Tree
from scripts.model.vocabulary import BlockKind, SectionKind
from scripts.read.structure.documents import Document
from scripts.read.structure.exact_tables import PlacedTable
from scripts.read.structure.levels import Node, Spot
from scripts.read.structure.lines import Line
from scripts.read.structure.said_lines import NOTHING_SAID
from scripts.read.structure.table import Cell, Table

ROW, TABLE = KINDS[SectionKind.ROW], KINDS[SectionKind.TABLE]


class Building:
    """Builds the tree of one document, of a whole text or of what stands in one of its sections."""

    def __init__(self, text: str, tree: Tree | None = None, around: int = NONE) -> None:
        self.text = text
        self.tree = tree or Tree(text)
        self.around = around
        """The section that holds the document; NONE where none does."""
        self.document = Node(KINDS[SectionKind.PREAMBLE], around)
        self.stack: list[Node] = []
        self.tables = 0
        self.cell_starts: Sequence[int] = ()
        """Where lines begin that go on with a table's row."""
        self.known_tables: Mapping[int, PlacedTable] = {}
        """Tables that need not be told by their words, by where they begin."""
        self.said = NOTHING_SAID

    def depth_of(self, kind: Kind) -> int:
        """Return how many sections stay open when those of this kind's level and of greater ones are closed."""
        depth = len(self.stack)
        while depth and self.stack[depth - 1].kind.level >= kind.level:
            depth -= 1
        return depth

    def close(self, depth: int) -> None:
        """Close all open sections but so many."""
        for node in self.stack[depth:]:
            node.latest, node.repeats = {}, {}  # nothing is put below it any more
        del self.stack[depth:]

    def push(self, spot: Spot, number: Number, start: int, heading_end: int) -> Node:
        """Close what cannot hold this section, give it a number where none is printed, and open it."""
        self.close(spot.depth)
        kind, parent = spot.kind, self.stack[-1] if self.stack else self.document
        number = number._replace(value=number.value or parent.next_number(kind))
        if kind.numbering in (Numbering.PARENT, Numbering.DOCUMENT):  # what runs on is counted when all is there
            repeats = (parent if kind.numbering is Numbering.PARENT else self.document).repeats
            key = kind.sign, number.value, number.insert
            repeats[key] = repeats.get(key, 0) + 1
            number = number._replace(repeat=repeats[key])
        place = self.tree.add_section(kind.name, parent.place, number, start, heading_end)
        if kind.numbering not in CONTINUED:
            self.tree.scopes[place] = self.around
        node = Node(kind, place, number.value, number.insert)
        parent.latest[kind.name] = node
        self.stack.append(node)
        return node

    def open_section(self, spot: Spot, line: Line) -> Node:
        """Open a section with this line as its heading; what follows the heading on the line is its first block."""
        node = self.push(spot, Number(line.number, 1, line.insert), line.start, line.heading_end)
        node.style, node.is_heading_only = line.style, line.is_heading_only
        node.rank = KINDS[line.kind].level if line.kind else 0
        label_end = line.start + len(line.label)
        title = self.text.find(line.title, label_end)
        self.tree.name((line.start, label_end), (title, title + len(line.title)))
        if line.body_start < line.end:
            self.add_block(node, BlockKind.PARAGRAPH, line.body_start, line.end)
        return node

    def unlabelled(self, name: SectionKind, start: int) -> Node:
        """Add and return a section of which there is one at most, and whose sign alone is its step."""
        place = self.tree.add_section(name, self.around, Number(0), start, start)
        self.tree.scopes[place] = self.around
        return Node(KINDS[name], place)

    def add_block(self, node: Node, kind: BlockKind, start: int, end: int) -> None:
        """Add a block to a section."""
        node.has_blocks = True
        self.tree.add_block(node.place, kind, start, end)

    def add_cells(self, node: Node, kind: BlockKind, cells: Sequence[Cell]) -> None:
        """Add the cells of a row, or of a head, to its section."""
        node.has_blocks = bool(cells)
        for cell in cells:
            self.tree.add_block(node.place, kind, cell.start, cell.end, Spans(cell.rows, cell.columns))

    def add_table(self, table: Table) -> None:
        """Add a table with its rows and cells; what follows it stands beside it."""
        self.tables += 1
        first = (*table.header, *table.rows[0].cells)[0].start
        start, heading_end = table.caption or (first, first)
        if not self.stack and self.around == NONE:
            self.stack = [self.unlabelled(SectionKind.PREAMBLE, start)]
        node = self.push(Spot(self.depth_of(TABLE), TABLE), Number(self.tables), start, heading_end)
        self.tree.name((start, start), (start, heading_end))
        self.add_cells(node, BlockKind.HEADER_CELL, table.header)
        for row in table.rows:
            first = row.cells[0].start
            inner = self.push(Spot(self.depth_of(ROW), ROW), Number(row.number), first, first)
            self.tree.name(row.label, row.name)
            self.add_cells(inner, BlockKind.CELL, row.cells)
        self.close(self.depth_of(TABLE))


def add_annex(tree: Tree, document: Document, lines: Sequence[Line]) -> int:
    """Add an annex, whose heading are the lines before its body, and return its place."""
    start, end = lines[document.first].start, lines[document.body - 1].end
    place = tree.add_section(SectionKind.ANNEX, NONE, Number(document.number), start, end)
    label_end = start + len(document.label)
    tree.name((start, label_end), (end - len(tree.text[label_end:end].lstrip()), end))
    return place
