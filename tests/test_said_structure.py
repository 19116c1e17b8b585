"""What editors say of the structure at lines of a source: which are text, where the document closes, what is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.check.checks import check_policy
from scripts.commands.remarks import open_ends
from scripts.model.edits import undo
from scripts.model.policy import Bilingual, LineRange, Policy, Section
from scripts.model.vocabulary import BlockKind, LayoutAction, SectionKind
from scripts.read.clean.decode import read_source
from scripts.read.clean.said_structure import find_structure_misfits
from scripts.read.policy import read_policy
from tests.extracted import read_extracted

REASON = Bilingual("不是标题。", "No heading.")
LINES = [
    *("某市堤防整修方案", "　　一、总体要求", "　　保障汛期安全。"),
    *("　　二、主要任务", "　　(一)检查", "　　每周查一次，", "由各镇负责。", "　　(二)维修", "　　2.汛前修好。"),
    *("　　各镇要按照分工抓紧落实。", "　　（九）此前的办法作废。", "某市水务局", "2031年1月2日"),
]
TEXT = "\n".join(LINES)


def text(first: int, last: int) -> LineRange:
    return LineRange(LayoutAction.TEXT, first, last, REASON)


def closing(first: int, last: int) -> LineRange:
    return LineRange(LayoutAction.CLOSING, first, last, REASON)


def read(*layout: LineRange, source: str = TEXT) -> Policy:
    return read_policy(read_source(source.encode(), "source.txt"), layout=layout)[0]


def outline(policy: Policy) -> list[str]:
    return [f"{section.anchor}{'*' * len(section.blocks)}" for section in policy.walk()]


def words(policy: Policy, anchor: str) -> list[str]:
    section = next(section for section in policy.walk() if section.anchor == anchor)
    return [policy.text[block.start : block.end] for block in section.blocks]


def test_a_line_that_is_text_begins_no_section_and_stands_in_what_is_above() -> None:
    assert "s2-2-2" in "".join(outline(read()))
    policy = read(text(9, 9))
    assert words(policy, "s2-2") == ["2.汛前修好。", "各镇要按照分工抓紧落实。"]
    assert len(policy.odd) == len(read().odd)


def test_with_a_line_that_closes_all_that_follows_in_the_document_closes_it() -> None:
    policy = read(closing(10, 11))
    assert words(policy, "closing") == [
        "各镇要按照分工抓紧落实。",
        "（九）此前的办法作废。",
        "某市水务局",
        "2031年1月2日",
    ]
    kinds = [block.kind for section in policy.walk() for block in section.blocks if section.anchor == "closing"]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.SIGNATURE, BlockKind.DATE]


@pytest.mark.parametrize("line_end", ["\r\n", "\r\n\r\n", "\n　\n"])
def test_lines_are_found_whatever_stands_between_them(line_end: str) -> None:
    source = line_end.join(LINES)
    step = len(line_end.splitlines())
    own = text(8 * step + 1, 8 * step + 1), closing(9 * step + 1, 10 * step + 1)
    assert outline(read(*own, source=source)) == outline(read(text(9, 9), closing(10, 11)))


def test_a_closing_that_the_rules_see_wrongly_is_text_again() -> None:
    source = "一、检查\n（一）查坝。\n每周一次。\n（二）查闸。\n每月一次。\n各镇要配合检查，不得拖延。"
    assert outline(read(source=source)) == ["s1", "s1-1*", "s1-2*", "closing*"]
    assert outline(read(text(6, 6), source=source)) == ["s1", "s1-1*", "s1-2**"]


def test_text_is_no_title_no_foot_and_no_heading_of_the_line_above() -> None:
    source = "某市堤防方案\n一、检查\n（一）\n每周查坝\n二、维修\n汛前修好。\n某市水务局\n2031年1月2日"
    assert outline(read(source=source)) == ["preamble*", "s1", "s1-1", "s2*", "closing**"]
    policy = read(text(1, 1), text(4, 4), text(7, 8), source=source)
    assert outline(policy) == ["preamble*", "s1", "s1-1*", "s2***"]
    assert {block.kind for block in policy.blocks()} == {BlockKind.PARAGRAPH}


def test_text_is_no_cell_of_a_known_table() -> None:
    source = "一、任务\n序号\t任务\n1\t查坝\n2\t修闸\n二、其他"
    assert [section.anchor for section in read_extracted(source).walk()] == ["s1", "t1", "t1-r1", "t1-r2", "s2"]
    policy = read_extracted(source, (text(2, 4),))
    assert [section.anchor for section in policy.walk() if section.kind is SectionKind.TABLE] == []
    assert policy.text == read_extracted(source).text


def test_each_document_closes_where_its_own_line_says() -> None:
    source = "一、检查\n每周查坝。\n请遵照执行。\n附件1\n查坝表\n一、坝名\n填全称。\n由各镇填写。"
    assert outline(read(closing(3, 3), closing(8, 8), source=source)) == [
        *("s1*", "closing*"),
        *("x1", "x1-s1*", "x1-closing*"),
    ]


def test_text_settles_the_doubt_whether_a_line_is_a_heading() -> None:
    source = "# 某市方案\n（二）查坝\n# 一、检查\n每周查坝。\n## 闸门\n每月查闸。\n专栏1：堤防\n1.查坝\n（1）坝顶"
    doubts = [problem.line for problem in check_policy(read(source=source), "source.txt") if problem.rule == "label"]
    assert sorted(line or 0 for line in doubts) == [2, 5, 9]
    layout = tuple(text(line, line) for line in doubts if line)
    policy = read(*layout, source=source)
    assert [problem for problem in check_policy(policy, "source.txt") if problem.rule == "label"] == []
    assert list(find_structure_misfits(policy, read(source=source))) == []


@pytest.mark.parametrize(
    ("layout", "message"),
    [
        ((text(3, 3),), "has only paragraphs, in which no rule sees anything else; take the entry away"),
        ((text(7, 7),), "has no line on which one of the text begins"),
        ((closing(7, 7),), "has no line on which one of the text begins"),
        ((closing(12, 13),), "begins where the document closes by the rules alone; take the entry away"),
        ((closing(10, 11), closing(12, 12)), "begins where the document closes by the rules alone"),
        ((closing(9, 11), closing(10, 10)), "closes no document: one closes above it already"),
        ((closing(3, 3),), "says that the document closes, but line 4 begins a section behind it"),
    ],
)
def test_what_changes_nothing_is_refused(layout: tuple[LineRange, ...], message: str) -> None:
    (misfit,) = find_structure_misfits(read(*layout), read())
    assert misfit.message.startswith(message)


def test_what_changes_something_is_not_refused() -> None:
    layout = text(9, 9), closing(10, 12)
    assert list(find_structure_misfits(read(*layout), read())) == []


def covered(policy: Policy) -> str:
    """Return the headings and blocks of a policy in their order, a line each."""
    spans: list[tuple[int, int]] = [(block.start, block.end) for block in policy.blocks()]
    spans += [(section.start, section.heading_end) for section in policy.walk() if section.kind not in UNHEADED]
    return bare("".join(policy.text[start:end] for start, end in sorted(spans)))


def bare(words: str) -> str:
    """Return words without blanks and line ends, which stand between a label, a heading and the block behind it."""
    return "".join(words.split())


UNHEADED = (SectionKind.PREAMBLE, SectionKind.CLOSING)


def nested(sections: list[Section], start: int, end: int) -> bool:
    """Whether sections follow one another within a span, and so do those below them."""
    for section in sections:
        if not start <= section.start <= section.end <= end or not nested(
            list(section.children), section.start, section.end
        ):
            return False
        start = section.end
    return True


PIECES = st.sampled_from(
    [
        *("一、检查", "二、维修", "（一）查坝", "（二）", "1.闸门", "1.5亿元用于维修，", "3.2 坝顶", "2.1 坝底", "——清淤。", "专栏1：堤防"),
        *("第一条 每周查坝。", "第二章 维修", "附件1", "堤防整修方案", "各镇要抓紧落实本方案。", "本方案自印发之日起施行。", "2031年1月2日"),
        *("某市水务局", "序号", "任务", "1", "2", "查坝", "修闸", "98%", "每周查一次，", "不得拖延。", "", "# 闸门", "抄送：各镇。"),
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=24), st.lists(st.tuples(st.booleans(), st.integers(1, 24)), max_size=6))
def test_whatever_editors_say_of_the_structure_the_text_stays_and_sections_cover_it(
    lines: list[str], wishes: list[tuple[bool, int]]
) -> None:
    source = "\n".join(["堤防", *lines])
    said = {line: text(line, line) if is_text else closing(line, line) for is_text, line in wishes}
    plain, policy = read(source=source), read(*(said[line] for line in sorted(said)), source=source)
    assert policy.text == plain.text
    assert list(policy.edits) == list(plain.edits)
    assert undo(policy.text, policy.edits) == source
    assert covered(policy) == bare(policy.text)
    assert nested(list(policy.sections), 0, len(policy.text))
    assert len({*policy.anchors()}) == len([*policy.anchors()])


TABLED = "一、目标\n保障安全。\n二、任务\n（一）查坝\n任务如下：\n序号\t任务\n1\t查坝\n2\t修闸\n{}"


@pytest.mark.parametrize(
    ("source", "closed"),
    [
        (TABLED.format("各镇和有关部门要认真落实本方案，每季度报送一次。"), ["各镇和有关部门要认真落实本方案，每季度报送一次。"]),
        (TABLED.format("各镇要按照上表分工抓紧落实。"), []),
        (TABLED.format("各镇联系人"), []),
        (TABLED.format("汛期前完成。"), []),
        ("一、检查\n（一）查坝\n每周一次。\n逐坝登记。\n（二）查闸\n每月一次。\n本方案自印发之日起施行。\n有效期三年。", ["本方案自印发之日起施行。", "有效期三年。"]),
        ("一、检查\n每周一次。\n二、附则\n由水务局解释。\n本方案自印发之日起施行。", []),
        ("一、检查\n（一）查坝\n每周一次。\n逐坝登记。\n以上意见如无不妥，请批转各镇执行。\n某市水务局\n2031年1月2日", ["以上意见如无不妥，请批转各镇执行。", "某市水务局", "2031年1月2日"]),
        ("第一条 检查\n（一）查坝；\n（二）查闸。\n本办法自2031年1月2日起施行。", []),
    ],
)  # fmt: skip
def test_what_ends_a_document_closes_it_below_a_table_too(source: str, closed: list[str]) -> None:
    policy = read_extracted(source)
    sections = [section for section in policy.walk() if section.kind is SectionKind.CLOSING]
    assert [policy.text[block.start : block.end] for section in sections for block in section.blocks] == closed


def test_editors_are_told_of_an_end_that_may_speak_for_all_until_the_document_closes_there() -> None:
    source = "一、检查\n（一）查坝\n每周一次。\n（二）查闸\n每月一次。\n逐闸登记，不得拖延。"
    (remark,) = open_ends(read(source=source))
    assert remark.startswith("the last paragraph, line 6 of source.txt, stands in s1-2; if it speaks for the whole")
    assert list(open_ends(read(closing(6, 6), source=source))) == []
