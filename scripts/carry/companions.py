"""What stands beside a policy's page, in scripts and on a page of its own, brought into a copy: meanings, notes.

A copy has to hold all that its page opens: a mark leads to its entry in the same file.
"""

import json
import re
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from urllib.parse import urljoin

from lxml import html

from scripts.carry.links import INDEX
from scripts.write.markup.foreign import speak
from scripts.write.pages.policy.glossary import CALL
from scripts.write.words.strings import LANG_TAGS, say

LANGUAGES_BY_TAG = {tag: language for language, tag in LANG_TAGS.items()}
# data-glossary="data/glossary/jinan-2018.zh.js?0a1b2c3d"
GLOSSARY_PATTERN = re.compile(r'data-glossary="(?P<path>[^"?]*)')
TERM_PATTERN = re.compile(r"/terms/(?P<key>[\w-]+)/$")


@dataclass(frozen=True, slots=True)
class Companions:
    """What a copy of a page takes in."""

    terms: dict[str, list[str]] = field(default_factory=dict)
    """By their ids: each in Chinese, in English, and what it means in the language of the page."""
    notes: str = ""
    """The page of the notes."""


def read_companions(site: Path, page: str, text: str) -> Companions:
    """Return what stands beside a page of the site; nothing where there is none."""
    match = GLOSSARY_PATTERN.search(text)
    glossary = site / match["path"] if match else None
    terms = {}
    if glossary and glossary.is_file():
        terms = json.loads(glossary.read_text(encoding="utf-8").removeprefix(CALL).rstrip().removesuffix(")"))
    notes = site / page.removesuffix(INDEX) / "notes" / INDEX
    has_notes = 'data-notes="' in text and notes.is_file()
    return Companions(terms, notes.read_text(encoding="utf-8") if has_notes else "")


def take_in(body: html.HtmlElement, lang: str, own: str, companions: Companions) -> None:
    """Put into a page's text what stands beside it; `own` is the page's address."""
    if companions.notes:
        take_in_notes(body, own, companions.notes)
    if companions.terms:
        take_in_terms(body, lang, own, companions.terms)


def take_in_notes(body: html.HtmlElement, own: str, page: str) -> None:
    """Put the notes under their headings; each takes its address back from the sign that bore it."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True)
    (article,) = html.fromstring(page.encode("utf-8"), parser=parser).xpath("//article")
    for heading in article.xpath("./h2[@id]"):
        places = body.xpath(f".//h2[@id='{heading.get('id')}']/following-sibling::p[1][@class='notes-elsewhere']")
        for place in places:
            for element in list(heading.itersiblings()):
                if element.tag == "h2":
                    break
                place.addprevious(element)
            place.drop_tree()
    ids = {note.get("id") for note in body.xpath(".//*[@class='policy-note']")}
    for link in body.xpath(".//a[@href]"):
        address, _, anchor = urljoin(own, link.get("href")).partition("#")
        if address == f"{own}notes/" and anchor in ids:
            link.set("href", f"#{anchor}")
            link.getparent().attrib.pop("id", None)
        elif link.get("href").startswith("../#"):
            link.set("href", link.get("href").removeprefix("../"))


def take_in_terms(body: html.HtmlElement, lang: str, own: str, terms: dict[str, list[str]]) -> None:
    """Put the meanings behind everything else, under a heading, and let the marks lead there."""
    for link in body.xpath(".//a[@href]"):
        match = TERM_PATTERN.search(urljoin(own, link.get("href")))
        if match and match["key"] in terms and (link.get("class") == "policy-term" or link.get("id")):
            link.attrib.pop("id", None)
            link.set("href", f"#term-{match['key']}")
    for place in body.xpath(".//p[@id='terms']"):
        del place.attrib["id"]
    language = LANGUAGES_BY_TAG[lang]
    heading = html.Element("h2", {"id": "terms"})
    heading.text = say("copy-terms", language)
    entries = "".join(
        f'<div class="page-term" id="term-{key}"><p><b><span lang="zh-Hans">{escape(zh)}</span> '
        f'<span lang="en">{escape(en)}</span></b><br>{speak(escape(meaning), lang)} '
        f'<a href="{urljoin(own, f"../../terms/{key}/")}">{say("more", language)}</a></p></div>'
        for key, (zh, en, meaning) in terms.items()
    )
    body.append(heading)
    body.append(html.fromstring(f'<div class="page-terms">{entries}</div>'))
