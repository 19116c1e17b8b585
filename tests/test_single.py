"""A policy in one file: it needs no other, says what its page says, and works in browsers of ten years ago."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from scripts.carry.article import read_article
from scripts.carry.single import single_paths
from scripts.problems import CorpusError
from scripts.site.copies import write_copies
from tests.conftest import IDS, ROOT, SITE_URL

LARGEST = 1_000_000


def parse(path: Path) -> html.HtmlElement:
    return html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def plain(element: html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


@pytest.fixture(scope="module")
def files(site: Path) -> dict[str, str]:
    """Each file, and the page from which it is made."""
    return {path: page for folder in ("", "en/") for page, path in single_paths(site, folder)}


def test_every_policy_has_its_files_in_both_languages(files: dict[str, str]) -> None:
    assert len(files) == len(IDS) * 2 * 2
    assert files["policies/jinan-2018/jinan-2018.html"] == "policies/jinan-2018/index.html"
    assert files["en/policies/jinan-2018/jinan-2018-parallel.html"] == "en/policies/jinan-2018/parallel/index.html"


def test_a_file_needs_no_other_and_is_small(site: Path, files: dict[str, str]) -> None:
    for path in files:
        page = parse(site / path)
        assert page.xpath("//@src | //link[not(@rel='canonical')] | //iframe | //object | //@srcset") == []
        assert "url(" not in "".join(page.xpath("//style/text()"))
        for href in page.xpath("//a/@href"):
            assert href.startswith(("#", "https://", "http://")), href
        assert (site / path).stat().st_size <= LARGEST


def test_a_file_says_what_its_page_says_and_every_place_is_there(site: Path, files: dict[str, str]) -> None:
    for path, page in files.items():
        own, whole = parse(site / path).xpath("//main/article")[0], read_article(site, page, SITE_URL).body
        for left_out in [*own.xpath("./nav"), *whole.find_class("policy-actions")]:
            left_out.drop_tree()
        assert plain(own) == plain(whole)
        assert own.xpath(".//@id") == whole.xpath(".//@id")
        ids = set(parse(site / path).xpath("//@id"))
        assert {href[1:] for href in parse(site / path).xpath("//a/@href") if href.startswith("#")} <= ids


def test_addresses_to_copy_are_those_on_the_network(site: Path, files: dict[str, str]) -> None:
    for path, page in files.items():
        signs = parse(site / path).xpath("//a[@class='policy-address']/@href")
        assert signs
        assert all(sign.startswith(f"{SITE_URL}{page.removesuffix('index.html')}#") for sign in signs)


def test_the_script_keeps_to_the_javascript_of_2015() -> None:
    program = """
        const { parse } = require("acorn")
        parse(require("fs").readFileSync(process.argv[1], "utf8"), { ecmaVersion: 2015, sourceType: "script" })
    """
    script = ROOT / "docs/assets/single/single.js"
    done = subprocess.run(["node", "-e", program, script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_file_is_made_anew_only_where_its_page_changed(site: Path, tmp_path: Path) -> None:
    for name in ("docs", "pyproject.toml"):
        (tmp_path / name).symlink_to(ROOT / name)
    new, former = tmp_path / "new", tmp_path / "former"
    for folder in (new, former):
        (folder / "data").mkdir(parents=True)
        for path in ("policies/jinan-2018", "policies/jilin-2018"):
            (folder / path).mkdir(parents=True)
            (folder / path / "index.html").write_bytes((site / path / "index.html").read_bytes())
        (folder / "data/glossary").symlink_to(site / "data/glossary")
    marks = write_copies(tmp_path, former, former, {})
    assert len(marks) == 5  # a file and a book of each, and one book of both
    for path in ("policies/jinan-2018/jinan-2018.html", "policies/jilin-2018/jilin-2018.html"):
        assert (former / path).read_bytes() == (site / path).read_bytes()
        (former / path).write_text("as it was")
    page = new / "policies/jilin-2018/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("质量提升", "质量改进"), encoding="utf-8")
    assert len(write_copies(tmp_path, new, former, marks)) == 5
    assert (new / "policies/jinan-2018/jinan-2018.html").read_text() == "as it was"
    assert "质量改进" in (new / "policies/jilin-2018/jilin-2018.html").read_text(encoding="utf-8")


def test_a_page_without_a_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<html><body><p>x</p></body></html>")
    with pytest.raises(CorpusError, match="no text"):
        read_article(tmp_path, "index.html", SITE_URL)


@pytest.fixture
def single(browser: Browser, site: Path, tmp_path: Path) -> Iterator[Page]:
    """A phone on which somebody opened a file that was forwarded alone."""
    path = tmp_path / "济南 100%#1.html"
    path.write_bytes((site / "policies/jinan-2018/jinan-2018.html").read_bytes())
    faults: list[str] = []
    context = browser.new_context(viewport={"width": 360, "height": 700})
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: faults.append(request.url) if request.url != page.url else None)
    page.goto(path.as_uri())
    faults.clear()  # the file itself
    yield page
    context.close()
    assert faults == []


def test_words_are_found_across_marks_and_in_any_width(single: Page, site: Path) -> None:
    text = plain(parse(site / "policies/jinan-2018/jinan-2018.html").xpath("//main")[0])
    count = single.locator(".find output")
    for words, plain_words in (("加快质量强市建设", "加快质量强市建设"), ("２０２０年", "2020年"), ("ｇｄｐ", "GDP")):
        single.locator("#find").fill(words)
        found = len(re.findall(re.escape(plain_words), text, re.IGNORECASE))
        expect(count).to_have_text(f"第1处，共{found}处" if found else "未找到")
    single.locator("#find").fill("加快质量强市建设")
    expect(single.locator("mark.current").first).to_be_visible()
    single.locator("#find").press("Enter")
    expect(count).to_contain_text("第2处")
    single.locator(".previous").click()
    expect(count).to_contain_text("第1处")
    single.locator("#find").fill("杳无此词")
    expect(count).to_have_text("未找到")
    single.locator("#find").fill("")
    expect(count).to_have_text("")
    assert single.locator("mark").count() == 0


def test_finding_leaves_the_text_as_it_was(single: Page) -> None:
    before = single.locator("article").inner_html()
    single.locator("#find").fill("质量")
    expect(single.locator(".find output")).to_contain_text("第1处")
    single.locator("#find").fill("")
    expect(single.locator(".find output")).to_have_text("")
    assert single.locator("article").inner_html() == before


def test_notes_and_terms_open_at_the_foot_and_close_by_keys(single: Page) -> None:
    for mark in ('a[role="doc-noteref"]', 'a[role="doc-glossref"]'):
        single.locator(mark).first.click()
        expect(single.locator("#sheet")).to_be_visible()
        assert len(single.locator("#sheet").inner_text()) > 20
        single.keyboard.press("Escape")
        expect(single.locator("#sheet")).to_be_hidden()
        expect(single.locator(mark).first).to_be_focused()


def test_the_sign_at_a_paragraph_copies_its_address_on_the_network(single: Page) -> None:
    single.locator("#s1-1-p1 .policy-address").click()
    expect(single.locator("#said")).to_contain_text(f"{SITE_URL}policies/jinan-2018/#s1-1-p1")


def test_a_file_is_no_wider_than_a_phone(single: Page) -> None:
    assert single.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_words_of_the_script_are_all_there(site: Path) -> None:
    page = parse(site / "en/policies/jinan-2018/jinan-2018.html")
    script = (ROOT / "docs/assets/single/single.js").read_text(encoding="utf-8")
    for key in set(re.findall(r'word\("(\w+)"\)', script)):
        assert page.xpath(f"//body/@data-{key}"), key
    assert json.dumps(page.xpath("//body/@data-found")) == '["{n} of {m}"]'
