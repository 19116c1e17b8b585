"""Files that only grow keep their order: `anchors.txt` that of the text as it was, the glossary that of its ids."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from scripts.model.archive import Archive
from scripts.model.published_words import PublishedWords
from scripts.problems import Problem

SORTED = ("terms", "organisations", "indicators", "documents")
"""The files of the glossary whose entries are sorted by their ids."""


def check_anchor_order(
    policy_id: str, present: Sequence[str], listed: Mapping[str, int], published: PublishedWords
) -> Iterator[Problem]:
    """Anchors stand in `anchors.txt` in the order of the text; each edition that added some begins anew."""
    places = {anchor: place for place, anchor in enumerate(present)}
    known = [anchor for anchor in listed if anchor in places]
    breaks = [later for earlier, later in pairwise(known) if places[later] < places[earlier]]
    added = {row.edition for row in published.former if row.part == "zh" and not row.before}
    if len(breaks) > len(added):
        message = f"{breaks[0]} stands out of order; restore the file as it was: `publish` alone writes it, at its end"
        yield Problem(f"corpus/policies/{policy_id}/anchors.txt", listed[breaks[0]], "anchor-order", message)


def check_glossary_order(archive: Archive) -> Iterator[Problem]:
    """Entries of the glossary stand in the order of their ids, where their file says so."""
    for name in SORTED:
        ids = [key for key, entry in getattr(archive.glossary, name).items() if not getattr(entry, "policy", None)]
        for earlier, later in pairwise(ids):
            if later < earlier:
                message = f"{later} stands behind {earlier}; sort the entries by their ids"
                yield Problem(f"corpus/glossary/{name}.yml", 0, "order", message)
                break
