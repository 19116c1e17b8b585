"""Characters that only look like the right ones → the right ones, where their neighbours leave no doubt.

Radicals go first, so that every other step sees the characters that are meant; signs inside numbers go last.
"""

import re
from collections.abc import Iterator
from heapq import merge

from scripts.model.vocabulary import Script
from scripts.read.clean.draft import Change
from scripts.read.clean.script import find_script
from scripts.text.radicals import DOUBLES, find_doubles

NUMERALS = "一二三四五六七八九〇"
ROUND = "○◯OＯ0０\u041e\u039f"
"""What stands for 〇: circles, letters, digits."""
# ＧＢ／Ｔ１９００１ → GB／T19001; of ２．５ the dot too
WIDE_PATTERN = re.compile("[０-９Ａ-Ｚａ-ｚ]+|(?<=[０-９])．(?=[０-９])")
LABEL_ENDS = "．.、）)"
NARROW = 0xFEE0
"""So far behind ASCII stand the full-width forms."""
# 二○三五年, 二0二五年, 二〇三Ｏ年 → 二〇三五年 …; 2O25年 → 2025年; 劣∨类 → 劣Ⅴ类
GLYPHS = (
    (re.compile(f"(?<=[{NUMERALS}])[{ROUND}]+(?=[{NUMERALS}年月日〕])"), "〇"),
    (re.compile("(?<=[12])[○◯OＯ〇](?=[0-9]{2}年)"), "0"),
    (re.compile("∨(?=类|级)|(?<=[ⅠⅡⅢⅣ][—～、至])∨"), "Ⅴ"),
)


def restore_radicals(text: str) -> Iterator[Change]:
    """Yield the character that each radical or compatibility character stands for, in the text's own script."""
    is_traditional: bool | None = None
    if next(DOUBLES.find_runs(text), None) is not None:
        is_traditional = find_script(text) is Script.HANT
    for place, right in find_doubles(text, bool(is_traditional)):
        yield Change(place, place + 1, right)


def narrow(text: str) -> Iterator[Change]:
    """Yield full-width letters and digits as ASCII, with the dots between such digits.

    ２０２５年 → 2025年; the number of a heading stays as it is printed: １．堤顶, （２）堤脚
    """
    for match in WIDE_PATTERN.finditer(text):
        if match.end() < len(text) and text[match.end()] in LABEL_ENDS and begins_line(text, match.start()):
            continue
        yield Change(*match.span(), "".join(chr(ord(char) - NARROW) for char in match[0]))


def begins_line(text: str, place: int) -> bool:
    """Whether nothing stands before a place on its line, or a bracket alone."""
    if place and text[place - 1] in "（(":
        place -= 1
    return place == 0 or text[place - 1] == "\n"


def restore_glyphs(text: str) -> Iterator[Change]:
    """Yield the right character for one that only looks like it, where its neighbours leave no doubt."""
    rows = [glyph_changes(text, pattern, right) for pattern, right in GLYPHS]
    yield from merge(*rows, key=lambda change: change.start)


def glyph_changes(text: str, pattern: re.Pattern[str], right: str) -> Iterator[Change]:
    """Yield the right character at every place of a pattern, as often as the wrong one stands there."""
    for match in pattern.finditer(text):
        yield Change(*match.span(), right * len(match[0]))
