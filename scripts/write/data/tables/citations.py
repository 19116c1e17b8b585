"""The table of citations: a row for every place at which a policy names a document."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.model.glossary import Document
from scripts.model.lookup import Lookup
from scripts.model.policy import Bilingual
from scripts.model.shares import Occurrence
from scripts.write.data.tables.columns import (
    ANCHOR,
    AT_ANCHOR,
    IN_POLICY,
    POLICY,
    SPAN,
    URL,
    Dataset,
    Finding,
    Reference,
    closed,
    optional,
    text,
)

GROUNDS = ("form", "number", "self", "unlisted")
"""Why a place is taken to cite a document."""


@dataclass(frozen=True, slots=True)
class Citation(Finding):
    """A citation with what is known of the document."""

    place: Occurrence
    document: Document | None


def all_citations(lookup: Lookup) -> Iterator[Citation]:
    """Yield every citation of every policy."""
    documents = lookup.archive.glossary.documents
    for places in lookup.read("citations"):
        for place in places:
            document = documents.get(place.target or "")
            yield Citation(place.policy, place.anchor, place.start, place.end, place.words, place, document)


def table_date(date: str | None) -> str | None:
    """Return a date so that no spreadsheet takes a month for a day (ISO 8601-2, level 1).

    >>> table_date("2018"), table_date("2018-07"), table_date("2018-07-05")
    ('2018', '2018-07-XX', '2018-07-05')
    """
    return f"{date}-XX" if date and len(date) == len("2018-07") else date


CITATIONS: Dataset[Citation] = Dataset(
    "citations",
    Bilingual("引用", "Citations"),
    (
        POLICY, ANCHOR,
        optional("document", "文件编号；未能确认的为空", "document id; empty where unresolved", lambda row: row.place.target),
        text("text", "原文", "words as printed", lambda row: row.words),
        optional("title_zh", "标题", "title", lambda row: row.document.title.zh if row.document else None),
        optional("title_en", "标题英译", "title in English", lambda row: row.document.title.en if row.document else None),
        optional("number", "发文字号", "document number", lambda row: row.document.number if row.document else None),
        optional("date", "日期，日不详的写作2018-07-XX（ISO 8601-2）", "date; where the day is unknown, 2018-07-XX (ISO 8601-2)", lambda row: table_date(row.document.date) if row.document else None),
        closed(text("ground", "依据：form名称、number字号、self自称、unlisted未收", "ground: form, number, self or unlisted", lambda row: row.place.ground), GROUNDS),
        *SPAN, URL,
    ),
    all_citations,
    ("citations",),
    references=(IN_POLICY, AT_ANCHOR, Reference(("document",), "document_list", ("document",))),
)  # fmt: skip
