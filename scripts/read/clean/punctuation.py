"""Punctuation that the copy folded to ASCII → the full-width marks of Chinese, in Chinese context only.

The crawl folded U+FF01–U+FF5E. A mark goes back where Chinese stands beside it; numbers (1,000; 12:30), addresses,
and marks between Latin letters stay. Brackets go back in pairs. A `.` always stays: it numbers lists and decimals.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator

from scripts.read.clean.draft import Change
from scripts.text.characters import CJK

MARKS = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）"}
MARK_PATTERN = re.compile("[,:;!?()]")
# http://www.shm.com.cn/a,b  name@example.cn; not 见www
ADDRESS_PATTERN = re.compile(r"\b[A-Za-z][A-Za-z0-9+.-]{0,20}://[!-~]+|\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]+", re.ASCII)
CONTEXT_PATTERN = re.compile(f"[{CJK}％℃Ⅰ-Ⅻ]")
BRACKET_REACH = 200
"""So far into a bracket Chinese is looked for."""
LOSS_MARKS = ";,。；，"
"""After these a `?` is no question mark but a byte that a broken encoding lost: 规?；洜I率."""


def restore_punctuation(text: str) -> Iterator[Change]:
    """Yield the full-width form of each folded mark.

    (一)指导思想,2018-2022 → （一）指导思想，2018-2022; 1,000 and 12:30 stay.
    """
    end = -1
    while mark := MARK_PATTERN.search(text, end + 1):  # in the next line that has one
        start, end = text.rfind("\n", 0, mark.start()) + 1, text.find("\n", mark.start())
        end = end if end >= 0 else len(text)
        line = text[start:end]
        if CONTEXT_PATTERN.search(line):
            for place in folded_places(line):
                yield Change(start + place, start + place + 1, MARKS[line[place]])


def folded_places(line: str) -> Iterator[int]:
    """Yield the places of the folded marks of a line with Chinese in it; none inside an address."""
    has_address = "://" in line or "@" in line
    kept = [place for match in ADDRESS_PATTERN.finditer(line) for place in match.span()] if has_address else []
    brackets = folded_brackets(line)
    for match in MARK_PATTERN.finditer(line):
        place = match.start()
        is_kept = bisect_right(kept, place) % 2
        if not is_kept and (brackets[place] if match[0] in "()" else is_folded(line, place)):
            yield place


def is_folded(line: str, place: int) -> bool:
    """Whether the mark at this place of a line with Chinese in it was a full-width one."""
    left, right = line[place - 1 : place] if place else "", line[place + 1 : place + 2]
    if line[place] == "?" and right and right in LOSS_MARKS:
        return False
    if CONTEXT_PATTERN.match(left) or CONTEXT_PATTERN.match(right):
        return True
    if line[place] in ":!?":
        return False
    is_inside_word = left.isascii() and left.isalnum() and right.isascii() and right.isalnum()
    return not is_inside_word and right != " "


def folded_brackets(line: str) -> bytearray:
    """Return a 1 for each place of a line at which a bracket was full-width: a pair counts as one."""
    folded = bytearray(len(line))
    open_places = array("i")
    for match in re.finditer("[()]", line):
        place = match.start()
        if match[0] == "(":
            open_places.append(place)
        elif open_places:
            start = open_places.pop()
            touches = line[max(start - 1, 0) : start] + line[place + 1 : place + 2]
            if CONTEXT_PATTERN.search(touches) or CONTEXT_PATTERN.search(
                line, start + 1, min(place, start + BRACKET_REACH)
            ):
                folded[start] = folded[place] = 1
        elif is_folded(line, place):
            folded[place] = 1
    for place in open_places:
        folded[place] = is_folded(line, place)
    return folded
