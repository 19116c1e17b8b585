"""The tree of a policy: numbers go on without a gap, sections nest, anchors are unique and well formed."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import assert_never

import numpy as np

from scripts.check.subject import Subject
from scripts.model.anchors import Step, make, parse
from scripts.model.kinds import KINDS, Numbering
from scripts.model.policy import Section
from scripts.model.vocabulary import SectionKind
from scripts.problems import Problem
from scripts.text.numerals import format_numeral

BEYOND_NUMERALS = 10_000
"""From here on no Chinese numeral is written."""
SIGN_PATTERN = re.compile("[A-Za-z㈠-㈩⑴-⒇①-⑳❶-❿⒈-⒛]")
"""A number that is one character; of one kind they stand in their order."""
NUMBER_PATTERN = re.compile("[0-9]+|[一二三四五六七八九十百千零〇]+")


Latest = dict[tuple[str, SectionKind], Section]
"""Of one parent, or of the document: the last section of each kind, by the anchor that its own continues."""
DIGITS = "0123456789"
HALF = 32
"""Bits of a number in which two smaller ones stand."""
LONGEST_NAME = 30
"""So long at most is the line that says what is numbered anew."""
SENTENCE_MARKS = frozenset("，。；")


def check_numbering(subject: Subject) -> Iterator[Problem]:
    """What prints numbers is numbered 1, 2, 3 …, under its parent or through the document, as its kind is.

    Numbers may run on from one parent to the next, and begin anew below a line that says of what: 注：
    """
    ended: dict[SectionKind, int] = {}
    former = 0
    for latest, around, section in with_latest(subject.policy.sections, {}):
        before = latest.get((around, section.kind))
        number = parse(section.anchor)[-1]
        last = parse(before.anchor)[-1] if before else None
        expected = last.number + 1 if last else 1
        is_next = number.number == expected if not number.insert else last and follows_insert(number, last)
        runs_on = not before and number.number == ended.get(section.kind, 0) + 1
        begins_anew = before and number.number == 1 and is_named(subject.policy.plain.text, section.start, former)
        if not (is_next or runs_on or begins_anew or subject.is_noted(section.start)):
            yield subject.problem(section.start, "numbering", numbering_message(before, section, expected))
        latest[around, section.kind] = section
        ended[section.kind], former = number.number, section.start


def follows_insert(number: Step, last: Step) -> bool:
    """Whether 第十四条之一 follows 第十四条, or 第十四条之二 that."""
    return (number.number, number.insert) == (last.number, last.insert + 1)


def is_named(text: str, start: int, former: int) -> bool:
    """Whether the line before this place says what is numbered anew; not where a section begins on it.

    `former` is where the section before begins. 注： says so, and 主要任务.
    """
    line_start = text.rfind("\n", 0, max(start - 1, 0)) + 1
    line = text[line_start : max(start - 1, 0)]
    is_name = len(line) <= LONGEST_NAME and SENTENCE_MARKS.isdisjoint(line)
    return line_start != former and (line.endswith(("：", ":")) or is_name)


def numbering_message(before: Section | None, section: Section, expected: int) -> str:
    """Return what is wrong with a number."""
    label = section.label or make(parse(section.anchor)[-1:])
    place = f"{label} follows {before.label or before.anchor}" if before else f"the first is {label}"
    written = expected_label(section, expected)
    return f"{place}; expected {written}; note in emendations.yml whether the copy or the drafters err"


def expected_label(section: Section, expected: int) -> str:
    """Return the number that should stand here, written as the section's own is."""
    own = parse(section.anchor)[-1].number
    if SIGN_PATTERN.search(section.label):  # b） from c）, ② from ①
        return SIGN_PATTERN.sub(lambda sign: chr(ord(sign[0]) + expected - own), section.label, count=1)
    is_chinese = not any(char.isdigit() and char.isascii() for char in section.label)
    written = format_numeral(expected) if is_chinese and expected < BEYOND_NUMERALS else str(expected)
    return NUMBER_PATTERN.sub(written, section.label or "1", count=1)


def with_latest(sections: Sequence[Section], document: Latest) -> Iterator[tuple[Latest, str, Section]]:
    """Yield every section that prints a number, in the order of the text, with those among which it is counted.

    Between the two stands the anchor that its own continues.
    """
    own: Latest = {}
    for section in sections:
        if KINDS[section.kind].is_listed and not section.label:
            yield from with_latest(section.children, document)
            continue  # it prints no number
        match KINDS[section.kind].numbering:
            case Numbering.DOCUMENT | Numbering.RUNNING:
                yield document, section.anchor.rpartition("-")[0], section
            case Numbering.PARENT:
                yield own, "", section
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
    numbers = np.fromiter(map(hash, subject.policy.anchors()), np.int64)  # much smaller than the anchors themselves
    numbers.sort()
    if (numbers[1:] == numbers[:-1]).any():
        for anchor, count in Counter(subject.policy.anchors()).items():
            if count > 1:
                yield subject.problem(0, "anchor", f"{anchor} stands for two places; this is a fault of scripts/read")


def is_well_formed(anchor: str) -> bool:
    """Whether an anchor is ASCII and is what the place that it names writes.

    What holds of one number at its end holds of all; but none begins with a 0, and the first repeat has the number 2.
    """
    stem = anchor.rstrip(DIGITS)
    number = anchor[len(stem) :]
    if not number or number[0] == "0" or (number == "1" and stem.endswith("_")):
        return is_written(anchor)
    return is_written(f"{stem}2")


@lru_cache(maxsize=1 << 12)
def is_written(anchor: str) -> bool:
    """Whether the place that an anchor names writes it so."""
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
    spans = chain(headings, ((block.start, block.end) for block in policy.blocks()))
    rows = np.fromiter((start << HALF | end for start, end in spans), np.int64)  # as small as spans can be
    rows.sort()
    place = 0
    for row in rows.data:
        start, end = row >> HALF, row & (1 << HALF) - 1
        if start < place or policy.text[place:start].strip("\n "):
            yield subject.problem(place, "tiling", "text stands in no block or in two; a fault of scripts/read")
        place = end
    if policy.text[place:].strip("\n "):
        yield subject.problem(place, "tiling", "the end stands in no block; a fault of scripts/read")
