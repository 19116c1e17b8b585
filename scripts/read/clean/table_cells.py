"""Tables that were flattened in other ways → one cell a line; what stood between the cells goes.

1. Rows printed with bars, tabs or blanks between their cells: a line end stands for each. A cell without words is “—”,
   unless the cell of a group (类别) above spans it. The line of hyphens below a head goes.
2. Bars alone on lines go, and so does what stands with them between the cells of a row.
3. A cell that was broken into lines becomes one line.

A line end that this step puts in stands inside a row, as `cell_starts` tells; others may end one.
"""

from array import array
from collections.abc import Iterator, Sequence

from scripts.model.edits import RULES, Edits, placed_starts
from scripts.model.policy import Edit
from scripts.model.vocabulary import Rule
from scripts.read.clean.draft import Change
from scripts.read.clean.printed_rows import BARS, Cells, Printed, Span, find_run, is_bare
from scripts.read.structure.flat_tables import FlatTable, find_flat
from scripts.read.structure.table_heads import may_begin, read_head
from scripts.text.cells import EMPTY, Column, is_cell
from scripts.text.lines import WordedLines

CELL = RULES.index(Rule.CELL)
FEWEST_BARS = 3
LONGEST_CELL = 3
"""So many lines at most stand between two bars that stand alone on theirs."""


def set_cells_apart(text: str) -> Iterator[Change]:
    """Yield what sets every cell of a table on a line of its own."""
    lines = WordedLines(text)
    index = 0
    while index < len(lines):
        run = find_run(text, lines, index)
        if run:
            yield from row_changes(lines, run)
            index = run[-1].line + 1
            continue
        if lines.ends[index] - lines.starts[index] == 1 and lines[index] in BARS:
            after, changes = lone_bars(lines, index)
            yield from changes
            index = after
            continue
        table = find_flat(lines, index) if may_begin(lines, index) else None
        if table:
            yield from joined(lines, table)
        index = table.after if table else index + 1


def row_changes(lines: WordedLines, run: Sequence[Printed]) -> Iterator[Change]:
    """Yield what sets the cells of printed rows apart, and takes rules away."""
    text, head = lines.text, [lines.text[start:end] for start, end in run[0].cells]
    columns = read_head(head)
    group = columns.index(Column.GROUP) if Column.GROUP in columns else None
    for row in run:
        start, end = lines.whole(row.line)
        if not row.cells:
            yield Change(start, min(end + 1, len(text)), "")
            continue
        cells = list(row.cells)
        if group is not None and len(cells) == len(head) and row is not run[0] and is_bare(cells[group]):
            del cells[group]
        yield from cell_changes((start, end), cells)


def cell_changes(line: Span, cells: Sequence[Span]) -> Iterator[Change]:
    """Yield what leaves of a line its cells, each followed by a line end but the last; a sign stands in empty ones."""
    place, before = line[0], ""
    for cell in cells:
        if is_bare(cell):
            before += EMPTY + "\n"
        else:
            yield Change(place, cell[0], before)
            place, before = cell[1], "\n"
    missing = before.rstrip("\n") if place == line[0] else before[:-1]
    yield Change(place, line[1], missing)


def lone_bars(lines: WordedLines, index: int) -> tuple[int, list[Change]]:
    """Return the line after a run of bars that stand alone on their lines, and what takes these away.

    There is nothing to take away where they are few.
    """
    _text, cells, bars, line = lines.text, [], 0, index
    gap: list[int] = []
    while line < len(lines) and len(gap) <= LONGEST_CELL:
        if lines.ends[line] - lines.starts[line] == 1 and lines[line] in BARS:
            cells += [gap] if gap else []
            gap, bars = [], bars + 1
            after = line + 1
        elif is_cell(lines[line]):
            gap.append(line)
        else:
            break
        line += 1
    if bars < FEWEST_BARS:
        return after, []
    cells += [gap[:1]] if gap else []
    spans = tuple((lines.starts[own[0]], lines.ends[own[-1]]) for own in cells)
    return max(after, cells[-1][-1] + 1 if cells else after), list(without_bars(lines, index, spans, after))


def without_bars(lines: WordedLines, index: int, cells: Cells, after: int) -> Iterator[Change]:
    """Yield the removal of the bars around cells; of those inside a row a line end is left, which is put in anew."""
    text = lines.text
    table = find_flat([text[start:end] for start, end in cells], 0, fewest=2) if cells else None
    begins = set(range(table.after if table else 0, len(cells)))
    begins |= {row.cells[0][0] for row in table.rows} if table else set()
    place = lines.starts[index]
    for number, (start, end) in enumerate(cells):
        if number and number not in begins:
            yield Change(place, start, "\n")
        elif number:
            yield Change(text.index("\n", place) + 1, start, "")
        else:
            yield Change(place, start, "")
        place = end
    last = lines.whole(after - 1)[1]
    if place < last:
        yield Change(place if cells else lines.starts[index], last, "")


def joined(lines: WordedLines, table: FlatTable) -> Iterator[Change]:
    """Yield the removal of line ends inside the cells of a table."""
    for first, after in table.cells():
        for line in range(first + 1, after):
            yield Change(lines.ends[line - 1], lines.starts[line], "")


def cell_starts(edits: Sequence[Edit]) -> Sequence[int]:
    """Return where lines begin that go on with a row, in the order of the text."""
    starts = array("i")
    if isinstance(edits, Edits):
        index = edits.rules.find(CELL)
        while index >= 0:
            add_starts(starts, edits[index].after, edits.places[index])
            index = edits.rules.find(CELL, index + 1)
    else:
        for edit, place in zip(edits, placed_starts(edits), strict=True):
            if edit.rule is Rule.CELL:
                add_starts(starts, edit.after, place)
    return starts


def add_starts(starts: "array[int]", after: str, place: int) -> None:
    """Add where lines begin behind the line ends that an edit put in."""
    starts.extend(place + offset + 1 for offset, char in enumerate(after) if char == "\n")
