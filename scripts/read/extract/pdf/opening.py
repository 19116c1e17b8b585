"""The bytes of a PDF → its open pages, one after the other, each closed again; and what the file holds besides them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pypdfium2.raw as pdfium

from scripts.model.vocabulary import Leaving
from scripts.problems import CorpusError

MOST_PAGES = 2_000
SAVE_AGAIN = "open it in a program that shows it, print it to a new PDF, and give that, or give its text"
ENCRYPTED = "is encrypted; open it with its password and print it to a new PDF, or fetch one without a password"
UNTOLD = {pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP}
"""Annotations that say nothing."""
KINDS = {
    pdfium.FPDF_ANNOT_WIDGET: Leaving.FORM,
    pdfium.FPDF_ANNOT_XFAWIDGET: Leaving.FORM,
    pdfium.FPDF_ANNOT_FILEATTACHMENT: Leaving.EMBEDDED,
    pdfium.FPDF_ANNOT_SCREEN: Leaving.EMBEDDED,
    pdfium.FPDF_ANNOT_RICHMEDIA: Leaving.EMBEDDED,
    pdfium.FPDF_ANNOT_STAMP: Leaving.SIGNATURE,
}
"""What annotations are; all others are comments."""


class OpenPage(NamedTuple):
    """A page of a PDF, and its characters."""

    page: "pdfium.FPDF_PAGE"
    text_page: "pdfium.FPDF_TEXTPAGE"


@contextmanager
def open_document(data: bytes, path: str) -> Iterator["pdfium.FPDF_DOCUMENT"]:
    """Open a PDF; raise CorpusError, with what to do, where it cannot be."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        is_encrypted = pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        message = ENCRYPTED if is_encrypted else f"is a damaged PDF; fetch it again, or {SAVE_AGAIN}"
        raise CorpusError(path, message, 0, "file")
    try:
        count = pdfium.FPDF_GetPageCount(document)
        if count < 1:
            raise CorpusError(path, f"is a PDF without pages; fetch it again, or {SAVE_AGAIN}", 0, "file")
        if count > MOST_PAGES:
            message = f"has {count:,} pages, and one may have {MOST_PAGES:,}; give the pages of the document alone"
            raise CorpusError(path, message, 0, "size")
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def open_pages(document: "pdfium.FPDF_DOCUMENT", numbers: Iterable[int], path: str) -> Iterator[OpenPage]:
    """Yield the pages of these numbers, from 0, each open until the next is asked for."""
    for number in numbers:
        with open_page(document, number, path) as page:
            yield page


@contextmanager
def open_page(document: "pdfium.FPDF_DOCUMENT", number: int, path: str) -> Iterator[OpenPage]:
    """Open one page; raise CorpusError where it cannot be."""
    page = pdfium.FPDF_LoadPage(document, number)
    text_page = pdfium.FPDFText_LoadPage(page) if page else None
    try:
        if not text_page:
            message = f"has a damaged page {number + 1}; fetch it again, or {SAVE_AGAIN}"
            raise CorpusError(path, message, 0, "file")
        yield OpenPage(page, text_page)
    finally:
        if text_page:
            pdfium.FPDFText_ClosePage(text_page)
        if page:
            pdfium.FPDF_ClosePage(page)


def count_besides(document: "pdfium.FPDF_DOCUMENT", left_out: Counter[Leaving]) -> None:
    """Count the files, programs and signatures of a document."""
    attachments = pdfium.FPDFDoc_GetAttachmentCount(document)
    programs = pdfium.FPDFDoc_GetJavaScriptActionCount(document)
    left_out[Leaving.EMBEDDED] += max(attachments, 0) + max(programs, 0)
    left_out[Leaving.SIGNATURE] += max(pdfium.FPDF_GetSignatureCount(document), 0)


def count_annotations(page: "pdfium.FPDF_PAGE", left_out: Counter[Leaving]) -> None:
    """Count what is pinned to a page: comments, form fields, files."""
    for index in range(max(pdfium.FPDFPage_GetAnnotCount(page), 0)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if annotation:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            pdfium.FPDFPage_CloseAnnot(annotation)
            if kind not in UNTOLD:
                left_out[KINDS.get(kind, Leaving.COMMENT)] += 1
