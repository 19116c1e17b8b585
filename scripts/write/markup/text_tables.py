"""The grid of a table of a text → a plain table of Markdown, with a head of any number of rows and cells that span.

A sign stands in each place that a cell reaches into (pipes.py reads it). Without a head, the first line is empty, and
the first cell of each row, where it has words, says what the others are about.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from scripts.model.grid import Grid, Placed
from scripts.model.policy import Block, Section
from scripts.text.cells import is_empty
from scripts.write.markup.forms import MERGED, MERGED_LEFT, MORE_HEAD, write_flags

Render = Callable[[Block], str]


def needs_grid(table: Section, grid: Grid) -> bool:
    """Whether a table is more than a head of one row above rows that are numbered from 1, in which cells span rows."""
    if len(grid.head) != 1 or any(cell.block.column_span > 1 for row in (*grid.head, *grid.body) for cell in row):
        return True
    return any(row.anchor != f"{table.anchor}-r{number}" for number, row in enumerate(table.children, 1))


def text_table(label: str, table: Section, grid: Grid, render: Render, identity: str) -> str:
    """Return the table; each row bears its id where that does not follow from its place."""
    standing: dict[int, Placed] = {}
    width = grid.width
    head = [draw_line(places(row, width, standing), render) for row in grid.head] or ["|" + " |" * width]
    lines = [head[0], "|".join(["---"] * width), *(f"{line} {{{MORE_HEAD}}}" for line in head[1:])]
    standing.clear()
    for number, (row, section) in enumerate(zip(grid.body, table.children, strict=True), 1):
        own = "" if section.anchor == f"{table.anchor}-r{number}" else f" {{{write_flags({'id': section.anchor})}}}"
        heading = row[0] if not grid.head and names_row(row, render) else None
        lines.append(draw_line(places(row, width, standing), render, heading) + own)
    return "\n".join([*lines, f"{{plain {write_flags({'id': identity, 'label': label})}}}"])


def names_row(row: Sequence[Placed], render: Render) -> bool:
    """Whether the first cell of a row says what its others are about, where no head does."""
    return len(row) > 1 and row[0].column == 0 and not is_empty(render(row[0].block))


def places(row: Iterable[Placed], width: int, standing: dict[int, Placed]) -> Iterator[tuple[int, Placed, bool]]:
    """Yield each column with the cell that stands there, and whether that begins in this row."""
    own = {column: cell for cell in row for column in cell.columns}
    standing |= own
    return ((column, standing[column], column in own) for column in range(width))


def draw_line(places: Iterable[tuple[int, Placed, bool]], render: Render, heading: Placed | None = None) -> str:
    """Return a row as a line, with a sign in each place that a cell reaches into."""
    cells = []
    for column, cell, is_begun in places:
        words = render(cell.block) if is_begun and column == cell.column else MERGED_LEFT if is_begun else MERGED
        cells.append(f"{words} {{row}}" if cell is heading and column == cell.column else words)
    return f"| {' | '.join(cells)} |"
