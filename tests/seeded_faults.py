"""Good English spoilt on purpose, to see which faults the checks find: as translators, editors and replacing make them."""

import itertools
import random
import re
from collections.abc import Callable
from dataclasses import replace

from scripts.check.english.content import NEGATIVE_PATTERN
from scripts.check.english.pairs import Pair, make_pairs
from scripts.model.archive import Archive

MOST = 200
"""Of each kind so many faults at most."""
DENIAL_PATTERN = re.compile(
    r"\b(?:not|no|never|without|un(?=\w)|in(?=adequate|sufficient)|less than|fewer than) ?", re.IGNORECASE
)
Spoil = Callable[[Pair, random.Random], str | None]


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


def drop_part(divider: str, least: int) -> Spoil:
    """Return what drops one of the parts that a mark divides, but for the first and the last."""

    def drop(pair: Pair, chance: random.Random) -> str | None:
        parts = re.split(divider, pair.en)
        if len(parts) < least:
            return None
        dropped = chance.randrange(1, len(parts) - 1)
        return " ".join(part for index, part in enumerate(parts) if index != dropped)

    return drop


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


def substitute(pattern: str, *others: str) -> Spoil:
    """Return what puts something else in the place of one match of a pattern."""

    def spoil(pair: Pair, chance: random.Random) -> str | None:
        places = list(re.finditer(pattern, pair.en))
        if not places:
            return None
        match = chance.choice(places)
        return pair.en[: match.start()] + match.expand(chance.choice(others)) + pair.en[match.end() :]

    return spoil


def only_where(chinese: str, spoil: Spoil) -> Spoil:
    """Return what spoils only where the Chinese has something."""
    return lambda pair, chance: spoil(pair, chance) if re.search(chinese, pair.zh) else None


def misspell(pair: Pair, chance: random.Random) -> str | None:
    """Return the English with two letters of a word exchanged, one lost, or one doubled."""
    places = list(re.finditer(r"\b[a-z]{6,}\b", pair.en))
    if not places:
        return None
    match = chance.choice(places)
    word, i = match[0], chance.randrange(1, len(match[0]) - 2)
    spelt = chance.choice(
        (word[:i] + word[i + 1] + word[i] + word[i + 2 :], word[:i] + word[i + 1 :], word[: i + 1] + word[i:])
    )
    return pair.en[: match.start()] + spelt + pair.en[match.end() :] if spelt != word else None


def add_sentence(pair: Pair, _: random.Random) -> str | None:
    """Return the English with a sentence too many."""
    sentence = " These measures will be reviewed from time to time by the bodies concerned."
    return pair.en + sentence if pair.en.endswith(".") else None


FAULTS: dict[str, Spoil | None] = {
    "digit changed": change_digit,
    "magnitude lost": lose_magnitude,
    "clause dropped": drop_part(r"(?<=[;,.]) ", 4),
    "clause between semicolons dropped": drop_part(r"(?<=;) ", 3),
    "sentence dropped": drop_part(r"(?<=\.) (?=[A-Z])", 3),
    "sentence too many": add_sentence,
    "negation dropped": drop_negation,
    "paragraphs exchanged": None,
    "headings exchanged": None,
    "term replaced": replace_term,
    "at least become at most": substitute(r"\bat least\b", "at most", "up to", "about"),
    "at least lost": substitute(r"\bat least ", ""),
    "more become less": substitute(r"\b(?:increas|rais)(ed?|ing|es)\b", r"reduc\1"),
    "encourage become require": substitute(r"\bencourage\b", "require", "order"),
    "support become require": only_where("支持", substitute(r"\b[Ss]upport\b", "require")),
    "must become may": substitute(r"\b(?:must|shall|should)\b", "may"),
    "and become or": substitute(r" and ", " or "),
    "by become after": substitute(r"\bBy (?=20\d\d)", "After ", "Before "),
    "end of the year lost": only_where("底", substitute(r"the end of ", "")),
    "currency changed": substitute(r"\bRMB\b", "USD", "EUR", "US$"),
    "currency lost": substitute(r"\bRMB ", ""),
    "per cent lost": substitute(r"(\d)%", r"\1"),
    "unit changed": substitute(r"(?<=\d) mu\b", " ha", " square metres"),
    "word doubled": substitute(r"\b(the|of|and|to|in|quality)\b", r"\1 \1"),
    "word misspelt": misspell,
    "full-width mark": substitute(r"([,;.]) ", "，", "；", "。"),
    "blank doubled": substitute(" ", "  "),
    "blank before a mark": substitute(r"([,;])", r" \1"),
    "blank lost behind a mark": substitute(r"([,;]) ", r"\1"),
    "stop lost at the end": substitute(r"\.$", ""),
    "stop added to a heading": substitute(r"(?<=[a-z])$", "."),
    "capital lost at the beginning": lambda pair, _: pair.en[0].lower() + pair.en[1:],
    "capital lost in a sentence": substitute(r"(?<=\. )([BCDEFIPS])(?=[a-z])", "b"),
    "quotation marks lost": substitute(r"[“”]", ""),
    "brackets lost": substitute(r"[()]", ""),
    "straight marks": substitute(r"[“”]", '"'),
    "American spelling": substitute(r"\b(?:centre|programme)\b", "center", "program"),
    "-ise spelling": substitute(r"(\w+)iz(e|ation|ing)\b", r"\1is\2"),
    "place exchanged": substitute(r"\b(?:Jinan|Yantai|Hangzhou|Jilin|Youxian)\b", "Qingdao", "Suzhou"),
    "name misspelt": substitute(r"\b(Jina|Yanta|Hangzho|Jili|Youxia)[nui]\b", r"\1", r"\1nn"),
    "document number changed": substitute(r"\] No\. ", "] No "),
    "article wrong": substitute(r"\ba (?=[bcdfgmpst])", "an "),
    "left from drafting": substitute(r" ", " TODO ", " [check] ", " XXX "),
    "Chinese left standing": only_where("质量", substitute(r"\bquality\b", "质量")),
    "letter of another script": substitute(r"a", "а"),
    "contraction": substitute(r"\bwill\b", "we'll"),
    "lead body changed": only_where("鼓励|引导|支持", substitute(r"\benterprises\b", "universities")),
}


def all_pairs(archive: Archive) -> list[Pair]:
    """Return every title and block of an archive with its English."""
    return [pair for policy in archive.policies for pair in make_pairs(policy, archive)]


def seed(pairs: list[Pair], kind: str, most: int = MOST) -> list[Pair]:
    """Return spoilt pairs of one kind, always the same ones."""
    chance = random.Random(kind)
    spoil = FAULTS[kind]
    if spoil is None:
        long = [pair for pair in pairs if (len(pair.zh) >= 60) is (kind == "paragraphs exchanged")]
        spoilt = [replace(a, en=b.en) for a, b in itertools.pairwise(long) if a.zh != b.zh]
    else:
        changed = [(pair, spoil(pair, chance)) for pair in pairs]
        spoilt = [replace(pair, en=english) for pair, english in changed if english and english != pair.en]
    return chance.sample(spoilt, most) if len(spoilt) > most else spoilt
