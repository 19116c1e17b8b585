"""The head of a flattened table → its cells, and what the columns under it hold; in every way in which it can be read.

A cell of a head may be broken into lines: 序｜号, 年均增长｜（%）, 2025年｜目标值. A head of two rows has the years
behind the cells that they divide.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scripts.text.cells import Column, find_column, heads_by_column, is_year, read_number

Cell = tuple[int, int]
"""The first line of a cell and the line after it."""
Lines = Sequence[str]
MOST_COLUMNS = 14
MOST_DIVIDED = 2
"""So many cells of a head of two rows may be divided below."""


class Head(NamedTuple):
    """The cells of a head, and what each column holds."""

    cells: tuple[Cell, ...]
    columns: tuple[Column, ...]


def may_begin(lines: Lines, index: int) -> bool:
    """Whether a table can begin with this line: a word of the head of the columns that stand first, or a 1."""
    line = lines[index]
    if len(line) == 1 and not line.isdigit():
        line += lines[index + 1] if index + 1 < len(lines) else ""
    return read_number(line) == 1 or find_column(line) in (Column.NUMBER, Column.GROUP, Column.NAME)


def read_heads(lines: Lines, index: int) -> Iterator[Head]:
    """Yield every way of reading the lines from this one on as a head; none where it began before."""
    if index and find_column(lines[index - 1]) and not is_caption(lines, index - 1):
        return
    cells = list(head_cells(lines, index))
    words = [word_of(lines, cell) for cell in cells]
    if len(cells) > MOST_COLUMNS:
        return
    for whole in dict.fromkeys((tuple(cells), tuple(with_years(cells, words)))):
        own = [word_of(lines, cell) for cell in whole]
        for divided in range(MOST_DIVIDED + 1):
            columns = read_head(heads_by_column(own, len(own) - divided))
            if columns:
                yield Head(whole, columns)


def is_caption(lines: Lines, index: int) -> bool:
    """Whether a word that a head could have stands above one as its caption: 主要指标."""
    is_first = not index or find_column(lines[index - 1]) is None
    return is_first and find_column(lines[index]) is Column.NAME


def word_of(lines: Lines, cell: Cell) -> str:
    """Return the words of a cell."""
    return "".join(lines[cell[0] : cell[1]])


def head_cells(lines: Lines, index: int) -> Iterator[Cell]:
    """Yield the cells of a head that begins at this line, as long as they are words of one."""
    last = min(index + 2 * MOST_COLUMNS, len(lines))
    while index < last:
        following = lines[index + 1] if index + 1 < last else ""
        is_word = find_column(lines[index]) is not None
        is_broken = following and not find_column(following) and find_column(lines[index] + following)
        if is_broken and (not is_word or following[0] in "（([［"):
            yield index, index + 2
        elif is_word:
            yield index, index + 1
        else:
            return
        index += 2 if is_broken and (not is_word or following[0] in "（([［") else 1


def with_years(cells: Sequence[Cell], words: Sequence[str]) -> Iterator[Cell]:
    """Yield cells, those of a year and what is said of its value as one: 2025年｜目标值."""
    place = 0
    while place < len(cells):
        is_pair = place + 1 < len(cells) and is_year(words[place]) and not is_year(words[place + 1])
        if is_pair and find_column(words[place] + words[place + 1]) is Column.VALUE:
            yield cells[place][0], cells[place + 1][1]
            place += 2
        else:
            yield cells[place]
            place += 1


def read_head(heads: Sequence[str]) -> tuple[Column, ...]:
    """Return what the columns under these words hold; empty where they are no head.

    One says what is measured, another holds values, and a column of numbers or of groups stands at most once.
    """
    columns = tuple(column for column in map(find_column, heads) if column)
    if Column.NAME not in columns or not {Column.VALUE, Column.NATURE, Column.UNIT} & set(columns):
        return ()
    has_caption = columns[0] is Column.NAME and Column.NAME in columns[1:]  # 主要指标 指标 2025年
    is_single = not has_caption and columns.count(Column.NUMBER) <= 1 and columns.count(Column.GROUP) <= 1
    return columns if is_single and len(columns) == len(heads) else ()
