"""The English of the glossary, by the rules of the English of the texts: agreed terms, marks, spelling; no filler."""

import re
from collections.abc import Iterable, Iterator

from scripts.check.english.pairs import ENGLISH_CHECKS, Pair
from scripts.model.archive import Archive
from scripts.model.glossary import Document, Term
from scripts.model.policy import Bilingual
from scripts.problems import Problem

FOLDER = "corpus/glossary"
# Quality policies use it to improve …; 地方质量政策用它推动……: says nothing of this term
FILLER_PATTERN = re.compile(r"quality polic(?:y|ies) (?:often )?uses? (?:it|them|this) (?:to|as|for)", re.IGNORECASE)
CHINESE_FILLER_PATTERN = re.compile("质量政策(?:常)?(?:用它|以它|用其|借它)")


def check_filler(pair: Pair) -> Iterator[str]:
    """A meaning says what is true of its term, not what could be said of all."""
    match = FILLER_PATTERN.search(pair.en) or CHINESE_FILLER_PATTERN.search(pair.zh)
    if match:
        yield f"{match[0]!r} says nothing of this entry; say what readers learn from, or leave the sentence out"


GLOSSARY_RULES = ENGLISH_CHECKS | {"filler": check_filler}
EVERYWHERE = ("english-marks", "english-spelling", "filler")


def check_glossary_english(archive: Archive) -> Iterator[Problem]:
    """The glossary's English is spelt and marked as the house does and says something; topics use the agreed terms."""
    glossary = archive.glossary
    texts = [(f"{FOLDER}/terms.yml", term.id, Bilingual(term.zh, term.en)) for term in glossary.terms.values()]
    texts += [(f"{FOLDER}/terms.yml", term.id, term.meaning) for term in glossary.terms.values()]
    for body in glossary.organisations.values():
        texts += [(f"{FOLDER}/organisations.yml", body.id, text) for text in (body.name, body.became) if text]
    texts += [(file_of(document), document.id, document.title) for document in glossary.documents.values()]
    for indicator in glossary.indicators.values():
        definitions = (indicator.name, indicator.definition)
        texts += [(f"{FOLDER}/indicators.yml", indicator.id, text) for text in definitions]
    for file, owner, text in texts:
        yield from glossary_problems(file, Pair(owner, text.zh, text.en, ()), EVERYWHERE)
    for topic in glossary.topics.values():
        for text in (topic.name, topic.description):
            terms = tuple(longest_terms(text.zh, glossary.terms.values()))
            pair = Pair(topic.id, text.zh, text.en, terms)
            rules = (*EVERYWHERE, "english-terms", "english-chinese")
            yield from glossary_problems(f"{FOLDER}/topics.yml", pair, rules)


def file_of(document: Document) -> str:
    """Return the file that says what a document is."""
    return f"corpus/policies/{document.policy}/policy.yml" if document.policy else f"{FOLDER}/documents.yml"


def glossary_problems(file: str, pair: Pair, rules: Iterable[str]) -> Iterator[Problem]:
    """Yield what the checks of these rules find in one text of a file."""
    for rule in rules:
        for message in GLOSSARY_RULES[rule](pair):
            yield Problem(file, 0, rule, f"{pair.anchor}: {message}")


def longest_terms(text: str, terms: Iterable[Term]) -> Iterator[Term]:
    """Yield the terms that stand in a text, none within a longer one."""
    forms = {form: term for term in terms for form in (term.zh, *term.forms)}
    place = 0
    while place < len(text):
        here = max((form for form in forms if text.startswith(form, place)), key=len, default="")
        if here:
            yield forms[here]
        place += len(here) or 1
