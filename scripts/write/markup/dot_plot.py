"""An indicator's figures of several places → a dot plot: a line a figure, grouped by place, the highest place first.

Names, title, unit, source and legend are words of the page, so that they wrap on a phone, grow with the reader's type
and are read aloud; only what has a scale is SVG, one for each line, in which places across are percentages and sizes of
type are the page's. A script (docs/assets/javascripts/page/pictures.js) makes of it a picture to take away.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.model.languages import LANGUAGES
from scripts.model.vocabulary import Comparator, Language, TargetKind
from scripts.write.markup.markdown import attributes, escape_html
from scripts.write.markup.picture_lines import Dot, Picture
from scripts.write.words.comparison import compare, place_order, spelled
from scripts.write.words.strings import TARGET_KINDS, pick, say
from scripts.write.words.values import SHORT_SIZES

TICKS = 4
PERCENT, WHOLE, CUT = "%", 100.0, 50.0
"""Shares that are all above the last stand on an axis that ends at the whole and need not begin at zero."""
RIGHTWARD, LEFTWARD = "M8 0h9m-4-4 4 4-4 4", "M-8 0h-9m4-4-4 4 4 4"
ARROWS = {
    Comparator.AT_LEAST: RIGHTWARD,
    Comparator.ABOVE: RIGHTWARD,
    Comparator.AT_MOST: LEFTWARD,
    Comparator.BELOW: LEFTWARD,
}
"""From a dot, where what is promised reaches beyond it."""
SIGN_WORDS = {
    Comparator.AT_LEAST: "sign-at-least",
    Comparator.ABOVE: "sign-above",
    Comparator.AT_MOST: "sign-at-most",
    Comparator.BELOW: "sign-below",
    Comparator.ABOUT: "sign-about",
}
"""What a legend says of a sign, by the key of its words."""
CIRCLE, DIAMOND = "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z", "M0-7 7 0 0 7-7 0z"
SHORT = 5
"""Values of such a width, a Latin sign being 1 and a Chinese one 2, leave more of the room to the scale."""
BESIDE, BEYOND = 12, 23
"""How far from a dot its value stands: without an arrow to the right, and with one."""


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis."""

    low: float
    high: float
    step: float

    def across(self, value: float) -> str:
        """Return where a value stands, as a percentage of the width."""
        return f"{100 * (value - self.low) / (self.high - self.low):.2f}".rstrip("0").rstrip(".") + "%"

    def ticks(self) -> Iterator[float]:
        """Yield the values that have a line."""
        count = round((self.high - self.low) / self.step)
        yield from (self.low + self.step * number for number in range(count + 1))


def draw_picture(picture: Picture, language: Language) -> str:
    """Return the picture as a `<figure>`, on one line, which Markdown leaves alone."""
    dots = place_order(picture.dots)
    scale = find_scale([float(dot.value) for dot in dots], picture.unit)
    unit = say("picture-unit", language, unit=picture.unit) if picture.unit else ""
    caption = (("title", picture.title), ("unit", unit), ("said", compare(dots, language)))
    classes = "picture picture-short" if all(width_of(dot.written) <= SHORT for dot in dots) else "picture"
    spans = " ".join(f'<span class="picture-{key}">{escape_html(words)}</span>' for key, words in caption if words)
    return "".join(
        [
            f'<figure class="{classes}"><figcaption>{spans}</figcaption>',
            draw_choice(picture, language),
            f'<ul class="picture-rows">{"".join(draw_row(dot, scale, language) for dot in dots)}</ul>',
            draw_axis(scale, picture.unit, language),
            draw_legend(dots, language),
            *(f'<p class="picture-source">{escape_html(words)}</p>' for words in sources_of(picture, language)),
            "</figure>",
        ]
    )


def width_of(words: str) -> int:
    """Return the width of words, a Latin sign being 1 and a Chinese one 2.

    >>> width_of("≥98%"), width_of("51家")
    (5, 4)
    """
    return sum(1 if char.isascii() else 2 for char in words)


def sources_of(picture: Picture, language: Language) -> Iterator[str]:
    """Yield the line of sources, where they are named."""
    if picture.sources:
        yield say("picture-source", language, sources=LANGUAGES[language].semicolon.join(picture.sources))


def draw_choice(picture: Picture, language: Language) -> str:
    """Return the form in which readers choose places, those without a figure marked; it needs a script."""
    shown = {dot.policy for dot in picture.dots}
    boxes = []
    for policy, name in picture.places:
        state = " checked" if policy in shown else attributes({"data_none": say("picture-none", language)})
        field = f'<input type="checkbox" name="places" value="{policy}"{state}>'
        boxes.append(f"<label>{field} {escape_html(name)}</label>")
    legend = escape_html(say("picture-places", language))
    fields = f"<fieldset><legend>{legend}</legend>{''.join(boxes)}</fieldset>"
    return f'<form class="picture-places not-on-paper">{fields}</form>' if boxes else ""


def draw_row(dot: Dot, scale: Scale, language: Language) -> str:
    """Return a figure's line: place, year and what is measured, then the dot on its scale with its value."""
    ticks = "".join(f'<line x1="{x}" x2="{x}" y1="0" y2="100%"/>' for x in map(scale.across, scale.ticks()))
    arrow = ARROWS.get(dot.comparator, "")
    beside = BEYOND if arrow == RIGHTWARD else BESIDE
    value = f'<text x="{beside}" dy=".35em">{escape_html(dot.written)}</text>'
    sign = draw_sign(dot, DIAMOND if dot.is_change else CIRCLE, arrow, scale.across(float(dot.value)), value)
    said = attributes({"classes": "picture-track", "role": "img", "aria_label": spelled(dot.written, language)})
    words = f'<b>{escape_html(dot.place)}</b> <span class="picture-year">{escape_html(dot.year)}</span>'
    if dot.name:
        words += f' <span class="picture-measure">{escape_html(dot.name)}</span>'
    row = f'<span class="picture-name">{words}</span><svg{said}>{ticks}{sign}</svg>'
    return f'<li class="picture-row" data-place="{dot.policy}">{row}</li>'


def draw_sign(dot: Dot | None, shape: str, arrow: str, x: str, value: str = "") -> str:
    """Return a sign at a place across: its shape, its arrow, and its value beside it."""
    paths = (f'<path d="{shape}"/>' if shape else "") + (f'<path class="arrow" d="{arrow}"/>' if arrow else "")
    classes = "baseline" if dot and dot.is_baseline else "target"
    return f'<svg class="{classes}" x="{x}" y="50%" overflow="visible">{paths}{value}</svg>'


def draw_axis(scale: Scale, unit: str, language: Language) -> str:
    """Return the numbers under the lines, and in words that they do not begin at zero, where they do not."""
    sign = unit if unit == PERCENT else ""
    texts = [
        f'<text x="{scale.across(value)}" y="1em" text-anchor="middle">{short(value, language)}{sign}</text>'
        for value in scale.ticks()
    ]
    note = say("picture-cut", language, start=short(scale.low, language) + sign) if scale.low else ""
    numbers = f'<svg class="picture-track" aria-hidden="true">{"".join(texts)}</svg>'
    return f'<div class="picture-axis"><span class="picture-cut">{escape_html(note)}</span>{numbers}</div>'


def draw_legend(dots: list[Dot], language: Language) -> str:
    """Return what the signs mean that are used; nothing where none needs a word."""
    items = []
    for words, sample in signs_of(dots, language):
        picture = f'<svg class="picture-sign" aria-hidden="true">{sample}</svg>' if sample else ""
        items.append(f"<li>{picture}{escape_html(words)}</li>")
    return f'<ul class="picture-legend">{"".join(items)}</ul>' if items else ""


def signs_of(dots: list[Dot], language: Language) -> Iterator[tuple[str, str]]:
    """Yield every sign that needs words: these, and the sign as drawn, where it is."""
    reached = next((dot for dot in dots if dot.is_baseline), None)
    if reached:
        if not all(dot.is_baseline for dot in dots):
            yield pick(TARGET_KINDS[TargetKind.TARGET], language), draw_sign(None, CIRCLE, "", "50%")
        yield say("sign-baseline", language), draw_sign(reached, CIRCLE, "", "50%")
    if any(dot.is_change for dot in dots):
        yield say("sign-change", language), draw_sign(None, DIAMOND, "", "50%")
    for comparator, key in SIGN_WORDS.items():
        if any(dot.comparator is comparator for dot in dots):
            arrow = ARROWS.get(comparator, "")
            sign = draw_sign(None, "", arrow, "0" if arrow == RIGHTWARD else "100%") if arrow else ""
            yield say(key, language), sign


def find_scale(values: list[float], unit: str) -> Scale:
    """Return the axis: from zero to a round number; of shares near the whole from a round number to the whole.

    >>> find_scale([97.0, 98.0], "%")
    Scale(low=90.0, high=100.0, step=5.0)
    >>> find_scale([36.0, 4.0], "家")
    Scale(low=0.0, high=40.0, step=10.0)
    """
    low, high = min(0.0, *values), max(values)
    if unit == PERCENT and high <= WHOLE:
        high = WHOLE if high > CUT else high
        low = 10.0 * ((min(values) - 1) // 10) if CUT < min(values) < WHOLE else 0.0
    step = nice_step((high - low) / TICKS or 1.0)
    start, end = step * (low // step), step * -(-high // step)
    return Scale(start, end if end > start else start + step, step)


def nice_step(rough: float) -> float:
    """Return the next round number: 1, 2 or 5 times a power of ten.

    >>> nice_step(0.7), nice_step(13.0)
    (1.0, 20.0)
    """
    power = 1.0
    while power < rough:
        power *= 10
    while power > rough:
        power /= 10
    return next(power * factor for factor in (1.0, 2.0, 5.0, 10.0) if power * factor >= rough)


def short(value: float, language: Language) -> str:
    """Return a number of the axis in few characters.

    >>> short(20000000000.0, Language.ZH), short(20000000000.0, Language.EN), short(97.5, Language.ZH)
    ('200亿', '20bn', '97.5')
    """
    rounded = round(value, 6)
    for size, name in SHORT_SIZES[language]:
        if abs(rounded) >= size:
            return f"{rounded / size:g}{name}"
    return f"{rounded:g}"
