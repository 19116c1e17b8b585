"""The register of addresses: it is as `publish` wrote it, and all that it names is there or has a successor."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scripts.model.addresses import Entry, Moves, owners, successor
from scripts.model.register import Batch, Register, make_seal, seal_anchors
from scripts.problems import Problem

NOT_IN_REGISTER = "address-new"
"""The rule whose problems `publish` settles."""
ALTERED, GONE, REDIRECT = "address-altered", "address-gone", "redirect"
REGISTER, REDIRECTS = "corpus/addresses.txt", "corpus/redirects.txt"
RESTORE = "restore the file as it was: what is published stays"
SHOWN = 5
"""So many new addresses are named."""


@dataclass(frozen=True, slots=True)
class Present:
    """What there is now."""

    entries: Mapping[Entry, None]
    """Everything that has addresses, and every form of them, in the order of the register."""
    anchors: Mapping[str, Sequence[str]]
    """For each policy the lines of its anchors.txt that are no redirects."""
    unread: Collection[str] = ()
    """Kinds, and names of policies, that other problems keep from being read: nothing is said of what they lack."""

    def is_unread(self, entry: Entry) -> bool:
        """Whether a thing may be there, though it could not be read."""
        own = [entry.kind, entry.name, *(name for owner, _ in owners(entry) for name in owner)]
        return any(name in self.unread for name in own)


def check_addresses(
    register: Register, present: Present, moves: Moves, lines: Mapping[Entry, int]
) -> Iterator[Problem]:
    """The register only grows; what it names is there or has a successor; what is there stands in it.

    `lines` are those of redirects.txt, by what is gone.
    """
    yield from check_seals(register.batches)
    yield from check_gone(register, present, moves, lines)
    yield from check_redirects(register, present, moves, lines)
    yield from check_anchor_seals(register, present, moves)
    new = [str(entry) for entry in present.entries if entry not in register.lines]
    if new:
        shown = ", ".join(new[:SHOWN]) + (f" and {len(new) - SHOWN} more" if len(new) > SHOWN else "")
        remedy = "`python -m scripts publish` makes them permanent"
        yield Problem(REGISTER, 0, NOT_IN_REGISTER, f"{len(new)} addresses are not published yet: {shown}; {remedy}")


def check_seals(batches: Sequence[Batch]) -> Iterator[Problem]:
    """Every line of the register stands where, and as, `publish` wrote it."""
    before, first = "", 1
    for batch in batches:
        if batch.seal != make_seal(before, batch.lines):
            what = f"lines {first} to {batch.line} are not as `publish` wrote them"
            yield Problem(REGISTER, batch.line, ALTERED, f"{what}; {RESTORE}")
            return
        before, first = batch.seal, batch.line + 1


def check_gone(register: Register, present: Present, moves: Moves, lines: Mapping[Entry, int]) -> Iterator[Problem]:
    """Everything that was ever published is there, or leads by way of its successors to something that is."""
    for entry, line in register.lines.items():
        if entry in present.entries or present.is_unread(entry):
            continue
        now = successor(entry, moves)
        at = Problem(REDIRECTS, lines[entry], REDIRECT, "") if entry in lines else Problem(REGISTER, line, GONE, "")
        if now == entry:
            if not any(is_lost(owner, register, present, moves) for owner, _ in owners(entry)):
                remedy = f"a line `{entry} -> what took its place` in {REDIRECTS}"
                yield Problem(at.path, at.line, GONE, f"{entry} is gone; restore it, or name its successor: {remedy}")
        elif now is None:
            yield Problem(at.path, at.line, at.rule, f"{entry} is led round in a circle; name what took its place")
        elif now not in present.entries:
            message = f"{entry} leads to {now}, which is not there; name in {REDIRECTS} one that is"
            yield Problem(at.path, at.line, at.rule, message)


def is_lost(owner: Entry, register: Register, present: Present, moves: Moves) -> bool:
    """Whether it is said already that something is gone, and with it all that belongs to it."""
    return owner in register.lines and owner not in present.entries and successor(owner, moves) in (owner, None)


def check_redirects(
    register: Register, present: Present, moves: Moves, lines: Mapping[Entry, int]
) -> Iterator[Problem]:
    """Only what was published, and is gone, has a successor."""
    for old in moves:
        if old in present.entries:
            message = f"{old} is there after all; drop the line"
        elif old not in register.lines:
            message = f"{old} was never published; drop the line"
        else:
            continue
        yield Problem(REDIRECTS, lines.get(old, 0), REDIRECT, message)


def check_anchor_seals(register: Register, present: Present, moves: Moves) -> Iterator[Problem]:
    """The anchors that were published stand in their anchors.txt as they were, in their order."""
    for policy_id, seal in register.anchors.items():
        now = successor(Entry("policy", policy_id), moves)
        anchors = present.anchors.get(now.name if now else policy_id)
        if anchors is not None and seal_anchors(policy_id, anchors[: seal.anchors]) != seal._replace(line=0):
            path = f"corpus/policies/{now.name if now else policy_id}/anchors.txt"
            message = f"its first {seal.anchors} anchors are not those that were published, in their order; {RESTORE}"
            yield Problem(path, 0, ALTERED, message)
