"""Ways to spoil en.po, whose entries hold both languages, and source.txt together with its fingerprint."""

import hashlib
import random
import re
from collections.abc import Callable

import polib

from tests.seeded.seeds import Draft, NothingToSpoilError, Spoil, Way

WIDTH = 110
"""Of the lines of en.po, as the project writes it: what is not spoilt keeps its bytes."""
Rewording = Callable[[str, str, random.Random], str | None]
"""Chinese, English → another English, or none where this entry cannot be spoilt so."""


def reword(change: Rewording, *, least: int = 0, heading: bool = False) -> Way:
    """Return a way to spoil the English of one entry of so many Chinese characters at the least."""

    def spoil(data: bytes, chance: random.Random) -> bytes:
        file = polib.pofile(data.decode("utf-8"), wrapwidth=WIDTH)
        entries = [e for e in file if e.msgstr and not e.obsolete and len(e.msgid) >= least and "fuzzy" not in e.flags]
        if heading:
            entries = [e for e in entries if not re.search(r"p\d+$", e.msgctxt or "")]
        chance.shuffle(entries)
        for entry in entries:
            changed = change(entry.msgid, entry.msgstr, chance)
            if changed is not None and changed != entry.msgstr:
                entry.msgstr = changed
                return str(file).encode("utf-8")
        raise NothingToSpoilError

    return spoil


def words(pattern: str, new: str, zh: str = "") -> Rewording:
    """Return what puts other words in the place of some, in an entry whose Chinese fits."""

    def change(chinese: str, english: str, chance: random.Random) -> str | None:
        matches = list(re.finditer(pattern, english))
        if not matches or not re.search(zh, chinese):
            return None
        match = chance.choice(matches)
        return english[: match.start()] + match.expand(new) + english[match.end() :]

    return change


def clauses(change: Callable[[list[str], random.Random], list[str] | None], least: int = 4) -> Rewording:
    """Return what changes the clauses of an entry, which commas, semicolons and full stops end."""

    def reworded(_: str, english: str, chance: random.Random) -> str | None:
        found = re.split(r"(?<=[;,.]) ", english)
        changed = change(found, chance) if len(found) >= least else None
        return None if changed is None else " ".join(changed)

    return reworded


def without_one(found: list[str], chance: random.Random) -> list[str]:
    """Leave out a clause that is neither the first nor the last."""
    dropped = chance.randrange(1, len(found) - 1)
    return [clause for number, clause in enumerate(found) if number != dropped]


def two_exchanged(found: list[str], chance: random.Random) -> list[str]:
    """Exchange two clauses that stand in the middle."""
    one, other = sorted(chance.sample(range(1, len(found) - 1), 2)) if len(found) > 3 else (0, 1)
    found[one], found[other] = found[other], found[one]
    return found


def entries(change: Callable[[polib.POFile, random.Random], None]) -> Way:
    """Return a way to spoil the entries of en.po as a whole."""

    def spoil(data: bytes, chance: random.Random) -> bytes:
        file = polib.pofile(data.decode("utf-8"), wrapwidth=WIDTH)
        change(file, chance)
        return str(file).encode("utf-8")

    return spoil


def exchange_entries(pattern: str) -> Way:
    """Return a way to exchange the English of two entries whose anchors fit."""

    def change(file: polib.POFile, chance: random.Random) -> None:
        fitting = [e for e in file if re.search(pattern, e.msgctxt or "") and e.msgstr]
        if len(fitting) < 2:
            raise NothingToSpoilError(pattern)
        one, other = chance.sample(fitting, 2)
        one.msgstr, other.msgstr = other.msgstr, one.msgstr

    return entries(change)


def source(change: Callable[[str, random.Random], str]) -> Spoil:
    """Return what spoils a source and writes its new fingerprint, as somebody would who wants it to stand."""

    def spoil(draft: Draft) -> None:
        for path in draft.matching("policies/*/source.txt"):
            data = draft.read(path)
            encoding = "utf-8" if is_utf8(data) else "gb18030"
            try:
                changed = change(data.decode(encoding), draft.chance).encode(encoding)
            except (NothingToSpoilError, UnicodeEncodeError):
                continue
            if changed == data:
                continue
            draft.write(path, changed)
            facts = path.replace("source.txt", "policy.yml")
            old, new = (hashlib.sha256(version).hexdigest() for version in (data, changed))
            draft.write(facts, draft.text(facts).replace(old, new))
            return
        raise NothingToSpoilError

    return spoil


def is_utf8(data: bytes) -> bool:
    """Whether a source is UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def inside(pattern: str, new: str) -> Callable[[str, random.Random], str]:
    """Return what puts something else in one place of a text; `new` may name groups."""

    def change(text: str, chance: random.Random) -> str:
        matches = list(re.finditer(pattern, text, re.MULTILINE))
        if not matches:
            raise NothingToSpoilError(pattern)
        match = chance.choice(matches)
        return text[: match.start()] + match.expand(new) + text[match.end() :]

    return change
