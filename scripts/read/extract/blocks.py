"""What a reader of a kind of file yields: paragraphs and tables, and what it left out or is unsure of."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from scripts.model.vocabulary import Leaving


class Place(Enum):
    """Where in a file a paragraph stands."""

    DOCUMENT = auto()
    MARGIN = auto()  # a page's number, a running head or foot
    AROUND = auto()  # in the web page, and not in its document


class Paragraph(NamedTuple):
    """A paragraph, or a line of what stands around the document."""

    text: str
    """With its automatic number, as the program that made the file shows it; without line ends and tabs."""
    place: Place = Place.DOCUMENT
    goes_on: bool = False
    """Whether it goes on with the last paragraph of the document, over the margins between them."""
    doubt: str = ""
    """What the editor must look at here: a clause that says what is unsure and what to do."""


class Cell(NamedTuple):
    """A cell of a table, at the row and column at which it begins."""

    paragraphs: tuple[str, ...]
    rows: int = 1
    columns: int = 1
    """So many it spans, itself included."""


class Table(NamedTuple):
    """A table of at least two columns; what has but one is paragraphs."""

    rows: tuple[tuple[Cell, ...], ...]
    """Of each row the cells that begin in it, from left to right."""
    place: Place = Place.DOCUMENT
    doubt: str = ""


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a reader made of a file."""

    blocks: Iterable[Block]
    """Made while they are asked for; what they leave out is counted meanwhile."""
    program: str
    """What read it, with its version: `docx 1`, `pdf 1, pdfium 7.1`."""
    left_out: Counter[Leaving] = field(default_factory=Counter)
    """How many of what the file holds besides are not in the blocks."""
    address: str = ""
    """Where on the web the file says that it comes from; nothing where it does not say."""
