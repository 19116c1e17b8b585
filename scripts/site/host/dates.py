"""When what a page says was last changed: the day of the last commit that touched the files that people wrote for it.

Where nobody can say, there is no day: a page that the program makes of many files, a file that is changed but not
committed, a project without its whole history.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from scripts.carry.bundle import language_of
from scripts.carry.links import INDEX
from scripts.carry.stamp import git
from scripts.model.languages import LANGUAGES

POLICIES, WRITTEN = "corpus/policies", "docs"
"""What people wrote, below the project's root."""


@dataclass(frozen=True, slots=True)
class History:
    """When people last changed what they wrote."""

    days: dict[str, str]
    """For each file, by its path below the project's root, as 2026-11-29."""

    def day_of(self, page: str) -> str:
        """Return when a page, named by its path in the site, last changed; nothing where that is not known."""
        language = language_of(page)
        below = page.removeprefix(LANGUAGES[language].folder).removesuffix(INDEX)
        kind, _, rest = below.partition("/")
        if kind == "policies" and rest:
            folder = f"{POLICIES}/{rest.partition('/')[0]}/"
            return max((day for name, day in self.days.items() if name.startswith(folder)), default="")
        return self.days.get(f"{WRITTEN}/{language}/{below}index.md", "")


def read_history(root: Path) -> History:
    """Return when people last changed what they wrote; nothing is known without a whole history."""
    if git(root, "rev-parse", "--is-shallow-repository") != "false":
        return History({})
    days: dict[str, str] = {}
    for commit in git(root, "log", "--no-renames", "--name-only", "--format=%x00%ct", "--", POLICIES, WRITTEN).split(
        "\0"
    ):
        moment, *names = commit.split() or [""]
        for name in names:  # the newest commit stands first
            days.setdefault(name, datetime.fromtimestamp(int(moment), UTC).date().isoformat())
    kept = set(git(root, "ls-files", "--", POLICIES, WRITTEN).split())
    kept -= set(git(root, "diff", "--name-only", "HEAD", "--", POLICIES, WRITTEN).split())
    return History({name: day for name, day in days.items() if name in kept})
