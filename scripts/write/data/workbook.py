"""All tables → one Excel workbook: a sheet a table, columns typed and headed in both languages, with filters."""

import datetime
import io
from collections.abc import Iterable
from typing import Any

import xlsxwriter

from scripts.model.lookup import Lookup
from scripts.write.data.tables.columns import Column, Dataset, Value, written

HEAD_HEIGHT = 48
"""In points: a heading has two lines, or three where they are long."""
WIDTHS = {"integer": 12, "number": 18, "string": 22}
WIDEST = 60
EPOCH = datetime.datetime(1980, 1, 1)
"""When every workbook was made, so that two builds are the same bytes."""
ABOUT = "about 说明"
ABOUT_HEAD = ("表 Sheet", "列 Column", "类型 Type", "含义", "Meaning")


def render_workbook(datasets: Iterable[Dataset[Any]], lookup: Lookup) -> bytes:
    """Return the workbook; the first sheet says what every column of the others holds."""
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
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
        sheet = book.add_worksheet(dataset.name)
        rows = list(dataset.rows(lookup))
        for index, column in enumerate(dataset.columns):
            sheet.set_column(index, index, width_of(column, index, rows))
            sheet.write_string(0, index, f"{column.title.zh}\n{column.title.en}", head)
            described.append((dataset.name, column.name, column.type, column.meaning.zh, column.meaning.en))
        for line, row in enumerate(rows, 1):
            for index, (column, value) in enumerate(zip(dataset.columns, row, strict=True)):
                if value is None:
                    continue
                if column.type == "string":
                    sheet.write_string(line, index, str(value), formats[column.type])
                else:
                    sheet.write_number(line, index, float(value), formats[column.type])
        sheet.set_row(0, HEAD_HEIGHT)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(rows), 1), len(dataset.columns) - 1)
    for line, words in enumerate([ABOUT_HEAD, *described]):
        for index, word in enumerate(words):
            about.write_string(line, index, word, text if line else head)
    about.set_column(0, 2, 18)
    about.set_column(3, 4, WIDEST)
    about.freeze_panes(1, 0)
    about.autofilter(0, 0, len(described), len(ABOUT_HEAD) - 1)
    book.close()
    return stream.getvalue()


def width_of(column: Column[Any], index: int, rows: list[tuple[Value, ...]]) -> float:
    """Return a column's width in characters: enough for most of its cells."""
    lengths = sorted(len(written(row[index])) for row in rows if row[index] is not None)
    usual = lengths[len(lengths) * 9 // 10] * 1.2 if lengths else 0
    return min(max(usual, WIDTHS[column.type]), WIDEST)
