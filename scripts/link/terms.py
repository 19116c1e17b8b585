"""The glossary's terms in a text: the places to mark."""

from collections.abc import Iterable

from scripts.model.archive import Mention
from scripts.model.glossary import Glossary, Term
from scripts.model.policy import Policy
from scripts.model.vocabulary import MentionKind
from scripts.text.spans import find_hits, longest


def find_terms(policy: Policy, glossary: Glossary, taken: Iterable[tuple[int, int]]) -> list[Mention]:
    """Return the places to mark, in the order of the text: of overlapping terms the longest, none inside `taken`."""
    own = policy.metadata.id if policy.metadata else ""
    forms = [(form, term.id) for term in glossary.terms.values() for form in term_forms(term)]
    hits = longest(find_hits(policy.text, forms), taken)
    return [Mention(own, hit.start, hit.end, MentionKind.TERM, hit.target, "form") for hit in hits]


def term_forms(term: Term) -> tuple[str, ...]:
    """Return the headword and the other printed forms."""
    return (term.zh, *term.forms)
