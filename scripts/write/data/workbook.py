"""All tables → one Excel workbook: a sheet a table, columns typed and headed in both languages, with filters.

Rows are written as they come, so that memory holds no table. A table too long for a person to look through has none.
"""

import datetime
import io
from collections.abc import Iterable, Mapping
from itertools import chain, islice
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scripts.model.lookup import Lookup
from scripts.write.data.tables.columns import Column, Dataset, Value, written

HEAD_HEIGHT = 48
"""In points: a heading has two lines, or three where they are long."""
WIDTHS = {"integer": 12, "number": 18, "string": 22}
WIDEST = 60
WIDTH_ROWS = 5_000
"""By so many rows a column's width is chosen."""
LARGEST_SHEET = 10_000
"""So many rows a sheet has at most."""
TOO_LONG = ("本表行数过多，请用CSV文件。", "This table is too long for a sheet; take the CSV file.")
EPOCH = datetime.datetime(1980, 1, 1)
"""When every workbook was made, so that two builds are the same bytes."""
ABOUT = "about 说明"
ABOUT_HEAD = ("表 Sheet", "列 Column", "类型 Type", "含义", "Meaning")


def render_workbook(datasets: Iterable[Dataset[Any]], lookup: Lookup) -> bytes:
    """Return the workbook; the first sheet says what every column of the others holds."""
    stream = io.BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(stream, options)
    book.set_properties({"title": "质量政策档案 Quality Policy Archive", "created": EPOCH})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    text = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
    number = book.add_format({"num_format": "#,##0.##########", "valign": "top"})
    whole = book.add_format({"num_format": "0", "valign": "top"})
    formats = {"string": text, "number": number, "integer": whole}
    about = book.add_worksheet(ABOUT)
    described: list[tuple[str, ...]] = []
    for dataset in datasets:
        if is_too_long(dataset, lookup):
            described.append((dataset.name, "", "", *TOO_LONG))
            continue
        described += ((dataset.name, c.name, c.type, c.meaning.zh, c.meaning.en) for c in dataset.columns)
        write_sheet(book.add_worksheet(dataset.name), dataset, lookup, formats | {"head": head})
    for line, words in enumerate([ABOUT_HEAD, *described]):
        for index, word in enumerate(words):
            about.write_string(line, index, word, text if line else head)
    about.set_column(0, 2, 18)
    about.set_column(3, 4, WIDEST)
    about.freeze_panes(1, 0)
    about.autofilter(0, 0, len(described), len(ABOUT_HEAD) - 1)
    book.close()
    return stream.getvalue()


def is_too_long(dataset: Dataset[Any], lookup: Lookup) -> bool:
    """Whether a table has more rows than a sheet has."""
    return sum(1 for _ in islice(dataset.things(lookup), LARGEST_SHEET + 1)) > LARGEST_SHEET


def write_sheet(sheet: Worksheet, dataset: Dataset[Any], lookup: Lookup, formats: Mapping[str, Format]) -> None:
    """Write a table with its head."""
    rows = dataset.rows(lookup)
    first = list(islice(rows, WIDTH_ROWS))
    sheet.set_row(0, HEAD_HEIGHT)
    for index, column in enumerate(dataset.columns):
        sheet.set_column(index, index, width_of(column, index, first))
        sheet.write_string(0, index, f"{column.title.zh}\n{column.title.en}", formats["head"])
    line = 0
    for line, row in enumerate(chain(first, rows), 1):
        for index, (column, value) in enumerate(zip(dataset.columns, row, strict=True)):
            if value is None:
                continue
            if column.type == "string":
                sheet.write_string(line, index, str(value), formats[column.type])
            else:
                sheet.write_number(line, index, float(value), formats[column.type])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(line, 1), len(dataset.columns) - 1)


def width_of(column: Column[Any], index: int, rows: list[tuple[Value, ...]]) -> float:
    """Return a column's width in characters: enough for most of its cells."""
    lengths = sorted(len(written(row[index])) for row in rows if row[index] is not None)
    usual = lengths[len(lengths) * 9 // 10] * 1.2 if lengths else 0
    return min(max(usual, WIDTHS[column.type]), WIDEST)
