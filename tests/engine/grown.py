"""The archive's bulk file → that of an archive of many policies: sections of the real ones, with passages of others."""

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

MOST_PASSAGES = 40
"""So many passages a generated section takes at most from each of two."""


def grow(file: Path, target: Path, policies: int) -> None:
    """Write a bulk file of so many policies: sections of the real ones, each with passages of others among its own."""
    lines = file.read_text("utf-8").splitlines()
    documents = [json.loads(line) for line in lines[1::2]]
    own = [document for document in documents if document["kind"] == "policy"]
    by_policy: dict[int, list[dict[str, object]]] = {}
    for document in own:
        by_policy.setdefault(document["collection"], []).append(document)
    count = 0
    with target.open("w", encoding="utf-8") as written:
        for document in grown(by_policy, own, policies):
            action = {"index": {"_id": str(count), "routing": str(document["collection"])}}
            written.write(f"{json.dumps(action)}\n{json.dumps(document | {'ordinal': count}, ensure_ascii=False)}\n")
            count += 1
    mapping = json.loads(file.with_name(f"{file.name}.mapping.json").read_text("utf-8"))
    mapping["mappings"]["_meta"]["documents"] = count
    target.with_name(f"{target.name}.mapping.json").write_text(json.dumps(mapping), "utf-8")
    shutil.copy(file.with_name(f"{file.name}.searches.json"), target.with_name(f"{target.name}.searches.json"))


def grown(
    by_policy: dict[int, list[dict[str, object]]], own: list[dict[str, object]], policies: int
) -> Iterator[dict[str, object]]:
    """Yield the sections of generated policies."""
    chance = random.Random(1)
    texts = ("zh", "en", "own", "words", "forms", "both", "anchors")
    for number in range(policies):
        for section in by_policy[number % len(by_policy)]:
            other = chance.choice(own)
            mixed = {
                name: [*members(section[name])[:MOST_PASSAGES], *members(other[name])[:MOST_PASSAGES]] for name in texts
            }
            yield section | mixed | {"collection": number, "path": f"policies/generated-{number}/"}


def members(value: object) -> list[object]:
    """Return a value that is a list."""
    assert isinstance(value, list)
    return value
