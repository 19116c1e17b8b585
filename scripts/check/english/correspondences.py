"""Words that answer each other: small ones that decide what is promised, and those that name what is spoken of."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from scripts.check.english.dates import dated_parts
from scripts.check.english.parts import EXPLANATION_PATTERN, Pair, divide
from scripts.check.english.tables import read_table
from scripts.model.glossary import Term

EACH = "each"
"""In the last column: the other language has one for each, not one for all."""
# one side of a pattern that begins with letters as they are: exceed\w*, points?, import(?!an); not (?<!non-)govern
PLAIN_PATTERN = re.compile(r"([A-Za-z][A-Za-z -]*)(?:\\w[*+]|[a-z]\?|\(\?![^()|]*\))?")


class Row(NamedTuple):
    """What one language has to have where the other has something."""

    language: str
    """Of `here`: `zh` or `en`."""
    here: re.Pattern[str]
    there: re.Pattern[str]
    what: str
    """What is at stake."""
    each: bool
    """Whether the other language has one for each; else one is enough for all."""
    plain: tuple[str, ...] = ()
    """Of which one stands wherever `here` finds anything, in small letters; none where that cannot be told."""

    def find(self, text: str, small: str) -> re.Match[str] | None:
        """Return the first place of what the language has in a text, of which the small letters are given too."""
        if self.plain and not any(word in small for word in self.plain):  # quicker by far than to search for it
            return None
        return self.here.search(text)


@cache
def wording_rows() -> tuple[Row, ...]:
    """Return the rows of `wordings.tsv`, of which English is given by the beginnings of its words."""
    rows = []
    for language, here, there, *each in read_table("wordings.tsv"):
        patterns = (beginnings(here), re.compile(there)) if language == "en" else (re.compile(here), beginnings(there))
        rows.append(Row(language, *patterns, "what is spoken of", each == [EACH], plain_words(language, here)))
    return tuple(rows)


def plain_words(language: str, pattern: str) -> tuple[str, ...]:
    """Return what the sides of an English pattern begin with, in small letters; nothing where one begins otherwise.

    >>> plain_words("en", "doubled?|twice"), plain_words("en", "(?<!non-)govern")
    (('double', 'twice'), ())
    """
    sides = [PLAIN_PATTERN.fullmatch(side) for side in pattern.split("|")] if language == "en" else []
    found = tuple(side[1].lower() for side in sides if side)
    return found if len(found) == len(sides) else ()


def beginnings(pattern: str) -> re.Pattern[str]:
    """Return a pattern that finds words of English by how they begin."""
    return re.compile(rf"(?<![A-Za-z])(?:{pattern})\w*", re.IGNORECASE)


@cache
def promise_rows() -> tuple[Row, ...]:
    """Return the rows of `promises.tsv`, their patterns made."""
    rows = []
    for language, here, there, what, *each in read_table("promises.tsv"):
        patterns = (
            (whole_words(here), re.compile(there)) if language == "en" else (re.compile(here), whole_words(there))
        )
        rows.append(Row(language, *patterns, what, each == [EACH], plain_words(language, here)))
    return tuple(rows)


def whole_words(pattern: str) -> re.Pattern[str]:
    """Return a pattern that finds whole words of English, however written."""
    return re.compile(rf"(?<![A-Za-z])(?:{pattern})(?![A-Za-z])", re.IGNORECASE)


def check_correspondences(pair: Pair) -> Iterator[str]:
    """What decides about a promise in one language is in the other: duty, least and most, more and less, when."""
    for zh, en in dated_parts(pair):
        yield from check_part(zh, en, promise_rows())


def check_wording(pair: Pair) -> Iterator[str]:
    """Words that can hardly be said otherwise are in both languages: what is dropped, added or exchanged is seen."""
    agreed = " ".join((pair.titles, *(name.en for name in pair.names), *map(english_of, pair.terms))).lower()
    for zh, en in divide(pair):
        yield from check_part(zh, EXPLANATION_PATTERN.sub("", en), wording_rows(), agreed)


def english_of(term: Term) -> str:
    """Return all English of a term."""
    return " ".join((term.en, *term.en_variants))


def check_part(zh: str, en: str, rows: Iterable[Row], agreed: str = "") -> Iterator[str]:
    """Yield what one part of a text lacks of what rows want where the other has something that was not agreed on."""
    small = en.lower()
    for row in rows:
        here, there = (zh, en) if row.language == "zh" else (en, zh)
        match = row.find(here, small)
        if match and is_lost(row, here, there) and match[0].lower() not in agreed:
            has, lacks = ("Chinese", "English") if row.language == "zh" else ("English", "Chinese")
            yield (
                f"the {has} has “{match[0]}” in “{around(here, match)}”, the {lacks} “{shorten(there)}” has nothing "
                f"for it: {row.what}; mend the English"
            )


def is_lost(row: Row, here: str, there: str) -> bool:
    """Whether the other language lacks what it has to have."""
    if row.each:
        return len(row.there.findall(there)) < len(row.here.findall(here))
    return not row.there.search(there)


def around(text: str, match: re.Match[str]) -> str:
    """Return the words around a place."""
    return text[max(0, match.start() - 15) : match.end() + 15].strip()


def shorten(text: str) -> str:
    """Return the beginning of a text."""
    return text if len(text) <= 40 else f"{text[:40]}…"
