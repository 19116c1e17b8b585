"""Reporting a problem: one setting; a link on every page and in the panel of a place, which says page, place and words."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from overrides.reports import MARK, offer
from scripts.carry.bundle import shorten_report
from scripts.model.vocabulary import Language
from scripts.read.corpus.corpus import Corpus
from scripts.site.build import missing_settings
from scripts.write.words.reports import NOWHERE, SETTING, Reports, read_reports
from tests.conftest import SITE_URL, Watched

MAIL = "mailto:editors@archive.test"
LONGEST = 1900
SELECT = """(id) => {
  const range = document.createRange()
  range.selectNodeContents(document.getElementById(id))
  getSelection().removeAllRanges()
  getSelection().addRange(range)
}"""


def body_of(href: str | None) -> str:
    """Return what a report by mail says."""
    return parse_qs(urlsplit(href or "").query)["body"][0]


@pytest.mark.parametrize(
    ("value", "contact", "template"),
    [
        ("", "", ""),
        ("a.b@c.example", "mailto:a.b@c.example", "mailto:a.b@c.example?subject={title}&body={body}"),
        ("mailto:a@c.example ", "mailto:a@c.example", "mailto:a@c.example?subject={title}&body={body}"),
        ("https://c.example/new", "https://c.example/new", "https://c.example/new?title={title}&body={body}"),
        (
            "https://c.example/new?a=b",
            "https://c.example/new?a=b",
            "https://c.example/new?a=b&title={title}&body={body}",
        ),
        (
            "https://c.example/new?x={title}&y={body}",
            "https://c.example/new",
            "https://c.example/new?x={title}&y={body}",
        ),
    ],
)
def test_the_setting_is_a_mail_address_or_a_tracker(
    monkeypatch: pytest.MonkeyPatch, value: str, contact: str, template: str
) -> None:
    monkeypatch.setenv(SETTING, value)
    assert read_reports() == Reports(contact, template)


@pytest.mark.parametrize(
    "value", ["somebody", "http://c.example/new", "a@b", 'https://c.example/"><script>', "a@c.example?cc=d"]
)
def test_a_setting_that_is_no_address_stops_the_build(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv(SETTING, value)
    with pytest.raises(
        ValueError, match=r"REPORT_ADDRESS is .* must be a mail address, or an address that begins with"
    ):
        read_reports()


def test_nothing_is_said_where_nobody_listens_and_a_release_hears_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SETTING)
    assert read_reports() == NOWHERE
    assert offer(f"<p>a</p>{MARK}", SITE_URL, Language.ZH) == f"<p>a</p>{MARK}"
    assert [line for line in missing_settings() if SETTING in line] != []
    monkeypatch.setenv(SETTING, "editors@archive.test")
    assert [line for line in missing_settings() if SETTING in line] == []


def test_a_copy_says_to_whom_and_leaves_the_rest_to_script_and_stamp() -> None:
    page = offer(f"<p>a</p>{MARK}", SITE_URL, Language.ZH)
    link = html.fromstring(shorten_report(page)).xpath("//a")[0]
    assert link.get("href") == MAIL
    assert link.get("data-report") == read_reports().template
    assert shorten_report(page.replace("archive-report", "x")) == page.replace("archive-report", "x")


def test_a_theme_without_the_place_of_the_link_stops_the_build() -> None:
    with pytest.raises(ValueError, match="before which problems are reported"):
        offer("<p>a</p>", SITE_URL, Language.ZH)


def test_every_page_has_a_link_that_names_it_without_scripts(site: Path) -> None:
    for file in sorted([*site.rglob("index.html"), *site.rglob("404.html")]):
        text = file.read_text(encoding="utf-8")
        (line,) = re.findall(r'<p class="archive-report">.*?</p>', text)
        (link,) = html.fromstring(line).xpath("//a")
        is_english = file.relative_to(site).parts[0] == "en"
        words = "Report a problem" if is_english else "报告问题"
        address = re.search(r'<html [^>]*data-address="([^"]*)"', text)
        own = address[1] if address else SITE_URL
        assert link.text == words
        assert link.get("href").startswith(MAIL)
        assert "+" not in link.get("href")  # which mail programs show as it is
        assert parse_qs(urlsplit(link.get("href")).query)["subject"] == [words]
        assert body_of(link.get("href")).startswith(f"{'Page: ' if is_english else '网页：'}{own}\r\n")


@pytest.fixture(params=["online", "folder"])
def reader(
    browser: Browser, server: str, site: Path, request: pytest.FixtureRequest
) -> Iterator[tuple[Page, str, str]]:
    """A page, the address of the site that it is on, and how the address of a page ends there."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    is_folder = request.param == "folder"
    yield context.new_page(), f"{site.as_uri()}/" if is_folder else server, "index.html" if is_folder else ""
    context.close()


def test_marked_words_and_their_place_go_into_the_report(reader: tuple[Page, str, str]) -> None:
    page, root, index = reader
    page.goto(f"{root}policies/jinan-2018/{index}")
    words = page.locator("#s1-1-p1").evaluate("element => element.textContent.trim().slice(0, 10)")
    page.evaluate(SELECT, "s1-1-p1")
    link = page.locator(".archive-report a")
    link.dispatch_event("pointerdown")
    href = link.get_attribute("href") or ""
    body = body_of(href)
    assert body.startswith(f"网页：{SITE_URL}policies/jinan-2018/#s1-1-p1\r\n版次：")
    assert f"\r\n文字：“{words}" in body
    assert body.endswith("\r\n\r\n问题：\r\n")
    assert len(href) <= LONGEST
    page.evaluate("getSelection().removeAllRanges()")
    link.dispatch_event("pointerdown")
    body = body_of(link.get_attribute("href"))
    assert body.startswith(f"网页：{SITE_URL}policies/jinan-2018/\r\n版次：")
    assert "文字" not in body


def test_long_words_are_cut_at_a_whole_letter(watched: Watched) -> None:
    page = watched.page
    page.goto("en/policies/jinan-2018/")
    page.locator("#s1-1-p1").evaluate("element => element.textContent = '𠮷'.repeat(3000)")
    page.evaluate(SELECT, "s1-1-p1")
    page.locator(".archive-report a").dispatch_event("pointerdown")
    href = page.locator(".archive-report a").get_attribute("href") or ""
    assert LONGEST - 300 < len(href) <= LONGEST
    assert "𠮷…”\r\n\r\nProblem:\r\n" in body_of(href)


def test_the_panel_of_a_place_reports_that_place(reader: tuple[Page, str, str]) -> None:
    page, root, index = reader
    page.goto(f"{root}en/policies/jinan-2018/{index}")
    page.locator("#s1-1-p1").hover()
    page.locator("#s1-1-p1 a.policy-address").click()
    link = page.get_by_role("link", name="Report a problem here")
    expect(link).to_be_visible()
    lines = body_of(link.get_attribute("href")).split("\r\n")
    assert lines[0] == f"Page: {SITE_URL}en/policies/jinan-2018/#s1-1-p1"
    assert lines[1].startswith("Place: ")
    assert lines[-3:] == ["", "Problem:", ""]


def test_the_edition_is_named_where_there_is_one(watched: Watched, corpus: Corpus) -> None:
    page = watched.page
    page.goto("policies/jinan-2018/")
    page.locator(".archive-report a").dispatch_event("pointerdown")
    metadata = next(p.metadata for p in corpus.archive.policies if p.metadata and p.metadata.id == "jinan-2018")
    body = body_of(page.locator(".archive-report a").get_attribute("href"))
    (edition,) = metadata.editions[-1:]
    assert f"版次：{edition.number} ({edition.date})\r\n" in body
    page.goto("about/")
    page.locator(".archive-report a").dispatch_event("pointerdown")
    assert "版本" not in body_of(page.locator(".archive-report a").get_attribute("href"))


def test_the_tests_build_a_site_with_the_setting() -> None:
    assert os.environ[SETTING] == MAIL.removeprefix("mailto:")
