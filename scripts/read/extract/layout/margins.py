"""The sheets of a document → which of their rows are no text: page numbers, running heads and feet.

1. A number with its dashes or words (— 1 —, 第2页 共12页) at the edge of a page.
2. A bare number at the edge, where a number stands so on other pages too that rises with them.
3. What stands at the edge of three pages, or of both of two, at one place in the same words, or but for such a number.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from scripts.read.extract.layout.sheets import Row, Sheet, row_text

EDGE = 0.18
"""So much of a page's height is its edge, above and below."""
DEEPEST = 3
"""So many rows at most stand there."""
NEAR = 8.0
"""What stands at one place is so many points away on another page at most."""
FEWEST_PAGES = 3
LONGEST = 80
DASH = "[—–―－─~～·•.-]"
# — 1 —, -12-, 第2页, 第 2 页 共 12 页, 2/12, Page 3 of 12
SURE_PATTERN = re.compile(
    rf"{DASH}+(?P<dashed>\d{{1,4}}){DASH}+|第(?P<said>\d{{1,4}})页(?:[,，/／]?(?:共|总)\d{{1,4}}页)?"
    r"|(?P<of>\d{1,4})[/／]\d{1,4}|[Pp]age(?P<english>\d{1,4})(?:of\d{1,4})?"
)
# Ⅲ, iv: how the pages before the first are numbered, at their foot
ROMAN_PATTERN = re.compile(rf"{DASH}*(?:[Ⅰ-ⅿ]{{1,4}}|[ivx]{{1,6}}|[IVX]{{1,6}}){DASH}*")
# 2025, 3: the numbers of a row, between what is around them
NUMBER_PATTERN = re.compile(r"(\d+)")
MOST_PIECES = 11
"""So many pieces has a row of five numbers."""
# 附件2, 附表: what stands at the same place of several pages, and is text
ANNEX_PATTERN = re.compile(r"附[件表录图则]|续?表\d|专栏|.*[。；]$")


class Candidate(NamedTuple):
    """A row at the edge of a page."""

    page: int
    is_head: bool
    depth: int
    """How many rows stand farther out."""
    place: int
    """How far from the edge, in steps of `NEAR`."""
    text: str
    """Without blanks."""
    row: Row


def set_margins_apart(sheets: Sequence[Sheet]) -> None:
    """Move the rows of each sheet that every page repeats to its heads and feet."""
    candidates = [candidate for page, sheet in enumerate(sheets) for candidate in find_candidates(page, sheet)]
    repeated = find_repeated(candidates)
    inner = count_inner(sheets)
    kept: dict[tuple[int, bool], int] = {}
    for candidate in sorted(candidates, key=lambda candidate: candidate[:3]):
        edge = candidate.page, candidate.is_head
        if kept.get(edge, 0) == candidate.depth and is_margin(candidate, repeated, inner, len(sheets)):
            kept[edge] = candidate.depth + 1
    for page, sheet in enumerate(sheets):
        above, below = kept.get((page, True), 0), kept.get((page, False), 0)
        end = len(sheet.rows) - below
        sheet.heads, sheet.feet = sheet.rows[:above], sheet.rows[end:]
        sheet.rows = sheet.rows[above:end]


def find_candidates(page: int, sheet: Sheet) -> Iterator[Candidate]:
    """Yield the rows at a page's edges, from the outermost inwards."""
    tops = [table.grid.ys[0] for table in sheet.tables]
    bottoms = [table.grid.ys[-1] for table in sheet.tables]
    for depth, row in enumerate(sheet.rows[:DEEPEST]):
        y = row[0].base
        if y < EDGE * sheet.height and y < min(tops, default=y + 1):
            yield Candidate(page, True, depth, round(y / NEAR), plain_text(row), row)
    for depth, row in enumerate(sheet.rows[: -DEEPEST - 1 : -1]):
        y = row[0].base
        if y > (1 - EDGE) * sheet.height and y > max(bottoms, default=y - 1):
            yield Candidate(page, False, depth, round((sheet.height - y) / NEAR), plain_text(row), row)


def plain_text(row: Row) -> str:
    """Return the text of a row without blanks."""
    return "".join(row_text(row).split())


Sign = tuple[bool, int, str]
"""By which rows of several pages are one: at the head or not, where, and in which words."""


def find_repeated(candidates: Sequence[Candidate]) -> Counter[Sign]:
    """Return how many pages have a row of each sign."""
    found: defaultdict[Sign, set[int]] = defaultdict(set)
    for candidate in candidates:
        for sign in signs(candidate, near=1):
            found[sign].add(candidate.page)
    return Counter({sign: len(on) for sign, on in found.items()})


def signs(candidate: Candidate, near: int = 0) -> Iterator[Sign]:
    """Yield the signs of a row: its words, each of its numbers either as it is or as how far it is from the page's."""
    pieces = NUMBER_PATTERN.split(candidate.text)
    ways = [(piece, f"<{int(piece[:6]) - candidate.page}>") if piece.isdecimal() else (piece,) for piece in pieces]
    texts = product(*ways) if len(pieces) <= MOST_PIECES else [pieces]
    for text in map("".join, texts):
        for place in range(candidate.place - near, candidate.place + near + 1):
            yield candidate.is_head, place, text


def count_inner(sheets: Sequence[Sheet]) -> Counter[str]:
    """Return how often each short row stands in the middle of a page."""
    rows = (row for sheet in sheets for row in sheet.rows[DEEPEST:-DEEPEST])
    return Counter(text for row in rows if len(text := plain_text(row)) <= LONGEST)


def is_margin(candidate: Candidate, repeated: Counter[Sign], inner: Counter[str], pages: int) -> bool:
    """Whether a row is no text."""
    is_roman = not candidate.is_head and ROMAN_PATTERN.fullmatch(candidate.text)
    if is_roman or SURE_PATTERN.fullmatch(candidate.text):
        return True
    if ANNEX_PATTERN.match(candidate.text) or len(candidate.text) > LONGEST:
        return False
    most = max(repeated[sign] for sign in signs(candidate))
    if candidate.text.isdecimal():
        rising = max(repeated[sign] for sign in signs(candidate) if sign[2] != candidate.text)
        return rising > 1 or (pages == 1 and candidate.text == "1" and not candidate.is_head)
    if 2 * inner[candidate.text] >= most:
        return False
    return most >= FEWEST_PAGES or most == pages == 2
