"""A corpus → the same with one letter of one source changed."""

import hashlib
from pathlib import Path

from scripts.model.edits import Alignment
from scripts.model.vocabulary import BlockKind
from tests.bench.origins import dump, load, read_origin

LETTERS = "之其"
"""What a letter is changed to, in turn."""


def change_letter(run: Path, nth: int) -> None:
    """Change the last letter of a paragraph of which no row of the editors speaks, in the last of the policies."""
    folder = max(path for path in (run / "corpus/policies").iterdir() if path.is_dir())
    origin = read_origin(folder)
    policy, spoken = origin.policy, {row["anchor"] for rows in origin.figures.values() for row in rows}
    block = next(
        block
        for block in policy.blocks()
        if block.kind is BlockKind.PARAGRAPH
        and block.anchor not in spoken
        and not any(note.start < block.end and block.start < note.end for note in policy.notes)
        and policy.text[block.end - 1] == "。"
    )
    place = Alignment(policy.edits).source_span(block.end - 2, block.end - 1)[0]
    text = policy.source.text
    data = (text[:place] + LETTERS[nth % 2] + text[place + 1 :]).encode()
    (folder / "source.txt").write_bytes(data)
    metadata = load(folder / "policy.yml")
    metadata["source"]["sha256"] = hashlib.sha256(data).hexdigest()
    dump(folder / "policy.yml", metadata)
