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
from tests.conftest import IDS, SITE_URL
from tests.test_browser import metadata_of

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
        assert canonical == [SITE_URL + address]
        links = {link.get("hreflang"): link.get("href") for link in head.xpath("//link[contains(@rel, 'alternate')]")}
        own = "en" if address.startswith("en/") else "zh-Hans"
        assert links[own] == SITE_URL + address
        assert links["x-default"] == links["zh-Hans"] == SITE_URL + address.removeprefix("en/")
        assert links["en"] == f"{SITE_URL}en/{address.removeprefix('en/')}"


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
    """By the rules of Zotero's Embedded Metadata (2026-06-26): what makes the type, the number, the bodies, the address."""
    metadata = metadata_of(corpus, policy_id)
    text = (site / f"{folder}policies/{policy_id}/index.html").read_text(encoding="utf-8")
    tags = re.findall(r'<meta name="([^"]+)" content="([^"]*)">', text.partition("</head>")[0])
    values = dict(tags)
    assert values["DC.type"] == "statute"
    assert values["citation_title"] == metadata.title.zh
    assert [value for name, value in tags if name == "citation_author"] == [issuer.zh for issuer in metadata.issuers]
    assert values.get("z.publicLawNumber") == metadata.number
    assert values["citation_publication_date"] == metadata.date.value.replace("-", "/")
    assert values["citation_fulltext_html_url"] == f"{SITE_URL}{folder}policies/{policy_id}/"
    assert not [name for name in values if name.startswith("citation_technical_report")]
    assert "永久地址" not in values["description"]


@pytest.mark.parametrize("folder", ["", "en/"])
@pytest.mark.parametrize("policy_id", IDS)
def test_a_policy_is_legislation_with_its_parts(corpus: Corpus, site: Path, policy_id: str, folder: str) -> None:
    metadata = metadata_of(corpus, policy_id)
    page = html.fromstring((site / f"{folder}policies/{policy_id}/index.html").read_bytes())
    (text,) = page.xpath("//script[@type='application/ld+json']/text()")
    value = json.loads(text)
    assert value["@type"] == "Legislation"
    assert value["@id"] == f"{SITE_URL}policies/{policy_id}/"
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
