"""Every word of a DOCX file that Word prints stands in its text, at its place, and no other."""

import re

import pytest

from scripts.model.vocabulary import Leaving
from tests.extract.docx_files import (
    definition,
    field,
    inline,
    level,
    listed,
    p,
    r,
    read,
    row,
    style,
    table,
    texts,
)

DELETED = '<w:del w:id="1"><w:r><w:delText>删去的字</w:delText></w:r></w:del>'
VANISH = "<w:vanish/>"


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
