"""Figures → what readers see: 不低于97%, 350亿元; at least 97%, RMB 35 billion."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from scripts.model.archive import Target
from scripts.model.vocabulary import Change, Comparator, Language

SIGNS = {
    Comparator.AT_LEAST: "≥",
    Comparator.AT_MOST: "≤",
    Comparator.EQUAL: "",
    Comparator.ABOVE: ">",
    Comparator.BELOW: "<",
    Comparator.ABOUT: "≈",
}
RATES = ("%", "个百分点")
"""Units of which a change is a growth or a fall; of others there are more or fewer."""
SMALL_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ENGLISH_UNITS = {
    "%": "{}%",
    "元": "RMB {}",
    "亩": "{} mu",
    "平方米": "{} m²",
    "平方公里": "{} km²",
    "公顷": "{} ha",
    "公里": "{} km",
    "千米": "{} km",
    "米": "{} m",
    "厘米": "{} cm",
    "毫米": "{} mm",
    "立方米": "{} m³",
    "立方米/秒": "{} m³/s",
    "吨": "{} t",
    "吨标准煤": "{} t of standard coal",
    "公斤": "{} kg",
    "千克": "{} kg",
    "斤": "{} jin",
    "毫克/升": "{} mg/L",
    "美元": "US$ {}",
    "千瓦时": "{} kWh",
    "标准箱": "{} TEU",
    "标箱": "{} TEU",
    "小时": "{} hours",
    "个小时": "{} hours",
    "天": "{} days",
    "工作日": "{} working days",
    "个工作日": "{} working days",
    "倍": "{} times",
    "千瓦": "{} kW",
    "分": "{} points",
    "个百分点": "{} percentage points",
    "元/亩": "{} RMB per mu",
    "元/人·年": "{} RMB per person and year",
    "微克/立方米": "{} µg/m³",
    "分钟": "{} minutes",
    "次": "{} times",
    "居民": "{} residents",
    "人次": "{} visits",
    "∶1": "{}:1",
}
"""A value with its unit in English; a unit that only counts (个, 家, 项) is left out there."""


def plain(value: Decimal) -> str:
    """Return a number without an exponent and without zeros at its end."""
    return format(value.normalize(), "f")


@dataclass(frozen=True, slots=True)
class Style:
    """How a language writes figures."""

    sizes: tuple[tuple[int, str], ...]
    """The large numbers that have a name, the largest first."""
    write_small: Callable[[Decimal], str]
    """Writes a number that is smaller than they are."""
    dash: str
    """Between the ends of a range."""
    units: Mapping[str, str]
    other_unit: str
    """A value with a unit that is not among them."""
    rates: Mapping[Change, str]
    """A change of a rate."""
    counts: Mapping[Change, str]
    """A change of what is counted."""
    change_pattern: re.Pattern[str]
    """A name that says that the figure is a change."""


STYLES = {
    Language.ZH: Style(
        sizes=((10**8, "亿"), (10**4, "万")),
        write_small=plain,
        dash="—",
        units={},
        other_unit="{}{unit}",
        rates={Change.INCREASE: "增长{}", Change.DECREASE: "下降{}"},
        counts={Change.INCREASE: "增加{}", Change.DECREASE: "减少{}"},
        change_pattern=re.compile("(?:增长|增加|提高|下降|降低|减少)$|^新增"),
    ),
    Language.EN: Style(
        sizes=((10**9, " billion"), (10**6, " million")),
        write_small="{:,}".format,
        dash="–",
        units=ENGLISH_UNITS,
        other_unit="{}",
        rates={Change.INCREASE: "up {}", Change.DECREASE: "down {}"},
        counts={Change.INCREASE: "{} more", Change.DECREASE: "{} fewer"},
        change_pattern=re.compile(r"^(?:new|more)\b|\b(?:growth|increase|reduction)\b"),
    ),
}

SHORT_SIZES = {Language.ZH: STYLES[Language.ZH].sizes, Language.EN: ((10**9, "bn"), (10**6, "m"))}
"""The large numbers as pictures write them, where room is short."""


def render_value(target: Target, language: Language, name: str = "") -> str:
    """Return a target's value with change, comparator and unit: 增长≥4%, ≥3 more.

    Where a name stands before it that says the change itself (增加值年均增长, new enterprises), the value does not.
    """
    if target.value is None:
        return "—"
    style = STYLES[language]
    value = SIGNS[target.comparator] + render_range(target.value, target.value_max, target.unit, language)
    if target.change is None or style.change_pattern.search(name):
        return value
    return (style.rates if target.unit in RATES else style.counts)[target.change].format(value)


def render_range(low: Decimal, high: Decimal | None, unit: str | None, language: Language) -> str:
    """Return a value or a range with its unit."""
    style = STYLES[language]
    text = style.dash.join(render_number(value, language) for value in (low, high) if value is not None)
    return style.units.get(unit or "", style.other_unit).format(text, unit=unit or "")


def render_number(value: Decimal, language: Language) -> str:
    """Return a number as prose writes it.

    >>> [render_number(Decimal(value), Language.ZH) for value in (35000000000, 18600, 1200)]
    ['350亿', '1.86万', '1200']
    >>> [render_number(Decimal(value), Language.EN) for value in (35000000000, 18600, "8.8")]
    ['35 billion', '18,600', '8.8']
    """
    style = STYLES[language]
    for size, name in style.sizes:
        if abs(value) >= size:
            return f"{plain(value / size)}{name}"
    return style.write_small(value)


def english_forms(target: Target) -> tuple[str, ...]:
    """Return how English may write a target's value, the fuller first; empty where it has none."""
    if target.value is None:
        return ()
    value = target.value
    forms = [
        render_range(value, target.value_max, target.unit, Language.EN),
        render_number(value, Language.EN),
        f"{value:,}",
    ]
    if value == value.to_integral_value() and 0 <= value < len(SMALL_NUMBERS):
        forms.append(SMALL_NUMBERS[int(value)])
    return tuple(dict.fromkeys(form for form in forms if len(form) > 1 or form.isdigit()))
