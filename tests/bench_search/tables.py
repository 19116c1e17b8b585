"""Rows of words → tables in Markdown that read well as plain text too."""

import unicodedata
from collections.abc import Sequence


def render_table(rows: Sequence[Sequence[str]]) -> str:
    """Return a table whose columns are as wide as their cells."""
    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["| " + " | ".join(map(padded, row, widths)) + " |" for row in rows]
    rule = "|" + "|".join("-" * (size + 2) for size in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def padded(cell: str, size: int) -> str:
    """Return a cell with spaces up to a width."""
    return cell + " " * (size - width(cell))


def width(text: str) -> int:
    """Return the columns that a text takes where Chinese characters take two.

    >>> width("本馆 1")
    6
    """
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
