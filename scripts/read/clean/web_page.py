"""The web page around a document → nothing; the document's own lines stay.

1. Before the document: lines that only a web page has (source, time, font size, views), up to the last of them, and
   titles of the page that the document itself prints again below.
2. After it: from the first such line that follows the last numbered heading to the end.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, islice

from scripts.read.clean.draft import Change
from scripts.read.structure.lines import is_labelled
from scripts.text.lines import TextLines
from scripts.text.spans import FormFinder

# Each with an example from the corpus; none may match a sentence of a policy.
FURNITURE_PATTERN = re.compile(
    r"^(?:文章)?来源[:：]"  # 来源:
    r"|文章来源[:：]|浏览(?:量|次数)[:：]"  # 浏览量:          时间:2021-03-20 11:44:54
    r"|^(?:发布|更新)?(?:时间|日期)[:：]"
    r"|^\d{4}-\d\d-\d\d(?:[ \u00a0]+\d\d?:\d\d(?::\d\d)?)?"  # 2018-09-10 16:50:04
    r"|^字体[:：]|^政策解读[:：]"  # 字体:【    】 打印
    r"|^\S*网[ \u00a0]*>|[^ \u00a0]网[ \u00a0]*>|^(?:当前位置|首页)[ \u00a0]*[:：>]"  # 民意通旅游财经 水母网> 专题
    r"|^责任编辑|^版权声明|^网友评论|^本文(?:链接|关键词)|^扫描二维码|微信公众号$"
    r"|^(?:上|下)一篇|^分享到|^打印本页|ICP备"
)
FURNITURE_LENGTH = 80
HEAD_LENGTH = 2000
"""No web page has so many lines before its document."""
SENTENCE_LENGTH = 40
"""A line at least so long that holds a full stop is the document's; the page's head ends before it."""
NOT_WORD_PATTERN = re.compile(r"\W+")


def drop_web_page(text: str) -> Iterator[Change]:
    """Yield the removal of every line that belongs to the page and not to the document."""
    lines = TextLines(text)
    head, tail = list(head_lines(lines)), tail_line(lines)
    if tail == 0 or (not head and tail == len(lines)):
        return
    dropped = set(head)
    last_kept = next((index for index in reversed(range(tail)) if index not in dropped), None)
    if last_kept is None:
        return
    for index in head:
        if index < last_kept:  # with the line end after it
            yield Change(lines.starts[index], lines.starts[index + 1], "")
    if last_kept < len(lines) - 1:
        yield Change(lines.starts[last_kept + 1] - 1, len(text), "")


def is_furniture(line: str) -> bool:
    """Whether only a web page has such a line."""
    return len(line) <= FURNITURE_LENGTH and "。" not in line and bool(FURNITURE_PATTERN.search(line))


def head_lines(lines: TextLines) -> Iterator[int]:
    """Yield the indices of the page's lines before the document, in order."""
    end = next((i for i, line in enumerate(islice(lines, HEAD_LENGTH)) if is_body(line)), min(len(lines), HEAD_LENGTH))
    furniture = [i for i in range(end) if is_furniture(lines[i])]
    if not furniture:
        return
    words = [NOT_WORD_PATTERN.sub("", line) for line in lines[:end]]
    head = words[: furniture[-1] + 1]
    places = [start for start, _ in FormFinder(words[len(head) :]).find("\n".join(head))]
    starts = [0, *accumulate(len(line) + 1 for line in head)]
    repeated = {bisect_right(starts, place) - 1 for place in places}
    yield from sorted(repeated.union(furniture))


def tail_line(lines: TextLines) -> int:
    """Return the index of the first of the page's lines after the document; the number of lines where it has none."""
    last = next((i for i in reversed(range(len(lines))) if is_labelled(lines[i])), len(lines))
    return next((i for i in range(last + 1, len(lines)) if is_furniture(lines[i])), len(lines))


def is_body(line: str) -> bool:
    """Whether the document has begun at the latest with this line."""
    return is_labelled(line) or (len(line) >= SENTENCE_LENGTH and "。" in line)
