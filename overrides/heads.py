"""What a page says of itself in its head: a description of its own, a card, whole addresses, named vocabularies.

Where the author of a page gave no description, it is of the page's first words.

The addresses of other languages are whole there, for search engines read no relative ones; `x-default` is the first.
A page may name others itself: those of a policy have its permanent address for readers of no language named.
"""

import re
from html import escape, unescape
from typing import Any
from urllib.parse import urljoin

from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.vocabulary import Language
from scripts.write.pages.policy.cards import describe_archive_card

ALTERNATE_PATTERN = re.compile(r'[ \t]*<link rel="alternate" href="([^"]*)" hreflang="([^"]*)">\n?')
# <p class="term-meaning">…</p>, <dd>…</dd>: what a page begins with
WORDS_PATTERN = re.compile(r"<(p|dd|li)\b(?![^>]*policy-(?:parallel|notice|other-title))[^>]*>(.*?)</\1>", re.DOTALL)
TAG_PATTERN = re.compile(r"<[^<>]*>")
PREFIXES = "eli: http://data.europa.eu/eli/ontology#"
"""What properties in the head are short for; readers of RDFa know `og`, `foaf`, `schema` and `dcterms` themselves."""
LEAST, MOST = 60, 150
"""So many characters a description has, if the page has as many."""


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:  # noqa: ARG001 - MkDocs passes them by name
    """Give a page a description of its own and the archive's card, if it has none."""
    page.meta.setdefault("card", describe_archive_card(Language(config.theme["language"])))
    if html and not page.meta.get("description"):
        page.meta["description"] = escape(describe(unescape(page.title or ""), html, config.theme["language"]))
    return html


def describe(title: str, html: str, language: str) -> str:
    """Return the title of a page and its first words, cut where it gets long."""
    writing = LANGUAGES[Language(language)]
    text = ""
    for match in WORDS_PATTERN.finditer(html):
        words = " ".join(unescape(TAG_PATTERN.sub("", match[2])).split())
        text += writing.word_space * bool(text) + words
        if len(text) >= LEAST:
            break
    whole = f"{title}{writing.colon}{text}" if text else title
    return whole if len(whole) <= MOST else f"{whole[: MOST - 1].rstrip()}…"


def on_post_page(output: str, page: Any, config: Any) -> str:  # noqa: ARG001 - MkDocs passes it by name
    """Return a page whose links to itself in other languages are whole, and whose vocabularies are named."""
    head, mark, body = output.partition("</head>")
    if page.meta.get("eli"):
        head = head.replace("<head>", f'<head prefix="{PREFIXES}">', 1)
    if canonical := page.meta.get("canonical"):
        head = head.replace(
            f'<link rel="canonical" href="{page.canonical_url}">', f'<link rel="canonical" href="{canonical}">'
        )
    found = ALTERNATE_PATTERN.findall(head)
    if not found:
        return output
    links = page.meta.get("alternates", alternates(found, page.canonical_url))
    lines = [f'<link rel="alternate" href="{escape(address)}" hreflang="{tag}">' for tag, address in links]
    head = ALTERNATE_PATTERN.sub("", head)
    return "\n".join([head.rstrip("\n"), *lines]) + "\n" + mark + body


def alternates(found: list[tuple[str, str]], own: str) -> list[tuple[str, str]]:
    """Return the tag and the whole address of each language of a page, and the one for all other readers."""
    links = [(LANGUAGES[Language(language)].tag, urljoin(own, href)) for href, language in found]
    first = dict(links).get(LANGUAGES[ORIGINAL].tag, links[0][1])
    return [*links, ("x-default", first)]


def on_post_template(output_content: str, template_name: str, config: Any) -> str:  # noqa: ARG001 - MkDocs passes it by name
    """Return the 404 page without such links: it stands in the place of any page."""
    return ALTERNATE_PATTERN.sub("", output_content) if template_name == "404.html" else output_content
