"""What is known of a policy (issuers, number, date, place, source) → names and values that readers see."""

from collections.abc import Iterator

from scripts.model.archive import Archive
from scripts.model.languages import LANGUAGES
from scripts.model.policy import Metadata, Original, Place, Policy, Source
from scripts.model.vocabulary import Language
from scripts.write.data.original import ORIGINAL_ZIP
from scripts.write.markup import markdown as md
from scripts.write.words.dates import say_date
from scripts.write.words.strings import CERTAINTIES, LANG_TAGS, LEVELS, SCRIPTS, pick, say
from scripts.write.words.strings_original import FORMATS, LEAVINGS

ZH_TAG = LANG_TAGS[Language.ZH]


def facts(metadata: Metadata, policy: Policy, archive: Archive, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the policy's facts: name and value, as Markdown."""
    writing = LANGUAGES[language]
    yield say("issuers", language), writing.join_names(md.escape(pick(issuer, language)) for issuer in metadata.issuers)
    number = md.span(md.escape(metadata.number), lang=ZH_TAG) if metadata.number else say("number-unknown", language)
    yield say("number", language), number
    yield say("date", language), md.escape(date_text(metadata, language))
    if any(edition.fingerprint for edition in metadata.editions):
        latest = metadata.editions[-1]
        words = say("edition-of", language, n=latest.number, date=say_date(latest.date, language))
        yield say("edition", language), md.link(md.escape(words), "history/index.md")
    level = pick(LEVELS[metadata.place.level], language)
    yield say("place", language), md.escape(place_name(metadata.place, archive, language)) + writing.bracket(level)
    address = md.link(md.escape(metadata.url), metadata.url) if metadata.url else say("source-missing", language)
    yield say("source", language), address
    certainty = pick(CERTAINTIES[metadata.certainty], language)
    stop = say("end-of-sentence", language)
    yield (
        say("certainty", language),
        md.escape(certainty.capitalize() + stop) + md.text(pick(metadata.identification, language)),
    )
    yield from source_facts(metadata, policy.source, language)
    yield say("retrieved", language), metadata.retrieved or say("retrieved-unknown", language)


def source_facts(metadata: Metadata, source: Source, language: Language) -> Iterator[tuple[str, str]]:
    """Yield what was received, and the text extracted from it where it was no text."""
    original, script = source.original, pick(SCRIPTS[source.script], language)
    if original:
        yield from original_facts(metadata, original, language)
    received = say("received-value", language, size=f"{source.size:,}", encoding=source.encoding.upper(), script=script)
    yield say("extracted-text" if original else "received", language), received
    yield say("sha256", language), f"<code>{source.sha256}</code>"


def original_facts(metadata: Metadata, original: Original, language: Language) -> Iterator[tuple[str, str]]:
    """Yield what is known of the file from which the text was extracted."""
    way = "../" * (2 + LANGUAGES[language].folder.count("/"))
    link = md.raw_link(ORIGINAL_ZIP, f"{way}data/policies/{metadata.id}/{ORIGINAL_ZIP}")
    kind, size = pick(FORMATS[original.format], language), f"{original.size:,}"
    words = say("original-value", language, format=kind, size=size, link=link, program=md.escape(original.program))
    yield say("original", language), words
    yield say("original-sha256", language), f"<code>{original.sha256}</code>"
    if original.left_out:
        counts = [
            say("left-out-count", language, words=pick(LEAVINGS[kind], language), n=f"{count:,}")
            for kind, count in original.left_out
        ]
        yield say("original-left-out", language), LANGUAGES[language].join(counts)


def date_text(metadata: Metadata, language: Language) -> str:
    """Return the date as readers of the language write it, with its note."""
    note = metadata.date.note
    return say_date(metadata.date.value, language) + (LANGUAGES[language].bracket(pick(note, language)) if note else "")


def place_name(place: Place, archive: Archive, language: Language) -> str:
    """Return a place's name with those of the places that it is part of; the state stands by itself alone."""
    places = archive.glossary.places
    name, around = pick(place.name, language), places.get(place.within or "")
    while around and around.within:
        name = say("place-within", language, place=name, around=pick(around.name, language))
        around = places.get(around.within)
    return name
