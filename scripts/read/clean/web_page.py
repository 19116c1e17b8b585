"""The web page around a document → nothing; the document's own lines stay.

1. Before the document: its menu, the table of its index, and lines that only a web page has (`page_head.py`).
2. After it: from the first such line behind all that only a document has to the end (`page_foot.py`).
3. Between: rows of buttons.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from scripts.read.clean.draft import Change
from scripts.read.clean.head_labels import label_of
from scripts.read.clean.page_foot import foot_line, inner_lines
from scripts.read.clean.page_head import head_lines
from scripts.text.lines import TextLines
from scripts.text.page_lines import is_body

HEAD_LENGTH = 2000
"""No web page has so many lines before its document."""


def drop_web_page(text: str) -> Iterator[Change]:
    """Yield the removal of every line that belongs to the page and not to the document."""
    lines = TextLines(text)
    dropped, tail = page_parts(lines)
    last_kept = next((index for index in reversed(range(tail)) if index not in dropped), None)
    if last_kept is None:
        return
    for index in sorted(dropped):
        if index < last_kept:  # with the line end after it
            yield Change(lines.starts[index], lines.starts[index + 1], "")
    if last_kept < len(lines) - 1:
        yield Change(lines.starts[last_kept + 1] - 1, len(text), "")


def page_parts(lines: TextLines) -> tuple[set[int], int]:
    """Return the page's lines before and in the document, and the index of the first after it."""
    tail = foot_line(lines)
    end = body_line(lines, tail)
    dropped = set(head_lines(list(islice(lines, end))))
    return dropped | set(inner_lines(lines, end, tail)), tail


def body_line(lines: Sequence[str], tail: int) -> int:
    """Return the index of the line with which the document has begun at the latest."""
    most = min(HEAD_LENGTH, tail)
    return next((i for i, line in enumerate(islice(lines, most)) if is_body(line) and not is_of_table(lines, i)), most)


def is_of_table(lines: Sequence[str], index: int) -> bool:
    """Whether a line stands in a page's table: what the label 内容概述 asks for is a sentence."""
    return label_of(lines[index]) is not None or (index > 0 and label_of(lines[index - 1]) == ("内容概述", ""))
