"""PDFs: the text in them as it is seen, from files of real programs and from files that are written by hand."""

import io
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfWriter

from scripts.model.vocabulary import Leaving
from scripts.problems import CorpusError
from scripts.read.extract.blocks import Block, Paragraph, Place, Table
from scripts.read.extract.drawing import draw
from scripts.read.extract.pdf.reader import OCR, PICTURE, read_pdf
from tests.conftest import find_browser
from tests.written_pdf import WrittenPage, write_pdf

SENTENCE = "各部门要认真落实本方案提出的任务，加强沟通，形成合力，确保取得实效。"
CSS = """@page { size: A4; margin: 3cm 2.6cm; @top-left { content: "某市质量工作文件汇编" }
  @bottom-center { content: "— " counter(page) " —" } }
body { font: 16pt/28pt "Noto Serif CJK SC", serif; text-align: justify; margin: 0 }
p { text-indent: 2em; margin: 0 }
.red { font-size: 32pt; line-height: 48pt; color: red; text-align: center; letter-spacing: .4em; text-indent: 0 }
h1 { font-size: 22pt; line-height: 36pt; text-align: center; margin: 1em 0 }
table { border-collapse: collapse; width: 100%; font-size: 12pt; line-height: 18pt; margin: 10pt 0 }
td, th { border: 1px solid; padding: 3pt 5pt; text-align: center; font-weight: normal }
.box { border: 1px solid; padding: 5pt } .sign { text-align: right; text-indent: 0 }"""
FIGURE = "到2025年，制造业产品质量合格率达到95%以上<sup>①</sup>，标准执行GB/T 19001-2016和GB/T 24001-2016，有效"
ROWS = "".join(
    f"<tr><td>{number}<td>第{number}项指标的名称较长，在单元格里要换行（%）<td>{80 + number}<td>{90 + number}"
    for number in range(1, 25)
)
BODY = f"""<p class=red>某市人民政府文件</p><h1>某市人民政府关于印发<br>质量强市行动方案的通知</h1>
<p>{FIGURE}。</p><p>（一）长期重视民生食品安全。{SENTENCE * 3}</p>
<div class=box><p>专栏1　计量提升工程</p><p>建设计量测试中心2个，专家有张三 李四，见WTO office。</p></div><p>{SENTENCE * 14}</p>
<table><thead><tr><th rowspan=2>序号<th rowspan=2>指标<th colspan=2>目标值<tr><th>2023年<th>2025年</thead>
<tbody>{ROWS}</table><p>{SENTENCE * 12}</p><p class=sign>某市人民政府</p><p class=sign>2025年3月8日</p>"""
PRODUCERS = ("weasyprint", "chromium")


def read(data: bytes) -> list[Block]:
    """Return the blocks of a PDF."""
    return [*read_pdf(data, "a.pdf").blocks]


def texts(data: bytes) -> list[str]:
    """Return the paragraphs of a PDF's document."""
    return [block.text for block in read(data) if isinstance(block, Paragraph) and block.place is Place.DOCUMENT]


def doubts(data: bytes) -> list[str]:
    """Return what is unsure of a PDF."""
    return [block.doubt for block in read(data) if block.doubt]


def refusal(data: bytes) -> str:
    """Return why a PDF cannot be read."""
    with pytest.raises(CorpusError) as error:
        read(data)
    return error.value.problem.message


@pytest.fixture(scope="module", params=PRODUCERS)
def document(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Block]:
    """A document of several pages, as a program prints it."""
    folder = tmp_path_factory.mktemp("pdf")
    page = f"<!doctype html><html lang=zh-CN><meta charset=utf-8><title>x</title><style>{CSS}</style>{BODY}"
    return read(print_page(request.param, page, folder))


def print_page(producer: str, page: str, folder: Path) -> bytes:
    """Return a web page as a program prints it."""
    if producer == "weasyprint":
        from weasyprint import HTML

        printed = HTML(string=page).write_pdf()
        assert isinstance(printed, bytes)
        return printed
    (folder / "a.html").write_text(page, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={folder}/u"]
    command = [find_browser("chromium"), *options, f"--print-to-pdf={folder}/a.pdf", f"{folder}/a.html"]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return (folder / "a.pdf").read_bytes()


def test_a_printed_document_comes_paragraph_by_paragraph(document: list[Block]) -> None:
    text = draw(block for block in document if not is_margin(block))[0]
    figure = FIGURE.replace("<sup>", "").replace("</sup>", "")
    assert text.split("\n")[:5] == [
        "某市人民政府文件",
        "某市人民政府关于印发",
        "质量强市行动方案的通知",
        f"{figure}。",
        f"（一）长期重视民生食品安全。{SENTENCE * 3}",
    ]
    assert text.split("\n")[-4:] == [SENTENCE * 12, "某市人民政府", "2025年3月8日", ""]


def test_a_box_around_text_is_paragraphs(document: list[Block]) -> None:
    text = [" ".join(block.text.split()) for block in document if isinstance(block, Paragraph)]
    assert text.count("专栏1 计量提升工程") == 1
    assert text.count("建设计量测试中心2个，专家有张三 李四，见WTO office。") == 1


def test_a_paragraph_goes_on_over_the_end_of_a_page(document: list[Block]) -> None:
    text, _ = draw(document)
    assert any(block.goes_on for block in document if isinstance(block, Paragraph))
    assert SENTENCE * 14 in draw(block for block in document if not is_margin(block))[0]
    assert "⟦某市质量工作文件汇编⟧" in text


def test_page_numbers_and_running_heads_are_margins_on_every_page(document: list[Block]) -> None:
    margins = [block.text.replace(" ", "") for block in document if isinstance(block, Paragraph) and is_margin(block)]
    pages = margins.count("某市质量工作文件汇编")
    assert pages >= 3
    assert [text for text in margins if text.startswith("—")] == [f"—{page}—" for page in range(1, pages + 1)]


def test_a_ruled_table_keeps_its_spans_and_loses_the_heads_that_pages_repeat(document: list[Block]) -> None:
    tables = [block for block in document if isinstance(block, Table)]
    assert len(tables) == 2
    rows = draw(tables)[0].replace("\n\n", "\n").split("\n")[:-1]
    assert rows[:2] == ["序号\t指标\t目标值\t⇠", "⇡\t⇡\t2023年\t2025年"]
    assert rows[2:] == [
        f"{number}\t第{number}项指标的名称较长，在单元格里要换行（%）\t{80 + number}\t{90 + number}"
        for number in range(1, 25)
    ]


def is_margin(block: Block) -> bool:
    """Whether a block is what a page repeats."""
    return block.place is Place.MARGIN


def test_the_program_says_what_read_it() -> None:
    page = WrittenPage()
    page.show(70, 700, SENTENCE)
    program = read_pdf(write_pdf(page), "a.pdf").program
    assert program.startswith("pdf 1, pypdfium2 5.")
    assert ", pdfium " in program


def test_a_hyphen_at_the_end_of_a_line_stays() -> None:
    page = WrittenPage()
    page.show(102, 700, "各有关单位建立质量管理体系按照GB/T 19001-")
    page.show(70, 676, "2016执行。")
    assert texts(write_pdf(page)) == ["各有关单位建立质量管理体系按照GB/T 19001-2016执行。"]


def test_lines_are_in_the_order_in_which_they_stand_not_in_which_they_are_drawn() -> None:
    page = WrittenPage()
    page.show(102, 600, "二、在后。")
    page.show(102, 700, "一、在先。")
    assert texts(write_pdf(page)) == ["一、在先。", "二、在后。"]


def test_what_is_printed_twice_for_bold_comes_once() -> None:
    page = WrittenPage()
    for shift in (0, 0.4, 0.8):
        page.show(70 + shift, 700, "质量强市")
    assert texts(write_pdf(page)) == ["质量强市"]


def test_radicals_stay_as_the_file_names_them() -> None:
    page = WrittenPage()
    page.show(70, 700, "⼀、⺠⽣")
    assert texts(write_pdf(page)) == ["⼀、⺠⽣"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_that_is_turned_is_read_as_its_text_runs(turn: int) -> None:
    page = WrittenPage(f"/Rotate {turn}")
    page.show(70, 700, "第一行")
    page.show(70, 600, "第二行")
    assert texts(write_pdf(page)) == ["第一行", "第二行"]


def test_a_table_that_lies_sideways_on_its_page_is_read_from_its_side() -> None:
    page = WrittenPage()
    for row, words in enumerate(("指标", "合格率", "参与率")):
        page.place(f"0 1 -1 0 {130 + 40 * row} 110", words)
        page.place(f"0 1 -1 0 {130 + 40 * row} 310", f"{row}%")
    page.rule([100, 140, 180, 220], [100, 300, 500])
    assert draw(read(write_pdf(page)))[0] == "指标\t0%\n合格率\t1%\n参与率\t2%\n"


def test_a_stamp_across_the_page_is_a_margin() -> None:
    page = WrittenPage()
    page.show(70, 700, "正文。")
    page.place("0.7 0.7 -0.7 0.7 200 300", "内部资料", 30)
    assert draw(read(write_pdf(page)))[0] == "⟦内部资料⟧\n正文。\n"


def test_what_nobody_sees_is_left_out_and_counted() -> None:
    page = WrittenPage("/CropBox[50 100 550 800]")
    page.show(70, 50, "在页面之外")
    page.show(70, 700, "看得见。")
    page.show(70, 650, "白字", before="1 g")
    page.show(70, 600, "也看得见。")
    page.show(70, 550, "不画的字", before="3 Tr")
    extraction = read_pdf(write_pdf(page), "a.pdf")
    assert draw(extraction.blocks)[0] == "看得见。\n也看得见。\n"
    assert extraction.left_out == {Leaving.HIDDEN: 3}


def test_white_on_a_dark_ground_is_seen() -> None:
    page = WrittenPage()
    page.draw("0 0 0.5 rg 60 690 200 30 re f")
    page.show(70, 700, "表头", before="1 g")
    assert texts(write_pdf(page)) == ["表头"]


def test_text_under_a_picture_of_its_page_is_doubted() -> None:
    page = WrittenPage()
    page.draw("595 0 0 842 0 0 cm /P Do")
    page.show(70, 500, SENTENCE[:16], before="3 Tr")
    data = write_pdf(page, page)
    assert texts(data) == [SENTENCE[:16]] * 2
    assert doubts(data) == [OCR]


def test_pages_of_pictures_are_refused_with_what_to_do() -> None:
    scan = WrittenPage()
    scan.draw("595 0 0 842 0 0 cm /P Do")
    assert refusal(write_pdf(scan, scan)).startswith("has no text: 2 of its 2 pages are pictures; run OCR")
    assert refusal(write_pdf(WrittenPage())).startswith("has no text: its pages are empty;")


def test_a_picture_among_pages_of_text_is_counted_and_doubted() -> None:
    scan, page = WrittenPage(), WrittenPage()
    scan.draw("595 0 0 842 0 0 cm /P Do")
    page.show(70, 700, SENTENCE[:30])
    data = write_pdf(page, scan, page)
    assert doubts(data) == [PICTURE]
    extraction = read_pdf(data, "a.pdf")
    assert [*extraction.blocks]
    assert extraction.left_out == {Leaving.PICTURE: 1}


def test_a_character_that_nobody_names_is_marked_and_doubted() -> None:
    page = WrittenPage()
    for line in range(4):
        page.show(102, 700 - 28 * line, SENTENCE[:28])
    page.show(102, 500, "某\ue123工程")
    extraction = read_pdf(write_pdf(page), "a.pdf")
    blocks = [*extraction.blocks]
    assert extraction.left_out == {Leaving.GLYPH: 1}
    assert [block.doubt != "" for block in blocks] == [False] * (len(blocks) - 1) + [True]


@pytest.mark.parametrize("text", ["质量强市", "QUALITY"])
def test_fonts_that_name_no_characters_are_refused(text: str) -> None:
    page = WrittenPage()
    page.show(70, 700, text, font="G")
    assert "does not say which characters" in refusal(write_pdf(page))


@pytest.mark.parametrize("cut", [20, 400, 1200])
def test_a_damaged_file_is_refused_with_what_to_do(cut: int) -> None:
    page = WrittenPage()
    page.show(70, 700, SENTENCE[:16])
    assert "; fetch it again, or open it in a program" in refusal(write_pdf(page)[:cut])


def test_a_password_is_asked_for_in_words() -> None:
    page = WrittenPage()
    page.show(70, 700, SENTENCE[:16])
    locked, opened = encrypt(write_pdf(page), "secret"), encrypt(write_pdf(page), "")
    assert refusal(locked).startswith("is encrypted; open it with its password")
    assert texts(opened) == [SENTENCE[:16]]


def encrypt(data: bytes, password: str) -> bytes:
    """Return a PDF that only opens with a password."""
    writer = PdfWriter(io.BytesIO(data))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_what_a_file_holds_besides_is_counted_and_not_read() -> None:
    page = WrittenPage("/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(x)>>]")
    page.show(70, 700, SENTENCE[:16])
    writer = PdfWriter(io.BytesIO(write_pdf(page)))
    writer.add_attachment("a.txt", b"x")
    file = io.BytesIO()
    writer.write(file)
    extraction = read_pdf(file.getvalue(), "a.pdf")
    assert draw(extraction.blocks)[0] == f"{SENTENCE[:16]}\n"
    assert extraction.left_out == {Leaving.COMMENT: 1, Leaving.EMBEDDED: 1}


def test_more_pages_or_characters_than_a_document_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    page = WrittenPage()
    page.show(70, 700, SENTENCE[:16])
    data = write_pdf(page, page, page)
    monkeypatch.setattr("scripts.read.extract.pdf.opening.MOST_PAGES", 2)
    assert refusal(data).startswith("has 3 pages, and one may have 2;")
    monkeypatch.undo()
    monkeypatch.setattr("scripts.read.extract.pdf.reader.MOST_CHARACTERS", 40)
    assert refusal(data).startswith("has more than 40 characters")


def test_forms_within_forms_end() -> None:
    page = WrittenPage()
    page.show(70, 700, SENTENCE[:16])
    page.draw("/X Do")
    form = "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 99 0 R>>>>/Length 6>>stream\n/X Do \n"
    data = write_pdf(page).replace(b"/XObject<</P", f"/XObject<</X<<{form}endstream/P".encode())
    assert texts(data) == [SENTENCE[:16]]


def test_a_character_for_which_two_halves_stand_is_one() -> None:
    page = WrittenPage()
    page.show(70, 700, "𠮷字旁的㙍，𡃁街。")
    assert texts(write_pdf(page)) == ["𠮷字旁的㙍，𡃁街。"]
