"""The English of a policy against its Chinese: numbers, terms, negations, sentences, brackets, no stray Chinese."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from scripts.check.english.numbers import chinese_numbers, english_numbers
from scripts.model.archive import Archive, Findings
from scripts.model.glossary import Term
from scripts.model.policy import Policy
from scripts.model.vocabulary import MentionKind
from scripts.problems import Problem
from scripts.text.characters import HAN

HAN_RUN_PATTERN = re.compile(f"[{HAN}]+")
BRACKET_PATTERN = re.compile(r"\([^()]*\)")
BRACKETS = {"(": ")", "[": "]", "“": "”"}
SENTENCE_PATTERN = re.compile(r"[.?!][”’)]*(?=\s|$)")
# letters and points that end no sentence: No. 28, U.S., e.g.
ABBREVIATION_PATTERN = re.compile(r"\b(?:No|Nos|vol|approx|etc|e\.g|i\.e|St|Mt|Co|Ltd|Inc)\.")
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
WORD_PATTERN = re.compile(r"[A-Za-z0-9+]+")
COMMON_WORDS = frozenset(
    (
        "a",
        "an",
        "the",
        "of",
        "and",
        "or",
        "for",
        "to",
        "in",
        "on",
        "with",
        "by",
        "from",
        "at",
        "as",
        "its",
        "that",
        "is",
        "are",
    )
)
# the house writes -ize and otherwise as in Britain: standardisation, center, labor are not its spelling
SPELLING_PATTERN = re.compile(
    r"\b\w+isations?\b|\b(?:standard|organ|modern|optim|recogn|special|popular|real|util|international|digital|industrial|"
    r"commercial|emphas|priorit|minim|maxim|revital|mobil|formal|summar|central|stabil|urban|market|harmon|author|final|"
    r"local|national|normal|regular|rational|incentiv|energ|character|material|capital|equal|general|global)is(?:e[sd]?|ing)\b|"
    r"\b(?:center(?:s|ed)?|labor|color|favor|behavior|defense|fiber|program|programs|traveler|fulfill|enrollment|catalog)\b",
    re.IGNORECASE,
)
OFFICIAL_SPELLINGS = ("863 Program",)
"""Names whose official English is spelt otherwise."""
SLACK = 3
"""So many other words may stand among those of a term."""
SHORTEST, SHORT_RATIO, LONG_RATIO = 24, 2.0, 7.5
"""From so many Chinese characters on, so many English characters a Chinese one: at the least and at the most."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A title or block in both languages, and the terms that the Chinese has."""

    anchor: str
    zh: str
    en: str
    terms: tuple[Term, ...]
    titles: str = ""
    """The agreed English of the documents that the Chinese cites; it may hold numbers that the Chinese leaves out."""


def check_numbers(pair: Pair) -> Iterator[str]:
    """Every number of the Chinese is in the English with its magnitude, and none is added."""
    required, allowed = chinese_numbers(pair.zh)
    written, words = english_numbers(pair.en)
    for value in sorted(required - written - words):
        yield f"the number {value:f} of the Chinese is not in the English; put it in with its magnitude"
    named = english_numbers(pair.titles)[0]
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


def check_spelling(pair: Pair) -> Iterator[str]:
    """The English is spelt as the house spells: -ize, otherwise British."""
    text = pair.en
    for name in OFFICIAL_SPELLINGS:
        text = text.replace(name, "")
    for match in SPELLING_PATTERN.finditer(text):
        yield f"{match[0]!r} is not the spelling of this house; write -ize, and otherwise as in Britain"


def check_length(pair: Pair) -> Iterator[str]:
    """The English is neither much shorter nor much longer than its Chinese leads one to expect."""
    if len(pair.zh) >= SHORTEST:
        ratio = len(pair.en) / len(pair.zh)
        if not SHORT_RATIO <= ratio <= LONG_RATIO:
            yield f"there are {ratio:.1f} English characters to a Chinese one; look for what is left out or added"


def check_sentences(pair: Pair) -> Iterator[str]:
    """The English has about as many sentences as the Chinese."""
    chinese = len(re.findall("[。！？]", pair.zh))
    english = len(SENTENCE_PATTERN.findall(ABBREVIATION_PATTERN.sub("", pair.en)))
    if chinese > 1 and abs(chinese - english) > max(2, chinese // 5):
        yield f"the Chinese has {chinese} sentences, the English {english}; look for what is left out or run together"


def check_negation(pair: Pair) -> Iterator[str]:
    """Where the Chinese denies, forbids or falls short, the English does too."""
    denied = NEGATIVE_PATTERN.findall(pair.zh)
    if len(DENIAL_PATTERN.findall(pair.en)) < len(denied):
        yield f"the Chinese has {'、'.join(denied)}, but the English denies less; look for a negation that was lost"


ENGLISH_CHECKS: dict[str, Callable[[Pair], Iterator[str]]] = {
    "english-numbers": check_numbers,
    "english-terms": check_terms,
    "english-chinese": check_chinese,
    "english-marks": check_marks,
    "english-spelling": check_spelling,
    "english-length": check_length,
    "english-sentences": check_sentences,
    "english-negation": check_negation,
}


def check_pair(pair: Pair) -> Iterator[tuple[str, str]]:
    """Yield rule and message of everything that is wrong with one title or block."""
    for rule, check in ENGLISH_CHECKS.items():
        for message in check(pair):
            yield rule, message


def check_english(policy: Policy, archive: Archive, path: str, lines: dict[str, int]) -> list[Problem]:
    """Return what is wrong with a policy's English; `lines` says where in en.po each anchor's entry stands."""
    return [
        Problem(path, lines.get(pair.anchor, 0), rule, f"{pair.anchor}: {message}")
        for pair in make_pairs(policy, archive)
        for rule, message in check_pair(pair)
    ]


def make_pairs(policy: Policy, archive: Archive) -> Iterator[Pair]:
    """Yield every title and block that has an English, with the terms found in it."""
    own = policy.metadata.id if policy.metadata else ""
    english = archive.english.get(own, {})
    found = archive.findings.get(own, Findings()).mentions
    mentions = [mention for mention in found if mention.kind is MentionKind.TERM and mention.target]
    cited = [mention for mention in found if mention.kind is MentionKind.DOCUMENT and mention.target]
    starts = {}
    for section in policy.walk():
        if section.title:
            starts[section.anchor] = (policy.text.find(section.title, section.start), len(section.title))
        for block in section.blocks:
            starts[block.anchor] = (block.start, block.end - block.start)
    for anchor, (start, length) in starts.items():
        if anchor in english:
            ids = [m.target or "" for m in mentions if start <= m.start and m.end <= start + length]
            terms = tuple(archive.glossary.terms[key] for key, _ in groupby(sorted(ids)))
            documents = [m.target or "" for m in cited if start <= m.start and m.end <= start + length]
            titles = " ".join(archive.glossary.documents[key].title.en for key in documents)
            yield Pair(anchor, policy.text[start : start + length], english[anchor], terms, titles)


def is_present(form: str, words: list[str]) -> bool:
    """Whether nearly all words of a form stand close together; what stands in its brackets only explains."""
    wanted = set(stems(BRACKET_PATTERN.sub("", form)))
    enough = len(wanted) - len(wanted) // 4
    width = len(wanted) + SLACK
    return any(len(wanted & set(words[i : i + width])) >= enough for i in range(max(1, len(words) - width + 1)))


def stems(text: str) -> list[str]:
    """Return the words of a text without their inflection, common words left out.

    >>> stems("Strengthening the supervised standards")
    ['strengthen', 'supervis', 'standard']
    """
    words = (word.lower() for word in WORD_PATTERN.findall(text))
    return [stem(word) for word in words if word not in COMMON_WORDS]


def stem(word: str) -> str:
    """Return a word without the ends that inflection and derivation give it."""
    if word.endswith("ies") and len(word) > 4:
        word = word.removesuffix("ies") + "y"
    for end in ("ization", "ational", "ations", "ation", "izing", "ized", "izes", "ize", "ings", "ing", "ies", "ied"):
        if word.endswith(end) and len(word) > len(end) + 3:
            return word.removesuffix(end)
    for end in ("ions", "ion", "ers", "ed", "es", "er", "ly", "al", "e", "s", "y"):
        if word.endswith(end) and len(word) > len(end) + 3:
            return word.removesuffix(end)
    return word
