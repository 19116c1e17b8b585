"""What a file refers to by name (bodies, terms, indicators, roles): each entry once, and only if something uses it."""

from scripts.model.archive import Archive
from scripts.model.policy import Bilingual, Metadata
from scripts.model.vocabulary import Language
from scripts.write.akoma_ntoso.xml import element, lines
from scripts.write.words.addresses import page_address, site_root
from scripts.write.words.strings import pick, say

ARCHIVE = "archive"
ROLE, CONCEPT = "/akn/ontology/role/", "/akn/ontology/concept/"


class References:
    """The entries of one file, in the language of their names."""

    def __init__(self, metadata: Metadata, archive: Archive, language: Language) -> None:
        self.metadata, self.glossary, self.language = metadata, archive.glossary, language
        self.entries: dict[tuple[str, str], tuple[str, str]] = {}
        """For each element and eId, where it leads and how it is called."""

    def add(self, name: str, identity: str, href: str, words: str) -> str:
        """Have an entry, and return how it is referred to."""
        self.entries[(name, identity)] = (href, words)
        return f"#{identity}"

    def archive(self) -> str:
        """Refer to the archive itself, which says so of all that is its own."""
        return self.add("TLCOrganization", ARCHIVE, site_root(), say("archive-name", self.language))

    def role(self, name: str) -> str:
        """Refer to what somebody did: author, editor, translator."""
        return self.add("TLCRole", name, ROLE + name, name.capitalize())

    def force(self) -> str:
        """Refer to what it is to be in force."""
        return self.add("TLCConcept", "in-force", CONCEPT + "in-force", "In force")

    def original(self, address: str) -> str:
        """Refer to the policy as it was issued."""
        return self.add("original", "original", address, pick(self.metadata.title, self.language))

    def issuer(self, index: int) -> str:
        """Refer to a body that issued the policy; where the glossary has it, to its page."""
        issuer = self.metadata.issuers[index]
        bodies = self.glossary.organisations.values()
        known = next((body.id for body in bodies if body.name.zh == issuer.zh), None)
        if known:
            return self.body(known)
        own = f"issuer-{index + 1}"
        href = f"/akn/ontology/organization/{self.metadata.id}.{own}"
        return self.add("TLCOrganization", own, href, pick(issuer, self.language))

    def body(self, identity: str) -> str:
        """Refer to a body of the glossary."""
        words = pick(self.glossary.organisations[identity].name, self.language)
        return self.add("TLCOrganization", f"body-{identity}", self.page(f"organisations/{identity}/"), words)

    def term(self, identity: str) -> str:
        """Refer to a term of the glossary."""
        term = self.glossary.terms[identity]
        words = pick(Bilingual(term.zh, term.en), self.language)
        return self.add("TLCTerm", f"term-{identity}", self.page(f"terms/{identity}/"), words)

    def indicator(self, identity: str) -> str:
        """Refer to what a figure measures; of one without an indicator, to all of them."""
        if not identity:
            return self.add("TLCConcept", "indicators", self.page("indicators/"), say("indicators", self.language))
        words = pick(self.glossary.indicators[identity].name, self.language)
        return self.add("TLCConcept", f"indicator-{identity}", self.page(f"indicators/{identity}/"), words)

    def page(self, path: str) -> str:
        """Return the address of a page."""
        return page_address(path, self.language)

    def render(self, source: str) -> str:
        """Return all entries; those for other documents stand first, as the schema's own examples have them."""
        ordered = sorted(self.entries.items(), key=lambda entry: (entry[0][0].startswith("TLC"), entry[0]))
        rows = (
            element(name, "", {"eId": identity, "href": href, "showAs": words})
            for (name, identity), (href, words) in ordered
        )
        return element("references", lines(rows), {"source": source})
