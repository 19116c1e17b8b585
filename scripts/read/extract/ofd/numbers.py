"""The lists of numbers of an OFD → the numbers: a box, a matrix, the distances from glyph to glyph."""

import math
from collections.abc import Iterator

Box = tuple[float, float, float, float]
"""Left, top, width and height, in millimetres."""
NO_BOX: Box = (0, 0, 0, 0)
REPEAT = "g"
"""Before a count and a distance that holds so many times: `g 3 5` is 5 5 5."""


def read_number(text: str | None, default: float) -> float:
    """Return the number that a text is; the default where it is none, or one without end."""
    if not text:
        return default
    try:
        number = float(text)
    except ValueError:
        return default
    return number if math.isfinite(number) else default


def read_numbers(text: str | None, most: int) -> tuple[float, ...]:
    """Return at most so many numbers; none where the text is no list of numbers."""
    if not text:
        return ()
    try:
        numbers = tuple(map(float, text.replace(",", " ").split(None, most)[:most]))
    except ValueError:
        return ()
    return numbers if all(map(math.isfinite, numbers)) else ()


def read_box(text: str | None) -> Box:
    """Return the box that a text gives; one without size where it gives none."""
    numbers = read_numbers(text, 4)
    return (numbers[0], numbers[1], numbers[2], numbers[3]) if len(numbers) == 4 else NO_BOX


def read_distances(text: str | None, count: int) -> list[float]:
    """Return so many distances; where the text gives fewer, its last goes on; none where it gives none.

    >>> read_distances("g 2 5 10", 4)
    [5.0, 5.0, 10.0, 10.0]
    """
    if not text:
        return []
    words = text.replace(",", " ").split(None, 3 * count + 3)
    distances = read_plain(words[:count])
    if distances is None:
        distances = []
        for times, distance in read_repeats(words):
            distances += [distance] * min(times, count - len(distances))
            if len(distances) >= count:
                break
    return distances + distances[-1:] * (count - len(distances))


def read_plain(words: list[str]) -> list[float] | None:
    """Return words as numbers; None where one is none, or has no end."""
    try:
        numbers = [float(word) for word in words]
    except ValueError:
        return None
    return numbers if math.isfinite(sum(numbers)) else None


def read_repeats(words: list[str]) -> Iterator[tuple[int, float]]:
    """Yield how many times each distance holds, and the distance."""
    place = 0
    while place < len(words):
        is_repeat = words[place].lower() == REPEAT and place + 2 < len(words)
        times = int(max(read_number(words[place + 1], 0), 0)) if is_repeat else 1
        number = read_number(words[place + 2 if is_repeat else place], math.nan)
        if not math.isnan(number):
            yield times, number
        place += 3 if is_repeat else 1
