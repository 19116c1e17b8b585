"""The tree of a policy: numbers go on without a gap, sections nest, anchors are unique and well formed."""

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import assert_never

import numpy as np

from scripts.check.subject import Subject
from scripts.model.anchors import make, parse
from scripts.model.kinds import KINDS, Numbering
from scripts.model.policy import Section
from scripts.model.vocabulary import SectionKind
from scripts.problems import Problem
from scripts.text.numerals import format_numeral

BEYOND_NUMERALS = 10_000
"""From here on no Chinese numeral is written."""
NUMBER_PATTERN = re.compile("[0-9]+|[一二三四五六七八九十百千零〇]+")


Latest = dict[SectionKind, Section]
"""Of one parent, or of the document: the last section of each kind."""


def check_numbering(subject: Subject) -> Iterator[Problem]:
    """What prints numbers is numbered 1, 2, 3 …, under its parent or through the document, as its kind is."""
    for latest, section in with_latest(subject.policy.sections, {}):
        before = latest.get(section.kind)
        expected = parse(before.anchor)[-1].number + 1 if before else 1
        if parse(section.anchor)[-1].number != expected and not subject.is_noted(section.start):
            yield subject.problem(section.start, "numbering", numbering_message(before, section, expected))
        latest[section.kind] = section


def numbering_message(before: Section | None, section: Section, expected: int) -> str:
    """Return what is wrong with a number."""
    label = section.label or make(parse(section.anchor)[-1:])
    place = f"{label} follows {before.label or before.anchor}" if before else f"the first is {label}"
    written = expected_label(section, expected)
    return f"{place}; expected {written}; note in emendations.yml whether the copy or the drafters err"


def expected_label(section: Section, expected: int) -> str:
    """Return the number that should stand here, written as the section's own is."""
    is_chinese = not any(char.isdigit() and char.isascii() for char in section.label)
    written = format_numeral(expected) if is_chinese and expected < BEYOND_NUMERALS else str(expected)
    return NUMBER_PATTERN.sub(written, section.label or "1", count=1)


def with_latest(sections: Sequence[Section], document: Latest) -> Iterator[tuple[Latest, Section]]:
    """Yield every section that prints a number, in the order of the text, with those among which it is counted."""
    own: Latest = {}
    for section in sections:
        match KINDS[section.kind].numbering:
            case Numbering.DOCUMENT:
                yield document, section
            case Numbering.PARENT:
                yield own, section
            case Numbering.COUNTED | Numbering.NONE:
                pass  # prints no number
            case numbering:
                assert_never(numbering)
        yield from with_latest(section.children, {} if KINDS[section.kind].is_document else document)


def check_anchors(subject: Subject) -> Iterator[Problem]:
    """Anchors are ASCII, well formed, and no two are the same."""
    for anchor in subject.policy.anchors():
        if not is_well_formed(anchor):
            yield subject.problem(0, "anchor", f"{anchor!r} is not well formed; this is a fault of scripts/read")
    numbers = array("q", map(hash, subject.policy.anchors()))  # of a long text much smaller than the anchors
    if len(np.unique(np.frombuffer(numbers, np.int64))) < len(numbers):
        for anchor, count in Counter(subject.policy.anchors()).items():
            if count > 1:
                yield subject.problem(0, "anchor", f"{anchor} stands for two places; this is a fault of scripts/read")


@lru_cache(maxsize=1 << 12)
def is_well_formed(anchor: str) -> bool:
    """Whether an anchor is ASCII and is what the place that it names writes."""
    try:
        return anchor.isascii() and make(parse(anchor)) == anchor
    except ValueError:
        return False


def check_tiling(subject: Subject) -> Iterator[Problem]:
    """Headings and blocks, with the line ends between them, are the whole text, and stand in its order."""
    policy = subject.policy
    headings = (
        (section.start, section.heading_end) for section in policy.walk() if section.start < section.heading_end
    )
    spans = array("i", chain.from_iterable(chain(headings, ((block.start, block.end) for block in policy.blocks()))))
    rows = np.frombuffer(spans, np.int32).reshape(-1, 2)
    order = np.lexsort((rows[:, 1], rows[:, 0]))
    place = 0
    for row in order:
        start, end = rows[row].tolist()
        if start < place or policy.text[place:start].strip("\n "):
            yield subject.problem(place, "tiling", "text stands in no block or in two; a fault of scripts/read")
        place = end
    if policy.text[place:].strip("\n "):
        yield subject.problem(place, "tiling", "the end stands in no block; a fault of scripts/read")
