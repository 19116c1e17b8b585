"""Named lines → the tree of sections, with anchors.

A stack holds the sections that are open. A label opens a section where `levels.py` says; a line without a label is a
block of the innermost open section. What a number means depends on what it continues: after 专栏1 with its own 1–4, a
bare `3.` continues the list outside the box; where a number would continue both, the line goes with the list whose
lines look like it (headings alone, or sentences).

What looks like a label and opens no section is a block too, and listed as odd.
"""

from array import array
from collections.abc import Sequence

from scripts.model.kinds import KINDS, Kind
from scripts.model.tree import NONE, Number, Tree
from scripts.model.vocabulary import BlockKind, SectionKind
from scripts.read.structure.ahead import Ahead, contents_end
from scripts.read.structure.building import Building, add_annex
from scripts.read.structure.closing import split_closing
from scripts.read.structure.decimals import find_decimals
from scripts.read.structure.documents import below_cells, find_documents
from scripts.read.structure.exact_tables import PlacedTable
from scripts.read.structure.foot import name_feet
from scripts.read.structure.head import name_block
from scripts.read.structure.headings import (
    DECIMAL_STYLE,
    decimal_line,
    decimal_spot,
    ends_with_line,
    in_article,
    speaks_of_article,
    with_next,
)
from scripts.read.structure.levels import Node, Spot, find_spot
from scripts.read.structure.lines import Line, span_of
from scripts.read.structure.nested import Nested
from scripts.read.structure.odd import looks_labelled
from scripts.read.structure.printed import SomeLines, settled_of
from scripts.read.structure.said_lines import NOTHING_SAID, SaidLines
from scripts.read.structure.scopes import settle_running
from scripts.read.structure.sentences import settle_sentences
from scripts.read.structure.tables import find_between

ARTICLE, BOX, BOX_ITEM, DASH, PART, PREAMBLE, SUBITEM = (
    KINDS[name]
    for name in (
        SectionKind.ARTICLE,
        SectionKind.BOX,
        SectionKind.BOX_ITEM,
        SectionKind.DASH,
        SectionKind.PART,
        SectionKind.PREAMBLE,
        SectionKind.SUBITEM,
    )
)
Span = tuple[int, int]
MOST_LOST = 2
"""So many articles in a row may be lost before a number that is none by itself."""


class Nest(Building):
    """Builds the tree of one document, line by line."""

    def __init__(self, text: str, lines: Sequence[Line], tree: Tree | None = None, around: int = NONE) -> None:
        super().__init__(text, tree, around)
        self.lines = lines
        self.document.is_heading_only = around != NONE
        self.ahead = Ahead(lines)
        self.decimals = find_decimals(text, *span_of(lines), settled_of(lines))
        self.latest: dict[SectionKind, tuple[int, int]] = {}
        """Of divisions and articles, the number of the last."""
        self.has_begun = False
        """Whether the preamble is over."""
        self.preamble: Node | None = None
        self.contents_end = 0
        """Up to where headings are those of a table of contents."""
        self.odd = array("i")
        self.known: dict[int, BlockKind] = {}
        """What the lines that begin here are, where the document as a whole shows it: titles, a list of annexes."""

    def add_line(self, index: int) -> int:
        """Put a line where it belongs, and return the index of the next: its heading may have two lines."""
        line = self.lines[index]
        if line.start in self.known:
            self.add_paragraph(line)
            return index + 1
        if line.start in self.decimals:
            line = decimal_line(self.text, line, self.decimals[line.start])
        elif line.kind is None:
            self.add_paragraph(line)
            return index + 1
        spot = self.find_spot(line, index)
        if spot is None:
            self.add_paragraph(line)
            return index + 1
        following = self.lines[index + 1] if index + 1 < len(self.lines) else None
        if following and following.start in self.decimals:
            following = None
        whole = with_next(self.text, line, following)
        self.add_section(spot, whole)
        return index + (1 if whole.end == line.end else 2)

    def find_spot(self, line: Line, index: int) -> Spot | None:
        """Return where a labelled line belongs; None where it is no heading."""
        kind = KINDS[line.kind] if line.kind else PREAMBLE
        if not self.is_meant(line, kind) or not (self.has_begun or self.begins(line, kind, index)):
            return None
        stack = self.stack if self.has_begun else []
        path = self.decimals[line.start].path if line.start in self.decimals else ()
        if len(path) > 1:
            return decimal_spot(stack, path)
        if kind is SUBITEM and self.continues_box(line):
            return Spot(self.depth_of(BOX_ITEM), BOX_ITEM)
        return find_spot(stack, line, kind, self.ahead, index)

    def is_meant(self, line: Line, kind: Kind) -> bool:
        """Whether a label of divisions or articles is one by itself, or else continues those before it."""
        if line.is_sure or kind.is_listed:
            return True
        number, insert = self.latest.get(kind.name, (0, 0))
        is_first = line.number == 1 and bool(kind.begins_anew)
        is_inserted = (line.number, line.insert) == (number, insert + 1)
        return is_first or is_inserted or (0 < line.number - number <= MOST_LOST + 1 and not line.insert)

    def begins(self, line: Line, kind: Kind, index: int) -> bool:
        """Whether the preamble ends here, where the line finds a place."""
        if line.start < self.contents_end:
            return False
        if not kind.begins_text or line.style == DECIMAL_STYLE:
            is_list = kind.is_listed and line.number == 1 and not self.ahead.has_beginning
            if not is_list or (line.style != DECIMAL_STYLE and self.ahead.next_number(line.style, index) != 2):
                return False
        else:
            self.contents_end = contents_end(self.text, self.lines, index)
        return not self.contents_end

    def continues_box(self, line: Line) -> bool:
        """Whether a number belongs to the open box and not to the list around it."""
        depth = next((i for i, node in enumerate(self.stack) if node.kind is BOX), None)
        if depth is None:
            return False
        inner = self.stack[depth]
        outer = next((node for node in reversed(self.stack[:depth]) if node.rank < SUBITEM.level), self.document)
        fits_box = line.number == inner.next_number(BOX_ITEM)
        fits_outer = line.number == outer.next_number(SUBITEM)
        own, other = inner.latest.get(BOX_ITEM.name), outer.latest.get(SUBITEM.name)
        if fits_box and fits_outer and own and other and own.is_heading_only != other.is_heading_only:
            return line.is_heading_only == own.is_heading_only
        return fits_box or not fits_outer

    def add_section(self, spot: Spot, line: Line) -> None:
        """Open a section, whose heading depends on what is around it; the first closes the preamble."""
        if not self.has_begun:
            self.close(0)
            self.has_begun = True
        is_within = any(node.kind is ARTICLE for node in self.stack[: spot.depth])
        if is_within and spot.kind.is_listed:
            line = in_article(self.text, line)
        path = self.decimals[line.start].path if line.start in self.decimals else ()
        if len(path) > 1 and not spot.depth:  # 5.1 without a 5 before it: that has an address, and no heading
            self.push(Spot(0, PART), Number(path[0]), line.start, line.start).path = path[:1]
            spot = Spot(1, spot.kind)
        node = self.open_section(spot, line)
        node.path = path
        node.ends = is_within and spot.kind.is_listed and ends_with_line(self.text, line)
        if not spot.kind.is_listed:
            self.latest[spot.kind.name] = line.number, line.insert

    def add_paragraph(self, line: Line) -> None:
        """Add a line without a label to the section to which it belongs."""
        is_sure = line.kind and line.is_sure and line.kind is not DASH.name
        if line.start not in self.known and (is_sure or looks_labelled(self.text, line.start, line.end)):
            self.odd.append(line.start)
        if not self.stack and self.around == NONE:
            self.preamble = self.preamble or self.unlabelled(SectionKind.PREAMBLE, line.start)
            self.stack = [self.preamble]  # again, where nothing followed what seemed to begin the text
        while self.stack and self.is_over(line):
            self.stack.pop()
        node = self.stack[-1] if self.stack else self.document
        kind = self.known.get(line.start) or self.name_head(node, line)
        self.add_block(node, kind, line.start, line.end)
        if kind is BlockKind.PARAGRAPH and node is self.document:
            node.is_heading_only = False  # the head of an annex ends with its first paragraph

    def name_head(self, node: Node, line: Line) -> BlockKind:
        """Return what a line is that this section or document holds: only in the head of a document it may be told."""
        is_head = node.kind is PREAMBLE and (node is not self.document or (node.is_heading_only and not line.kind))
        return name_block(self.text[line.start : line.end]) if is_head else BlockKind.PARAGRAPH

    def add_closing(self, lines: Sequence[Line], place: int) -> None:
        """Add the lines that close a document, who signs, when, to whom it goes, to its closing, if that has begun."""
        node = Node(KINDS[SectionKind.CLOSING], place)
        kinds = name_feet([self.text[line.start : line.end].strip() for line in lines])
        for line, kind in zip(lines, kinds, strict=True):
            if node.place == NONE:
                node = self.unlabelled(SectionKind.CLOSING, line.start)
            self.add_block(node, kind, line.start, line.end)

    def is_over(self, line: Line) -> bool:
        """Whether a line without a label belongs to what is around the innermost open section."""
        node = self.stack[-1]
        if node.kind.ends_with_first_block and node.has_blocks and not node.is_heading_only:
            return True
        is_within = any(other.kind is ARTICLE for other in self.stack[:-1])
        return is_within and node.has_blocks and (node.ends or speaks_of_article(self.text, line))


def nest(
    text: str,
    lines: Sequence[Line],
    cell_starts: Sequence[int] = (),
    tables: Sequence[PlacedTable] = (),
    said: SaidLines = NOTHING_SAID,
) -> Nested:
    """Return the sections of a text; with the line ends between them, headings and blocks are the text.

    At `cell_starts` lines begin that are another cell of the row of the line before them; `tables` are those that are
    known, `said` is what the editors say of lines.
    """
    tree, odd, known_tables = Tree(text), array("i"), {table.start: table for table in tables}
    for document in find_documents(text, lines):
        around = add_annex(tree, document, lines) if document.number else NONE
        own = said.of(lines, document)
        closing = own.closing(lines, document, below_cells(lines, document, cell_starts))
        builder = Nest(text, SomeLines(lines, document.body, closing), tree, around)
        builder.cell_starts, builder.known_tables, builder.said = cell_starts, known_tables, own
        builder.known = {lines[index].start: kind for index, kind in document.known.items()}
        builder.known |= dict.fromkeys(own.texts, BlockKind.PARAGRAPH)
        nest_document(builder, SomeLines(lines, closing, document.after))
        odd.extend(builder.odd)
    return Nested(tree.finish(), odd, tree)


def nest_document(builder: Nest, closing: Sequence[Line]) -> None:
    """Put all lines of a document into its tree, at the end those that close it."""
    first, lines, said = len(builder.tree.kinds), builder.lines, builder.said
    tables = find_between(builder.text, lines, said.texts, builder.cell_starts, builder.known_tables)
    table, index = next(tables, None), 0
    while index < len(lines):
        while table and table.first < index:
            table = next(tables, None)
        if table and table.first == index:
            builder.add_table(table)
            index = table.after
        else:
            index = builder.add_line(index)
    is_said = bool(closing) and closing[0].start in said.closings
    builder.add_closing(closing, NONE if is_said else split_closing(builder.tree, builder.around, first, said))
    settle_sentences(builder.tree, first)
    settle_running(builder.tree, first, builder.around)
