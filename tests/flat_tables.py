"""Tables of indicators, each printed in one of the ways in which offices' tables reach us as text."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest

from hypothesis import strategies as st

NAMES = (
    "大坝达标率",
    "闸门完好率",
    "渠道衬砌长度",
    "水质优良比例",
    "节水灌溉面积",
    "巡查覆盖率",
    "移民安置人数",
    "发电量",
    "应急演练次数",
)
VALUES = {
    "%": ("95", "98.5", "≥90", "100", "—", "[12.5]", "3", "2"),
    "个": ("110", "3—5", "12", "＞20", "1", "/"),
    "亿元": ("1.5", "2,300", "——", "[60]"),
}
NATURES = ("预期性", "约束性", "[预期性]")
GROUPS = ("水库安全", "水资源保护", "工程建设")
HEADS = (
    ("序号", "指标", "单位", "2020年", "2025年", "属性"),
    ("序号", "指标名称", "2025年目标值", "属性"),
    ("指标", "单位", "现状值", "目标值", "指标属性"),
    ("类别", "序号", "指标", "单位", "2020年", "2025年", "年均增长[累计]", "属性"),
    ("类别", "主要指标", "2025年", "属性"),
    ("序号", "类别", "指标", "单位", "2025年"),
    ("序号", "指标", "现状", "目标"),
)


@dataclass(frozen=True)
class Printable:
    """A table: its caption, the words of its head, its rows, whole; and for each row whether its group begins there."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    begins: tuple[bool, ...]

    @property
    def group(self) -> int | None:
        return self.head.index("类别") if "类别" in self.head else None

    def printed(self) -> list[list[str]]:
        """The cells of each row that are printed: the one of a group where it begins."""
        return [
            [cell for place, cell in enumerate(row) if place != self.group or begins]
            for row, begins in zip(self.rows, self.begins, strict=True)
        ]

    def with_gaps(self) -> list[list[str]]:
        """The same with an empty cell where the one of a group above spans the row."""
        return [
            [cell if place != self.group or begins else "" for place, cell in enumerate(row)]
            for row, begins in zip(self.rows, self.begins, strict=True)
        ]


@st.composite
def tables(draw: st.DrawFn) -> Printable:
    head = draw(st.sampled_from(HEADS))
    names = draw(st.lists(st.sampled_from(NAMES), min_size=3, max_size=8, unique=True))
    rows, begins, group = [], [], -1
    for number, name in enumerate(names, start=1):
        unit = draw(st.sampled_from(sorted(VALUES)))
        is_first = group < 0 or (group + 1 < len(GROUPS) and draw(st.booleans()))
        group += is_first
        rows.append(tuple(draw(cell(word, number, name, unit, GROUPS[group])) for word in head))
        begins.append(is_first)
    caption = draw(st.sampled_from(("表1 水库主要指标", "主要指标", "水库发展指标", "")))
    return Printable(caption, head, tuple(rows), tuple(begins))


def cell(word: str, number: int, name: str, unit: str, group: str) -> st.SearchStrategy[str]:
    """What stands under a word of the head."""
    known = {"序号": str(number), "指标": name, "指标名称": name, "主要指标": name, "单位": unit, "类别": group}
    if word in known:
        return st.just(known[word])
    return st.sampled_from(NATURES if "属性" in word else VALUES[unit])


def one_a_line(table: Printable) -> str:
    return "\n".join((*table.head, *(cell for row in table.printed() for cell in row)))


def numbers_with_names(table: Printable) -> str:
    """One a line, with the number before the name, where there is none of its own."""
    if "序号" in table.head:
        return one_a_line(table)
    place = next(i for i, word in enumerate(table.head) if "指标" in word)
    rows = [
        [f"{number}.{cell}" if cell == row[place] else cell for cell in printed]
        for number, (row, printed) in enumerate(zip(table.rows, table.printed(), strict=True), start=1)
    ]
    return "\n".join((*table.head, *(cell for row in rows for cell in row)))


def broken_names(table: Printable) -> str:
    """One a line, the names over two lines; not where one of a group could stand before them, as half a name looks like it."""
    if table.group is not None and "指标" in table.head[table.group + 1]:
        return one_a_line(table)
    broken = [
        [f"{cell[:3]}\n{cell[3:]}" if cell in NAMES and len(cell) > 3 else cell for cell in row]
        for row in table.printed()
    ]
    return "\n".join((*table.head, *(cell for row in broken for cell in row)))


def broken_heads(table: Printable) -> str:
    """One a line, some of the head's words over two lines."""
    breaks = {
        "序号": "序\n号",
        "2025年目标值": "2025年\n目标值",
        "年均增长[累计]": "年均增长\n[累计]",
        "属性": "属\n性",
    }
    return "\n".join(
        (*(breaks.get(word, word) for word in table.head), *(cell for row in table.printed() for cell in row))
    )


def joined(sign: str, before: str = "", after: str = "", rule: str = "") -> Callable[[Printable], str]:
    """Rows with a sign between their cells."""

    def show(table: Printable) -> str:
        lines = [before + sign.join(row) + after for row in (table.head, *table.with_gaps())]
        rules = [before + sign.join([rule] * len(table.head)) + after] if rule else []
        return "\n".join((lines[0], *rules, *lines[1:]))

    return show


def apart(sign: str) -> Callable[[Printable], str]:
    """Rows with blanks between their cells, so that a spanned cell leaves nothing."""
    return lambda table: "\n".join(sign.join(row) for row in (table.head, *table.printed()))


def in_columns(table: Printable) -> str:
    """Rows whose cells stand below each other."""
    rows = [list(table.head), *table.printed()]
    widths = [max(map(len, column)) + 3 for column in zip_longest(*rows, fillvalue="")]
    return "\n".join(
        "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip() for row in rows
    )


def bars_alone(table: Printable) -> str:
    """Every cell and every bar on a line of its own."""
    return "\n".join(f"|\n{cell}" for row in (table.head, *table.printed()) for cell in row)


WAYS: tuple[Callable[[Printable], str], ...] = (
    one_a_line, numbers_with_names, broken_names, broken_heads, bars_alone, in_columns, apart("  "), apart("　"), apart(" "), joined("\t"), joined(" \t"), joined("|"),
    joined(" | ", "| ", " |"), joined(" | ", "| ", " |", "---"), joined("|", "|", "|", ":-:"), joined("｜", "｜", "｜"),
)  # fmt: skip
