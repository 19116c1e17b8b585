"""What stands behind a mark at which characters were cut → the readings that are printed exactly so.

A reading is built character by character. Of each the first byte is known, from what the mark or the pair before ended
with; its second byte begins the next pair that is printed, or one that is not, or stands by itself at the end.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from scripts.text.characters import simplified_forms
from scripts.text.damage.split import (
    FIRST_TRAIL,
    LAST_ASCII,
    LEADS,
    MARKS,
    TRAILS,
    Decoder,
    char_pair,
    pair_char,
)
from scripts.text.damage.words import FULL_WIDTH_MARKS, Words, plain

BEAM = 100
"""So many readings of the same part are followed, the likeliest."""
REACH = 160
"""So many printed characters behind a mark are looked at."""
HOPELESS, MOST_HIDDEN = 25.0, 3
"""By so much less likely, readings are no longer followed; so many characters together may have left nothing."""
FULL_WIDTH, FULL_BYTE = 0xA3, 0x80
"""The first byte of full-width letters and digits in GBK, and what their second has more than ASCII has.

A crawl may have folded them to ASCII."""


LENGTH = 0.6
"""What is added for each character: words that no text of the archive has count as less likely than they are."""


class Reading(NamedTuple):
    """What may have stood there, as far as it is known."""

    score: float
    text: str
    """The characters behind the one that the mark's first byte belongs to."""
    place: int
    """So many printed characters are explained."""
    lead: int
    """The first byte of the next character; 0 where it is not known."""
    hidden: int
    """The byte before it, where that is not known; else 0."""


class Tails:
    """The search for what may have stood behind a mark, in a text that a decoder printed."""

    def __init__(self, printed: str, decoder: Decoder, words: Words) -> None:
        self.printed, self.decoder, self.words = printed[:REACH], decoder, words
        self.known_hidden: dict[str, list[bytes]] = {}
        line = plain(self.printed.translate(FULL_WIDTH_MARKS))
        follows = (words.follow(line[max(0, place - 2) : place], line[place]) for place in range(1, len(line)))
        self.sums = [0.0, 0.0, *accumulate(follows)]
        """How likely what is printed is until each place, as it is."""

    def find(self, lead: int) -> list[Reading]:
        """Return the likeliest readings whose first character begins with this byte, the best first."""
        open_readings: dict[int, list[Reading]] = defaultdict(list)
        open_readings[0] = [Reading(0.0, "", 0, lead, 0)]
        whole: list[Reading] = []
        for place in range(len(self.printed) + 1):
            waiting = best_of(open_readings.pop(place, []))
            if waiting and whole and waiting[0].score < self.best_at(place, whole) - HOPELESS:
                break
            for _ in range(MOST_HIDDEN):
                grown = [step for reading in waiting for step in self.steps(reading)]
                whole += [reading for reading in grown if reading.lead < 0]
                for reading in grown:
                    if reading.lead >= 0 and reading.place > place:
                        open_readings[reading.place].append(reading)
                waiting = best_of([step for step in grown if step.lead >= 0 and step.place == place])
        return sorted(set(whole), key=lambda reading: (-self.goes_on(reading, len(self.printed)), reading.text))[:BEAM]

    def best_at(self, place: int, whole: list[Reading]) -> float:
        """Return the score of the best of these readings, were what is printed until this place read behind it."""
        return max(self.goes_on(reading, place) for reading in whole)

    def goes_on(self, reading: Reading, place: int) -> float:
        """Return a reading's score with what is printed behind it, until this place."""
        return reading.score + self.sums[max(place, reading.place)] - self.sums[reading.place]

    def steps(self, reading: Reading) -> Iterator[Reading]:
        """Yield the reading with one more character, in every way in which what is printed allows it."""
        place = reading.place
        leads = unknown_seconds(reading.hidden) if reading.hidden else (reading.lead,)
        for first, second in self.pairs(place):
            for pair in (bytes((lead, first)) for lead in leads):
                if second > LAST_ASCII:
                    yield from self.grow(reading, pair, place + 1, second)
                else:  # an ASCII character that was swallowed
                    yield from self.close(reading, pair, place + 1, chr(second))
        if at_mark := self.at_mark(place):
            for lead in leads:
                yield from self.grow(reading, bytes((lead, at_mark[0])), place + 1, at_mark[1])
        yield from self.ends(reading, leads)
        yield from self.hidden(reading, leads)

    def ends(self, reading: Reading, leads: tuple[int, ...]) -> Iterator[Reading]:
        """Yield the ways in which the shifted bytes end with the next character's second one."""
        place = reading.place
        char = self.printed[place : place + 1]
        if char and FIRST_TRAIL <= ord(char) < LAST_ASCII:
            for lead in leads:
                yield from self.close(reading, bytes((lead, ord(char))), place + 1, "")
        if self.is_end(place):
            for pair in self.likely_pairs(reading, leads):
                if pair[1] > LAST_ASCII:
                    yield from self.close(reading, pair, place + len(self.decoder.lone), "")

    def likely_pairs(self, reading: Reading, leads: tuple[int, ...]) -> Iterator[bytes]:
        """Yield the pairs of the next character where nothing that is printed says which it is."""
        if not reading.hidden:
            yield from (bytes((reading.lead, trail)) for trail in TRAILS)
            return
        yield from (pair for pair in self.followers(plain(reading.text[-1:])) if pair[0] in leads)

    def followers(self, char: str) -> Iterator[bytes]:
        """Yield the pairs of the characters that were seen behind this one."""
        for follower in self.words.followers.get(char, ()):
            yield from filter(None, map(char_pair, forms_of(follower)))

    def hidden_followers(self, char: str) -> list[bytes]:
        """Return the pairs among them whose second byte may begin one that has no character."""
        if char not in self.known_hidden:
            self.known_hidden[char] = [pair for pair in self.followers(char) if pair[1] in unknown_firsts()]
        return self.known_hidden[char]

    def at_mark(self, place: int) -> bytes:
        """Return the bytes of the mark that stands here, at which the text may have been cut again."""
        mark = self.printed[place : place + 1]
        return char_pair(mark) if mark and mark in MARKS else b""

    def pairs(self, place: int) -> list[bytes]:
        """Return the pairs of bytes that the character here may have been read from."""
        char = self.printed[place : place + 1]
        if not char:
            return []
        if " " < char < "\x7f":  # full-width, and folded since
            return [bytes((FULL_WIDTH, ord(char) + FULL_BYTE))]
        pair = char_pair(char)
        return [pair] if pair else []

    def hidden(self, reading: Reading, leads: tuple[int, ...]) -> Iterator[Reading]:
        """Yield the ways in which the second byte of the next character begins a pair that has none."""
        unknown = self.decoder.unknown
        if unknown is None or not self.printed.startswith(unknown, reading.place):
            return
        place = reading.place + len(unknown)
        if reading.hidden:
            pairs = [pair for pair in self.hidden_followers(plain(reading.text[-1:])) if pair[0] in leads]
        else:
            pairs = [bytes((reading.lead, trail)) for trail in unknown_firsts()]
        for pair in pairs:
            if self.decoder.step == 1:
                yield from self.close(reading, pair, place, "")
            else:
                for grown in self.grow(reading, pair, place, 0):
                    yield grown._replace(hidden=pair[1])

    def is_end(self, place: int) -> bool:
        """Whether a byte by itself is printed here, and behind it what goes on by itself."""
        lone = self.decoder.lone
        after = self.printed[place + len(lone) : place + len(lone) + 1]
        return self.printed.startswith(lone, place) and (not after or after < chr(FIRST_TRAIL) or after in MARKS)

    def grow(self, reading: Reading, pair: bytes, place: int, lead: int) -> Iterator[Reading]:
        """Yield the reading with the character of this pair behind it, if there is one."""
        char = pair_char(pair)
        known = plain(char)
        if char and self.words.knows(known):
            score = self.words.follow(plain(reading.text[-2:]), known)
            yield Reading(reading.score + score + LENGTH, reading.text + char, place, lead, 0)

    def close(self, reading: Reading, pair: bytes, place: int, swallowed: str) -> Iterator[Reading]:
        """Yield the reading with its last character, if what it says is printed so."""
        for whole in self.grow(reading, pair, place, -1):
            following = self.printed[place : place + 1]
            score = self.words.follow(plain(whole.text[-1]), plain(swallowed or following)) if following else 0.0
            yield whole._replace(score=whole.score + score, text=whole.text + swallowed)


def best_of(readings: list[Reading]) -> list[Reading]:
    """Return the likeliest readings, each once, the best first."""
    return sorted(set(readings), reverse=True)[:BEAM]


@cache
def forms_of(char: str) -> tuple[str, ...]:
    """Return a Simplified character and the Traditional ones that have it for their form."""
    return (char, *traditional_forms().get(char, ()))


@cache
def traditional_forms() -> dict[str, list[str]]:
    """Return the Traditional characters of GBK for each Simplified one."""
    forms: dict[str, list[str]] = defaultdict(list)
    for char, form in simplified_forms().items():
        if char_pair(char):
            forms[form].append(char)
    return forms


@cache
def unknown_firsts() -> frozenset[int]:
    """Return the bytes with which pairs begin that have no character."""
    return frozenset(lead for lead in LEADS if unknown_seconds(lead))


@cache
def unknown_seconds(first: int) -> tuple[int, ...]:
    """Return the first bytes of characters that, behind this byte, make a pair without a character."""
    return tuple(second for second in LEADS if not pair_char(bytes((first, second))))
