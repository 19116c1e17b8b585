"""The queries, a hundred of each kind, seeded, taken from the five texts; and which sections a result must be of."""

import logging
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import jieba
import opencc

from scripts.model.policy import Bilingual
from scripts.model.vocabulary import Language
from tests.bench_search.corpora import Archive, units
from tests.bench_search.truth import SENTENCE_PATTERN, exact_pattern, plain, small

TO_TRADITIONAL = opencc.OpenCC("s2t")
HAN_PATTERN = re.compile(r"[\u4e00-\u9fff]+")
PHRASE_PATTERN = re.compile(r"(?<![\u4e00-\u9fffA-Za-z0-9])[\u4e00-\u9fff]{4,8}(?![\u4e00-\u9fffA-Za-z0-9])")
WORD_PATTERN = re.compile(r"(?<![\w'-])[a-z]{4,}(?![\w'-])")
ROW_PATTERN = re.compile(r"(?<![\w'-])[a-z]{3,}(?: [a-z]{3,}){1,2}(?![\w'-])")
ZH, EN = Language.ZH, Language.EN


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, and what a section must hold to be right."""

    text: str
    page: Language
    """The page on which it is typed."""
    chinese: tuple[str, ...] = ()
    """All of these stand in its Chinese, as `truth.plain` has it."""
    english: str = ""
    """These words stand in its English."""
    is_phrase: bool = False
    """To be quoted, where that means something."""
    shown: Language | None = None
    """The language that the result must be in."""


Maker = Callable[[Archive, random.Random, int], list[Query]]


def phrases(archive: Archive, chance: random.Random, count: int) -> list[Query]:
    """Half of them terms of the glossary, half pieces between punctuation, of 4 to 8 characters."""
    texts = [text.zh for text in all_units(archive)]
    together = "\n".join(map(plain, texts))
    terms = [t.zh for t in archive.lookup.archive.glossary.terms.values()]
    terms = [zh for zh in terms if re.fullmatch(r"[\u4e00-\u9fff]{4,8}", zh) and zh in together]
    pieces = {match[0] for text in texts for match in PHRASE_PATTERN.finditer(text)} - set(terms)
    half = min(count // 2, len(terms))
    chosen = [*chance.sample(sorted(terms), half), *chance.sample(sorted(pieces), count - half)]
    chance.shuffle(chosen)
    return [Query(text, ZH, (plain(text),)) for text in chosen]


def strings(archive: Archive, chance: random.Random, count: int) -> list[Query]:
    """Strings of 2 to 4 Han characters from anywhere."""
    runs = [run for text in all_units(archive) for run in HAN_PATTERN.findall(text.zh) if len(run) >= 4]
    weights = [len(run) for run in runs]
    chosen: dict[str, None] = {}
    while len(chosen) < count:
        run, length = chance.choices(runs, weights)[0], chance.randint(2, 4)
        start = chance.randint(0, len(run) - length)
        chosen[run[start : start + length]] = None
    return [Query(text, ZH, (plain(text),)) for text in chosen]


def two_terms(archive: Archive, chance: random.Random, count: int) -> list[Query]:
    """Two words of a section, of 2 to 4 characters, with a space between."""
    sections = [section for policy in archive.policies for section in policy.sections if section.passages]
    chosen: dict[tuple[str, str], None] = {}
    while len(chosen) < count:
        text = "\n".join(unit.zh for unit in units(chance.choice(sections)))
        words = sorted({word for word in jieba.cut(text) if re.fullmatch(r"[\u4e00-\u9fff]{2,4}", word)})
        if len(words) >= 2:
            one, other = chance.sample(words, 2)
            chosen[one, other] = None
    return [Query(f"{one} {other}", ZH, (plain(one), plain(other))) for one, other in chosen]


def traditional(archive: Archive, chance: random.Random, count: int) -> list[Query]:
    """The phrases in Traditional characters."""
    return [Query(TO_TRADITIONAL.convert(query.text), ZH, query.chinese) for query in phrases(archive, chance, count)]


def english_words(archive: Archive, chance: random.Random, count: int) -> list[Query]:
    """Words of four and more letters."""
    texts = [small(text.en) for text in all_units(archive)]
    words = sorted({word for text in texts for word in WORD_PATTERN.findall(text)})
    return [Query(word, EN, english=word) for word in chance.sample(words, count)]


def english_phrases(archive: Archive, chance: random.Random, count: int) -> list[Query]:
    """Two or three words that stand one after the other."""
    texts = [text.en for text in all_units(archive)]
    rows = sorted({match[0] for text in texts for match in ROW_PATTERN.finditer(text)})
    return [Query(row, EN, english=row, is_phrase=True) for row in chance.sample(rows, count)]


def term_pairs(archive: Archive, chance: random.Random, count: int) -> list[tuple[str, str]]:
    """Terms of the glossary that stand in the Chinese, and their English in the English."""
    zh = "\n".join(plain(text.zh) for text in all_units(archive))
    en = "\n".join(SENTENCE_PATTERN.sub("\n", small(text.en)) for text in all_units(archive))
    pairs = [(term.zh, term.en) for term in archive.lookup.archive.glossary.terms.values()]
    pairs = [pair for pair in pairs if plain(pair[0]) in zh and exact_pattern(small(pair[1])).search(en)]
    return chance.sample(pairs, min(count, len(pairs)))


def english_for_chinese(archive: Archive, chance: random.Random, count: int) -> list[Query]:
    """A term in English; right is a section whose Chinese has the term."""
    return [Query(en, EN, (plain(zh),)) for zh, en in term_pairs(archive, chance, count)]


def chinese_for_english(archive: Archive, chance: random.Random, count: int) -> list[Query]:
    """A term in Chinese; right is a section whose English has its English."""
    return [Query(zh, ZH, english=small(en)) for zh, en in term_pairs(archive, chance, count)]


def english_on_chinese_page(archive: Archive, chance: random.Random, count: int) -> list[Query]:
    """The same on a Chinese page, where the result must be Chinese."""
    pairs = term_pairs(archive, chance, count)
    return [Query(en, ZH, (plain(zh),), shown=ZH) for zh, en in pairs]


def chinese_on_english_page(archive: Archive, chance: random.Random, count: int) -> list[Query]:
    """The same on an English page, where the result must be English."""
    pairs = term_pairs(archive, chance, count)
    return [Query(zh, EN, english=small(en), shown=EN) for zh, en in pairs]


SETS: tuple[tuple[str, str, Maker], ...] = (
    ("phrases", "phrases", phrases),
    ("strings of 2–4 characters", "strings", strings),
    ("two terms", "two terms", two_terms),
    ("phrases in Traditional", "phrases", traditional),
    ("English words", "words", english_words),
    ("English phrases", "rows", english_phrases),
    ("English term → its Chinese", "terms", english_for_chinese),
    ("Chinese term → its English", "terms", chinese_for_english),
    ("English term, shown in Chinese", "terms", english_on_chinese_page),
    ("Chinese term, shown in English", "terms", chinese_on_english_page),
)
"""Name, what the seed is told (those told the same choose the same), and maker."""


def make_sets(archive: Archive, seed: int, count: int) -> dict[str, list[Query]]:
    """Return the queries of each set."""
    jieba.setLogLevel(logging.WARNING)
    return {name: maker(archive, random.Random(f"{seed}-{key}"), count) for name, key, maker in SETS}


def all_units(archive: Archive) -> Iterator[Bilingual]:
    """Yield every title and passage of the five texts."""
    for policy in archive.policies:
        for section in policy.sections:
            yield from units(section)
