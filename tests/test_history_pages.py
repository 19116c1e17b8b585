"""The page of a policy's editions: every change marked, every earlier wording readable at an address of its own."""

import copy
import json

import markdown
import pytest
from lxml import html

from scripts.link.shares import lookup_of
from scripts.model.archive import Archive
from scripts.model.editions import TITLE
from scripts.model.languages import LANGUAGES
from scripts.model.lookup import Lookup
from scripts.model.policy import Metadata, Policy
from scripts.model.vocabulary import Language
from scripts.read.corpus.corpus import Corpus
from scripts.write.data.policy_json import policy_value
from scripts.write.markup.extension import ArchiveExtension
from scripts.write.pages.policy.history import render_history_page
from scripts.write.pages.policy.page import render_policy_page
from scripts.write.words.dates import say_date
from scripts.write.words.strings import pick, say
from tests.conftest import CITY, DISTRICT


def render_page(text: str, path: str) -> html.HtmlElement:
    """Return a page as the site renders it, by its path below docs/."""
    converter = markdown.Markdown(extensions=["def_list", "attr_list", "tables", ArchiveExtension(path=path)])
    body = text.split("---\n", 2)[2]
    return html.fromstring(f"<main>{converter.convert(body)}</main>")


def policy_of(archive: Archive, policy_id: str) -> tuple[Policy, Metadata]:
    return next((p, p.metadata) for p in archive.policies if p.metadata and p.metadata.id == policy_id)


def page_of(archive: Archive, policy_id: str, language: Language) -> html.HtmlElement:
    metadata = policy_of(archive, policy_id)[1]
    text = render_history_page(metadata, archive.redirects.get(policy_id, {}), language)
    return render_page(text, f"{language}/policies/{policy_id}/history/index.md")


def blocks_under(page: html.HtmlElement, anchor: str, classes: str) -> list[html.HtmlElement]:
    """Return the blocks of a class that stand between the heading with this id and the next heading."""
    found = []
    for element in page.xpath(f"//*[@id='{anchor}']/following-sibling::*"):
        if element.tag in ("h2", "h3"):
            break
        if element.get("class") == classes:
            found.append(element)
    return found


def without(block: html.HtmlElement, tag: str) -> str:
    """Return the words of a block without those that are marked so, and without what the marks say."""
    own = copy.deepcopy(block)
    for element in [*own.iter(tag), *own.xpath(".//*[@class='change-said']")]:
        element.drop_tree()
    return str(own.text_content())


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("policy_id", [CITY, "jinan-2018", "youxian-2023"])
def test_every_change_is_marked_at_its_address_so_that_both_wordings_can_be_read(
    invented: Archive, corpus: Corpus, policy_id: str, language: Language
) -> None:
    archive = invented if policy_id == CITY else corpus.archive
    page, count = page_of(archive, policy_id, language), 0
    for edition in policy_of(archive, policy_id)[1].editions:
        assert page.xpath(f"//h2[@id='edition-{edition.number}']")
        for anchor in dict.fromkeys(change.anchor for change in edition.changes):
            changes = [change for change in edition.changes if change.anchor == anchor]
            place = f"edition-{edition.number}-{'title' if anchor == TITLE else anchor}"
            marked = blocks_under(page, place, "edition-words")
            assert [block.get("lang") for block in marked] == [LANGUAGES[c.language].tag for c in changes]
            for block, change in zip(marked, changes, strict=True):
                assert (without(block, "ins"), without(block, "del")) == (change.before, change.after)
                count += 1
            former = [block.text_content() for block in blocks_under(page, place, "former-words")]
            for change in changes:
                assert not change.before or not change.after or any(change.before in words for words in former)
    assert count == sum(len(edition.changes) for edition in policy_of(archive, policy_id)[1].editions) >= 11
    ids = page.xpath("//@id")
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("language", Language)
def test_what_is_marked_is_said_to_the_ear_in_the_language_of_the_page(invented: Archive, language: Language) -> None:
    page = page_of(invented, CITY, language)
    marks = list(page.iter("del", "ins"))
    assert {mark.tag for mark in marks} == {"del", "ins"}
    for mark in marks:
        said = mark[0]
        assert (said.get("class"), said.get("lang")) == ("change-said", LANGUAGES[language].tag)
        assert said.text == say("change-del" if mark.tag == "del" else "change-ins", language)


@pytest.mark.parametrize("language", Language)
def test_an_edition_says_when_what_and_why(invented: Archive, language: Language) -> None:
    for policy_id in (CITY, DISTRICT):
        text = str(page_of(invented, policy_id, language).text_content())
        for edition in policy_of(invented, policy_id)[1].editions:
            for words in (say_date(edition.date, language), pick(edition.what, language), pick(edition.why, language)):
                assert words in text
            assert edition.fingerprint
            assert edition.fingerprint in text
        assert say("history-scope", language) in text


def test_a_place_that_is_gone_leads_to_its_successor(invented: Archive) -> None:
    page = page_of(invented, CITY, Language.EN)
    (note,) = page.xpath("//*[@id='edition-3-s3-3-p1']/following-sibling::p[1]")
    assert note.text_content() == "This place is gone; its address now leads to Part 3(2), para. 1."
    assert note.find("a").get("href") == "../index.md#s3-2-p1"


@pytest.mark.parametrize("language", Language)
def test_a_policy_shows_its_edition_with_its_day_and_leads_to_all(invented: Archive, language: Language) -> None:
    lookup: Lookup = lookup_of(invented)
    for policy_id in (CITY, DISTRICT):
        policy, metadata = policy_of(invented, policy_id)
        latest = metadata.editions[-1]
        page = render_page(
            render_policy_page(policy, metadata, lookup, language), f"{language}/policies/{policy_id}/index.md"
        )
        (link,) = page.xpath("//dl//a[@href='history/index.md']")
        assert link.text_content() == say("edition-of", language, n=latest.number, date=say_date(latest.date, language))
        why = pick(latest.why, language)
        notices = [str(p.text_content()) for p in page.xpath("//p[@class='policy-notice']")]
        assert any(why in notice for notice in notices) == (policy_id == DISTRICT)


def test_the_published_json_has_every_edition_with_its_changes(invented: Archive) -> None:
    policy, metadata = policy_of(invented, CITY)
    editions = json.loads(json.dumps(policy_value(policy, invented)["editions"]))
    assert [edition["edition"] for edition in editions] == [1, 2, 3]
    for value, edition in zip(editions, metadata.editions, strict=True):
        assert (value["date"], value["kind"], value["fingerprint"]) == (edition.date, edition.kind, edition.fingerprint)
        assert (value["what"]["zh"], value["why"]["en"]) == (edition.what.zh, edition.why.en)
        assert [tuple(change.values()) for change in value["changes"]] == [tuple(c) for c in edition.changes]
    assert list(editions[1]["changes"][0]) == ["anchor", "language", "before", "after"]
