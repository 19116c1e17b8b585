"""A font of symbols and a place in it → the character that it draws: F0FE of Wingdings → ☑.

Of the fonts only those are here that documents of offices use, and of these what stands in them: boxes to tick, marks,
circled figures, arrows, the Greek and the operators of Symbol. Anything else is not guessed.
"""

import re

# a character of the private range, to which only its font gives a meaning
PRIVATE_PATTERN = re.compile("[\ue000-\uf8ff]")
PRIVATE_SYMBOLS = 0xF000
"""Where in that range the fonts of symbols have theirs."""
SYMBOL_FONTS = ("wingdings", "webdings", "symbol")
OTHER_FONTS = ("segoe ui symbol", "apple symbols", "noto sans symbols", "cambria math")
"""Their names sound alike, and their characters are those of Unicode."""

WINGDINGS = {
    0x22: "✂",
    0x28: "☎",
    0x29: "✆",
    0x2A: "✉",
    0x32: "🗎",
    0x36: "⌛",
    0x3F: "✍",
    0x46: "☞",
    0x4A: "☺",
    0x6C: "●",
    0x6D: "❍",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x72: "❒",
    0x74: "⧫",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    0x78: "⌧",
    0x80: "⓪",
    0x8B: "⓿",
    0x9E: "·",
    0x9F: "•",
    0xA1: "○",
    0xA4: "◉",
    0xA7: "▪",
    0xA8: "□",
    0xAA: "✦",
    0xAB: "★",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xEF: "⇦",
    0xF0: "⇨",
    0xF1: "⇧",
    0xF2: "⇩",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
    **{0x81 + place: chr(0x2460 + place) for place in range(10)},
    **{0x8C + place: chr(0x2776 + place) for place in range(10)},
}
WINGDINGS_2 = {
    0x4F: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☑",
    0x53: "☒",
    0x54: "☒",
    0x69: "⓪",
    0x96: "●",
    0x97: "●",
    0x98: "●",
    0x99: "○",
    0xA2: "■",
    0xA3: "□",
    0xA4: "□",
    **{0x6A + place: chr(0x2460 + place) for place in range(10)},
    **{0x75 + place: chr(0x2776 + place) for place in range(10)},
}
WEBDINGS = {0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗"}
GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
OPERATORS = "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"
SYMBOL = {
    **{0x41 + place: char for place, char in enumerate(GREEK[0])},
    **{0x61 + place: char for place, char in enumerate(GREEK[1])},
    **{0xA1 + place: char for place, char in enumerate(OPERATORS)},
    **{code: chr(code) for code in range(0x20, 0x40)},
    0x22: "∀",
    0x24: "∃",
    0x27: "∋",
    0x2A: "∗",
    0x2D: "−",
    0x40: "≅",
    0x7E: "∼",
    0xB4: "×",
    0xC7: "∩",
    0xC8: "∪",
    0xCE: "∈",
    0xD0: "∠",
    0xD1: "∇",
    0xD5: "∏",
    0xD6: "√",
    0xD7: "⋅",
    0xDE: "⇒",
    0xE5: "∑",
    0xF2: "∫",
}
TABLES = {"wingdings": WINGDINGS, "wingdings 2": WINGDINGS_2, "webdings": WEBDINGS, "symbol": SYMBOL}


def is_symbol_font(name: str) -> bool:
    """Whether the characters of a font, by its name in lower case, are drawings and no letters."""
    return any(font in name for font in SYMBOL_FONTS) and not any(font in name for font in OTHER_FONTS)


def is_private(char: str) -> bool:
    """Whether a character is one to which only its font gives a meaning."""
    return PRIVATE_PATTERN.match(char) is not None


def read_symbol(font: str, code: int) -> str | None:
    """Return the character that a font draws at a place, None where that is not known.

    >>> read_symbol("Wingdings", 0xF0FE), read_symbol("Wingdings 2", 0xA3), read_symbol("HYShortSamul", 0xF041)
    ('☑', '□', None)
    """
    table = TABLES.get(font.strip().lower())
    if table is not None:
        return table.get(code & 0xFF if code >= PRIVATE_SYMBOLS else code)
    char = chr(code) if 0 < code <= 0xFFFF else ""
    return char if char.isprintable() and char and not is_private(char) else None
