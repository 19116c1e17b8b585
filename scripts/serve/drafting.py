"""What was changed in the corpus, or in the program → the Markdown of one page as the next build will write it.

A build makes all that hangs on a change; this makes what one page shows, from what the last build kept. Only the
policies that were changed are read, and the page's own where the program or the glossary was. What other policies add
to the page is as it was kept, until the build is done: it has the last word.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from functools import cached_property
from pathlib import Path

from scripts.carry.stamp import read_release
from scripts.commands.build import SHELF
from scripts.commands.maker import Maker
from scripts.commands.shelved import Shelved
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Language
from scripts.problems import Problem
from scripts.read.corpus.corpus import Shared, policy_folders
from scripts.read.corpus.folder_files import is_of_preparation
from scripts.serve.watch import Unbuilt
from scripts.write.disk.files import Content, encoded
from scripts.write.disk.shelf import Shelf
from scripts.write.site import TREES, draw_policy_pages, write_over_all

COPY, OWN = "build/preview/shelf.sqlite", "build/preview/drafts.sqlite"
"""The shelf as the last build left it, and that on which drafts are kept: the next build may be writing already."""
OF_POLICIES = ("policies", "id")
"""The folders of a language in which each policy has one of its own."""


def keep_shelf(root: Path) -> None:
    """Keep the shelf as it is for drafts, unless some build is writing on it; nobody reads it half written."""
    if not (root / SHELF).is_file():
        return
    copy = root / COPY
    copy.parent.mkdir(parents=True, exist_ok=True)
    new = copy.with_suffix(".new")
    new.unlink(missing_ok=True)
    shelf, target = sqlite3.connect(root / SHELF, timeout=0), sqlite3.connect(new)
    with closing(shelf), closing(target), suppress(sqlite3.OperationalError):
        shelf.backup(target)
        new.replace(copy)


class Quick:
    """Stands for the words into which a text is cut: the search alone needs them, and their dictionary takes long."""

    def cut(self, text: str) -> Iterator[str]:  # noqa: ARG002 - as others cut
        """Return no words."""
        return iter(())


class QuickMaker(Maker):
    """Makes what pages show of a policy, and nothing for the search."""

    segmenter = Quick()  # type: ignore[assignment]


class Drafter:
    """Makes drafts, from what was kept when it began."""

    def __init__(self, root: Path, shared: Shared) -> None:
        self.root, self.shared = root, shared
        (root / OWN).unlink(missing_ok=True)  # a former one may still be open
        shutil.copyfile(root / COPY, root / OWN)
        self.shelf = Shelf(root / OWN)
        self.made: dict[str, tuple[Problem, ...]] = {}
        """The policies that were made anew, with what stands in the way."""

    def close(self) -> None:
        """Let go of the shelf."""
        self.shelf.database.close()

    @cached_property
    def maker(self) -> QuickMaker:
        """Makes a policy's shares."""
        return QuickMaker(self.root, self.shared, b"draft")

    @cached_property
    def lookup(self) -> Lookup:
        """What looks over all policies."""
        return self.shelved.look_over()

    @cached_property
    def shelved(self) -> Shelved:
        """What is kept, what was made anew among it."""
        return Shelved(self.root, self.shared, self.shelf)

    def draft(self, source: str, unbuilt: Unbuilt) -> tuple[str | None, tuple[Problem, ...]]:
        """Return the Markdown of a generated page, by its path from the project's root, and what stands in its way.

        None where there is no such page any more.
        """
        policies = {path.name for path in policy_folders(self.root)}
        own = policy_of(source)
        wanted = set(unbuilt.policies)
        if own and (unbuilt.shared or unbuilt.program):
            wanted.add(own)
        hindering = [problem for problem in self.shared.problems if not is_of_preparation(self.root, problem)]
        problems = [*hindering, *self.make(sorted(wanted & policies))]
        self.shelf.keep_only(policies)
        if problems or (own and own not in policies):
            return None, tuple(problems)
        content = self.draw_policy_page(own, source) if own else self.draw_page_over_all(source)
        return (None if content is None else as_text(content)), ()

    def make(self, policies: list[str]) -> Iterator[Problem]:
        """Have the shares of policies as they are now, and yield what stands in the way."""
        for own in policies:
            if own not in self.made:
                made = self.maker.make(own)
                self.made[own] = made.problems
                if not made.problems:
                    self.shelf.put(own, made.shares)
            yield from self.made[own]

    def draw_policy_page(self, own: str, source: str) -> Content | None:
        """Return a page of a policy."""
        task = self.shelved.task(own, self.shelved.related().get(own, {}), self.lookup)
        pages = draw_policy_pages(*self.maker.open(task), Language(source.split("/")[1]))
        return next((content for path, content in pages if path == source), None)

    def draw_page_over_all(self, source: str) -> Content | None:
        """Return a page over many policies."""
        release = read_release(self.root)
        pages = write_over_all(self.lookup, lambda path: self.root / "docs/zh" / path, release)
        return next((page.draw() for folder, page in pages if f"{folder}/{page.path}" == source), None)


def is_generated(source: str) -> bool:
    """Whether a file, by its path from the project's root, is one that a build writes."""
    return source.startswith(tuple(f"{tree}/" for tree in TREES))


def policy_of(source: str) -> str:
    """Return the policy to which a page belongs; nothing for a page over many policies.

    >>> policy_of("docs/zh/policies/jinan-2018/edits/index.md"), policy_of("docs/zh/policies/index.md")
    ('jinan-2018', '')
    """
    _, _, kind, *below = source.split("/")
    return below[0] if kind in OF_POLICIES and len(below) > 1 else ""


def as_text(content: Content) -> str:
    """Return the content of a page in one piece."""
    parts = [content] if isinstance(content, (str, bytes)) else content
    return b"".join(map(encoded, parts)).decode("utf-8", "surrogatepass")
