"""The archive as the pages and tables over many policies look into it: by indicator, body, document, term and topic."""

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any

from scripts.model.archive import Archive, Responsibility, Target
from scripts.model.shares import Digest, Occurrence, Treated

Read = Callable[[str], Iterable[Any]]
"""Returns the shares with a key, in the order of their policies."""


KEPT = 20_000
"""So many items that were looked up are kept for who asks again."""


def read_nothing(_: str) -> Iterable[Any]:
    """Return no share: for who writes the pages of one policy alone."""
    return ()


class Lookup:
    """Looks up what was found, over all policies; every list is in the order of policies and text.

    `archive` has the glossary and the pages written by hand, and the policy whose own pages are written, if one's are.
    """

    def __init__(self, archive: Archive, policies: dict[str, Digest], read: Read = read_nothing) -> None:
        self.archive, self.policies, self.read = archive, policies, read
        self.recent: dict[str, list[Any]] = {}
        """The items of the keys that were looked up last, the latest at the end: several pages ask for the same."""
        self.size = 0
        """How many items these are together."""
        self.counts: dict[str, int] = {}
        """How many items the keys that were looked up have."""

    def targets(self, indicator_id: str) -> list[Target]:
        """Return the figures of an indicator."""
        return self.joined(f"indicators/{indicator_id}")

    def charges(self, organisation_id: str) -> list[Responsibility]:
        """Return what notes say of a body; with an empty id, the names in them that no body claims."""
        return self.joined(f"charges/{organisation_id}")

    def naming(self, organisation_id: str) -> list[Occurrence]:
        """Return the places that name a body."""
        return self.joined(f"organisations/{organisation_id}")

    def count_naming(self, organisation_id: str) -> int:
        """Return how many places name a body."""
        return self.count(f"organisations/{organisation_id}")

    def citing(self, document_id: str) -> list[Occurrence]:
        """Return the places that cite a document; with an empty id, those that cite one that is not listed."""
        return self.joined(f"documents/{document_id}")

    def occurrences(self, term_id: str) -> list[Occurrence]:
        """Return every place at which an exact search for a term finds it."""
        return self.joined(f"terms/{term_id}")

    def count_occurrences(self, term_id: str) -> int:
        """Return how many places an exact search for a term finds."""
        return self.count(f"terms/{term_id}")

    def treating(self, topic_id: str) -> dict[str, list[Treated]]:
        """Return, for every policy that treats a topic, the places at which it does."""
        return dict(self.read(f"topics/{topic_id}"))

    def naming_in_passing(self, topic_id: str) -> dict[str, list[Treated]]:
        """Return, for every policy that treats a topic nowhere but has its words, where they stand."""
        return dict(self.read(f"named/{topic_id}"))

    def joined(self, key: str) -> list[Any]:
        """Return the items of all shares with a key."""
        items = self.recent.pop(key, None)
        if items is None:
            items = list(chain.from_iterable(self.read(key)))
            self.counts[key] = len(items)
            self.size += len(items)
        self.recent[key] = items
        while self.size > KEPT and len(self.recent) > 1:
            self.size -= len(self.recent.pop(next(iter(self.recent))))
        return items

    def count(self, key: str) -> int:
        """Return how many items all shares with a key have."""
        return self.counts[key] if key in self.counts else len(self.joined(key))
