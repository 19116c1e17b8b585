"""What LibreOffice alone opens is read by way of it; without it, or where it cannot, a line says what to type."""

import io
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from scripts.model.vocabulary import Leaving
from scripts.problems import CorpusError
from scripts.read.extract.blocks import Paragraph, Table
from scripts.read.extract.drawing import draw
from scripts.read.extract.office import convert, sheets
from scripts.read.extract.office.numbers import doubt_numbers
from scripts.read.extract.office.reader import read_office
from tests.extract.docx_files import make_docx, p, package

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FILES = {
    "DOC": OLE + "WordDocument".encode("utf-16-le") + b"\0\0",
    "XLS": OLE + "Workbook".encode("utf-16-le") + b"\0\0",
    "RTF": rb"{\rtf1 x}",
    "ODT": package({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}),
    "XLSX": package({"xl/workbook.xml": b"<a/>"}),
}


def program(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """Put a program in the place of LibreOffice; without a script, nothing."""
    (folder / "bin").mkdir()
    if script:
        path = folder / "bin" / "soffice"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder / 'bin'}{':/usr/bin:/bin' if script else ''}")


@pytest.mark.parametrize("name", FILES)
def test_without_libreoffice_a_line_says_what_to_type(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program(monkeypatch, tmp_path, "")
    with pytest.raises(CorpusError, match=rf"{name}.* not installed; type: sudo apt-get install libreoffice-\w+-nogui"):
        read_office(FILES[name], "a.doc")


def test_what_libreoffice_cannot_open_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program(monkeypatch, tmp_path, "exit 1")
    with pytest.raises(CorpusError, match="cannot open: it is damaged, has a password"):
        read_office(FILES["DOC"], "a.doc")


def test_what_is_converted_is_read_and_both_programs_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    application = b"<Properties><Application>LibreOffice/7.4.7.2$Linux_X86_64</Application></Properties>"
    (tmp_path / "made.docx").write_bytes(make_docx(p("总体要求"), files={"docProps/app.xml": application}))
    program(monkeypatch, tmp_path, f'mkdir out && cp "{tmp_path}/made.docx" out/source.docx')
    extraction = read_office(FILES["DOC"], "a.doc")
    assert list(extraction.blocks) == [Paragraph("总体要求")]
    assert extraction.program == "docx 1, LibreOffice 7.4.7.2"


def test_libreoffice_runs_alone_without_macros_and_without_our_variables(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen = tmp_path / "seen"
    program(monkeypatch, tmp_path, f'(echo "$@"; env; pwd; cat profile/user/registrymodifications.xcu) > "{seen}"')
    monkeypatch.setenv("SECRET_OF_OURS", "1")
    with pytest.raises(CorpusError):
        read_office(FILES["DOC"], "a.doc")
    said = seen.read_text()
    assert "--headless" in said
    assert "SECRET_OF_OURS" not in said
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true<' in said
    folder = next(line for line in said.splitlines() if line.startswith("HOME=")).removeprefix("HOME=")
    assert f"-env:UserInstallation=file://{folder}/profile" in said
    assert not Path(folder).exists()


def test_what_takes_too_long_is_ended_with_all_that_it_began(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program(monkeypatch, tmp_path, f'sleep 600 & echo $! > "{tmp_path}/begun"; wait')
    monkeypatch.setattr(convert, "TIME_LIMIT", 0.5)
    with pytest.raises(CorpusError, match="seconds to open; open it in the program"):
        read_office(FILES["DOC"], "a.doc")
    assert has_ended(int((tmp_path / "begun").read_text()))


def has_ended(process: int) -> bool:
    """Whether a process is gone, or only waits to be taken note of."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return True


@pytest.mark.parametrize(
    ("lines", "doubted"),
    [
        ("第一章 总则|第一条 为了|第二条 本市|第二章 监督|第一条 应当|第三章 附则|第一条 本办法", "第一条 应当"),
        ("第一章 总则|第一条 为了|第二章 监督|第二条 应当", ""),
        ("第一章 总则|第一条 为了|附件|第一章 总则|第一条 为了", ""),
        ("第一章 总则|第一节 目的|第一条 为了|第二节 范围|第一条 本市", "第一条 本市"),
        ("第二章规定的|第一条 为了", ""),
        ("一.总体要求|二.1目标", "二.1目标"),
        ("二.一.1目标", "二.一.1目标"),
    ],
)
def test_numbers_that_word_may_print_otherwise_are_doubted_once(lines: str, doubted: str) -> None:
    blocks = list(doubt_numbers(map(Paragraph, lines.split("|"))))
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == lines.split("|")
    assert [block.text for block in blocks if isinstance(block, Paragraph) and block.doubt] == [doubted] * bool(doubted)
    assert all("; " in block.doubt and "Word" in block.doubt for block in blocks if block.doubt)


PAGE = """<html><body>
<a name="table1"><h1>Sheet 1: <em>指标</em></h1></a><table>
<tr><td colspan=4><b>某市指标</b></td></tr>
<tr><td rowspan=2>序号</td><td colspan=2>目标</td><td><br></td></tr>
<tr><td>2020年</td><td>2025年</td><td><br></td></tr>
<tr><td><br></td><td><br></td><td><br></td><td><br></td></tr>
<tr><td sdval="1">1</td><td>95%
以下</td><td>98%<br>以上<a class="comment-indicator"></a><comment>批注</comment></td><td><br></td></tr>
<tr><td>注：</td><td><br></td><td><br></td><td><br></td></tr>
</table>
<a name="table3"><h1>Sheet 2: <em>Sheet2</em></h1></a><table><tr><td>甲</td><td><img src="a.png"></td><td>乙</td></tr></table>
<a name="table4"><h1>Sheet 3: <em>空表</em></h1></a><table><tr><td><br></td></tr></table>
</body></html>"""


def test_sheets_keep_what_is_shown_and_what_is_merged() -> None:
    left_out = Counter[Leaving]()
    text, _ = draw(sheets.read_sheets(PAGE.encode(), "a.xlsx", left_out))
    assert text.splitlines() == [
        "指标",
        "某市指标",
        "序号\t目标\t⇠",
        "⇡\t2020年\t2025年",
        "1\t95% 以下\t98%⏎以上",
        "注：",
        "甲\t乙",
    ]
    assert left_out == {Leaving.HIDDEN: 2, Leaving.COMMENT: 1, Leaving.PICTURE: 1}


def test_a_sheet_of_single_cells_is_lines() -> None:
    page = "<table><tr><td>甲</td></tr><tr><td>乙<br>丙</td></tr></table>"
    assert [*sheets.read_sheets(page.encode(), "a", Counter())] == [Paragraph("甲"), Paragraph("乙"), Paragraph("丙")]


def test_a_sheet_with_too_many_places_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_PLACES", 2000)
    page = f"<table>{'<tr><td rowspan=1000 colspan=1>甲</td></tr>' * 3}</table>"
    with pytest.raises(CorpusError, match="more than 2,000 cells; give the part"):
        list(sheets.read_sheets(page.encode(), "a.xlsx", Counter()))


def test_rows_that_merge_across_others_keep_their_spans() -> None:
    page = "<table><tr><td rowspan=3>甲</td><td>乙</td><td>丙</td></tr><tr><td></td><td></td></tr><tr><td>丁</td><td>戊</td></tr></table>"
    [block] = sheets.read_sheets(page.encode(), "a.xlsx", Counter())
    assert isinstance(block, Table)
    assert [[(cell.rows, cell.columns) for cell in line] for line in block.rows] == [
        [(2, 1), (1, 1), (1, 1)],
        [(1, 1), (1, 1)],
    ]


RTF = (
    rb"{\rtf1\ansi\ansicpg936{\fonttbl{\f0 SimSun;}}"
    rb"\pard\f0 \'d6\'ca\'c1\'bf\'b9\'a4\'d7\'f7\par"
    rb"{\v \'d2\'fe}\u19968?\'a1\'a2\'c4\'bf\'b1\'ea\par"
    rb"\trowd\cellx2000\cellx4000\pard\intbl \'bc\'d7\cell \'d2\'d2\cell\row\pard\par}"
)


def workbook() -> bytes:
    """A sheet with a title over its columns and a share."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:B1", "目标")
        sheet.write("A2", "合格率")
        sheet.write("B2", 0.95, book.add_format({"num_format": "0.0%"}))
        sheet.write_row("A3", ["品牌", "百个"])
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("make", "text"),
    [(lambda: RTF, "质量工作\n一、目标\n甲\t乙\n"), (workbook, "目标\n合格率\t95.0%\n品牌\t百个\n")],
    ids=["a text", "a sheet"],
)
def test_libreoffice_opens_what_we_cannot(make: Callable[[], bytes], text: str) -> None:
    """Without LibreOffice its absence is said, as everywhere."""
    if any(map(shutil.which, convert.PROGRAMS)):
        extraction = read_office(make(), "a")
        assert draw(extraction.blocks)[0] == text
        assert "LibreOffice" in extraction.program
    else:
        with pytest.raises(CorpusError, match="not installed"):
            read_office(make(), "a")
