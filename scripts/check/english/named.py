"""What the Chinese names is named in the English: bodies, cited documents and their numbers, glosses at their words."""

import re
from collections.abc import Iterator

from scripts.check.english.parts import Pair
from scripts.check.english.stems import stems
from scripts.model.policy import Bilingual
from scripts.text.characters import HAN

# 〔2018〕28号
NUMBER_PATTERN = re.compile(r"〔(\d{4})〕(\d+)号")
# the “four centres” (四个中心)
GLOSS_PATTERN = re.compile(f"\\([^()]*?([{HAN}][{HAN}、“”+A-Za-z0-9]*)[^()]*\\)")
BRACKETS_PATTERN = re.compile("[()]")
# 《…》 of more than a word: 《规划》 is short for what was named before
LONG_TITLE_PATTERN = re.compile("《.{5,}》")
QUOTED_PATTERN = re.compile("“([^“”]*)”")
DIGIT_PATTERN = re.compile("[0-9一二三四五六七八九十]")
BRACKETED_PATTERN = re.compile("（([^（）]{4,})）")
COMMON = frozenset(
    stems(
        "people's republic of china chinese communist party cpc municipal provincial province district city county "
        "government committee town state central general office department bureau co ltd group"
    )
)
"""Words that short forms of a name leave out, or that many names have."""
SHARE = 0.5
"""So much of a name's own words have to be there."""
NEAR = 14
"""Within so many words before a gloss stands what it is the Chinese of."""


def check_bodies(pair: Pair) -> Iterator[str]:
    """Every body that the Chinese names is in the English by its agreed name, or by what makes this up."""
    present = set(stems(pair.en))
    for body in pair.names:
        if lacks(body, present, pair.places):
            yield f"{body.zh} is {body.en}, which the English does not name; put it in, as organisations.yml has it"


def check_cited(pair: Pair) -> Iterator[str]:
    """Every document that the Chinese cites by its title is in the English by its agreed one, with its number."""
    present = set(stems(pair.en))
    for document in pair.documents:
        if LONG_TITLE_PATTERN.match(document.zh) and lacks(document, present, pair.places):
            yield f"{document.zh} is {document.en}, which the English does not cite; put it in, as documents.yml has it"
    for year, number in NUMBER_PATTERN.findall(pair.zh):
        if f"[{year}] No. {number}" not in pair.en:
            yield f"the number 〔{year}〕{number}号 is not in the English; write [{year}] No. {number}"


def lacks(name: Bilingual, present: set[str], places: str) -> bool:
    """Whether too little of an agreed name is there; short forms leave out what many names have."""
    words = set(stems(name.en))
    own = words - COMMON - set(stems(places))
    return len(own & present) < SHARE * len(own) or not words & present


def check_glosses(pair: Pair) -> Iterator[str]:
    """Chinese in brackets stands behind the English of that very term."""
    english = {form: (term.en, *term.en_variants) for term in pair.terms for form in (term.zh, *term.forms)}
    for match in GLOSS_PATTERN.finditer(pair.en):
        wanted = english.get(match[1].strip("“”"))
        before = BRACKETS_PATTERN.split(pair.en[: match.start()])[-1]
        if wanted and not any(set(stems(form)) & set(stems(before)[-NEAR:]) for form in wanted):
            yield f"({match[1]}) does not stand behind {wanted[0]!r}; move it to its words"


def check_quotation(pair: Pair) -> Iterator[str]:
    """What stands in quotation marks or brackets in the Chinese does in the English, but for terms that need none."""
    forms = [form for term in pair.terms for form in (term.zh, *term.forms)]
    quoted = [
        words
        for words in QUOTED_PATTERN.findall(pair.zh)
        if not DIGIT_PATTERN.search(words) and not any(form in words or words in form for form in forms)
    ]
    if len(quoted) > pair.en.count("“"):
        yield f"“{quoted[0]}” or another quotation of the Chinese has no “ ” in the English; put them in"
    bracketed = BRACKETED_PATTERN.findall(pair.zh)
    if len(bracketed) > pair.en.count("("):
        yield f"（{bracketed[0]}） or another bracket of the Chinese is not in the English; put in what it holds"
