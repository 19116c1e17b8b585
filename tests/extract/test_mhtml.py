"""A page that a browser saved with all its parts in one file: the page, its frames and its address."""

import base64

import pytest
from playwright.sync_api import Browser, Route

from scripts.problems import CorpusError
from scripts.read.extract.blocks import Place
from scripts.read.extract.door import open_file
from scripts.read.extract.drawing import draw
from scripts.read.extract.html.reader import read_mhtml

ADDRESS = "https://archive.test/a.html"
PAGES = {
    ADDRESS: '<title>某市通知</title><p>各区人民政府：</p><p>加强水渠管护，落实责任。</p><iframe src="b.html"></iframe><p>某市人民政府</p>',
    "https://archive.test/b.html": "<table><tr><td>指标<td>目标<tr><td>水渠<td>9公里</table>",
}


def answer(route: Route) -> None:
    route.fulfill(content_type="text/html; charset=utf-8", body=PAGES[route.request.url])


def test_a_page_that_chromium_saved_is_read_with_its_frame_in_its_place(browser: Browser) -> None:
    page = browser.new_page()
    page.route("**/*", answer)
    page.goto(ADDRESS)
    saved = page.context.new_cdp_session(page).send("Page.captureSnapshot", {"format": "mhtml"})["data"]
    page.close()
    found = read_mhtml(saved.encode(), "page.mhtml")
    text, doubts = draw(block for block in found.blocks if block.place is Place.DOCUMENT)
    assert text == "各区人民政府：\n加强水渠管护，落实责任。\n指标\t目标\n水渠\t9公里\n某市人民政府\n"
    assert [line for line, _ in doubts] == [3]
    assert found.address == ADDRESS
    assert open_file(saved.encode(), "page.mhtml").source.text.endswith(text)


def mhtml(body: bytes, head: str = "text/html; charset=gbk", more: str = "") -> bytes:
    encoded = base64.encodebytes(body).decode()
    return (
        'MIME-Version: 1.0\nContent-Type: multipart/related; start="<p@x>"; boundary="b"\n\n'
        "--b\nContent-Type: text/css\nContent-Location: a.css\n\np {color: red}\n"
        f"{more}--b\nContent-Type: {head}\nContent-ID: <p@x>\nContent-Transfer-Encoding: base64\n"
        f"Content-Location: https://archive.test/c.html\n\n{encoded}\n--b--\n"
    ).encode()


def test_the_first_page_is_that_which_the_file_names_in_the_encoding_that_it_names() -> None:
    other = "--b\nContent-Type: text/html\n\n<p>other\n"
    found = read_mhtml(mhtml("<p>质量提升".encode("gbk"), more=other), "page.mhtml")
    assert draw(found.blocks)[0] == "质量提升\n"
    assert found.address == "https://archive.test/c.html"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b--\n", "no page among its parts"),
        (b"Content-Type: multipart/related; boundary=b\n" * 9, "parts within parts"),
        (mhtml(b""), "without anything in it"),
    ],
)
def test_what_is_no_saved_page_is_refused_with_what_to_do(data: bytes, message: str) -> None:
    with pytest.raises(CorpusError, match=f"{message}.*; open it in"):
        read_mhtml(data, "page.mhtml")


def test_parts_within_parts_without_end_are_refused() -> None:
    heads = "".join(f'--b{n}\nContent-Type: multipart/mixed; boundary="b{n + 1}"\n\n' for n in range(5000))
    with pytest.raises(CorpusError, match="parts within parts"):
        read_mhtml(f'Content-Type: multipart/related; boundary="b0"\n\n{heads}'.encode(), "page.mhtml")
