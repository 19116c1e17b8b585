"""The sweep over foreign texts counts what is printed and what was read, each line once."""

from pathlib import Path

import pytest

from scripts.read.corpus.corpus import read_shared
from tests.conftest import INVENTED
from tests.sweep.cases import CASES, judge
from tests.sweep.forms import find_form
from tests.sweep.text import see

TEXT = """# 关于水库的意见

一、检查
　　（一）普查。全面查，2027年达标率达到95%以上。

第三条规定的事项从其规定。
A.坝
"""


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("　　第三条　为了", "第…条"),
        ("第 3 條", "第…条"),
        ("第三条之一　鼓励", "第…条"),
        ("第三条规定的事项", None),
        ("**一、检查**", "一、"),
        ("一、二级医院", None),
        ("1.5万元", None),
        ("1.1　目的", "1.1"),
        ("1．抽检", "1."),
        ("2018.", None),
        ("附件1", "附件"),
        ("附件材料", None),
    ],
)
def test_a_printed_number_is_named_by_its_form(line: str, form: str | None) -> None:
    assert find_form(line) == form


def test_what_is_printed_stands_beside_what_was_read(tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text(TEXT, encoding="utf-8")
    seen = see(file, read_shared(INVENTED))
    assert (seen.printed["一、"], seen.recognised["一、"], seen.recognised["（一）"]) == (1, 1, 1)
    assert seen.printed.total() == seen.recognised.total() + len(seen.unused)
    assert [line for line, _ in seen.unseen + seen.dropped] == []
    assert len(seen.targets) == 1
    assert seen.fault == ""


def test_what_cannot_be_read_is_said_and_stops_nothing(tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_bytes("一、检查".encode() + b"\xff\xfe" + "查".encode() * 40)
    assert "offset" in see(file, read_shared(INVENTED)).fault


LAW = """某县水渠办法
第一章 总则
第一条 为了管好水渠，制定本办法。
第二条 下列水渠适用本办法：
（一）东渠；
（二）西渠。
第二章 附则
第三条 本办法自2031年1月1日起施行。
"""


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        (LAW, []),
        (LAW.replace("第三条 ", ""), ["structure", "title"]),
        (LAW.replace("某县", "当前位置：首页 > 文件\n某县"), ["metadata", "lines"]),
    ],
)
def test_a_case_is_judged_by_its_sections_its_particulars_and_its_lines(
    text: str, columns: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "01-articles.txt"
    file.write_text(text, encoding="utf-8")
    faults = dict(judge(file, CASES["01-articles"], read_shared(INVENTED)))
    assert list(faults) == columns
