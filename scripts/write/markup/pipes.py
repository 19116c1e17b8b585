"""Plain tables of generated pages → HTML tables, each in a frame; the head says what a column's cells bear."""

import re
from collections.abc import Sequence
from itertools import dropwhile, takewhile
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor

from scripts.write.markup.forms import ABOVE, MERGED, MERGED_LEFT, MORE_HEAD, number_in, read_flags, split_flags
from scripts.write.markup.surroundings import Surroundings

PAIR = 2
"""So many columns say where and what: there is nothing to sort by."""
FEW = 4
"""So many rows are seen at once, and need no order on a phone."""
RULE_PATTERN = re.compile(r"\|?-+(?:\|-+)+\|?")


class PipeTableProcessor(BlockProcessor):
    """Makes a table."""

    def __init__(self, md: Markdown, page: Surroundings) -> None:
        super().__init__(md.parser)
        self.page = page

    def test(self, _: Element, block: str) -> bool:
        """Whether a block is a table."""
        lines = block.strip("\n").split("\n", 2)
        return self.page.is_generated and len(lines) > 1 and bool(RULE_PATTERN.fullmatch(lines[1]))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Add the table in its frame."""
        head, _, *rows = blocks.pop(0).strip("\n").split("\n")
        values = {"class": "saveable" if len(split_row(head)[0]) <= PAIR else "sortable saveable"}
        if rows and rows[-1].startswith("{"):
            values |= read_flags(rows.pop()[1:-1])
        if "plain" in values:
            values = {key: value for key, value in values.items() if key not in ("plain", "class")}
        if "sortable" in values.get("class", "").split() and len(rows) > FEW:
            values["class"] += " chooses"
        label = values.pop("label", ABOVE)
        frame = SubElement(parent, "div", {"class": "table-scroll"})
        table = SubElement(frame, "table", {"aria-label": label} | values)
        columns = self.head(table, [head, *takewhile(is_of_head, rows)])
        if "sortable" in values.get("class", ""):
            enclose_heads(table)
        body = SubElement(table, "tbody")
        above: list[Element] = []
        for row in dropwhile(is_of_head, rows):
            above = self.row(body, row, columns, above)

    def head(self, table: Element, lines: Sequence[str]) -> list[dict[str, str]]:
        """Add the head, if it has words, and return what the cells of each column bear."""
        columns = [split_flags(cell.strip())[1] or {} for cell in split_row(lines[0])[0]]
        if not any(split_flags(cell.strip())[0] for cell in split_row(lines[0])[0]):
            return columns
        parent, above = SubElement(table, "thead"), list[Element]()
        for line in lines:
            row, standing = SubElement(parent, "tr"), list[Element]()
            for text in split_row(line)[0]:
                words = split_flags(text.strip())[0]
                if not merge(words, standing, above):
                    standing.append(SubElement(row, "th", {"scope": "col"}))
                    standing[-1].text = words
            above = standing
        for cell in parent.iter("th"):
            if "colspan" in cell.attrib:
                cell.set("scope", "colgroup")
        return columns

    def row(self, parent: Element, line: str, columns: list[dict[str, str]], above: list[Element]) -> list[Element]:
        """Add a row, and return the cell that stands in each column, which may have begun further up."""
        cells, end = split_row(line)
        row = SubElement(parent, "tr", split_flags(end.strip())[1] or {})
        standing: list[Element] = []
        for text, column in zip(cells, columns, strict=False):
            if not merge(text.strip(), standing, above):
                standing.append(make_cell(row, text.strip(), column))
        return standing


def is_of_head(line: str) -> bool:
    """Whether a row belongs to the head, below the first."""
    return line.endswith("}") and MORE_HEAD in (split_flags(split_row(line)[1].strip())[1] or {})


def merge(text: str, standing: list[Element], above: list[Element]) -> bool:
    """Whether a place is one that the cell above it or to its left reaches into, which then spans one more."""
    if text == MERGED:
        cell = above[len(standing)]
        if not standing or standing[-1] is not cell:
            cell.set("rowspan", str(int(cell.get("rowspan", "1")) + 1))
        standing.append(cell)
    elif text == MERGED_LEFT:
        cell = standing[-1]
        cell.set("colspan", str(int(cell.get("colspan", "1")) + 1))
        standing.append(cell)
    return text in (MERGED, MERGED_LEFT)


def enclose_heads(table: Element) -> None:
    """Put the words of each head into an element of the shape that a button around them will have."""
    for cell in table.iter("th"):
        SubElement(cell, "span", {"class": "sorts"}).text, cell.text = cell.text, None


def split_row(line: str) -> tuple[list[str], str]:
    """Return a row's cells, and what stands behind the row; the bars at both ends may be left out."""
    if not line.startswith("|"):
        return line.split("|"), ""
    cells, _, end = line[1:].rpartition("|")
    return cells.split("|"), end


def make_cell(row: Element, text: str, column: dict[str, str]) -> Element:
    """Add a cell: it bears what its column does, unless it has flags of its own; a value to sort by joins both."""
    words, flags = split_flags(text)
    own = flags if flags is not None and not set(flags) <= {"data-value", "id"} else column | (flags or {})
    values = {key: value for key, value in own.items() if key not in ("row", "all", "marked", "to", "none")}
    if "data-value" in column and "data-value" not in (flags or {}):
        values["data-value"] = number_in(words)
    if values.get("data-value") == "":
        del values["data-value"]
    if "row" in own:
        values["scope"] = "row"
    cell = SubElement(row, "th" if "row" in own else "td", values)
    if "all" in own and words:
        words = f"[{words}]{{{own['all']}}}"
    if "marked" in own:
        words = words.replace("**", "<mark>", 1).replace("**", "</mark>", 1)
    if "to" in own and words:
        words = f"[{words}]({own['to']}#{words})"
    cell.text = words
    return cell
