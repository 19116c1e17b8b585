"""The terms that a policy's page marks → the script that brings their meanings when a reader wants one.

They would be a third of the page. A script, for a page opened from a folder may load nothing else; without it, a mark
leads to the term's own page.
"""

import hashlib
from collections.abc import Iterator

from scripts.link.inlines import first_terms
from scripts.model.archive import Archive, Findings
from scripts.model.glossary import Term
from scripts.model.policy import Policy
from scripts.model.vocabulary import Language
from scripts.write.search.share import dump
from scripts.write.words.strings import pick

FOLDER = "data/glossary"
"""Below the folder of the first language, like all data."""
CALL = "ArchiveGlossary.put("
"""How the script begins, before its value in JSON."""


def draw_glossary(policy: Policy, archive: Archive) -> Iterator[tuple[str, str]]:
    """Yield the files by their path below a language's folder of data."""
    for language in Language:
        yield glossary_path(policy, language), render_glossary(policy, archive, language)


def glossary_path(policy: Policy, language: Language) -> str:
    """Return where the terms of a policy stand below the root of the site."""
    return f"{FOLDER}/{policy.metadata.id if policy.metadata else ''}.{language}.js"


def render_glossary(policy: Policy, archive: Archive, language: Language) -> str:
    """Return the terms by their ids: in Chinese, in English, and what each means in a language."""
    terms = {term.id: [term.zh, term.en, pick(term.meaning, language)] for term in page_terms(policy, archive)}
    return f"{CALL}{dump(terms)})\n"


def page_terms(policy: Policy, archive: Archive) -> list[Term]:
    """Return the terms that stand in a policy, in the order of their ids."""
    findings = archive.findings.get(policy.metadata.id if policy.metadata else "", Findings())
    ids = {mention.target or "" for mention in first_terms(policy, findings)}
    return [archive.glossary.terms[term_id] for term_id in sorted(ids)]


def glossary_file(policy: Policy, archive: Archive, language: Language) -> str:
    """Return where the terms stand, with a mark of what they say, by which copies know when to be made anew."""
    words = render_glossary(policy, archive, language)
    return f"{glossary_path(policy, language)}?{hashlib.sha256(words.encode()).hexdigest()[:8]}"
