"""What hangs on the text of a DOCX file, stands beside it or in it: boxes, notes, heads and feet, other files."""

import io
from collections import Counter

import docx
import pytest
from docx.enum.text import WD_BREAK

from scripts.model.vocabulary import Format, Leaving
from scripts.problems import CorpusError
from scripts.read.extract.blocks import Extraction, Paragraph, Place
from scripts.read.extract.docx.reader import PROGRAM, read_docx
from tests.extract.docx_files import (
    blocks_of,
    definition,
    field,
    inline,
    level,
    listed,
    make_docx,
    p,
    package,
    r,
    read,
    row,
    table,
    texts,
)


def box(text: str) -> str:
    """A text box, as Word writes it twice: for programs of today and of old."""
    inside = f"<w:txbxContent>{text}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_text_boxes_follow_the_paragraph_on_which_they_hang_once() -> None:
    body = p(r("正文"), box(p("框一") + p("框二", box(p("框中框")))), r("继续")) + p("下一段")
    extraction = read(body)
    assert texts(extraction) == ["正文继续", "框一", "框二", "框中框", "下一段"]
    assert not +extraction.left_out


def test_lists_are_counted_apart_in_boxes_notes_and_heads() -> None:
    numbering = definition(0, level(0)) + listed(1, 0)
    notes = "".join(f'<w:footnote w:id="{name}">{p("注", num=(1, 0))}</w:footnote>' for name in (4, 5))
    body = p("甲", num=(1, 0)) + p(r("乙"), box(p("框", num=(1, 0))), refer(4), refer(5)) + p("丙", num=(1, 0))
    body += section(margin("header", "header1"))
    extraction = read(body, numbering=numbering, footnotes=notes, header1=p("内部资料", num=(1, 0)))
    assert texts(extraction) == ["1.甲", "乙[1][2]", "1.框", "[1]1.注", "[2]2.注", "2.丙"]


def test_an_old_text_box_and_letters_that_are_drawn_are_read() -> None:
    old = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('框')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    drawn = '<w:r><w:pict><v:shape><v:textpath string="某市人民政府文件"/></v:shape></w:pict></w:r>'
    assert texts(read(p(r("甲"), old) + p(drawn))) == ["甲", "框", "某市人民政府文件"]


def test_of_several_ways_to_say_a_thing_the_first_that_is_understood_counts() -> None:
    ways = (
        '<mc:AlternateContent><mc:Choice Requires="wpsCustomData">{}</mc:Choice><mc:Choice Requires="w14 wps">{}</mc:Choice>'
        "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    )
    assert inline(ways.format(r("甲"), r("乙"), r("丙"))) == ["乙"]
    assert inline(ways.format(r("甲"), "", r("丙")).replace('Requires="w14 wps"', 'Requires="unknown"')) == ["丙"]
    assert texts(read(ways.format("", p("段"), p("落")))) == ["段"]


NOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    f'<w:footnote w:id="1">{p("<w:r><w:footnoteRef/></w:r>", r(" 注甲"))}{p("续甲")}</w:footnote>'
    f'<w:footnote w:id="2">{p("注乙")}</w:footnote><w:footnote w:id="3">{p("* 注丙")}</w:footnote>'
)


def refer(name: int, kind: str = "footnote", more: str = "") -> str:
    """A reference to a note."""
    return f'<w:r><w:{kind}Reference w:id="{name}"{more}/></w:r>'


def test_notes_follow_the_paragraph_that_refers_to_them_and_are_numbered_through() -> None:
    own = ' w:customMarkFollows="1"'
    body = (
        p(r("甲"), refer(2), r("，乙"), refer(1))
        + p(r("丙"), refer(3, more=own), r("*"))
        + p(r("丁"), refer(9, "endnote"))
        + p(r("戊"), refer(2))
    )
    endnotes = f'<w:endnote w:id="9">{p("尾注")}</w:endnote>'
    assert texts(read(body, footnotes=NOTES, endnotes=endnotes)) == [
        "甲[1]，乙[2]",
        "[1]注乙",
        "[2]注甲",
        "续甲",
        "丙*",
        "* 注丙",
        "丁[3]",
        "[3]尾注",
        "戊",
    ]


def test_notes_of_a_table_follow_it() -> None:
    extraction = read(table(row("甲", f"<w:tc>{p(r('乙'), refer(2))}</w:tc>")) + p("后"), footnotes=NOTES)
    first, *others = extraction.blocks
    assert not isinstance(first, Paragraph)
    assert first.rows[0][1].paragraphs == ("乙[1]",)
    assert others == [Paragraph("[1]注乙"), Paragraph("后")]


def section(*references: str, more: str = "") -> str:
    """The properties of a section with its heads and feet."""
    return f"<w:sectPr>{''.join(references)}{more}</w:sectPr>"


def margin(kind: str, name: str, when: str = "default") -> str:
    return f'<w:{kind}Reference w:type="{when}" r:id="{name}"/>'


def test_heads_and_feet_that_say_more_than_the_page_stand_apart_once() -> None:
    body = p("正文", more=section(margin("header", "header1"), margin("footer", "footer1"))) + section(
        margin("header", "header1"),
        margin("header", "header2"),
        margin("footer", "footer2"),
        margin("header", "header3", "first"),
    )
    extraction = read(
        body,
        header1=p("内部资料"),
        header2=p("内部资料"),
        header3=p("首页才有"),
        footer1=p(r("— "), field("PAGE", r("3")), r(" —")),
        footer2=p("第", field("PAGE", r("1")), "页 共", field("NUMPAGES", r("12")), "页 某市印发"),
    )
    margins = [
        block.text for block in extraction.blocks if isinstance(block, Paragraph) and block.place is Place.MARGIN
    ]
    assert margins == ["内部资料", "第1页 共12页 某市印发"]
    assert texts(extraction) == ["正文"]
    assert extraction.left_out == {Leaving.RUNNING: 4, Leaving.HIDDEN: 1}


def test_another_document_within_leaves_a_doubt_on_the_next_words() -> None:
    extraction = read('<w:altChunk r:id="rId9"/>' + p("正文"))
    [block] = extraction.blocks
    assert block.doubt.startswith("stands by another file")
    assert extraction.left_out[Leaving.EMBEDDED] == 1
    [last] = read(p("正文") + '<w:altChunk r:id="rId9"/>').blocks
    assert last.doubt.startswith("stands by another file")


@pytest.mark.parametrize(
    ("formula", "drawn"),
    [
        ("<m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f>", "3/4"),
        ("<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>", "(a+b)/2"),
        ("<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup>", "10^3"),
        ("<m:sSub><m:e><m:r><m:t>CO</m:t></m:r></m:e><m:sub><m:r><m:t>2</m:t></m:r></m:sub></m:sSub>", "CO_2"),
        ('<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=""/></m:dPr><m:e><m:r><m:t>x</m:t></m:r></m:e></m:d>', "[x"),
        ("<m:rad><m:radPr/><m:deg/><m:e><m:r><m:t>n</m:t></m:r></m:e></m:rad>", "√(n)"),
    ],
)
def test_a_formula_keeps_its_numbers_apart(formula: str, drawn: str) -> None:
    [block] = read(p(f"<m:oMathPara><m:oMath>{formula}</m:oMath></m:oMathPara>")).blocks
    assert isinstance(block, Paragraph)
    assert block.text == drawn
    assert "formula" in block.doubt


def test_the_strict_edition_reads_as_the_other() -> None:
    numbering = definition(0, level(0, "chineseCounting", "%1、")) + listed(1, 0)
    body = p("总体要求", num=(1, 0)) + table(row("甲", "乙"))
    assert read(body, strict=True, numbering=numbering).blocks == read(body, numbering=numbering).blocks


def test_the_document_is_found_by_its_relationship_and_macros_are_counted() -> None:
    document = make_docx(p("正文"), vbaProject="")
    extraction = read_docx(document, "a.docm")
    assert texts(extraction) == ["正文"]
    assert extraction.left_out[Leaving.EMBEDDED] == 1
    assert extraction.program == PROGRAM


@pytest.mark.parametrize(
    "files",
    [{"a.txt": b""}, {"word/document.xml": make_docx("")}, {"word/document.xml": b"<a/>", "_rels/.rels": b"<a/>"}],
)
def test_a_package_without_a_document_is_refused_with_what_to_do(files: dict[str, bytes]) -> None:
    with pytest.raises(CorpusError, match="has no document in it; open it in the program that made it"):
        read_docx(package(files), "a.docx")


@pytest.mark.parametrize("tag", ["smartTag", "sdt", "tbl", "ins"])
def test_depth_is_refused_and_does_not_crash(tag: str) -> None:
    with pytest.raises(CorpusError, match="is no XML"):
        read(p(f"<w:{tag}>" * 100_000 + f"</w:{tag}>" * 100_000))


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<w:smartTag>", "</w:smartTag>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        (
            "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>",
            "</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
        ),
        ("<m:oMath>", "</m:oMath>"),
    ],
)
def test_what_stands_as_deep_as_a_part_may_is_read_or_counted(opening: str, closing: str) -> None:
    times = 240 // opening.count("<")
    extraction = read(f"<w:p>{opening * times}{r('深')}{closing * times}</w:p>")
    assert texts(extraction) == ["深"] or +extraction.left_out or "formula" in blocks_of(extraction)[0].doubt


def test_tables_nested_too_deep_are_counted() -> None:
    inside = p("深")
    for _ in range(60):
        inside = f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"
    assert read(inside).left_out[Leaving.HIDDEN] == 1


def test_python_docx_files_read_as_they_were_written() -> None:
    document = docx.Document()
    document.add_heading("工作方案", 1)
    paragraph = document.add_paragraph("一是")
    paragraph.add_run("抓质量").bold = True
    paragraph.add_run().add_break(WD_BREAK.LINE)
    paragraph.add_run("二是抓品牌")
    document.add_paragraph("甲", style="List Number")
    document.add_paragraph("乙", style="List Number")
    document.add_paragraph("丙", style="List Bullet")
    cells = document.add_table(2, 2)
    cells.cell(0, 0).merge(cells.cell(1, 0)).text = "合并"
    cells.cell(0, 1).text, cells.cell(1, 1).text = "上", "下"
    buffer = io.BytesIO()
    document.save(buffer)
    extraction = read_docx(buffer.getvalue(), "a.docx")
    *paragraphs, grid = extraction.blocks
    assert [block.text for block in paragraphs if isinstance(block, Paragraph)] == [
        "工作方案",
        "一是抓质量",
        "二是抓品牌",
        "1.甲",
        "2.乙",
        "•丙",
    ]
    assert not isinstance(grid, Paragraph)
    assert [[(cell.paragraphs, cell.rows) for cell in line] for line in grid.rows] == [
        [(("合并",), 2), (("上",), 1)],
        [(("下",), 1)],
    ]


def test_a_file_in_the_file_is_read_where_word_shows_it() -> None:
    inner = make_docx(p("内甲") + '<w:altChunk r:id="x"/>', aFChunk="")
    body = p("前") + '<w:altChunk r:id="aFChunk1"/>' + p("中") + '<w:altChunk r:id="aFChunk2"/>' + p("后")
    data = make_docx(
        body, files={"word/aFChunk1.xml": inner, "word/aFChunk2.xml": "文甲\n文乙\n".encode()}, aFChunk1="", aFChunk2=""
    )
    extraction = read_docx(data, "a.docx")
    assert texts(extraction) == ["前", "内甲", "中", "文甲", "文乙", "后"]
    assert extraction.program == PROGRAM
    assert extraction.left_out[Leaving.EMBEDDED] == 1


def test_a_web_page_in_the_file_is_all_of_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def read_page(data: bytes, path: str) -> Extraction:
        return Extraction([Paragraph("页首", Place.AROUND), Paragraph("正文")], "html 0", Counter({Leaving.PICTURE: 1}))

    monkeypatch.setattr("scripts.read.extract.docx.chunks.reader_of", {Format.HTML: read_page}.__getitem__)
    files = {"word/aFChunk1.xml": b"<html><body>x</body></html>"}
    extraction = read_docx(make_docx('<w:altChunk r:id="aFChunk1"/>', files=files, aFChunk1=""), "a.docx")
    assert texts(extraction) == ["页首", "正文"]
    assert extraction.program == f"{PROGRAM}, html 0"
    assert extraction.left_out[Leaving.PICTURE] == 1
