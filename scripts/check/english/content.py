"""What the English says against its Chinese: numbers, terms, negations, sentences, brackets, no stray Chinese."""

import re
from collections.abc import Iterator

from scripts.check.english.dates import dated_parts
from scripts.check.english.numbers import chinese_numbers, english_numbers
from scripts.check.english.parts import Pair, is_overlong
from scripts.check.english.stems import is_present, stems
from scripts.text.characters import HAN
from scripts.text.sentences import chinese_sentences, english_sentences

HAN_RUN_PATTERN = re.compile(f"[{HAN}]+")
BRACKET_PATTERN = re.compile(r"\([^()]*\)")
BRACKETS = {"(": ")", "[": "]", "“": "”"}
NEGATIVE_PATTERN = re.compile(
    "不得|不准|不允许|严禁|禁止|杜绝|不足|不够|不强|不高|不到|不再|不充分|不平衡|没有|未[经能按被出]|不低于|不少于|不超过"
)
DENIALS = (
    *("not?", "never", "none", "nothing", "without", "cannot", "neither", "nor", "free of", "free from", r"lack\w*"),
    *(r"short\w*", r"insufficien\w*", r"inadequa\w*", r"prohibit\w*", r"ban\w*", r"forbid\w*", r"prevent\w*"),
    *(r"eliminat\w*", r"weak\w*", r"poor\w*", r"low\w*", r"un\w+", r"ineffective\w*", "least", "fewer", "less"),
    *(r"stop\w*", r"strict\w*", "far from", r"fail\w*", "end", r"refus\w*", r"stamp\w*", r"non-?\w+", "limited"),
)
DENIAL_PATTERN = re.compile(rf"\b(?:{'|'.join(DENIALS)})\b", re.IGNORECASE)
SHORTEST, SHORT_RATIO, LONG_RATIO = 24, 2.0, 7.5
"""From so many Chinese characters on, so many English characters a Chinese one: at the least and at the most."""
# 2026, which both languages write alike
DIGITS_PATTERN = re.compile(r"\d+")


def check_numbers(pair: Pair) -> Iterator[str]:
    """Every number of the Chinese is in the English with its magnitude, where it belongs, and none is added."""
    named = english_numbers(pair.titles)[0]
    for zh, en in dated_parts(pair):
        required, allowed = chinese_numbers(zh)
        written, words = english_numbers(en)
        for value in sorted(required - written - words):
            yield f"the number {value:f} of the Chinese is not in the English; put it in with its magnitude"
        for value in sorted(written - required - allowed - named):
            yield f"the English has {value:f}, the Chinese has not; take it out, or mend it"


def check_terms(pair: Pair) -> Iterator[str]:
    """Every term of the glossary that the Chinese has is in the English, as agreed or in a listed variant."""
    present = stems(pair.en)
    for term in pair.terms:
        if not any(is_present(form, present) for form in (term.en, *term.en_variants)):
            yield f"{term.zh} is to be {term.en!r} or a listed variant; use it, or list what you use in terms.yml"


def check_chinese(pair: Pair) -> Iterator[str]:
    """Chinese stands in the English only in brackets, and there only as the Chinese has it."""
    inside = "".join(BRACKET_PATTERN.findall(pair.en))
    if HAN_RUN_PATTERN.search(BRACKET_PATTERN.sub("", pair.en)):
        yield "Chinese characters stand outside brackets; translate them"
    for match in HAN_RUN_PATTERN.finditer(inside):
        if match[0] not in pair.zh:
            yield f"{match[0]} in brackets is not in the Chinese; quote what is there"


def check_marks(pair: Pair) -> Iterator[str]:
    """Brackets and quotation marks pair."""
    waiting: list[str] = []
    for char in pair.en:
        if char in BRACKETS:
            waiting.append(BRACKETS[char])
        elif char in BRACKETS.values() and (not waiting or waiting.pop() != char):
            yield f"{char} has no partner; mend brackets and quotation marks"
            return
    if waiting:
        yield f"{waiting[-1]} is missing; mend brackets and quotation marks"
    if '"' in pair.en:
        yield 'a straight " stands here; write “ and ”'


def check_length(pair: Pair) -> Iterator[str]:
    """The English is neither much shorter nor much longer than its Chinese leads one to expect."""
    chinese, english = (len(DIGITS_PATTERN.sub("", text)) for text in (pair.zh, pair.en))
    if chinese >= SHORTEST:
        ratio = english / chinese
        if not SHORT_RATIO <= ratio <= LONG_RATIO:
            yield f"there are {ratio:.1f} English characters to a Chinese one; look for what is left out or added"


def check_sentences(pair: Pair) -> Iterator[str]:
    """The English has as many sentences as the Chinese; only a long Chinese sentence may become several."""
    chinese, english = len(chinese_sentences(pair.zh)), len(english_sentences(pair.en))
    if english < chinese or is_overlong(pair):
        remedy = "look for what is left out, added or run together"
        yield f"the Chinese has {chinese} sentences, the English {english}; {remedy}"
    lost = pair.zh.count("；") - pair.en.count(";") - max(0, english - chinese)
    if lost > 0:
        yield f"the Chinese has {lost} semicolons more than the English; look for what is left out"


def check_negation(pair: Pair) -> Iterator[str]:
    """Where the Chinese denies, forbids or falls short, the English does too."""
    denied = NEGATIVE_PATTERN.findall(pair.zh)
    if len(DENIAL_PATTERN.findall(pair.en)) < len(denied):
        yield f"the Chinese has {'、'.join(denied)}, but the English denies less; look for a negation that was lost"
