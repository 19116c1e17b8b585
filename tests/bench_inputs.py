"""Large texts made by rule: the shapes whose cost could grow faster than their size.

`make(name, size)` returns about so many bytes of UTF-8, the same for the same name and size. `tests/bench.py` reads them.
"""

import random
from collections.abc import Callable

WORDS = (
    "质量",
    "标准",
    "品牌",
    "企业",
    "合格率",
    "监督",
    "检验检测",
    "示范基地",
    "认证",
    "计量",
    "创新",
    "服务",
    "达到",
    "提升",
)
HEAD = "一、主要目标\n（一）质量水平。"
ROW = ("质量安全", "到2025年，明显提升", "98%", "预期性")


def sentence(rng: random.Random, words: int = 8) -> str:
    """Return some words of the field."""
    return "".join(rng.choice(WORDS) for _ in range(words))


def fill(piece: Callable[[int], str], size: int) -> str:
    """Return the pieces 0, 1, 2 … until they are so many bytes."""
    pieces: list[str] = []
    length = 0
    while length < size:
        pieces.append(piece(len(pieces)))
        length += len(pieces[-1].encode())
    return "".join(pieces)


def document(size: int, rng: random.Random) -> str:
    """Return a plan with parts, items, figures, bodies and citations: what is usual, only long."""

    def item(number: int) -> str:
        head = "一、总体要求\n" if not number else ""
        figure = f"到2025年，{sentence(rng, 3)}合格率达到{rng.randint(60, 99)}%以上，创建{rng.randint(2, 90)}个示范基地"
        cited = "按照《质量发展纲要》（国发〔2012〕9号）要求，"
        return f"{head}{sentence(rng, 3)}。{cited}{sentence(rng)}，{figure}。（市质监局、市工商局负责）\n"

    return fill(item, size)


def one_line(size: int, rng: random.Random) -> str:
    """Return one line without an end of a sentence."""
    return fill(lambda _: sentence(rng) + "，", size)


def unbroken_line(size: int, rng: random.Random) -> str:
    """Return one line with figures and no punctuation at all."""
    return fill(lambda _: f"{sentence(rng, 3)} {rng.randint(1, 999)} ", size)


def clauses(size: int, rng: random.Random) -> str:
    """Return one paragraph of clauses that each state a figure."""
    return HEAD + fill(lambda _: f"{sentence(rng, 2)}达到{rng.randint(1, 99)}%，", size)


def linked_clauses(size: int, rng: random.Random) -> str:
    """Return figures joined by 和, with no comma between them."""
    return HEAD + fill(lambda _: f"{sentence(rng, 2)}{rng.randint(1, 99)}个和", size)


def cells(size: int, rng: random.Random) -> str:
    """Return tables of flattened rows, a cell a line."""

    def table(_: int) -> str:
        rows = (f"{number}.{sentence(rng, 2)}（%）\n{rng.randint(50, 99)}%\n预期性\n" for number in range(1, 31))
        return f"主要指标\n指标\n2025年\n属性\n{''.join(rows)}"

    return HEAD + "\n" + fill(table, size)


def short_lines(size: int, rng: random.Random) -> str:
    """Return lines of a few characters."""
    return fill(lambda _: sentence(rng, 2) + "\n", size)


def furniture_lines(size: int, rng: random.Random) -> str:
    """Return short lines as around a page, with the page's own among them."""
    return fill(lambda number: "发布时间：2020-01-01\n" if number % 50 == 0 else sentence(rng, 2) + "\n", size)


def contents(size: int, rng: random.Random) -> str:
    """Return a table of contents that nothing below repeats."""
    return "目录\n" + fill(lambda number: f"{sentence(rng, 3)}{'…' * 9}{number}\n", size)


def brackets(size: int, rng: random.Random) -> str:
    """Return brackets, folded and not, open and closed."""
    return HEAD + fill(lambda _: rng.choice("（）()《》“”") + rng.choice(WORDS), size)


def open_brackets(size: int, rng: random.Random) -> str:
    """Return brackets that nothing closes."""
    return HEAD + fill(lambda _: rng.choice("（(《"), size)


def marks(size: int, rng: random.Random) -> str:
    """Return runs of one sign, as long as a run can be."""
    return fill(lambda number: "?.…*<a1 。"[number % 9] * (size // 27), size)


def verbs(size: int, rng: random.Random) -> str:
    """Return the words before a number again and again, without the number."""
    return HEAD + fill(lambda _: rng.choice(("保持", "达到", "提高到", "力争", "创建", "分别")), size) + "3"


def traditional(size: int, rng: random.Random) -> str:
    """Return Traditional characters beside Simplified ones."""
    return fill(lambda _: f"關於質量發展的意見，著力提升{sentence(rng, 2)}。\n", size)


INPUTS: dict[str, Callable[[int, random.Random], str]] = {
    "document": document,
    "one-line": one_line,
    "unbroken-line": unbroken_line,
    "clauses": clauses,
    "linked-clauses": linked_clauses,
    "cells": cells,
    "short-lines": short_lines,
    "furniture-lines": furniture_lines,
    "contents": contents,
    "brackets": brackets,
    "open-brackets": open_brackets,
    "marks": marks,
    "verbs": verbs,
    "traditional": traditional,
}
"""The shapes by name. Of the usual size, 300,000 bytes, they have 4,000 clauses and more, 10,000 cells, 20,000 short
lines or 50,000 brackets."""


def make(name: str, size: int) -> bytes:
    """Return a text of this shape and of about this size."""
    return INPUTS[name](size, random.Random(name)).encode()
