"""Notices, what they issue, and what is attached to them: any such text, printed in any of the usual ways, gives its tree."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.check.checks import check_policy
from scripts.model.anchors import make, parse
from scripts.model.edits import undo
from scripts.model.policy import Policy
from scripts.read.clean.decode import read_source
from scripts.read.policy import read_policy
from scripts.read.structure.lines import read_lines
from scripts.read.structure.nest import nest
from scripts.text.numerals import format_numeral
from tests.steps import count_steps

MARKS = ("附件{n}", "附 件 {n}", "附件{n}：", "【附件{n}】", "附件{han}")
TITLED_MARKS = ("附件{n}：{title}", "附件{n} {title}", "附件{han}：{title}")
TITLES = (
    ("水渠清淤实施方案",),
    ("水渠护坡", "工作方案"),
    ("关于水渠管护若干问题的", "处理意见"),
    ("水渠管护办法", "（试行）"),
)
FEET = (("某县水务局", "2031年1月2日"), ("某县水务局  某县财政局", "二〇三一年一月二日", "（此件公开发布）"), ())


@dataclass(frozen=True)
class Text:
    """A document to print: its title, how many items its parts have, its foot."""

    title: tuple[str, ...]
    parts: tuple[int, ...]
    foot: tuple[str, ...]

    def body(self) -> list[str]:
        lines: list[str] = []
        for part, items in enumerate(self.parts, start=1):
            lines.append(f"{format_numeral(part)}、管好第{part}条水渠")
            lines += [f"（{format_numeral(item)}）清淤。今年清{item}次。" for item in range(1, items + 1)] or [
                "今年清淤。"
            ]
        return [*lines, *self.foot]

    def anchors(self, before: str) -> list[str]:
        """Return the anchors of its sections, each behind that of the document."""
        own = [f"s{part}" for part in range(1, len(self.parts) + 1)]
        below = [f"s{part}-{item}" for part, items in enumerate(self.parts, start=1) for item in range(1, items + 1)]
        return [before + anchor for anchor in [*own, *below, *(["closing"] if self.foot else [])]]


@st.composite
def texts(draw: st.DrawFn, *, has_parts: bool = True) -> Text:
    parts = draw(st.lists(st.integers(0, 3), min_size=1, max_size=3)) if has_parts else []
    return Text(draw(st.sampled_from(TITLES)), tuple(parts), draw(st.sampled_from(FEET)))


def mark(draw: st.DrawFn, number: int, text: Text) -> list[str]:
    """Return the lines that begin an annex with this number."""
    form = draw(st.sampled_from((*MARKS, *TITLED_MARKS)))
    line = form.format(n=number, han=format_numeral(number), title="".join(text.title))
    return [line] if form in TITLED_MARKS else [line, *text.title]


@st.composite
def notices(draw: st.DrawFn) -> tuple[str, set[str]]:
    """Return a notice with what it issues and what is attached to it, and the anchors of all sections."""
    notice = draw(texts(has_parts=draw(st.booleans())))
    issued = draw(st.lists(texts(), max_size=2)) if notice.foot else []
    annexes = draw(st.lists(texts(), max_size=3))
    lines = ["关于做好水渠工作的通知", "各镇人民政府：", "现将有关事项通知如下。", *notice.body()]
    anchors = {"preamble", *notice.anchors("")}
    is_main = len(issued) == 1 and not notice.parts
    if is_main:
        anchors -= {"closing"}  # who signs the notice stands before its main text
    count = 0
    for text in issued:
        count += not is_main
        lines += [*text.title, "为管好水渠，制定如下。", *text.body()]
        anchors |= {*text.anchors("" if is_main else f"x{count}-"), *(() if is_main else [f"x{count}"])}
    for number, text in enumerate(annexes, start=1):
        count += 1
        lines += [*mark(draw, number, text), *text.body()]
        anchors |= {f"x{count}", *text.anchors(f"x{count}-")}
    return "\n".join(lines), anchors


def read(text: str) -> Policy:
    return read_policy(read_source(text.encode(), "text"))[0]


@settings(max_examples=80)
@given(notices())
def test_every_document_of_a_text_has_its_own_numbers_and_its_own_closing(notice: tuple[str, set[str]]) -> None:
    text, expected = notice
    policy = read(text)
    anchors = [section.anchor for section in policy.walk()]
    assert sorted(anchors) == sorted(expected)
    assert [anchor for anchor in policy.anchors() if make(parse(anchor)) != anchor] == []
    assert list(map(str, check_policy(policy, "source.txt"))) == []  # tiling, numbers, anchors
    assert undo(policy.text, policy.edits) == text


def test_an_annex_bears_the_number_that_it_prints_where_one_before_it_is_missing() -> None:
    policy = read("关于水渠的通知\n一、清淤\n清渠。\n附件2\n水渠名单\n东渠\n附件3\n灌区名单\n东区\n")
    assert [section.anchor for section in policy.sections] == ["preamble", "s1", "x2", "x3"]
    assert ["附件2" in str(problem) for problem in check_policy(policy, "source.txt")] == [True]


def test_the_work_of_finding_documents_grows_with_the_text_and_not_with_its_square() -> None:
    def count(size: int) -> int:
        text = "关于水渠的通知\n" + "一、清淤\n清渠。\n某县水务局\n2031年1月2日\n水渠实施方案\n附件1\n水渠名单\n" * size
        return count_steps(lambda: nest(text, list(read_lines(text))))

    small, large = count(20), count(160)
    assert large < small * 12  # eight times the text; its square would be 64 times the work
