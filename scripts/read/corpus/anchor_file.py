"""`anchors.txt` → every anchor that was ever published, and the successors of those that are gone.

A line is an anchor (`s2-3`), or names a successor (`s2-3 -> s2-4`). The file only grows: `publish` appends what is new.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scripts.model.anchors import parse
from scripts.problems import Problem

ARROW = " -> "


@dataclass(frozen=True, slots=True)
class AnchorFile:
    """The published anchors in the order of their publication, each with its line, and the redirects among them."""

    lines: dict[str, int] = field(default_factory=dict)
    redirects: dict[str, tuple[str, int]] = field(default_factory=dict)
    """For each anchor that is gone, its successor and the line that says so."""

    @property
    def successors(self) -> dict[str, str]:
        """For each anchor that is gone, the one to which its successors lead; none where they lead round."""
        steps = {old: new for old, (new, _) in self.redirects.items()}
        return {old: new for old in steps if (new := last_successor(old, steps))}


def last_successor(anchor: str, steps: Mapping[str, str]) -> str:
    """Return the anchor to which the steps from one lead in the end; nothing where they lead round in a circle.

    >>> last_successor("s7", {"s7": "s6", "s6": "s5"}), last_successor("s7", {"s7": "s6", "s6": "s7"})
    ('s5', '')
    """
    seen = {anchor}
    while anchor in steps:
        anchor = steps[anchor]
        if anchor in seen:
            return ""
        seen.add(anchor)
    return anchor


def read_anchor_file(path: Path, name: str) -> tuple[AnchorFile, list[Problem]]:
    """Return the published anchors; a missing file holds none yet."""
    anchors, problems = AnchorFile(), []
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    for number, line in enumerate(text.splitlines(), start=1):
        old, arrow, new = line.partition(ARROW)
        try:
            for anchor in (old, new) if arrow else (old,):
                parse(anchor)
        except ValueError:
            problems.append(
                Problem(name, number, "anchor", f"{line!r} is neither an anchor nor `old -> new`; mend the line")
            )
            continue
        if arrow and old in anchors.redirects:
            message = f"{old} has a successor already, {anchors.redirects[old][0]}; drop one of the lines"
            problems.append(Problem(name, number, "anchor", message))
        elif arrow:
            anchors.redirects[old] = new, number
        elif old in anchors.lines:
            problems.append(Problem(name, number, "anchor", f"{old} stands here a second time; drop this line"))
        else:
            anchors.lines[old] = number
    return anchors, problems
