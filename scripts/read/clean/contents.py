"""A table of contents that repeats the body's headings → nothing."""

import re
from collections.abc import Iterator

from scripts.read.clean.draft import Change

CONTENTS_PATTERN = re.compile(r"^目\s*[录次]$")
# the dots and the page number at the end of an entry: 一、总体要求……3
LEADER_PATTERN = re.compile(r"[\s.·…]*\d*$")
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
    words = [SPACE_PATTERN.sub("", line) for line in lines]
    entries = [LEADER_PATTERN.sub("", line) for line in words]
    body = next((i for i in range(first + 2, len(lines)) if words[i].startswith(entries[first + 1])), None)
    if body is None or body - first > CONTENTS_LENGTH or not is_repeated(entries[first + 1 : body], words[body:]):
        return
    start = sum(len(line) + 1 for line in lines[:first])
    yield Change(start, start + sum(len(line) + 1 for line in lines[first:body]), "")


def is_repeated(entries: list[str], lines: list[str]) -> bool:
    """Whether nearly all entries begin lines below, in the same order."""
    found, place = 0, 0
    for entry in entries:
        match = next((i for i in range(place, len(lines)) if entry and lines[i].startswith(entry)), None)
        if match is not None:
            found, place = found + 1, match + 1
    return bool(entries) and found >= REPEATED_SHARE * len(entries)
