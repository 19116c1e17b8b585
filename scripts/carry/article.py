"""A page of the site → what it says, without the frame around it: what a single file, a book or paper is made from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

from lxml import html

from scripts.carry.companions import Companions, read_companions, take_in
from scripts.carry.links import INDEX
from scripts.problems import CorpusError
from scripts.write.words.place_labels import place_label
from scripts.write.words.short_names import begin
from scripts.write.words.strings import LANG_TAGS, say

ANY_HEADING = ".//*[self::h2 or self::h3 or self::h4]"
LABELS_WITH_ID = ".//span[@class='policy-label'][@id and not(contains(@id, '-'))]"
ADDRESSED = ".//p[@id] | .//th[@id] | .//td[@id] | .//p[not(@id)]/span[@class='policy-label']/.."
"""What bears an address in a policy's text and has no sign of it in the page."""


class Heading(NamedTuple):
    """A line of the contents."""

    level: int
    """From 2; the title is 1."""
    anchor: str
    words: str
    lang: str
    """The value of `lang` that holds there."""


@dataclass(frozen=True, slots=True)
class Article:
    """What a page says. Its links lead to places of its own or to the network."""

    address: str
    """Of the page on the network."""
    lang: str
    title: str
    description: str
    authors: tuple[str, ...]
    """Who issued the policy, as reference managers read it in the page's head."""
    body: html.HtmlElement

    def headings(self) -> Iterator[Heading]:
        """Yield the headings of the text, in order; of a law without any, its articles."""
        in_text = self.body.xpath(".//*[@class='policy-text']//*[self::h2 or self::h3 or self::h4]")
        for element in self.body.xpath(ANY_HEADING if in_text else f"{ANY_HEADING} | {LABELS_WITH_ID}"):
            if element.tag == "span":
                yield Heading(2, element.get("id"), words_of_label(element), lang_at(element, self.lang))
                continue
            rows = element.xpath("ancestor::*[contains(@class, 'parallel-heading')]/@id")
            anchor = rows[-1] if rows else element.get("id")
            if anchor:
                yield Heading(int(element.tag[1]), anchor, words_of(element), lang_at(element, self.lang))


def words_of_label(label: html.HtmlElement) -> str:
    """Return the number of a paragraph and how its text begins."""
    whole, number = (" ".join(words_of(element).split()) for element in (label.xpath("..")[0], label))
    return number + " " * number[-1:].isalnum() + begin(whole.removeprefix(number).strip())


def read_article(site: Path, page: str, address: str) -> Article:
    """Return what a page of the site says; `address` is that of the archive on the network, with a slash at its end.

    CorpusError where the page has no article.
    """
    text = (site / page).read_text(encoding="utf-8")
    return parse_article(text, page, address, read_companions(site, page, text))


def parse_article(text: str, page: str, address: str, companions: Companions | None = None) -> Article:
    """Return what a page says, by its HTML and its path in the site, with what stands beside it."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True)
    document = html.fromstring(text.encode("utf-8"), parser=parser)
    found = document.xpath("//article")
    if len(found) != 1:
        raise CorpusError(f"site/{page}", "has no text in an <article>; build the site anew", 0, "site")
    (body,) = found
    for bar in body.xpath(".//*[contains(@class, 'modes') or contains(@class, 'parallel-tools')]"):
        bar.drop_tree()  # a copy has one way of reading
    own = address + page.removesuffix(INDEX)
    take_in(body, document.get("lang", ""), own, companions or Companions())
    add_signs(body, document.get("lang", ""))
    for link in body.xpath(".//a[@href]"):
        href = link.get("href")
        if not href.startswith("#"):
            link.set("href", urljoin(own, href))
    for sign in body.xpath(".//a[contains(@class, 'policy-address')]"):
        sign.set("href", own + sign.get("href"))  # it gives out the address on the network, also without a script
    description = document.xpath("string(//meta[@name='description']/@content)")
    title = body.xpath("string(.//h1)").strip()
    authors = tuple(map(str, document.xpath("//meta[@name='citation_author']/@content")))
    return Article(own, document.get("lang", ""), title, description, authors, body)


def add_signs(body: html.HtmlElement, lang: str) -> None:
    """Put the sign of its address behind each paragraph and cell of a policy's text; on the site a script makes it."""
    languages = {tag: language for language, tag in LANG_TAGS.items()}
    for text in body.xpath(".//div[@class='policy-text']"):
        for block in text.xpath(ADDRESSED):
            if block.xpath("ancestor::*[contains(@class, 'policy-links')] | .//a[@class='policy-address']"):
                continue
            anchor = block.get("id") or block.xpath("./span[@class='policy-label']/@id")[0]
            name = say("copy-address-of", languages[lang], place=place_label(anchor, languages[lang]))
            sign = html.Element("a", {"href": f"#{anchor}", "class": "policy-address", "aria-label": name})
            block.append(sign)


def words_of(heading: html.HtmlElement) -> str:
    """Return what a heading says in a list of contents: without marks of notes, and without its full stop."""
    words = "".join(heading.xpath(".//text()[not(ancestor::sup or ancestor::a[@class='place'])]"))
    return " ".join(words.split()).removesuffix("。")


def nest(lines: Iterable[tuple[int, str]]) -> str:
    r"""Return lines of HTML, each with its level, as lists one inside the other.

    >>> nest([(1, "a"), (2, "b"), (1, "c")])
    '<ol>\n<li>a\n<ol>\n<li>b\n</li></ol>\n</li>\n<li>c\n</li></ol>'
    """
    parts, levels = [], list[int]()
    for level, line in lines:
        while levels and levels[-1] > level:
            parts.append("</li></ol>")
            levels.pop()
        if levels and levels[-1] == level:
            parts.append("</li>")
        else:
            parts.append("<ol>")
            levels.append(level)
        parts.append(f"<li>{line}")
    return "\n".join(parts + ["</li></ol>"] * len(levels))


def lang_at(element: html.HtmlElement, otherwise: str) -> str:
    """Return the language that holds at an element."""
    languages = element.xpath("ancestor-or-self::*[@lang]/@lang")
    return str(languages[-1]) if languages else otherwise
