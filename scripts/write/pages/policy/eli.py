"""A policy → statements in the European Legislation Identifier's ontology, for the head of its page, as RDFa.

The policy is a LegalResource, each language an expression of it, each copy in one file a format of that. The addresses
are our own: an ELI is given by the state that publishes, so none is made up here.
https://op.europa.eu/en/web/eu-vocabularies/eli
"""

from collections.abc import Iterator

from scripts.model.archive import Archive, Findings
from scripts.model.kinds import has_heading
from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.policy import Metadata, Policy
from scripts.model.status import Status
from scripts.model.vocabulary import Language, MentionKind
from scripts.write.markup import markdown as md
from scripts.write.words.addresses import page_address, permanent_address, policy_address
from scripts.write.words.strings import LANG_TAGS, pick

AUTHORITY = "http://publications.europa.eu/resource/authority"
XSD = "http://www.w3.org/2001/XMLSchema#"
MEDIA_TYPES = "http://www.iana.org/assignments/media-types"
JURISDICTION = f"{AUTHORITY}/country/CHN"
COPIES = ((".html", "text/html"), (".epub", "application/epub+zip"))
"""The copies of a policy in one file, which stand beside its page."""
FULL_DATE = len("2018-07-05")


Statement = dict[str, str]
"""A tag of the head by its attributes: of what it speaks, what that is, and one property with a text or an address."""


def statements(policy: Policy, metadata: Metadata, archive: Archive) -> list[Statement]:
    """Return what both language pages say of the policy, its expressions and their formats."""
    found = [*resource(policy, metadata, archive)]
    for language in Language:
        found += expression(metadata, language)
    return [escaped(statement) for statement in found]


def resource(policy: Policy, metadata: Metadata, archive: Archive) -> Iterator[Statement]:
    """Yield what is said of the policy as such; its day only where it is known and is that of the document."""
    own = permanent_address(metadata.id)
    yield link(own, "eli:jurisdiction", JURISDICTION, typeof="eli:LegalResource")
    if metadata.number:
        yield {"about": own, "property": "eli:id_local", "content": metadata.number, "lang": LANG_TAGS[ORIGINAL]}
    if len(metadata.date.value) == FULL_DATE and not metadata.date.note:
        yield {"about": own, "property": "eli:date_document", "content": metadata.date.value, "datatype": f"{XSD}date"}
    yield from time_of(own, metadata.status)
    for number, issuer in enumerate(metadata.issuers, 1):
        body = f"{own}#issuer-{number}"
        yield link(own, "eli:passed_by", body)
        named = {language: pick(issuer, language) for language in Language}
        for language, name in named.items():
            yield {"about": body, "property": "foaf:name", "content": name, "lang": LANG_TAGS[language]}
    for section in policy.sections:
        if has_heading(section):
            yield link(own, "eli:has_part", permanent_address(metadata.id, section.anchor))
    yield from (link(own, "eli:cites", address) for address in cited(metadata.id, archive))
    yield from (link(own, "eli:is_realized_by", policy_address(metadata.id, language)) for language in Language)


def time_of(own: str, status: Status) -> Iterator[Statement]:
    """Yield the period that a policy plans for, and those days of its force that are known; never that it has any."""
    if status.period:
        content = f"{status.period.first}/{status.period.last}"
        yield {"about": own, "property": "dcterms:temporal", "content": content}
    days = (("first_date_entry_in_force", "first"), ("date_no_longer_in_force", "last"))
    for name, end in days:
        day = getattr(status.force, end, None)
        if day and len(day) == FULL_DATE:
            yield {"about": own, "property": f"eli:{name}", "content": day, "datatype": f"{XSD}date"}


def expression(metadata: Metadata, language: Language) -> Iterator[Statement]:
    """Yield what is said of the policy's text in one language."""
    own, tag = policy_address(metadata.id, language), LANG_TAGS[language]
    title = {"content": pick(metadata.title, language), "lang": tag}
    yield {"about": own, "typeof": "eli:LegalExpression", "property": "eli:title", **title}
    yield link(own, "eli:language", f"{AUTHORITY}/language/{LANGUAGES[language].code.upper()}")
    if metadata.editions:
        edition = metadata.editions[-1]
        yield {"about": own, "property": "schema:version", "content": str(edition.number)}
        yield {"about": own, "property": "eli:version_date", "content": edition.date, "datatype": f"{XSD}date"}
    for ending, media_type in COPIES:
        copy = f"{own}{metadata.id}{ending}"
        yield link(own, "eli:is_embodied_by", copy)
        yield link(copy, "eli:format", f"{MEDIA_TYPES}/{media_type}", typeof="eli:Format")


def cited(policy_id: str, archive: Archive) -> Iterator[str]:
    """Yield the address of each document that a policy cites, in the order of its text."""
    mentions = archive.findings.get(policy_id, Findings()).mentions
    documents = archive.glossary.documents
    for name in dict.fromkeys(mention.target for mention in mentions if mention.kind is MentionKind.DOCUMENT):
        if name in documents and documents[name].policy != policy_id:
            policy = documents[name].policy
            yield permanent_address(policy) if policy else page_address(f"documents/#{name}")


def link(about: str, name: str, href: str, **others: str) -> Statement:
    """Return a statement whose object has an address."""
    return {"about": about, "property": name, "href": href, **others}


def escaped(statement: Statement) -> Statement:
    """Return a statement whose values can stand in attributes."""
    return {key: md.escape_html(value) for key, value in statement.items()}
