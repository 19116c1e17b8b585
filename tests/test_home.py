"""The home page: what it says of the archive is what the archive holds; and the frame that every page has."""

import re
from pathlib import Path

import pytest
from lxml import html

from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Language
from scripts.write.words.dates import say_date
from scripts.write.words.strings import pick, say
from tests.conftest import IDS


def read(site: Path, language: Language, path: str) -> html.HtmlElement:
    """Return a page of a language."""
    page = (site / LANGUAGES[language].folder / path / "index.html").read_text(encoding="utf-8")
    return html.document_fromstring(page)


def words_of(element: html.HtmlElement) -> str:
    """Return the words of an element, with single blanks."""
    return " ".join(str(element.text_content()).split())


@pytest.mark.parametrize("language", Language)
def test_the_home_page_says_how_much_the_archive_holds_and_of_which_years(
    site: Path, lookup: Lookup, language: Language
) -> None:
    page, glossary = read(site, language, ""), lookup.archive.glossary
    said = words_of(page.xpath("//div[@class='home-amount']")[0])
    for key, count in (
        ("policies", len(IDS)),
        ("indicators", len(glossary.indicators)),
        ("terms", len(glossary.terms)),
    ):
        assert say(f"home-{key}", language, n=count) in said
    years = [digest.metadata.date.value[:4] for digest in lookup.policies.values()]
    assert say("period-years", language, first=min(years), last=max(years)) in said
    rows = page.xpath("//ul[@class='home-policies']/li")
    assert [re.search(r"policies/([\w-]+)/", row.xpath(".//a/@href")[0])[1] for row in rows] == list(lookup.policies)  # type: ignore[index]


@pytest.mark.parametrize("language", Language)
def test_the_term_on_the_home_page_is_explained_as_in_the_glossary(
    site: Path, lookup: Lookup, language: Language
) -> None:
    section = read(site, language, "").xpath("//h3[@id='term']/..")[0]
    (link,) = section.xpath(".//a[contains(@href, 'terms/')]")
    term = lookup.archive.glossary.terms[link.get("href").rstrip("/").rpartition("/")[2]]
    words = words_of(section)
    assert link.text_content() == (term.zh if language is ORIGINAL else term.en)
    assert term.zh in words
    assert term.en in words
    assert words.endswith(pick(term.meaning, language))


@pytest.mark.parametrize("language", Language)
def test_what_the_home_page_shows_of_a_policy_stands_there(site: Path, language: Language) -> None:
    page = read(site, language, "")
    for sample in ("emended", "cited"):
        section = page.xpath(f"//h3[@id='{'cite' if sample == 'cited' else sample}']/..")[0]
        href = section.xpath(".//a/@href")[-1]
        path, _, anchor = href.partition("#")
        policy = read(site, language, path)
        assert policy.xpath(f"//*[@id='{anchor}']"), href
        if sample == "cited":
            stated = words_of(policy.get_element_by_id(anchor))
            quoted = words_of(section.xpath("./p")[0]).partition(LANGUAGES[language].colon.strip())[2].strip()
            assert stated.startswith(quoted[:40])
            assert anchor in words_of(section.xpath("./p[@class='example']")[0])


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("path", "crumbs", "section"),
    [
        ("policies/jinan-2018/", ["", "policies/"], "policies/"),
        ("indicators/matrix/", ["", "indicators/"], "indicators/"),
        ("about/for-trainers/slides/", ["", "about/", "about/for-trainers/"], "about/"),
        ("search/", [""], ""),
    ],
)
def test_every_page_says_where_it_stands(
    site: Path, language: Language, path: str, crumbs: list[str], section: str
) -> None:
    page, root = read(site, language, path), LANGUAGES[language].folder
    page.make_links_absolute(f"https://x/{root}{path}")
    home = f"https://x/{root}"
    assert page.xpath("//nav[@class='crumbs']//a/@href") == [home + crumb for crumb in crumbs]
    assert page.xpath("//nav[@class='site-menu']//a[@aria-current]/@href") == ([home + section] if section else [])
    assert len(page.xpath("//main//h1")) == 1


@pytest.mark.parametrize("language", Language)
def test_the_foot_leads_to_every_section_and_guide_and_says_when_the_archive_changed(
    site: Path, lookup: Lookup, language: Language
) -> None:
    page, root = read(site, language, "terms"), f"https://x/{LANGUAGES[language].folder}"
    page.make_links_absolute(f"{root}terms/")
    (foot,) = page.xpath("//footer")
    reached = set(foot.xpath(".//nav//a/@href"))
    paths = ("policies/", "data/", "search/", "about/", "about/what-never-changes/", "about/accessibility/", "log/")
    assert {root + path for path in paths} <= reached
    last = max(digest.metadata.editions[-1].date for digest in lookup.policies.values())
    assert say("frame-last-change", language, date=say_date(last, language)) in words_of(foot)
    assert foot.xpath(".//fieldset[@class='appearance']//input/@value") == ["auto", "light", "dark"]
