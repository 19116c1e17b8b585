"""A title, its place and its day → a PNG of 1200 × 630 pixels, the size that messengers and search engines ask for.

The letters come from fonts of our own (fonts/), which hold the characters of the present titles and few others; so no
font of the machine is asked, and the same words are the same bytes. `make card-fonts` makes them anew.
"""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from scripts.model.languages import LANGUAGES
from scripts.model.vocabulary import Language
from scripts.write.cards.lines import break_lines

FONTS = Path(__file__).parent / "fonts"
WIDTH, HEIGHT = 1200, 630
MARGIN, BAND = 90, 24
PAPER, INK, QUIET, RED = "#fbf8f3", "#1f1b18", "#6b625a", "#8c2820"
TOP, BOTTOM = 140, 462
"""Between these the title stands."""
RULE = 478
SIZES = (78, 66, 58, 50, 44, 38)
"""The sizes of a title; the largest that fits is taken."""
SMALL = 34
LEADING = 1.3
SHADES = 16
"""So many colours are enough for letters with smooth edges, and make the file a third as large."""
ABSENT = "\uffff"


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says."""

    above: str
    title: str
    left: str
    right: str
    language: Language
    """That of its words."""


@cache
def font_of(language: Language, size: int) -> ImageFont.FreeTypeFont:
    """Return the font of a language; laid out simply, for the other way asks for a library of the machine."""
    return ImageFont.truetype(FONTS / f"{language}.ttf", size, layout_engine=ImageFont.Layout.BASIC)


@cache
def has_glyph(character: str, language: Language) -> bool:
    """Whether the font of a language can draw a character."""
    font = font_of(language, SMALL)
    return character.isspace() or bytes(font.getmask(character)) != bytes(font.getmask(ABSENT))


def missing(card: Card) -> str:
    """Return the characters of a card that its font lacks."""
    words = f"{card.above}{card.title}{card.left}{card.right}"
    return "".join(sorted({char for char in words if not has_glyph(char, card.language)}))


def draw_card(card: Card) -> bytes:
    """Return the picture."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, BAND, HEIGHT), fill=RED)
    small = font_of(card.language, SMALL)
    draw.text((MARGIN, MARGIN), card.above, font=small, fill=QUIET, anchor="lt")
    draw_title(draw, card)
    draw.line((MARGIN, RULE, WIDTH - MARGIN, RULE), fill="#d9d0c5", width=2)
    draw.text((MARGIN, HEIGHT - MARGIN), card.left, font=small, fill=QUIET, anchor="ls")
    draw.text((WIDTH - MARGIN, HEIGHT - MARGIN), card.right, font=small, fill=RED, anchor="rs")
    stream = BytesIO()
    image.quantize(SHADES, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(stream, "PNG")
    return stream.getvalue()


def draw_title(draw: ImageDraw.ImageDraw, card: Card) -> None:
    """Draw the title in the middle, as large as it fits."""
    by_words = bool(LANGUAGES[card.language].word_space)
    for size in SIZES:
        font = font_of(card.language, size)
        lines = break_lines(card.title, WIDTH - 2 * MARGIN, font.getlength, by_words=by_words)
        step = round(size * LEADING)
        if step * len(lines) <= BOTTOM - TOP:
            break
    top = (TOP + BOTTOM - step * len(lines)) // 2
    for number, line in enumerate(lines):
        draw.text((MARGIN, top + number * step), line, font=font, fill=INK, anchor="la")
