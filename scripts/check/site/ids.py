"""A page by itself: its ids and what refers to them, the languages of its words, damage, and pictures without words."""

import re
from collections.abc import Iterator

from lxml import etree, html

from scripts.check.site.pages import Page, Site, problem
from scripts.model.languages import LANGUAGES
from scripts.model.vocabulary import Language
from scripts.problems import Problem

# _1, 文字_2: ids that Markdown made from position; not s2-3_2, which the printed number made
POSITIONAL_PATTERN = re.compile(r"_\d+|[^_]*[^0-9_]_\d+")
REFERENCES = ("for", "form", "list", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")
"""Attributes that name elements of the same page by their ids."""
TRADITIONAL = "zh-Hant"
TAGS = {*(writing.tag for writing in LANGUAGES.values()), TRADITIONAL}
CHINESE, ENGLISH = "zh", "en"
FOREIGN = {ENGLISH: re.compile(r"[\u3400-\u9fff]"), CHINESE: re.compile(r"(?:\b[A-Za-z][a-z’'-]+[ ,;]+){5}")}
"""What shows that words in an element of one language are of the other: a character, five words in a row."""
UNSPOKEN = ("script", "style", "code", "template", "textarea")
NAMED = ("img", "area", "input[@type='image']", "*[@role='img']")
DAMAGE_PATTERN = re.compile(r"[\ufffd\ufeff\u200b-\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""What no page says: a sign of lost words, and what cannot be seen but changes how words run."""


def check_ids(page: Page, _: Site) -> Iterator[Problem]:
    """Ids are ASCII, stand once, and in the article none comes from its position."""
    seen: set[str] = set()
    for element in page.root.xpath("//*[@id]"):
        identity = str(element.get("id"))
        if identity in seen:
            yield problem(page, element, "id", f"id {identity!r} stands twice; every id must be its own")
        seen.add(identity)
        if not identity.isascii() or not identity or " " in identity:
            yield problem(page, element, "id", f"id {identity!r} is not ASCII; give the heading an id of its own")
    for element in page.root.xpath("//article//*[@id]"):
        if POSITIONAL_PATTERN.fullmatch(str(element.get("id"))):
            message = f"id {element.get('id')!r} comes from the heading's position; give it an id of its own: {{#name}}"
            yield problem(page, element, "id", message)


def check_references(page: Page, _: Site) -> Iterator[Problem]:
    """Every attribute that names an element of the page names one that is there."""
    for element in page.root.xpath(f"//*[{' or '.join(f'@{name}' for name in REFERENCES)}]"):
        for name in REFERENCES:
            for identity in str(element.get(name) or "").split():
                if identity not in page.ids:
                    message = f"{name}={identity!r} names no element of the page; give one this id, or drop {name}"
                    yield problem(page, element, "dead-id", message)


def check_language(page: Page, _: Site) -> Iterator[Problem]:
    """Every page names its language, the one of its folder, and an element only a language that the site has."""
    expected = LANGUAGES[language_of(page)].tag
    if page.root.get("lang") != expected:
        yield problem(page, page.root, "lang", f"lang is {page.root.get('lang')!r}; it must be {expected!r}")
    for element in page.root.xpath("//*[@lang]"):
        if element is not page.root and element.get("lang") not in TAGS:
            message = f"lang is {element.get('lang')!r}; it must be one of {', '.join(sorted(TAGS))}"
            yield problem(page, element, "lang", message)


def check_speech(page: Page, _: Site) -> Iterator[Problem]:
    """Chinese stands in an element whose language is Chinese, English in one whose language is English."""
    waiting = [(body, str(page.root.get("lang") or "")) for body in page.root.iterchildren("body")]
    while waiting:
        element, around = waiting.pop()
        own = str(element.get("lang") or around)
        if element.tag in UNSPOKEN:
            continue
        inner = list(element)
        waiting += [(child, own) for child in inner if isinstance(child.tag, str)]  # a comment's is none
        words = " ".join([element.text or "", *[child.tail or "" for child in inner]])
        match = FOREIGN[own[:2]].search(words) if own[:2] in FOREIGN and len(words) > 1 else None
        if match:
            message = f"{words[match.start() :][:20]!r} is not {own}, as its element says; give it its own lang"
            yield problem(page, element, "lang", message)


def spoken_as(element: html.HtmlElement) -> str:
    """Return the language of an element: its own, or that of the nearest around it."""
    found = element.xpath("ancestor-or-self::*[@lang][1]/@lang")
    return str(found[0]) if found else ""


def check_pictures(page: Page, _: Site) -> Iterator[Problem]:
    """Every picture says what it shows, or that it shows nothing."""
    for kind in NAMED:
        for element in page.root.xpath(f"//{kind}"):
            has_words = (element.get("aria-label") or "").strip() or element.get("aria-labelledby")
            if not has_words and element.get("alt") is None:
                message = f"<{element.tag}> has no words for who cannot see it; give it alt or aria-label"
                yield problem(page, element, "alt", message)


def check_damage(page: Page, _: Site) -> Iterator[Problem]:
    """No word of a page is damaged, and none holds a character that cannot be seen."""
    whole = etree.tostring(page.root, encoding="unicode")  # which writes control characters as &#1;
    if "&#" not in whole and not DAMAGE_PATTERN.search(whole):
        return  # as nearly always: the whole is read in a tenth of the time
    for element in page.root.iter(etree.Element):
        values = (element.text, element.tail, *element.attrib.values())
        for words in values:
            match = DAMAGE_PATTERN.search(words or "")
            if match:
                code = f"U+{ord(match[0]):04X}"
                message = (
                    f"{code} stands in {(words or '')[max(0, match.start() - 8) : match.end() + 8]!r}; build again"
                )
                yield problem(page, element, "damage", message)


def language_of(page: Page) -> Language:
    """Return the language of a page, by its folder."""
    folders = [(writing.folder, language) for language, writing in LANGUAGES.items()]
    return max((len(folder), language) for folder, language in folders if page.path.startswith(folder))[1]
