"""`build`: corpus → docs/; it writes nothing else but what it keeps in build/, and makes no address permanent.

1. Of every policy its shares are made: what it adds to the pages and tables over many. They are kept on the shelf, and
   made anew only when the policy's folder, what all policies share, or the program changed.
2. The items of all policies are compared.
3. Every policy's own files are drawn, where its shares or its related items changed.
4. What looks over many policies is drawn from the shares, where any that it shows changed.

So memory holds few policies at a time, and one changed policy costs little more than itself.
"""

import sqlite3
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from scripts.carry.stamp import read_release
from scripts.commands.collection import rare_collection
from scripts.commands.collisions import check_collisions
from scripts.commands.maker import FEW, Maker, code_mark, draw_there, make_there, spread
from scripts.commands.shelved import Shelved
from scripts.problems import Problem
from scripts.read.corpus.corpus import Shared, policy_folders, read_shared, without_policies
from scripts.read.corpus.folder_files import is_of_preparation
from scripts.read.hand_written import read_pages
from scripts.write.disk.files import Content
from scripts.write.disk.inputs import read_inputs
from scripts.write.disk.record import DOCS, read_record
from scripts.write.disk.replacing import clear
from scripts.write.disk.shelf import Shelf, ShelfDamageError, fingerprint, is_damage
from scripts.write.disk.trees import Trees
from scripts.write.search.collections import other_collections
from scripts.write.search.files import write_search
from scripts.write.search.program import read_engine
from scripts.write.search.share import Share, make_share
from scripts.write.site import TREES, write_over_all
from scripts.write.words.addresses import site_root

SHELF = "build/shelf.sqlite"
SEARCH = "docs/zh/data/search"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    problems: tuple[Problem, ...]
    """Where there are any, nothing was written."""
    policies: int = 0
    changed: int = 0
    """Files that were written or removed."""
    gaps: tuple[Problem, ...] = ()
    """English that is missing or out of date: shown, and no reason not to build."""


@rare_collection()
def build(root: Path) -> Built:
    """Write all generated files below `root/docs` from `root/corpus`; with problems in the corpus, write none."""
    try:
        return build_from_shelf(root)
    except (sqlite3.DatabaseError, ShelfDamageError) as error:
        if not is_damage(error):
            raise
    clear(root)
    (root / SHELF).unlink()  # what is on it can always be made again
    return build_from_shelf(root)


def build_from_shelf(root: Path) -> Built:
    """Do that with what is kept from the last build."""
    shared = read_shared(root)
    ids = [path.name for path in policy_folders(root)]
    with Shelf(root / SHELF) as shelf:
        builder = Builder(root, shared, shelf)
        addresses = check_collisions(root, shared.glossary)
        waiting = [problem for problem in shared.problems if is_of_preparation(root, problem)]
        hindering = [problem for problem in shared.problems if problem not in waiting]
        problems = (*hindering, *without_policies(ids), *addresses, *builder.make_shares(ids))
        if problems:
            return Built(problems)
        builder.gaps += waiting
        builder.draw_policies(ids)
        builder.draw_over_all()
        builder.draw_search()
        return Built((), len(ids), builder.trees.put_in_place(builder.inputs), tuple(builder.gaps))


class Builder(Shelved):
    """Makes what has changed, and takes over the rest."""

    def __init__(self, root: Path, shared: Shared, shelf: Shelf) -> None:
        super().__init__(root, shared, shelf)
        self.inputs = read_inputs(root, DOCS, read_record(root, DOCS).inputs, TREES)
        self.trees = Trees(root, TREES)
        code = [code_mark(), sys.version.encode(), site_root().encode()]
        self.base = fingerprint([*code, repr(shared.glossary).encode("utf-8", "surrogatepass")])
        """The fingerprint of what all policies share."""
        self.maker = Maker(root, shared, self.base)
        self.gaps: list[Problem] = []

    def make_shares(self, ids: list[str]) -> Iterator[Problem]:
        """Have the shares of every policy on the shelf, and yield the problems of those that have none."""
        self.shelf.keep_only(ids)
        changed = [own for own in ids if self.shelf.made(f"shares of {own}")[0] != self.maker.mark(own)]
        if len(changed) > FEW:  # before there are several processes, which then share it
            self.maker.segmenter.load()
        for made in spread(make_there, changed, len(changed), self.maker):
            yield from made.problems
            if not made.problems:
                self.shelf.put(made.policy, made.shares)
                self.shelf.note(f"shares of {made.policy}", made.mark, made.gaps)
        for own in ids:
            self.gaps += self.shelf.made(f"shares of {own}")[1] or ()

    def draw_policies(self, ids: list[str]) -> None:
        """Write the files of every policy."""
        self.lookup = self.look_over(read_pages(self.root))
        related = self.related()
        tasks = {own: self.mark_of(own, related.get(own, {})) for own in ids}
        drawn = [own for own in ids if not self.takes_over(f"files of {own}", tasks[own])]
        todo = (self.task(own, related.get(own, {}), self.lookup) for own in drawn)
        for own, files in zip(drawn, spread(draw_there, todo, len(drawn), self.maker), strict=True):
            self.write(f"files of {own}", tasks[own], files)

    def mark_of(self, own: str, related: dict[str, tuple[tuple[str, str], ...]]) -> bytes:
        """Return the fingerprint of what a policy's files are drawn from."""
        policies = self.lookup.policies
        shown = [
            (item, [(p, a, policies[p].metadata.place.name, policies[p].titles[a]) for p, a in others])
            for item, others in related.items()
        ]
        return fingerprint([self.shelf.made(f"shares of {own}")[0], repr(shown).encode("utf-8", "surrogatepass")])

    def takes_over(self, name: str, mark: bytes) -> bool:
        """Whether all files of a thing are as they would be made, and taken over."""
        former, files = self.shelf.made(name)
        return former == mark and all(self.trees.keep(path, stamp) for path, stamp in files)

    def write(self, name: str, mark: bytes, files: Iterable[tuple[str, Content]]) -> None:
        """Write the files of a thing, and note what they were made from."""
        stamps = []
        for path, content in files:
            self.trees.write(path, content)
            stamps.append((path, self.trees.stamp(path)))
        self.shelf.note(name, mark, stamps)

    def draw_over_all(self) -> None:
        """Write all that looks over many policies."""
        names = [(own, digest.metadata.place, digest.metadata.title) for own, digest in self.lookup.policies.items()]
        base = fingerprint([self.base, repr(names).encode("utf-8", "surrogatepass")])
        prints, release = cache(self.shelf.prints), read_release(self.root)
        for folder, page in write_over_all(self.lookup, lambda path: self.trees.file(f"docs/zh/{path}"), release):
            path = f"{folder}/{page.path}"
            mark = fingerprint([base, prints(page.needs), page.also.encode()])
            if not self.takes_over(path, mark):
                self.write(path, mark, [(path, page.draw())])

    def draw_search(self) -> None:
        """Write what the search loads."""
        programs = read_engine(self.root)
        pages = repr(self.lookup.archive.pages).encode("utf-8", "surrogatepass")
        mark = fingerprint([self.base, pages, self.shelf.prints(["indicators/"])])
        former, others = self.shelf.made("search, others")
        if former != mark:
            others = [make_share(each, self.maker.segmenter.cut) for each in other_collections(self.lookup)]
            self.shelf.note("search, others", mark, others)
        parts = [mark, self.shelf.prints(["search"]), *(text.encode() for text in programs.values())]
        mark = fingerprint(parts)
        if not self.takes_over("search", mark):
            topics = self.shared.glossary.topics.values()
            files = write_search(AllShares(self.shelf, others), topics, programs)
            self.write("search", mark, ((f"{SEARCH}/{path}", content) for path, content in files))


@dataclass(frozen=True, slots=True)
class AllShares:
    """What policies add to the search, from the shelf, then what all else adds; it can be gone through again."""

    shelf: Shelf
    others: list[Share]

    def __iter__(self) -> Iterator[Any]:
        yield from self.shelf.read("search")
        yield from self.others
