"""Classes of characters that several stages need: Han characters, Chinese punctuation, Traditional → Simplified."""

import re
from functools import cache

import opencc

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f"
CJK_PUNCTUATION = "、。“”‘’《》〈〉〔〕【】「」『』—…·，：；！？（）"
CJK = f"{HAN}{CJK_PUNCTUATION}"
HAN_PATTERN = re.compile(f"[{HAN}]")
HAN_RUN_PATTERN = re.compile(f"[{HAN}]+")
CJK_PATTERN = re.compile(f"[{CJK}]")
# 著力 向著 → 着; not 顯著 著名 名著
PARTICLE_PATTERN = re.compile(r"(?<![显顯卓昭名原专專论論编編译譯巨土])著(?![名作称稱述书書者录錄])")


def simplified_table(text: str) -> dict[str, str]:
    """Return, for each Traditional character of the text, its Simplified form."""
    return dict(simplified_pairs("".join(sorted(set(HAN_PATTERN.findall(text))))))


@cache
def simplified_pairs(characters: str) -> tuple[tuple[str, str], ...]:
    """Return those of the characters that OpenCC's character table changes, with what they become."""
    if not characters:
        return ()
    converted = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return tuple(
        (char, simplified) for char, simplified in zip(characters, converted, strict=True) if char != simplified
    )
