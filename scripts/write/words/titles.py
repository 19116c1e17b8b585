"""A title that stands in 《》 → the same with the titles inside it in 〈〉, as GB/T 15834 has them.

What is quoted from a text stays as printed there.
"""

import re

# 《{title}》 of a template: the value in it is a title
TITLED_PATTERN = re.compile(r"《\{(\w+)\}》")
DEEPER = str.maketrans("《》〈〉", "〈〉《》")


def inside_title(title: str) -> str:
    """Return a title as it stands inside 《》: those marks of titles alternate with 〈〉.

    >>> inside_title("关于印发《质量提升行动方案》的通知")
    '关于印发〈质量提升行动方案〉的通知'
    """
    return title.translate(DEEPER)


def nest_titles(template: str, values: dict[str, object]) -> dict[str, object]:
    """Return the values of a template, those that it puts in 《》 as they stand there."""
    return values | {name: inside_title(str(values[name])) for name in TITLED_PATTERN.findall(template)}
