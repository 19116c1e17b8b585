"""The English of the glossary: no filler in its meanings, and the agreed terms in what it says of topics."""

import re
from collections.abc import Callable, Iterable, Iterator

from scripts.check.english.content import check_chinese, check_terms
from scripts.check.english.parts import Pair
from scripts.check.english.texts import archive_texts, topic_texts
from scripts.model.archive import Archive
from scripts.model.glossary import Term
from scripts.problems import Problem

# Quality policies use it to improve …; 地方质量政策用它推动……: says nothing of this term
FILLER_PATTERN = re.compile(r"quality polic(?:y|ies) (?:often )?uses? (?:it|them|this) (?:to|as|for)", re.IGNORECASE)
CHINESE_FILLER_PATTERN = re.compile("质量政策(?:常)?(?:用它|以它|用其|借它)")


def check_filler(pair: Pair) -> Iterator[str]:
    """A meaning says what is true of its term, not what could be said of all."""
    match = FILLER_PATTERN.search(pair.en) or CHINESE_FILLER_PATTERN.search(pair.zh)
    if match:
        yield f"{match[0]!r} says nothing of this entry; say what readers learn from, or leave the sentence out"


TOPIC_RULES: dict[str, Callable[[Pair], Iterator[str]]] = {
    "english-terms": check_terms,
    "english-chinese": check_chinese,
}


def check_glossary_english(archive: Archive) -> Iterator[Problem]:
    """Meanings and definitions say something; topics use the agreed terms."""
    for text in archive_texts(archive):
        pair = Pair(text.owner, text.text.zh, text.text.en, ())
        for message in check_filler(pair):
            yield Problem(text.file, 0, "filler", f"{text.owner}: {message}")
    for text in topic_texts(archive):
        terms = tuple(longest_terms(text.text.zh, archive.glossary.terms.values()))
        pair = Pair(text.owner, text.text.zh, text.text.en, terms)
        for rule, check in TOPIC_RULES.items():
            for message in check(pair):
                yield Problem(text.file, 0, rule, f"{text.owner}: {message}")


def longest_terms(text: str, terms: Iterable[Term]) -> Iterator[Term]:
    """Yield the terms that stand in a text, none within a longer one."""
    forms = {form: term for term in terms for form in (term.zh, *term.forms) if form in text}
    longest = sorted(forms, key=len, reverse=True)
    place = 0
    while place < len(text):
        here = next((form for form in longest if text.startswith(form, place)), "")
        if here:
            yield forms[here]
        place += len(here) or 1
