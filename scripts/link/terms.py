"""The glossary's terms in a text: the places to mark."""

from collections.abc import Iterable

from scripts.link.names import Names, owned
from scripts.model.archive import Mention
from scripts.model.policy import Policy
from scripts.model.vocabulary import MentionKind
from scripts.text.spans import Span, longest


def find_terms(policy: Policy, names: Names, places: Iterable[Span], taken: Iterable[Span]) -> list[Mention]:
    """Return the places to mark, in the order of the text: of overlapping terms the longest, none inside `taken`.

    `places` are those of all names in the text.
    """
    own = policy.metadata.id if policy.metadata else ""
    hits = longest(owned(policy.text, places, names.terms), taken)
    return [Mention(own, hit.start, hit.end, MentionKind.TERM, hit.target, "form") for hit in hits]
