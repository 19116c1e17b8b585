"""A text → few base-64 digits: as pieces that recur in all texts, deflated after a beginning that all have in common.

1. A sample of the texts tells the *pieces*: English words with the space before them, Chinese strings of up to four
   characters, single characters. None is longer, so that it is the language that is learnt and not single sentences.
2. A text is cut into pieces, the longest first. The most frequent ones are written as one byte, the others as two; a
   character that is no piece is a 0 and its code unit in UTF-16, so every text comes back as it was.
3. The bytes are deflated (RFC 1951). What recurs is written as where it stood before; and as if it stood before every
   text, a *beginning* of words of the sample is brought but once.

`docs/assets/javascripts/search/packed.js` undoes it.
"""

import base64
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from scripts.write.search.share import dump

# ` quality`, `s`, `2025`, 质量强市, `，`: every character of a text is in one of them
PART_PATTERN = re.compile(r" ?[A-Za-z]+|[0-9]+|[\u3400-\u9fff]+|[^A-Za-z0-9\u3400-\u9fff]")
# what is looked up at once: ` quality,`, 质量强市。, `"],["`; every character of a text is in one of them
OTHERS = r"[^A-Za-z\u3400-\u9fff ]"
LOOKED_UP_PATTERN = re.compile(rf" ?[A-Za-z]+{OTHERS}{{0,4}}|[\u3400-\u9fff]+{OTHERS}{{0,2}}|{OTHERS}{{1,8}}| ")
HAN_START_PATTERN = re.compile(r"[\u3400-\u9fff]")
LONGEST_HAN = 4
"""So many Chinese characters are one piece at most."""
LONGEST_WORD = 20
FEWEST = 3
"""A string that the sample has less often is no piece."""
BEGINNING_BYTES = 8
"""So many bytes of the beginning for each piece of several characters; deflate sees 32,768 at most."""
ESCAPE = b"\0"
LONGEST_KEPT, MOST_KEPT = 30, 50_000
"""Strings of so many characters, and so many of them, are kept as they are written, for when they come again."""

Counts = Counter[str]


def count_parts(texts: Iterable[str]) -> Counts:
    """Return how often each word, run of Chinese and other character stands in texts."""
    counts = Counts()
    for text in texts:
        counts.update(PART_PATTERN.findall(text))
    return counts


def strings_of(run: str) -> list[str]:
    """Return every string of a run of Chinese that may be a piece, as often as it stands there.

    >>> strings_of("质量强")
    ['质量', '量强', '质量强']
    """
    lengths = range(2, LONGEST_HAN + 1)
    return [run[start : start + length] for length in lengths for start in range(len(run) - length + 1)]


def cut(part: str, pieces: Iterable[str]) -> Iterator[str]:
    """Yield a part as pieces, always the longest of its next characters, else one character.

    >>> list(cut("质量强市", {"质量", "强市建"}))
    ['质量', '强', '市']
    """
    longest = LONGEST_HAN if HAN_START_PATTERN.match(part) else 1
    place = 0
    while place < len(part):
        length = longest
        while length > 1 and part[place : place + length] not in pieces:
            length -= 1
        yield part[place : place + length]
        place += length


def choose_pieces(texts: Sequence[str], most: int) -> Counts:
    """Return the pieces of texts with their counts: every character, and as many longer ones as are told at most.

    First all strings count that may be pieces; then, twice, only where a text is cut into them.
    """
    parts, counts = count_parts(texts), Counts()
    for part, times in parts.items():
        if HAN_START_PATTERN.match(part):
            counts.update(strings_of(part) * times)
        else:
            counts[part] += times
    for room in (2 * most, most):
        chosen = set(longer(counts, room))
        counts = Counts()
        for part, times in parts.items():
            for piece in (part,) if part in chosen else cut(part, chosen):
                counts[piece] += times
    chosen = set(longer(counts, most))
    return Counts({piece: times for piece, times in counts.items() if piece in chosen or is_letter(piece, times)})


def longer(counts: Counts, most: int) -> list[str]:
    """Return the strings of two and more characters that save most."""
    often = ((string, times) for string, times in counts.items() if times >= FEWEST)
    found = [(times * (1 - len(string)), string) for string, times in often if 1 < len(string) <= LONGEST_WORD]
    return [string for _, string in sorted(found)[:most]]


def is_letter(piece: str, times: int) -> bool:
    """Whether a piece is one character that stands there often enough, and can be written into a file."""
    return len(piece) == 1 and times >= FEWEST - 1 and not "\ud800" <= piece <= "\udfff"


class Kept(dict[str, bytes]):
    """What was made of short strings, for as long as they are not too many."""

    def __init__(self, make: Callable[[str], bytes]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, text: str) -> bytes:
        """Return what is made of a string that is not kept."""
        written = self.make(text)
        if len(text) <= LONGEST_KEPT:
            if len(self) >= MOST_KEPT:
                self.clear()
            self[text] = written
        return written


class Pieces:
    """The pieces of an archive and the beginning, and how texts are written in them."""

    def __init__(self, texts: Sequence[str], most: int) -> None:
        """Choose the pieces and the beginning from the texts of a sample."""
        counts = choose_pieces(texts, most)
        ordered = sorted(counts, key=lambda piece: (-counts[piece], piece))
        pairs = -(-max(0, len(ordered) - 255) // 255)  # how many first bytes of two are needed
        self.singles = 256 - pairs
        """Bytes from this one on are the first of two."""
        self.pieces = [*ordered[: self.singles - 1], *sorted(ordered[self.singles - 1 :])]
        self.written = {piece: self.number(place) for place, piece in enumerate(self.pieces)}
        self.parts = Kept(self.encode_part)
        self.words = Kept(lambda word: self.encode_row(f" {word}"))
        """The words of texts, each as it is with a space before it."""
        self.beginning = self.choose_beginning(texts, BEGINNING_BYTES * most)

    def number(self, place: int) -> bytes:
        """Return the bytes of the piece at a place in the list."""
        above = place + 1 - self.singles
        return bytes([place + 1]) if above < 0 else bytes([self.singles + (above >> 8), above & 255])

    def encode(self, text: str) -> bytes:
        """Return a text as the bytes of its pieces; words that came before are only looked up."""
        first, *words = text.split(" ")
        return self.encode_row(first) + b"".join(map(self.words.__getitem__, words))

    def encode_row(self, text: str) -> bytes:
        """Return a text as the bytes of its pieces, by parts that may have come before."""
        return b"".join(map(self.parts.__getitem__, LOOKED_UP_PATTERN.findall(text)))

    def encode_part(self, text: str) -> bytes:
        """Return a text as the bytes of its pieces."""
        found = [
            piece
            for part in PART_PATTERN.findall(text)
            for piece in ((part,) if part in self.written else cut(part, self.written))
        ]
        return b"".join(self.written.get(piece) or escaped(piece) for piece in found)

    def choose_beginning(self, texts: Sequence[str], size: int) -> bytes:
        """Return so many bytes of texts from all over the sample."""
        written = [self.encode(text) for text in texts]
        return b"".join(written[:: max(1, sum(map(len, written)) // max(1, size))])[-size:] if size else b""

    def pack(self, text: str) -> str:
        """Return a text as base-64 digits."""
        deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, 9, zlib.Z_DEFAULT_STRATEGY, self.beginning)
        return base64.b64encode(deflate.compress(self.encode(text)) + deflate.flush()).decode("ascii").rstrip("=")

    def content(self) -> str:
        """Return as JSON what is needed to read packed texts."""
        beginning = base64.b64encode(self.beginning).decode("ascii").rstrip("=")
        return dump([self.singles, self.pieces, beginning])


def escaped(character: str) -> bytes:
    r"""Return how a character is written that is no piece.

    >>> escaped("质")
    b'\x00(\x8d'
    """
    units = character.encode("utf-16-le", "surrogatepass")
    return b"".join(ESCAPE + units[place : place + 2] for place in range(0, len(units), 2))
