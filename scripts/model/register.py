"""The register of addresses as a value, and the seals by which it is seen whether what was published stayed."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from scripts.model.addresses import Entry

ANCHORS, SEALED = "anchors", "sealed"
"""How the lines begin that name no address: fingerprints of anchors.txt, and those of the register itself."""


class Batch(NamedTuple):
    """What one `publish` wrote."""

    line: int
    """Of its seal, or its last one where it has none."""
    lines: tuple[str, ...]
    seal: str
    """Empty where it has none."""


class AnchorSeal(NamedTuple):
    """How the anchors of a policy stood in its anchors.txt when they were published last."""

    policy: str
    anchors: int
    fingerprint: str
    line: int = 0

    def __str__(self) -> str:
        """Return it as it stands in the register."""
        return f"{ANCHORS} {self.policy} {self.anchors} {self.fingerprint}"


@dataclass(frozen=True, slots=True)
class Register:
    """Everything that has a published address."""

    lines: dict[Entry, int] = field(default_factory=dict)
    """Each thing, and each form of addresses, with its line, in the order in which they were published."""
    anchors: dict[str, AnchorSeal] = field(default_factory=dict)
    """For each policy the last seal of its anchors."""
    batches: list[Batch] = field(default_factory=list)

    @property
    def seal(self) -> str:
        """The last seal."""
        return self.batches[-1].seal if self.batches else ""


def make_seal(before: str, lines: Iterable[str]) -> str:
    """Return the seal of the lines behind another seal: SHA-256 of that and of them, each with a line end."""
    return hashlib.sha256("".join(f"{line}\n" for line in (before, *lines)).encode("utf-8", "replace")).hexdigest()


def seal_anchors(policy_id: str, anchors: Sequence[str]) -> AnchorSeal:
    """Return the seal of the anchors of a policy, in their order."""
    fingerprint = hashlib.sha256("".join(f"{anchor}\n" for anchor in anchors).encode("ascii", "replace")).hexdigest()
    return AnchorSeal(policy_id, len(anchors), fingerprint)
