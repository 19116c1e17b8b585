"""The log and its feeds: valid by the rules of Atom, with ids that outlast a move, the same bytes while nothing changes."""

import dataclasses
import re
import shutil
from pathlib import Path

import feedparser
import pytest
from lxml import etree, html

from scripts.carry.bundle import LEFT_OUT, belongs
from scripts.commands.gather import link_corpus
from scripts.link.shares import lookup_of
from scripts.model.archive import Archive
from scripts.model.languages import LANGUAGES
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import EditionKind, Language
from scripts.read.corpus.corpus import read_corpus
from scripts.write.pages.log import entries_of, render_feed, render_log_page
from tests.conftest import CITY, DISTRICT, INVENTED, ROOT, SITE_URL

SCHEMA = etree.RelaxNG(etree.parse(str(ROOT / "tests/atom.rng")))
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def log(invented: Archive) -> Lookup:
    """The invented archive, which has editions of every kind."""
    return lookup_of(invented)


@pytest.fixture(params=["real", "invented"])
def either(request: pytest.FixtureRequest, lookup: Lookup, log: Lookup) -> Lookup:
    return lookup if request.param == "real" else log


@pytest.mark.parametrize("language", Language)
def test_a_feed_is_valid_by_the_schema_and_by_the_rules_beyond_it(either: Lookup, language: Language) -> None:
    feed = etree.fromstring(render_feed(either, language).encode())
    assert SCHEMA.validate(feed), SCHEMA.error_log
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == len(entries_of(either)) >= 4
    ids = [element.text for element in feed.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    for element in (feed, *entries):  # RFC 4287, 4.1.1 and 4.1.2
        links = [link.get("rel") for link in element.findall(f"{ATOM}link")]
        assert len(set(links)) == len(links)
        assert "alternate" in links
        assert all((link.get("href") or "").startswith(SITE_URL) for link in element.findall(f"{ATOM}link"))
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    assert feed.find(f"{ATOM}link[@rel='self']") is not None
    moments = [element.text or "" for element in feed.iter(f"{ATOM}updated")]
    assert moments[0] == max(moments)
    assert moments[1:] == sorted(moments[1:], reverse=True)
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == LANGUAGES[language].tag


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<id>", "<identity>"),
        ("<updated>", "<updated>on "),
        ('rel="alternate"', 'relation="alternate"'),
        ("<title>", "<title><b/>"),
    ],
)
def test_the_schema_refuses_what_is_no_atom(log: Lookup, old: str, new: str) -> None:
    text = render_feed(log, Language.EN).replace(old, new).replace("</id>", "</id>" if old != "<id>" else "</identity>")
    assert not SCHEMA.validate(etree.fromstring(text.encode()))


@pytest.mark.parametrize("language", Language)
def test_a_reader_of_feeds_finds_every_edition_with_its_page_in_its_own_language(
    either: Lookup, language: Language
) -> None:
    read = feedparser.parse(render_feed(either, language))
    assert (read.bozo, read.version) == (False, "atom10")
    root = SITE_URL + LANGUAGES[language].folder
    assert read.feed.link == f"{root}log/"
    found = [(entry.link, entry.updated[:10], entry.tags[0].term) for entry in read.entries]
    assert found == [
        (f"{root}policies/{own}/history/#edition-{number}", date, edition.kind)
        for date, own, number, _, edition in entries_of(either)
    ]
    words = [(edition.what, edition.why) for *_, edition in entries_of(either)]
    for entry, (what, why) in zip(read.entries, words, strict=True):
        assert getattr(what, language) in entry.summary
        assert getattr(why, language) in entry.summary


def test_ids_stay_when_the_archive_moves(log: Lookup, monkeypatch: pytest.MonkeyPatch) -> None:
    before = feedparser.parse(render_feed(log, Language.ZH))
    monkeypatch.setenv("SITE_URL", "http://elsewhere.test/archive/")
    after = feedparser.parse(render_feed(log, Language.ZH))
    assert after.feed.link == "http://elsewhere.test/archive/log/"
    assert [entry.id for entry in after.entries] == [entry.id for entry in before.entries]
    assert [entry.updated for entry in after.entries] == [entry.updated for entry in before.entries]
    assert after.feed.id == before.feed.id
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", entry.id) for entry in after.entries)
    other = feedparser.parse(render_feed(log, Language.EN))
    assert not {entry.id for entry in other.entries} & {entry.id for entry in after.entries}


def test_a_withdrawn_policy_has_an_entry_that_moves_the_feed(log: Lookup) -> None:
    entry = entries_of(log)[0]
    assert (entry.policy, entry.edition.kind, entry.date) == (DISTRICT, EditionKind.WITHDRAWN, "2033-02-01")
    read = feedparser.parse(render_feed(log, Language.EN))
    assert read.feed.updated == "2033-02-01T00:00:00Z"
    assert read.entries[0].title == "Withdrawn: Yunting Plan for Quality Development, edition 2 (Yunting District)"


def test_the_same_history_gives_the_same_bytes_whatever_else_is_mended(tmp_path: Path, log: Lookup) -> None:
    shutil.copytree(INVENTED / "corpus", tmp_path / "corpus")
    file = tmp_path / "corpus/policies" / CITY / "en.po"
    file.write_text(file.read_text(encoding="utf-8").replace("Foreword", "Preface"), encoding="utf-8")
    other = lookup_of(link_corpus(read_corpus(tmp_path))[0])
    for language in Language:
        assert render_feed(other, language) == render_feed(log, language)


def test_an_edition_that_is_not_published_is_not_in_the_log(log: Lookup) -> None:
    digest = log.policies[CITY]
    editions = (*digest.metadata.editions[:2], dataclasses.replace(digest.metadata.editions[2], fingerprint=""))
    changed = dataclasses.replace(digest, metadata=dataclasses.replace(digest.metadata, editions=editions))
    entries = entries_of(Lookup(log.archive, {CITY: changed}))
    assert [entry.number for entry in entries] == [2, 1]


def test_a_log_without_entries_is_valid_too() -> None:
    feed = etree.fromstring(render_feed(Lookup(Archive(()), {}), Language.ZH).encode())
    assert SCHEMA.validate(feed), SCHEMA.error_log


@pytest.mark.parametrize("language", Language)
def test_the_page_has_what_the_feed_has(log: Lookup, language: Language) -> None:
    page = render_log_page(log, language)
    for entry in feedparser.parse(render_feed(log, language)).entries:
        assert entry.title in page
    assert "(feed.xml)" in page or 'href="feed.xml"' in page


@pytest.mark.parametrize("language", Language)
def test_a_bundle_carries_the_log_of_its_languages(language: Language) -> None:
    for other in Language:
        for name in ("log/index.html", "log/feed.xml"):
            assert belongs(LANGUAGES[other].folder + name, (language,)) == (other is language)
    assert not "log/feed.xml".endswith(LEFT_OUT)


@pytest.mark.parametrize("language", Language)
def test_every_page_leads_readers_of_feeds_to_the_log_of_its_language(site: Path, language: Language) -> None:
    folder = LANGUAGES[language].folder
    for name in ("index.html", "policies/jinan-2018/index.html", "log/index.html", "about/index.html"):
        tree = html.parse(str(site / folder / name))
        links = tree.xpath("//link[@type='application/atom+xml']")
        assert [link.get("rel").split() for link in links] == [["alternate"]]
        assert (site / folder / name).parent.joinpath(links[0].get("href")).resolve() == site / folder / "log/feed.xml"
    assert (site / folder / "log/feed.xml").read_text(encoding="utf-8") == (
        ROOT / f"docs/{language}/log/feed.xml"
    ).read_text(encoding="utf-8")
