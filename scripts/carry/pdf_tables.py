"""Tables of a PDF: rows that one cell spans stay on one sheet, and every cell is tagged with the heads of its column.

WeasyPrint 70 counts the columns of a row from the first cell that stands in it, also where cells of former rows reach
into the row before that; the heads that screen readers say for such a row would be those of other columns.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from lxml import html

Tag = dict[str, Any]
"""An element of the structure, as WeasyPrint wrote it."""


SHORT = 16
"""Rows of a table that a sheet surely holds."""


def keep_together(table: html.HtmlElement) -> None:
    """Keep a short table on one sheet, and in any table the rows that cells join: each group of them is a body."""
    if len(table.xpath(".//tr")) <= SHORT:
        table.set("class", f"{table.get('class', '')} whole".strip())
    for body in table.findall("tbody"):
        group, left = body, 0
        for row in body.findall("tr"):
            if left <= 0 and row.getprevious() is not None:
                new = html.Element("tbody")
                group.addnext(new)
                group = new
            if group is not body:
                group.append(row)
            spans = [int(span) for span in row.xpath("*/@rowspan")]
            left = max([left, *spans]) - 1


def mend_headers(pdf: Any) -> None:
    """Tag every cell of every table with the heads of the columns in which it stands."""
    tags = {item.reference: item for item in pdf.objects if is_element(item)}
    for tag in tags.values():
        if tag["S"] == "/Table":
            mend_table([list(kids(row, tags, ("/TH", "/TD"))) for row in kids(tag, tags, ("/TR",))])


def is_element(item: Any) -> bool:
    """Whether an object of a PDF is an element of its structure, and no stream or array."""
    return isinstance(item, dict) and item.get("Type") == "/StructElem"


def kids(tag: Tag, tags: dict[bytes, Tag], kinds: tuple[str, ...]) -> Iterator[Tag]:
    """Yield what stands in an element and is of these kinds, however deep."""
    for kid in tag["K"]:
        if kid in tags:
            child = tags[kid]
            if child["S"] in kinds:
                yield child
            else:
                yield from kids(child, tags, kinds)


def mend_table(rows: list[list[Tag]]) -> None:
    """Tag the cells of a table's rows."""
    heads: dict[int, list[Any]] = defaultdict(list)
    spans: dict[int, int] = defaultdict(int)
    for row in rows:
        reached = {column: rows_left for column, rows_left in spans.items() if rows_left}
        column = 0
        is_head = all(cell["S"] == "/TH" for cell in row)
        own_heads = [cell["ID"] for cell in row if cell["S"] == "/TH" and not is_head]
        for cell in row:
            while column in reached:
                column += 1
            columns = range(column, column + cell["A"].get("ColSpan", 1))
            column = columns.stop
            for own in columns:
                spans[own] = cell["A"].get("RowSpan", 1)
            if is_head:
                for own in columns:
                    heads[own].append(cell["ID"])
            elif cell["S"] == "/TD":
                above = dict.fromkeys(head for own in columns for head in heads[own])
                cell["A"]["Headers"] = type(cell["K"])([*own_heads, *above])
        spans.update({own: max(rows_left - 1, 0) for own, rows_left in spans.items()})
