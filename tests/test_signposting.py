"""Signposts of policies: by the rules of the FAIR Signposting Profile (2023-10-02), as somebody else's program reads them."""

import json
import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from signposting import Signposting, find_signposting_html
from signposting.linkset import find_signposting_linkset

from scripts.read.corpus.corpus import Corpus
from scripts.write.permanent.signposts import LANDING, LINKSET_TYPE, WORK, signposts
from tests.conftest import IDS, SITE_URL
from tests.test_addresses import leads_nowhere
from tests.test_permanent import find_policy

PAGES = ("id/{}/", "policies/{}/", "en/policies/{}/")
"""What a policy's permanent address shows by itself, and where it leads to."""
LISTED = {"cite-as", "type", "license", "author", "describedby", "item"}


def heads(server: str, policy_id: str) -> dict[str, Signposting]:
    """Return the signposts in the heads of a policy's pages, by the address of each, read without any complaint."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return {page.format(policy_id): find_signposting_html(server + page.format(policy_id)) for page in PAGES}


@pytest.mark.parametrize("policy_id", IDS)
def test_the_heads_of_a_policys_pages_are_signposts_of_level_1(
    corpus: Corpus, site: Path, server: str, policy_id: str
) -> None:
    for page, found in heads(server, policy_id).items():
        assert found.citeAs.target == f"{SITE_URL}id/{policy_id}/"
        assert found.license.target == "https://creativecommons.org/licenses/by/4.0/"
        is_landing = page.startswith("id/")  # the others show the text itself
        assert {link.target for link in found.types} == ({WORK, LANDING} if is_landing else {WORK})
        assert len(found.describedBy) == 4
        assert len(found.items) == (11 if is_landing else 10)
        for link in (*found.describedBy, *found.items):
            assert link.type
            assert link.target != SITE_URL + page
            assert not leads_nowhere(site, link.target), link.target
        for author in found.authors:
            assert not leads_nowhere(site, author.target)
        assert found.collection is None
        assert not found.describes


def test_a_policy_without_a_translation_names_no_file_of_one(corpus: Corpus) -> None:
    _, metadata = find_policy(corpus.archive, "jinan-2018")
    bare = replace(corpus.archive, english={})
    links = [link.href for link in signposts(metadata, bare, "")]
    assert f"{SITE_URL}data/policies/jinan-2018.akn.xml" in links
    assert [link for link in links if ".en." in link or ".parallel." in link] == []


def test_issuers_that_have_a_page_are_authors(server: str) -> None:
    page = "policies/{}/"
    authors = {
        policy_id: sorted(
            link.target.removeprefix(SITE_URL) for link in heads(server, policy_id)[page.format(policy_id)].authors
        )
        for policy_id in IDS
    }
    assert authors["hangzhou-2018"] == ["organisations/hangzhou-government/", "organisations/hangzhou-party-committee/"]
    assert authors["jinan-2018"] == []


@pytest.mark.parametrize("policy_id", IDS)
def test_the_link_set_of_a_policy_is_signposts_of_level_2(site: Path, server: str, policy_id: str) -> None:
    """Every page, file and description is named with its own links, each by a whole address."""
    for page, found in heads(server, policy_id).items():
        (linkset,) = found.linksets
        assert linkset.type == LINKSET_TYPE
        assert linkset.target == f"{SITE_URL}id/{policy_id}/linkset.json"
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            whole = find_signposting_linkset(linkset.target.replace(SITE_URL, server))
        own = whole.for_context(SITE_URL + page)
        assert targets(own) == targets(found)
        for item in found.items:
            assert whole.for_context(item.target).collection.target == f"{SITE_URL}id/{policy_id}/"
        for about in found.describedBy:
            (link,) = whole.for_context(about.target).describes
            assert link.target == f"{SITE_URL}id/{policy_id}/"


def targets(found: Signposting) -> set[tuple[str, str, str | None]]:
    """Return the links that heads and sets have in common."""
    return {(str(link.rel), link.target, link.type) for link in found if str(link.rel) in LISTED}


@pytest.mark.parametrize("policy_id", IDS)
def test_the_link_set_has_the_form_of_rfc_9264(site: Path, policy_id: str) -> None:
    value: dict[str, Any] = json.loads((site / f"id/{policy_id}/linkset.json").read_text(encoding="utf-8"))
    assert list(value) == ["linkset"]
    anchors = [context["anchor"] for context in value["linkset"]]
    assert len(set(anchors)) == len(anchors) > 10
    for context in value["linkset"]:
        assert context["anchor"].startswith(SITE_URL)
        for rel, links in context.items():
            if rel != "anchor":
                assert links
                assert all(is_link(link) for link in links)


def is_link(link: dict[str, Any]) -> bool:
    """Whether a target has an address, and every other attribute the form that it must have."""
    forms: dict[str, Callable[[Any], bool]] = {
        "href": lambda value: value.startswith("https://"),
        "type": lambda value: isinstance(value, str),
    }
    return "href" in link and all(forms[name](value) for name, value in link.items())
