"""A text as received → the places at which characters were cut, each with the likeliest readings.

What is printed is compared with each reading by the words around: the one that stands far before the others is named
first, and where the text reads better as it is, the place is none.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from scripts.text.characters import HAN
from scripts.text.damage.readings import Tails
from scripts.text.damage.split import DECODERS, LEADS, Decoder, char_pair, pair_char
from scripts.text.damage.words import FULL_WIDTH_MARKS, Words, plain

CUT_MARKS = "；。：“《（》”〔】，、！？）"
# 规?；洜I率, 国（�。z中心; behind the mark may stand anything
MARKED_PATTERN = re.compile(r"[?\ufffd](?=[;；。:：，,、“”《》〔【】！？)）])")
# 环境；ぃ, 建设。z中: a mark, and behind it what no sentence begins with
BARE_PATTERN = re.compile(rf"[;；。](?=[\u3040-\u30ff\ue000-\uf8ff]|[a-z\[\\\]^_`{{|}}~@][{HAN}])")
AROUND = 10
"""So many characters on either side are weighed."""
FEWEST, FIRSTS = 8.0, 12
"""By so much a reading has to be likelier than what is printed; so many first characters are weighed with each rest."""
LEVELS = "国省市县区州盟旗乡镇"
# 国（省）检中心, 县（市、区）人民政府; or another word in the bracket
LEVELS_PATTERN = re.compile(rf"[{LEVELS}]（(?:(?P<other>[{LEVELS}、]+)|[^（）]*)）")
AMONG_LEVELS = 9.0
Groups = tuple[tuple[Decoder, ...], ...]
LENGTH = 1.2
"""What is added for each character: words that no text of the archive has count as less likely than they are."""
LONE = "?\ufffd"
WRONG_SCRIPT, UNPAIRED = -3.0, -3.0


MOST_TRIED, MOST_FUTILE = 40, 3
"""So many places of a text are weighed, and so many where none of them has a reading: each takes long."""


class Repair(NamedTuple):
    """A place of a text as received and what may have stood there."""

    start: int
    end: int
    """Of what is printed there."""
    text: str
    """The likeliest reading, in the text's own script."""
    margin: float | None
    """By how much it is likelier than the next one, as a logarithm; None where no other fits."""
    mark: str
    decoder: Decoder


class Candidate(NamedTuple):
    """A reading with its score."""

    score: float
    text: str
    end: int
    decoder: Decoder


class Spot(NamedTuple):
    """A place at which characters may have been cut, and what is printed around it."""

    left: str
    lone: str
    mark: str
    printed: str
    """What is behind the mark, until the line's end."""
    start: int
    """Where that begins in the text."""

    def around(self, text: str, end: int) -> str:
        """Return a text in place of what is printed until there, with what stands on either side, Simplified."""
        return plain(self.left + text + self.printed[end : end + AROUND].translate(FULL_WIDTH_MARKS))

    def as_printed(self, end: int) -> str:
        """Return the same of what is printed there."""
        return self.around(self.lone + self.mark + self.printed[:end].translate(FULL_WIDTH_MARKS), end)


class Weigher(NamedTuple):
    """What the candidates of a place are weighed with."""

    words: Words
    is_traditional: bool

    def score(self, spot: Spot, text: str, end: int) -> float:
        """Return how likely a text is in place of what is printed until a place."""
        whole = spot.around(text, end)
        unpaired = sum(abs(whole.count(left) - whole.count(right)) for left, right in ("（）", "《》", "“”"))
        foreign = 0 if self.is_traditional else sum(plain(char) != char for char in text)
        return (
            self.words.score(whole)
            + LENGTH * len(text)
            + bracketed(whole)
            + UNPAIRED * unpaired
            + WRONG_SCRIPT * foreign
        )


def bracketed(text: str) -> float:
    """Return what is added where a bracket behind a level of government names another, or taken off where it does not.

    国（省）检中心, 县（市、区）人民政府
    """
    levels = LEVELS_PATTERN.search(text)
    return (AMONG_LEVELS if levels["other"] else -AMONG_LEVELS) if levels else 0.0


def find_repairs(text: str, words: Words, is_traditional: bool = False) -> Iterator[Repair]:
    """Yield the places at which characters were cut, in the order of the text and without overlap.

    What decoded one place is tried by itself at the next, and others only where it did not print that.
    """
    end = 0
    groups: Groups = (DECODERS,)
    tried = found = 0
    for place in find_marks(text):
        if place < end:
            continue
        if tried == MOST_TRIED or (tried == MOST_FUTILE and not found):
            return
        tried += 1
        if repair := find_repair(text, place, groups, Weigher(words, is_traditional)):
            yield repair
            found += 1
            end = repair.end
            groups = ((repair.decoder,), DECODERS)


def find_marks(text: str) -> list[int]:
    """Return the places at which characters may have been cut, in their order."""
    return sorted({match.start() for pattern in (MARKED_PATTERN, BARE_PATTERN) for match in pattern.finditer(text)})


def sound_lines(text: str) -> str:
    """Return a text without the lines in which something may have been cut: what is damaged there is no word."""
    return "\n".join(line for line in text.split("\n") if not find_marks(line))


def find_repair(text: str, start: int, groups: Groups, weigher: Weigher) -> Repair | None:
    """Return the repair of the place that begins here, or None where the text reads as well as it is."""
    spot = read_spot(text, start)
    for group in groups:
        found: dict[str, Candidate] = {}
        for decoder in group:
            for one in find_candidates(spot, decoder, weigher) if decoder.lone == spot.lone else ():
                if one.text not in found or one.score > found[one.text].score:
                    found[one.text] = one
        ranked = sorted(found.values(), key=lambda one: (-one.score, one.text))
        if ranked and ranked[0].score >= weigher.words.score(spot.as_printed(ranked[0].end)) + FEWEST:
            best = ranked[0]
            others = [one for one in ranked[1:] if plain(one.text) != plain(best.text)]
            margin = best.score - others[0].score if others else None
            return Repair(start, spot.start + best.end, best.text, margin, spot.mark, best.decoder)
    return None


def read_spot(text: str, start: int) -> Spot:
    """Return the spot that begins at this place."""
    lone = text[start] if text[start] in LONE else ""
    place = start + len(lone)
    line_end = text.find("\n", place)
    first = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    printed = text[place + 1 : line_end if line_end >= 0 else len(text)]
    left = text[first:start].translate(FULL_WIDTH_MARKS)
    return Spot(left, lone, text[place].translate(FULL_WIDTH_MARKS), printed, place + 1)


def find_candidates(spot: Spot, decoder: Decoder, weigher: Weigher) -> Iterator[Candidate]:
    """Yield the likeliest readings of a place, with how likely each is with the text on either side."""
    trail, lead = char_pair(spot.mark)
    for tail in Tails(spot.printed, decoder, weigher.words).find(lead):
        for first in first_chars(spot.left, tail.text, trail, weigher.words):
            whole = first + tail.text
            yield Candidate(weigher.score(spot, whole, tail.place), whole, tail.place, decoder)


def first_chars(left: str, rest: str, trail: int, words: Words) -> list[str]:
    """Return the likeliest characters with this second byte between two texts."""
    before, after = plain(left[-2:]), plain(rest[:2])
    chars = [char for char in chars_with(trail) if words.knows(plain(char))]

    def weight(char: str) -> float:
        known = plain(char)
        ahead = sum(
            words.follow((before + known + after)[: len(before) + place + 1][-2:], after[place])
            for place in range(len(after))
        )
        return words.follow(before, known) + ahead

    return sorted(chars, key=lambda char: (-weight(char), char))[:FIRSTS]


@cache
def chars_with(trail: int) -> tuple[str, ...]:
    """Return the characters of GBK that have this second byte."""
    return tuple(char for lead in LEADS if (char := pair_char(bytes((lead, trail)))))
