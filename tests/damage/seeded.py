"""Sound texts → the same with one kind of damage at seeded places, and how many of these are found and read right.

The words that readings are weighed by never hold the text under test where it is sound: of the archive that text is left
out, and only the lines of the damaged copy that are sound there are added, as a person who gives a text has them.
"""

import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

import opencc

from scripts.text.damage.finding import Finding
from scripts.text.damage.masks import find_lost, find_masked
from scripts.text.damage.numbers import find_hyphens
from scripts.text.damage.split import DECODERS, USUAL_MARKS, Decoder, find_splits, split_and_decode
from scripts.text.damage.spots import find_repairs, sound_lines
from scripts.text.damage.words import Words

MOST_PLACES = 12
"""So many places of a kind are damaged in each text."""
# 国家级, 企业; what a filter may mask
WORD_PATTERN = re.compile(r"[\u4e00-\u9fff]{3}(?=[\u4e00-\u9fff])")
INNER_PATTERN = re.compile(r"(?<=[\u4e00-\u9fff]{3})[\u4e00-\u9fff](?=[\u4e00-\u9fff]{3})")
HYPHEN_PATTERN = re.compile(r"(?<=GB/T \d{5})[-—](?=\d{4})|(?<=20\d\d)[-—－](?=20\d\d年)")


@dataclass(frozen=True, slots=True)
class Place:
    """A damaged place of a text."""

    start: int
    """In the damaged text."""
    sound: str
    """The sound text from there on."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """What is proposed at a place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of damage."""

    name: str
    damage: Callable[[str, random.Random], tuple[str, list[Place]]]
    propose: Callable[[str, Words], Iterable[Proposed]]
    is_traditional: bool = False


@dataclass(slots=True)
class Tally:
    """How many places were damaged, and what was said of them."""

    seeded: int = 0
    found: int = 0
    right: int = 0
    """Of those found: the first proposal gives back what stood there, to the character."""
    begun: int = 0
    """Of those found: its first two characters, those that were cut, are right."""
    false: int = 0
    """Proposals where nothing was damaged."""

    def add(self, other: "Tally") -> None:
        """Add another one's counts."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def traditional(text: str) -> str:
    """Return a text in Traditional characters, as a machine writes it, character by character."""
    forms = opencc.OpenCC("s2t")
    known = {char: forms.convert(char) for char in set(text)}
    return "".join(known[char] for char in text)


def split(decoder: Decoder, text: str, _: random.Random) -> tuple[str, list[Place]]:
    """Return a text that was cut at all bytes of ； and 。, and the places where that shows."""
    places, covered = [], -1
    for place in find_splits(text):
        start = len(split_and_decode(text[:place], USUAL_MARKS, decoder))
        if start > covered:  # what is cut within the shifted bytes of the place before is no place of its own
            places.append(Place(start, text[place:]))
            covered = start + len(shifted(text, place, decoder))
    return split_and_decode(text, USUAL_MARKS, decoder), places


def shifted(text: str, place: int, decoder: Decoder) -> str:
    """Return what is printed of the characters from a cut until they are right again."""
    end = text.find("\n", place)
    line = text[place : end if end >= 0 else len(text)]
    whole = split_and_decode(line, USUAL_MARKS, decoder)
    for length in range(2, len(line)):
        printed = split_and_decode(line[:length], USUAL_MARKS, decoder)
        if whole == printed + split_and_decode(line[length:], USUAL_MARKS, decoder):
            return printed
    return whole


def find_cuts(is_traditional: bool, text: str, words: Words) -> Iterator[Proposed]:
    """Yield what is proposed where characters were cut."""
    for repair in find_repairs(text, words, is_traditional):
        yield Proposed(repair.start, repair.end, repair.text)


def mask(text: str, rng: random.Random) -> tuple[str, list[Place]]:
    """Return a text with words masked wherever they stand, three signs a character."""
    words = sorted({match[0] for match in WORD_PATTERN.finditer(text)})
    chosen = rng.sample(words, min(MOST_PLACES // 4, len(words)))
    return replaced(text, re.compile("|".join(map(re.escape, chosen)) or "(?!)"), "*********")


def lose(text: str, rng: random.Random) -> tuple[str, list[Place]]:
    """Return a text with a replacement character for some of its characters."""
    starts = [match.start() for match in INNER_PATTERN.finditer(text)]
    chosen = set(rng.sample(starts, min(MOST_PLACES, len(starts))))
    damaged = "".join("\ufffd" if place in chosen else char for place, char in enumerate(text))
    return damaged, [Place(place, text[place:]) for place in sorted(chosen)]


def join_numbers(text: str, _: random.Random) -> tuple[str, list[Place]]:
    """Return a text without the hyphens of standards and of spans of years."""
    return replaced(text, HYPHEN_PATTERN, "")


def replaced(text: str, pattern: re.Pattern[str], sign: str) -> tuple[str, list[Place]]:
    """Return a text with a sign for all that a pattern finds, and the places."""
    places, shift = [], 0
    for match in pattern.finditer(text):
        places.append(Place(match.start() + shift, text[match.start() :]))
        shift += len(sign) - len(match[0])
    return pattern.sub(sign, text), places


def propose(find: Callable[[str, Words], Iterable[Finding]], text: str, words: Words) -> Iterator[Proposed]:
    """Yield what a finder proposes."""
    for start, end, after, *_ in find(text, words):
        yield Proposed(start, end, after)


KINDS = (
    *(
        Kind(
            f"split {'Hant' if is_traditional else 'Hans'} {decoder.lone!r}/{decoder.unknown!r}/{decoder.step}",
            partial(split, decoder),
            partial(find_cuts, is_traditional),
            is_traditional,
        )
        for is_traditional in (True, False)
        for decoder in islice(DECODERS, 6)
    ),
    Kind("mask", mask, partial(propose, find_masked)),
    Kind("lost", lose, partial(propose, find_lost)),
    Kind("hyphen", join_numbers, partial(propose, find_hyphens)),
)


def try_kind(kind: Kind, text: str, words: Words, seed: int) -> Tally:
    """Damage a text in this way and count; the words are those of other texts."""
    sound = traditional(text) if kind.is_traditional else text
    damaged, places = kind.damage(sound, random.Random(seed))
    known = words.with_text(sound_lines(damaged))
    proposed = list(kind.propose(damaged, known))
    by_start = {place.start: place for place in places}
    tally = Tally(seeded=len(places))
    for one in proposed:
        place = next((by_start[start] for start in range(one.start, one.end + 1) if start in by_start), None)
        if not place:
            tally.false += 1
            continue
        before = damaged[one.start : place.start]
        tally.found += 1
        tally.right += (before + place.sound).startswith(one.text) and is_whole(damaged, one, before + place.sound)
        tally.begun += (before + place.sound)[:2] == one.text[:2]
    return tally


def is_whole(damaged: str, one: Proposed, sound: str) -> bool:
    """Whether what stands behind a proposal is what stands behind the same words in the sound text."""
    after = damaged[one.end : one.end + 4]
    return sound[len(one.text) :].startswith(after)


def false_alarms(text: str, words: Words) -> int:
    """Return how many proposals there are in a sound text."""
    seen = {(one.start, kind.name.split()[0]) for kind in KINDS for one in kind.propose(text, words)}
    return len(seen)
