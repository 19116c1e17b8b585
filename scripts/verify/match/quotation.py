"""Quoted words → the ways in which they can be read: each a row of parts that must stand in the archive in their order.

Marks of quotation around the whole are taken off. An ellipsis stands for words left out. Square brackets are the
quoting author's: what stands in them may be of the text ([质量]强市), a capital changed ([T]he), a word put in
(它[企业]应当), or one put in place of others; each is tried, in this order.
`docs/assets/javascripts/verify/quotation.js` does the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.verify.match.letters import fold_words

PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "«": "»", "„": "“"}
STRAIGHT = "\"＂'"
# ……  …  ...  . . .  [...]  〔…〕  （中略）  not: ..
ELLIPSIS_PATTERN = re.compile(
    r"[\[［〔【（(]\s*(?:…+|⋯+|\.{3,}|。{3,}|\.(?: \.){2,}|[前中下后]?略|省略)\s*[\]］〕】）)]"
    r"|…+|⋯+|\.{3,}|。{3,}|\.(?: \.){2,}"
)
BRACKET_PATTERN = re.compile(r"[\[［〔【](?P<inner>[^\[\]［］〔〕【】]{0,120})[\]］〕】]")
GAP = "\0"
LONGEST = 5000
"""A quotation of more characters is none; so long a text is compared by other means."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a quotation."""

    parts: tuple[str, ...]
    """As they are written, each with words."""
    folded: tuple[str, ...]
    is_free: bool = False
    """Whether it leaves out what stands in brackets: such a reading counts only where those before it stand nowhere."""

    @property
    def size(self) -> int:
        """How many characters are compared."""
        return sum(map(len, self.folded))


def read_quotation(quotation: str) -> list[Reading]:
    """Return the ways to read a quotation, the likeliest first; none where it has no words.

    >>> [reading.parts for reading in read_quotation("“质量……强[省]市”")]
    [('质量……强[省]市',), ('质量', '强[省]市'), ('质量', '强市'), ('质量', '强', '市')]
    """
    bare = without_marks(quotation)
    cut = ELLIPSIS_PATTERN.sub(GAP, bare)
    found: dict[tuple[str, ...], Reading] = {}
    for text, is_free in ((bare, False), (cut, False), *bracket_readings(cut)):
        parts = tuple(part for part in (piece.strip() for piece in text.split(GAP)) if fold_words(part))
        if parts:
            found.setdefault(parts, Reading(parts, tuple(fold_words(part) for part in parts), is_free))
    return list(found.values())


def bracket_readings(text: str) -> Iterator[tuple[str, bool]]:
    """Yield a text with its brackets read in each way but the first, and whether it leaves out what they hold."""
    yield BRACKET_PATTERN.sub(change_case, text), False
    yield BRACKET_PATTERN.sub("", text), True
    yield BRACKET_PATTERN.sub(GAP, text), True


def change_case(match: re.Match[str]) -> str:
    """Return a bracketed letter as the text may have it: [T]he, the; anything else stays."""
    inner = match["inner"]
    return inner.swapcase() if len(inner) == 1 and inner.swapcase() != inner else match[0]


def without_marks(quotation: str) -> str:
    """Return a quotation without the marks around the whole of it.

    >>> without_marks(" “‘放管服’改革” "), without_marks("“甲”和“乙”")
    ('‘放管服’改革', '“甲”和“乙”')
    """
    text = quotation.strip()
    while len(text) > 2 and is_enclosed(text):
        text = text[1:-1].strip()
    return text


def is_enclosed(text: str) -> bool:
    """Whether the first mark of quotation of a text is closed by its last character."""
    first, last = text[0], text[-1]
    if first in STRAIGHT:
        return last == first and first not in text[1:-1]
    if PAIRS.get(first) != last:
        return False
    depth = 0
    for place, char in enumerate(text):
        depth += (char == first) - (char == last)
        if depth == 0:
            return place == len(text) - 1
    return False
