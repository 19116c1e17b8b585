"""A table → CSV (RFC 4180: comma, CRLF; UTF-8 with a byte order mark, without which Excel takes the file for GBK)."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from scripts.model.lookup import Lookup
from scripts.write.data.tables.columns import Dataset, Value, written

MARK = "\ufeff"
SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What a formula begins with."""
# =SUM(A1), =5, +A1, @x, a tab before anything; not the comparators =, >=, nor a plain number
FORMULA_PATTERN = re.compile(r"=(?!$)|[+-](?![\d.,]*%?$)|[@\t\r]")


def csv_lines(dataset: Dataset[Any], lookup: Lookup) -> Iterator[str]:
    """Yield the line of the names, the mark before it, then every row as it is made."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    stream.write(MARK)
    rows = (map(csv_cell, row) for row in dataset.rows(lookup))
    for cells in chain([(column.name for column in dataset.columns)], rows):
        writer.writerow(cells)
        yield stream.getvalue()
        stream.seek(0)
        stream.truncate()


def csv_cell(value: Value) -> str:
    """Return a cell's text; one that a spreadsheet would take for a formula gets a `'` before it.

    >>> csv_cell("=1+1"), csv_cell("="), csv_cell(">="), csv_cell(-5), csv_cell(None)
    ("'=1+1", '=', '>=', '-5', '')
    """
    if type(value) is str:
        return f"'{value}" if value.startswith(SIGNS) and FORMULA_PATTERN.match(value) else value
    text = written(value)
    return f"'{text}" if isinstance(value, str) and FORMULA_PATTERN.match(text) else text
