"""What a label's line has as its heading, by what stands around it: in an article, alone on its line, as 1.1."""

import re
from collections.abc import Sequence

from scripts.model.kinds import KINDS
from scripts.model.vocabulary import SectionKind
from scripts.read.structure.decimals import Decimal
from scripts.read.structure.levels import LISTED, Node, Spot, fit
from scripts.read.structure.lines import Line, is_title

DECIMAL_STYLE = "1"
"""The style of the headings 1, 2, 3 that have 1.1, 1.2 below them."""
SHORT_TITLE = 15
"""So long at most is the heading of an item of an article."""
SENTENCE_MARKS = frozenset("，；：、。,;:")
DASH_LEVEL = KINDS[SectionKind.DASH].level
# 前款规定的, 本条所称; not 前海
NEXT_PARAGRAPH_PATTERN = re.compile("前[一二三四五两]?[款项項]|本[条條款]|第[一二三四五六]+[款项項]")


def without_title(text: str, line: Line) -> Line:
    """Return a line of which all behind the label is text."""
    label_end = line.start + len(line.label)
    words = text[label_end : line.end]
    return line._replace(title="", heading_end=label_end, body_start=line.end - len(words.lstrip()))


def in_article(text: str, line: Line) -> Line:
    """Return a line of a list in an article: it has a heading where that is short and no sentence."""
    is_heading = len(line.title) <= SHORT_TITLE and SENTENCE_MARKS.isdisjoint(line.title)
    if line.title and (not is_heading or (line.is_heading_only and text[line.end - 1] in SENTENCE_MARKS)):
        return without_title(text, line)
    return line


def with_next(text: str, line: Line, following: Line | None) -> Line:
    """Return a line with the next one as its heading, where its label stands alone and that can be one."""
    is_alone = line.kind and line.start + len(line.label) == line.end and KINDS[line.kind].has_title
    if not is_alone or line.kind is SectionKind.ARTICLE or following is None or following.kind or following.is_settled:
        return line
    words = text[following.start : following.end]
    if not is_title(words, is_whole_line=True) or words[-1] in SENTENCE_MARKS:
        return line
    return line._replace(end=following.end, title=words, heading_end=following.end, body_start=following.end)


def ends_with_line(text: str, line: Line) -> bool:
    """Whether what follows a member of an article's list without a label is the next paragraph of the article."""
    return not line.title and text[line.end - 1] not in "：:"


def speaks_of_article(text: str, line: Line) -> bool:
    """Whether a line without a label speaks of the paragraphs of its article."""
    return NEXT_PARAGRAPH_PATTERN.match(text, line.start, line.end) is not None


def decimal_line(text: str, line: Line, decimal: Decimal) -> Line:
    """Return a line that is numbered 1.1."""
    words = text[decimal.label_end : line.end].lstrip(" \t\u3000.．、")
    start = line.end - len(words)
    stop = text.find("。", start, line.end)
    title = words if stop < 0 else text[start:stop]
    label, style = text[line.start : decimal.label_end], ".".join(DECIMAL_STYLE for _ in decimal.path)
    named = line._replace(kind=SectionKind.PART, label=label, number=decimal.path[-1], style=style)
    if not is_title(title, stop < 0):
        return without_title(text, named)
    end = line.end if stop < 0 else stop + 1
    return named._replace(title=title, heading_end=end, body_start=end)


def decimal_spot(stack: Sequence[Node], path: tuple[int, ...]) -> Spot | None:
    """Return where a section numbered 1.1 belongs: below that with all its numbers but the last, or beside its like.

    Where none is open it is the first of a list; in a text that has no section yet, below one that prints no number.
    """
    for depth in reversed(range(len(stack))):
        node = stack[depth]
        if len(node.path) == len(path) and node.path[:-1] == path[:-1]:
            return Spot(depth, node.kind)
        if node.path and node.path == path[:-1]:
            return below(stack, depth, path)
    for depth in reversed(range(len(stack))):  # its first number stands in another form: 二、 or 第二章
        node = stack[depth]
        if len(path) == 2 and not node.path and node.number == path[0] and node.kind.level < DASH_LEVEL:
            return below(stack, depth, path)
    if len(path) != 2 or path[1] != 1:
        return None
    if all(node.path for node in stack):
        return Spot(0, LISTED[1])
    depth = next((depth for depth, node in enumerate(stack) if node.kind.level >= DASH_LEVEL), len(stack))
    beginning = fit(LISTED[1], stack[depth - 1].kind) if depth else None
    return Spot(depth, beginning) if beginning else None


def below(stack: Sequence[Node], depth: int, path: tuple[int, ...]) -> Spot | None:
    """Return where a section with so many numbers stands below one of those that are open; None where it cannot."""
    kind = fit(LISTED[min(len(path), len(LISTED)) - 1], stack[depth].kind)
    return Spot(depth + 1, kind) if kind else None
