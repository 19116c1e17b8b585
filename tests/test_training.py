"""The trainer's kit: what its answers quote stands where they say, its times add up, its paper fits."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin

import pymupdf
import pytest
from lxml import html
from playwright.sync_api import Browser

from scripts.model.archive import Archive
from scripts.model.lookup import Lookup
from tests.conftest import IDS, ROOT

FOLDERS = ("", "en/")
KIT = "about/for-trainers/"
PAGES = ("session-plan/", "exercises/", "handout/", "slides/")
GROUPS = {"read": (1, 2, 3), "find": (4, 5, 6), "cite": (7, 8, 9), "compare": (10, 11, 12)}
SLIDE_COUNT = 14
A4 = (595, 842)
"""In points."""
POLICY_PATTERN = re.compile(r"policies/(?P<id>[\w-]+)/")
TIMES_PATTERN = re.compile(r"(\d):(\d\d)[—–](\d):(\d\d)")  # 0:15—0:55
MINUTES_PATTERN = re.compile(r"[（(](\d+) ?(?:分钟|minutes)[）)]")  # （40分钟）, (40 minutes)
HAN_PATTERN = re.compile(r"[\u3400-\u9fff]")


class Quotation(NamedTuple):
    """Words that a page quotes, and where they are said to stand."""

    target: str
    """The path of a page of the site."""
    anchor: str
    words: str


@pytest.fixture(scope="module")
def archive(lookup: Lookup) -> Archive:
    return lookup.archive


def read(site: Path, path: str) -> html.HtmlElement:
    """Return what a page says."""
    page = html.fromstring((site / path / "index.html").read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    article: html.HtmlElement = page.xpath("//article")[0]
    for sign in article.xpath(".//sup"):
        sign.drop_tree()
    return article


def plain(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def leads_to(path: str, href: str) -> tuple[str, str]:
    """Return the path of the page, and the anchor, to which a link on a page leads."""
    address, anchor = urldefrag(urljoin(path, href))
    return address, unquote(anchor)


def quotations(article: html.HtmlElement, path: str) -> Iterator[Quotation]:
    """Yield every quotation of a page: a paragraph in a block of its own, under the link to its place."""
    for block in article.xpath(".//blockquote"):
        (link,) = block.xpath("preceding-sibling::p[1]/a/@href")
        yield from (Quotation(*leads_to(path, link), plain(words)) for words in block.iterchildren("p"))


def untrue(site: Path, found: Iterator[Quotation]) -> list[Quotation]:
    """Return the quotations that do not stand, word for word, where they are said to stand."""
    return [quotation for quotation in found if not is_true(site, quotation)]


def is_true(site: Path, quotation: Quotation) -> bool:
    page = site / quotation.target / "index.html"
    places = read(site, quotation.target).xpath("//*[@id=$id]", id=quotation.anchor) if page.exists() else []
    return len(places) == 1 and quotation.words in plain(places[0])


def exercises(article: html.HtmlElement) -> dict[str, list[html.HtmlElement]]:
    """Return each exercise by its anchor: all that stands between its heading and the next."""
    found: dict[str, list[html.HtmlElement]] = {}
    for element in article.iterchildren():
        if element.tag in ("h2", "h3"):
            parts = found.setdefault(element.get("id", ""), []) if element.tag == "h3" else []
        elif found:
            parts.append(element)
    return found


def answer_of(parts: list[html.HtmlElement]) -> html.HtmlElement:
    (answer,) = [part for part in parts if part.tag == "details"]
    return answer


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("name", PAGES)
def test_every_quotation_stands_word_for_word_at_its_address(site: Path, folder: str, name: str) -> None:
    path = f"{folder}{KIT}{name}"
    assert untrue(site, quotations(read(site, path), path)) == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_quotation_with_one_sign_altered_or_moved_is_found(site: Path, folder: str) -> None:
    path = f"{folder}{KIT}exercises/"
    true = list(quotations(read(site, path), path))
    assert len(true) > 25
    for quotation in true:
        middle = len(quotation.words) // 2
        altered = f"{quotation.words[:middle]}~{quotation.words[middle + 1 :]}"
        assert not is_true(site, quotation._replace(words=altered))
        assert not is_true(site, quotation._replace(anchor="s1-2"))


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("name", ["", *PAGES])
def test_every_link_leads_to_a_page_and_a_place(site: Path, folder: str, name: str) -> None:
    path = f"{folder}{KIT}{name}"
    links = [href for href in read(site, path).xpath(".//a/@href") if "://" not in href]
    for href in links:
        target, anchor = leads_to(path, href)
        file = site / target if target.endswith((".html", ".json")) else site / target / "index.html"
        assert file.is_file(), href
        assert not anchor or read(site, target).xpath("//*[@id=$id]", id=anchor), href


@pytest.mark.parametrize("folder", FOLDERS)
def test_there_are_twelve_exercises_in_four_groups(site: Path, folder: str) -> None:
    article = read(site, f"{folder}{KIT}exercises/")
    assert article.xpath("./h2/@id") == list(GROUPS)
    found = exercises(article)
    assert list(found) == [f"e{number}" for numbers in GROUPS.values() for number in numbers]
    for group, numbers in GROUPS.items():
        assert article.xpath("./h3[preceding-sibling::h2[1]/@id=$group]/@id", group=group) == [f"e{n}" for n in numbers]
    for parts in found.values():
        tags = [part.tag for part in parts]
        assert tags == ["p", "p", "details"]
        assert parts[1].xpath("./strong[1]/text()") in (["提示："], ["Hint:"])
        answer = answer_of(parts)
        assert answer[0].tag == "summary"
        assert answer.get("open") is None
        assert answer.xpath(".//blockquote")


def test_exercises_and_answers_correspond_in_both_languages(site: Path) -> None:
    places = []
    for folder in FOLDERS:
        path = f"{folder}{KIT}exercises/"
        found = exercises(read(site, path))
        places.append({anchor: answer_places(parts, path) for anchor, parts in found.items()})
    assert places[0] == places[1]
    assert {policy for answer in places[0].values() for policy, _ in answer} == set(IDS)


def answer_places(parts: list[html.HtmlElement], path: str) -> set[tuple[str, str]]:
    """Return the policy and the anchor of every place that an answer quotes."""
    found = set()
    for quotation in quotations(answer_of(parts), path):
        match = POLICY_PATTERN.search(quotation.target)
        assert match
        found.add((match["id"], quotation.anchor))
    return found


def test_every_answer_gives_a_permanent_address(site: Path) -> None:
    path = f"{KIT}exercises/"
    for anchor, parts in exercises(read(site, path)).items():
        permanent = [
            place
            for policy, place in answer_places(parts, path)
            if place in (ROOT / f"corpus/policies/{policy}/anchors.txt").read_text(encoding="utf-8").split()
        ]
        assert permanent, anchor


def test_what_the_exercises_say_of_the_corpus_holds(site: Path, archive: Archive) -> None:
    texts = {policy.metadata.id: policy.text for policy in archive.policies if policy.metadata}
    assert sum(text.count("吉林一号") for text in texts.values()) == 1
    sentence = "把质量发展纳入党校、行政学院和各类干部培训院校教学计划"
    assert [id_ for id_, text in texts.items() if sentence in text] == ["hangzhou-2018"]
    assert not [id_ for id_ in ("jilin-2018", "jinan-2018") if "最多跑一次" in texts[id_]]
    source = (ROOT / "corpus/policies/jinan-2018/source.txt").read_text(encoding="utf-8")
    assert (source.count("*" * 9), texts["jinan-2018"].count("*" * 9)) == (3, 1)
    office = read(site, "organisations/jinan-quality-brand-group-office/")
    assert len(office.xpath("//h2[@id='lead']/following-sibling::ul[1]/li")) == 4
    topic = read(site, "topics/government-services/").xpath(".//a/@href")
    for place in ("hangzhou-2018/#s3-3", "jilin-2018/#s2-9-p1", "jinan-2018/#s2-9"):
        assert f"../../policies/{place}" in topic


@pytest.mark.parametrize("name", PAGES)
def test_chinese_on_english_pages_says_that_it_is_chinese(site: Path, name: str) -> None:
    for text in read(site, f"en/{KIT}{name}").xpath(".//text()"):
        if HAN_PATTERN.search(text):
            around = text.getparent() if text.is_text else text.getparent().getparent()
            languages = around.xpath("ancestor-or-self::*[@lang]/@lang")
            assert languages, text
            assert languages[-1].startswith("zh"), text


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize(("heading", "total"), [("timetable", 210), ("short", 90)])
def test_times_add_up(site: Path, folder: str, heading: str, total: int) -> None:
    article = read(site, f"{folder}{KIT}session-plan/")
    (table,) = article.xpath(".//h2[@id=$id]/following::table[1]", id=heading)
    rows = [[plain(cell) for cell in row] for row in table.xpath(".//tbody/tr")]
    spans = []
    for times, minutes, *_ in rows:
        match = TIMES_PATTERN.fullmatch(times)
        assert match
        hour, minute, to_hour, to_minute = map(int, match.groups())
        spans.append((hour * 60 + minute, to_hour * 60 + to_minute))
        assert spans[-1][1] - spans[-1][0] == int(minutes)
    assert (spans[0][0], spans[-1][1]) == (0, total)
    assert all(before[1] == after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_part_of_the_session_takes_the_time_that_it_has(site: Path, folder: str) -> None:
    article = read(site, f"{folder}{KIT}session-plan/")
    rows = [[plain(cell) for cell in row] for row in article.xpath("(.//table)[1]//tbody/tr")]
    planned = [int(row[1]) for row in rows if row[1] != "10"]  # without the breaks
    parts = article.xpath(".//h2[@id='opening' or preceding-sibling::h2[@id='opening']]")[:6]
    assert [int(MINUTES_PATTERN.findall(plain(part))[0]) for part in parts] == planned
    for part, minutes in list(zip(parts, planned, strict=True))[1:-1]:
        steps = [
            plain(p) for p in part.xpath("following-sibling::p[position() <= 3]/strong/following-sibling::text()[1]/..")
        ]
        assert sum(int(MINUTES_PATTERN.findall(step)[0]) for step in steps) == minutes
    ranges = [re.findall(r"\d+", row[column]) for column in (3, 4) for row in rows if row[column]]
    numbers = [(int(span[0]), int(span[-1])) for span in ranges]
    assert numbers[:4] == [(numbers[0], numbers[-1]) for numbers in GROUPS.values()]
    assert numbers[4][0] == 1
    assert numbers[-1][1] == SLIDE_COUNT
    assert all(before[1] + 1 == after[0] for before, after in pairwise(numbers[4:]))


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_handout_fills_two_sheets(browser: Browser, server: str, tmp_path: Path, folder: str) -> None:
    sheets = print_page(browser, f"{server}{folder}{KIT}handout/", tmp_path)
    assert [tuple(round(side) for side in sheet.rect[2:]) for sheet in sheets] == [A4, A4]


@pytest.mark.parametrize("folder", FOLDERS)
def test_answers_are_open_on_paper(browser: Browser, server: str, site: Path, tmp_path: Path, folder: str) -> None:
    path = f"{folder}{KIT}exercises/"
    sheets = print_page(browser, f"{server}{path}", tmp_path)
    printed = "".join("".join(sheet.get_text().split()) for sheet in sheets)
    for quotation in quotations(read(site, path), path):
        assert "".join(quotation.words.split())[:12] in printed


def print_page(browser: Browser, address: str, folder: Path) -> pymupdf.Document:
    page = browser.new_page()
    page.goto(address)
    page.pdf(path=folder / "page.pdf", prefer_css_page_size=True)
    page.close()
    return pymupdf.open(folder / "page.pdf")


@pytest.mark.parametrize("folder", FOLDERS)
def test_tasks_are_printed_first_and_all_answers_behind_them(
    browser: Browser, server: str, site: Path, tmp_path: Path, folder: str
) -> None:
    path = f"{folder}{KIT}exercises/"
    article = read(site, path)
    summaries = [plain(summary) for summary in article.xpath(".//summary")]
    texts = ["".join(sheet.get_text().split()) for sheet in print_page(browser, f"{server}{path}", tmp_path)]
    first = next(number for number, text in enumerate(texts) if "".join(summaries[0].split()) in text)
    tasks, answers = "".join(texts[:first]), "".join(texts[first:])
    assert all("".join(plain(heading).split()) in tasks for heading in article.xpath(".//h3"))
    assert all("".join(summary.split()) in answers for summary in summaries)
    page = browser.new_page()
    page.goto(f"{server}{path}")
    before = page.inner_html("article")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.inner_html("article") == before
    page.close()
