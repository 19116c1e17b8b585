"""What stands in a body, a cell, a note or a text box → its paragraphs and tables, with their automatic numbers.

1. A paragraph whose end is deleted or hidden goes on with the next. One that is hidden counts: Word itself hides
   empty ones so that what follows is numbered right.
2. After it come the text boxes that hang on it, then the notes to which it refers, or to which its table does.
3. A table with a single cell in every row is a box, and yields its paragraphs.
4. Lists are counted by themselves in every text box, and in the notes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from scripts.model.vocabulary import Leaving
from scripts.read.extract.blocks import Block, Cell, Paragraph, Table
from scripts.read.extract.docx.content import Content, ContentReader
from scripts.read.extract.docx.counting import Counting, Label, join_label
from scripts.read.extract.docx.fields import Fields
from scripts.read.extract.docx.names import Element, attribute, child, name_of, named, value
from scripts.read.extract.docx.reading import Note, Reading
from scripts.read.extract.docx.runs import PART_DOUBT, walk
from scripts.read.extract.docx.tables import read_rows
from scripts.read.extract.docx.wrappers import through

BLOCKS = frozenset({"w:p", "w:tbl", "w:altChunk"})
BETWEEN_CELLS, BETWEEN_LINES, BETWEEN_DOUBTS = "\u3000", " ", "; "
DEEPEST = 20
"""So many tables and text boxes stand in one another at most; what is deeper is left out and counted."""


@dataclass(slots=True)
class Story:
    """Reads what stands in one element."""

    reading: Reading
    counting: Counting
    fields: Fields
    depth: int = 0
    begun: Content | None = None
    """What stands in the paragraphs whose end has not come."""
    label: Label | None = None
    """The label of the first of them, where its end is hidden."""
    numbered: tuple[str, int] | None = None
    """The list and the level of the last of them."""
    doubts: list[str] = field(default_factory=list)
    """Those of the cells of the table that is read."""

    def blocks(self, element: Element) -> Iterator[Block]:
        """Yield the blocks in an element."""
        for inner in through(element, BLOCKS, self.reading.left_out):
            name = name_of(inner)
            if name == "w:p":
                yield from self.paragraph(inner)
                continue
            yield from self.end_last()
            if name == "w:tbl":
                yield from self.table(inner)
            else:
                yield from self.chunk(attribute(inner, "r:id") or "")
        yield from self.end_last()

    def paragraph(self, element: Element) -> Iterator[Block]:
        """Yield a paragraph, with those before it that go on with it; nothing where it goes on itself."""
        properties = named(child(element, "w:pPr"))
        style = self.reading.styles.paragraph_style(value(properties.get("w:pStyle")))
        reader = ContentReader(self.reading, self.fields, style)
        walk(reader, element)
        if self.begun is None:
            self.begun = reader.content
        else:
            self.begun.join(reader.content)
        self.numbered = self.reading.place_in_list(properties.get("w:numPr"), style)
        mark = properties.get("w:rPr")
        if is_deleted(mark) or is_initial(properties.get("w:framePr")):
            return
        if self.reading.styles.is_hidden(mark, style):
            label = self.count(self.numbered)
            if self.label is None and any(reader.content.texts):
                self.label = label
            self.numbered = None
            return
        yield from self.end_paragraph()

    def count(self, numbered: tuple[str, int] | None) -> Label:
        """Return the label of a paragraph, counted."""
        label = self.counting.label(*numbered) if numbered else Label()
        self.reading.leave(Leaving.NUMBER, label.is_unknown)
        return label

    def end_last(self) -> Iterator[Block]:
        """Yield what stands in paragraphs that have nothing to go on with; without words they are gone."""
        if self.begun is not None and not any(self.begun.texts):
            self.numbered = None
        yield from self.end_paragraph()

    def end_paragraph(self) -> Iterator[Block]:
        """Yield what stands in the paragraphs that have begun, and what hangs on them."""
        content, label, numbered = self.begun, self.label, self.numbered
        self.begun = self.label = self.numbered = None
        if content is None:
            return
        label = label or self.count(numbered)
        first, *others = content.texts
        doubts = dict.fromkeys([label.doubt] * label.is_unknown + content.doubts)
        yield Paragraph(join_label(label, first), doubt=BETWEEN_DOUBTS.join(doubts))
        yield from map(Paragraph, (*others, *content.words))
        for box in content.boxes:
            yield from self.inner(box, Counting(self.reading.lists))
        if not self.depth:
            yield from self.notes()

    def table(self, element: Element) -> Iterator[Block]:
        """Yield a table, or the paragraphs of one that is but a box."""
        outer, self.doubts = self.doubts, []
        rows = read_rows(element, self.cell, self.reading.left_out)
        doubt = BETWEEN_DOUBTS.join(dict.fromkeys(self.doubts))
        self.doubts = outer
        if is_box(rows):
            yield Paragraph("", doubt=doubt)
            yield from (Paragraph(text) for row in rows for cell in row for text in cell.paragraphs)
        else:
            yield Table(rows, doubt=doubt)
        if not self.depth:
            yield from self.notes()

    def cell(self, element: Element) -> tuple[str, ...]:
        """Return the paragraphs of a cell; of a table inside of it every row is one."""
        if self.depth >= DEEPEST:
            self.reading.leave(Leaving.HIDDEN)
            return ()
        story = Story(self.reading, self.counting, self.fields, self.depth + 1)
        blocks = list(story.blocks(element))
        self.doubts += [block.doubt for block in blocks if block.doubt]
        return tuple(text for block in blocks for text in flat(block) if text.strip())

    def chunk(self, name: str) -> Iterator[Block]:
        """Yield what a file in the file says; a doubt where that cannot be read."""
        chunk = self.reading.chunks.pop(name, None)
        if chunk is None:
            self.reading.leave(Leaving.EMBEDDED)
            yield Paragraph("", doubt=PART_DOUBT)
            return
        yield from chunk.blocks
        self.reading.left_out.update(chunk.left_out)

    def inner(self, element: Element, counting: Counting) -> Iterator[Block]:
        """Yield what stands in a text box or in a note, with the lists counted so far."""
        if self.depth >= DEEPEST:
            self.reading.leave(Leaving.HIDDEN)
            return
        yield from Story(self.reading, counting, Fields(self.reading.loose), self.depth + 1).blocks(element)

    def notes(self) -> Iterator[Block]:
        """Yield the notes to which the last block refers, and those to which they do."""
        while notes := self.reading.take_notes():
            for note in notes:
                yield from self.note(note)

    def note(self, note: Note) -> Iterator[Block]:
        """Yield a note, its mark before its first words."""
        mark = note.mark
        for block in self.inner(note.content, self.reading.in_notes):
            if isinstance(block, Paragraph) and mark and block.text.strip():
                yield block._replace(text=mark + block.text.lstrip())
                mark = ""
            else:
                yield block


def is_box(rows: tuple[tuple[Cell, ...], ...]) -> bool:
    """Whether a table is but a frame around paragraphs, or around nothing."""
    is_column = all(len(row) <= 1 and all(cell.rows == 1 for cell in row) for row in rows)
    return is_column or not any(cell.paragraphs for row in rows for cell in row)


def is_deleted(mark: Element | None) -> bool:
    """Whether a tracked change takes out the end of a paragraph."""
    return child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None


def is_initial(frame: Element | None) -> bool:
    """Whether a paragraph in this frame is the large initial of the next."""
    return frame is not None and (attribute(frame, "w:dropCap") or "none") != "none"


def flat(block: Block) -> Iterable[str]:
    """Return a block as paragraphs: of a table every row is one."""
    if isinstance(block, Paragraph):
        return (block.text,)
    return (BETWEEN_CELLS.join(BETWEEN_LINES.join(cell.paragraphs) for cell in row) for row in block.rows)
