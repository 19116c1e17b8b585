"""The tables of a DOCX file keep their cells, what these span, and every paragraph in them."""

from scripts.model.vocabulary import Leaving
from scripts.read.extract.blocks import Block, Paragraph, Table
from scripts.read.extract.drawing import draw
from tests.extract.docx_files import blocks_of, cell, definition, level, listed, p, r, read, row, table, texts

DELETED = '<w:del w:id="1" w:author="甲"/>'


def drawn(body: str, numbering: str = "") -> list[str]:
    """The lines of the text, with a bar between cells."""
    return draw(read(body, numbering=numbering).blocks)[0].replace("\t", "|").splitlines()


def first(body: str, numbering: str = "") -> Table:
    """The first block, which is a table."""
    block: Block = blocks_of(read(body, numbering=numbering))[0]
    assert isinstance(block, Table)
    return block


def test_cells_that_span_rows_and_columns_do() -> None:
    body = table(
        row(cell("指标", merge="restart"), cell("目标", span=2)),
        row(cell(merge="continue"), "2020年", "2025年"),
        row("合格率", "95%", "98%"),
    )
    assert drawn(body) == ["指标|目标|⇠", "⇡|2020年|2025年", "合格率|95%|98%"]
    assert [(own.rows, own.columns) for own in first(body).rows[0]] == [(2, 1), (1, 2)]


def test_a_merge_that_begins_nowhere_or_is_wider_is_a_cell_by_itself() -> None:
    body = table(
        row(cell("甲", merge="continue"), "乙"),
        row(cell("丙", merge="restart", span=2)),
        row(cell("丁", merge="continue"), "戊"),
        row(cell("己", merge="restart"), "庚"),
        row(cell("辛", merge="restart"), "壬"),
    )
    assert drawn(body) == ["甲|乙", "丙|⇠", "丁|戊", "己|庚", "辛|壬"]


def test_a_row_that_only_goes_on_keeps_its_place() -> None:
    body = table(
        row(cell("甲", merge="restart"), cell("乙", merge="restart")),
        row(cell(merge="continue"), cell(merge="continue")),
        row("丙", "丁"),
    )
    assert drawn(body) == ["甲|乙", "⇡|⇡", "丙|丁"]


def test_words_under_a_merge_are_counted() -> None:
    body = table(row(cell("甲", merge="restart"), "乙"), row(cell("藏", merge="continue"), "丙"))
    assert drawn(body) == ["甲|乙", "⇡|丙"]
    assert read(body).left_out[Leaving.HIDDEN] == 1


def test_what_a_row_leaves_free_is_an_empty_cell() -> None:
    body = table(
        row("甲", "乙", "丙"),
        row("丁", more='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
    )
    assert drawn(body) == ["甲|乙|丙", "|丁|"]


def test_cells_merged_in_the_old_way_are_one() -> None:
    merged = [cell(text, more=f'<w:hMerge w:val="{how}"/>') for text, how in (("甲", "restart"), ("", "continue"))]
    assert drawn(table(row(*merged, "乙"), row("丙", "丁", "戊"))) == ["甲|⇠|乙", "丙|丁|戊"]


def test_deleted_rows_and_cells_are_no_part() -> None:
    gone = cell("删", more='<w:cellDel w:id="2"/>')
    body = table(row("甲", "乙"), row("删", "删", more=DELETED), row("丙", gone, "丁"))
    assert drawn(body) == ["甲|乙", "丙|丁"]
    assert read(body).left_out[Leaving.DELETED] == 2


def test_every_paragraph_of_a_cell_stands_apart_with_its_number() -> None:
    numbering = definition(0, level(0, text="（%1）")) + listed(1, 0)
    inside = cell(p("甲", num=(1, 0)), p("乙", num=(1, 0)), p(r("丙"), "<w:r><w:br/></w:r>", r("丁")))
    body = table(row("责任", inside)) + p("后", num=(1, 0))
    assert first(body, numbering=numbering).rows[0][1].paragraphs == ("（1）甲", "（2）乙", "丙", "丁")
    assert drawn(body, numbering=numbering)[-1] == "（3）后"


def test_the_rows_of_a_table_in_a_cell_are_paragraphs_of_it() -> None:
    inner = table(row("一", "二"), row(cell("三", "四"), "五"))
    body = table(row("甲", cell(p("前"), inner, p("后"))))
    assert first(body).rows[0][1].paragraphs == ("前", "一\u3000二", "三 四\u3000五", "后")


def test_a_table_of_one_column_is_a_box_and_yields_its_paragraphs() -> None:
    body = p("前") + table(row(cell("专栏1", "重点工程", span=3)), row("1.质量提升")) + p("后")
    assert texts(read(body)) == ["前", "专栏1", "重点工程", "1.质量提升", "后"]


def test_a_table_in_a_text_box_is_a_table() -> None:
    inside = table(row("甲", "乙"))
    hung = (
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    assert drawn(p(r("正文"), hung) + p("后")) == ["正文", "甲|乙", "后"]


def test_rows_and_cells_stand_wherever_they_are_wrapped() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    wrapped = row("甲", control.format(cell("乙")))
    body = table(control.format(wrapped), f'<w:customXml w:element="x">{row("丙", "丁")}</w:customXml>')
    assert drawn(control.format(body)) == ["甲|乙", "丙|丁"]


def test_doubts_of_cells_stand_on_the_table() -> None:
    formula = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    body = table(row("甲", f"<w:tc><w:p>{formula}</w:p><w:p>{formula}</w:p></w:tc>"))
    doubt = first(body).doubt
    assert doubt.startswith("has a formula")
    assert doubt.count("formula") == 1


def test_tables_one_after_the_other_stay_two() -> None:
    body = table(row("甲", "乙")) + table(row("丙", "丁"))
    assert [type(block) for block in blocks_of(read(body))] == [Table, Table]
    assert isinstance(blocks_of(read(table(row("甲", "乙")) + p("文")))[1], Paragraph)


def test_a_table_without_words_is_nothing() -> None:
    assert drawn(p("前") + table(row("", ""), row("", "")) + p("后")) == ["前", "后"]
