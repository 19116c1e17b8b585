"""What is printed of a text that was cut at a mark whose bytes a program found in GBK, across two characters.

The bytes of ； (A3 BB) stand in 模化 (C4 A3, BB AF) too. What is cut there is decoded piece by piece: C4 by itself is
no character, and behind the mark every pair of bytes begins one byte late, until the piece ends, a byte below 80 stands
by itself, or a decoder goes on one byte behind a pair that it does not know.
"""

from functools import cache
from typing import NamedTuple

MARKS = "；。：，、？！“”《》（）〔〕【】"
"""The marks at which texts are cut."""
USUAL_MARKS = "；。"
LEADS, TRAILS = range(0x81, 0xFF), (*range(0x40, 0x7F), *range(0x80, 0xFF))
"""The first and the second bytes of GBK's pairs."""
FIRST_TRAIL, LAST_ASCII, PAIR = 0x40, 0x7F, 2


class Decoder(NamedTuple):
    """How a program prints what is no character of GBK."""

    lone: str
    """For a byte by itself."""
    unknown: str | None
    """For a pair that has no character; None where it prints the private-use character that GB18030 has for it."""
    step: int
    """So many bytes of such a pair it takes."""


DECODERS = (
    Decoder("?", "", 2),
    Decoder("\ufffd", "\ufffd", 1),
    Decoder("?", "?", 1),
    Decoder("\ufffd", None, 2),
    Decoder("?", None, 2),
    Decoder("\ufffd", "\ufffd", 2),
    Decoder("?", "?", 2),
    Decoder("\ufffd", "", 2),
    Decoder("", "", 1),
    Decoder("", "", 2),
)
"""The decoders that are tried, those before others whose output is seen most."""


@cache
def pair_char(pair: bytes) -> str:
    r"""Return the character of a pair of bytes, or nothing where GBK has none.

    >>> pair_char(b"\xc4\xa3"), pair_char(b"\xaf\xbd")
    ('模', '')
    """
    try:
        return pair.decode("gbk")
    except UnicodeDecodeError:
        return ""


@cache
def private_char(pair: bytes) -> str:
    """Return the private-use character that GB18030 has for a pair that is none of GBK; else nothing."""
    try:
        char = pair.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return char if len(char) == 1 else ""


@cache
def char_pair(char: str) -> bytes:
    """Return a character's pair of bytes, of a private-use one too; nothing for all that has another number of bytes.

    >>> char_pair("模").hex(), char_pair("a")
    ('c4a3', b'')
    """
    pair = char.encode("gb18030", "replace")
    return pair if len(pair) == PAIR else b""


def find_splits(text: str, marks: str = USUAL_MARKS) -> list[int]:
    """Return the place of the first of each two characters that are cut, with a mark's bytes across them.

    >>> find_splits("规模化")
    [1]
    """
    data, starts = encode(text)
    place = {start: index for index, start in enumerate(starts)}
    return [place[start - 1] for start, _, _ in cut_pieces(data, marks)[1:] if start not in place]


def split_and_decode(text: str, marks: str = USUAL_MARKS, decoder: Decoder = DECODERS[0]) -> str:
    """Return what is printed of a text that was cut at these marks' bytes, at the first mark's before the others'.

    >>> split_and_decode("适度规模化經營率")
    '适度规?；洜I率'
    """
    pieces = cut_pieces(encode(text)[0], marks)
    return "".join(mark + decode_piece(piece, decoder) for _, mark, piece in pieces)


def cut_pieces(data: bytes, marks: str) -> list[tuple[int, str, bytes]]:
    """Return the pieces of a text's bytes, each with the mark before it and where that begins; the first has none."""
    pieces = [(0, "", data)]
    for mark in marks:
        sign = mark.encode("gbk")
        cut: list[tuple[int, str, bytes]] = []
        for start, before, piece in pieces:
            first, *others = piece.split(sign)
            cut.append((start, before, first))
            place = start + PAIR * bool(before) + len(first)
            for other in others:
                cut.append((place, mark, other))
                place += PAIR + len(other)
        pieces = cut
    return pieces


def encode(text: str) -> tuple[bytes, list[int]]:
    """Return a text's bytes, and where each character begins in them; what GBK lacks has four, as in GB18030."""
    parts = [char.encode("gb18030", "replace") for char in text]
    starts, start = [], 0
    for part in parts:
        starts.append(start)
        start += len(part)
    return b"".join(parts), starts


def decode_piece(piece: bytes, decoder: Decoder) -> str:
    """Return what a decoder prints of a piece."""
    printed, place = [], 0
    while place < len(piece):
        pair = piece[place : place + 2]
        if pair[0] <= LAST_ASCII:
            printed.append(chr(pair[0]))
            place += 1
        elif len(pair) == 1 or pair[1] < FIRST_TRAIL:
            printed.append(decoder.lone)
            place += 1
        elif char := pair_char(pair):
            printed.append(char)
            place += 2
        else:
            printed.append(private_char(pair) if decoder.unknown is None else decoder.unknown)
            place += decoder.step
    return "".join(printed)
