"""A policy → how it is cited, in each form: a text with holes for what only the reader's page knows.

A hole is `{place}`, `{address}`, `{accessed}` (the day of reading, 2026-11-29), `{day}` (the same, as English writes
it), `{parts}` (as numbers: 2026, 11, 29), `{quote}`; `{draft}` or `{drafted}` (draft translation) of
English that nobody has confirmed. What joins a hole to the text stands within it and goes with it
where it is empty: `{：place}`. The page fills them (docs/assets/javascripts/page/cite.js), and so does `fill` here.

The Chinese forms agree with what citeproc-js 2.4.63 makes of the public styles (zotero-chinese/styles, May 2026) for
the type `regulation`, the English one begins as Chicago's author-date does; where a place stands is our own, for no
standard says it (tests/test_references.py).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.policy import Bilingual, Metadata
from scripts.model.vocabulary import Language
from scripts.write.words.dates import say_date
from scripts.write.words.strings import pick, say
from scripts.write.words.titles import inside_title

HOLE_PATTERN = re.compile(r"\{([^\w{}]*)(place|address|accessed|day|parts|quote|draft|drafted)([^\w{}]*)\}")


@dataclass(frozen=True, slots=True)
class Form:
    """A way to cite."""

    key: str
    name: Bilingual
    """With its edition, where it has one."""
    language: Language | None
    """Of the text; None where it is that of the page."""
    write: Callable[[Metadata, Language], str]


def later_edition(metadata: Metadata) -> int:
    """Return the number of the text's edition; 0 for the first, which references do not state."""
    number = metadata.editions[-1].number if metadata.editions else 0
    return number if number > 1 else 0


def list_names(metadata: Metadata, comma: str) -> str:
    """Return the issuers as GB/T 7714 lists them: of more than three the first three."""
    names = [issuer.zh for issuer in metadata.issuers]
    return comma.join(names if len(names) <= 3 else [*names[:3], "等"])


def gbt_2025(metadata: Metadata, _: Language) -> str:
    """Return a reference by GB/T 7714—2025: full-width signs, the document's number behind its title."""
    authors = list_names(metadata, "，")
    title = "：".join(filter(None, (metadata.title.zh, metadata.number)))
    version = f"V{edition}. " if (edition := later_edition(metadata)) else ""
    return f"{authors}. {title}{{：place}}[EB/OL]. {version}（{metadata.date.value}）[{{accessed}}]. {{address}}."


def gbt_2015(metadata: Metadata, _: Language) -> str:
    """Return a reference by GB/T 7714—2015, as an archival document online; in brackets stands a day, else the year."""
    authors = list_names(metadata, ", ")
    title = ": ".join(filter(None, (metadata.title.zh, metadata.number)))
    date = metadata.date.value
    date = f"({date})" if date.count("-") == 2 else date[:4]
    version = f"{edition}版. " if (edition := later_edition(metadata)) else ""
    return f"{authors}. {title}{{: place}}[A/OL]. {version}{date}[{{accessed}}]. {{address}}."


def law_manual(metadata: Metadata, _: Language) -> str:
    """Return a footnote by 法学引注手册, second edition; the day stands where there is no number."""
    issued = f"，{say_date(metadata.date.value, Language.ZH)}发布"
    number = f"（{metadata.number}）" if metadata.number else issued
    return f"《{inside_title(metadata.title.zh)}》{number}{{，place}}。"


def english(metadata: Metadata, _: Language) -> str:
    """Return a reference as English journals write it, with what a reader must know of a translation."""
    *others, last = (issuer.en for issuer in metadata.issuers)
    authors = f"{', '.join(others)}{',' * (len(others) > 1)} and {last}" if others else last
    number = f" ({metadata.number})" if metadata.number else ""
    year = metadata.date.value[:4]
    work = f"{authors}. {year}. {metadata.title.en}{number}{{, place}}. Unofficial translation."
    version = f", edition {edition}" if (edition := later_edition(metadata)) else ""
    return f"{work} Quality Policy Archive{version}. {{address}} (accessed {{day}})."


def link(_: Metadata, __: Language) -> str:
    """Return the address alone."""
    return "{address}"


def markdown(metadata: Metadata, language: Language) -> str:
    """Return a link as Markdown writes it."""
    words = re.sub(r"([][])", r"\\\1", pick(metadata.title, language))
    return f"[{words}{{{LANGUAGES[language].comma}place}}]({{address}})"


def quotation(metadata: Metadata, language: Language) -> str:
    """Return quoted words with what they are taken from in brackets."""
    writing = LANGUAGES[language]
    before, after = writing.quotes
    work = say("cited-work", language, title=pick(metadata.title, language))
    source = f"{work}{{{writing.comma}place}}{writing.comma}{{address}}"
    return f"{{{before}quote{after}}}{writing.bracket(source)}"


FORMS: tuple[Form, ...] = (
    Form("gbt-2025", Bilingual("GB/T 7714—2025", "GB/T 7714—2025 (Chinese standard)"), Language.ZH, gbt_2025),
    Form("gbt-2015", Bilingual("GB/T 7714—2015", "GB/T 7714—2015"), Language.ZH, gbt_2015),
    Form("law", Bilingual("法学引注手册（第二版）", "Chinese law footnote (2nd edition)"), Language.ZH, law_manual),
    Form("english", Bilingual("英文（芝加哥式）", "English (Chicago-like)"), Language.EN, english),
    Form("quotation", Bilingual("引文和出处", "Quotation with its source"), None, quotation),
    Form("markdown", Bilingual("Markdown", "Markdown"), None, markdown),
    Form("link", Bilingual("网址", "Address"), None, link),
)
"""The forms in the order of a Chinese reader; an English one has the English form first."""
BY_KEY = {form.key: form for form in FORMS}
DRAFT_HOLES = {
    "english": (("Unofficial translation.", "Unofficial{ draft} translation."),),
    "quotation": (("{address})", "{address}{, drafted})"),),
}
"""Where a form says that what it cites is a draft."""


def say_drafts(form: Form, text: str, language: Language) -> str:
    """Return the text of a form with the hole that says of an English place that it is a draft, where it can be one.

    >>> say_drafts(BY_KEY["english"], "A title. Unofficial translation. {address}", Language.EN)
    'A title. Unofficial{ draft} translation. {address}'
    """
    own = form.language or language
    for plain, told in DRAFT_HOLES.get(form.key, ()) if own is not ORIGINAL else ():
        text = text.replace(plain, told)
    return text


def fill(template: str, values: Mapping[str, str]) -> str:
    """Return a text with its holes filled; what is not there takes what joins it along.

    >>> fill("《甲》{，place}。{address}", {"place": "二（一）", "address": "https://x/"})
    '《甲》，二（一）。https://x/'
    >>> fill("《甲》{，place}。", {})
    '《甲》。'
    """

    def put(match: re.Match[str]) -> str:
        value = values.get(match[2], "")
        return f"{match[1]}{value}{match[3]}" if value else ""

    return HOLE_PATTERN.sub(put, template)
