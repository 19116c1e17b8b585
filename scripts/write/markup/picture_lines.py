"""Figures to be compared ↔ the fence in Markdown that lists them, a figure a line; `dot_plot.py` draws them.

First stand `unit: %`, `source: …` for each policy, and `places: jinan-2018 济南市; …` for readers to choose; then for
each figure `jinan-2018 | 济南市 | 2020年 | ≥97% | 抽检合格率`.
"""

import html
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from scripts.model.vocabulary import Comparator
from scripts.write.markup.forms import number_in, split_flags
from scripts.write.markup.markdown import escape
from scripts.write.words.values import SIGNS


@dataclass(frozen=True, slots=True)
class Dot:
    """A figure: of which policy and place, its year as readers see it, its value, how it is written."""

    policy: str
    place: str
    year: str
    value: Decimal
    written: str
    comparator: Comparator
    is_baseline: bool = False
    is_change: bool = False
    """Whether it is an addition or a rate of change, and no total."""
    name: str = ""
    """What it measures."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Figures to be compared, and what is said around them."""

    title: str
    """Empty where that is the page's."""
    unit: str
    dots: list[Dot]
    sources: list[str] = field(default_factory=list)
    places: list[tuple[str, str]] = field(default_factory=list)
    """Id and place of every policy that readers may choose; empty where they may not."""


def write_picture(picture: Picture) -> str:
    """Return a picture as Markdown."""
    places = "; ".join(f"{policy} {escape(name)}" for policy, name in picture.places)
    return "\n".join(
        [
            f"/// picture {escape(picture.title)}".rstrip(),
            *([f"unit: {escape(picture.unit)}"] if picture.unit else []),
            *(f"source: {escape(source)}" for source in picture.sources),
            *([f"places: {places}"] if places else []),
            *map(write_dot, picture.dots),
            "///",
        ]
    )


def write_dot(dot: Dot) -> str:
    """Return a figure's line; `{=2000}` follows where the value is not the number written."""
    value = format(dot.value.normalize(), "f")
    flags = [] if number_in(dot.written) == value else [f"={value}"]
    flags += [name for name, is_so in (("baseline", dot.is_baseline), ("change", dot.is_change)) if is_so]
    written = escape(dot.written) + (f" {{{' '.join(flags)}}}" if flags else "")
    return " | ".join([dot.policy, escape(dot.place), dot.year, written, escape(dot.name)]).removesuffix(" | ")


def read_picture(title: str, lines: Iterable[str]) -> Picture:
    """Return the picture that lines hold."""
    picture = Picture(title, "", [])
    unit = ""
    for line in lines:
        key, mark, words = line.partition(": ")
        if mark and key == "unit":
            unit = html.unescape(words)
        elif mark and key == "source":
            picture.sources.append(html.unescape(words))
        elif mark and key == "places":
            pairs = (entry.partition(" ") for entry in words.split("; "))
            picture.places.extend((policy, html.unescape(name)) for policy, _, name in pairs)
        else:
            picture.dots.append(read_dot(line))
    return Picture(title, unit, picture.dots, picture.sources, picture.places)


def read_dot(line: str) -> Dot:
    """Return the figure that a line holds."""
    policy, place, year, written, *name = line.split(" | ")
    words, flags = split_flags(written)
    words, values = html.unescape(words), flags or {}
    comparator = next((key for key, sign in SIGNS.items() if sign and sign in words), Comparator.EQUAL)
    value = Decimal(values.get("data-value") or number_in(words))
    marks = ("baseline" in values, "change" in values)
    return Dot(policy, html.unescape(place), year, value, words, comparator, *marks, html.unescape("".join(name)))
