"""Anchors: from the place of a section or block in its document to the id that stands in its address, and back.

The grammar is a public promise (`design.md`, Addresses); its signs and what may continue what come from the rows of
`kinds.py`:

    s2  s2-3  s2-3-1  s2-3-d2      part, item, subitem, dash; what stands deeper, a step each: s2-3-1-2
    bk1  bk1-sub2  ch3  ch3-sec2   book (编), its sub-book; chapter, its section
    a14  a14z1  a14-2  a14-2-1     article, 第十四条之一; its items
    bk2-ch3  ch2-s1                where chapters begin anew in each book, or parts in each chapter
    box3  box3-8  t1  t1-r9        box, its item; table, its row
    p1                             a block before the first part; so is a dash there, which has no heading to continue
    X-p2                           the second block standing directly under X
    x1  x1-s2-3  x1-t1  x1-p1      an annex, and what stands in it: each is a document of its own
    preamble  closing              what stands before the first part and after the last

Numbers are the printed ones. Where a document prints the same number twice under one heading, the second bears `_2`
(`s2-3_2`): it stays addressable, and `check` reports it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from scripts.model.kinds import ROWS, Kind, Numbering, is_below, stands_alone

STEP_PATTERN = re.compile(
    r"(?P<sign>[a-z]*)(?P<number>[1-9][0-9]*)(?:z(?P<insert>[1-9][0-9]*))?(?:_(?P<repeat>[2-9]|[1-9][0-9]+))?"
)
# s2-3_2: sign "s", number 2; then sign "", number 3, repeat 2. a14z1: sign "a", number 14, insert 1. Not: s02, s2-, S2.
BLOCK = "p"
"""The sign of a block."""
BARE = tuple(row.sign for row in ROWS if row.numbering is Numbering.NONE)
HEADS = {row.sign: row for row in ROWS if stands_alone(row)}
INNER_SIGNS = {outer.name: {row.sign: row for row in reversed(ROWS) if is_below(row, outer)} for outer in ROWS}
"""For each kind, the signs that may follow it; of two kinds with one sign, the outer is meant."""
ALONE = next(row for row in ROWS if not row.has_own_blocks)
"""The kind whose blocks have anchors that stand by themselves."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an anchor: the sign that says what is counted, the number, and which of those with this number."""

    sign: str
    number: int = 0
    repeat: int = 1
    insert: int = 0
    """Which of those that an amendment put behind this number; 0 for the one that bears it alone."""


Anchor = tuple[Step, ...]


def make(anchor: Anchor) -> str:
    """Return the id of an anchor. Inverse of `parse`.

    >>> make((Step("s", 2), Step("", 3), Step("p", 1)))
    's2-3-p1'
    """
    return "-".join(make_step(step.sign, step.number, step.repeat, step.insert) for step in anchor)


def make_step(sign: str, number: int, repeat: int = 1, insert: int = 0) -> str:
    """Return what an id has for one step.

    >>> make_step("d", 2), make_step("", 3, 2), make_step("a", 14, insert=1)
    ('d2', '3_2', 'a14z1')
    """
    step = f"{sign}{number or ''}"
    return f"{step}{f'z{insert}' if insert else ''}{make_repeat(repeat)}" if insert or repeat > 1 else step


def make_repeat(repeat: int) -> str:
    """Return what tells an anchor apart from those before it that would be the same; nothing for the first."""
    return f"_{repeat}" if repeat > 1 else ""


def before_block(section: str) -> str:
    """Return what stands before the number in the id of a block of this section; empty for one that stands by itself.

    >>> before_block("s2-3"), before_block("")
    ('s2-3-p', 'p')
    """
    return f"{section}-{BLOCK}" if section else BLOCK


@lru_cache(maxsize=1 << 13)
def parse(text: str) -> Anchor:
    """Return the anchor that an id writes; raise ValueError where it is none. Inverse of `make`.

    >>> parse("box3-8")
    (Step(sign='box', number=3, repeat=1, insert=0), Step(sign='', number=8, repeat=1, insert=0))
    """
    anchor = tuple(Step(part) if part in BARE else parse_step(part, text) for part in text.split("-"))
    kinds_of(anchor)
    return anchor


def parse_step(part: str, text: str) -> Step:
    """Return one step of the id `text`; raise ValueError where it is none."""
    match = STEP_PATTERN.fullmatch(part)
    if not match:
        raise ValueError(f"no anchor: {text!r}")
    return Step(match["sign"], int(match["number"]), int(match["repeat"] or 1), int(match["insert"] or 0))


def kinds_of(anchor: Anchor) -> tuple[Kind, ...]:
    """Return the kind that each step names, for a block that of the section that holds it.

    Raise ValueError where a step has a number and its kind none, or the other way about, or where it cannot stand.
    """
    kinds: list[Kind] = []
    for index, step in enumerate(anchor):
        is_block = step.sign == BLOCK and not step.insert and index == len(anchor) - 1
        kind = kind_of_block(kinds) if is_block else kind_of_section(kinds, step)
        if kind is None:
            raise ValueError(f"no anchor: {make(anchor)!r}")
        kinds.append(kind)
    return tuple(kinds)


def kind_of_block(around: list[Kind]) -> Kind | None:
    """Return the kind of the section that holds a block behind these steps; None where none can."""
    if not around:
        return ALONE
    return around[-1] if around[-1].has_own_blocks else None


def kind_of_section(around: list[Kind], step: Step) -> Kind | None:
    """Return the kind of the section that a step behind these names; None where there is none."""
    kind = INNER_SIGNS[around[-1].name].get(step.sign) if around else HEADS.get(step.sign)
    is_one = kind and (kind.numbering is Numbering.NONE) == (step.number == 0) and (kind.is_inserted or not step.insert)
    return kind if is_one else None
