"""`places.yml` and places that it lacks → the file with their entries, each behind the last one of its level or above.

All else of the file stays as it is. The English name is a proposal, and says so until an editor drops the comment.
"""

import json
import re
from collections.abc import Iterable

from scripts.model.policy import Place
from scripts.model.vocabulary import Level

PROPOSED = "# proposed: its English by the usual rules"
LEVELS = tuple(Level)
ENTRY_PATTERN = re.compile(r"^- .*\n(?:(?!- ).*\n)*", re.MULTILINE)
LEVEL_PATTERN = re.compile(rf"\blevel: *(?P<level>{'|'.join(LEVELS)})\b")
# Shandong Province, Lu'an, Hebi; not "Jishishan Bonan, Dongxiang and Salar Autonomous County", which has a comma
PLAIN_PATTERN = re.compile(r"[^\W\d_](?:[\w' -]*[^\W_])?")


def with_places(text: str, places: Iterable[Place]) -> str:
    """Return `places.yml` with more entries, of which each is in one that stands above it."""
    text = text if text.endswith("\n") or not text else f"{text}\n"
    for place in places:
        end = end_of_level(text, place.level)
        text = text[:end] + draw_entry(place) + text[end:]
    return text


def end_of_level(text: str, level: Level) -> int:
    """Return where the last entry ends whose level is this or above; where no entry says its level, the file's end."""
    entries = [(entry.end(), LEVEL_PATTERN.search(entry[0])) for entry in ENTRY_PATTERN.finditer(text)]
    if not all(found for _, found in entries):
        return len(text)
    ranks = [(end, LEVELS.index(Level(found["level"]))) for end, found in entries if found]
    return max((end for end, rank in ranks if rank <= LEVELS.index(level)), default=len(text))


def draw_entry(place: Place) -> str:
    """Return the lines of a place's entry."""
    lines = [
        f"- id: {place.id}",
        f"  name: {{zh: {place.name.zh}, en: {plain(place.name.en)}}}  {PROPOSED}",
        f"  level: {place.level}",
        *([f"  within: {place.within}"] if place.within else []),
    ]
    return "\n".join(lines) + "\n"


def plain(text: str) -> str:
    """Return a text as YAML has it within braces: in quotes where that needs them."""
    return text if PLAIN_PATTERN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
