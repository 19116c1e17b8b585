"""A line end → whether nothing but a broken line has it, whatever the text around: inside a word, a figure, a bracket.

So it is before a mark that begins no line, between the digits of one number, inside a title or a bracket, and behind
or before a word with which no line ends or begins. What may be the end of a heading, a name or a cell of a table stays.
"""

import re
from typing import NamedTuple

from scripts.read.structure.lines import is_labelled
from scripts.text.characters import HAN_PATTERN
from scripts.text.page_lines import NUMBERED_PATTERN

STOPS = frozenset("。！？；：…!?;:”")
WRAPPED_LENGTH = 40
"""A line that holds a whole sentence, is at least so long and then stops in the middle of one was broken."""
BRACKET_REACH, FIGURE_REACH, TOKEN_LENGTH = 60, 24, 8
"""So far apart may the halves of a bracket be that a line end parts; so long is the number of a standard, and a word
that was set off by itself."""
PROSE_PATTERN = re.compile("[，。；]")
# What follows belongs to the line above: ，建设水库; and 的, 是： after words that were set off
CONTINUING_PATTERN = re.compile("[，。、；：！？）》〉”’】〕]|的(?![士确])|是[：:]|等[，。、]")
CONTINUING_FIRST = frozenset("，。、；：！？）》〉”’】〕的是等")
# Behind these a sentence goes on: 今年的, 标准和; not 目的, 参与
OPEN_PATTERN = re.compile(
    "(?<![目标])的$|(?<![共总饱温中缓随谐调])和$|(?<![普涉])及$|(?<![参给赋])与$|(?<!甚)至$|[，、（《〈“‘]$"
)
OPEN_LAST = frozenset("的和及与至，、（《〈“‘")
# 统 / 一、可持续: half a word, and no number; 第三条第 / （一）项 likewise
NUMERAL = "[一二三四五六七八九十]+"
HALF_WORD_PATTERN = re.compile(
    f"[统唯第之逐单同专合归十不其再]\n{NUMERAL}[、.]|[条款第、和及至或]\n[（(]{NUMERAL}[)）]"
)
# 第二条规定的, 1.2万人: no number of a heading where a sentence goes on
REFERENCE_PATTERN = re.compile(
    "第[一二三四五六七八九十百零〇\\d]+[章节条](?:第|规定|的|所|中|款|、|和|至|以|之|及)|\\d+\\.\\d+[%％‰万亿个倍]"
)
# 稳定在9 / 5%以上; GB/T 19001- / 2016
FIGURE_PATTERN = re.compile(r"\d\n\d+(?:\.\d+)?(?:[%％‰]|[万亿]?[个家项元人户件亩吨次条张所座])")
STANDARD_PATTERN = re.compile(r"[A-Z]{1,4}(?:/[A-Z])?[ \u00a0]?\d+(?:\.\d+)*[-—–]$")
# 以PM / 2.5 / 浓度下降。: a part of a sentence that was set off
TOKEN_PATTERN = re.compile(r"[A-Za-z\d.%]{1,8}")


class Break(NamedTuple):
    """A line end of a text, between the line above it and the one below."""

    start: int
    end: int
    """Where the line above begins and ends."""
    stop: int
    """Where the line below ends."""


def is_prose(text: str, start: int, end: int) -> bool:
    """Whether a line has the marks of sentences."""
    return PROSE_PATTERN.search(text, start, end) is not None


def begins(text: str, place: Break) -> bool:
    """Whether something numbered begins with the line below."""
    below = text[place.end + 1 : place.stop]
    if not (is_labelled(below) or NUMBERED_PATTERN.match(below)):
        return False
    if text[place.end - 1] in STOPS:
        return True
    return not (is_half_word(text, place) or REFERENCE_PATTERN.match(below))


def is_half_word(text: str, place: Break) -> bool:
    """Whether what looks like a number is the end of a word in a sentence."""
    return HALF_WORD_PATTERN.match(text, place.end - 1) is not None and is_prose(text, place.start, place.end)


def is_sure(text: str, place: Break, lines: int) -> bool:
    """Whether nothing but a broken line ends so; so many lines are already joined to the one above the line end."""
    start, end, _ = place
    last, first = text[end - 1], text[end + 1]
    if last in STOPS:
        return False
    if first in CONTINUING_FIRST and CONTINUING_PATTERN.match(text, end + 1):
        return True
    if first.isascii():
        return first.isalnum() and (is_figure(text, place) or is_token(text, place))
    if goes_on(text, start, end) or (lines > 1 and TOKEN_PATTERN.fullmatch(text, start, end)):
        return HAN_PATTERN.match(first) is not None and not begins(text, place)
    return is_in_bracket(text, place)


def goes_on(text: str, start: int, end: int) -> bool:
    """Whether a line stops where no sentence does."""
    if text[end - 1] in OPEN_LAST and OPEN_PATTERN.search(text, max(start, end - 2), end):
        return True
    return end - start >= WRAPPED_LENGTH and is_broken_off(text, start, end)


def is_broken_off(text: str, start: int, end: int) -> bool:
    """Whether the line holds a sentence and then stops inside another one."""
    return HAN_PATTERN.match(text, end - 1) is not None and text.find("。", start, end - 1) >= 0


def is_figure(text: str, place: Break) -> bool:
    """Whether one number stands on both lines."""
    if FIGURE_PATTERN.match(text, place.end - 1):
        return is_prose(text, place.start, place.end)
    reach = max(place.start, place.end - FIGURE_REACH)
    return text[place.end + 1].isdigit() and STANDARD_PATTERN.search(text, reach, place.end) is not None


def is_token(text: str, place: Break) -> bool:
    """Whether the line below is one short word, between a sentence that it belongs to and the rest of that."""
    if place.stop - place.end > TOKEN_LENGTH + 1:
        return False
    if not TOKEN_PATTERN.fullmatch(text, place.end + 1, place.stop) or not is_prose(text, place.start, place.end):
        return False
    after = text.find("\n", place.stop + 1)
    after = after if after >= 0 else len(text)
    return HAN_PATTERN.match(text, place.stop + 1) is not None and is_prose(text, place.stop + 1, after)


def is_in_bracket(text: str, place: Break) -> bool:
    """Whether the line end parts the two halves of a bracket."""
    reach = max(place.start, place.end - BRACKET_REACH)
    if text.find("《", reach, place.end) < 0 and text.find("（", reach, place.end) < 0:
        return False
    above = text[reach : place.end]
    below = text[place.end + 1 : min(place.stop, place.end + BRACKET_REACH)]
    for left, right in ("《》", "（）"):
        is_open = above.rfind(left) > above.rfind(right) and "。" not in above[above.rfind(left) :]
        closed = below.find(right)
        if is_open and closed >= 0 and left not in below[:closed]:
            return True
    return False
