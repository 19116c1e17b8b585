"""Figures → what readers see: 不低于97%, 350亿元; at least 97%, RMB 35 billion."""

import re
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
CHANGE_PATTERNS = {
    Language.ZH: re.compile("(?:增长|增加|提高|下降|降低|减少)$|^新增"),
    Language.EN: re.compile(r"^(?:new|more)\b|\b(?:growth|increase|reduction)\b"),
}
"""Names that say that the figure is a change."""
SMALL_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ENGLISH_UNITS = {
    "%": "%",
    "元": "RMB",
    "亩": " mu",
    "平方米": " m²",
    "千瓦": " kW",
    "分": " points",
    "个百分点": " percentage points",
    "元/亩": " RMB per mu",
    "元/人·年": " RMB per person and year",
    "微克/立方米": " µg/m³",
    "分钟": " minutes",
    "次": " times",
    "居民": " residents",
    "人次": " visits",
    "∶1": ":1",
}
"""What a unit is in English; one that only counts (个, 家, 项) is left out there."""


def render_value(target: Target, language: Language, name: str = "") -> str:
    """Return a target's value with change, comparator and unit: 增长≥4%, ≥3 more.

    Where a name stands before it that says the change itself (增加值年均增长, new enterprises), the value does not.
    """
    if target.value is None:
        return "—"
    value = SIGNS[target.comparator] + render_range(target.value, target.value_max, target.unit, language)
    if target.change is None or CHANGE_PATTERNS[language].search(name):
        return value
    is_up, is_rate = target.change is Change.INCREASE, target.unit in RATES
    if language is Language.ZH:
        return (("增长", "增加") if is_up else ("下降", "减少"))[not is_rate] + value
    if is_rate:
        return f"{'up' if is_up else 'down'} {value}"
    return f"{value} {'more' if is_up else 'fewer'}"


def render_range(low: Decimal, high: Decimal | None, unit: str | None, language: Language) -> str:
    """Return a value or a range with its unit."""
    if language is Language.ZH:
        return "—".join(chinese_number(value) for value in (low, high) if value is not None) + (unit or "")
    text = "–".join(english_number(value) for value in (low, high) if value is not None)
    written = ENGLISH_UNITS.get(unit or "", "")
    return f"RMB {text}" if written == "RMB" else text + written


def chinese_number(value: Decimal) -> str:
    """Return a number as Chinese prose writes it.

    >>> chinese_number(Decimal(35000000000)), chinese_number(Decimal(18600)), chinese_number(Decimal(1200))
    ('350亿', '1.86万', '1200')
    """
    for size, name in ((10**8, "亿"), (10**4, "万")):
        if abs(value) >= size:
            return f"{plain(value / size)}{name}"
    return plain(value)


def english_number(value: Decimal) -> str:
    """Return a number as English prose writes it.

    >>> english_number(Decimal(35000000000)), english_number(Decimal(18600)), english_number(Decimal("8.8"))
    ('35 billion', '18,600', '8.8')
    """
    for size, name in ((10**9, "billion"), (10**6, "million")):
        if abs(value) >= size:
            return f"{plain(value / size)} {name}"
    return f"{value:,}"


def english_forms(target: Target) -> tuple[str, ...]:
    """Return how English may write a target's value, the fuller first; empty where it has none."""
    if target.value is None:
        return ()
    value = target.value
    forms = [render_range(value, target.value_max, target.unit, Language.EN), english_number(value), f"{value:,}"]
    if value == value.to_integral_value() and 0 <= value < len(SMALL_NUMBERS):
        forms.append(SMALL_NUMBERS[int(value)])
    return tuple(dict.fromkeys(form for form in forms if len(form) > 1 or form.isdigit()))


def plain(value: Decimal) -> str:
    """Return a number without an exponent and without zeros at its end."""
    return format(value.normalize(), "f")
