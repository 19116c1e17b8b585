"""What a book consists of, as EPUB 3 asks for it: its container, its package and its contents."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import NamedTuple

from scripts.carry.article import Article, nest

FOLDER = "EPUB"
XHTML = "http://www.w3.org/1999/xhtml"
EPUB = "http://www.idpf.org/2007/ops"
CONTAINER = f"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="{FOLDER}/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


class Entry(NamedTuple):
    """A line of the contents."""

    level: int
    address: str
    words: str
    lang: str


@dataclass(frozen=True, slots=True)
class Book:
    """What a book says of itself, and its policies in order."""

    identifier: str
    """Its address on the network."""
    title: str
    lang: str
    publisher: str
    contents: str
    """What its contents are called."""
    modified: datetime | None
    """In UTC."""
    articles: tuple[Article, ...]


def render_navigation(book: Book, entries: Iterable[Entry]) -> str:
    """Return the contents, nested as the headings are."""
    lines = []
    for level, address, words, lang in entries:
        own = f' lang="{lang}" xml:lang="{lang}"' if lang != book.lang else ""
        lines.append((level, f'<a href="{escape(address)}"{own}>{escape(words)}</a>'))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        f'<html xmlns="{XHTML}" xmlns:epub="{EPUB}" lang="{book.lang}" xml:lang="{book.lang}">\n'
        f"<head><title>{escape(book.title)}</title></head>\n"
        f'<body><nav epub:type="toc" role="doc-toc"><h1>{escape(book.contents)}</h1>\n{nest(lines)}\n'
        "</nav></body>\n</html>\n"
    )


def render_package(book: Book, chapters: list[str]) -> str:
    """Return what the book consists of."""
    names = {name: f"c{number}" for number, name in enumerate(chapters, 1)}
    items = "\n".join(f'<item id="{i}" href="{n}" media-type="application/xhtml+xml"/>' for n, i in names.items())
    spine = "\n".join(f'<itemref idref="{item}"/>' for item in names.values())
    authors = dict.fromkeys(author for article in book.articles for author in article.authors)
    day = f'<meta property="dcterms:modified">{book.modified:%Y-%m-%dT%H:%M:%SZ}</meta>\n' if book.modified else ""
    issued = "".join(f"<dc:creator>{escape(author)}</dc:creator>\n" for author in authors)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{book.lang}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">{escape(book.identifier)}</dc:identifier>
<dc:title>{escape(book.title)}</dc:title>
<dc:language>{book.lang}</dc:language>
{issued}<dc:publisher>{escape(book.publisher)}</dc:publisher>
{day}<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
{items}
</manifest>
<spine>
{spine}
</spine>
</package>
"""
