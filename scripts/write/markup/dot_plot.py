"""An indicator's targets → a dot plot: one line a figure, by place and year, as SVG with real text in it.

It takes its colours from the page, so it reads in light, in the dark and in print; the table beside it says the same.
"""

import html
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from scripts.model.vocabulary import Comparator, Language
from scripts.write.markup import markdown as md
from scripts.write.markup.forms import number_in, split_flags
from scripts.write.words.strings import say
from scripts.write.words.values import SHORT_SIZES, SIGNS

WIDTH, ROW, TOP, LEFT, RIGHT = 640, 30, 14, 190, 110
"""In units of the picture: its width, the height of a line, and the margins for names and values."""
NAME, LONGEST_NAME = 16, {Language.ZH: 48, Language.EN: 96}
"""The height of a name above its line, and how many of its characters are drawn: the table has all of it."""
TICKS = 4


@dataclass(frozen=True, slots=True)
class Dot:
    """A figure: whose, its value, how it is written."""

    label: str
    value: Decimal
    written: str
    comparator: Comparator
    is_baseline: bool
    name: str = ""
    """What it measures, where the figures of a picture measure different things."""


def draw_picture(title: str, dots: list[Dot], language: Language) -> str:
    """Return the picture with the words for those who do not see it, and a legend where two kinds of dots need one."""
    listed = "; ".join(f"{dot.label}{': ' if dot.name else ''}{dot.name}: {dot.written}" for dot in dots)
    needs_legend = any(dot.is_baseline for dot in dots)
    legend = f"<figcaption>{say('picture-legend', language)}</figcaption>" if needs_legend else ""
    return f'<figure class="picture">{draw_dots(title, listed, dots, language)}{legend}</figure>'


def write_picture(title: str, dots: list[Dot]) -> str:
    """Return the picture as Markdown: its title, if it has its own, then a figure a line for `read_dots`."""
    return "\n".join([f"/// picture {md.escape(title)}".rstrip(), *map(write_dot, dots), "///"])


def write_dot(dot: Dot) -> str:
    """Return a figure's line, `济南市 2018 | ≥2,000 | 全市微站`; `{=2000}` if the value is not the number written."""
    value = format(dot.value.normalize(), "f")
    flags = [] if number_in(dot.written) == value else [f"={value}"]
    flags += ["baseline"] if dot.is_baseline else []
    written = md.escape(dot.written) + (f" {{{' '.join(flags)}}}" if flags else "")
    return " | ".join(filter(None, (md.escape(dot.label), written, md.escape(dot.name))))


def read_dots(lines: list[str]) -> list[Dot]:
    """Return the figures that lines hold."""
    dots = []
    for line in lines:
        label, written, *name = line.split(" | ")
        words, flags = split_flags(written)
        words, values = html.unescape(words), flags or {}
        comparator = next((key for key, sign in SIGNS.items() if sign and sign in words), Comparator.EQUAL)
        value = Decimal(values.get("data-value") or number_in(words))
        named = html.unescape(name[0]) if name else ""
        dots.append(Dot(html.unescape(label), value, words, comparator, "baseline" in values, named))
    return dots


def draw_dots(title: str, description: str, dots: list[Dot], language: Language) -> str:
    """Return the picture as an `<svg>` element on lines without blanks between, which Markdown leaves alone."""
    low, high = find_range([float(dot.value) for dot in dots])
    row = ROW + (NAME if any(dot.name for dot in dots) else 0)
    height = TOP + row * len(dots) + 34
    parts = [
        f'<svg class="dots" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{md.escape_html(title)}">',
        f"<desc>{md.escape_html(description)}</desc>",
        *draw_axis(low, high, height, language),
    ]
    for index, dot in enumerate(dots):
        parts.append(draw_dot(dot, language, x_of(float(dot.value), low, high), TOP + row * (index + 1) - ROW / 2))
    return "".join([*parts, "</svg>"])


def find_range(values: list[float]) -> tuple[float, float]:
    """Return the ends of the axis: round numbers around the values, never without extent."""
    low, high = min(values), max(values)
    if low >= 0 and (high - low > 0.5 * high or high == low):
        low = 0.0
    step = nice_step((high - low) / TICKS or 1.0)
    start = step * (low // step)
    end = step * -(-high // step)
    return start, end if end > start else start + step


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


def x_of(value: float, low: float, high: float) -> float:
    """Return where a value stands across the picture."""
    return LEFT + (WIDTH - LEFT - RIGHT) * (value - low) / (high - low)


def draw_axis(low: float, high: float, height: int, language: Language) -> Iterator[str]:
    """Yield the grid and its numbers."""
    step = nice_step((high - low) / TICKS)
    value = low
    while value <= high + step / 1000:
        x = x_of(value, low, high)
        yield f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{height - 30}"/>'
        yield f'<text class="tick" x="{x:.1f}" y="{height - 12}" text-anchor="middle">{short(value, language)}</text>'
        value += step


def draw_dot(dot: Dot, language: Language, x: float, y: float) -> str:
    """Return one line: the name, the thread from the axis, the dot, the value. A floor has its arrow to the right."""
    shape = "baseline" if dot.is_baseline else "target"
    arrow = ""
    if dot.comparator in (Comparator.AT_LEAST, Comparator.ABOVE):
        arrow = f'<path class="arrow" d="M{x + 7:.1f} {y - 4:.1f}l6 4-6 4"/>'
    elif dot.comparator in (Comparator.AT_MOST, Comparator.BELOW):
        arrow = f'<path class="arrow" d="M{x - 7:.1f} {y - 4:.1f}l-6 4 6 4"/>'
    longest = LONGEST_NAME[language]
    name = dot.name if len(dot.name) <= longest else dot.name[: longest - 1] + "…"
    measure = f'<text class="measure" x="0" y="{y - 14:.1f}">{md.escape_html(name)}</text>' if name else ""
    label = md.escape_html(dot.label)
    return (
        f'{measure}<text class="name" x="{LEFT - 12}" y="{y + 4:.1f}" text-anchor="end">{label}</text>'
        f'<line class="thread" x1="{LEFT}" x2="{x:.1f}" y1="{y:.1f}" y2="{y:.1f}"/>'
        f'<circle class="{shape}" cx="{x:.1f}" cy="{y:.1f}" r="6"/>{arrow}'
        f'<text class="value" x="{x + 18:.1f}" y="{y + 4:.1f}">{md.escape_html(dot.written)}</text>'
    )


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
