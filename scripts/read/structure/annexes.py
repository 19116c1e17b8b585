"""The lines that print 附件: which begin an annex, and which only list the annexes of the document above them."""

import re

from scripts.read.structure.foot import is_day, name_foot
from scripts.read.structure.labels import read_number
from scripts.read.structure.printed import Printed
from scripts.read.structure.titles import Span, title_from

NUMERAL = "[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}"
MARKS = ("附", "【附", "[附")
# 附件, 附 件 1, 附件一：, 附件1., 附：, 附录; not 附件：1.任务清单, 附表1
NAME = rf"附\s*[件录]?\s*(?P<number>{NUMERAL}|)\s*"
BARE_PATTERN = re.compile(
    rf"[【\[]?{NAME}(?:[-－—]\s*[0-9]{{1,2}})?\s*(?:[：:]|(?<=[0-9一二三四五六七八九十])[.．、])?[】\]]?"
)
# 附件1：任务清单, 附件一 任务清单, 附：任务清单
TITLED_PATTERN = re.compile(
    rf"(?P<label>{NAME}(?:[：:]|(?<=[0-9一二三四五六七八九十])[.．、\s]|(?<=[0-9])(?=[^0-9.．、\s]))\s*)"
    r"(?P<title>[^。；，]{2,80})"
)
# 1.任务清单, 2、工作台账.docx: a line of a list of annexes; the first may stand behind 附件：
ENTRY_PATTERN = re.compile(
    rf"(?:附\s*件\s*(?:{NUMERAL})\s*[.．、：:\s]|[0-9０-９]{{1,2}}\s*[.．、：:])\s*[^。；]{{2,100}}"
)
FIRST_ENTRY_PATTERN = re.compile(rf"附\s*件?\s*[：:]\s*{ENTRY_PATTERN.pattern}")
FILE_PATTERN = re.compile(r"\.(?:docx?|xlsx?|pdf|wps|rar|zip|ofd|jpe?g|png)\s*(?:[（(].*)?$", re.IGNORECASE)
FOOT_DISTANCE = 8
"""No more bodies sign a notice below the list of its annexes."""
# a caption ends with no sign of a sentence, and is no row of cells
NO_CAPTION_PATTERN = re.compile(r"[。；：:，]$|\|")
CAPTION_LENGTH = 40
WIDE = {ord("０") + digit: str(digit) for digit in range(10)}


def number_of(match: re.Match[str]) -> int:
    """Return the number that a line 附件 prints; 0 where it prints none."""
    return read_number(match["number"].translate(WIDE)) or 0


def list_end(printed: Printed, index: int) -> int:
    """Return the line after the list of annexes that may begin on this line."""
    end = index + 1
    while end < len(printed) and ENTRY_PATTERN.fullmatch(printed[end]) and not BARE_PATTERN.fullmatch(printed[end]):
        end += 1
    return end


def is_list(printed: Printed, index: int, end: int) -> bool:
    """Whether these lines list the annexes of the document above, and begin none."""
    words = printed[index]
    is_bare = BARE_PATTERN.fullmatch(words) is not None
    if FILE_PATTERN.search(printed[end - 1]):
        return True
    if end == len(printed):
        return not is_bare
    if is_bare:
        return end > index + 1 and is_signed(printed, end)
    is_alone = end == index + 1 and not BARE_PATTERN.fullmatch(printed[end])
    return FIRST_ENTRY_PATTERN.fullmatch(words) is not None or is_signed(printed, end) or not is_alone


def is_signed(printed: Printed, index: int) -> bool:
    """Whether who signs, and when, stands from this line on."""
    for place in range(index, min(index + FOOT_DISTANCE, len(printed))):
        if printed.is_labelled(place):
            return False
        if is_day(printed, place):
            return True
        if place > index + 1 and not name_foot(printed[place]):
            return False
    return False


def annex_title(printed: Printed, index: int) -> Span:
    """Return the lines of the title below a line 附件; an empty span where there is none."""
    title = title_from(printed, index)
    if title:
        return title
    words = printed[index]
    is_caption = len(words) <= CAPTION_LENGTH and not NO_CAPTION_PATTERN.search(words)
    has_text = index + 1 < len(printed) and not printed.is_labelled(index)
    return (index, index + 1) if is_caption and has_text else (index, index)
