"""A title or block in both languages, and its parts that say the same: sentences, and what semicolons divide."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.model.glossary import Term
from scripts.model.policy import Bilingual
from scripts.text.characters import HAN
from scripts.text.sentences import align_sentences, chinese_sentences, english_sentences

# (五水共治: treating sewage, preventing floods): explains what the Chinese does not say
EXPLANATION_PATTERN = re.compile(f"\\([^()]*[{HAN}][^()]*\\)")
LONG = 63
"""A Chinese sentence may become one English sentence more for every so many characters."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A title or block in both languages, and what the Chinese names."""

    anchor: str
    zh: str
    en: str
    terms: tuple[Term, ...]
    titles: str = ""
    """The agreed English of the documents that the Chinese cites; it may hold numbers that the Chinese leaves out."""
    names: tuple[Bilingual, ...] = ()
    """The bodies that the Chinese names, in their order: as printed there, and by their full English name."""
    documents: tuple[Bilingual, ...] = ()
    """The documents that it cites, likewise."""
    places: str = ""
    """The English of the places of the policy, which its English may name where the Chinese says 我市."""


def divide(pair: Pair) -> list[tuple[str, str]]:
    """Return the parts of both texts that answer each other, the smallest of which that can be told.

    >>> divide(Pair("s1", "质量第一；人民至上。到2020年。", "Quality first; people above all. By 2020.", ()))
    [('质量第一', 'Quality first'), ('人民至上。', 'people above all.'), ('到2020年。', 'By 2020.')]
    """
    return [part for zh, en in sentences(pair) for part in divide_sentence(zh, en)]


def sentences(pair: Pair) -> Iterator[tuple[str, str]]:
    """Yield the sentences of a pair; where several answer one, they stand together."""
    for (start, end), (first, last) in align_sentences(pair.zh, pair.en):
        yield pair.zh[start:end], pair.en[first:last]


def divide_sentence(zh: str, en: str) -> Iterator[tuple[str, str]]:
    """Yield what semicolons divide in a sentence, where both languages have as many."""
    left, right = zh.split("；"), en.split("; ")
    yield from zip(left, right, strict=True) if len(left) == len(right) else [(zh, en)]


def is_overlong(pair: Pair) -> bool:
    """Whether some Chinese sentence is answered by more English ones than its length allows."""
    return any(
        len(english_sentences(en)) > sum(max(1, (end - start) // LONG) for start, end in chinese_sentences(zh))
        for zh, en in sentences(pair)
    )
