"""A table of contents that repeats the body's headings → nothing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from scripts.read.clean.draft import Change
from scripts.text.lines import TextLines

CONTENTS_PATTERN = re.compile(r"^目[^\S\n]*[录次]$", re.MULTILINE)
# 一、总体要求……3, read from its end: the page number and the dots before it
LEADER_PATTERN = re.compile(r"\d*[\s.·…]*")
SPACE_PATTERN = re.compile(r"\s+")
REPEATED_SHARE = 0.9
"""So much of a list must come again below, in its order, for it to be a table of contents."""
CONTENTS_LENGTH = 500
"""No table of contents has more lines."""


def drop_contents(text: str) -> Iterator[Change]:
    """Yield the removal of a table of contents: the line 目录 and the headings after it that come again below."""
    found = CONTENTS_PATTERN.search(text)
    if not found or found.end() == len(text):
        return
    lines = TextLines(text[found.end() + 1 :])
    words = [SPACE_PATTERN.sub("", line) for line in islice(lines, CONTENTS_LENGTH)]
    heading = without_leader(words[0])
    body = next((i for i in range(1, len(words)) if words[i].startswith(heading)), None)
    if body is None or not is_repeated(map(without_leader, words[:body]), lines, body):
        return
    yield Change(found.start(), found.end() + 1 + lines.starts[body], "")


def without_leader(entry: str) -> str:
    """Return an entry without its dots and page number.

    >>> without_leader("一、总体要求……3")
    '一、总体要求'
    """
    leader = LEADER_PATTERN.match(entry[::-1])  # from its end, for a long row of dots to be read once
    return entry[: len(entry) - leader.end()] if leader else entry


def is_repeated(entries: Iterable[str], lines: Sequence[str], place: int) -> bool:
    """Whether nearly all entries begin lines from this place on, in the same order."""
    entries = list(entries)
    missed = 0
    for entry in entries:
        places = range(place, len(lines)) if entry else ()
        match = next((i for i in places if SPACE_PATTERN.sub("", lines[i]).startswith(entry)), None)
        if match is not None:
            place = match + 1
        else:
            missed += 1
            if len(entries) - missed < REPEATED_SHARE * len(entries):
                return False
    return bool(entries)
