"""Small words that decide what is promised, as `promises.tsv` has them: must, at least, by the end of, fewer, each."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from scripts.check.english.parts import Pair, divide
from scripts.check.english.tables import read_table


class Row(NamedTuple):
    """What one language has to have where the other has something."""

    language: str
    """Of `here`: `zh` or `en`."""
    here: re.Pattern[str]
    there: re.Pattern[str]
    what: str
    """What is at stake."""


@cache
def promise_rows() -> tuple[Row, ...]:
    """Return the rows of the table, their patterns made."""
    rows = []
    for language, here, there, what in read_table("promises.tsv"):
        patterns = (
            (whole_words(here), re.compile(there)) if language == "en" else (re.compile(here), whole_words(there))
        )
        rows.append(Row(language, *patterns, what))
    return tuple(rows)


def whole_words(pattern: str) -> re.Pattern[str]:
    """Return a pattern that finds whole words of English, however written."""
    return re.compile(rf"(?<![A-Za-z])(?:{pattern})(?![A-Za-z])", re.IGNORECASE)


def check_correspondences(pair: Pair) -> Iterator[str]:
    """What decides about a promise in one language is in the other: duty, least and most, more and less, when."""
    for zh, en in divide(pair):
        yield from check_part(zh, en)


def check_part(zh: str, en: str) -> Iterator[str]:
    """Yield what one part of a text lacks of the small words of the other language."""
    for row in promise_rows():
        here, there = (zh, en) if row.language == "zh" else (en, zh)
        match = row.here.search(here)
        if match and not row.there.search(there):
            has, lacks = ("Chinese", "English") if row.language == "zh" else ("English", "Chinese")
            yield (
                f"the {has} has “{match[0]}” in “{around(here, match)}”, the {lacks} “{shorten(there)}” has nothing "
                f"for it: {row.what}; mend the English"
            )


def around(text: str, match: re.Match[str]) -> str:
    """Return the words around a place."""
    return text[max(0, match.start() - 15) : match.end() + 15].strip()


def shorten(text: str) -> str:
    """Return the beginning of a text."""
    return text if len(text) <= 40 else f"{text[:40]}…"
