"""The glossary → every name by which it knows something, and whose it is: made once, for all policies.

A body's names hold in the policies of its place and of the places within that one; the words by which a policy means
itself (本规划) hold in it alone. A name that means two things means neither.
"""

from collections import ChainMap, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from scripts.model.glossary import Document, Glossary, Term
from scripts.text.spans import FormFinder, Hit, Span

Owners = Mapping[str, str | None]
"""For each name the id of what it means; None where that is not one thing."""


class Names:
    """Every name of a glossary, and the way to find them all in one reading of a text."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary
        self.terms = term_owners(glossary.terms.values())
        self.aliases = {
            alias: indicator.id for indicator in glossary.indicators.values() for alias in indicator.aliases
        }
        self.numbers = frozenset(document.number for document in glossary.documents.values() if document.number)
        self.documents = document_owners(glossary.documents.values())
        self.own_documents: dict[str, list[Document]] = defaultdict(list)
        for document in glossary.documents.values():
            if document.policy:
                self.own_documents[document.policy].append(document)
        self.bodies_by_place = body_owners(glossary)
        self.bodies = frozenset(form for owners in self.bodies_by_place.values() for form in owners)

    @cached_property
    def finder(self) -> FormFinder:
        """Return what finds all names of terms, bodies and documents."""
        self_forms = (form for document in self.glossary.documents.values() for form in document.self_forms)
        return FormFinder([*self.terms, *self.documents, *self_forms, *self.bodies])

    def documents_in(self, policy_id: str) -> Owners:
        """Return the names of documents as they hold in a policy."""
        own: dict[str, str | None] = {}
        for document in self.own_documents.get(policy_id, ()):
            for form in document.self_forms:
                known = own.get(form, self.documents.get(form, document.id))
                own[form] = document.id if known == document.id else None
        return ChainMap(own, self.documents) if own else self.documents

    def bodies_in(self, place: str | None) -> Owners:
        """Return the names of bodies as they hold in a place: the nearer place has the last word."""
        near = [self.bodies_by_place[around] for around in self.places_around(place) if around in self.bodies_by_place]
        return ChainMap(*near)

    def places_around(self, place: str | None) -> list[str]:
        """Return a place and all that it is part of, the nearest first."""
        chain = []
        while place and place in self.glossary.places:
            chain.append(place)
            place = self.glossary.places[place].within
        return chain


@dataclass(frozen=True, slots=True)
class Same:
    """A glossary as a key: equal to those alone that hold the same entries, whatever treats its topics."""

    glossary: Glossary

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.parts() == self.parts()

    def __hash__(self) -> int:
        return hash(self.parts())

    def parts(self) -> tuple[int, ...]:
        """Return which values hold the entries from which names are taken."""
        own = self.glossary
        return tuple(map(id, (own.places, own.terms, own.organisations, own.documents, own.indicators)))


@lru_cache(maxsize=2)
def names_by(key: Same) -> Names:
    """Return the names of a glossary."""
    return Names(key.glossary)


def names_of(glossary: Glossary) -> Names:
    """Return the names of a glossary: the same value as long as it is the same glossary."""
    return names_by(Same(glossary))


def term_owners(terms: Iterable[Term]) -> dict[str, str]:
    """Return the term of each headword and other printed form; of two terms with one form the first by its id."""
    owners: dict[str, str] = {}
    for term in terms:
        for form in (term.zh, *term.forms):
            owners[form] = min(term.id, owners.get(form, term.id))
    return owners


def document_owners(documents: Iterable[Document]) -> dict[str, str | None]:
    """Return the document of each listed form and number."""
    pairs = ((form, document.id) for document in documents for form in (*document.forms, document.number) if form)
    return single_owners(pairs)


def body_owners(glossary: Glossary) -> dict[str, dict[str, str | None]]:
    """Return, for each place, the body of each name that bodies have there."""
    pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for body in glossary.organisations.values():
        pairs[body.place] += [(form, body.id) for form in body.forms]
    return {place: single_owners(found) for place, found in pairs.items()}


def single_owners(pairs: Iterable[tuple[str, str]]) -> dict[str, str | None]:
    """Return the owner of each form, None where there are several.

    >>> single_owners([("市质监局", "a"), ("市局", "a"), ("市局", "b"), ("市质监局", "a")])
    {'市质监局': 'a', '市局': None}
    """
    owners: dict[str, str | None] = {}
    for form, owner in pairs:
        owners[form] = owner if owners.get(form, owner) == owner else None
    return owners


def owned(text: str, places: Iterable[Span], owners: Owners) -> Iterator[Hit]:
    """Yield the places of a text at which a name stands that means one thing."""
    found = ((start, end, owners.get(text[start:end])) for start, end in places)
    return (Hit(start, end, owner) for start, end, owner in found if owner is not None)
