"""A table's element → its cells, each at the row and the column at which it begins, with what it spans.

A cell that is merged with the one above (`w:vMerge`) or to its left (`w:hMerge`) is part of it. A row that a tracked
change takes out is none. What a row leaves free at its beginning and its end is an empty cell.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scripts.model.vocabulary import Leaving
from scripts.read.extract.blocks import Cell
from scripts.read.extract.docx.names import Element, child, number_of, value_of
from scripts.read.extract.docx.wrappers import through

ROW, CELL = frozenset({"w:tr"}), frozenset({"w:tc"})
MOST_COLUMNS = 200
"""Up to so many columns cells span several: Word has 63."""
DELETED = ("w:del", "w:cellDel")
ReadCell = Callable[[Element], tuple[str, ...]]


@dataclass(slots=True)
class Draft:
    """A cell as it stands in its row."""

    paragraphs: tuple[str, ...]
    start: int
    columns: int
    rows: int = 1
    goes_on_above: bool = False
    """Whether it is part of the cell above."""


def read_rows(table: Element, read_cell: ReadCell, left_out: Counter[Leaving]) -> tuple[tuple[Cell, ...], ...]:
    """Return of each row the cells that begin in it."""
    rows: list[list[Draft]] = []
    above: dict[int, Draft] = {}
    for row in through(table, ROW, left_out):
        if is_deleted(child(row, "w:trPr")):
            left_out[Leaving.DELETED] += 1
            continue
        cells = list(read_row(row, read_cell, left_out))
        rows.append([cell for cell in cells if not is_merged(cell, above, left_out)])
        above = {cell.start: above[cell.start] if cell.goes_on_above else cell for cell in cells}
    return tuple(tuple(Cell(cell.paragraphs, cell.rows, cell.columns) for cell in row) for row in rows)


def is_merged(cell: Draft, above: dict[int, Draft], left_out: Counter[Leaving]) -> bool:
    """Whether a cell is part of the one above, which then spans a row more; the words that it may hide are counted."""
    upper = above.get(cell.start)
    cell.goes_on_above = cell.goes_on_above and upper is not None and upper.columns == cell.columns
    if cell.goes_on_above and upper is not None:
        upper.rows += 1
        if any(text.strip() for text in cell.paragraphs):
            left_out[Leaving.HIDDEN] += 1
    return cell.goes_on_above


def read_row(row: Element, read_cell: ReadCell, left_out: Counter[Leaving]) -> Iterator[Draft]:
    """Yield the cells of a row from left to right, those that are merged with the one above among them."""
    properties = child(row, "w:trPr")
    before, after = (number_of(properties, f"w:grid{side}") or 0 for side in ("Before", "After"))
    place, last = 0, None
    if before > 0:
        yield Draft((), 0, min(before, MOST_COLUMNS))
        place = min(before, MOST_COLUMNS)
    for element in through(row, CELL, left_out):
        own = child(element, "w:tcPr")
        if is_deleted(own):
            left_out[Leaving.DELETED] += 1
            continue
        columns = max(min(number_of(own, "w:gridSpan") or 1, MOST_COLUMNS - place), 1)
        if last is not None and continues(own, "w:hMerge"):
            last.columns += columns
            last.paragraphs += read_cell(element)
        else:
            if last is not None:
                yield last
            last = Draft(read_cell(element), place, columns, goes_on_above=continues(own, "w:vMerge"))
        place += columns
    if last is not None:
        yield last
    if after > 0:
        yield Draft((), place, max(min(after, MOST_COLUMNS - place), 1))


def continues(properties: Element | None, name: str) -> bool:
    """Whether a cell goes on with another: a merge that does not say that it begins."""
    return child(properties, name) is not None and value_of(properties, name) != "restart"


def is_deleted(properties: Element | None) -> bool:
    """Whether a tracked change takes out the row or the cell with these properties."""
    return any(child(properties, name) is not None for name in DELETED)
