"""A generated page → what stands in it besides words: elements, attributes, addresses, ids, headings, front matter."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import markdown
import yaml
from lxml import html

from tests.conftest import ROOT
from tests.render import ConfigLoader

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
EXTENSION = "scripts.write.markup.extension"
LOADS = ("src", "srcset", "poster", "data", "background", "action", "formaction", "manifest", "ping", "xlink:href")
"""Attributes of which a browser fetches what they name, or sends to it."""
# https://…, mailto:…; not ../x, #a, s1:2/ is none of ours
SCHEME_PATTERN = re.compile(r"\s*(?P<scheme>[a-zA-Z][a-zA-Z0-9+.\s-]*):")
SCHEMES = ("http", "https", "mailto")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(slots=True)
class Drawn:
    """A page."""

    path: str
    front: dict[str, Any]
    elements: Counter[str] = field(default_factory=Counter)
    attributes: set[str] = field(default_factory=set)
    addresses: set[tuple[str, str]] = field(default_factory=set)
    """Attributes that name an address, with it."""
    ids: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)

    def differences(self, other: "Drawn") -> Iterator[str]:
        """Yield what of its structure is not that of another page, where words alone may differ."""
        if self.front.keys() != other.front.keys():
            yield f"its front matter has other fields: {sorted(self.front.keys() ^ other.front.keys())}"
        if self.headings != other.headings:
            yield f"it has other headings: {len(self.headings)}, not {len(other.headings)}"
        gone = set(other.ids) - set(self.ids)
        if gone:
            yield f"ids are gone: {sorted(gone)[:3]}"


class Pages:
    """What stands in the pages of the whole corpus: nothing of another kind may stand in others."""

    def __init__(self) -> None:
        self.elements: set[str] = set()
        self.attributes: set[str] = set()

    def learn(self, page: Drawn) -> None:
        """Take in what stands in a page."""
        self.elements |= page.elements.keys()
        self.attributes |= page.attributes

    def faults(self, page: Drawn) -> Iterator[str]:
        """Yield what stands in a page and must not."""
        if strange := page.elements.keys() - self.elements:
            yield f"elements that no page has: {sorted(strange)}"
        if strange := page.attributes - self.attributes:
            yield f"attributes that no page has: {sorted(strange)}"
        for name, address in page.addresses:
            scheme = SCHEME_PATTERN.match(address)
            if scheme and "".join(scheme["scheme"].split()).lower() not in SCHEMES:
                yield f"{name} leads to {address[:80]!a}"
            elif name in LOADS and (scheme or address.lstrip().startswith(("//", "\\", "/\\"))):
                yield f"{name} loads {address[:80]!a}"
        if doubled := [own for own, count in Counter(page.ids).items() if count > 1]:
            yield f"ids stand twice: {doubled[:3]}"
        if page.headings.count("h1") > 1:
            yield "more than one title"


def draw_page(path: str, text: str) -> Drawn:
    """Return a page of the site, from its Markdown; parts that pages include have no front matter."""
    front: dict[str, Any] = {}
    if text.startswith("---\n"):
        head, text = text[4:].split("\n---\n", 1)
        front = yaml.load(head, Loader)
        if not isinstance(front, dict):
            raise TypeError("its front matter is none")
    drawn = Drawn(path, front)
    body = converter(path).convert(text)
    for part in [f"<main>{body}</main>", *(f"<div>{part}</div>" for part in markup_within(front))]:
        take_in(drawn, html.fromstring(part))
    return drawn


def markup_within(value: Any) -> Iterator[str]:
    """Yield the texts of a front matter that hold markup of ours."""
    if isinstance(value, dict):
        for item in value.values():
            yield from markup_within(item)
    elif isinstance(value, list):
        for item in value:
            yield from markup_within(item)
    elif isinstance(value, str) and re.search(r"<(?:a|span|aside|p|details|b|br|dl)\b[^>]*>", value):
        yield value


def take_in(drawn: Drawn, page: html.HtmlElement) -> None:
    """Write down what stands in a piece of markup."""
    for element in page.iter():
        if not isinstance(element.tag, str):
            drawn.elements["comment"] += 1
            continue
        drawn.elements[element.tag] += 1
        drawn.attributes |= {name for name in element.attrib if not name.startswith("data-")}
        drawn.addresses |= {(n, element.attrib[n]) for n in ("href", *LOADS, "cite") if n in element.attrib}
        if "id" in element.attrib:
            drawn.ids.append(element.attrib["id"])
        if element.tag in HEADINGS:
            drawn.headings.append(element.tag)


CONFIG: dict[str, Any] = {}


def converter(path: str) -> markdown.Markdown:
    """Return Python-Markdown with the extensions of mkdocs.yml, for the page with this path."""
    if not CONFIG:
        CONFIG.update(yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), ConfigLoader))
    names, options = [], {}
    for entry in CONFIG["markdown_extensions"]:
        name, own = (entry, {}) if isinstance(entry, str) else next(iter(entry.items()))
        names.append(name)
        options[name] = own | ({"path": path} if name == EXTENSION else {})
    return markdown.Markdown(extensions=names, extension_configs=options)
