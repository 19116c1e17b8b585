"""Cells of every table, generated or written by hand, that know their column: on a phone each row becomes a card.

`data-label` has the words of the column's head, which a card shows before the cell's own (docs/assets/look/tables.css);
`data-above`, of a row into which cells further up reach, what these say.
"""

import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

# what stands for HTML that Python-Markdown put aside: <code>, <wbr>, &#42;
STASHED_PATTERN = re.compile("\x02wzxhzdk:(\\d+)\x03")
TAG_PATTERN = re.compile(r"<[^>]*>")
FRAME = "table-scroll"
BETWEEN = " · "
"""Between what several cells further up say."""
KEPT = ("figures", FRAME)
"""Frames that a table may have already; in one of figures it stays a table, for it compares column by column."""


class CellNamer(Treeprocessor):
    """Names the cells of a page's tables, and gives each table its frame."""

    def run(self, root: Element) -> None:
        """Name all cells."""
        for table in list(root.iter("table")):
            self.name_cells(table)
        for parent in list(root.iter()):
            if parent.get("class", "").partition(" ")[0] not in KEPT:
                frame_tables(parent)

    def name_cells(self, table: Element) -> None:
        """Give each cell of a table's body the words of its column's head."""
        heads: dict[int, list[Element]] = {}
        for cell, column in places(table.findall("thead/tr")):
            for own in columns_of(cell, column):
                heads.setdefault(own, []).append(cell)
        for cell, column in places(table.findall("tbody/tr")):
            above = [heads.get(own, []) for own in columns_of(cell, column)]
            names = [self.words_of(head) for head in above[0] if all(head in others for others in above)]
            if names:
                cell.set("data-label", " ".join(names))
        self.name_reached(table.findall("tbody/tr"))

    def name_reached(self, rows: list[Element]) -> None:
        """Give each row into which cells further up reach what these say."""
        reaching: list[tuple[Element, int]] = []  # with the number of the row before which each ends
        for number, row in enumerate(rows):
            reaching = [(cell, end) for cell, end in reaching if number < end]
            words = (f"{cell.get('data-label', '')} {self.words_of(cell)}".strip() for cell, _ in reaching)
            if reaching:
                row.set("data-above", BETWEEN.join(words))
            reaching += [(cell, number + int(cell.get("rowspan", "1"))) for cell in row if "rowspan" in cell.attrib]

    def words_of(self, cell: Element) -> str:
        """Return what a cell says, without its marks."""
        stash = self.md.htmlStash.rawHtmlBlocks
        words = STASHED_PATTERN.sub(lambda match: str(stash[int(match[1])]), "".join(cell.itertext()))
        return html.escape(html.unescape(TAG_PATTERN.sub("", words)).strip(), quote=False)


def places(rows: list[Element]) -> Iterator[tuple[Element, int]]:
    """Yield each cell of a table's body with its column, past those that reach down from rows above."""
    left: dict[int, int] = {}
    for row in rows:
        column = 0
        for cell in row:
            while left.get(column):
                left[column] -= 1
                column += 1
            yield cell, column
            for _ in columns_of(cell, column):
                left[column] = int(cell.get("rowspan", "1")) - 1
                column += 1
        for rest in range(column, max(left, default=-1) + 1):
            left[rest] = max(0, left[rest] - 1)


def columns_of(cell: Element, column: int) -> range:
    """Return the columns in which a cell stands that begins in this one."""
    return range(column, column + int(cell.get("colspan", "1")))


def frame_tables(parent: Element) -> None:
    """Put each table right below an element into a frame."""
    for index, table in enumerate(parent):
        if table.tag == "table":
            frame = Element("div", {"class": FRAME})
            frame.append(table)
            frame.tail, table.tail = table.tail, None
            parent[index] = frame
