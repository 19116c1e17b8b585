"""How English is set, by `marks.tsv`: its own marks, single blanks, capitals, articles; nothing left from drafting."""

import re
from collections.abc import Iterator
from functools import cache

from scripts.check.english.tables import read_table
from scripts.text.characters import HAN

# what stands in a Chinese quotation is Chinese: 控、治、修
CHINESE_PATTERN = re.compile(
    f"[“‘《（，、；。…]*[{HAN}](?:[{HAN}、，。；：…·“”‘’《》〈〉（）]|(?<=[{HAN}])[+A-Za-z0-9%—-]+(?=[{HAN}]))*"
)
STAND_IN = "×"
"""What stands for Chinese while English is looked at."""


@cache
def mark_rows() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the patterns of the table with what is wrong with what they find."""
    return tuple((re.compile(pattern), message) for pattern, message in read_table("marks.tsv"))


def check_setting(english: str) -> Iterator[str]:
    """Yield what is wrong with how an English text is set."""
    text = CHINESE_PATTERN.sub(STAND_IN, english)
    for pattern, message in mark_rows():
        match = pattern.search(text)
        if match:
            around = text[max(0, match.start() - 12) : match.end() + 12]
            yield f"{match[0]!r} in “{around}” {message}"
