"""The tree of a policy: numbers go on without a gap, sections nest, anchors are unique and well formed."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import assert_never

from scripts.check.subject import Subject
from scripts.model.anchors import make, parse
from scripts.model.kinds import KINDS, Numbering
from scripts.model.policy import Section
from scripts.model.vocabulary import SectionKind
from scripts.problems import Problem
from scripts.text.numerals import format_numeral

NUMBER_PATTERN = re.compile("[0-9]+|[一二三四五六七八九十百千零〇]+")


def check_numbering(subject: Subject) -> Iterator[Problem]:
    """What prints numbers is numbered 1, 2, 3 …, under its parent or through the document, as its kind is."""
    lists: dict[tuple[str, SectionKind], list[Section]] = defaultdict(list)
    for parent, section in with_parents(subject.policy.sections, ""):
        match KINDS[section.kind].numbering:
            case Numbering.DOCUMENT:
                lists["", section.kind].append(section)
            case Numbering.PARENT:
                lists[parent, section.kind].append(section)
            case Numbering.COUNTED | Numbering.NONE:
                pass  # prints no number
            case numbering:
                assert_never(numbering)
    for sections in lists.values():
        before, expected = None, 1
        for section in sections:
            number = parse(section.anchor)[-1].number
            if number != expected and not subject.is_noted(section.start):
                yield subject.problem(section.start, "numbering", numbering_message(before, section, expected))
            before, expected = section, number + 1


def numbering_message(before: Section | None, section: Section, expected: int) -> str:
    """Return what is wrong with a number."""
    label = section.label or make(parse(section.anchor)[-1:])
    place = f"{label} follows {before.label or before.anchor}" if before else f"the first is {label}"
    written = expected_label(section, expected)
    return f"{place}; expected {written}; note in emendations.yml whether the copy or the drafters err"


def expected_label(section: Section, expected: int) -> str:
    """Return the number that should stand here, written as the section's own is."""
    is_chinese = not any(char.isdigit() and char.isascii() for char in section.label)
    written = format_numeral(expected) if is_chinese else str(expected)
    return NUMBER_PATTERN.sub(written, section.label or "1", count=1)


def with_parents(sections: Sequence[Section], parent: str) -> Iterator[tuple[str, Section]]:
    """Yield every section with the anchor of its parent."""
    for section in sections:
        yield parent, section
        yield from with_parents(section.children, section.anchor)


def check_anchors(subject: Subject) -> Iterator[Problem]:
    """Anchors are ASCII, well formed, and no two are the same."""
    seen: set[str] = set()
    for anchor in subject.policy.anchors():
        if anchor in seen:
            yield subject.problem(0, "anchor", f"{anchor} stands for two places; this is a fault of scripts/read")
        seen.add(anchor)
        if not is_well_formed(anchor):
            yield subject.problem(0, "anchor", f"{anchor!r} is not well formed; this is a fault of scripts/read")


@lru_cache(maxsize=1 << 16)
def is_well_formed(anchor: str) -> bool:
    """Whether an anchor is ASCII and is what the place that it names writes."""
    try:
        return anchor.isascii() and make(parse(anchor)) == anchor
    except ValueError:
        return False


def check_tiling(subject: Subject) -> Iterator[Problem]:
    """Headings and blocks, with the line ends between them, are the whole text, and stand in its order."""
    policy = subject.policy
    spans = [(section.start, section.heading_end) for section in policy.walk() if section.start < section.heading_end]
    spans += [(block.start, block.end) for block in policy.blocks()]
    place = 0
    for start, end in sorted(spans):
        if start < place or policy.text[place:start].strip("\n "):
            yield subject.problem(place, "tiling", "text stands in no block or in two; a fault of scripts/read")
        place = end
    if policy.text[place:].strip("\n "):
        yield subject.problem(place, "tiling", "the end stands in no block; a fault of scripts/read")
