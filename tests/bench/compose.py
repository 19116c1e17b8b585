"""Policies → the source of another like them: whole items left out, put in another order, taken over from others."""

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from scripts.text.numerals import format_numeral
from tests.bench.origins import Line, Origin
from tests.bench.variation import Variation

Item = tuple[Line, ...]
LEFT_OUT, TAKEN_OVER = 0.12, 0.25
LABEL_PATTERN = re.compile(r"^(\s*[(（]\s*)[一二三四五六七八九十]+(?=\s*[)）])")  # （三）
BOX_PATTERN = re.compile(r"^(\s*专栏\s*)\d+")  # 专栏3


def compose(base: Origin, others: Iterable[Origin], variation: Variation) -> list[Line]:
    """Return the lines of a new source made from `base`; items come from others that are written in its script."""
    dice = random.Random(f"{variation.seed} items")
    pool = [
        item
        for other in others
        if other.id != base.id and other.policy.source.script is base.policy.source.script
        for part in other.parts
        for item in part
    ]
    dice.shuffle(pool)
    lines: list[Line] = []
    done, arranged = 0, []
    for part in base.parts:
        items = [relabel(item, number) for number, item in enumerate(arrange(part, pool, dice), 1)]
        lines += base.lines[done : part[0][0].number - 1]
        gap = base.lines[part[0][-1].number : part[1][0].number - 1] if len(part) > 1 else ()
        for index, item in enumerate(items):
            lines += [*(gap if index else ()), *item]
        done = part[-1][-1].number
        arranged.append(items)
    lines += base.lines[done:]
    if base.contents[0]:
        lines = renew_contents(lines, base, arranged)
    return [replace(line, text=variation.text(line.text)) for line in number_boxes(lines)]


def arrange(part: tuple[Item, ...], pool: list[Item], dice: random.Random) -> list[Item]:
    """Return the items of a part as the new policy has them; those that come from the pool are taken out of it."""
    items = [item for item in part if dice.random() >= LEFT_OUT]
    items = items if len(items) > 1 else list(part)
    items = [pool.pop() if pool and dice.random() < TAKEN_OVER else item for item in items]
    dice.shuffle(items)
    return items


def relabel(item: Item, number: int) -> Item:
    """Return an item with its number in the part: （三） becomes （五）."""
    text = LABEL_PATTERN.sub(lambda match: match[1] + format_numeral(number), item[0].text)
    return (replace(item[0], text=text), *item[1:])


def renew_contents(lines: list[Line], base: Origin, parts: list[list[Item]]) -> list[Line]:
    """Return the lines with a table of contents that names the present items."""
    first, behind = base.contents
    former = [line.text.strip() for line in base.lines[first - 1 : behind - 1]]
    labelled = (index for index, text in enumerate(former) if text.startswith("一、"))
    entries = [text for text in former[: next(labelled, len(former))] if text]
    headings = [text for text in former if re.match("[一二三四五六七八九十]+、", text)]
    for heading, items in zip(headings, parts, strict=False):
        entries += [heading, *(item[0].text.strip().partition("。")[0] for item in items)]
    made = [Line(text, base.id, 0) for entry in entries for text in (entry, "")]
    return [*lines[: first - 1], *made, *lines[behind - 1 :]]


def number_boxes(lines: list[Line]) -> Iterator[Line]:
    """Yield the lines, their boxes numbered through the document."""
    count = 0
    for line in lines:
        match = BOX_PATTERN.match(line.text)
        count += bool(match)
        yield replace(line, text=f"{match[1]}{count}{line.text[match.end() :]}") if match else line
