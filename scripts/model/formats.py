"""The kinds of files that a policy may come in, and what they hold besides its text; `vocabulary.py` takes them in."""

from enum import StrEnum


class Format(StrEnum):
    """The kind of a file as received, by its bytes."""

    TEXT = "text"
    HTML = "html"
    MHTML = "mhtml"
    DOCX = "docx"
    PDF = "pdf"
    OFD = "ofd"
    XLSX = "xlsx"
    DOC = "doc"  # WPS's own files are of this kind too
    XLS = "xls"
    RTF = "rtf"
    ODT = "odt"

    @property
    def file(self) -> str:
        """The name that a file of this kind has in a policy's folder."""
        return "source.txt" if self is Format.TEXT else f"source.{self}"


class Leaving(StrEnum):
    """What a file holds besides the text that is extracted from it."""

    DELETED = "deleted"  # a passage that a tracked change takes out
    HIDDEN = "hidden"  # a passage that the program does not show
    COMMENT = "comment"
    RUNNING = "running"  # a head or foot that every page repeats, kept apart from the text
    PICTURE = "picture"  # of which nothing is read
    DRAWING = "drawing"
    FORM = "form"  # a field to fill in, a button
    EMBEDDED = "embedded"  # a file within the file, a program
    SIGNATURE = "signature"  # an electronic one, or a seal
    TEMPLATE = "template"  # what an OFD's pages have from a template
    NUMBER = "number"  # an automatic number of a form that nobody knows
    GLYPH = "glyph"  # a character that the file does not name
