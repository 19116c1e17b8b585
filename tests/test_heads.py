"""Heads: what reference managers, search engines and messengers read of a page, by the rules of their programs."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from overrides import heads
from scripts.read.corpus.corpus import Corpus
from tests.conftest import IDS, SITE_URL, Watched
from tests.test_browser import metadata_of
from tests.zotero_rules import Item, read_item

# policies/jinan-2018/, en/id/jinan-2018/: the text of a policy, its permanent address and the list in English
POLICY_PATTERN = re.compile(r"(?:en/)?(?:policies|id)/(?P<id>[\w-]+)/")
NO_ADDRESS = {"404.html", "en/404.html"}


def pages(site: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    """Yield the head of every page by the page's address below the root."""
    for file in sorted(site.rglob("index.html")):
        head = file.read_text(encoding="utf-8").partition("</head>")[0]
        yield file.relative_to(site).as_posix().removesuffix("index.html"), html.fromstring(f"{head}</head></html>")


def test_every_page_has_a_description_of_its_own(site: Path) -> None:
    found = Counter(str(head.xpath("string(//meta[@name='description']/@content)")) for _, head in pages(site))
    assert found[""] == 0
    assert {words: n for words, n in found.items() if n > 1} == {}
    assert all(len(words) <= 400 for words in found)


def test_languages_name_each_other_by_whole_addresses(site: Path) -> None:
    for address, head in pages(site):
        canonical = head.xpath("//link[@rel='canonical']/@href")
        is_list = address.startswith("en/id/") and POLICY_PATTERN.fullmatch(address)  # the same in another frame
        assert canonical == [SITE_URL + (address.removeprefix("en/") if is_list else address)]
        links = {link.get("hreflang"): link.get("href") for link in head.xpath("//link[contains(@rel, 'alternate')]")}
        if POLICY_PATTERN.fullmatch(address):
            continue  # see below
        own = "en" if address.startswith("en/") else "zh-Hans"
        assert links[own] == SITE_URL + address
        assert links["x-default"] == links["zh-Hans"] == SITE_URL + address.removeprefix("en/")
        assert links["en"] == f"{SITE_URL}en/{address.removeprefix('en/')}"


def test_a_policy_has_its_permanent_address_for_readers_of_other_languages(site: Path) -> None:
    """The pages of its text and that of the address name each other, or no search engine believes any of them."""
    named: dict[str, list[dict[str, str]]] = {}
    for address, head in pages(site):
        if match := POLICY_PATTERN.fullmatch(address):
            found = head.xpath("//link[contains(@rel, 'alternate')][@hreflang]")
            links = {str(link.get("hreflang")): str(link.get("href")) for link in found}
            assert (SITE_URL + address in links.values()) == bool(links) == (not address.startswith("en/id/"))
            named.setdefault(match["id"], []).extend([links] if links else [])
    assert list(named) == list(IDS)
    for policy_id, sets in named.items():
        assert sets == 3 * [
            {
                "zh-Hans": f"{SITE_URL}policies/{policy_id}/",
                "en": f"{SITE_URL}en/policies/{policy_id}/",
                "x-default": f"{SITE_URL}id/{policy_id}/",
            }
        ]


def test_messengers_read_title_description_and_address(site: Path) -> None:
    for address, head in pages(site):
        values = {tag.get("property"): tag.get("content") for tag in head.xpath("//meta[@property]")}
        assert values["og:url"] == SITE_URL + address
        assert values["og:title"]
        assert values["og:description"] == head.xpath("string(//meta[@name='description']/@content)")
        assert "<" not in values["og:title"]


@pytest.mark.parametrize("folder", ["", "en/"])
@pytest.mark.parametrize("policy_id", IDS)
def test_a_policy_arrives_in_a_reference_manager_as_a_statute(
    corpus: Corpus, site: Path, policy_id: str, folder: str
) -> None:
    metadata = metadata_of(corpus, policy_id)
    page = html.fromstring((site / f"{folder}policies/{policy_id}/index.html").read_bytes())
    item = read_item(page, "file:///home/reader/policies/index.html?h=quality")
    assert item.type == "statute"
    assert item.creators == [("", issuer.zh) for issuer in metadata.issuers]
    assert item.fields["title"] == metadata.title.zh
    assert item.fields["date"] == metadata.date.value.replace("-", "/")
    assert item.fields["language"] == "zh-CN"
    assert item.fields["url"] == f"{SITE_URL}{folder}policies/{policy_id}/"
    assert item.fields.get("publicLawNumber") == metadata.number
    assert "section" not in item.fields
    assert item.fields["abstractNote"] == page.xpath("string(//meta[@name='description']/@content)")
    assert len(item.fields["abstractNote"]) > 60
    assert "永久地址" not in item.fields["abstractNote"]


@pytest.mark.parametrize(
    ("path", "section"), [("policies/jinan-2018/", "二（三）第1段"), ("en/policies/jinan-2018/", "Part 2(3), para. 1")]
)
def test_a_section_arrives_with_its_address_and_its_number(watched: Watched, path: str, section: str) -> None:
    """Reference managers read the page as it stands in the browser."""
    page = watched.page

    def saved() -> dict[str, str]:
        return read_item(html.fromstring(page.content()), page.url).fields

    page.goto(f"{path}?h=quality#s2-3-p1")
    whole = read_item(html.fromstring(page.content()), page.url)
    assert (whole.fields["url"], whole.fields["section"]) == (f"{SITE_URL}{path}#s2-3-p1", section)
    assert (whole.type, whole.fields["publicLawNumber"]) == ("statute", "济发〔2018〕36号")
    page.evaluate("location.hash = '#title'")  # a place that nobody cites
    page.wait_for_function("!document.querySelector('meta[name=\"z.section\"]')")
    assert saved()["url"] == f"{SITE_URL}{path}"
    page.locator("#s1-2 a.policy-address, a.policy-address[href='#s1-2']").first.click(force=True)
    assert saved()["url"] == f"{SITE_URL}{path}#s1-2"


def test_other_pages_arrive_as_web_pages(site: Path) -> None:
    for path in ("", "en/", "terms/", "policies/jinan-2018/edits/", "about/how-to-cite/"):
        item = read_item(html.fromstring((site / path / "index.html").read_bytes()), "file:///copy/index.html")
        assert (item.type, item.fields["url"]) == ("webpage", SITE_URL + path)


def test_the_rules_tell_what_would_go_wrong() -> None:
    """A title alone makes a journal article, an institution a report; English bodies are split at the last blank."""

    def read(tags: str) -> Item:
        return read_item(html.fromstring(f"<html><head>{tags}</head></html>"), "file:///x")

    title = '<meta name="citation_title" content="T">'
    assert read(title).type == "journalArticle"
    assert read(title + '<meta name="citation_technical_report_institution" content="I">').type == "report"
    assert read(f'{title}<meta name="DC.type" content="statute">').type == "statute"
    assert read('<meta name="citation_author" content="CPC Jinan Committee">').creators == [("CPC Jinan", "Committee")]
    assert read('<meta name="citation_author" content="CPC Jinan Committee,">').creators == [
        ("", "CPC Jinan Committee")
    ]
    assert read('<link rel="canonical" href="https://a.test/">').fields["url"] == "https://a.test/"
    both = '<meta property="og:url" content="https://o.test/"><meta name="citation_fulltext_html_url" content="https://f.test/">'
    assert read(both).fields["url"] == "https://o.test/"  # the statement comes first


@pytest.mark.parametrize("folder", ["", "en/"])
@pytest.mark.parametrize("policy_id", IDS)
def test_a_policy_is_legislation_with_its_parts(corpus: Corpus, site: Path, policy_id: str, folder: str) -> None:
    metadata = metadata_of(corpus, policy_id)
    page = html.fromstring((site / f"{folder}policies/{policy_id}/index.html").read_bytes())
    (text,) = page.xpath("//script[@type='application/ld+json']/text()")
    value = json.loads(text)
    assert value["@type"] == "Legislation"
    work = f"{SITE_URL}id/{policy_id}/"
    assert value["@id"] == (f"{SITE_URL}{folder}policies/{policy_id}/" if folder else work)
    assert value.get("translationOfWork") == ({"@id": work} if folder else None)
    assert value["name"] == (metadata.title.en if folder else metadata.title.zh)
    assert value.get("legislationIdentifier") == metadata.number
    assert value["legislationDate"] == metadata.date.value
    assert [body["name"] for body in value["legislationPassedBy"]] == [
        b.en if folder else b.zh for b in metadata.issuers
    ]
    assert "legislationLegalForce" not in value
    assert len(value["hasPart"]) >= 3
    for part in value["hasPart"]:
        (heading,) = page.xpath("//*[@id=$id]", id=part["url"].partition("#")[2])
        assert part["name"] in heading.text_content()


def test_a_description_is_cut_where_it_gets_long() -> None:
    assert heads.describe("题", "<p>甲乙</p><p>丙</p>", "zh") == "题：甲乙丙"
    assert (
        heads.describe("Title", "<p>one <b>two</b></p><dd>three &amp; four</dd>", "en") == "Title: one two three & four"
    )
    assert heads.describe("题", "", "zh") == "题"
    long = heads.describe("题", f"<p>{'字' * 400}</p>", "zh")
    assert len(long) == heads.MOST
    assert long.endswith("…")
