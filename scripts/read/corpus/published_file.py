"""`published.jsonl` and `former.jsonl` → the words of a policy as they were published last, and all earlier ones.

`publish` writes both, and nobody else. `published.jsonl` has a line an address: its words in both languages. In
`former.jsonl`, which only grows, every edition has a line for each of the words that it changed, with those that stood
there before, and at its end a line with its fingerprints.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from scripts.model.anchors import parse
from scripts.model.editions import Former, Words
from scripts.model.published_words import PublishedWords, Seal
from scripts.problems import Problem
from scripts.read.regular_file import read_text_of
from scripts.text.gate import DAMAGED, find_forbidden

PUBLISHED, FORMER = "published.jsonl", "former.jsonl"
RESTORE = "only `publish` writes this file; restore it from the archive's version history"
Made = TypeVar("Made")
LONGEST_LINE = 200_000
TEXT = r'"(?:[^"\\]|\\.)*+"'
# {"anchor":"s1","zh":"…"}: texts and whole numbers by their keys, on one level
ROW_PATTERN = re.compile(rf"\{{{TEXT}: ?(?:{TEXT}|[0-9]{{1,7}})(?:, ?{TEXT}: ?(?:{TEXT}|[0-9]{{1,7}}))*+\}}")


def read_published(folder: Path, name: str) -> tuple[PublishedWords, list[Problem]]:
    """Return the published words; missing files hold none. A line that is damaged is left out and reported."""
    words, problems = {}, list[Problem]()
    lines = {}
    for line, (anchor, own) in read_lines(folder / PUBLISHED, f"{name}/{PUBLISHED}", read_words, problems):
        words[anchor], lines[anchor] = own, line
    former, seals = list[Former](), dict[int, Seal]()
    for line, row in read_lines(folder / FORMER, f"{name}/{FORMER}", read_former, problems):
        if isinstance(row, Former):
            former.append(row)
        else:
            seals[line] = row
    return PublishedWords(words, lines, tuple(former), tuple(seals.values()), tuple(seals)), problems


def read_lines(
    path: Path, name: str, read: Callable[[dict[str, Any]], Made], problems: list[Problem]
) -> Iterator[tuple[int, Made]]:
    """Yield what each line says, with its number."""
    text, faults = read_text_of(path, name)
    problems += faults
    for number, line in enumerate((text or "").removesuffix("\n").split("\n") if text else (), start=1):
        try:
            yield number, read(read_row(line))
        except (ValueError, TypeError, KeyError):
            problems.append(Problem(name, number, "published", f"is not what `publish` writes; {RESTORE}"))


def read_row(line: str) -> dict[str, Any]:
    """Return the object that a line holds; raise ValueError where it is no flat one, or has what no text may have.

    What the parser gets is of one level, with short numbers: it has nothing to lose itself in.
    """
    if len(line) > LONGEST_LINE or not ROW_PATTERN.fullmatch(line):
        raise ValueError("no flat row")
    pairs = json.loads(line, object_pairs_hook=list)
    row = dict(pairs)
    texts = [part for pair in pairs for part in pair if isinstance(part, str)]
    if len(row) < len(pairs) or any(True for text in texts for _ in find_forbidden(text, DAMAGED)):
        raise ValueError("a row with a key twice, or what no text may have")
    return row


def read_words(row: dict[str, Any]) -> tuple[str, Words]:
    """Return an anchor with its words."""
    values = dict(row)
    anchor = values.pop("anchor")
    words = Words(**values)
    if not all(isinstance(value, str) for value in (anchor, *words)):
        raise TypeError
    return address(anchor), words


def read_former(row: dict[str, Any]) -> Former | Seal:
    """Return former words, or the end of an edition."""
    made = Seal(**row) if "fingerprint" in row else Former(**row)
    if not isinstance(made[0], int) or not all(isinstance(value, str) for value in made[1:]):
        raise TypeError
    if isinstance(made, Former):
        address(made.anchor)
        if made.part not in Words._fields:
            raise ValueError
    return made


def address(anchor: str) -> str:
    """Return an anchor, or nothing, which stands for the title; raise ValueError where it is neither."""
    if anchor:
        parse(anchor)
    return anchor
