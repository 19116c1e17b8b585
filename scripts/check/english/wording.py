"""Both languages of every text of the corpus: each in its own script and marks, with as much and the same numbers."""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from scripts.check.english.content import check_marks
from scripts.check.english.correspondences import wording_rows
from scripts.check.english.dates import write_alike
from scripts.check.english.marks import CHINESE_PATTERN, check_setting
from scripts.check.english.numbers import chinese_numbers, english_numbers
from scripts.check.english.parts import Pair
from scripts.check.english.spelling import check_house_spelling, check_words
from scripts.check.english.texts import Kind, Text
from scripts.model.bilingual import Bilingual
from scripts.problems import Problem
from scripts.text.characters import HAN, find_traditional
from scripts.text.sentences import chinese_sentences, english_sentences

NAMING = ("(name)", "(title)")
"""Fields whose English says what the Chinese says, word by word."""
FEWEST, MOST_LOST = 3, 0.6
"""So many words have to be lost (of names, one more), and so large a part, before the languages speak of two things."""
PROSE = frozenset((Kind.PROSE, Kind.QUOTING))
# http://amr.example.gov.cn/art/1.html in “… notice (http://amr.example.gov.cn/art/1.html).”
ADDRESS_PATTERN = re.compile(r"https?://[!-~]*[A-Za-z0-9/]")
LETTER_PATTERN = re.compile("[A-Za-z]")
HAN_PATTERN = re.compile(f"[{HAN}]")
# 质量,品牌; 质量 品牌; 。。; 的的
CHINESE_FAULTS = (
    (
        re.compile(f"(?<!委)(?<!中央)(?<=[{HAN}，。；：、）”》]) +(?=[{HAN}，。；：、（“《])"),
        "is a blank between Chinese; take it out",
    ),
    (
        re.compile(f"(?<=[{HAN}])[,:;!?()](?=[{HAN}])|(?<=[{HAN}])[,;](?=\\d|$)"),
        "is a mark of English; write that of Chinese",
    ),
    (re.compile("[，；：、][，；：、。]|。[。，；：、]"), "are two marks that meet; leave one"),
    (
        re.compile("的的|了了|在在|和和|与与|为为|是是|等等等|(以及|进行|实施|推进|加强|提高|建设|发展|质量|标准)\\1"),
        "stands twice; take one out",
    ),
    (re.compile(f"[\"'](?=[{HAN}])|(?<=[{HAN}])[\"']"), "is a straight mark; write “ and ”"),
    (re.compile("[\u200b-\u200f\ufeff\u00ad\u00a0\ufffd]"), "cannot be seen; take it out"),
)
LONGEST_RATIO, SHORTEST_RATIO = 9.0, 1.3
"""So many English characters a Chinese one at the most and at the least, in texts of some length."""
EVERY_PATTERN = re.compile(r"\b(?:every|all|each)\b")
BRACKETS = {"（": "）", "《": "》", "〈": "〉", "〔": "〕", "“": "”", "「": "」"}


def check_languages(text: Text) -> Iterator[str]:
    """The Chinese is Chinese, the English English."""
    zh, en = text.text.zh, text.text.en
    if (not HAN_PATTERN.search(zh) and LETTER_PATTERN.search(zh) and len(zh) > 8) or (zh == en and len(zh) > 8):
        yield f"{zh[:20]!r} stands for the Chinese and is none; write it in Chinese"
    english = CHINESE_PATTERN.sub("", en)
    if not re.search("[A-Za-z0-9]", english):
        yield f"{en[:20]!r} stands for the English and is none; write it in English"
    if text.kind in (Kind.NAME, Kind.TITLE) and HAN_PATTERN.search(re.sub(r"\([^()]*\)", "", en)):
        yield f"Chinese stands in {en[:30]!r}; write it in English"
    if text.kind is not Kind.QUOTING and len(LETTER_PATTERN.findall(zh)) > max(12, len(zh) // 2):
        yield f"{zh[:20]!r} is mostly English; write it in Chinese"


def check_chinese_setting(text: Text) -> Iterator[str]:
    """The Chinese has its own marks, its own script, and brackets in pairs."""
    zh = text.text.zh
    for pattern, message in CHINESE_FAULTS if text.kind in PROSE else CHINESE_FAULTS[1:]:
        if match := pattern.search(zh):
            yield f"{match[0]!r} in “{zh[max(0, match.start() - 6) : match.end() + 6]}” {message}"
    if text.kind is not Kind.QUOTING:
        for place, plain in () if text.is_original else find_traditional(zh):
            yield f"{zh[place]} is Traditional; write {plain}"
        waiting: list[str] = []
        for char in zh:
            if char in BRACKETS:
                waiting.append(BRACKETS[char])
            elif char in BRACKETS.values() and (not waiting or waiting.pop() != char):
                waiting.append(char)
                break
        if waiting:
            yield f"{waiting[-1]} has no partner in “{zh[:20]}”; mend the brackets"


def check_english_setting(text: Text) -> Iterator[str]:
    """The English is set and spelt as the house does."""
    yield from check_marks(Pair("", text.text.zh, text.text.en, ()))
    for message in check_setting(text.text.en):
        if text.kind is not Kind.QUOTING or "Chinese" not in message:
            yield message
    yield from check_house_spelling(text.text.en)


def check_ends(text: Text) -> Iterator[str]:
    """Sentences begin with a capital and end with a stop in both languages; names end with none."""
    zh, en = text.text.zh.rstrip("”》）"), text.text.en.rstrip("”)")
    if text.kind is Kind.CLAUSE:
        if zh.endswith("。") != en.removesuffix("Ltd.").endswith("."):
            yield f"“{en[-20:]}” ends otherwise than its Chinese; write a full stop in both languages or in none"
        return
    if text.kind in PROSE:
        if not zh.endswith(("。", "；", "？")):
            yield f"“…{zh[-12:]}” does not end with a full stop; end it with 。"
        if not text.text.en.endswith((".", ".)", ".”", "”.")):
            yield f"“…{en[-20:]}” does not end with a full stop; end it with one"
    elif zh.endswith(("。", "，", "；", "、", "：")) or (
        en.endswith((".", ",", ";", ":")) and not en.endswith(("Ltd.", "Co.", "al."))
    ):
        yield f"“{en[-20:]}” or its Chinese ends with a stop; a name has none"
    if text.kind is not Kind.NAME and re.match(r"[“(]*[a-z]", en):
        yield f"“{en[:20]}” begins with a small letter; write a capital"


def check_same_numbers(text: Text) -> Iterator[str]:
    """Both languages have the same numbers."""
    if text.kind is Kind.QUOTING:
        return
    required, allowed = chinese_numbers(text.text.zh)
    written, words = english_numbers(write_alike(text.text.zh, text.text.en))
    others = set().union(*chinese_numbers(text.around))
    if EVERY_PATTERN.search(text.text.en) and "100%" in text.text.zh:
        required.discard(Decimal(100))
    if "en_variants" not in text.owner:
        for value in sorted(required - written - words):
            yield f"the Chinese has {value:f}, the English has not; mend one of them"
    for value in sorted(written - required - allowed - others):
        yield f"the English has {value:f}, the Chinese has not; mend one of them"


def check_measure(text: Text) -> Iterator[str]:
    """Neither language says much more than the other."""
    zh, en = CHINESE_PATTERN.sub("×", text.text.en), text.text.zh
    ratio = len(zh) / max(1, len(en))
    if text.kind is not Kind.QUOTING and len(en) >= 16 and not SHORTEST_RATIO <= ratio <= LONGEST_RATIO:
        yield f"there are {ratio:.1f} English characters to a Chinese one; look for what is left out"
    if text.kind is Kind.PROSE:
        left, right = len(chinese_sentences(en)), len(english_sentences(text.text.en))
        if abs(left - right) > 1:
            yield f"the Chinese has {left} sentences, the English {right}; look for what is left out"


def check_meaning(text: Text) -> Iterator[str]:
    """Both languages speak of the same: most words that can hardly be said otherwise are in both."""
    found = lost = 0
    small = text.text.en.lower()
    for row in wording_rows():
        here, there = (text.text.zh, text.text.en) if row.language == "zh" else (text.text.en, text.text.zh)
        if row.find(here, small):
            found += 1
            lost += not row.there.search(there)
    fewest, most = (2, 0.7) if text.owner.endswith(NAMING) else (FEWEST + (text.kind is Kind.NAME), MOST_LOST)
    if text.kind is not Kind.QUOTING and lost >= fewest and lost > most * found:
        yield f"of {found} words of the field {lost} are in one language alone; look whether both say the same"


TEXT_CHECKS: dict[str, Callable[[Text], Iterator[str]]] = {
    "text-language": check_languages,
    "text-chinese": check_chinese_setting,
    "text-english": check_english_setting,
    "text-ends": check_ends,
    "text-numbers": check_same_numbers,
    "text-length": check_measure,
    "text-meaning": check_meaning,
}


def check_texts(texts: Iterable[Text], places: str) -> Iterator[Problem]:
    """Yield what is wrong with texts; names of `places` may stand in the English of any."""
    for text in texts:
        yield from check_text(text, places)


@lru_cache(maxsize=16_384)
def check_text(text: Text, places: str) -> tuple[Problem, ...]:
    """Return what is wrong with a text; while editors work, most are as they were when they were last looked at."""
    return tuple(find_faults(text, places))


def find_faults(text: Text, places: str) -> Iterator[Problem]:
    """Yield what is wrong with a text; an address that it names is no English."""
    if "://" in text.text.en:
        own = text.text
        text = text._replace(text=Bilingual(ADDRESS_PATTERN.sub("此处", own.zh), ADDRESS_PATTERN.sub("here", own.en)))
    for rule, check in TEXT_CHECKS.items():
        for message in check(text):
            yield Problem(text.file, 0, rule, f"{text.owner}: {message}")
    known = "" if text.file.endswith("places.yml") else places  # else a place would vouch for itself
    for message in check_words(text.text.en, f"{text.text.zh} {text.around}", known):
        yield Problem(text.file, 0, "text-words", f"{text.owner}: {message}")
