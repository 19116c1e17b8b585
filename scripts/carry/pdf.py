"""A policy's page → a PDF: title page, contents with numbers of pages, text, notes at the end of their section.

WeasyPrint makes it, and not a browser: its bytes are the same each time, it knows on which page a section stands, and
its PDFs are tagged as PDF/UA-1 asks. Fonts are files that the project pins (package.json), embedded in part.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from html import escape
from math import ceil
from pathlib import Path

from lxml import html

from scripts.carry.article import Article, nest, words_of
from scripts.carry.pdf_tables import keep_together, mend_headers
from scripts.carry.stamp import Stamp
from scripts.model.vocabulary import Language
from scripts.problems import CorpusError
from scripts.write.words.dates import say_date
from scripts.write.words.strings import say

FONTS = "node_modules/@expo-google-fonts"
FACES = {"Noto Serif SC": "noto-serif-sc/{0}/NotoSerifSC_{0}.ttf", "Noto Serif": "noto-serif/{0}/NotoSerif_{0}.ttf"}
"""The fonts for Chinese and for English; that for Chinese has quotation marks as wide as a character."""
WEIGHTS = {400: "400Regular", 700: "700Bold"}
STYLE = "docs/assets/pdf/pdf.css"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
ONLY_ON_SCREEN = (
    ".//details",
    ".//form",
    ".//*[@class='page-terms']",
    ".//*[contains(@class, 'policy-links')]",
    ".//*[contains(@class, 'policy-actions')]",
    ".//*[@class='policy-parallel' or @class='policy-all-addresses']",
    ".//*[contains(@class, 'policy-marks')]",
    ".//*[@class='policy-condition' or contains(@class, 'policy-notice')]/a",
)
"""What is of no use on paper: copies of the contents, terms, what marks open, what leads elsewhere in the archive."""

DEEPEST = 4
"""The last level of headings in the contents."""
MARKED = "policy-term", "policy-citation", "policy-figure"
"""What the site found in the text; on paper it is text like any other."""
LONGEST_HEAD = (26, 56)
"""Characters of Chinese, and of English, that half of the line above the text holds."""
LONGEST_LINE = 20
"""Characters of Chinese that a line of the title holds."""


def render_pdf(article: Article, language: Language, stamp: Stamp, root: Path) -> bytes:
    """Return the PDF of a policy's page; `root` is that of the project.

    CorpusError where WeasyPrint or a font is not there.
    """
    try:
        from weasyprint import HTML  # noqa: PLC0415 - only those who make PDFs install it
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
    except (ImportError, OSError) as error:  # the latter where Pango, which it calls, is not there
        raise CorpusError("pdf", f"WeasyPrint cannot be used ({error}); type: make pdf", 0, "pdf") from error
    document = HTML(string=make_document(article, language, stamp, root), base_url=article.address)
    fonts: FontConfiguration = FontConfiguration()
    data = document.write_pdf(font_config=fonts, pdf_variant="pdf/ua-1", finisher=lambda _, pdf: mend_headers(pdf))
    return bytes(data)


def make_document(article: Article, language: Language, stamp: Stamp, root: Path) -> str:
    """Return the page as it is laid out on paper."""
    body = deepcopy(article.body)
    for element in body.xpath(" | ".join(ONLY_ON_SCREEN)):
        element.drop_tree()
    for found in body.xpath(" | ".join(f".//a[@class='{name}']" for name in MARKED)):
        found.drop_tag()
    texts = body.xpath(".//*[@class='policy-text' or @class='parallel']")
    for text in texts:
        gather_notes(body, text, language)
        for sign in text.xpath(".//a[@class='policy-address']"):
            before = sign.getprevious()
            is_headings = before is not None and before.tag in HEADINGS
            set_place(before if is_headings else sign.getparent(), sign)
    unlink(body)
    for heading in body.iter(*HEADINGS):
        heading.set("data-words", words_of(heading))
        heading.set("data-running", shorten(words_of(heading), article.lang))
    for table in body.iter("table"):
        keep_together(table)
    for title in body.iter("h1"):
        balance(title, article.lang)
    leads = list(take_leads(texts[0]))
    front = [element for element in body if element not in texts and not follows(element, texts)]
    rest = [element for element in body if element not in front]
    return "\n".join(
        [
            f'<!doctype html>\n<html lang="{article.lang}"><head><meta charset="utf-8">',
            f"<title>{escape(article.title)}</title>",
            *(f'<meta name="author" content="{escape(author)}">' for author in article.authors),
            f'<meta name="description" content="{escape(article.description)}">',
            *(
                f'<meta name="dcterms.{event}" content="{stamp.moment:%Y-%m-%dT%H:%M:%SZ}">'
                for event in (("created", "modified") if stamp.moment else ())
            ),
            "<style>",
            *font_faces(root, article.lang),
            (root / STYLE).read_text(encoding="utf-8"),
            "</style></head><body>",
            f'<section class="front"><p class="archive" data-address="{article.address}">',
            f"{say('archive-name', language)}</p>",
            *map(write, [*front, *leads]),
            render_about(article, language, stamp),
            "</section>",
            render_contents(body, article, language),
            *map(write, rest),
            "</body></html>",
        ]
    )


def shorten(words: str, lang: str) -> str:
    """Return what of a heading has room above the text.

    It is not left to the style: with `text-overflow`, WeasyPrint 70 lets the sign of omission stand for what it omits,
    and whoever copies that sign from elsewhere in the PDF gets those words.
    """
    room = LONGEST_HEAD[lang == "en"]
    return words if len(words) <= room else f"{words[: room - 1].rstrip()}…"


def balance(title: html.HtmlElement, lang: str) -> None:
    """Break a Chinese title into lines of one length."""
    if lang.startswith("zh"):
        length = len(title.text_content())
        title.set("style", f"max-width: {ceil(length / ceil(length / LONGEST_LINE)) + 0.2}em")


def write(element: html.HtmlElement) -> str:
    """Return an element as HTML."""
    return html.tostring(element, encoding="unicode")


def follows(element: html.HtmlElement, texts: list[html.HtmlElement]) -> bool:
    """Whether an element stands after the first of the texts."""
    return any(text in list(element.itersiblings(preceding=True)) for text in texts)


def font_faces(root: Path, lang: str) -> Iterator[str]:
    """Yield the rules that name the fonts; CorpusError where a file is not there."""
    for family, pattern in FACES.items():
        for weight, name in WEIGHTS.items():
            path = root / FONTS / pattern.format(name)
            if not path.is_file():
                raise CorpusError(FONTS, f"the font {path.name} is not there; type: make pdf", 0, "pdf")
            face = f'font-family: "{family}"; font-weight: {weight}; src: url("{path.as_uri()}");'
            yield f"@font-face {{ {face} }}\n"
    families = ", ".join(f'"{family}"' for family in (reversed(FACES) if lang == "en" else FACES))
    yield f"@page {{ font-family: {families}; }}\n"


def gather_notes(body: html.HtmlElement, text: html.HtmlElement, language: Language) -> None:
    """Move every note to the end of the section that marks it first."""
    notes = {note.get("id"): note for note in body.xpath(".//*[@class='policy-note']")}
    for mark in text.xpath(".//a[@role='doc-noteref']"):
        note = notes.pop(mark.get("href", "").removeprefix("#"), None)
        if note is not None:
            note.tail = None
            kind = "translators-note" if str(note.get("id")).startswith("translation-") else "editors-note"
            note.set("data-kind", say(kind, language))
            end_of_section(mark, text).addnext(note)


def end_of_section(mark: html.HtmlElement, text: html.HtmlElement) -> html.HtmlElement:
    """Return the last element of the section in which a mark stands, among the children of the text."""
    last = next(element for element in mark.iterancestors() if element.getparent() is text)
    while (after := last.getnext()) is not None and not is_heading(after):
        last = after
    return last


def is_heading(element: html.HtmlElement) -> bool:
    """Whether a section begins with an element."""
    return element.tag in (*HEADINGS, "section") or "parallel-heading" in element.get("class", "")


def take_leads(text: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Take out the headings below which no note is left, and yield what is said there of all notes."""
    for heading in list(text.itersiblings("h2")):
        lead = heading.getnext()
        after = lead.getnext() if lead is not None else None
        if after is None or is_heading(after):
            heading.drop_tree()
            if lead is not None and not is_heading(lead):
                lead.set("class", "lead")
                yield detach(lead)


def set_place(parent: html.HtmlElement, sign: html.HtmlElement) -> None:
    """Turn the sign that gives out a paragraph's address into the address itself, in the margin."""
    if parent.tag in ("td", "th"):  # the table has an address
        sign.drop_tree()
        return
    address = sign.get("href", "")
    sign.attrib.clear()
    sign.set("class", "place")
    sign.set("href", address)
    sign.text = f"#{address.partition('#')[2]}"
    for row in parent.xpath("ancestor::*[contains(@class, 'parallel-row')]"):
        parent = row[0]  # the Chinese
    sign = detach(sign)
    parent.insert(0, sign)
    sign.tail, parent.text = parent.text, None


def detach(element: html.HtmlElement) -> html.HtmlElement:
    """Return an element taken out of its place; what follows it stays there."""
    taken = deepcopy(element)
    taken.tail = None
    element.drop_tree()
    return taken


def unlink(body: html.HtmlElement) -> None:
    """Take the address off every link that leads to what is not on paper; its words stay."""
    ids = set(body.xpath(".//@id"))
    for link in body.xpath(".//a[starts-with(@href, '#')]"):
        if link.get("href")[1:] not in ids:
            link.tag = "span"
            del link.attrib["href"]
            link.attrib.pop("role", None)


def render_about(article: Article, language: Language, stamp: Stamp) -> str:
    """Return what the title page says of this copy."""
    date = say_date(stamp.date, language)
    words = say("pdf-about", language, version=stamp.version, date=date)
    link = f'<a href="{article.address}">{article.address}</a>'
    return f'<p class="about">{words}<br>{say("pdf-address", language)}{link}</p>'


def render_contents(body: html.HtmlElement, article: Article, language: Language) -> str:
    """Return the contents, nested, each line with the number of its page."""
    lines = []
    for heading in replace(article, body=body).headings():
        if heading.level <= DEEPEST:
            own = f' lang="{heading.lang}"' if heading.lang != article.lang else ""
            lines.append((heading.level, f'<a href="#{heading.anchor}"{own}>{escape(heading.words)}</a>'))
    return f'<nav class="contents"><h2>{say("contents", language)}</h2>{nest(lines)}</nav>'
