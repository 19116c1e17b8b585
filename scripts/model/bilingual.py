"""A text in both languages of the site."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text in both languages of the site."""

    zh: str
    en: str
