"""The words of the archive → how characters are read, for queries in pinyin and characters mistyped by sound."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from scripts.text.pinyin import readings, spell

LEVEL_TWO = b"\xd8"
"""From this byte on GB 2312 has the rarer characters, which readers do not type by mistake."""


SECOND_READINGS = {
    "强": "qiang",
    "长": "zhang",
    "行": "hang",
    "重": "chong",
    "调": "diao",
    "率": "lv",
    "度": "duo",
    "还": "huan",
    "会": "kuai",
    "给": "ji",
    "系": "ji",
    "参": "shen",
    "藏": "zang",
    "单": "shan",
    "都": "dou",
    "乐": "yue",
    "识": "zhi",
    "属": "zhu",
    "畜": "chu",
    "薄": "bo",
    "盛": "cheng",
    "露": "lou",
    "模": "mu",
    "拓": "ta",
    "朝": "zhao",
    "劲": "jing",
    "觉": "jiao",
    "降": "xiang",
    "校": "jiao",
    "解": "xie",
    "角": "jue",
    "差": "chai",
    "传": "zhuan",
    "弹": "dan",
    "便": "pian",
    "曾": "ceng",
    "车": "ju",
    "大": "dai",
    "厦": "sha",
    "暴": "pu",
    "核": "hu",
    "说": "shui",
}
"""How characters are read too, beside their usual reading."""


def make_sounds(words: Collection[str], names: Iterable[str]) -> list[str]:
    """Return four texts: syllables with characters; words that are read otherwise; second readings; names.

    >>> make_sounds(["银行"], ["质量强市"])[1::2]
    ['银行 yin hang', '质量强市']
    """
    names = set(names) - set(words)
    words = sorted({*words, *names})
    known = readings()
    syllables: dict[str, list[str]] = defaultdict(list)
    for char in sorted({*filter(is_frequent, known), *(char for word in words for char in word if char in known)}):
        syllables[known[char]].append(char)
    plain = {word: " ".join(known.get(char, char) for char in word) for word in words}
    otherwise = [f"{word} {spell(word)}" for word in words if read_otherwise(word, plain[word])]
    return [
        ",".join(f"{syllable} {''.join(chars)}" for syllable, chars in sorted(syllables.items())),
        ",".join(otherwise),
        ",".join(f"{char} {reading}" for char, reading in SECOND_READINGS.items() if known.get(char) != reading),
        " ".join(sorted(names)),
    ]


def read_otherwise(word: str, plain: str) -> bool:
    """Whether a word of characters alone has another reading than its characters by themselves."""
    return (
        word.isalpha() and not word.isascii() and spell(word) != plain.lower() and len(spell(word).split()) == len(word)
    )


def is_frequent(char: str) -> bool:
    """Whether a character is among the 3,755 that come first in GB 2312."""
    return char.encode("gb2312", "ignore")[:1] < LEVEL_TWO
