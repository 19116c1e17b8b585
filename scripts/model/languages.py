"""How each language of the site is written: a row a language, whence every page has its tag and its punctuation."""

from collections.abc import Iterable
from dataclasses import dataclass

from scripts.model.vocabulary import Language

ORIGINAL = Language.ZH
"""The language of the texts; every other has our translation of them."""
OTHER = {Language.ZH: Language.EN, Language.EN: Language.ZH}
"""The language that stands beside each."""


@dataclass(frozen=True, slots=True)
class Writing:
    """What writing a language needs beside its words."""

    tag: str
    """The value of `lang`."""
    code: str
    """Its three letters in ISO 639-2 (terminological), as Akoma Ntoso wants them."""
    folder: str
    """Where its pages are, below the site's root; that of the first language is the root itself."""
    word_space: str
    """What stands between two words or sentences."""
    comma: str
    enumeration: str
    """Between short words in a row."""
    listing: str
    """Between names that may hold commas."""
    colon: str
    semicolon: str
    stop: str
    before_last: str
    """What stands before the last of a row of clauses."""
    brackets: tuple[str, str]
    quotes: tuple[str, str]
    ellipsis: str

    def bracket(self, words: str) -> str:
        """Return words in brackets, with the blank before them that the language has."""
        return f"{self.brackets[0]}{words}{self.brackets[1]}"

    def quote(self, words: str) -> str:
        """Return words in quotation marks."""
        return f"{self.quotes[0]}{words}{self.quotes[1]}"

    def join(self, words: Iterable[str]) -> str:
        """Return short words in a row."""
        return self.enumeration.join(words)

    def join_clauses(self, clauses: list[str]) -> str:
        """Return clauses in a row: one, two and three."""
        return self.before_last.join(filter(None, (self.comma.join(clauses[:-1]), *clauses[-1:])))

    def join_names(self, names: Iterable[str]) -> str:
        """Return names in a row."""
        return self.listing.join(names)


LANGUAGES = {
    Language.ZH: Writing(
        tag="zh-Hans",
        code="zho",
        folder="",
        word_space="",
        comma="，",
        enumeration="、",
        listing="、",
        colon="：",
        semicolon="；",
        stop="。",
        before_last="，",
        brackets=("（", "）"),
        quotes=("“", "”"),
        ellipsis="…",
    ),
    Language.EN: Writing(
        tag="en",
        code="eng",
        folder="en/",
        word_space=" ",
        comma=", ",
        enumeration=", ",
        listing="; ",
        colon=": ",
        semicolon="; ",
        stop=".",
        before_last=" and ",
        brackets=(" (", ")"),
        quotes=("“", "”"),
        ellipsis="…",
    ),
}
