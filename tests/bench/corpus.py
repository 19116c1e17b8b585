"""A corpus of a few policies → one of any size: the few as they are, and policies like them that no place issued."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.bench.compose import compose
from tests.bench.manuscript import Manuscript, make_figures, make_translation, read_manuscript
from tests.bench.origins import Origin, Row, dump, read_origins
from tests.bench.topics import move_topics, read_topics, write_topics
from tests.bench.variation import Variation


def write_corpus(model: Path, target: Path, size: int, *, has_own: bool) -> None:
    """Make `target` a corpus of `size` policies like those of the corpus `model`; the same size gives the same bytes.

    With `has_own` the topics of a policy stand in its own folder, else in the glossary.
    """
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(model, target)
    origins = read_origins(model)
    issued = read_topics(model)
    topics = dict(issued)
    for policy_id, base in new_ids(origins, size):
        manuscript = make_manuscript(policy_id, base, origins)
        write_policy(target / "policies" / policy_id, base, manuscript, origins)
        topics[policy_id] = move_topics(manuscript, issued)
    write_topics(target, topics, has_own=has_own)


def new_ids(origins: dict[str, Origin], size: int) -> Iterator[tuple[str, Origin]]:
    """Yield the ids of the new policies, each with the policy that it is made from: jinan-aaa-2018."""
    bases = list(origins.values())
    for index in range(size - len(bases)):
        base = bases[index % len(bases)]
        place, _, year = base.id.rpartition("-")
        yield f"{place}-{letters(index // len(bases))}-{year}", base


def letters(number: int) -> str:
    """Return a number as three letters, as ids hold no digits but the year's.

    >>> letters(27)
    'abb'
    """
    return "".join(chr(ord("a") + number // 26**power % 26) for power in (2, 1, 0))


def make_manuscript(policy_id: str, base: Origin, origins: dict[str, Origin]) -> Manuscript:
    """Return the new policy with this id."""
    variation = Variation(policy_id)
    return read_manuscript(compose(base, origins.values(), variation), origins, variation)


def write_policy(folder: Path, base: Origin, manuscript: Manuscript, origins: dict[str, Origin]) -> None:
    """Write the folder of a policy."""
    folder.mkdir(parents=True)
    (folder / "source.txt").write_bytes(manuscript.source)
    dump(folder / "policy.yml", make_metadata(folder.name, base, manuscript))
    dump(folder / "emendations.yml", manuscript.emendations)
    for name in base.figures:
        dump(folder / name, make_figures(manuscript, origins, name))
    make_translation(manuscript, origins).save(str(folder / "en.po"), newline="\n")
    anchors = "".join(f"{anchor}\n" for anchor in manuscript.policy.anchors())
    (folder / "anchors.txt").write_text(anchors, encoding="utf-8")


def make_metadata(policy_id: str, base: Origin, manuscript: Manuscript) -> Row:
    """Return what policy.yml says of a policy that nobody issued."""
    title, variation = base.metadata["title"], manuscript.variation
    url = f"https://texts.example/{policy_id}"
    return {
        **base.metadata,
        "id": policy_id,
        "title": {"zh": f"{variation.place}{title['zh']}", "en": f"{variation.place_en}: {title['en']}"},
        "source": {
            **base.metadata["source"],
            "url": url,
            "sha256": hashlib.sha256(manuscript.source).hexdigest(),
        },
    }
