"""The shelf → what looks over many policies, and what one policy's files are drawn from."""

from pathlib import Path

from scripts.commands.maker import Task
from scripts.link.related import Related, find_related
from scripts.model.archive import Archive, Page
from scripts.model.lookup import Lookup
from scripts.model.shares import Digest
from scripts.read.corpus.corpus import Shared
from scripts.write.disk.shelf import Shelf


class Shelved:
    """What is on the shelf, as writers need it."""

    def __init__(self, root: Path, shared: Shared, shelf: Shelf) -> None:
        self.root, self.shared, self.shelf = root, shared, shelf

    def look_over(self, pages: tuple[Page, ...] = ()) -> Lookup:
        """Return what looks over all policies, with these pages written by hand, which only the search shows."""
        archive = Archive((), self.shared.glossary, pages=pages)
        return Lookup(archive, self.digests(), self.shelf.read)

    def digests(self) -> dict[str, Digest]:
        """Return the digest of every policy."""
        return {digest.metadata.id: digest for digest in self.shelf.read("policies")}

    def related(self) -> Related:
        """Return the related items of every policy."""
        mark = self.shelf.prints(["counts"])
        former, related = self.shelf.made("related")
        if former != mark:
            related = find_related(self.shelf.read("counts"))
            self.shelf.note("related", mark, related)
        return dict(related)

    def task(self, own: str, related: dict[str, tuple[tuple[str, str], ...]], lookup: Lookup) -> Task:
        """Return what is needed to draw a policy's files."""
        others = {policy_id for items in related.values() for policy_id, _ in items}
        digests = {policy_id: lookup.policies[policy_id] for policy_id in sorted(others)}
        return Task(self.shelf.value("linked", own), related, digests)
