"""A table as it was found in a text: where its caption, its head and the cells of its rows stand."""

from dataclasses import dataclass
from typing import NamedTuple

Span = tuple[int, int]


class Cell(NamedTuple):
    """A cell, and how many rows and columns it spans."""

    start: int
    end: int
    rows: int = 1
    columns: int = 1


class Row(NamedTuple):
    """A row: the number that it prints, or its place where it prints none, where number and name stand, its cells."""

    number: int
    label: Span
    name: Span
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the indices of its first line and of the line after it, caption, cells of the head, and rows."""

    first: int
    after: int
    caption: Span | None
    header: tuple[Cell, ...]
    rows: tuple[Row, ...]
