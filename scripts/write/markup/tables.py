"""Rows of cells → a plain table; what all cells of a column bear stands once, in its head (pipes.py reads it)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from scripts.write.markup.forms import MERGED, SHORT_TAGS, number_in, quoted, write_flags

UNSHARED = ("id", "data_value", "scope", "rowspan")
"""Attributes of a cell that are its own."""
DEFAULT_CLASSES = "sortable saveable"
# the whole of a cell in another language, [全市空气质量监测微站]{zh}
WHOLE_PATTERN = re.compile(rf"\[(?P<words>[^\[\]]*)\]\{{(?P<lang>{'|'.join(SHORT_TAGS.values())})\}}")

# a row that begins with a word or a link; not 1. or | or -
BARE_PATTERN = re.compile(r"(?!\d+[.)])[\w\[“《（]")
# [s1-2-p1](../#s1-2-p1)
ANCHOR_PATTERN = re.compile(r"\[(?P<words>[\w-]+)\]\((?P<page>[^#()]+)#(?P=words)\)")


class Cell(NamedTuple):
    """Inline Markdown and the cell's attributes; `th` is a cell of the head or names its row.

    A tuple, for the tables of a large archive have a million.
    """

    tag: str
    markdown: str
    values: dict[str, str]

    @property
    def shared(self) -> str:
        """What the cells of a column have in common: all flags but ids, and the value that it is sorted by."""
        own = {key: value for key, value in self.values.items() if key not in UNSHARED} if self.values else {}
        flags = write_flags(own) if own else ""
        return f"row {flags}".strip() if self.tag == "th" else flags

    @property
    def sort_value(self) -> str | None:
        """What the cell is sorted by, where that is not left to its words."""
        return self.values.get("data_value")


@dataclass(frozen=True, slots=True)
class Row:
    """Cells, and the row's attributes."""

    cells: list[Cell]
    values: dict[str, str]


def html_cell(tag: str, markdown: str, **values: str) -> Cell:
    """Return a table cell of inline Markdown."""
    return Cell(tag, markdown, values)


def html_row(cells: Iterable[Cell], **values: str) -> Row:
    """Return a table row."""
    return Row(list(cells), values)


def html_table(label: str, head: Iterable[Cell], rows: Iterable[Row], **values: str) -> str:
    """Return a table; the label is left out where the heading above it says the same (markdown.page)."""
    header, lines = list(head), list(rows)
    grid = list(spread(lines, len(header)))
    columns = [write_column(cell, [line[index] for line in grid]) for index, cell in enumerate(header)]
    classes = values.pop("classes", "")
    is_text = classes == "policy-table"  # whose ids follow from its own
    text = [line_of([column[0] for column in columns]), "|".join(["---"] * len(header))]
    for number, row in enumerate(lines, 1):
        flags = "" if is_text else write_flags(row.values)
        text.append(line_of([column[number] for column in columns], flags))
    own = {"id": values.pop("id", ""), "classes": "" if classes == DEFAULT_CLASSES or is_text else classes}
    flags = write_flags(own | values | {"label": label})
    return "\n".join([*text, "{" + ("" if classes else "plain ") + flags + "}"])


def line_of(cells: list[str], flags: str = "") -> str:
    """Return a row of written cells; without bars at its ends, where nothing in it could be taken for another form."""
    line = " | ".join(cells)
    if BARE_PATTERN.match(line) and cells[-1] and not flags:
        return line
    return f"| {line} |" + (f" {{{flags}}}" if flags else "")


def spread(rows: Iterable[Row], width: int) -> Iterator[list[Cell | None]]:
    """Yield each row with a cell for every column; None where a cell further up reaches."""
    left = [0] * width
    for row in rows:
        if len(row.cells) == width and not any(left) and not any(cell.values.get("rowspan") for cell in row.cells):
            yield list(row.cells)
            continue
        cells, line = iter(row.cells), list[Cell | None]()
        for column in range(width):
            cell = None if left[column] else next(cells)
            left[column] += int(cell.values.get("rowspan") or "1") - 1 if cell else -1
            line.append(cell)
        yield line


def write_column(head: Cell, cells: list[Cell | None]) -> list[str]:
    """Return the head of a column with what its cells share, then the cells, each with what it alone bears."""
    present = [cell for cell in cells if cell]
    shared = {id(cell): cell.shared for cell in present}
    usual, wrapped, marked = "", "", False
    if present and head.values.get("scope") == "col":
        usual = Counter(shared.values()).most_common(1)[0][0]
        wrapped = whole_language(cell.markdown for cell in present if cell.markdown)
        marked = all(cell.markdown.count("<mark>") == 1 for cell in present)
    is_sorted = any(cell.sort_value is not None for cell in present)
    own_page = common_page(cell.markdown for cell in present)
    flags = [usual, "=" if is_sorted else "", f"{wrapped}*" if wrapped else "", "marked" if marked else ""]
    flags.append(f"to={quoted(own_page)}" if own_page else "")
    written = [f"{head.markdown} {braces(flags)}".strip()]
    for cell in cells:
        if not cell:
            written.append(MERGED)
            continue
        words = cell.markdown[1:].partition("]")[0] if (wrapped or own_page) and cell.markdown else cell.markdown
        words = words.replace("<mark>", "**").replace("</mark>", "**") if marked else words
        own = [] if shared[id(cell)] == usual else [shared[id(cell)] or "none", *flags[2:]]
        if cell.values.get("id") and not head.values.get("id"):
            own.append(write_flags({"id": cell.values["id"]}))
        if is_sorted and (cell.sort_value or "") != number_in(words):
            own.append(write_flags({"data_value": cell.sort_value}) if cell.sort_value else "=")
        written.append(f"{words} {braces(own)}".strip())
    return written


def whole_language(cells: Iterable[str]) -> str:
    """Return the language in which all the cells stand as a whole; nothing where they do not."""
    return common(match["lang"] if (match := WHOLE_PATTERN.fullmatch(cell)) else "" for cell in cells)


def common_page(cells: Iterable[str]) -> str:
    """Return the page on which all the cells name an anchor, as a link to it; nothing where they do not."""
    return common(match["page"] if (match := ANCHOR_PATTERN.fullmatch(cell)) else "" for cell in cells)


def common(values: Iterable[str]) -> str:
    """Return the value that all have; nothing where they differ, or there is none.

    >>> common(["a", "a"]), common(["a", "b"]), common([])
    ('a', '', '')
    """
    values = iter(values)
    first = next(values, "")
    return first if first and all(value == first for value in values) else ""


def braces(flags: Iterable[str]) -> str:
    """Return flags in braces, or nothing where there are none."""
    joined = " ".join(flag for flag in flags if flag)
    return f"{{{joined}}}" if joined else ""
