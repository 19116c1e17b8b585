"""A table that goes on from page to page → its rows on each page, apart from its head where that is repeated."""

from collections.abc import Iterator

from scripts.read.extract.blocks import Cell, Paragraph, Place, Table
from scripts.read.extract.layout.tables import RuledTable, row_text

HIGHEST = 4
"""So many rows its head has at most."""

Row = tuple[Cell, ...]


class Tables:
    """The tables of a document, one after the other."""

    def __init__(self) -> None:
        self.begun: RuledTable | None = None
        """Where a table began, while nothing but margins stands behind its last part."""

    def end(self) -> None:
        """Let the next table be one of its own."""
        self.begun = None

    def read(self, ruled: RuledTable) -> Iterator[Paragraph | Table]:
        """Yield a table, and before it the rows with which it repeats its head from the page before."""
        begun, rows = self.begun, ruled.table.rows
        repeated = 0 if begun is None else count_repeated(begun.table.rows, rows)
        if not repeated:
            self.begun = ruled
        for row in rows[:repeated]:
            yield Paragraph(row_text(row), Place.MARGIN)
        yield ruled.table._replace(rows=rows[repeated:])


def count_repeated(head: tuple[Row, ...], rows: tuple[Row, ...]) -> int:
    """Return how many rows are those with which a table begins; never all, and none that a cell parts."""
    most = min(len(head), len(rows) - 1, HIGHEST)
    same = next((place for place in range(most) if words_of(head[place]) != words_of(rows[place])), most)
    while same and any(place + cell.rows > same for place, row in enumerate(rows[:same]) for cell in row):
        same -= 1
    return same if any(row_text(row) for row in rows[:same]) else 0


def words_of(row: Row) -> list[str]:
    """Return the words of each cell of a row."""
    return ["".join("".join(cell.paragraphs).split()) for cell in row]
