"""What the pages of each policy say: at every anchor, in each language, exactly the words of the corpus, in order."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import html

from scripts.check.site.ids import TRADITIONAL, spoken_as
from scripts.check.site.pages import INDEX, Page, Site, problem
from scripts.model.languages import LANGUAGES
from scripts.model.policy import Policy
from scripts.model.vocabulary import Language, Script
from scripts.problems import Problem

UNSAID = "ancestor::sup or ancestor::*[contains(concat(' ', @class, ' '), ' policy-label ')][ancestor::*[@id=$anchor]]"
"""What stands within a paragraph's element and is none of its words: signs of notes, the number of an untitled item."""
SIDES = {Language.ZH: "parallel-zh", Language.EN: "parallel-en"}
# sha256 as it is shown: 64 hexadecimal digits
PRINT_PATTERN = re.compile(r"\b[0-9a-f]{64}\b")
SHOWN = 40


@dataclass(frozen=True, slots=True)
class Expected:
    """What must stand at an anchor in one language."""

    anchor: str
    words: str
    """Without blanks."""
    start: int
    """Where they stand in the text."""
    is_end: bool = False
    """Whether only the end of what stands there must be these: an English number stands before it."""
    tag: str = ""
    """Their language, where it is not as the site has that language elsewhere."""


def check_texts(site: Site) -> Iterator[Problem]:
    """Each policy's pages say, at every anchor and in each language, exactly the words of the corpus."""
    for policy in site.archive.policies if site.archive else ():
        if policy.metadata:
            own = policy.metadata.id
            words = {language: ordered(expected(policy, site, own, language)) for language in Language}
            for language in Language:
                folder = f"{LANGUAGES[language].folder}policies/{own}/"
                for path in (f"{folder}{INDEX}", f"{folder}{own}.html"):
                    yield from check_page(site, path, words[language], language)
                for path in (f"{folder}parallel/{INDEX}", f"{folder}{own}-parallel.html"):
                    yield from check_sides(site, path, words)
            yield from check_prints(site, own, policy.metadata.sha256)


def expected(policy: Policy, site: Site, own: str, language: Language) -> Iterator[Expected]:
    """Yield what must stand at every anchor of a policy, in the order of its text."""
    english = site.archive.english.get(own, {}) if site.archive else {}
    tag = TRADITIONAL if language is Language.ZH and policy.script is Script.HANT else ""
    for section in policy.walk():
        heading = squeeze(policy.text[section.start : section.heading_end])
        if language is Language.ZH or not heading or section.anchor not in english:
            said = heading if language is Language.ZH else ""
            yield Expected(section.anchor, said, section.start, language is not Language.ZH, tag)
        else:
            yield Expected(section.anchor, squeeze(english[section.anchor]), section.start, is_end=True)
        for block in section.blocks:
            words = policy.text[block.start : block.end] if language is Language.ZH else english.get(block.anchor)
            if words is not None:
                yield Expected(block.anchor, squeeze(words), block.start, tag=tag)


def ordered(words: Iterable[Expected]) -> list[Expected]:
    """Return what must stand at every anchor in the order of the text; what begins at one place stays as it is."""
    return sorted(words, key=lambda each: each.start)


def check_page(site: Site, path: str, words: list[Expected], language: Language) -> Iterator[Problem]:
    """A page in one language has every anchor, in order, with its words in that language."""
    page = site.pages.get(path)
    if page is None:
        yield Problem(f"site/{path}", 0, "text", "is not there, and a policy is read on it; build the site again")
        return
    shown = elements_of(page)
    yield from check_order(page, [each.anchor for each in words])
    for each in words:
        if each.anchor in shown:
            yield from check_words(page, shown[each.anchor], each, language)


def check_order(page: Page, anchors: list[str]) -> Iterator[Problem]:
    """Every anchor stands on a page, in the order of the text."""
    places = places_of(page)
    last = -1.0
    for anchor in anchors:
        if anchor not in places:
            yield problem(page, None, "anchor", f"has no id {anchor!r}, an address of its policy; build the site again")
        elif places[anchor] < last:
            yield Problem(f"site/{page.path}", page.ids[anchor], "anchor", f"{anchor!r} does not stand in its order")
        last = max(last, places.get(anchor, last))


def places_of(page: Page) -> dict[str, float]:
    """Return the place of every id among those of a page; the number that opens a paragraph stands before it."""
    places: dict[str, float] = {}
    for number, (identity, element) in enumerate(elements_of(page).items()):
        places[identity] = number
        if element.get("class") == "policy-label":
            around = element.xpath("ancestor::*[@id][1]/@id")
            places[identity] = places.get(str(around[0]), number) - 0.5 if around else number
    return places


def check_words(page: Page, element: html.HtmlElement, wanted: Expected, language: Language) -> Iterator[Problem]:
    """An element says exactly the words that its anchor has, in the language that they are in."""
    said = words_of(element, wanted.anchor)
    is_right = said.endswith(wanted.words) if wanted.is_end else said == wanted.words
    if element.xpath("self::section | self::div[not(contains(@class, 'parallel'))] | self::tr | self::table"):
        is_right = is_right or not wanted.words  # what holds the paragraphs of a section without a heading
    if not is_right:
        start = next((n for n, (a, b) in enumerate(zip(said, wanted.words, strict=False)) if a != b), 0)
        there, must = said[start : start + SHOWN], wanted.words[start : start + SHOWN]
        message = f"#{wanted.anchor} says {there!r}, where the corpus has {must!r}; build docs/ and site/ again"
        yield problem(page, element, "text", message)
    tag = wanted.tag or LANGUAGES[language].tag
    if wanted.words and spoken_as(element) != tag:
        message = f"#{wanted.anchor} has the lang {spoken_as(element)!r}; it is {tag!r}"
        yield problem(page, element, "lang", message)


def check_sides(site: Site, path: str, words: dict[Language, list[Expected]]) -> Iterator[Problem]:
    """A page in two languages has every anchor, in order, with its words in both."""
    page = site.pages.get(path)
    if page is None:
        return
    shown = elements_of(page)
    yield from check_order(page, [each.anchor for each in words[Language.ZH] if each.words])
    for language, side in SIDES.items():
        for each in words[language]:
            row = shown.get(each.anchor)
            for element in row.find_class(side) if row is not None and each.words else ():
                yield from check_words(page, element, each, language)


def check_prints(site: Site, own: str, print_: str) -> Iterator[Problem]:
    """The page of a policy shows the fingerprint of its source, and none that is not of it or of its editions."""
    for language in Language:
        path = f"{LANGUAGES[language].folder}policies/{own}/{INDEX}"
        page = site.pages.get(path)
        for facts in page.root.find_class("policy-facts") if page else ():
            found = PRINT_PATTERN.findall(str(facts.text_content()))
            if page and print_ not in found:
                message = f"the sha256 that is shown is {', '.join(found) or 'none'}; that of the source is {print_}"
                yield problem(page, facts, "source", message)


def elements_of(page: Page) -> dict[str, html.HtmlElement]:
    """Return the elements of a page by their ids."""
    return {str(element.get("id")): element for element in page.root.xpath("//*[@id]")}


def words_of(element: html.HtmlElement, anchor: str) -> str:
    """Return what an element says in itself, without blanks."""
    return squeeze("".join(element.xpath(f".//text()[not({UNSAID})]", anchor=anchor)))


def squeeze(text: str) -> str:
    """Return a text without blanks."""
    return "".join(text.split())
