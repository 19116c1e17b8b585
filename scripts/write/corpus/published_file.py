"""The words of an edition → the lines of `published.jsonl` and `former.jsonl`."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from scripts.model.editions import Former, Words
from scripts.model.published_words import Seal


def draw_words(words: Mapping[str, Words]) -> str:
    """Return the text of `published.jsonl`: a line an address, in the order of the text."""
    rows = (
        {"anchor": anchor} | {part: value for part, value in own._asdict().items() if value}
        for anchor, own in words.items()
    )
    return "".join(f"{line(row)}\n" for row in rows)


def draw_edition(former: Iterable[Former], seal: Seal) -> Iterator[str]:
    """Yield the lines that an edition adds to `former.jsonl`."""
    yield from (line(row._asdict()) for row in former)
    yield line(seal._asdict())


def line(row: dict[str, Any]) -> str:
    """Return a row as a line of JSON, in which every character can be read."""
    return json.dumps(row, ensure_ascii=False)
