"""The table of particulars that a government's site prints above a document → its labels and values, with their spans.

The table was flattened to lines. Its cells are one a line, a label and its value on one line, or several pairs on one:

    索 引 号：       发文机关：国务院      索引号：000014349/2019-00007  分类：科技
    000014349/…      成文日期：2019年1月27日

A value that cannot be its label's is none: behind an empty 主题词： the title of the document follows. What is not said
here: whether the values are right, and what is done with the lines.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from scripts.text import particulars as words
from scripts.text.lines import TextLines
from scripts.text.signs import ABOVE, LEFT

ANY_PATTERN = re.compile(r"\S.*")
SHORT_PATTERN = re.compile(r"[^。！？【】]{1,60}")
CODE_PATTERN = re.compile(r"[A-Za-z0-9/_.〔〕\[\]()（）:-]{4,60}|[^，。]{1,20}[-/][A-Za-z0-9/_.-]{3,40}")
# 2019年01月27日, 2024-10-15 09:22
DAY_PATTERN = re.compile(
    r"\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?"
    r"|[一二〇○零三四五六七八九]{4}年\S{1,3}月\S{1,3}日"
)
# 国发〔2019〕5号, 国令第707号
NUMBER_PATTERN = re.compile(r".{0,30}\d.{0,12}号令?|.{0,30}[〔［\[（(]\d{4}[〕］\])）].{0,12}|.{0,20}令第?.{1,8}号|无")
STATE_PATTERN = re.compile(r"(?:现行|继续|部分|全文|全部|已)?(?:有效|失效|废止|修改|修订|终止|是|否)|长期|\d{1,2}年")
FORMS = (
    (CODE_PATTERN, words.CODES),
    (SHORT_PATTERN, (*words.BODIES, *words.PUBLISHERS, *words.OTHER_PUBLISHERS, *words.CLASSES, *words.PLAIN_CLASSES)),
    (SHORT_PATTERN, (*words.OTHER_BODIES, *words.KINDS, *words.OPENNESS, *words.OTHERS)),
    (DAY_PATTERN, (*words.DAYS, *words.OTHER_DAYS, *words.FIRST_DAYS)),
    (NUMBER_PATTERN, (*words.NUMBERS, *words.FILE_CODES)),
    (ANY_PATTERN, (*words.TITLES, *words.SUMMARIES)),
    (STATE_PATTERN, words.STATES),
)
LABELS = {label: pattern for pattern, labels in FORMS for label in labels}
"""Each label, without blanks, and what its value looks like."""
STRONG = frozenset((*words.CODES, *words.BODIES, *words.DAYS, *words.NUMBERS, *words.FILE_CODES, *words.PUBLISHERS))
"""Labels that stand in such tables alone; a table has two of them at least."""
FEWEST, FEWEST_STRONG = 3, 2
HEAD_LINES, LINE_LENGTH = 400, 600
"""No site prints so many lines above the table, nor lines so long in it."""
LINES_BETWEEN, FARTHEST = 3, 12
"""From a label to the next, blank lines aside; from the last label to its value, with them."""
GAP = r"[^\S\n]*"
BLANKS = " \t\r\u00a0\u2002\u2003\u3000|│｜" + ABOVE + LEFT
"""What may stand around a value; in an extracted text also cells that are part of its own."""
SPELLINGS = "|".join(GAP.join(label) for label in sorted(LABELS, key=len, reverse=True))
# 标　　题：…, 【发文字号】…, | 成文日期 | …; not 现将名称：
LABEL_PATTERN = re.compile(
    rf"(?:^|(?<=[\s|│｜]))[【\[]?(?P<label>{SPELLINGS})"
    rf"{GAP}(?:[】\]]{GAP}[：:]?|[：:]|[|│｜\t]|$)",
    re.MULTILINE,
)


class Field(NamedTuple):
    """A pair of the table: the label without its blanks, the value, and where the value stands in the text."""

    label: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class HeadTable:
    """The table: its pairs, an empty value where none is printed, and the span of its lines with their line ends."""

    fields: tuple[Field, ...]
    start: int
    end: int

    def first(self, *labels: str) -> Field | None:
        """Return the pair of the first of these labels that has a value."""
        pairs = [pair for label in labels for pair in self.fields if pair.label == label and pair.value]
        return pairs[0] if pairs else None


@dataclass(slots=True)
class Row:
    """A label while its value is looked for."""

    label: str
    start: int
    """Where the value can begin, on the label's line."""
    end: int
    """Where the next label begins on that line, or the line ends."""
    line: int
    order: int
    """Which it is of the lines that are not blank."""


def read_head_table(text: str, most: int = HEAD_LINES) -> HeadTable | None:
    r"""Return the table of particulars above a document, among the first lines that are not blank; None without one.

    >>> read_head_table("发文机关：某局\n成文日期：2020年1月2日\n文号：某发〔2020〕3号\n").first("文号").value
    '某发〔2020〕3号'
    """
    lines = TextLines(text)
    run: list[Row] = []
    for order, index in enumerate(islice(printed_lines(lines), most)):
        rows = list(rows_of(lines, index, order))
        if rows and run and not continues(run, rows):
            if is_table(run):
                break
            run = []
        run += rows
    return build_table(lines, run) if is_table(run) else None


def printed_lines(lines: TextLines) -> Iterator[int]:
    """Yield the places of the lines with anything on them."""
    return (index for index, line in enumerate(lines) if not line.isspace() and line)


def rows_of(lines: TextLines, index: int, order: int) -> Iterator[Row]:
    """Yield the labels of a line, the `order`-th that is not blank; none where other words stand before the first."""
    start, end = lines.starts[index], lines.starts[index + 1] - 1
    found = list(LABEL_PATTERN.finditer(lines.text, start, min(end, start + LINE_LENGTH)))
    if not found or end - start > LINE_LENGTH or lines.text[start : found[0].start()].strip(BLANKS):
        return
    stops = [match.start() for match in found[1:]] + [end]
    for match, stop in zip(found, stops, strict=True):
        yield Row(re.sub(r"\s", "", match["label"]), match.end(), stop, index, order)


def continues(run: list[Row], rows: list[Row]) -> bool:
    """Whether labels go on with the table: a value and blank lines at most between, and none of them there already."""
    return rows[0].order - run[-1].order <= LINES_BETWEEN and {row.label for row in run}.isdisjoint(
        row.label for row in rows
    )


def is_table(rows: list[Row]) -> bool:
    """Whether these labels are a table of particulars, and not the lines of a form or of a page."""
    labels = {row.label for row in rows}
    return len(labels) >= FEWEST and len(labels & STRONG) >= FEWEST_STRONG


def build_table(lines: TextLines, rows: list[Row]) -> HeadTable:
    """Return the table of these labels with their values."""
    fields: list[Field] = []
    last = rows[-1].line
    for number, row in enumerate(rows):
        stop = rows[number + 1].line if number + 1 < len(rows) else min(row.line + FARTHEST, len(lines))
        field = value_beside(lines.text, row)
        line = None if field.value else next_line(lines, row.line + 1, stop)
        below = value_below(lines, row, line, fields) if line is not None else None
        fields.append(below or field)
        last = line if below and line is not None else last
    after = lines.starts[max(last, rows[-1].line) + 1]
    return HeadTable(tuple(fields), lines.starts[rows[0].line], min(after, len(lines.text)))


def value_beside(text: str, row: Row) -> Field:
    """Return what stands behind a label on its line."""
    value = text[row.start : row.end].strip(BLANKS)
    day = DAY_PATTERN.match(value) if LABELS[row.label] is DAY_PATTERN else None
    value = day[0].strip(BLANKS) if day else value  # behind which the page may count its readers
    start = text.find(value, row.start) if value else row.start
    return Field(row.label, value, start, start + len(value))


def next_line(lines: TextLines, first: int, after: int) -> int | None:
    """Return the first line of these with anything on it."""
    return next((index for index in range(first, after) if lines[index].strip(BLANKS)), None)


def value_below(lines: TextLines, row: Row, line: int, fields: list[Field]) -> Field | None:
    """Return the line below a label as its value; None where it cannot be its own, or is the document's title."""
    value = lines[line].strip(BLANKS)
    title = next((field.value for field in fields if field.label in words.TITLES), "")
    if not LABELS[row.label].fullmatch(value) or (title and row.label not in words.TITLES and title.startswith(value)):
        return None
    if row.label == words.TOPIC and not re.search(r"\s", value) and len(value) > 8:
        return None
    start = lines.starts[line] + lines[line].find(value)
    return Field(row.label, value, start, start + len(value))
