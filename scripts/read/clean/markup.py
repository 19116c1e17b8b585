"""The signs of Markdown in a text → nothing; the words that they marked stay.

A text is Markdown where its first line is one of its headings, or two lines are, or begin with words between double
asterisks. Else asterisks are what a mask or a lost passage left, and stay: 138****1234, 张**和李**.
"""

import re
from collections.abc import Iterator
from heapq import merge
from itertools import islice

from scripts.read.clean.draft import Change

# # 关于水库的意见, **一、检查**; not #1机组, **, *****
EVIDENCE_PATTERN = re.compile(r"^(?:#{1,6}[ \t\u00a0\u3000]+\S|\*\*[^*\n]{1,200}\*\*)", re.MULTILINE)
SIGNS = (
    # ---, ===, ```, and a comment, each alone on its line, which goes with it
    re.compile(r"^(?:-{3,}|={3,}|(?:```|~~~)\w*|<!--[^\n]{0,500}?-->)(?:\n|\Z)", re.MULTILINE),
    re.compile(r"^(?:#{1,6}[ \t\u00a0\u3000]+|>[> \t]*(?=\S))", re.MULTILINE),  # # 意见, > 引文
    re.compile(r"(?<=\S)[ \t]+#{1,6}$", re.MULTILINE),  # # 意见 #
    re.compile(r"\\(?=[\\`*_{}\[\]()#+.!>|-])"),  # 1\. 检查
)
STRONG_PATTERN = re.compile(r"(\*\*|__)(?=[^\s*_])[^*\n]{1,500}?(?<=[^\s*])\1")
# [某市](https://example.org/a), of which the words stay; ![图](a.png), of which nothing does
LINK_PATTERN = re.compile(r"(!?)\[([^\[\]\n]{0,200})\]\((?:https?:|mailto:|[./#])[^()\s]{0,500}\)")


def drop_markup(text: str) -> Iterator[Change]:
    """Yield the removal of Markdown's signs, in the order of the text; none from any other text.

    **一、检查** → 一、检查
    """
    if not ("#" in text or "**" in text) or not is_markdown(text):
        return
    rows = [marked(text), links(text)]
    rows += [(Change(*match.span(), "") for match in pattern.finditer(text)) for pattern in SIGNS]
    end = 0
    for change in merge(*rows):
        if change.start >= end:
            yield change
            end = change.end


def is_markdown(text: str) -> bool:
    """Whether a text is Markdown."""
    found = list(islice(EVIDENCE_PATTERN.finditer(text), 2))
    return len(found) > 1 or any(match.start() == 0 for match in found)


def marked(text: str) -> Iterator[Change]:
    """Yield the removal of the signs around words that are set off."""
    for match in STRONG_PATTERN.finditer(text) if "**" in text or "__" in text else ():
        size = len(match[1])
        yield Change(match.start(), match.start() + size, "")
        yield Change(match.end() - size, match.end(), "")


def links(text: str) -> Iterator[Change]:
    """Yield the removal of links around their words, and of pictures."""
    for match in LINK_PATTERN.finditer(text) if "](" in text else ():
        if match[1]:
            yield Change(*match.span(), "")
        else:
            yield Change(match.start(), match.start(2), "")
            yield Change(match.end(2), match.end(), "")
