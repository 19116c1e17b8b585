"""Every text of the corpus that stands in both languages beside the policies' own: names, meanings, reasons, notes."""

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from scripts.model.archive import Archive
from scripts.model.glossary import Document
from scripts.model.policy import Bilingual, Policy
from scripts.model.vocabulary import Script

GLOSSARY, POLICIES = "corpus/glossary", "corpus/policies"


class Kind(Enum):
    """What a text is: that decides how it begins and ends."""

    NAME = auto()
    """A word or phrase, of no sentence."""
    TITLE = auto()
    """A name that begins with a capital."""
    CLAUSE = auto()
    """Half a sentence or a whole one."""
    PROSE = auto()
    """Whole sentences."""
    QUOTING = auto()
    """Whole sentences that quote what is damaged, in whatever signs."""


class Text(NamedTuple):
    """A text in both languages and where it stands."""

    file: str
    owner: str
    """The entry that it belongs to, and its field."""
    text: Bilingual
    kind: Kind
    around: str = ""
    """More Chinese of the same entry, in which names may stand."""
    is_original: bool = False
    """Whether the Chinese is of a text that is written in Traditional characters."""


def archive_texts(archive: Archive) -> Iterator[Text]:
    """Yield every text of glossary and policies."""
    for texts in (term_texts, body_texts, document_texts, indicator_texts, topic_texts, place_texts):
        yield from texts(archive)
    for policy in archive.policies:
        yield from policy_texts(policy, archive)


def term_texts(archive: Archive) -> Iterator[Text]:
    """Yield the texts of the terms."""
    for term in archive.glossary.terms.values():
        around = " ".join((term.zh, *term.forms, term.full or "", term.meaning.zh))
        english = (term.en, *term.en_variants)
        yield from rows("terms.yml", term.id, Kind.NAME, {"en": Bilingual(term.zh, term.en)}, around)
        for variant in english[1:]:
            yield from rows("terms.yml", term.id, Kind.NAME, {"en_variants": Bilingual(term.zh, variant)}, around)
        yield from rows("terms.yml", term.id, Kind.PROSE, {"meaning": term.meaning}, around)
        yield from rows("terms.yml", term.id, Kind.TITLE, {"source": term.source}, around)


def body_texts(archive: Archive) -> Iterator[Text]:
    """Yield the texts of the bodies."""
    for body in archive.glossary.organisations.values():
        around = " ".join((body.name.zh, *body.forms))
        yield from rows("organisations.yml", body.id, Kind.TITLE, {"name": body.name}, around)
        yield from rows("organisations.yml", body.id, Kind.CLAUSE, {"became": body.became}, around)


def document_texts(archive: Archive) -> Iterator[Text]:
    """Yield the texts of the documents; those of the policies stand in their policy.yml."""
    originals = {policy.metadata.id for policy in archive.policies if policy.metadata and policy.script is Script.HANT}
    for document in archive.glossary.documents.values():
        file, is_original = file_of(document), document.policy in originals
        yield Text(file, f"{document.id} (title)", document.title, Kind.TITLE, is_original=is_original)
        for issuer in document.issuers:
            yield Text(file, f"{document.id} (issuers)", issuer, Kind.TITLE, is_original=is_original)


def file_of(document: Document) -> str:
    """Return the file that says what a document is."""
    return f"{POLICIES}/{document.policy}/policy.yml" if document.policy else f"{GLOSSARY}/documents.yml"


def indicator_texts(archive: Archive) -> Iterator[Text]:
    """Yield the texts of the indicators."""
    for indicator in archive.glossary.indicators.values():
        around = " ".join((indicator.name.zh, *indicator.aliases))
        texts = {"definition": indicator.definition, "comparability_note": indicator.comparability_note}
        yield from rows("indicators.yml", indicator.id, Kind.NAME, {"name": indicator.name}, around)
        yield from rows("indicators.yml", indicator.id, Kind.PROSE, texts, around)
        yield from rows("indicators.yml", indicator.id, Kind.NAME, {"source": indicator.source}, around)


def topic_texts(archive: Archive) -> Iterator[Text]:
    """Yield the texts of the topics."""
    for topic in archive.glossary.topics.values():
        yield from rows("topics.yml", topic.id, Kind.TITLE, {"name": topic.name})
        yield from rows("topics.yml", topic.id, Kind.PROSE, {"description": topic.description})


def place_texts(archive: Archive) -> Iterator[Text]:
    """Yield the names of the places."""
    for place in archive.glossary.places.values():
        yield from rows("places.yml", place.id, Kind.TITLE, {"name": place.name})


NAMELESS = "an entry without an id"


def rows(file: str, owner: str, kind: Kind, texts: dict[str, Bilingual | None], around: str = "") -> Iterator[Text]:
    """Yield the texts of an entry of the glossary that are there."""
    for field, text in texts.items():
        if text:
            yield Text(f"{GLOSSARY}/{file}", f"{owner or NAMELESS} ({field})", text, kind, around)


def policy_texts(policy: Policy, archive: Archive) -> Iterator[Text]:
    """Yield what the editors say of a policy: how it is known, of its damage, its editions and its English."""
    known = policy.metadata
    if not known:
        return
    folder = f"{POLICIES}/{known.id}"
    yield Text(f"{folder}/policy.yml", "identification", known.identification, Kind.PROSE)
    if known.date.note:
        yield Text(f"{folder}/policy.yml", "date_note", known.date.note, Kind.NAME)
    for note in policy.notes:
        owner, emendation = f"line {note.emendation.line}", note.emendation
        yield Text(f"{folder}/emendations.yml", f"{owner} (reason)", emendation.reason, Kind.QUOTING, policy.text)
        yield Text(f"{folder}/emendations.yml", f"{owner} (evidence)", emendation.evidence, Kind.QUOTING, policy.text)
    for entry in policy.layout:
        yield Text(
            f"{folder}/layout.yml", f"line {entry.first} (reason)", entry.reason, Kind.QUOTING, policy.source.text
        )
    for edition in known.editions:
        for text in (edition.what, edition.why):
            yield Text(f"{folder}/history.yml", f"edition {edition.number}", text, Kind.QUOTING, policy.text)
    for anchor, translators in archive.translator_notes.get(known.id, {}).items():
        if translators.zh and translators.en:
            yield Text(f"{folder}/en.po", f"{anchor} (note)", translators, Kind.QUOTING, policy.text)


def reason_texts(policy_id: str, reasons: Iterable[tuple[str, Bilingual]]) -> Iterator[Text]:
    """Yield the reasons that targets.yml gives."""
    for anchor, reason in reasons:
        yield Text(f"{POLICIES}/{policy_id}/targets.yml", f"{anchor} (reason)", reason, Kind.QUOTING)
