"""Any tree of the genre, printed in any style of numbering, is read as that tree; a law reads well in every form of it."""

from dataclasses import dataclass, field, replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from scripts.check.checks import check_policy
from scripts.model.archive import Archive
from scripts.model.policy import Policy
from scripts.model.vocabulary import Language
from scripts.read.structure.lines import NamedLines
from scripts.read.structure.nest import nest
from scripts.text.numerals import format_numeral
from scripts.write.akoma_ntoso.document import render_akoma_ntoso
from scripts.write.akoma_ntoso.words import Found
from scripts.write.data.policy_markdown import render_policy_text
from scripts.write.words.place_labels import place_label
from tests.akoma_ntoso_rules import RULES
from tests.render import render_page
from tests.steps import count_steps
from tests.test_akoma_ntoso import describe, schema
from tests.test_akoma_ntoso import text_of as text_of_xml
from tests.test_laws import read_hostile

WORDS = ("2030年海堤建设", "查堤", "修堤", "护岸、种草", "开展“一堤一策”", "十万亩围堤", "第三方评价")
CIRCLED = "①②③④⑤⑥⑦⑧⑨"
STYLES: tuple[tuple[int, str], ...] = (
    (1, "{han}、"), (2, "（{han}）"), (2, "({han})"), (3, "{n}."), (3, "{n}．"), (3, "{n}、"), (4, "（{n}）"), (4, "({n})"), (4, "{n}）"), (5, "{circled}"), (5, "{letter}."), (5, "{letter}）"),
)  # fmt: skip
"""How far inside a form of number mostly stands, and the form; a list stands in one that is no further out."""
SHAPES = {"（{han}）": "({han})", "{n}．": "{n}.", "（{n}）": "({n})", "{letter}）": "{letter}."}
"""Forms that are one to the eye: they differ in width, or in what stands behind a letter."""


@dataclass
class Drawn:
    """A text, and the anchors and titles of its sections, as they were drawn."""

    lines: list[str] = field(default_factory=list)
    sections: list[tuple[str, str]] = field(default_factory=list)
    blocks: list[tuple[str, str]] = field(default_factory=list)


def write_number(style: str, number: int) -> str:
    return style.format(n=number, han=format_numeral(number), circled=CIRCLED[number - 1], letter=chr(64 + number))


@st.composite
def plans(draw: st.DrawFn) -> Drawn:
    """Return a plan: lists in lists, each in a form of number of its own."""
    drawn = Drawn(["关于堤防的意见"])
    add_list(draw, drawn, "", (1, -1), frozenset())
    return drawn


def add_list(draw: st.DrawFn, drawn: Drawn, around: str, outer: tuple[int, int], used: frozenset[str]) -> None:
    """Add a list below one with a form of such a rank on such a level; there are seven levels."""
    rank, level = outer
    styles = [row for row in STYLES if row[0] >= rank and max(row[0] - 1, level + 1) < 7 and shape(row[1]) not in used]
    if not styles:
        return
    own_rank, style = draw(st.sampled_from(styles))
    for number in range(1, draw(st.integers(2, 4 if around else 3)) + 1):
        anchor = f"{around}-{number}" if around else f"s{number}"
        words = draw(st.sampled_from(WORDS if own_rank < 5 else WORDS[1:]))
        title = f"{words}第{len(drawn.sections) + 1}类"  # headings that come again are those of a table of contents
        body = draw(st.sampled_from(("", "。做好全年工作。", "\n落实各项措施。")))
        drawn.lines.append(f"{write_number(style, number)}{title}{body}")
        drawn.sections.append((anchor, title))
        if anchor.count("-") < 6 and draw(st.integers(0, 3)) == 0:
            inner = own_rank, max(own_rank - 1, level + 1) if around else 0
            add_list(draw, drawn, anchor, inner, used | {shape(style)})


def shape(style: str) -> str:
    return SHAPES.get(style, style)


@st.composite
def laws(draw: st.DrawFn) -> Drawn:
    """Return a law: books, chapters and sections as there are, articles with their paragraphs and items."""
    drawn, articles, chapters = Drawn(["某市堤防管理办法"]), 0, 0
    books, in_digits = draw(st.integers(0, 2)), draw(st.booleans())
    begins_anew = books == 2 and draw(st.booleans())
    for book in range(1, max(books, 1) + 1):
        if books:
            drawn.lines.append(f"{ordinal('编', book, in_digits)} 分则")
            drawn.sections.append((f"bk{book}", "分则"))
        for chapter in range(
            1 if begins_anew else chapters + 1, chapters * (not begins_anew) + draw(st.integers(1, 3)) + 1
        ):
            anchor = f"bk{book}-ch{chapter}" if begins_anew else f"ch{chapter}"
            drawn.lines.append(f"{ordinal('章', chapter, in_digits)}　总　　则")
            drawn.sections.append((anchor, "总则"))
            chapters = chapter
            for division in range(1, draw(st.integers(0, 2)) + 1):
                drawn.lines.append(f"{ordinal('节', division, in_digits)} 一般规定")
                drawn.sections.append((f"{anchor}-sec{division}", "一般规定"))
                articles = add_articles(draw, drawn, articles, in_digits)
            articles = add_articles(draw, drawn, articles, in_digits)
    return drawn


def ordinal(unit: str, number: int, in_digits: bool) -> str:
    return f"第 {number} {unit}" if in_digits else f"第{format_numeral(number)}{unit}"


def add_articles(draw: st.DrawFn, drawn: Drawn, last: int, in_digits: bool) -> int:
    for number in range(last + 1, last + draw(st.integers(1, 3)) + 1):
        add_article(draw, drawn, f"a{number}", ordinal("条", number, in_digits), in_digits)
        if draw(st.integers(0, 4)) == 0:
            label = f"第 {number}-1 条" if in_digits else f"第{format_numeral(number)}条之一"
            add_article(draw, drawn, f"a{number}z1", label, in_digits)
        last = number
    return last


def add_article(draw: st.DrawFn, drawn: Drawn, anchor: str, label: str, in_digits: bool) -> None:
    """Add an article with two paragraphs, between which there may be items, and below the first of these others."""
    title = draw(st.sampled_from(("", "适用范围")))
    style, inner = ("{han}、", "（{han}）") if in_digits else ("（{han}）", "{n}.")
    drawn.sections.append((anchor, title))
    drawn.lines.append(f"{label}{f'（{title}）' if title else ''}{chr(10) if in_digits else ' '}堤防种类如下：")
    drawn.blocks.append((f"{anchor}-p1", "堤防种类如下："))
    for number in range(1, draw(st.integers(0, 3)) + 1):
        words = draw(st.sampled_from(("江堤；", "海堤，包括围堤。", "其他。")))
        drawn.sections.append((f"{anchor}-{number}", ""))
        drawn.blocks.append((f"{anchor}-{number}-p1", words))
        drawn.lines.append(write_number(style, number) + words)
        for below in range(1, draw(st.sampled_from((0, 0, 2))) + 1):
            drawn.sections.append((f"{anchor}-{number}-{below}", ""))
            drawn.blocks.append((f"{anchor}-{number}-{below}-p1", "一级；"))
            drawn.lines.append(f"{write_number(inner, below)}一级；")
    drawn.lines.append("第三条规定的堤防由市里管。")
    drawn.blocks.append((f"{anchor}-p2", "第三条规定的堤防由市里管。"))


def read(drawn: Drawn) -> Policy:
    policy = read_hostile("\n".join(drawn.lines))
    assert policy
    return policy


def sections_of(policy: Policy) -> list[tuple[str, str]]:
    return [(section.anchor, section.title) for section in policy.walk() if section.label]


@settings(max_examples=40, deadline=None)
@given(plans())
def test_lists_in_lists_are_read_as_they_were_drawn(drawn: Drawn) -> None:
    policy = read(drawn)
    assert sections_of(policy) == drawn.sections
    assert check_policy(policy, "text") == []


@settings(max_examples=25, deadline=None)
@given(laws())
def test_laws_are_read_as_they_were_drawn(drawn: Drawn) -> None:
    policy = read(drawn)
    assert sections_of(policy) == drawn.sections
    blocks = {block.anchor: policy.text[block.start : block.end] for block in policy.blocks()}
    assert {anchor: blocks.get(anchor) for anchor, _ in drawn.blocks} == dict(drawn.blocks)
    assert check_policy(policy, "text") == []


LAW = """某市堤防管理办法
第一编 总则
第一章
目的
第一条（目的） 为了护堤，制定本办法。
第一条之一 堤防种类如下：
（一）江堤；
（二）海堤：
1.一级；
2.二级。
前款堤防由市里管。
第二编 分则
第一分编 检查
第一章 普查
第一节 春季
第二条
（一）查堤顶；
（二）查堤脚。
市里另有规定的除外。
第二章 抽查
一、江堤
（一）冬季
1、堤顶
（1）裂缝
①宽度
2、堤脚
"""


@pytest.fixture(scope="module")
def law() -> Policy:
    """A law with every kind of division."""
    policy = read_hostile(LAW)
    assert policy
    return replace(policy, metadata=describe("2031-03-09"))


def test_a_law_stands_on_its_page_in_order_and_its_headings_leave_no_gap(law: Policy) -> None:
    page = html.fromstring(render_page(replace(law, metadata=None)))
    for links in page.xpath("//*[contains(@class, 'part-links')]"):
        links.drop_tree()
    assert "".join("".join(page.itertext()).split()) == "".join(law.text.split())
    assert "第一条之一 堤防种类如下：" in "".join(page.itertext())
    levels = [int(str(element.tag)[1]) for element in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert {*page.xpath("//@id")} >= {*law.anchors()}


def test_a_law_is_valid_akoma_ntoso_and_plain_markdown_in_the_order_of_its_text(law: Policy) -> None:
    root = etree.fromstring(render_akoma_ntoso(Found(law, Archive((law,))), (Language.ZH,)).encode())
    assert schema().validate(root), schema().error_log
    assert {rule.__name__: faults for rule in RULES if (faults := list(rule(root)))} == {}
    assert text_of_xml(root) == law.text
    markdown = render_policy_text(replace(law, metadata=None), "")
    assert "第一条之一 堤防种类如下：" in markdown
    places = [markdown.index(words) for words in ("第二条", "查堤顶", "查堤脚", "市里另有规定", "第二章")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("anchor", "zh", "en"),
    [
        ("bk2-ch1-sec1", "第二编第一章第一节", "Book 2, Chapter 1, Section 1"),
        ("bk2-sub1", "第二编第一分编", "Book 2, Sub-book 1"),
        ("a1z1-2-1", "第一条之一第二项第1目", "Article 1-1(2).1"),
        ("a1z1-p2", "第一条之一第二款", "Article 1-1, para. 2"),
        ("s1-1-1-1-1", "一（一）1（1）第1点", "Part 1(1).1(1), no. 1"),
    ],
)
def test_a_place_of_a_law_is_called_as_lawyers_do(law: Policy, anchor: str, zh: str, en: str) -> None:
    assert anchor in {*law.anchors()}
    assert (place_label(anchor, Language.ZH), place_label(anchor, Language.EN)) == (zh, en)


@pytest.mark.parametrize(
    "unit",
    [
        "第一章 甲\n第一条 乙。\n（一）丙；\n前款丁。\n",
        "一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n2.己\n",
        "（一）甲。\n1.乙\n",
        "1甲\n1.1乙\n1.1.1丙\n",
    ],
)
def test_the_work_of_nesting_grows_with_the_labels_and_not_with_their_square(unit: str) -> None:
    def count(size: int) -> int:
        text = unit * size + "一、终\n"
        return count_steps(lambda: nest(text, NamedLines(text)))

    assert count(80) < count(20) * 5  # four times the text; its square would be 16 times the work
