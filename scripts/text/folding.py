"""What the search compares: a text's characters folded, and its English words.

A reader who types 質量, ＩＳＯ or “质 量” means 质量 and ISO, so script, width, case, spaces and punctuation are evened
out on both sides. `docs/assets/javascripts/search/text.js` does the same to what is typed; the tests compare the two.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import chain

from scripts.text.characters import LAST_COMMON, simplified_forms

HONG_KONG_FORMS = {"衞": "卫", "枱": "台", "敍": "叙", "粧": "妆", "糭": "粽"}
"""Forms of Hong Kong that OpenCC writes for Simplified characters and does not turn back by itself."""
OTHER_READINGS = {"著": "着", "俱": "具", "覆": "复", "藉": "借", "瞭": "了"}
"""Characters that stand in Simplified texts themselves and that OpenCC also writes for another one (着力 → 著力).

A string that stands nowhere as it was typed is searched with these read the other way."""
FUNCTION_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "that", "the", "to", "with")
)
"""English words that say little by themselves: beside others they must be there, and count for nothing more.

None of them has another form, as `docs/assets/javascripts/search/inflection.js` has it."""
KEPT = frozenset("%+")
LAST_WRITTEN, TAGS = 0x323B0, range(0xE0000, 0xE0100)
"""Behind the last Han character Unicode has only tags, which are signs, and what is private."""
DROPPED_CATEGORIES = ("P", "Z", "S", "Cc", "Cf")
LOST = "□"
# a point between digits counts, 8.8 is not 88; not the one that ends a sentence. Points are rare: they come first
POINT_PATTERN = re.compile(r"[.．](?<=[0-9０-９][.．])(?=[0-9０-９])")
ASCII_RUN_PATTERN = re.compile(r"[\0-\x7f]+|[^\0-\x7f]+")
MOSTLY_ASCII = 1.5
"""Bytes for each character that a text has at most whose parts in ASCII are folded by themselves, which is quick."""
# China's  e-commerce → e, commerce  R&D  10,000  97.5%
WORD_PATTERN = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?%?|[0-9]+(?:\.[0-9]+)*%|[a-z0-9ß-ɏ]+(?:[.'’&][a-z0-9ß-ɏ]+)*"
)
LONGEST_KEPT, MOST_KEPT = 40, 1 << 17
"""Characters of a token whose words are kept, and so many tokens."""
# 97% and 8.8 as they stand in a folded text
NUMBER_PATTERN = re.compile(r"[0-9]+(?:\.[0-9]+)*%?")


class Folds(dict[int, str]):
    """For `str.translate`: each character's folded form, worked out when it is first met."""

    def __missing__(self, point: int) -> str:
        """Return and keep what a character becomes."""
        self[point] = fold_character(chr(point))
        return self[point]


@cache
def simplified() -> dict[str, str]:
    """Return what each common Traditional character, and each form of Hong Kong, is in Simplified."""
    forms = {char: plain for char, plain in simplified_forms().items() if char <= LAST_COMMON}
    return forms | HONG_KONG_FORMS


def fold_character(char: str) -> str:
    """Return a character as it is compared: empty for spaces, punctuation and signs."""
    if char in "○〇◯":
        return "〇"
    lowered = unicodedata.normalize("NFKC", char).lower()
    plain = (simplified().get(part, part) for part in lowered)
    return "".join(part for part in plain if part in KEPT or not is_dropped(part))


def is_dropped(char: str) -> bool:
    """Whether a character makes no difference; what stands for a lost one does: 9□5% is not 95%."""
    return char != LOST and unicodedata.category(char).startswith(DROPPED_CATEGORIES)


@cache
def dropped_bounds() -> tuple[int, ...]:
    """Return where characters that make no difference begin and end, by turns, among all that there are.

    >>> dropped_bounds()[:4]  # from the first, controls and signs as far as 0; from : as far as A
    (0, 48, 58, 65)
    """
    points = (*range(LAST_WRITTEN), *TAGS)
    bounds = list[int]()
    for point in points:
        if is_dropped(chr(point)) != bool(len(bounds) % 2):
            bounds.append(point)
    return tuple(bounds)


FOLDS = Folds()


@cache
def ascii_folds() -> dict[int, str | None]:
    """Return the same of ASCII, in the form that Python translates quickly."""
    return {point: FOLDS[point] or None for point in range(0x80)}


def fold(text: str) -> str:
    """Return a text as it is compared.

    >>> fold("（一）“質 量”强市，達到 97．5 ％。")
    '一质量强市达到97.5%'
    """
    if "." not in text and "．" not in text:
        return fold_part(text)
    return ".".join(map(fold_part, POINT_PATTERN.split(text)))


def fold_part(text: str) -> str:
    """Return a text as it is compared in which no point counts."""
    if text.isascii():
        return text.translate(ascii_folds())
    if len(text.encode("utf-8", "surrogatepass")) > MOSTLY_ASCII * len(text):
        return text.translate(FOLDS)
    return "".join(
        part.translate(ascii_folds() if part.isascii() else FOLDS) for part in ASCII_RUN_PATTERN.findall(text)
    )


def fold_forms(text: str) -> str:
    """Return a text in Simplified characters of one width; its signs and spaces stay, and count.

    >>> fold_forms("質量強市，達到９７％")
    '质量强市,达到97%'
    """
    return "".join(simplified().get(char, char) for char in unicodedata.normalize("NFKC", text))


def words(text: str) -> list[str]:
    """Return the English words of a text, small, without accents, possessives and the commas of numbers.

    >>> words("China’s e-commerce grew by 1,200 firms, or 97.5%.")
    ['china', 'e', 'commerce', 'grew', 'by', '1200', 'firms', 'or', '97.5%']
    """
    return [plain_word(word) for word in written_words(text)]


class WrittenWords(dict[str, tuple[str, ...]]):
    """The words of what stands between spaces, kept for as long as that is not too much."""

    def __missing__(self, token: str) -> tuple[str, ...]:
        """Return the words of a token that is not kept."""
        found = tuple(WORD_PATTERN.findall(token.lower()))
        if len(token) <= LONGEST_KEPT:
            if len(self) >= MOST_KEPT:
                self.clear()
            self[token] = found
        return found


WRITTEN = WrittenWords()


def written_words(text: str) -> Iterator[str]:
    """Yield the English words of a text in small letters, else as they stand; no word has a space in it."""
    return chain.from_iterable(map(WRITTEN.__getitem__, text.split()))


def plain_word(word: str) -> str:
    """Return a word as it is compared."""
    if word[0].isdigit() and "," in word:
        return word.replace(",", "")
    plain = word.replace("’", "'").removesuffix("'s")
    if plain.isascii():
        return plain
    return "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))
