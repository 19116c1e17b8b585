"""Words of a policy → the same with other figures and another place, by seed; the English follows its Chinese."""

import random
import re
from decimal import Decimal

# 97%, 5000亿, 1.86万亩; not: 2018年, 100%, 3个
NUMBER_PATTERN = re.compile(r"(?<![\d.])(?!100(?!\d))\d{2,}(?:\.\d+)?(?=[%％个個家项項件万萬亿億元户戶名座])")
ENGLISH_NUMBER_PATTERN = re.compile(r"(?<![\d.,])\d+(?:,\d{3})*(?:\.\d+)?(?!\d)")
# 济南的企业; not: 济南市, 《济南…》
PLACE_PATTERN = re.compile("(?:济南|濟南|烟台|煙台|杭州|吉林|游仙)(?![市省区區煤])(?![^《》\n]*》)")
ENGLISH_PLACE_PATTERN = re.compile(r"\b(?:Jinan|Yantai|Hangzhou|Jilin|Youxian)\b(?! (?:Munic|Prov|Distr|City|People))")
CHARACTERS = {"清": "Qing", "平": "Ping", "安": "An", "河": "He", "江": "Jiang", "山": "Shan", "石": "Shi", "林": "Lin"}
"""What places are called that are nowhere, with the sounds; each is written alike in both scripts."""


class Variation:
    """One way to change every text of a policy: what stands alike in two places stays alike."""

    def __init__(self, seed: str) -> None:
        self.seed = seed
        first, second = random.Random(f"{seed} place").sample(sorted(CHARACTERS), 2)
        self.place, self.place_en = first + second, CHARACTERS[first] + CHARACTERS[second].lower()

    def number(self, token: str) -> str:
        """Return another number with as many digits, or now and then the same."""
        dice = random.Random(f"{self.seed} {token}")
        index = max((i for i, digit in enumerate(token) if digit in "123456789"), default=None)
        if index is None or dice.random() < 0.2:
            return token
        digit = dice.choice([digit for digit in "123456789" if digit != token[index]])
        return token[:index] + digit + token[index + 1 :]

    def text(self, text: str) -> str:
        """Return Chinese words changed, in either script, as received or clean."""
        return PLACE_PATTERN.sub(self.place, NUMBER_PATTERN.sub(lambda match: self.number(match[0]), text))

    def english(self, english: str, chinese: str) -> str:
        """Return the English of Chinese words that were changed, changed likewise."""
        known = {match[0]: self.number(match[0]) for match in NUMBER_PATTERN.finditer(chinese)}
        english = ENGLISH_NUMBER_PATTERN.sub(lambda match: replace_number(match[0], known), english)
        return ENGLISH_PLACE_PATTERN.sub(self.place_en, english) if PLACE_PATTERN.search(chinese) else english

    def value(self, value: str, quote: str) -> str:
        """Return the value of a figure whose quotation was changed: 5000亿 is 500000000000."""
        for match in NUMBER_PATTERN.finditer(quote):
            factor = Decimal(value) / Decimal(match[0])
            if factor in (1, 10**4, 10**8, 10**12):
                return f"{(Decimal(self.number(match[0])) * factor).normalize():f}"
        return value


def replace_number(token: str, known: dict[str, str]) -> str:
    """Return the number that takes the place of this one, its thousands set apart as before."""
    new = known.get(token.replace(",", ""))
    if new is None:
        return token
    return f"{Decimal(new):,}" if "," in token else new
