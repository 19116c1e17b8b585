"""`addresses.txt` → everything that has a published address; `redirects.txt` → what took the place of what is gone.

`publish` appends to the register, and ends each time with a line `sealed` and the fingerprint of the seal before and of
the lines between, so that a line that was altered, moved or removed is seen. Its other lines are `term quality-city`,
`form term /terms/<term>/`, and `anchors jinan-2018 106 …` with the fingerprint of the first 106 anchors of a policy.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from scripts.model.addresses import FORM, KINDS, WHOLE, Entry
from scripts.model.register import ANCHORS, SEALED, AnchorSeal, Batch, Register
from scripts.problems import Problem
from scripts.read.regular_file import read_text_of

REGISTER, REDIRECTS = "corpus/addresses.txt", "corpus/redirects.txt"
ARROW = " -> "
# jinan-2018 106 25b71006…
ANCHOR_SEAL_PATTERN = re.compile(r"(?P<policy>\S+) (?P<count>[1-9][0-9]{0,7}) (?P<fingerprint>[0-9a-f]{64})", re.ASCII)
# /about/how-to-cite/#emended, /terms/<term>/; not /../x/, //x/, /a b/: it becomes a file, and a line for a host
ADDRESS_PATTERN = re.compile(r"(?!.*(?:\.\.|//))/[\w./<>-]*(?:#[\w<>-]+)?", re.ASCII)
# quality-city, jinan-2018/s2-1-p1-1
NAME_PATTERN = re.compile(r"[\w-]+(?:/[\w-]+)?", re.ASCII)
RESTORE = "only `publish` writes this file; restore it as it was"


@dataclass(frozen=True, slots=True)
class Redirects:
    """What the editors say of addresses that are gone."""

    moves: dict[Entry, Entry] = field(default_factory=dict)
    lines: dict[Entry, int] = field(default_factory=dict)
    """Where each stands in the file, by what is gone."""


def read_register(root: Path) -> tuple[Register, list[Problem]]:
    """Return the register; a missing file holds nothing. A line that is none of `publish` is reported."""
    register, lines, number = Register(), list[str](), 0
    text, problems = read_text_of(root / REGISTER, REGISTER)
    for number, line in enumerate((text or "").splitlines(), start=1):
        kind, _, name = line.partition(" ")
        if kind == SEALED:
            register.batches.append(Batch(number, tuple(lines), name))
            lines = []
            continue
        lines.append(line)
        seal = read_seal(name, number) if kind == ANCHORS else None
        if seal:
            register.anchors[seal.policy] = seal
        elif is_entry(Entry(kind, name)):
            register.lines.setdefault(Entry(kind, name), number)
        else:
            problems.append(Problem(REGISTER, number, "address", f"{line!r} is no line of the register; {RESTORE}"))
    if lines:
        register.batches.append(Batch(number, tuple(lines), ""))
    return register, problems


def read_seal(name: str, line: int) -> AnchorSeal | None:
    """Return the seal of the anchors of a policy; None where it is none."""
    match = ANCHOR_SEAL_PATTERN.fullmatch(name)
    return AnchorSeal(match["policy"], int(match["count"]), match["fingerprint"], line) if match else None


def read_redirects(root: Path) -> tuple[Redirects, list[Problem]]:
    """Return what the editors say of addresses that are gone; a missing file says nothing."""
    redirects = Redirects()
    text, problems = read_text_of(root / REDIRECTS, REDIRECTS)
    for number, line in enumerate((text or "").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        old, _, new = line.partition(ARROW)
        kind, _, name = old.partition(" ")
        gone, now = Entry(kind, name), read_target(Entry(kind, name), new)
        if not is_entry(gone) or not is_entry(now):
            what = "is not `kind old -> new`, such as `term old-id -> new-id`; mend the line"
            problems.append(Problem(REDIRECTS, number, "redirect", f"{line!r} {what}"))
        elif gone in redirects.moves:
            message = f"{old} stands here a second time; drop one of the lines"
            problems.append(Problem(REDIRECTS, number, "redirect", message))
        else:
            redirects.moves[gone], redirects.lines[gone] = now, number
    return redirects, problems


def is_entry(entry: Entry) -> bool:
    """Whether a line may name this.

    >>> is_entry(Entry("page", "/about/")), is_entry(Entry("page", "/../about/")), is_entry(Entry("form", "term /a/"))
    (True, False, True)
    """
    kind, _, form = entry.name.partition(" ")
    if entry.kind == FORM:
        return kind in KINDS and bool(ADDRESS_PATTERN.fullmatch(form))
    pattern = ADDRESS_PATTERN if entry.kind in WHOLE else NAME_PATTERN
    return entry.kind in KINDS and bool(pattern.fullmatch(entry.name))


def read_target(old: Entry, words: str) -> Entry:
    """Return what a line leads to: of the same kind, but where it names one.

    >>> read_target(Entry("term", "old"), "new"), read_target(Entry("term", "old"), "page /terms/")
    (Entry(kind='term', name='new'), Entry(kind='page', name='/terms/'))
    >>> read_target(Entry("form", "term /terms/<term>/"), "/glossary/<term>/")
    Entry(kind='form', name='term /glossary/<term>/')
    """
    if old.kind == FORM:
        return Entry(FORM, f"{old.name.partition(' ')[0]} {words}")
    first, _, rest = words.partition(" ")
    return Entry(first, rest) if rest and first in KINDS else Entry(old.kind, words)
