"""The lines of a page above its document → which of them go.

1. All above the way to the page (当前位置：首页 > 文件), for that is its menu; where a page shows no way, the buttons
   and short words that it begins with.
2. Below it the lines that only a page has, the table of its index with all values, and titles that the document prints
   again.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from scripts.read.clean.head_labels import NAME, TITLE_LIKE_PATTERN, find_tables, label_of
from scripts.text import page_lines
from scripts.text.page_lines import is_widget
from scripts.text.spans import FormFinder

# 某市财政局（某市国有资产监督管理局）, the name of a site
SITE_PATTERN = re.compile("(?:门户)?网站?$|[（(][^（()）]{2,40}[)）]$")
MENU_WORD_LENGTH, VALUE_LENGTH = 8, 20
"""An unknown line of a menu is no longer, and neither is what stands below a bare label."""
# 关于印发某方案的通知 is not the title of the plan that it brings
ISSUING_PATTERN = re.compile("印发|转发|批转")
STEP_PATTERN = re.compile("[>»›＞|]{1,3}")
# 来源：某报, 2031-01-02: below a title as well as below a menu
INFO_PATTERN = re.compile(r"来源|作者|时间|日期|\d{4}")
FEWEST_WORDS = 3
"""So many short lines above a line that only a page has are a menu."""
TITLE_LENGTH = 8
"""A title is at least so long: shorter lines come again by chance."""
TITLE_LINES = 12
"""Among so many lines below the page's head its title is looked for, on one line or on several."""
LONGEST_TITLE = 200
NOT_WORD = (
    "".join(chr(n) for n in range(0x2000) if not chr(n).isalnum())
    + "、。《》〈〉〔〕【】「」『』—…·，：；！？（）“”‘’＞　"
)
WORDS_ONLY = str.maketrans("", "", NOT_WORD)


def head_lines(lines: Sequence[str]) -> Iterator[int]:
    """Yield the indices of the page's lines among those above the document's body, in order."""
    own = set(find_own(lines))
    if all(page_lines.is_bare(lines[i]) for i in own):
        return
    crumbs = next(
        (i for i in reversed(range(len(lines))) if page_lines.CRUMBS_PATTERN.search(lines[i]) and i in own), None
    )
    own |= set(find_menu(lines, own) if crumbs is None else find_above(lines, crumbs))
    own |= set(find_beside(lines, own))
    last = max(own)
    own |= set(find_repeated(lines, last, own))
    yield from sorted(own)


def find_own(lines: Sequence[str]) -> Iterator[int]:
    """Yield the lines that only a page has, its table among them, and the values of its labels."""
    for table in find_tables(lines):
        yield from table
    for index, line in enumerate(lines):
        if page_lines.is_head_line(line):
            yield index
            if line.endswith((":", "：")) and index + 1 < len(lines) and is_value(lines, index + 1):
                yield index + 1


def is_value(lines: Sequence[str], index: int) -> bool:
    """Whether a line is what a bare label (来源：) asks for: it is short, and the page goes on behind it."""
    line, following = lines[index], lines[index + 1] if index + 1 < len(lines) else ""
    is_short = len(line) <= VALUE_LENGTH and not TITLE_LIKE_PATTERN.search(line) and label_of(line) is None
    return is_short and (page_lines.is_head_line(following) or is_widget(following))


def find_above(lines: Sequence[str], crumbs: int) -> Iterator[int]:
    """Yield what stands above the way to the page, and the steps of the way that have lines of their own.

    A title stays where none stands below: then the document begins above.
    """
    place = crumbs + 1 + lines[crumbs].endswith((":", "："))
    while place < len(lines) and any(map(STEP_PATTERN.fullmatch, lines[place - 1 : place + 1])):
        if len(lines[place]) >= TITLE_LENGTH and TITLE_LIKE_PATTERN.search(lines[place]):
            break
        place += 1
    if place > crumbs + 1 and place < len(lines) and lines[place] == lines[place - 1]:
        place += 1  # 首页 > 要闻, and again 要闻 above the title
    has_title = any(TITLE_LIKE_PATTERN.search(line) for line in lines[place:])
    for index in range(min(place, len(lines))):
        if has_title or len(lines[index]) < TITLE_LENGTH or not TITLE_LIKE_PATTERN.search(lines[index]):
            yield index


def find_menu(lines: Sequence[str], own: set[int]) -> Iterator[int]:
    """Yield the rows of buttons that a page begins with, the site's name above them, and short words between them."""
    site = lines[0] if NAME.fullmatch(SITE_PATTERN.sub("", lines[0])) and all(map(is_widget, lines[1:3])) else None
    row = next((i for i, line in enumerate(lines) if i in own or is_widget(line) or not is_menu_word(line)), 0)
    if row >= FEWEST_WORDS and (row in own or is_widget(lines[row])) and not INFO_PATTERN.search(lines[row]):
        yield from range(row)
        return
    waiting: list[int] = []  # what is the menu's if buttons follow
    for index, line in enumerate(lines):
        if is_widget(line):
            yield from waiting
            yield index
            waiting = []
        elif (index == 0 and not site) or not (index in own or is_menu_word(line) or (site and line.startswith(site))):
            return
        else:
            waiting.append(index)


def is_menu_word(line: str) -> bool:
    """Whether a line may be the name of a part of a site."""
    return len(line) <= MENU_WORD_LENGTH and not TITLE_LIKE_PATTERN.search(line) and not set(line) & set("。，；：〔《")


def find_beside(lines: Sequence[str], own: set[int]) -> Iterator[int]:
    """Yield the words of buttons, and the bare signs, that stand right beside what is the page's."""
    for index in sorted(own):
        for step in (-1, 1):
            place = index + step
            while 0 <= place < len(lines) and place not in own and is_widget(lines[place]):
                yield place
                place += step


def find_repeated(lines: Sequence[str], last: int, own: set[int]) -> Iterator[int]:
    """Yield the titles of the page that the document prints again below it."""
    words = [line.translate(WORDS_ONLY) if len(line) <= LONGEST_TITLE else "" for line in lines]
    forms = [word for word in words[last + 1 :] if len(word) >= TITLE_LENGTH]
    starts = [0, *accumulate(len(word) + 1 for word in words[: last + 1])]
    for start, end in FormFinder(forms).find("\n".join(words[: last + 1])):
        index = bisect_right(starts, start) - 1
        if end == starts[index + 1] - 1 and not ISSUING_PATTERN.search(words[index]):
            yield index
    below = words[last + 1 : last + 1 + TITLE_LINES]
    for index in range(max(last - TITLE_LINES, 0), last):
        if index not in own and len(words[index]) >= TITLE_LENGTH and is_printed(words[index], below):
            yield index
    for index in range(last + 1, min(last + 1 + TITLE_LINES, len(words) - 1)):
        if len(words[index]) >= TITLE_LENGTH and words[index] == words[index + 1]:
            yield index


def is_printed(title: str, lines: Sequence[str]) -> bool:
    """Whether some of these lines, one after the other, are a title."""
    for first in range(len(lines)):
        rest, place = title, first
        while rest and place < len(lines) and lines[place] and rest.startswith(lines[place]):
            rest, place = rest[len(lines[place]) :], place + 1
        if not rest:
            return True
    return False
