"""What the signs of an extracted text say → the clean text: its tables' cells, what its pages print around them.

1. Each cell of a table on a line of its own; one without words is “—”, and what is part of another cell goes.
2. What stands in a web page around its document goes, line by line.
3. What a printed page repeats goes, also inside a sentence: 前半⟦— 3 —⟧后半.
4. Signs that are left go: of margins and surroundings that the editors keep.
5. Between two paragraphs of a cell a blank stands, which is put in last, for no other step to take it away.

The rules that guess see nothing of the tables: to them these are as many blank lines (`hidden`), and what they would
change there is not changed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from scripts.model.edits import TextPlaces
from scripts.model.policy import Edit
from scripts.read.clean.draft import Change
from scripts.read.clean.table_cells import cell_changes
from scripts.text.exact_tables import ExactTable, Span, find_exact
from scripts.text.signs import AROUND, CELL_LINE, MARGIN, SIGNS

ONE_MARGIN = rf"{MARGIN.opening}[^\n{MARGIN.opening}{MARGIN.closing}]*{MARGIN.closing}"
# ⟦— 3 —⟧, alone on its line with the line end behind it, several of them too; or inside a line
MARGIN_PATTERN = re.compile(rf"^(?:{ONE_MARGIN})+(?:\n|\Z)|{ONE_MARGIN}", re.MULTILINE)
AROUND_PATTERN = re.compile(
    rf"^{AROUND.opening}\n(?:[^\n{AROUND.opening}{AROUND.closing}]*\n)*?{AROUND.closing}(?:\n|\Z)", re.MULTILINE
)
LINE_PATTERN = re.compile(r"[^\n]*\n|[^\n]+\Z")
LEFT_PATTERN = re.compile(f"[{SIGNS.replace(CELL_LINE, '')}]")
"""What is left of the signs; not that between paragraphs, which a blank replaces."""


def set_rows_apart(text: str) -> Iterator[Change]:
    """Yield what sets every cell of an extracted table on a line of its own."""
    for table in find_exact(text):
        for row in table.rows:
            if row.cells:
                yield from cell_changes((row.start, row.end), [(cell.start, cell.end) for cell in row.cells])
            else:
                yield Change(row.start, min(row.end + 1, len(text)), "")


def drop_around(text: str) -> Iterator[Change]:
    """Yield the removal of each line of what stands around a web page's document; none where nothing would be left."""
    found = list(AROUND_PATTERN.finditer(text))
    if sum(match.end() - match.start() for match in found) < len(text):
        for match in found:
            for line in LINE_PATTERN.finditer(text, *match.span()):
                yield Change(*line.span(), "")


def drop_margins(text: str) -> Iterator[Change]:
    """Yield the removal of what a printed page repeats: with its line where it stands alone there."""
    for match in MARGIN_PATTERN.finditer(text):
        yield Change(*match.span(), "")


def drop_signs(text: str) -> Iterator[Change]:
    """Yield the removal of the signs that are left, a line that has no more with its line end."""
    for match in LEFT_PATTERN.finditer(text):
        start, end = match.span()
        is_alone = (start == 0 or text[start - 1] == "\n") and text[end : end + 1] == "\n"
        yield Change(start, end + is_alone, "")


def join_paragraphs(text: str) -> Iterator[Change]:
    """Yield a blank for each sign between two paragraphs of a cell."""
    place = text.find(CELL_LINE)
    while place >= 0:
        yield Change(place, place + 1, " ")
        place = text.find(CELL_LINE, place + 1)


def table_spans(tables: Iterable[ExactTable], edits: Sequence[Edit]) -> list[Span]:
    """Return where the tables of a source stand in its text after these edits, those that are still there."""
    places = TextPlaces(edits)
    spans = (tuple(places.text_place(place) for place in table.span) for table in tables)
    return [(start, end) for start, end in spans if start < end]


def hidden(text: str, spans: Iterable[Span]) -> str:
    """Return a text of the same length with line ends alone in these spans."""
    pieces, place = list[str](), 0
    for start, end in spans:
        pieces += [text[place:start], "\n" * (end - start)]
        place = end
    return "".join([*pieces, text[place:]])


def outside(changes: Iterable[Change], spans: Sequence[Span]) -> Iterator[Change]:
    """Yield the changes without those in these spans; one that reaches into a span ends before it."""
    place = 0
    for change in changes:
        start = change.start
        while place < len(spans) and spans[place][1] <= start:
            place += 1
        for low, high in spans[place:]:
            if low >= change.end:
                break
            if start < low:
                yield Change(start, low, "")
            start = max(start, high)
        if start == change.start or start < change.end:
            yield Change(start, change.end, change.after if start == change.start else "", change.emendation)
