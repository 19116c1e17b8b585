"""Every word of a DOCX file that Word prints stands in its text, at its place, and no other."""

import io
import re
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
    level,
    listed,
    make_docx,
    p,
    package,
    r,
    read,
    row,
    style,
    table,
    texts,
)

DELETED = '<w:del w:id="1"><w:r><w:delText>删去的字</w:delText></w:r></w:del>'
VANISH = "<w:vanish/>"


def inline(*inside: str) -> list[str]:
    """The lines of one paragraph with this in it."""
    return texts(read(f"<w:p>{''.join(inside)}</w:p>"))


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        pytest.param(
            f'<w:smartTag w:element="date">{r("2021年3月1日")}</w:smartTag>起', ["2021年3月1日起"], id="smart tag"
        ),
        pytest.param(f'<w:ins w:id="1">{r("新增")}</w:ins>内容', ["新增内容"], id="inserted"),
        pytest.param(
            f'<w:moveTo w:id="1">{r("移来")}</w:moveTo><w:moveFrom w:id="2">{r("移走")}</w:moveFrom>',
            ["移来"],
            id="moved",
        ),
        pytest.param(
            f'按照<w:fldSimple w:instr=" REF a ">{r("第十二条")}</w:fldSimple>办理',
            ["按照第十二条办理"],
            id="simple field",
        ),
        pytest.param(f'见<w:hyperlink w:anchor="a">{r("附件1")}</w:hyperlink>', ["见附件1"], id="link"),
        pytest.param(
            f"<w:sdt><w:sdtPr/><w:sdtContent>{r('2021')}</w:sdtContent></w:sdt>年", ["2021年"], id="content control"
        ),
        pytest.param(
            f'<w:customXml w:element="x">{r("甲")}</w:customXml><w:dir w:val="rtl">{r("乙")}</w:dir>',
            ["甲乙"],
            id="wrappers",
        ),
        pytest.param(f'<w:bdo w:val="rtl">{r("丙")}</w:bdo><w:proofErr w:type="spellStart"/>丁', ["丙丁"], id="bdo"),
        pytest.param(
            "GB/T 19001<w:r><w:noBreakHyphen/></w:r>2016", ["GB/T 19001-2016"], id="hyphen that does not break"
        ),
        pytest.param("质<w:r><w:softHyphen/></w:r>量", ["质量"], id="soft hyphen"),
        pytest.param(f"附件<w:r><w:tab/></w:r>{r('1')}<w:r><w:ptab/></w:r>页", ["附件 1 页"], id="tabs"),
        pytest.param("关于加强<w:r><w:br/></w:r>质量工作的意见", ["关于加强", "质量工作的意见"], id="line break"),
        pytest.param(
            f'甲<w:r><w:br w:type="page"/></w:r>{r("乙")}<w:r><w:br w:type="column"/></w:r>丙',
            ["甲乙丙"],
            id="page break",
        ),
        pytest.param("甲<w:r><w:cr/></w:r>乙", ["甲", "乙"], id="carriage return"),
        pytest.param(
            "<w:r><w:t> 甲 </w:t><w:t xml:space='preserve'> 乙</w:t><w:t>　丙　</w:t></w:r>",
            ["甲 乙　丙　"],
            id="blanks",
        ),
        pytest.param(f"甲{r('乙', '<w:webHidden/><w:caps/>')}", ["甲乙"], id="hidden on the web alone"),
        pytest.param(
            f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('ér')}</w:rt><w:rubyBase>{r('儿')}</w:rubyBase></w:ruby></w:r>童",
            ["儿童"],
            id="ruby",
        ),
        pytest.param("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", ["a+b"], id="formula"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_words_stand_wherever_they_are_wrapped(inside: str, lines: list[str]) -> None:
    pieces = re.split(r"(<.*>)", inside)
    assert inline(*(piece if piece.startswith("<") else r(piece) for piece in pieces if piece)) == lines


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        (field("PAGEREF a", r("7")), "7"),
        (field("IF " + field("PAGE", r("1")) + " = 1", r("甲")), "甲"),
        (field("TOC", r("一、总则"), field("PAGEREF b", r("3"))), "一、总则3"),
        (field("PAGE"), ""),
        (field(r"EQ \o\ac(○,21)"), "㉑"),
        (field(r"eq \o\ac(○,3)"), "③"),
        (field(r"EQ \o\ac(□,甲)"), "甲"),
        (field(r"EQ \f(1,2)"), "1/2"),
        (field(r"EQ \* jc2 \* hps10 \o(\s\up 6(市政),\s\do 2(府办))"), "市政府办"),
        (field(r'SYMBOL 254 \f "Wingdings"'), "☑"),
        ('<w:fldSimple w:instr="EQ \\o\\ac(○,5)"/>', "⑤"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("没有终点的域"), "没有终点的域"),
        ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("没有起点的域"), "没有起点的域"),
    ],
)
def test_of_a_field_its_result_is_shown(inside: str, shown: str) -> None:
    assert inline(r("前"), inside, r("后")) == [f"前{shown}后"]


def test_a_field_may_span_paragraphs() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    separate, end = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = p(begin + separate + r("一、总则")) + p(r("二、附则")) + p(end + r("正文"))
    assert texts(read(body)) == ["一、总则", "二、附则", "正文"]


def test_a_field_that_counts_gives_a_doubt() -> None:
    [block] = read(p(field("AUTONUM"), r("文"))).blocks
    assert "a field counts" in block.doubt


@pytest.mark.parametrize(
    ("body", "leaving", "count"),
    [
        (p(r("甲"), DELETED, DELETED, r("乙"), DELETED), Leaving.DELETED, 2),
        (p(r("甲"), r("藏", VANISH), r("着", VANISH), r("乙")), Leaving.HIDDEN, 1),
        (p(r("甲"), r("藏", "<w:specVanish/>"), r("乙")), Leaving.HIDDEN, 1),
        (
            p(r("甲"), '<w:commentRangeStart w:id="1"/>', r("乙"), '<w:r><w:commentReference w:id="1"/></w:r>'),
            Leaving.COMMENT,
            1,
        ),
        (
            p(
                r("甲"),
                "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
                + r("单击此处")
                + "</w:sdtContent></w:sdt>",
                r("乙"),
            ),
            Leaving.FORM,
            1,
        ),
        (p(r("甲"), "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>", r("乙")), Leaving.PICTURE, 1),
        (
            p(
                r("甲"),
                "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
                r("乙"),
            ),
            Leaving.PICTURE,
            1,
        ),
        (p(r("甲"), "<w:r><w:pict><v:line/></w:pict></w:r>", r("乙")), Leaving.DRAWING, 1),
        (
            p(
                r("甲"),
                "<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID='Excel.Sheet.8'/></w:object></w:r>",
                r("乙"),
            ),
            Leaving.EMBEDDED,
            1,
        ),
        (p(r("甲"), "<w:r><w:object><w:control/></w:object></w:r>", r("乙")), Leaving.FORM, 1),
    ],
)
def test_what_is_left_out_is_counted_each_passage_once(body: str, leaving: Leaving, count: int) -> None:
    extraction = read(body)
    assert texts(extraction) == ["甲乙"]
    assert extraction.left_out == {leaving: count}


STYLES = (
    style("Hidden", f"<w:rPr>{VANISH}</w:rPr>")
    + style("Shown", '<w:rPr><w:vanish w:val="0"/></w:rPr>', based_on="Hidden")
    + style("Mark", f"<w:rPr>{VANISH}</w:rPr>", kind="character")
    + style("Plain", kind="character")
)


@pytest.mark.parametrize(
    ("paragraph", "properties", "is_shown"),
    [
        ("Hidden", "", False),
        ("Shown", "", True),
        ("Hidden", '<w:vanish w:val="false"/>', True),
        ("Shown", VANISH, False),
        ("Shown", '<w:rStyle w:val="Mark"/>', False),
        ("Hidden", '<w:rStyle w:val="Mark"/>', True),
        ("Hidden", '<w:rStyle w:val="Plain"/>', False),
        ("", '<w:rStyle w:val="Mark"/>', False),
    ],
)
def test_two_styles_that_hide_show_and_what_the_run_says_goes_before(
    paragraph: str, properties: str, is_shown: bool
) -> None:
    assert texts(read(p(r("文", properties), style=paragraph), styles=STYLES)) == ["文"] * is_shown


def test_a_paragraph_goes_on_with_the_next_where_its_end_is_deleted_or_hidden() -> None:
    deleted, hidden = '<w:del w:id="1"/>', "<w:vanish/><w:specVanish/>"
    assert texts(read(p("前半", mark=deleted) + p("后半") + p("下一段"))) == ["前半后半", "下一段"]
    assert texts(read(p("（一）标题。", mark=hidden) + p("正文。"))) == ["（一）标题。正文。"]
    assert texts(read(p("表前", mark=deleted) + table(row("甲", "乙")) + p("表后", mark=deleted))) == ["表前", "表后"]


def test_a_large_initial_stands_before_its_word() -> None:
    assert texts(read(p("为", more='<w:framePr w:dropCap="drop"/>') + p("加强管理"))) == ["为加强管理"]


def test_the_number_of_joined_paragraphs_is_the_one_that_is_printed() -> None:
    numbering = definition(0, level(0, "chineseCounting", "（%1）")) + listed(1, 0)
    body = (
        p("标题。", num=(1, 0), mark="<w:vanish/><w:specVanish/>")
        + p("正文")
        + p("删", num=(1, 0), mark='<w:del w:id="1"/>')
    )
    assert texts(read(body + p("除", num=(1, 0)), numbering=numbering)) == ["（一）标题。正文", "（二）删除"]


@pytest.mark.parametrize(
    ("font", "char", "shown"),
    [
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "FE", "☑"),
        ("Wingdings 2", "F0A3", "□"),
        ("Symbol", "F0B3", "≥"),
        ("宋体", "2265", "≥"),
    ],
)
def test_a_sign_of_a_font_is_the_character_that_it_draws(font: str, char: str, shown: str) -> None:
    assert inline(f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>', r("是")) == [f"{shown}是"]


def test_a_sign_that_nobody_knows_is_counted_and_doubted() -> None:
    extraction = read(
        p('<w:r><w:sym w:font="某体" w:char="F041"/></w:r>', r("\uf0e9", '<w:rFonts w:ascii="Wingdings"/>'))
    )
    [block] = extraction.blocks
    assert texts(extraction) == ["\ufffd\ufffd"]
    assert extraction.left_out[Leaving.GLYPH] == 2
    assert "put it in" in block.doubt


def test_private_characters_are_read_by_a_font_of_symbols_alone() -> None:
    wingdings = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    assert inline(r("\uf0a8", wingdings), r("\uf0fe同意", wingdings), r("\ue000")) == ["□☑同意\ue000"]


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
