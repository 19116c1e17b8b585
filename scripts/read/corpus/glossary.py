"""`corpus/glossary/*.yml` → the curated knowledge, and every problem of its files."""

import graphlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from scripts.model.glossary import Document, Glossary, Indicator, Organisation, Term, Topic
from scripts.model.policy import Place
from scripts.model.vocabulary import Certainty, Comparability, Direction, OrganisationKind, TermKind
from scripts.problems import Problem
from scripts.read.corpus.document_file import Described, read_document, unlisted_policies
from scripts.read.corpus.record import Record, records
from scripts.read.corpus.values import chinese_fault, not_chinese_fault
from scripts.read.corpus.yaml_file import YamlFile, read_yaml

FOLDER = "corpus/glossary"
PINYIN_PATTERN = "[a-z0-9]+(?: [a-z0-9]+)*"
Entry = TypeVar("Entry", Term, Organisation, Document, Indicator, Topic)


def read_glossary(root: Path, places: dict[str, Place], described: Described) -> tuple[Glossary, list[Problem]]:
    """Return all curated knowledge below `root/corpus/glossary`; a file that is not there holds nothing.

    What a policy of the archive is, as one of the documents, comes from its own description.
    """
    problems: list[Problem] = []
    topics = read_entries(root, "topics.yml", read_topic, problems)
    indicators = read_entries(root, "indicators.yml", lambda record: read_indicator(record, topics), problems)
    organisations = read_entries(root, "organisations.yml", lambda record: read_organisation(record, places), problems)
    documents = read_entries(root, "documents.yml", lambda record: read_document(record, described), problems)
    documents = {own: document for own, document in documents.items() if is_described(document, described)}
    for found in unlisted_policies(list(documents.values()), described):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            documents[found.id] = found
    terms = read_entries(root, "terms.yml", read_term, problems)
    return Glossary(places, terms, organisations, documents, indicators, topics), problems


def is_described(document: Document, described: Described) -> bool:
    """Whether a document that is said to be a policy of the archive is one."""
    return document.policy is None or document.policy in described


def read_entries(root: Path, name: str, read: Callable[[Record], Entry], problems: list[Problem]) -> dict[str, Entry]:
    """Return the entries of one file by their ids, and add what is wrong with them to the problems."""
    path = f"{FOLDER}/{name}"
    file = read_yaml(root / path, path, required=False)
    entries: dict[str, Entry] = {}
    places: dict[str, int] = {}
    for index, record in enumerate(records(file)):
        entry = read(record)
        if entry.id in entries:
            record.report("id", "id", f"{entry.id!r} stands twice; keep one")
        record.close()
        if entry.id:  # one that has none is reported, and nothing can refer to it
            entries.setdefault(entry.id, entry)
            places.setdefault(entry.id, index)
    check_forms(file, entries, places)
    check_circle(file, entries, places)
    problems += file.problems
    return entries


def check_forms(file: YamlFile, entries: Mapping[str, Entry], places: Mapping[str, int]) -> None:
    """Report a printed form that two terms or two indicators claim."""
    owners: dict[str, str] = {}
    for entry_id, entry in entries.items():
        for form in claimed_forms(entry):
            if owners.setdefault(form, entry_id) != entry_id:
                message = f"{form!r} is a form of {owners[form]} too; leave it to one of them"
                file.report((places[entry_id],), "form", message)


def check_circle(file: YamlFile, entries: Mapping[str, Entry], places: Mapping[str, int]) -> None:
    """Report documents of which each implements the next, and the last the first; or one that implements itself."""
    documents: Iterable[object] = entries.values()
    implements = {document.id: document.implements for document in documents if isinstance(document, Document)}
    try:
        graphlib.TopologicalSorter(implements).prepare()
    except graphlib.CycleError as error:
        circle = [own for own in reversed(error.args[1]) if own in places]
        message = f"implements itself: {' → '.join(circle)}; drop one of these `implements`"
        file.report((places[circle[0]], "implements"), "document", message)


def claimed_forms(entry: Term | Organisation | Document | Indicator | Topic) -> tuple[str, ...]:
    """Return the printed forms that no other entry of the same file may claim."""
    if isinstance(entry, Term):
        return (entry.zh, *entry.forms)
    return entry.aliases if isinstance(entry, Indicator) else ()


def read_term(record: Record) -> Term:
    """Return a term."""
    return Term(
        record.slug(),
        record.text("zh"),
        record.texts("forms"),
        record.fitting("full", chinese_fault, required=False),
        record.fitting("en", not_chinese_fault, required=True) or "",
        record.texts("en_variants"),
        record.choice("kind", TermKind),
        record.bilingual("meaning"),
        record.optional_bilingual("source"),
        record.text("pinyin", PINYIN_PATTERN, "syllables without tones, with spaces between, ü as v"),
    )


def read_organisation(record: Record, places: dict[str, Place]) -> Organisation:
    """Return a body."""
    organisation = Organisation(
        record.slug(),
        record.bilingual("name", is_name=True),
        record.text("place"),
        record.choice("kind", OrganisationKind),
        record.texts("forms", required=True, is_filled=True),
        record.optional_bilingual("became"),
        record.optional_choice("certainty", Certainty, Certainty.CERTAIN),
    )
    if organisation.place not in places:
        record.report("place", "field", f"`place` {organisation.place!r} is not in places.yml; add it there")
    return organisation


def read_indicator(record: Record, topics: dict[str, Topic]) -> Indicator:
    """Return an indicator."""
    indicator = Indicator(
        record.slug(),
        record.bilingual("name", is_name=True),
        record.texts("aliases", required=True, is_filled=True),
        record.bilingual("definition"),
        record.optional_bilingual("source"),
        record.optional_text("unit"),
        record.choice("direction", Direction),
        record.text("topic"),
        record.choice("comparability", Comparability),
        record.optional_bilingual("comparability_note"),
    )
    if indicator.topic not in topics:
        record.report("topic", "field", f"`topic` {indicator.topic!r} is not in topics.yml; name one that is")
    if indicator.comparability is not Comparability.FULL and not indicator.comparability_note:
        record.report("comparability", "missing-field", "`comparability_note` must say why figures differ; add it")
    return indicator


def read_topic(record: Record) -> Topic:
    """Return a topic; which places treat it, the policies' own files say."""
    return Topic(
        record.slug(), record.bilingual("name", is_name=True), record.bilingual("description"), record.texts("words")
    )
