"""The vocabulary of the English: its grades, and who gives them; `vocabulary.py` has them with all others."""

from enum import StrEnum


class Grade(StrEnum):
    """How far the English of a place has come; that a place has none is no grade."""

    DRAFT = "draft"  # shown with a mark, not yet confirmed by anybody
    TRANSLATED = "translated"
    REVIEWED = "reviewed"  # a second person has read it against the Chinese


class GradeBy(StrEnum):
    """Who, or what, gave the English of a place its grade."""

    EDITOR = "editor"
    TRANSLATOR = "translator"
    MACHINE = "machine"  # a program that translates
    MEMORY = "memory"  # the same Chinese, translated elsewhere in the archive
    GLOSSARY = "glossary"  # the agreed English of a term, a body or a document
    RULE = "rule"  # figures and dates, written as English writes them
