"""The blocks that LibreOffice's conversion yields → the same, with a doubt where it numbers otherwise than Word.

LibreOffice 7.4 begins every level of a list anew below the levels above, and prints a number of a level above in that
level's own figures. So articles that Word counts through all chapters begin with 第一条 in each, and 2.1 becomes 二.1.
"""

import re
from collections.abc import Iterable, Iterator

from scripts.read.extract.blocks import Block, Paragraph

HAN = "[一二三四五六七八九十百零〇]+"
# 第二章 监督管理, 第 三 节; not 第二章规定的
DIVISION_PATTERN = re.compile(rf"第\s?(?P<number>{HAN})\s?(?P<kind>[编編章节節])(?![一-龥])")
# 第一条 为了; 第一条
FIRST_ARTICLE_PATTERN = re.compile(r"第\s?一\s?[条條](?![、，第至和或及与的])")
# 二.1 目标, 二.一.1; not 二.目标
MIXED_PATTERN = re.compile(rf"{HAN}[.．](?:\d|{HAN}[.．、\s])")
SECTIONS, FIRST = "节節", "一"
REMEDY = "compare its number with the document, or open it in Word and save it as DOCX"
AGAIN = f"begins with 第一条 in a later chapter, as LibreOffice counts, where Word may count on; {REMEDY}"
MIXED = f"has a number in two kinds of figures, as LibreOffice writes, where Word may print plain ones; {REMEDY}"


def doubt_numbers(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, with a doubt on the first paragraph of each kind whose number Word may print otherwise."""
    is_later, said = False, set[str]()
    for block in blocks:
        doubt = ""
        if isinstance(block, Paragraph):
            is_later = is_in_later(block.text, is_later=is_later)
            doubt = find_doubt(block.text, is_later=is_later)
        if doubt and doubt not in said:
            said.add(doubt)
            yield block._replace(doubt="; ".join(filter(None, (block.doubt, doubt))))
        else:
            yield block


def is_in_later(text: str, *, is_later: bool) -> bool:
    """Return whether what follows a paragraph stands in another chapter or section than the first."""
    found = DIVISION_PATTERN.match(text)
    if found is None:
        return is_later
    return found["number"] != FIRST or (found["kind"] in SECTIONS and is_later)


def find_doubt(text: str, *, is_later: bool) -> str:
    """Return what is unsure of a paragraph's number; nothing for most."""
    if is_later and FIRST_ARTICLE_PATTERN.match(text):
        return AGAIN
    return MIXED if MIXED_PATTERN.match(text) else ""
