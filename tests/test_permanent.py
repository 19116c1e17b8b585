"""Permanent addresses: every one is listed, leads on, names the bytes that its words came from, and tells programs so."""

import json
import re
import subprocess
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from scripts.model.archive import Archive
from scripts.model.bilingual import Bilingual
from scripts.model.editions import Change, Edition
from scripts.model.edits import placed_starts
from scripts.model.lookup import Lookup
from scripts.model.policy import Metadata, Policy
from scripts.model.vocabulary import EditionKind, Language
from scripts.read.corpus.corpus import Corpus
from scripts.write.pages.policy.page import render_policy_page
from scripts.write.pages.policy.parallel import render_parallel_page
from scripts.write.pages.policy.permanent import render_id_page
from scripts.write.permanent.fields import render_schema
from scripts.write.permanent.id_file import render_id_file
from scripts.write.permanent.places import byte_offsets, first_edition
from scripts.write.words.place_labels import place_label
from tests.conftest import CITY, DISTRICT, IDS, INVENTED, ROOT, SITE_URL, serve
from tests.render import converter

PREFIXES = ("", "en/")
WORDS = Bilingual("字", "words")
MOVED = {"s77": "s1", "s7-1": "s1-1"}
"""Redirects, which the corpus has none of yet."""


def find_policy(archive: Archive, policy_id: str) -> tuple[Policy, Metadata]:
    return next((p, p.metadata) for p in archive.policies if p.metadata and p.metadata.id == policy_id)


@pytest.fixture(scope="module")
def archives(corpus: Corpus, invented: Archive) -> dict[str, Archive]:
    """The archive that has each policy, the invented ones among them: one of these was Traditional, of a web page."""
    return {**dict.fromkeys(IDS, corpus.archive), CITY: invented, DISTRICT: invented}


def id_file(archives: dict[str, Archive], policy_id: str) -> dict[str, Any]:
    archive = archives[policy_id]
    value: dict[str, Any] = json.loads(render_id_file(*find_policy(archive, policy_id), archive))
    return value


def read_source(policy_id: str) -> Path:
    root = INVENTED if policy_id in (CITY, DISTRICT) else ROOT
    return root / "corpus/policies" / policy_id / "source.txt"


def printed_words(policy: Policy) -> dict[str, str]:
    sections = ((section.anchor, section.start, section.end) for section in policy.walk())
    blocks = ((block.anchor, block.start, block.end) for block in policy.blocks())
    return {anchor: policy.text[start:end] for anchor, start, end in chain(sections, blocks)}


def words_of_bytes(policy: Policy, data: bytes, first: int, last: int) -> str:
    """Return what anyone can make of some bytes of the source: decoded, with the edits that lie among them made."""
    encoding = policy.source.encoding
    start, end = len(data[:first].decode(encoding)), len(data[: last + 1].decode(encoding))
    pieces, place = [], start
    for edit in policy.edits:
        if start <= edit.start and edit.end <= end:
            pieces += [policy.source.text[place : edit.start], edit.after]
            place = edit.end
    return "".join([*pieces, policy.source.text[place:end]])


@pytest.mark.parametrize("policy_id", [*IDS, CITY, DISTRICT])
def test_the_bytes_of_every_address_give_its_words(archives: dict[str, Archive], policy_id: str) -> None:
    """Decoded, and with the edits that lie among them made, they are the printed words: no more, no less."""
    policy, _ = find_policy(archives[policy_id], policy_id)
    data, expected = read_source(policy_id).read_bytes(), printed_words(policy)
    places = id_file(archives, policy_id)["places"]
    found = {p["anchor"]: words_of_bytes(policy, data, p["first_byte"], p["last_byte"]) for p in places}
    assert [p["anchor"] for p in places] == list(policy.anchors())
    assert len(found) >= 10
    assert {anchor: words for anchor, words in found.items() if words != expected[anchor]} == {}


@pytest.mark.parametrize("policy_id", IDS)
def test_an_edit_lies_among_the_bytes_of_a_place_or_outside_them(corpus: Corpus, policy_id: str) -> None:
    """So that nobody has to make half an edit."""
    policy, _ = find_policy(corpus.archive, policy_id)
    starts = placed_starts(policy.edits)
    spans = [(start, start + len(edit.after)) for start, edit in zip(starts, policy.edits, strict=True)]
    ends = {end for section in policy.walk() for end in (section.start, section.end)}
    ends |= {end for block in policy.blocks() for end in (block.start, block.end)}
    assert [span for span in spans for end in ends if span[0] < end < span[1]] == []


@pytest.mark.parametrize("policy_id", IDS)
def test_the_swhid_is_the_number_by_which_git_knows_the_source(archives: dict[str, Archive], policy_id: str) -> None:
    value = id_file(archives, policy_id)
    command = ["git", "hash-object", "--no-filters", str(read_source(policy_id))]
    number = subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip()
    assert value["source"]["swhid"] == f"swh:1:cnt:{number}"
    for place in value["places"]:
        assert place["swhid"] == f"swh:1:cnt:{number};bytes={place['first_byte']}-{place['last_byte']}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "gb18030", "big5"])
def test_bytes_are_counted_in_every_encoding(encoding: str) -> None:
    text = "質量a第１條\n" * 3
    offsets = byte_offsets(text, encoding, range(len(text) + 1))
    data = text.encode(encoding)
    assert [data[: offsets[place]].decode(encoding) for place in range(len(text) + 1)] == [
        text[:place] for place in range(len(text) + 1)
    ]


@pytest.mark.parametrize("policy_id", [*IDS, CITY, DISTRICT])
def test_id_json_is_valid_by_its_schema(archives: dict[str, Archive], policy_id: str) -> None:
    schema = json.loads(render_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    value = id_file(archives, policy_id)
    assert [error.message for error in validator.iter_errors(value)] == []
    for broken in (value | {"places": [{"anchor": "s1"}]}, value | {"more": 1}, {**value, "policy": 1}):
        assert list(validator.iter_errors(broken))


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_field_of_id_json_is_described_to_readers(site: Path, prefix: str) -> None:
    value = json.loads((site / "id/jinan-2018/id.json").read_text(encoding="utf-8"))
    lists = {name: [*value[name], {}][0] for name in ("places", "redirects")} | {"source": value["source"]}
    names = {f"{name}.{inner}" for name, each in lists.items() for inner in each} | (value.keys() - lists.keys())
    described = {str(cell.text_content()) for cell in read_page(site, f"{prefix}id").xpath("//th[@scope='row']/code")}
    assert names == {name for name in described if not name.startswith("redirects.")}
    assert json.loads((site / "id/schema.json").read_text(encoding="utf-8"))["$id"] == f"{SITE_URL}id/schema.json"


@pytest.mark.parametrize("policy_id", IDS)
def test_an_address_is_as_old_as_the_edition_that_brought_it(archives: dict[str, Archive], policy_id: str) -> None:
    policy, metadata = find_policy(archives[policy_id], policy_id)
    first = metadata.editions[0]
    expected = {"edition": 1, "date": first.date}
    assert {
        place["anchor"]: place["first_published"] for place in id_file(archives, policy_id)["places"]
    } == dict.fromkeys(policy.anchors(), expected)


def test_a_place_is_as_old_as_its_words(corpus: Corpus) -> None:
    """A row has no words but those of its cells, which the edition names; English of its own makes nothing older."""
    first = Edition(1, "2026-11-23", EditionKind.PUBLISHED, WORDS, WORDS)
    changes = (Change("t1-r9-p1", Language.ZH, "", "新"), Change("s1-p1", Language.EN, "", "new"))
    second = Edition(2, "2027-01-02", EditionKind.CORRECTED, WORDS, WORDS, changes)
    assert first_edition((first, second), {"t1-r9", "t1-r9-p1"}) is second
    assert first_edition((first, second), {"s1-p1"}) is first
    assert first_edition((), {"s1-p1"}) is None


@pytest.fixture(scope="module")
def moved(corpus: Corpus) -> Archive:
    """The archive as it would be, had places of Jinan moved."""
    return replace(corpus.archive, redirects={"jinan-2018": MOVED})


def test_an_address_that_moved_is_listed_with_where_it_leads(moved: Archive) -> None:
    policy, metadata = find_policy(moved, "jinan-2018")
    value = json.loads(render_id_file(policy, metadata, moved))
    address = f"{SITE_URL}id/jinan-2018/#"
    assert value["redirects"] == [{"anchor": old, "id": address + old, "to": new} for old, new in MOVED.items()]
    for language in Language:
        body = render_id_page(policy, metadata, moved, language).split("---\n", 2)[2]
        page = html.fromstring(f"<main>{converter().reset().convert(body)}</main>")
        for old, new in MOVED.items():
            (row,) = page.xpath("//tr[@id=$id]", id=old)
            assert len(row.xpath(f".//a[contains(@href, 'policies/jinan-2018/#{new}')]")) == 2
            assert f"已移至{place_label(new, Language.ZH)}" in row.text_content()
            assert f"moved to {place_label(new, Language.EN)}" in row.text_content()


def test_an_address_that_moved_stands_at_its_new_place_on_every_page(moved: Archive, lookup: Lookup) -> None:
    policy, metadata = find_policy(moved, "jinan-2018")
    own = Lookup(moved, lookup.policies)
    texts = [render_policy_page(policy, metadata, own, language) for language in Language]
    texts += [render_parallel_page(policy, metadata, moved, language) for language in Language]
    for text in texts:
        page = html.fromstring(f"<main>{converter().reset().convert(text.split('---', 2)[2])}</main>")
        for old, new in MOVED.items():
            (target,) = page.xpath("//*[@id=$id]", id=old)
            assert target.xpath("ancestor::*[@id=$id]", id=new)


def read_page(site: Path, path: str) -> html.HtmlElement:
    return html.fromstring((site / path / "index.html").read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("policy_id", IDS)
def test_every_published_address_has_a_row_that_leads_to_all_its_pages(
    corpus: Corpus, site: Path, policy_id: str, prefix: str
) -> None:
    page = read_page(site, f"{prefix}id/{policy_id}")
    listed = (ROOT / "corpus/policies" / policy_id / "anchors.txt").read_text(encoding="utf-8").split()
    rows = {str(row.get("id")): row for row in page.xpath("//table[contains(@class, 'policy-addresses')]/tbody/tr")}
    assert list(rows) == listed
    pairs = set(read_page(site, f"{prefix}policies/{policy_id}/parallel").xpath("//@id"))
    up = "../" * (2 + len(prefix) // 3)
    for anchor, row in rows.items():
        chinese, english, both = (str(a.get("href")) for a in row.iter("a"))
        assert chinese == f"{up}policies/{policy_id}/#{anchor}"
        assert english == f"{up}en/policies/{policy_id}/#{anchor}"
        page_of_both, _, place = both.partition("#")
        assert page_of_both == f"{up}{prefix}policies/{policy_id}/parallel/"
        assert f"{place}-".startswith(f"{anchor}-") or anchor in ("preamble", "closing")
        assert place in pairs
        names = [a.text_content() for a in row.iter("a")][:2]
        assert names == [place_label(anchor, language) for language in Language]
        other = row.xpath("./td[@lang]")
        assert [cell.get("lang") for cell in other] == ["zh-Hans" if prefix else "en"]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_policy_leads_to_its_addresses_and_the_list_to_all_policies(site: Path, prefix: str) -> None:
    for policy_id in IDS:
        (link,) = read_page(site, f"{prefix}policies/{policy_id}").xpath("//p[@class='policy-all-addresses']/a")
        assert link.get("href") == f"../../id/{policy_id}/?list"
    links = read_page(site, f"{prefix}id").xpath("//table//a/@href")
    assert links == [f"{policy_id}/?list" for policy_id in IDS]


@pytest.mark.parametrize(("locale", "prefix"), [("zh-TW", ""), ("en-GB", "en/"), ("fr-FR", "en/")])
def test_a_permanent_address_leads_to_the_readers_language_and_back_to_where_the_reader_was(
    browser: Browser, server: str, locale: str, prefix: str
) -> None:
    context = browser.new_context(locale=locale, base_url=server)
    page = context.new_page()
    page.goto("policies/")
    page.goto("id/jinan-2018/?quote=%E8%B4%A8%E9%87%8F#s1-1-p1")
    expect(page).to_have_url(f"{server}{prefix}policies/jinan-2018/?quote=%E8%B4%A8%E9%87%8F#s1-1-p1")
    expect(page.locator("#s1-1-p1")).to_be_in_viewport()
    page.go_back()
    expect(page).to_have_url(f"{server}policies/")
    context.close()


def check_list(page: Page, address: str) -> None:
    """Check that a page shows the list, and the row of the address among it."""
    page.goto(address)
    expect(page).to_have_url(address)
    row = page.locator("#s1-1-p1")
    expect(row).to_be_in_viewport()
    assert row.evaluate("row => row.matches(':target') && getComputedStyle(row.cells[0]).backgroundColor") not in (
        False,
        page.locator("#s1-1 > th").evaluate("cell => getComputedStyle(cell).backgroundColor"),
    )


def test_the_list_is_shown_to_who_asks_for_it_and_to_who_has_no_scripts(browser: Browser, server: str) -> None:
    for has_scripts, path in ((True, "id/jinan-2018/?list"), (True, "en/id/jinan-2018/"), (False, "id/jinan-2018/")):
        context = browser.new_context(java_script_enabled=has_scripts)
        check_list(context.new_page(), f"{server}{path}#s1-1-p1")
        context.close()


def test_a_copy_at_another_place_leads_to_its_own_pages_and_gives_out_the_permanent_addresses(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    (tmp_path / "mirrors").mkdir()
    (tmp_path / "mirrors/quality").symlink_to(site)
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    with serve(tmp_path) as address:
        page.goto(f"{address}mirrors/quality/id/jinan-2018/#s1-1-p1")
        expect(page).to_have_url(f"{address}mirrors/quality/en/policies/jinan-2018/#s1-1-p1")
        assert page.locator("link[rel='cite-as']").get_attribute("href") == f"{SITE_URL}id/jinan-2018/"
        assert page.locator("link[rel='canonical']").get_attribute("href") == f"{SITE_URL}en/policies/jinan-2018/"
        own = page.locator("meta[name='archive-address']").get_attribute("content")
        assert own == f"{SITE_URL}en/policies/jinan-2018/"
    context.close()


def test_the_script_stands_in_the_heads_of_permanent_addresses_alone(site: Path) -> None:
    holding = [
        path.parent.relative_to(site).as_posix()
        for path in sorted(site.rglob("index.html"))
        if re.search("archive-id.js", path.read_text(encoding="utf-8").partition("</head>")[0])
    ]
    assert holding == [f"id/{policy_id}" for policy_id in IDS]
