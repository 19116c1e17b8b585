"""OFD files with every trap of the format: what is read, what is left out and counted, what is refused."""

from collections.abc import Iterator
from typing import Any

import pytest

from scripts.model.vocabulary import Format, Leaving
from scripts.problems import CorpusError
from scripts.read.extract.blocks import Block, Cell, Extraction, Paragraph, Place, Table
from scripts.read.extract.door import open_file
from scripts.read.extract.formats import find_format
from scripts.read.extract.ofd import documents, objects, pages
from scripts.read.extract.ofd.numbers import read_distances
from scripts.read.extract.ofd.reader import read_ofd
from tests.extract.ofd_files import (
    PLAIN_ROOT,
    document,
    element,
    grid,
    lines,
    ofd,
    page,
    picture,
    stroke,
    text,
    zipped,
)

FULL = "为提升产品和服务的质量水平现就有关工作提出以下具体意见请认真"
"""A line as wide as the page of the tests has it: thirty characters."""
FIRST = "　　" + FULL[:28]


def read(data: bytes) -> tuple[list[Block], Extraction]:
    extraction = read_ofd(data, "x.ofd")
    return list(extraction.blocks), extraction


def texts(data: bytes) -> list[str]:
    """Return the paragraphs of the document, and of its tables' cells."""
    return list(words_of(read(data)[0]))


def words_of(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if block.place is Place.DOCUMENT:
            yield from [block.text] if isinstance(block, Paragraph) else cells_of(block)


def cells_of(table: Table) -> Iterator[str]:
    for row in table.rows:
        for cell in row:
            yield "⏎".join(cell.paragraphs)


def margins(data: bytes) -> list[str]:
    return [block.text for block in read(data)[0] if isinstance(block, Paragraph) and block.place is Place.MARGIN]


def left_out(data: bytes) -> dict[Leaving, int]:
    blocks, extraction = read(data)
    assert blocks
    return dict(extraction.left_out)


def refusal(data: bytes) -> str:
    with pytest.raises(CorpusError) as caught:
        read(data)
    assert "; " in caught.value.problem.message  # and what to do
    return caught.value.problem.message


def test_lines_of_a_paragraph_are_one_and_it_goes_on_over_the_page_end() -> None:
    number = [text(100, 280, f"— {place} —", 4) for place in (1, 2)]
    data = ofd(
        page(text(75, 25, "质量提升方案", 10), lines([FIRST, FULL, FULL], 200), number[0]),
        page(lines([FULL[:12] + "。", "　　第二段从这里开始。"], 40), number[1]),
    )
    source = open_file(data, "x.ofd")
    whole = FIRST.strip() + FULL + FULL
    assert source.text.decode().split("\n")[:3] == [
        "质量提升方案",
        f"{whole}⟦— 1 —⟧{FULL[:12]}。",
        "第二段从这里开始。",
    ]
    assert source.source.original is not None
    assert source.source.original.program == "ofd 1"
    assert find_format(data, "x") is Format.OFD


def test_every_document_of_a_file_is_read_in_its_order() -> None:
    body = "<ofd:DocBody><ofd:DocRoot>{}/Document.xml</ofd:DocRoot></ofd:DocBody>"
    members = {"OFD.xml": element("OFD", body.format("B") + "<ofd:DocBody/>" + body.format("A"))}
    for folder, words in (("A", "第二份文件。"), ("B", "第一份文件。")):
        members |= {f"{folder}/Document.xml": document(["P.xml"]), f"{folder}/P.xml": page(text(30, 40, words))}
    assert texts(zipped(members)) == ["第一份文件。", "第二份文件。"]


def test_the_current_version_of_a_document_is_read() -> None:
    versions = (
        '<ofd:Versions><ofd:Version Current="false" BaseLoc="Doc_0/V0.xml"/>'
        '<ofd:Version Current="true" BaseLoc="Doc_0/V1.xml"/></ofd:Versions>'
    )
    root = f"<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>{versions}</ofd:DocBody>"
    parts = {
        "Doc_0/V1.xml": element("DocVersion", "<ofd:DocRoot>/Doc_0/Document_1.xml</ofd:DocRoot>"),
        "Doc_0/Document_1.xml": document(["New.xml"]),
        "Doc_0/New.xml": page(text(30, 40, "修订后的文本。")),
    }
    assert texts(ofd(page(text(30, 40, "修订前的文本。")), root=root, parts=parts)) == ["修订后的文本。"]


@pytest.mark.parametrize(
    "location", ["/Doc_0/P/C.xml", "P/C.xml", "Doc_0/P/C.xml", "doc_0\\p\\c.XML", "./P/../P/C.xml", "../Doc_0/P/C.xml"]
)
def test_a_location_is_found_whatever_it_begins_at(location: str) -> None:
    parts = {"Doc_0/Document.xml": document([location]), "Doc_0/P/C.xml": page(text(30, 40, "正文。"))}
    assert texts(ofd(parts=parts)) == ["正文。"]


def test_a_location_outside_the_package_is_not_found() -> None:
    parts = {"Doc_0/Document.xml": document(["../../../../etc/passwd"])}
    assert "lacks its page 1 ('../../../../etc/passwd')" in refusal(ofd(parts=parts))


def test_the_namespace_of_a_draft_is_no_hindrance() -> None:
    content = page(text(30, 40, "正文。")).replace("/2016", "")
    assert texts(ofd(content)) == ["正文。"]


@pytest.mark.parametrize(
    ("given", "count", "distances"),
    [
        ("5 5 10", 3, [5, 5, 10]),
        ("g 2 5 10", 3, [5, 5, 10]),
        ("1 g 3 2.5", 4, [1, 2.5, 2.5, 2.5]),
        ("5", 3, [5, 5, 5]),
        ("g 1000000000 1", 3, [1, 1, 1]),
        ("g 0 7 5", 2, [5, 5]),
        ("g -1 7 nan inf 1e999 5", 2, [5, 5]),
        ("x,5", 2, [5, 5]),
        ("g 5", 2, [5, 5]),
        ("", 2, []),
        (None, 2, []),
    ],
)
def test_distances_are_as_many_as_are_needed(given: str | None, count: int, distances: list[float]) -> None:
    assert read_distances(given, count) == distances


def test_a_text_object_may_hold_several_lines() -> None:
    across, down = "g 5 5 -25 g 5 5", "g 5 0 8 g 5 0"
    table = grid([28, 70], [30, 60])
    beside = grid([70, 100], [30, 60])
    data = ofd(
        page(table, beside, text(30, 40, "质量第一持续改进质量", DeltaX=across, DeltaY=down), text(72, 40, "乙"))
    )
    assert texts(data)[0].replace("⏎", "") == "质量第一持续改进质量"


@pytest.mark.parametrize("values", [{"DeltaX": ""}, {"DeltaX": "x"}, {"DeltaX": "5"}])
def test_a_text_without_distances_is_read(values: dict[str, Any]) -> None:
    assert texts(ofd(page(text(30, 40, "没有间距的一行。", **values)))) == ["没有间距的一行。"]


def test_letters_of_a_heading_that_is_spread_are_one_word() -> None:
    assert texts(ofd(page(text(40, 40, "某市人民政府文件", 8, DeltaX="g 7 18")))) == ["某市人民政府文件"]
    assert texts(ofd(page(*(text(40 + 14 * place, 40, char, 8) for place, char in enumerate("某市人民政府"))))) == [
        "某市人民政府"
    ]


def test_a_wide_gap_inside_a_text_is_a_blank() -> None:
    (words,) = texts(ofd(page(text(30, 40, "某市办公室二月一日印发", DeltaX="g 4 5 25 g 5 5"))))
    assert words.split() == ["某市办公室", "二月一日印发"]


def test_blanks_of_the_file_stay_and_those_around_a_line_are_its_indent() -> None:
    assert texts(ofd(page(text(30, 40, "  ISO 9001 和 ISO 14001 标准。 ")))) == ["ISO 9001 和 ISO 14001 标准。"]
    assert texts(ofd(page(text(30, 40, "责任单位 "), text(52.5, 40, "市场监管局")))) == ["责任单位 市场监管局"]


def test_what_is_raised_stays_on_its_line() -> None:
    parts = [text(30, 40, "新增绿地30万m"), text(62.5, 38, "2", 2.5), text(64, 40, "以上。")]
    assert texts(ofd(page(*parts))) == ["新增绿地30万m2以上。"]


def test_what_is_printed_twice_for_bold_is_read_once() -> None:
    assert texts(ofd(page(text(30, 40, "总体要求"), text(30.3, 40.1, "总体要求")))) == ["总体要求"]


def test_a_cell_of_upright_text_is_read() -> None:
    data = ofd(
        page(
            grid([30, 40, 100], [30, 60]),
            text(32, 40, "购买方", DeltaX="0 0", DeltaY="5 5"),
            text(42, 40, "某公司"),
        )
    )
    assert texts(data) == ["购买方", "某公司"]


def test_a_page_that_lies_on_its_side_is_turned() -> None:
    values: dict[str, Any] = {"CTM": "0 1 -1 0 0 0"}
    rows = [text(180 - 8 * place, 45, line, **values) for place, line in enumerate([FIRST, FULL, "到此为止。"])]
    number = text(95, 285, "— 7 —", 4)
    assert "".join(texts(ofd(page(*rows, number)))) == FIRST.strip() + FULL + "到此为止。"
    assert margins(ofd(page(*rows, number))) == ["— 7 —"]


def test_upright_columns_are_read_from_the_right() -> None:
    columns = ["质量是企业的生命线质量是", "立市之本必须长期坚持下去"]
    objects_of = [
        text(150 - 9 * place, 40, line, DeltaX="g 11 0", DeltaY="g 11 5") for place, line in enumerate(columns)
    ]
    assert "".join(texts(ofd(page(*objects_of)))) == "".join(columns)


def test_a_watermark_that_stands_aslant_is_in_the_margins() -> None:
    mark = text(60, 150, "内部资料", 12, CTM="0.7 0.7 -0.7 0.7 0 0")
    assert texts(ofd(page(text(30, 40, "正文。"), mark))) == ["正文。"]
    assert margins(ofd(page(text(30, 40, "正文。"), mark))) == ["内部资料"]


HIDDEN = [
    text(30, 60, "看不见的字", Visible="false"),
    text(30, 60, "看不见的字", Alpha="0"),
    text(30, 60, "看不见的字", Fill="false"),
    text(30, 60, "看不见的字", inner='<ofd:FillColor Value="0 0 0" Alpha="0"/>'),
    text(30, 400, "看不见的字"),
    text(-90, 60, "看不见的字"),
    f'<ofd:PageBlock Visible="false">{text(30, 60, "看不见的字")}</ofd:PageBlock>',
]


@pytest.mark.parametrize("hidden", HIDDEN)
def test_what_nobody_sees_is_counted(hidden: str) -> None:
    data = ofd(page(text(30, 40, "看得见的字。"), hidden))
    assert texts(data) == ["看得见的字。"]
    assert left_out(data) == {Leaving.HIDDEN: 1}


def test_outlined_and_half_transparent_text_is_seen() -> None:
    outlined = text(30, 40, "空心字。", Fill="false", Stroke="true")
    assert texts(ofd(page(outlined, text(30, 60, "浅色字。", Alpha="40")))) == ["空心字。", "浅色字。"]


def test_a_glyph_of_another_form_stays_the_character() -> None:
    other = (
        '<ofd:CGTransform CodePosition="1" CodeCount="2" GlyphCount="1"><ofd:Glyphs>191</ofd:Glyphs></ofd:CGTransform>'
    )
    assert texts(ofd(page(text(30, 40, "office质量", inner=other)))) == ["office质量"]


def test_characters_that_the_file_does_not_name_are_counted_and_many_refused() -> None:
    data = ofd(page(lines([FULL] * 4), text(30, 80, "质\ue11e量")))
    assert left_out(data) == {Leaving.GLYPH: 1}
    assert any(block.doubt for block in read(data)[0])
    assert "does not say which characters 3 of its" in refusal(ofd(page(text(30, 40, "质\ue11e\ue236\ue28a量"))))
    assert left_out(ofd(page(text(30, 40, "\ue81e")))) == {}  # which earlier editions of GB18030 had for 龴


def test_a_drawing_of_the_resources_is_drawn_with_its_text() -> None:
    unit = f'<ofd:CompositeGraphicUnit ID="7" Width="99" Height="9"><ofd:Content>{text(0, 5, "图中的字。")}</ofd:Content></ofd:CompositeGraphicUnit>'
    res = element("Res", f"<ofd:CompositeGraphicUnits>{unit}</ofd:CompositeGraphicUnits>")
    use = '<ofd:PageBlock><ofd:CompositeObject ID="8" ResourceID="7" Boundary="30 60 99 9" CTM="1 0 0 1 0 0"/></ofd:PageBlock>'
    common = "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>"
    data = ofd(page(use, text(30, 40, "正文。")), common=common, parts={"Doc_0/DocumentRes.xml": res})
    assert texts(data) == ["正文。", "图中的字。"]
    own = ofd(page(use, head="<ofd:PageRes>PageRes.xml</ofd:PageRes>"), parts={"Doc_0/Pages/Page_0/PageRes.xml": res})
    assert texts(own) == ["图中的字。"]


def test_drawings_that_draw_themselves_end(monkeypatch: pytest.MonkeyPatch) -> None:
    use = '<ofd:CompositeObject ResourceID="7" Boundary="0 0 9 9"/>'
    unit = f'<ofd:CompositeGraphicUnit ID="7"><ofd:Content>{use * 4}</ofd:Content></ofd:CompositeGraphicUnit>'
    res = {"Doc_0/R.xml": element("Res", unit)}
    once = unit.replace(use * 4, use)
    common = "<ofd:PublicRes>R.xml</ofd:PublicRes>"
    body = page(use, text(30, 40, "正文。"))
    assert texts(ofd(body, common=common, parts={"Doc_0/R.xml": element("Res", once)})) == ["正文。"]
    monkeypatch.setattr(objects, "MOST_OBJECTS", 1_000)
    assert "draws more than 1,000 objects" in refusal(ofd(body, common=common, parts=res))


@pytest.mark.parametrize("side", ["strokes", "boxes"])
def test_a_ruled_table_is_one(side: str) -> None:
    xs, ys = [30.0, 60.0, 90.0], [30.0, 40.0, 50.0]
    rules = grid(xs, ys) if side == "strokes" else "".join(box(xs[i], ys[j], 30, 10) for i in (0, 1) for j in (0, 1))
    words = [text(xs[i] + 2, ys[j] + 7, f"格{i}{j}") for j in (0, 1) for i in (0, 1)]
    (table,) = read(ofd(page(rules, *words)))[0]
    assert table == Table(((Cell(("格00",)), Cell(("格10",))), (Cell(("格01",)), Cell(("格11",)))))


def box(x: float, y: float, width: float, height: float) -> str:
    data = f"M 0 0 L {width} 0 L {width} {height} L 0 {height} C"
    return f'<ofd:PathObject Boundary="{x} {y} {width} {height}"><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>'


def test_lines_that_are_not_seen_rule_no_table() -> None:
    shown = [text(32, 37, "甲"), text(62, 37, "乙")]
    rules = grid([30, 60, 90], [30, 40]).replace("<ofd:PathObject", '<ofd:PathObject Visible="false"')
    curve = '<ofd:PathObject Boundary="0 0 9 9"><ofd:AbbreviatedData>M 0 0 Q 5 5 9 0 B 1 1 2 2 3 3 A 1 1 0 0 1 50 0 L x</ofd:AbbreviatedData></ofd:PathObject>'
    blocks, _ = read(ofd(page(rules, curve, stroke(5, 5, 5, 5), *shown)))
    assert not any(isinstance(block, Table) for block in blocks)


def test_what_a_file_holds_besides_is_counted() -> None:
    root = (
        "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
        "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody>"
    )
    more = "<ofd:Annotations>Annots.xml</ofd:Annotations><ofd:Attachments>Att.xml</ofd:Attachments>"
    note = "<ofd:Annot Type='{}'><ofd:Appearance>" + text(0, 5, "水印") + "</ofd:Appearance></ofd:Annot>"
    parts = {
        "Doc_0/Signs/Signatures.xml": element("Signatures", '<ofd:Signature ID="1" Type="Seal" BaseLoc="S.xml"/>'),
        "Doc_0/Annots.xml": element(
            "Annotations", '<ofd:Page PageID="1"><ofd:FileLoc>Notes/P0.xml</ofd:FileLoc></ofd:Page>'
        ),
        "Doc_0/Notes/P0.xml": element(
            "PageAnnot", "".join(map(note.format, ("Watermark", "Stamp", "Link", "Highlight")))
        ),
        "Doc_0/Att.xml": element("Attachments", '<ofd:Attachment ID="1"/><ofd:Attachment ID="2"/>'),
    }
    data = ofd(page(text(30, 40, "正文。"), picture(150, 200, 40, 40)), root=root, more=more, parts=parts)
    assert texts(data) == ["正文。"]
    assert left_out(data) == {
        Leaving.SIGNATURE: 2,
        Leaving.COMMENT: 2,
        Leaving.EMBEDDED: 2,
        Leaving.PICTURE: 1,
    }


def test_a_template_is_counted_and_its_text_stands_once_in_the_margins() -> None:
    common = '<ofd:TemplatePage ID="4" BaseLoc="Tpl.xml"/><ofd:TemplatePage ID="5" BaseLoc="Unused.xml"/>'
    parts = {"Doc_0/Tpl.xml": page(text(30, 20, "某市公报版心")), "Doc_0/Unused.xml": page(text(30, 20, "没有用到"))}
    use = '<ofd:Template TemplateID="4" ZOrder="Background"/><ofd:Template TemplateID="99"/>'
    data = ofd(*(page(text(30, 40, f"第{n}页。"), head=use) for n in "一二"), common=common, parts=parts)
    assert texts(data) == ["第一页。", "第二页。"]
    assert margins(data) == ["某市公报版心"]
    assert left_out(data) == {Leaving.TEMPLATE: 4}


SCAN = picture(0, 0, 210, 297)


@pytest.mark.parametrize(
    "objects_of",
    [[lines([FULL]), SCAN], [SCAN, text(30, 40, FULL, Alpha="0")], [SCAN, text(30, 40, FULL, Visible="false")]],
)
def test_text_under_a_scan_is_read_with_a_doubt(objects_of: list[str]) -> None:
    blocks, _ = read(ofd(page(*objects_of)))
    assert list(words_of(blocks)) == [FULL]
    assert "OCR layer" in blocks[0].doubt


def test_text_over_a_picture_is_text() -> None:
    blocks, _ = read(ofd(page(SCAN, lines([FULL]))))
    assert not blocks[0].doubt


def test_a_scan_without_text_is_refused_and_one_page_of_it_doubted() -> None:
    assert "has no text: 2 of its 2 pages are pictures; run OCR" in refusal(ofd(page(SCAN), page(SCAN)))
    assert "has no text" in refusal(ofd(page(stroke(0, 0, 9, 0))))
    blocks, _ = read(ofd(page(SCAN), page(lines([FULL]))))
    assert "a page before this one is a picture" in blocks[0].doubt


def test_an_encrypted_file_is_refused() -> None:
    assert "is encrypted" in refusal(ofd(page(text(30, 40, "字")), parts={"Encryptions.xml": "<x/>"}))


def test_a_file_that_lacks_what_it_names_is_refused() -> None:
    assert "has no part 'OFD.xml'" in refusal(zipped({"Doc_0/Document.xml": "<x/>"}))
    assert "lacks the part 'Doc_0/Document.xml'" in refusal(zipped({"OFD.xml": element("OFD", PLAIN_ROOT)}))
    assert "has no page" in refusal(ofd())
    assert "that is no XML" in refusal(ofd("<ofd:Page"))


def test_pages_and_characters_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    one = page(text(30, 40, FULL))
    with monkeypatch.context() as patch:
        patch.setattr(documents, "MOST_PAGES", 2)
        assert "has more than 2 pages" in refusal(ofd(one, one, one))
        assert "has more than 2 pages" in refusal(ofd(parts={"Doc_0/Document.xml": document(["P.xml"] * 3)}))
    monkeypatch.setattr(pages, "MOST_CHARACTERS", 40)
    assert "has more than 40 characters" in refusal(ofd(one, one))


@pytest.mark.parametrize("value", ["", "x", "nan", "inf", "1e999", "-1", "0", "0 0 0 0 0 0", "1 2", "1e300 1 1 1 1 1"])
@pytest.mark.parametrize(
    "name", ["Boundary", "Size", "CTM", "HScale", "DeltaX", "DeltaY", "ReadDirection", "Alpha", "X"]
)
def test_numbers_that_are_none_do_no_harm(name: str, value: str) -> None:
    given: dict[str, Any] = {name: value}
    words = text(30, 60, "怪数").replace("X=", "X0=") if name == "X" else text(30, 60, "怪数", **given)
    assert "正文。" in "".join(texts(ofd(page(text(30, 40, "正文。"), words))))
