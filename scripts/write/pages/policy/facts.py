"""What is known of a policy (issuers, number, date, place, source) → names and values that readers see."""

from collections.abc import Iterator

from scripts.model.archive import Archive
from scripts.model.policy import Metadata, Place, Policy
from scripts.model.vocabulary import Language
from scripts.write.markup import markdown as md
from scripts.write.words.strings import CERTAINTIES, LANG_TAGS, LEVELS, SCRIPTS, pick, say

ZH_TAG = LANG_TAGS[Language.ZH]


def facts(metadata: Metadata, policy: Policy, archive: Archive, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the policy's facts: name and value, as Markdown."""
    separator = "、" if language is Language.ZH else "; "
    yield say("issuers", language), separator.join(md.escape(pick(issuer, language)) for issuer in metadata.issuers)
    number = md.span(md.escape(metadata.number), lang=ZH_TAG) if metadata.number else say("number-unknown", language)
    yield say("number", language), number
    yield say("date", language), md.escape(date_text(metadata, language))
    level = pick(LEVELS[metadata.place.level], language)
    yield say("place", language), md.escape(place_name(metadata.place, archive, language)) + brackets(level, language)
    yield say("source", language), md.link(md.escape(metadata.url), metadata.url)
    certainty = pick(CERTAINTIES[metadata.certainty], language)
    stop = say("end-of-sentence", language)
    yield (
        say("certainty", language),
        md.escape(certainty.capitalize() + stop) + md.text(pick(metadata.identification, language)),
    )
    source = policy.source
    script = pick(SCRIPTS[source.script], language)
    received = say("received-value", language, size=f"{source.size:,}", encoding=source.encoding.upper(), script=script)
    yield say("received", language), received
    yield say("sha256", language), f"<code>{source.sha256}</code>"
    yield say("retrieved", language), metadata.retrieved or say("retrieved-unknown", language)
    prefix = "../../" if language is Language.ZH else "../../../"
    yield say("data", language), md.raw_link(say("data-json", language), f"{prefix}data/policies/{metadata.id}.json")


def brackets(text: str, language: Language) -> str:
    """Return the text in the brackets of the language."""
    return f"（{text}）" if language is Language.ZH else f" ({text})"


def date_text(metadata: Metadata, language: Language) -> str:
    """Return the date as readers of the language write it, with its note."""
    note = metadata.date.note
    year, *rest = metadata.date.value.split("-")
    if language is Language.ZH:
        text = f"{year}年" + "".join(f"{int(part)}{unit}" for part, unit in zip(rest, "月日", strict=False))
    else:
        text = " ".join([*(str(int(day)) for day in rest[1:]), *(MONTHS[int(month) - 1] for month in rest[:1]), year])
    return text + (brackets(pick(note, language), language) if note else "")


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def place_name(place: Place, archive: Archive, language: Language) -> str:
    """Return a place's name with those of the places that it is part of, the state left out."""
    names, places = [], archive.glossary.places
    current: Place | None = place
    while current and current.within:
        names.append(pick(current.name, language))
        current = places.get(current.within)
    return "".join(reversed(names)) if language is Language.ZH else ", ".join(names)
