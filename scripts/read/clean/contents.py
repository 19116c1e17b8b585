"""A table of contents that repeats the body's headings → nothing."""

import re
from collections.abc import Iterable, Iterator

from scripts.read.clean.draft import Change

CONTENTS_PATTERN = re.compile(r"^目\s*[录次]$")
# 一、总体要求……3, read from its end: the page number and the dots before it
LEADER_PATTERN = re.compile(r"\d*[\s.·…]*")
SPACE_PATTERN = re.compile(r"\s+")
REPEATED_SHARE = 0.9
"""So much of a list must come again below, in its order, for it to be a table of contents."""
CONTENTS_LENGTH = 500
"""No table of contents has more lines."""


def drop_contents(text: str) -> Iterator[Change]:
    """Yield the removal of a table of contents: the line 目录 and the headings after it that come again below."""
    lines = text.split("\n")
    first = next((i for i, line in enumerate(lines) if CONTENTS_PATTERN.match(line)), None)
    if first is None or first + 1 >= len(lines):
        return
    words = [SPACE_PATTERN.sub("", line) for line in lines[first + 1 :]]
    heading = without_leader(words[0])
    body = next((i for i in range(1, len(words)) if words[i].startswith(heading)), None)
    if body is None or body >= CONTENTS_LENGTH or not is_repeated(map(without_leader, words[:body]), words[body:]):
        return
    start = sum(len(line) + 1 for line in lines[:first])
    yield Change(start, start + sum(len(line) + 1 for line in lines[first : first + 1 + body]), "")


def without_leader(entry: str) -> str:
    """Return an entry without its dots and page number.

    >>> without_leader("一、总体要求……3")
    '一、总体要求'
    """
    leader = LEADER_PATTERN.match(entry[::-1])  # from its end, for a long row of dots to be read once
    return entry[: len(entry) - leader.end()] if leader else entry


def is_repeated(entries: Iterable[str], lines: list[str]) -> bool:
    """Whether nearly all entries begin lines below, in the same order."""
    entries = list(entries)
    missed, place = 0, 0
    for entry in entries:
        match = next((i for i in range(place, len(lines)) if entry and lines[i].startswith(entry)), None)
        if match is not None:
            place = match + 1
        else:
            missed += 1
            if len(entries) - missed < REPEATED_SHARE * len(entries):
                return False
    return bool(entries)
