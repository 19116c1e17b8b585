"""Every fragment of every page says its language, so that it is read aloud, broken into lines and drawn as what it is."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import html

HAN_PATTERN = re.compile(r"[\u3400-\u9fff]")
# a sentence or a longer name; not Material for MkDocs, GB/T 7714
ENGLISH_PATTERN = re.compile(r"[A-Za-z][A-Za-z'’-]*(?:[ ,;]+[A-Za-z][A-Za-z'’-]*){3,}")
FOREIGN = {"en": HAN_PATTERN, "zh": ENGLISH_PATTERN}
SPOKEN = ("aria-label", "title", "placeholder", "alt", "data-over")
"""Attributes that are read aloud or shown."""
UNSPOKEN = ("head", "script", "style", "code", "pre", "kbd")
"""Elements without words that are read; of a page's head, whose title is in one language, none can be told apart."""


def misread(element: html.HtmlElement, lang: str) -> Iterator[str]:
    """Yield what in an element is not in the language that it says, each with where it stands."""
    if not isinstance(element.tag, str) or element.tag in UNSPOKEN:
        return
    lang = element.get("lang", lang)
    foreign = FOREIGN[lang.partition("-")[0]]
    texts = (element.text, *(child.tail for child in element), *(element.get(name) for name in SPOKEN))
    yield from (f"{element.tag} {lang}: {text.strip()[:80]}" for text in texts if text and foreign.search(text))
    for child in element:
        yield from misread(child, lang)


def test_every_fragment_says_its_language(site: Path) -> None:
    found = []
    for path in sorted(site.rglob("*.html")):
        page = html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
        found += [f"{path.relative_to(site)}: {words}" for words in misread(page, "")]
    assert found == []
