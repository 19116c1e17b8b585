"""Which places of which policy treat which topic: read and written as the corpus has it, and as it had it before.

Now a policy's own `topics.yml` names them, topic → anchors; before, the glossary's `topics.yml` did, for all policies.
"""

from pathlib import Path

from tests.bench.manuscript import Manuscript
from tests.bench.origins import Place, dump, load

Treated = dict[str, list[str]]
"""For each topic the anchors of a policy that treat it."""


def has_own_topics(corpus: Path) -> bool:
    """Whether the topics of a policy stand in its own folder."""
    return any((corpus / "policies").glob("*/topics.yml"))


def read_topics(corpus: Path) -> dict[str, Treated]:
    """Return the topics of each policy."""
    policies = sorted(path for path in (corpus / "policies").iterdir() if path.is_dir())
    if has_own_topics(corpus):
        return {path.name: dict(load(path / "topics.yml") or {}) for path in policies}
    glossary = load(corpus / "glossary/topics.yml")
    return {path.name: {row["id"]: row["sections"].get(path.name) or [] for row in glossary} for path in policies}


def write_topics(corpus: Path, topics: dict[str, Treated], *, has_own: bool) -> None:
    """Write the topics of every policy to its own folder, or all to the glossary."""
    for policy, own in topics.items():
        path = corpus / "policies" / policy / "topics.yml"
        path.unlink(missing_ok=True)
        if has_own:
            dump(path, own)
    if not has_own:
        glossary = load(corpus / "glossary/topics.yml")
        for row in glossary:
            row["sections"] = {policy: own.get(row["id"], []) for policy, own in sorted(topics.items())}
        dump(corpus / "glossary/topics.yml", glossary)


def move_topics(manuscript: Manuscript, topics: dict[str, Treated]) -> Treated:
    """Return the places of a new policy that treat each topic: those made from places that do."""
    former = [
        ((policy, anchor), topic)
        for policy, own in topics.items()
        for topic, anchors in own.items()
        for anchor in anchors
    ]
    made: dict[Place, list[str]] = {}
    for anchor, place in manuscript.came_from.items():
        made.setdefault(place, []).append(anchor)
    moved: Treated = {topic: [] for _, topic in former}
    for place, topic in former:
        moved[topic] += made.get(place, [])
    return moved
