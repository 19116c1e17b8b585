"""docs/ and site/: whether each is what a build made, all of it, and of what is here now."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.problems import Problem

Differences = tuple[tuple[str, str], ...]
"""Files by their path from the project's root, each with what is the matter: missing, added or altered."""
MATTERS = {
    "missing": "is missing, though the build made it",
    "added": "is there, though the build did not make it",
    "altered": "is not as the build made it",
}
SHOWN = 20
"""So many files of a tree are named."""


@dataclass(frozen=True, slots=True)
class Built:
    """What is known of a tree that a build made, such as `site`."""

    tree: str
    is_recorded: bool
    """Whether anything is known of it."""
    damage: Differences
    """What of it is not as it was built."""
    changes: Differences
    """What is not as it was when it was built, of the files from which it is made."""
    remedy: str


def check_builds(builds: tuple[Built, ...]) -> Iterator[Problem]:
    """Every file of docs/ and site/ is as it was built, and nothing from which they are made changed since then."""
    for built in builds:
        if not built.is_recorded:
            message = f"nobody knows what it was built from; {built.remedy} builds it anew"
            yield Problem(built.tree, 0, f"{built.tree}-outdated", message)
            continue
        for name, matter in built.damage[:SHOWN]:
            yield Problem(name, 0, f"{built.tree}-altered", f"{MATTERS[matter]}; {built.remedy} makes it again")
        if len(built.damage) > SHOWN:
            message = (
                f"{len(built.damage) - SHOWN} more files are not as they were built; {built.remedy} makes them again"
            )
            yield Problem(built.tree, 0, f"{built.tree}-altered", message)
        if built.changes:
            named = ", ".join(f"{name} ({matter})" for name, matter in built.changes[:3])
            more = f" and {len(built.changes) - 3} more" if len(built.changes) > 3 else ""
            message = f"was built before other files changed: {named}{more}; {built.remedy} builds it anew"
            yield Problem(built.tree, 0, f"{built.tree}-outdated", message)
