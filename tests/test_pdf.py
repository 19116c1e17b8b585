"""The PDFs: every word of the policy, in three readers; tagged, with contents that tell the right page; the same bytes."""

import builtins
import functools
import re
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from lxml import html
from pypdf import PdfReader
from pypdf.generic import Destination

from scripts.carry.article import Article, read_article
from scripts.carry.offers import PDF, offer_pdfs
from scripts.carry.pdf import FACES, render_pdf
from scripts.carry.pdf_tables import mend_table
from scripts.carry.stamp import Stamp
from scripts.model.vocabulary import Language
from scripts.problems import CorpusError
from scripts.site import copies as copies_module
from scripts.site.copies import Copy, copies, write_copies, write_pdfs
from tests.conftest import IDS, ROOT, SITE_URL, made_once
from tests.test_paper import NEVER_FIRST

STAMP = Stamp("9.9.9", datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC), "0123456789ab", SITE_URL)
MILLIMETRE = 72 / 25.4
LEFT, TOP, RIGHT, BOTTOM = (side * MILLIMETRE for side in (31, 22, 189, 277))
"""The text on a sheet, without what stands in the margins."""
MIDDLE = (32 + 0.4 * 156) * MILLIMETRE
"""Between Chinese and English where they stand side by side."""
RADICALS = re.compile("[\u2e80-\u2fdf]")
BLOCKS = ["h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "td", "th"]


@functools.cache
def all_copies(site: Path) -> dict[str, Copy]:
    return {copy.path: copy for copy in copies(site) if copy.kind == PDF}


def article_at(site: Path, path: str) -> Article:
    return read_article(site, all_copies(site)[path].pages[0], SITE_URL)


def make(site: Path, path: str) -> bytes:
    return render_pdf(article_at(site, path), all_copies(site)[path].language, STAMP, ROOT)


SHORTEST, *_, LONGEST = sorted(IDS, key=lambda name: (ROOT / "corpus/policies" / name / "source.txt").stat().st_size)
TEXTS = [
    *(f"policies/{policy_id}/{policy_id}.pdf" for policy_id in IDS),
    *(f"en/policies/{policy_id}/{policy_id}.pdf" for policy_id in (SHORTEST, LONGEST)),
]
PARALLEL = [f"policies/{LONGEST}/{LONGEST}-parallel.pdf", f"en/policies/{SHORTEST}/{SHORTEST}-parallel.pdf"]
PATHS = TEXTS + PARALLEL
"""Every policy in Chinese; in English, and side by side, the shortest and the longest alone: they take their time."""


def make_once(site: Path, path: str) -> Path:
    """Return where a PDF lies that processes which test side by side made once."""
    return made_once(site.parent / "pdfs" / path.replace("/", "_"), lambda: make(site, path))


@pytest.fixture(scope="session", params=PATHS)
def printed(request: pytest.FixtureRequest, site: Path) -> tuple[str, Article, Path]:
    """A PDF: its path in the site, what it was made from, and where it lies."""
    return request.param, article_at(site, request.param), make_once(site, request.param)


def fold(text: str) -> str:
    """Return a text without blanks."""
    return re.sub(r"\s", "", text)


def blocks(elements: list[html.HtmlElement]) -> Iterator[str]:
    """Yield what each innermost block says, without its signs and marks of notes."""
    for element in elements:
        for block in element.iter(*BLOCKS):
            if next(block.iterdescendants(*BLOCKS), None) is None and not block.xpath(
                "ancestor::*[@class='policy-links']"
            ):
                yield fold("".join(block.xpath(".//text()")))


@functools.lru_cache(1)
def reader_of(path: Path) -> PdfReader:
    return PdfReader(path)


@functools.lru_cache(1)
def sheets_of(path: Path) -> pymupdf.Document:
    return pymupdf.open(path)


@functools.lru_cache(1)
def lines_of(path: Path) -> list[list[dict[str, Any]]]:
    """Return the lines of each sheet."""
    blocks = (sheet.get_text("dict")["blocks"] for sheet in sheets_of(path))
    return [[line for block in sheet for line in block.get("lines", [])] for sheet in blocks]


@functools.lru_cache(1)
def by_pymupdf(path: Path) -> str:
    clip = pymupdf.Rect(LEFT, TOP, RIGHT, BOTTOM)
    return "".join(sheet.get_text(clip=clip, sort=False) for sheet in sheets_of(path))


def by_poppler(path: Path) -> str:
    box = [
        f"-{name}" if isinstance(name, str) else str(round(name))
        for name in ("x", LEFT, "y", TOP, "W", RIGHT - LEFT, "H", BOTTOM - TOP)
    ]
    return subprocess.run(
        ["pdftotext", "-raw", "-nopgbrk", *box, path, "-"], check=True, capture_output=True, text=True
    ).stdout


def by_pypdf(path: Path) -> str:
    parts = []
    for sheet in reader_of(path).pages:
        lines = [line for line in sheet.extract_text().splitlines() if not re.fullmatch(r"#[\w-]+", line)]
        parts += lines[:-2]  # the margins come last
    return "".join(parts)


@pytest.mark.parametrize("read", [by_pymupdf, by_poppler, by_pypdf])
def test_every_word_of_the_policy_is_read_back_in_order(
    printed: tuple[str, Article, Path], read: Callable[[Path], str]
) -> None:
    name, article, path = printed
    if name in PARALLEL:
        return
    text = fold(read(path))
    assert not RADICALS.search(text)
    place = 0
    for block in blocks(article.body.xpath(".//*[@class='policy-text']")):
        words = re.sub(r"(note|tr\.|校注|译注)+$", "", block)
        found = text.find(words, place)
        assert found >= 0, (words[:40], text[place : place + 80])
        place = found + len(words)


def test_both_languages_are_whole_side_by_side(printed: tuple[str, Article, Path]) -> None:
    name, article, path = printed
    if name not in PARALLEL:
        return
    sheets = sheets_of(path)
    for kind, left, right in (("parallel-zh", LEFT, MIDDLE), ("parallel-en", MIDDLE, RIGHT)):
        text = fold("".join(sheet.get_text(clip=pymupdf.Rect(left, TOP, right, BOTTOM)) for sheet in sheets))
        assert not RADICALS.search(text)
        for cell in blocks(article.body.xpath(f".//*[@class='{kind}']")):
            words = re.sub(r"(note|tr\.|校注|译注)+$", "", cell)
            assert words in text, words[:60]


def test_notes_stand_at_the_end_of_their_section(printed: tuple[str, Article, Path]) -> None:
    _, article, path = printed
    text = fold(by_pymupdf(path))
    for note in article.body.xpath(".//*[@class='policy-note']"):
        words = note.xpath("string(p[1])")
        assert fold(words)[:14] in text
    titles = {fold(title) for title in article.body.xpath(".//h2[@id='notes']/text()")}
    assert not [line for line in by_pymupdf(path).splitlines() if fold(line) in titles]


def test_nothing_is_said_of_marks_that_open(printed: tuple[str, Article, Path]) -> None:
    _, article, path = printed
    text = fold(by_pymupdf(path))
    for legend in article.body.xpath(".//*[contains(@class, 'policy-marks')]"):
        assert fold(legend.text)[:14] not in text


def test_fonts_are_embedded_in_part_and_named(printed: tuple[str, Article, Path]) -> None:
    fonts = {font[2:5] for sheet in sheets_of(printed[2]) for font in sheet.get_fonts()}
    assert {kind for kind, _, _ in fonts} == {"Type0"}
    names = {name for _, name, _ in fonts}
    families = [family.replace(" ", "-") for family in FACES]
    assert all(re.fullmatch(rf"[A-Z]{{6}}\+({'|'.join(families)})(-Bold)?", name) for name in names), names
    reader = reader_of(printed[2])
    for sheet in reader.pages:
        for font in sheet["/Resources"]["/Font"].values():  # type: ignore[index]
            (inner,) = font.get_object()["/DescendantFonts"]
            assert "/FontFile2" in inner.get_object()["/FontDescriptor"].get_object()
            assert "/ToUnicode" in font.get_object()


def test_it_is_tagged_and_says_what_it_is(printed: tuple[str, Article, Path]) -> None:
    name, article, path = printed
    reader = reader_of(path)
    root: Any = reader.trailer["/Root"].get_object()
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert root["/Lang"] == article.lang
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_object().get_data()
    assert reader.metadata is not None
    assert reader.metadata.title == article.title
    assert reader.metadata.creation_date == STAMP.moment
    if name in TEXTS:
        assert all(author in (reader.metadata.author or "") for author in article.authors)
    assert path.stat().st_size < 1_200_000


def outline(reader: PdfReader, entries: Any) -> Iterator[tuple[str, int]]:
    """Yield every bookmark with the number of its sheet."""
    for entry in entries:
        if isinstance(entry, Destination):
            yield fold(str(entry.title)), (reader.get_destination_page_number(entry) or 0) + 1
        else:
            yield from outline(reader, entry)


def contents(path: Path) -> Iterator[tuple[str, int]]:
    """Yield every line of the contents: its words and the number that it tells."""
    command = ["pdftotext", "-layout", "-f", "2", "-l", "4", str(path), "-"]
    words = ""
    for sheet in subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\f"):
        for line in sheet.strip().splitlines()[1:-1]:  # what stands above and below the text
            end = re.fullmatch(r"(.*?)[ .]{2,}(\d+)", line)
            words = "" if fold(line) in {"目录", "Contents"} else words + fold(end[1] if end else line)
            if end:
                yield words.rstrip("."), int(end[2])
                words = ""


def test_bookmarks_and_contents_name_every_heading_with_its_page(printed: tuple[str, Article, Path]) -> None:
    _, article, path = printed
    reader = reader_of(path)
    marks = list(outline(reader, reader.outline))
    headings = [
        fold(heading.words)
        for heading in article.headings()
        if heading.anchor not in {"terms", "notes", "translation-notes"}
    ]
    assert [words for words, _ in marks if words in set(headings)] == headings
    told = dict(contents(path))
    levels = {fold(heading.words): heading.level for heading in article.headings()}
    shown = [(words, number) for words, number in marks if 2 <= levels.get(words, 9) <= 4]
    assert len(shown) > 5
    assert [(words, told.get(words)) for words, _ in dict(shown).items()] == list(dict(shown).items())


def test_every_sheet_has_its_number_and_address_and_all_stays_on_it(printed: tuple[str, Article, Path]) -> None:
    _, article, path = printed
    sheets = sheets_of(path)
    for number, sheet in enumerate(sheets, 1):
        words = fold(sheet.get_text())
        assert f"{number}/{len(sheets)}" in words
        assert article.address in words
        for line in lines_of(path)[number - 1]:
            left, top, right, bottom = line["bbox"]
            said = "".join(span["text"] for span in line["spans"]).strip()
            assert 20 < left < right < sheet.rect.width - 40, said
            assert 20 < top < bottom < sheet.rect.height - 20, said
            assert said[:1] not in set(NEVER_FIRST) or not said, said


def test_the_address_in_the_margin_stands_beside_its_paragraph(printed: tuple[str, Article, Path]) -> None:
    for number, lines in enumerate(lines_of(printed[2]), 1):
        texts = [line["bbox"] for line in lines if line["bbox"][0] >= LEFT]
        for line in lines:
            if line["bbox"][0] < LEFT and line["spans"][0]["text"].startswith("#"):
                top, bottom = line["bbox"][1], line["bbox"][3]
                assert any(box[1] < bottom and box[3] > top for box in texts), (number, line["spans"][0]["text"])


def tags(tag: Any) -> Iterator[Any]:
    """Yield an element of a PDF's structure and all in it."""
    tag = tag.get_object()
    if isinstance(tag, dict):
        yield tag
        kids = tag.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            yield from tags(kid)


def test_the_cells_of_a_table_are_tagged_with_the_heads_of_their_columns(printed: tuple[str, Article, Path]) -> None:
    root: Any = reader_of(printed[2]).trailer["/Root"]
    rows = 0
    for table in [tag for tag in tags(root["/StructTreeRoot"]) if tag.get("/S") == "/Table"]:
        heads: list[Any] = []
        for row in [tag for tag in tags(table) if tag.get("/S") == "/TR"]:
            cells = [tag for tag in tags(row) if tag.get("/S") in ("/TH", "/TD")]
            if cells[0]["/S"] == "/TH":
                heads = [cell["/ID"] for cell in cells]
                continue
            assert [list(cell["/A"]["/Headers"]) for cell in cells] == [[head] for head in heads[-len(cells) :]]
            rows += 1
    assert bool(rows) == bool(printed[1].body.xpath(".//table"))


def test_cells_below_a_head_of_two_rows_and_beside_a_row_s_own_are_tagged_with_all_that_govern_them() -> None:
    def tag(kind: str, name: str = "", **spans: int) -> dict[str, Any]:
        return {"S": f"/{kind}", "K": [], "A": dict(spans), "ID": name}

    rows = [
        [tag("TH", "name", RowSpan=2), tag("TH", "goal", ColSpan=2)],
        [tag("TH", "2033"), tag("TH", "2035")],
        [tag("TH", "dam"), tag("TD"), tag("TD")],
        [tag("TD"), tag("TD", ColSpan=2)],
    ]
    mend_table(rows)
    headers = [cell["A"].get("Headers") for row in rows for cell in row if cell["S"] == "/TD"]
    assert headers == [["dam", "goal", "2033"], ["dam", "goal", "2035"], ["name"], ["goal", "2033", "2035"]]


def article_of(text: str) -> Article:
    page = (
        f'<article><h1 id="title">关于测试的实施方案</h1><div class="policy-text" lang="zh-Hans">{text}</div></article>'
    )
    return Article(f"{SITE_URL}policies/x/", "zh-Hans", "关于测试的实施方案", "述", ("某市",), html.fromstring(page))


def test_a_long_paragraph_breaks_as_chinese_does(tmp_path: Path) -> None:
    sentence = "到2025年，规模以上工业企业“质量管理体系”认证覆盖率达到95%以上（含县域）；《质量强国建设纲要》明确的任务、指标，全部完成。"
    data = render_pdf(
        article_of(f'<h2 id="s1">一、总则</h2><p id="s1-p1">{sentence * 32}</p>'), Language.ZH, STAMP, ROOT
    )
    lines = [
        ("".join(span["text"] for span in line["spans"]), line["bbox"])
        for sheet in pymupdf.open(stream=data)
        for block in sheet.get_text("dict")["blocks"]
        for line in block.get("lines", [])
    ]
    assert sentence * 32 in fold("".join(words for words, box in lines if box[0] >= LEFT and TOP < box[1] < BOTTOM))
    assert all(words.strip()[:1] not in set(NEVER_FIRST) or not words.strip() for words, _ in lines)
    assert all(box[2] < 595 - 40 for _, box in lines)


def test_the_same_page_gives_the_same_bytes(site: Path) -> None:
    assert make_once(site, TEXTS[-2]).read_bytes() == make(site, TEXTS[-2])


def test_what_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CorpusError, match=r"NotoSerifSC_400Regular\.ttf is not there; type: make pdf"):
        render_pdf(article_of("<p>文</p>"), Language.ZH, STAMP, tmp_path)
    real = builtins.__import__

    def refuse(name: str, *arguments: Any, **named: Any) -> Any:
        if name.startswith("weasyprint"):
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(CorpusError, match=r"cannot load library 'libpango-1\.0-0'.*type: make pdf"):
        render_pdf(article_of("<p>文</p>"), Language.ZH, STAMP, ROOT)


def test_pages_offer_the_pdfs_that_are_there_and_only_stale_ones_are_made_anew(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("docs", "pyproject.toml", "node_modules"):
        (tmp_path / name).symlink_to(ROOT / name)
    new = tmp_path / "site"
    page = new / "policies/jilin-2018/index.html"
    for path in ("index.html", "policies/jilin-2018/index.html", "policies/jilin-2018/parallel/index.html"):
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        (new / path).write_bytes((site / path).read_bytes())
    (new / "data").mkdir()
    write_copies(tmp_path, new, new, {})
    assert '<!--、<a href="jilin-2018.pdf">' in page.read_text(encoding="utf-8")
    before = {path.name: path.read_bytes() for path in page.parent.glob("*.*")}
    said: list[str] = []
    made = list(write_pdfs(tmp_path, new, said.append))
    assert [path.name for path in made] == ["jilin-2018.pdf", "jilin-2018-parallel.pdf"]
    assert sorted(line.partition(" ")[0] for line in said) == ["1/2", "2/2"]
    text = page.read_text(encoding="utf-8")
    assert '）</a>、<a href="jilin-2018.pdf">全文（PDF）</a>、<a href="jilin-2018.epub">' in text
    parallel = page.parent / "parallel/index.html"
    assert '）</a>、<a href="../jilin-2018-parallel.pdf">' in parallel.read_text(encoding="utf-8")
    assert "<!--、" not in text
    assert all((page.parent / name).read_bytes() == data for name, data in before.items() if name != "index.html")
    (page.parent / "jilin-2018-parallel.pdf").unlink()
    offer_pdfs(new)
    assert '<!--、<a href="../jilin-2018-parallel.pdf">' in parallel.read_text(encoding="utf-8")
    said.clear()
    monkeypatch.setattr(
        copies_module, "render_pdf", lambda *_: b"%PDF"
    )  # which are made counts now, and they take time
    list(write_pdfs(tmp_path, new, said.append))
    assert said == ["1/1 policies/jilin-2018/jilin-2018-parallel.pdf"]
    page.write_text(text.replace("质量提升", "质量改进"), encoding="utf-8")
    said.clear()
    list(write_pdfs(tmp_path, new, said.append))
    assert said == ["1/1 policies/jilin-2018/jilin-2018.pdf"]


def test_an_error_comes_back_whole_from_a_process_of_its_own(site: Path, tmp_path: Path) -> None:
    for name in ("docs", "pyproject.toml"):  # and no fonts
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "site").symlink_to(site)
    with pytest.raises(CorpusError, match="is not there; type: make pdf") as caught:
        list(write_pdfs(tmp_path, tmp_path / "site", print))
    assert caught.value.problem.path.endswith("@expo-google-fonts")


def test_without_a_site_there_is_nothing_to_print(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="there is no site to print"):
        list(write_pdfs(tmp_path, tmp_path / "site", print))
