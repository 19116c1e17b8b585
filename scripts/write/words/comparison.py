"""Figures of several places → the sentence that compares them, and values as they are read aloud."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol, TypeVar

from scripts.model.languages import LANGUAGES
from scripts.model.vocabulary import Language
from scripts.write.words.strings import pick, say
from scripts.write.words.strings_pictures import COMPARATOR_WORDS
from scripts.write.words.values import SIGNS

NAMED = 3
"""So many places that state the same are named."""


class Compared(Protocol):
    """What is compared."""

    @property
    def policy(self) -> str:
        """Whose it is."""

    @property
    def place(self) -> str:
        """Of that policy."""

    @property
    def value(self) -> Decimal:
        """The number."""

    @property
    def written(self) -> str:
        """The number as readers see it."""

    @property
    def is_baseline(self) -> bool:
        """Whether it was already reached."""

    @property
    def is_change(self) -> bool:
        """Whether it is no total."""


Figure = TypeVar("Figure", bound=Compared)


def place_order(figures: Iterable[Figure]) -> list[Figure]:
    """Return figures with those of a policy together, the policy with the highest first."""
    listed = list(figures)
    highest: dict[str, Decimal] = {}
    for figure in listed:
        highest[figure.policy] = max(figure.value, highest.get(figure.policy, figure.value))
    return sorted(listed, key=lambda figure: (-highest[figure.policy], figure.policy))


def compare(figures: list[Figure], language: Language) -> str:
    """Return the comparison in words: the lowest figure and the highest, and whose they are; of unlike figures, how."""
    count = len({figure.policy for figure in figures})
    for key, kinds in (
        ("compared-changes", {figure.is_change for figure in figures}),
        ("compared-baselines", {figure.is_baseline for figure in figures}),
    ):
        if len(kinds) > 1:
            return say(key, language, n=count, m=len(figures))
    ends = sorted({min(figure.value for figure in figures), max(figure.value for figure in figures)})
    low, *rest = ([figure for figure in figures if figure.value == value] for value in ends)
    if rest:
        return say("compared", language, n=count, low=name_values(low, language), high=name_values(rest[0], language))
    is_same = len({figure.written for figure in low}) == 1
    words = spelled(low[0].written, language) if is_same else name_values(low, language)
    return say("compared-same" if is_same else "compared-all", language, n=count, value=words)


def name_values(figures: list[Figure], language: Language) -> str:
    """Return values as they are written, each with its places, or with their number where they are many."""
    said = []
    for written in dict.fromkeys(figure.written for figure in figures):
        names = list(dict.fromkeys(figure.place for figure in figures if figure.written == written))
        few = len(names) <= NAMED
        places = LANGUAGES[language].join(names) if few else say("places-count", language, n=len(names))
        said.append(spelled(written, language) + LANGUAGES[language].bracket(places))
    return LANGUAGES[language].join(said)


def spelled(written: str, language: Language) -> str:
    """Return a value with its sign in words: at least 97%."""
    for comparator, words in COMPARATOR_WORDS.items():
        written = written.replace(SIGNS[comparator], pick(words, language))
    return written
