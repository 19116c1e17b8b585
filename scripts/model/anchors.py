"""Anchors: from the place of a section or block in its document to the id that stands in its address, and back.

The grammar is a public promise (`design.md`, Addresses):

    s2  s2-3  s2-3-1  s2-3-d2      part, item, subitem, dash
    box3  box3-8  t1  t1-r9        box, its item; table, its row
    p1                             a block before the first part
    X-p2                           the second block standing directly under X
    preamble  closing              what stands before the first part and after the last

Numbers are the printed ones. Where a document prints the same number twice under one heading, the second bears `_2`
(`s2-3_2`): it stays addressable, and `check` reports it.
"""

import re
from dataclasses import dataclass

HEADS = ("s", "box", "t", "preamble", "closing", "p")
BARE = ("preamble", "closing")
STEP_PATTERN = re.compile(r"(?P<sign>[a-z]*)(?P<number>[1-9][0-9]*)(?:_(?P<repeat>[2-9]|[1-9][0-9]+))?")
# s2-3_2: sign "s", number 2; then sign "", number 3, repeat 2. Not: s02, s2-, S2.


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an anchor: the sign that says what is counted, the number, and which of those with this number."""

    sign: str
    number: int = 0
    repeat: int = 1


Anchor = tuple[Step, ...]
INNER_SIGNS = {"s": ("", "d", "p"), "box": ("", "d", "p"), "t": ("r", "p"), "preamble": (), "closing": ("p",), "p": ()}


def make(anchor: Anchor) -> str:
    """Return the id of an anchor. Inverse of `parse`.

    >>> make((Step("s", 2), Step("", 3), Step("p", 1)))
    's2-3-p1'
    """
    return "-".join(
        step.sign + (str(step.number) if step.number else "") + (f"_{step.repeat}" if step.repeat > 1 else "")
        for step in anchor
    )


def parse(text: str) -> Anchor:
    """Return the anchor that an id writes; raise ValueError where it is none. Inverse of `make`.

    >>> parse("box3-8")
    (Step(sign='box', number=3, repeat=1), Step(sign='', number=8, repeat=1))
    """
    head, *rest = text.split("-")
    steps = [Step(head)] if head in BARE else [parse_step(head, text)]
    if steps[0].sign not in HEADS:
        raise ValueError(f"no anchor: {text!r}")
    for part in rest:
        step = parse_step(part, text)
        if step.sign not in INNER_SIGNS[steps[0].sign] or steps[-1].sign == "p":
            raise ValueError(f"no anchor: {text!r}")
        steps.append(step)
    return tuple(steps)


def parse_step(part: str, text: str) -> Step:
    """Return one step of the id `text`; raise ValueError where it is none."""
    match = STEP_PATTERN.fullmatch(part)
    if not match:
        raise ValueError(f"no anchor: {text!r}")
    return Step(match["sign"], int(match["number"]), int(match["repeat"] or 1))
