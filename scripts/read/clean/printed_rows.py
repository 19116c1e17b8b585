"""Lines that print a table's row each, with its cells apart by bars, tabs or blanks → the places of their cells.

A run of lines is a table if its first one says so by words of a head, or if so many in a row have as many cells. What
only looks like one is left: numbers apart from their sentences, contents with their pages, names before their values.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from scripts.read.structure.table_heads import read_head
from scripts.text.cells import CELL_LENGTH, Column, find_column, fits, is_value, read_number
from scripts.text.lines import WordedLines

Span = tuple[int, int]
Cells = tuple[Span, ...]
BARS = "|｜│┃¦"
BAR_PATTERN = re.compile(f"[{BARS}]")
# |---|:--:|, +-----+-----+: a line below the head, or around the rows
RULE_PATTERN = re.compile(rf"[{BARS}+:\-–─━┼├┤┌┐└┘┬┴═= \t]{{3,}}")
TAB_PATTERN = re.compile("\t")
TABS_PATTERN = re.compile("(?<![ \u3000])[ \u3000]*\t[ \t\u3000]*")  # looked for once in a run of blanks
GAP_PATTERN = re.compile("[ \u00a0\u2000-\u200a]{2,}|[ \u00a0]*\u3000[ \u00a0\u3000]*")
BLANK_PATTERN = re.compile("[ \u00a0\u3000\t]+")
# 1., （一）, 一、, 第三条, 第一章: what stands before a sentence, or before a title
LABEL_PATTERN = re.compile(
    "[（(]?[0-9一二三四五六七八九十百]{1,4}[)）]?[.．、]?|第[0-9一二三四五六七八九十百]{1,6}[编章节条款项].*"
    "|[一二三四五六七八九十]{1,3}、.*|[（(][一二三四五六七八九十]{1,3}[)）].*|[—·•●○◆■]+"
)
FEWEST_ROWS = 3
"""So many lines with as many cells are a table without words that say so."""
MOST_CELLS = 40


class Printed(NamedTuple):
    """A line of a table: its cells, empty ones too; none where it only draws a rule."""

    line: int
    cells: Cells


@dataclass(frozen=True, slots=True)
class Way:
    """A way of keeping cells apart."""

    pattern: re.Pattern[str]
    has_edges: bool = False
    """Whether blanks at the ends of a line say that its first or last cell is empty."""
    needs_head: bool = False
    """Whether only words of a head show that lines are rows."""

    def split(self, text: str, lines: WordedLines, index: int) -> Cells:
        """Return the cells of a line; bars that enclose the row enclose no more cells."""
        span = lines.whole(index) if self.has_edges else (lines.starts[index], lines.ends[index])
        cells = split_at(self.pattern, text, *span)
        if self.pattern is BAR_PATTERN and len(cells) > 1:
            cells = cells[1:] if is_bare(cells[0]) else cells
            cells = cells[:-1] if len(cells) > 1 and is_bare(cells[-1]) else cells
        return cells


WAYS = (
    Way(BAR_PATTERN),
    Way(TAB_PATTERN, has_edges=True),
    Way(TABS_PATTERN),
    Way(GAP_PATTERN, needs_head=True),
    Way(BLANK_PATTERN, needs_head=True),
)
"""In their order; the first that makes a table of the lines is theirs."""
SIGN_PATTERN = re.compile(rf"[{BARS}\t\u3000 \u00a0]")
"""Without one of these a line has no cells."""


def is_bare(cell: Span) -> bool:
    """Whether a cell is empty."""
    return cell[0] == cell[1]


def split_at(pattern: re.Pattern[str], text: str, start: int, end: int) -> Cells:
    """Return what stands between the matches of a pattern, without blanks around it; of too many for a row, some.

    >>> split_at(BAR_PATTERN, "甲|| 乙", 0, 5)
    ((0, 1), (2, 2), (4, 5))
    """
    cells = []
    for match in islice(pattern.finditer(text, start, end), MOST_CELLS + 2):  # bars may stand around the row
        cells.append(stripped(text, start, match.start()))
        start = match.end()
    return (*cells, stripped(text, start, end))


def stripped(text: str, start: int, end: int) -> Span:
    """Return a span without the blanks at its ends; one of blanks alone is empty."""
    words = text[start:end].lstrip()
    first = end - len(words)
    return (first, first + len(words.rstrip())) if words else (start, start)


def find_run(text: str, lines: WordedLines, index: int) -> list[Printed]:
    """Return the lines of the table that begins with this one; empty where none does."""
    if not SIGN_PATTERN.search(text, *lines.whole(index)):
        return []
    for way in WAYS:
        first = way.split(text, lines, index)
        if not 2 <= len(first) <= MOST_CELLS:
            continue
        columns = read_head([text[start:end] for start, end in first])
        if columns or not (way.needs_head or is_bare(first[0])):
            run = ended(text, lines, rows_like(text, lines, index, way, columns))
            if is_table(text, run, is_headed=bool(columns)):
                return run
    return []


def rows_like(text: str, lines: WordedLines, index: int, way: Way, columns: Sequence[Column]) -> Iterator[Printed]:
    """Yield the line and those after it that have as many cells, the rules between them, and groups between bars."""
    width = len(way.split(text, lines, index))
    for line in range(index, len(lines)):
        if RULE_PATTERN.fullmatch(text, lines.starts[line], lines.ends[line]):
            yield Printed(line, ())
            continue
        cells = way.split(text, lines, line)
        if columns and way.needs_head and line > index:
            cells = as_row(text, cells, columns)
        is_row = len(cells) == width or (len(cells) == width - 1 and Column.GROUP in columns and line > index)
        if not is_row and not (len(cells) == 1 and BAR_PATTERN.search(text, lines.starts[line], lines.ends[line])):
            return
        yield Printed(line, cells)


def as_row(text: str, cells: Cells, columns: Sequence[Column]) -> Cells:
    """Return the cells of a line that only blanks keep apart, those of the name as one; none where they do not fit."""
    place, more = columns.index(Column.NAME), len(cells) - len(columns)
    if more > 0:
        cells = (*cells[:place], (cells[place][0], cells[place + more][1]), *cells[place + more + 1 :])
    own = columns if more >= 0 else [column for column in columns if column is not Column.GROUP]
    do_fit = len(own) == len(cells) and all(
        fits(column, text[slice(*cell)]) for column, cell in zip(own, cells, strict=True)
    )
    return cells if do_fit else ()


def ended(text: str, lines: WordedLines, rows: Iterator[Printed]) -> list[Printed]:
    """Return rows without what follows the last: rules that enclose nothing, groups without a row."""
    run = list(rows)
    while run and len(run[-1].cells) < 2 and not (not run[-1].cells and text[lines.starts[run[-1].line]] in "+└"):
        run.pop()
    return run


def is_table(text: str, run: list[Printed], *, is_headed: bool) -> bool:
    """Whether lines with cells are a table."""
    rows = [[text[start:end] for start, end in row.cells] for row in run if len(row.cells) > 1]
    if is_headed:
        return len(rows) > 1
    has_rule = any(not row.cells for row in run[1:])
    if len(rows) < (FEWEST_ROWS - 1 if has_rule else FEWEST_ROWS):
        return False
    if not has_rule and any(len(cell) > CELL_LENGTH for row in rows for cell in row):
        return False
    labelled = sum(LABEL_PATTERN.fullmatch(row[0]) is not None for row in rows)
    if labelled * 2 > len(rows) and not is_numbered(rows):
        return False
    return not any(cell.endswith((":", "：")) for row in rows[:FEWEST_ROWS] for cell in row)


def is_numbered(rows: list[list[str]]) -> bool:
    """Whether rows begin with 1, 2, 3 … under a head that says so (序号), or else with values behind the numbers.

    At most one stands before them.
    """
    numbers = [read_number(row[0]) for row in rows]
    own = numbers if numbers[0] else numbers[1:]
    is_said = find_column(rows[0][0]) is Column.NUMBER or any(map(is_value, rows[-1][1:]))
    return len(rows[0]) > 2 and own == list(range(1, len(own) + 1)) and is_said
