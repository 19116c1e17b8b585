"""What a check makes anew to compare the site with: made once for all seeds of the site, which leave the corpus as it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.commands import check as commands
from scripts.commands.again import Settings, make_again
from scripts.problems import Problem


@contextmanager
def made_once(kept: Path) -> Iterator[None]:
    """As long as the context lasts, checks compare with what the first of them made, and name every file that differs."""
    found: list[Problem] = []

    def make(root: Path, folder: Path, settings: Settings) -> Iterator[Problem]:
        if not kept.exists():
            kept.mkdir()
            found.extend(make_again(root, kept, settings))
        for name in ("docs", "site"):
            (folder / name).symlink_to(kept / name)
        yield from found

    replaced = {"make_again": make, "few_of_each": iter}
    former = {name: getattr(commands, name) for name in replaced}
    commands.__dict__.update(replaced)
    try:
        yield
    finally:
        commands.__dict__.update(former)
