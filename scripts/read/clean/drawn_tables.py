"""Tables drawn with ┌─┬─┐ and │ around their cells, of which one may have several lines → one cell a line.

The lines between two rules are one row; what stands in a column below a cell's first line goes on with it. Only a grid
is read: every row has as many cells as the others, but for those above all of a single cell, which are lines by
themselves. Of what has cells that span columns nothing is changed.
"""

import re
from collections.abc import Iterator, Sequence

from scripts.read.clean.draft import Change
from scripts.read.clean.printed_rows import MOST_CELLS, Cells, Span, split_at
from scripts.text.cells import EMPTY
from scripts.text.characters import HAN
from scripts.text.lines import WordedLines

FIRST, LAST, SIDES = "┌", "└", "│├"
BAR_PATTERN = re.compile("│")
RULE_PATTERN = re.compile("[├┼┤┬┴─]{3,}")
# 职      称: letters set apart to fill the cell
APART_PATTERN = re.compile(f"(?<=[{HAN}])[ \u3000]+(?=[{HAN}])")
FEWEST_CELLS, MOST_LINES = 2, 2000

Group = list[Cells]
"""The lines of a row, each with the spans of its cells."""


def set_drawn_apart(text: str) -> Iterator[Change]:
    """Yield what sets every cell of a drawn table on a line of its own."""
    if FIRST not in text:
        return
    lines = WordedLines(text)
    index = 0
    while index < len(lines):
        table = drawn_table(lines, index)
        if table:
            yield from table[1]
        index = table[0] if table else index + 1


def drawn_table(lines: WordedLines, index: int) -> tuple[int, list[Change]] | None:
    """Return the line after a drawn table that begins on this one, and what sets its cells apart; None without one."""
    if not lines[index].startswith(FIRST):
        return None
    after = index + 1
    while after < min(len(lines), index + MOST_LINES) and lines[after].startswith(tuple(SIDES)):
        after += 1
    if after >= len(lines) or not lines[after].startswith(LAST):
        return None
    groups = read_groups(lines, index + 1, after)
    if not groups or not is_grid(groups):
        return None
    return after + 1, list(changes(lines, index, after, groups))


def read_groups(lines: WordedLines, first: int, after: int) -> list[Group]:
    """Return the rows between the rules; none where a rule stands beside words."""
    groups: list[Group] = [[]]
    for line in range(first, after):
        words = lines[line]
        if RULE_PATTERN.fullmatch(words):
            groups.append([])
        elif words.startswith("│") and words.endswith("│") and not RULE_PATTERN.search(words):
            groups[-1].append(split_at(BAR_PATTERN, lines.text, lines.starts[line] + 1, lines.ends[line] - 1))
        else:
            return []
    return [group for group in groups if group]


def is_grid(groups: Sequence[Group]) -> bool:
    """Whether all rows have as many cells as the last, those of one cell above them aside."""
    width = len(groups[-1][0])
    first = next((place for place, group in enumerate(groups) if len(group[0]) > 1), len(groups))
    return (
        FEWEST_CELLS <= width <= MOST_CELLS
        and len(groups) - first > 1
        and all(len(line) == width for group in groups[first:] for line in group)
    )


def changes(lines: WordedLines, first: int, last: int, groups: Sequence[Group]) -> Iterator[Change]:
    """Yield what leaves of a drawn table its cells; line ends that go on with a row are put in anew."""
    text, place = lines.text, lines.whole(first)[0]
    for group in groups:
        line_start = text.rfind("\n", 0, group[0][0][0]) + 1
        if line_start > place:
            yield Change(place, line_start, "")
        place = line_start
        cells = [[line[column] for line in group] for column in range(len(group[0]))]
        for column, pieces in enumerate(cells):
            yield from first_piece(text, place, pieces[0], is_first=column == 0)
            rest = words_of(text, pieces[1:])
            if rest or not words_of(text, pieces[:1]):
                yield Change(pieces[0][1], pieces[0][1], rest or EMPTY)
            place = pieces[0][1]
        row_end = text.find("\n", place)
        yield Change(place, row_end, "")
        place = row_end + 1
    end = lines.whole(last)[1]
    yield Change(place - 1, end, "")


def first_piece(text: str, place: int, piece: Span, *, is_first: bool) -> Iterator[Change]:
    """Yield what stands before the first line of a cell, and the removal of blanks that only fill it."""
    yield Change(place, piece[0], "" if is_first else "\n")
    for blank in APART_PATTERN.finditer(text, *piece):
        yield Change(*blank.span(), "")


def words_of(text: str, pieces: Sequence[Span]) -> str:
    """Return the lines of a cell as one."""
    return "".join(APART_PATTERN.sub("", text[slice(*piece)]) for piece in pieces)
