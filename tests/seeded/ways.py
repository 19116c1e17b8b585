"""Ways to spoil a file: its bytes → others, by a seeded choice of the place."""

import csv
import io
import random
import re
from collections.abc import Callable
from functools import partial

from tests.seeded.seeds import NothingToSpoilError, Way

Change = Callable[[str], str]


def on_text(change: Callable[[str, random.Random], str]) -> Way:
    """Return a way to spoil a file of text."""
    return lambda data, chance: change(data.decode("utf-8"), chance).encode("utf-8")


def put(pattern: str, new: str, *, flags: int = 0) -> Way:
    """Return a way to put something else in one place of those that fit a pattern; `new` may name its groups."""

    def change(text: str, chance: random.Random) -> str:
        matches = list(re.finditer(pattern, text, flags | re.MULTILINE))
        if not matches:
            raise NothingToSpoilError(pattern)
        match = chance.choice(matches)
        return text[: match.start()] + match.expand(new) + text[match.end() :]

    return on_text(change)


def say(old: str, new: str) -> Way:
    """Return a way to put other words in the first place of some words."""

    def change(text: str, _: random.Random) -> str:
        if old not in text:
            raise NothingToSpoilError(old)
        return text.replace(old, new, 1)

    return on_text(change)


def drop(pattern: str, *, flags: int = 0) -> Way:
    """Return a way to leave out one place of those that fit a pattern."""
    return put(pattern, "", flags=flags)


def double(pattern: str) -> Way:
    """Return a way to say twice what one place of those that fit a pattern says."""
    return put(pattern, r"\g<0>\g<0>")


def exchange(pattern: str, *, flags: int = 0) -> Way:
    """Return a way to exchange what two different places say: the groups named `x`, where there are, else the whole."""

    def change(text: str, chance: random.Random) -> str:
        matches = list(re.finditer(pattern, text, flags | re.MULTILINE))
        group: str | int = "x" if "(?P<x>" in pattern else 0
        chance.shuffle(matches)
        for other in matches[1:]:
            one = matches[0]
            if one[group] != other[group]:
                (a, b), (c, d) = sorted((one.span(group), other.span(group)))
                return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]
        raise NothingToSpoilError(pattern)

    return on_text(change)


def digit(pattern: str) -> Way:
    """Return a way to change one digit of a place that fits a pattern."""

    def change(text: str, chance: random.Random) -> str:
        matches = [match for match in re.finditer(pattern, text, re.MULTILINE) if re.search("[0-9]", match[0])]
        if not matches:
            raise NothingToSpoilError(pattern)
        match = chance.choice(matches)
        place = chance.choice([match.start() + found.start() for found in re.finditer("[0-9]", match[0])])
        other = chance.choice([char for char in "123456789" if char != text[place]])
        return text[:place] + other + text[place + 1 :]

    return on_text(change)


def han(pattern: str, new: str = "某") -> Way:
    """Return a way to change one Chinese character of a place that fits a pattern."""

    def change(text: str, chance: random.Random) -> str:
        matches = [match for match in re.finditer(pattern, text, re.MULTILINE) if re.search("[一-龥]", match[0])]
        if not matches:
            raise NothingToSpoilError(pattern)
        match = chance.choice(matches)
        place = chance.choice([match.start() + found.start() for found in re.finditer("[一-龥]", match[0])])
        return text[:place] + new + text[place + 1 :]

    return on_text(change)


def gone(_: bytes, __: random.Random) -> None:
    """Remove the file."""


def half(data: bytes, _: random.Random) -> bytes:
    """Return the first half of a file, as an upload that broke off leaves it."""
    return data[: len(data) // 2]


def empty(_: bytes, __: random.Random) -> bytes:
    """Return nothing."""
    return b""


def flip(data: bytes, chance: random.Random) -> bytes:
    """Return a file with one bit of its middle changed, as a bad disk leaves it."""
    place = chance.randrange(len(data) // 4, 3 * len(data) // 4)
    return data[:place] + bytes([data[place] ^ 4]) + data[place + 1 :]


def add(text: str) -> Way:
    """Return a way to add something at the end."""
    return lambda data, _: data + text.encode("utf-8")


def before(mark: str, text: str) -> Way:
    """Return a way to add something before the first place of a mark."""
    return say(mark, text + mark)


def drop_line(pattern: str = "") -> Way:
    """Return a way to leave out a line that fits, never the first."""
    return partial(change_lines, pattern=pattern, change=lambda _: [])


def double_line(pattern: str = "") -> Way:
    """Return a way to write a line twice."""
    return partial(change_lines, pattern=pattern, change=lambda line: [line, line])


def change_lines(data: bytes, chance: random.Random, *, pattern: str, change: Callable[[str], list[str]]) -> bytes:
    """Return a text in which one line that fits, never the first, is changed."""
    lines = data.decode("utf-8").splitlines(keepends=True)
    fitting = [number for number, line in enumerate(lines) if number and re.search(pattern, line)]
    if not fitting:
        raise NothingToSpoilError(pattern)
    number = chance.choice(fitting)
    return "".join([*lines[:number], *change(lines[number]), *lines[number + 1 :]]).encode("utf-8")


def cell(column: str, change: Change, *, fit: str = ".") -> Way:
    """Return a way to change one cell of a column of a CSV; all other bytes stay."""

    def spoil(text: str, chance: random.Random) -> str:
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        end = "\r\n" if "\r\n" in text else "\n"
        rows = list(csv.reader(io.StringIO(text.removeprefix(mark), newline="")))
        place = rows[0].index(column)
        fitting = [r for r in rows[1:] if re.search(fit, r[place]) and change(r[place]) != r[place]]
        if not fitting:
            raise NothingToSpoilError(column)
        row = chance.choice(fitting)
        row[place] = change(row[place])
        written = io.StringIO(newline="")
        csv.writer(written, lineterminator=end).writerows(rows)
        return mark + written.getvalue()

    return on_text(spoil)


def always(new: str) -> Change:
    """Return a change of anything to this."""
    return lambda _: new


def other_digit(text: str) -> str:
    """Return a text with its last digit changed."""
    return re.sub(r"\d(?=\D*$)", lambda match: "7" if match[0] != "7" else "3", text)


def last_char(text: str) -> str:
    """Return a text with its last character gone."""
    return text[:-1]


def in_turn(*ways: Way) -> Way:
    """Return a way that is the first of these that finds something to spoil."""

    def spoil(data: bytes, chance: random.Random) -> bytes | None:
        for way in ways:
            try:
                return way(data, chance)
            except NothingToSpoilError:
                continue
        raise NothingToSpoilError

    return spoil
