"""A block → its sentences and their clauses, with what governs every figure in them: years, goals, looking back.

A sentence finds its years once, however many clauses it has, so that a long one costs no more for each character.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

CLAUSE_END_PATTERN = re.compile("[，；。：！\n、和及]")
LINKS = "、和及"
"""These end a clause only between two figures: 培育企业3家和基地5个; not 质量、品牌和标准."""
COUNTED = frozenset("个家户项件张处座所种亩元%台套名人次年上")
"""What stands before a link between two figures."""
# what comes first after a link: a digit, for a figure, or the end of what the link joins
AFTER_LINK_PATTERN = re.compile("[、，；。0-9]")
# 3000公里、: a figure whose unit none of these ends
FIGURE_END_PATTERN = re.compile(
    "[0-9](?:\\.[0-9]+)?[万亿千百]*"
    "(?:公里|平方米|公顷|立方米|吨|千瓦时?|倍|条|场|部|头|列|米|个百分点|小时|天|辆|台|批|期|位|座|所|斤)$"
)
FIGURE_LENGTH = 12
"""So many characters before a link hold such a figure."""
SENTENCE_END_PATTERN = re.compile("[。！\n]")
# 到2020年, 2018年, 截至2020年12月底, 到2025年末; not 比2015年
YEAR_PATTERN = re.compile(r"(?P<year>(?<![比较])(?:19|20)\d{2})年(?!制造|—|-|相比)")
GOAL_PATTERN = re.compile(r"(?:到|至|截[至止])(?P<year>20\d{2})年")
# 自2018年起，利用3年时间
SPAN_PATTERN = re.compile(r"自(?P<year>20\d{2})年起，?(?:利|)用(?P<length>\d)年时间")
BASELINE_PATTERN = re.compile("截[至止]")
# 五年来，…; 过去一年，…; 近年来，…: a paragraph that begins so says what was reached
LOOKING_BACK_PATTERN = re.compile(
    "(?:[一二三四五两几十近]|[0-9]{1,2})年来，|过去的?(?:[一二三四五两几]|[0-9]{1,2})年|以来，|这[一二三四五两几]年"
)


class Clause(NamedTuple):
    """A clause of a sentence."""

    start: int
    end: int


class Sentence:
    """A sentence, and the words in it that govern its figures, which are looked for when there is a figure."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end

    @cached_property
    def years(self) -> list[tuple[int, int]]:
        """Return the years that it names, each after its place."""
        found = YEAR_PATTERN.finditer(self.text, self.start, self.end)
        return [(match.start(), int(match["year"])) for match in found]

    @cached_property
    def span(self) -> re.Match[str] | None:
        """Return where it names a first year and how many there are."""
        return SPAN_PATTERN.search(self.text, self.start, self.end)

    @cached_property
    def baseline(self) -> re.Match[str] | None:
        """Return where it says until when something was counted."""
        return BASELINE_PATTERN.search(self.text, self.start, self.end)

    def goal(self) -> int | None:
        """Return the year of the first goal that the sentence states."""
        stated = GOAL_PATTERN.search(self.text, self.start, self.end)
        return int(stated["year"]) if stated else None

    def year(self, clause: Clause) -> int | None:
        """Return the year that governs a clause: the last that is named in it, or in the sentence before it."""
        if self.span and self.span.end() <= clause.end:
            return int(self.span["year"]) + int(self.span["length"]) - 1
        index = bisect_left(self.years, (clause.end, 0))
        return self.years[index - 1][1] if index else None

    def is_counted_back(self, clause: Clause) -> bool:
        """Whether the sentence says, up to this clause, until when something was counted."""
        return self.baseline is not None and self.baseline.end() <= clause.end


def find_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of the sentences of `text[start:end]`, without their full stops.

    >>> list(find_sentences("目标明确。措施有力。", 0, 10))
    [(0, 4), (5, 9), (10, 10)]
    """
    for match in SENTENCE_END_PATTERN.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def find_clauses(text: str, start: int, end: int) -> Iterator[Clause]:
    """Yield the clauses of the sentence `text[start:end]`, in its order.

    >>> text = "培育企业3家和基地5个，质量和标准"
    >>> [text[clause.start : clause.end] for clause in find_clauses(text, 0, len(text))]
    ['培育企业3家', '基地5个', '质量和标准']
    """
    for place in clause_ends(text, start, end):
        if start < place:
            yield Clause(start, place)
        start = place + 1
    if start < end:
        yield Clause(start, end)


def clause_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the places of the characters between the clauses of a sentence."""
    looked, is_figure = -1, False  # up to where it is known what comes first after a link, and whether that is a figure
    for match in CLAUSE_END_PATTERN.finditer(text, start, end):
        place = match.start()
        if match[0] in LINKS:
            if not place or not ends_figure(text, start, place):
                continue
            if looked <= place:
                first = AFTER_LINK_PATTERN.search(text, place + 1, end)
                looked, is_figure = (first.start(), first[0].isdigit()) if first else (end, False)
            if not is_figure:
                continue
        yield place


def ends_figure(text: str, start: int, place: int) -> bool:
    """Whether a figure ends before this place."""
    if text[place - 1] in COUNTED:
        return True
    return FIGURE_END_PATTERN.search(text, max(start, place - FIGURE_LENGTH), place) is not None
