"""The signs with which an extracted text says what plain lines cannot: cells of tables, what a page prints around them.

A text that was extracted from a file is a text as any other, for a person to read and for the edits to begin with.
Its lines are the paragraphs. These signs stand for what else the file says; no document of an office holds them.
"""

from typing import NamedTuple

CELL_END = "\t"
"""Between two cells of a table's row, each row a line; in no other line of an extracted text is one."""
ABOVE, LEFT = "⇡", "⇠"
"""The whole of a cell that is part of the one above it, or of the one to its left."""
CELL_LINE = "⏎"
"""Between two paragraphs of a cell."""


class Enclosing(NamedTuple):
    """Two signs around what is no part of the document."""

    opening: str
    closing: str


MARGIN = Enclosing("⟦", "⟧")
"""Around what a printed page repeats: its number, a running head or foot."""
AROUND = Enclosing("⟬", "⟭")
"""Around what stands in a web page beside its document, on lines of their own."""
SIGNS = ABOVE + LEFT + CELL_LINE + "".join(MARGIN) + "".join(AROUND)
