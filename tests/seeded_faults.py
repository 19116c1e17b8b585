"""Good English spoilt on purpose, to see which faults the checks find: six kinds, as translators make them."""

import itertools
import random
import re
from collections.abc import Callable

from scripts.check.english.content import NEGATIVE_PATTERN
from scripts.check.english.pairs import Pair, make_pairs
from scripts.model.archive import Archive

MOST = 200
"""Of each kind so many faults at most."""
DENIAL_PATTERN = re.compile(
    r"\b(?:not|no|never|without|un(?=\w)|in(?=adequate|sufficient)|less than|fewer than) ?", re.IGNORECASE
)


def change_digit(pair: Pair, chance: random.Random) -> str | None:
    """Return the English with one digit changed."""
    places = [match.start() for match in re.finditer(r"\d", pair.en)]
    if not places or not re.search(r"\d", pair.zh):
        return None
    place = chance.choice(places)
    other = chance.choice([digit for digit in "0123456789" if digit != pair.en[place]])
    return pair.en[:place] + other + pair.en[place + 1 :]


def lose_magnitude(pair: Pair, _: random.Random) -> str | None:
    """Return the English with a billion become a million, or three noughts lost."""
    if " billion" in pair.en:
        return pair.en.replace(" billion", " million", 1)
    match = re.search(r"\d,000\b", pair.en)
    return pair.en[: match.start() + 1] + pair.en[match.end() :] if match else None


def drop_clause(pair: Pair, chance: random.Random) -> str | None:
    """Return the English without one of its clauses."""
    clauses = re.split(r"(?<=[;,.]) ", pair.en)
    if len(clauses) < 4:
        return None
    dropped = chance.randrange(1, len(clauses) - 1)
    return " ".join(clause for index, clause in enumerate(clauses) if index != dropped)


def drop_negation(pair: Pair, _: random.Random) -> str | None:
    """Return the English that affirms what the Chinese denies."""
    if not NEGATIVE_PATTERN.search(pair.zh):
        return None
    changed = DENIAL_PATTERN.sub("", pair.en)
    return changed if changed != pair.en else None


def replace_term(pair: Pair, _: random.Random) -> str | None:
    """Return the English with a term's English become another phrase."""
    for term in pair.terms:
        for form in (term.en, *term.en_variants):
            if form.lower() in pair.en.lower():
                place = pair.en.lower().index(form.lower())
                return pair.en[:place] + "relevant matters" + pair.en[place + len(form) :]
    return None


FAULTS: dict[str, Callable[[Pair, random.Random], str | None] | None] = {
    "digit changed": change_digit,
    "magnitude lost": lose_magnitude,
    "clause dropped": drop_clause,
    "negation dropped": drop_negation,
    "paragraphs exchanged": None,
    "term replaced": replace_term,
}


def seed(archive: Archive, kind: str) -> list[Pair]:
    """Return spoilt pairs of one kind, always the same ones."""
    chance = random.Random(kind)
    pairs = [pair for policy in archive.policies for pair in make_pairs(policy, archive)]
    spoil = FAULTS[kind]
    if spoil is None:
        long = [pair for pair in pairs if len(pair.zh) >= 60]
        spoilt = [Pair(a.anchor, a.zh, b.en, a.terms, a.titles) for a, b in itertools.pairwise(long)]
    else:
        changed = [(pair, spoil(pair, chance)) for pair in pairs]
        spoilt = [Pair(p.anchor, p.zh, english, p.terms, p.titles) for p, english in changed if english]
    return chance.sample(spoilt, MOST) if len(spoilt) > MOST else spoilt
