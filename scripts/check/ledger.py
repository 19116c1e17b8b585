"""The law of the archive: the edits of a policy give its source back, byte for byte."""

from collections.abc import Iterator
from itertools import pairwise

from scripts.check.subject import Subject
from scripts.model.edits import undone
from scripts.problems import Problem


def check_undo(subject: Subject) -> Iterator[Problem]:
    """Undoing the edits gives the source back, and the source encodes to the bytes received."""
    policy, place = subject.policy, 0
    for piece in undone(policy.text, policy.edits):
        own = policy.source.text[place : place + len(piece)]
        if piece != own:
            place += next((i for i, (a, b) in enumerate(zip(piece, own, strict=False)) if a != b), len(own))
            break
        place += len(piece)
    else:
        if place == len(policy.source.text):
            return
    yield subject.problem(place, "undo", "the edits do not give the source back; this is a fault of scripts/read")


def check_order(subject: Subject) -> Iterator[Problem]:
    """Edits stand in the order of the source, do not overlap, and each changes something."""
    for left, right in pairwise(subject.policy.edits):
        if right.start < left.end:
            yield subject.problem(right.start, "edit-order", f"the edit at {right.start} overlaps the one before it")
    for edit in subject.policy.edits:
        if edit.before == edit.after:
            yield subject.problem(edit.start, "edit-order", f"the edit at {edit.start} changes nothing")
