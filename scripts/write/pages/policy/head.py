"""A policy → what the head of its page says to programs: a description, a reference, schema.org's Legislation."""

from collections.abc import Iterator
from typing import Any

from scripts.model.archive import Archive
from scripts.model.kinds import has_heading
from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.policy import Metadata, Policy
from scripts.model.vocabulary import Language
from scripts.write.markup import markdown as md
from scripts.write.pages.policy.facts import place_name
from scripts.write.words.addresses import permanent_address, policy_address
from scripts.write.words.dates import say_date
from scripts.write.words.short_names import begin
from scripts.write.words.strings import pick, say

LONGEST = 320
"""So many characters a description may have that names more than the parts."""


def part_titles(policy: Policy, metadata: Metadata, archive: Archive, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the anchor and the heading of each part that has one, in a language, without its full stop."""
    own = {} if language is ORIGINAL else archive.confirmed(metadata.id)
    for section in policy.sections:
        if has_heading(section):
            yield section.anchor, own.get(section.anchor, section.title).rstrip("。")


def item_titles(policy: Policy, metadata: Metadata, archive: Archive, language: Language) -> dict[str, list[str]]:
    """Return the headings directly under each part, by the part's anchor, in a language."""
    own = {} if language is ORIGINAL else archive.confirmed(metadata.id)
    return {
        part.anchor: [own.get(item.anchor, item.title).rstrip("。") for item in part.children if has_heading(item)]
        for part in policy.sections
    }


def describe(policy: Policy, metadata: Metadata, archive: Archive, language: Language) -> str:
    """Return what a policy is about in a few words: its place, its day and the headings of its parts.

    Where there is room, the headings under these stand behind them in brackets.
    """
    writing, items = LANGUAGES[language], item_titles(policy, metadata, archive, language)
    parts = list(part_titles(policy, metadata, archive, language))
    short = [title for _, title in parts]
    if not short:
        return describe_untitled(policy, metadata, archive, language)
    full = [
        title + (writing.bracket(writing.semicolon.join(items[part])) if items[part] else "") for part, title in parts
    ]

    def write(titles: list[str]) -> str:
        place, date = place_name(metadata.place, archive, language), say_date(metadata.date.value, language)
        joined = writing.semicolon.join(titles)
        return say("policy-description", language, place=place, date=date, n=len(titles), parts=joined)

    return next((text for text in (write(full), write(short)) if len(text) <= LONGEST), write(short))


def describe_untitled(policy: Policy, metadata: Metadata, archive: Archive, language: Language) -> str:
    """Return what a policy without headings is about: its place, its day, and how its numbered sections begin."""
    place, date = place_name(metadata.place, archive, language), say_date(metadata.date.value, language)
    own = {} if language is ORIGINAL else archive.confirmed(metadata.id)
    leads = [section.lead for section in policy.sections if section.label]
    begun = [begin(own.get(lead.anchor, policy.text[lead.start : lead.end])) for lead in leads if lead]

    def write(count: int) -> str:
        parts = LANGUAGES[language].semicolon.join(begun[:count])
        return say("policy-description-untitled", language, place=place, date=date, parts=parts)

    return next((text for n in range(len(begun), 0, -1) if len(text := write(n)) <= LONGEST), f"{place} {date}")


def describe_view(key: str, metadata: Metadata, language: Language) -> str:
    """Return what another page about a policy shows of it, by its place and its day."""
    place, date = pick(metadata.place.name, language), say_date(metadata.date.value, language)
    return say(key, language, place=place, date=date)


def name_edition(metadata: Metadata) -> str:
    """Return the edition of a policy for reports of problems, such as 2 (2026-11-30); nothing before the first."""
    return next((f"{edition.number} ({edition.date})" for edition in metadata.editions[-1:]), "")


def citation(metadata: Metadata) -> dict[str, object]:
    """Return what the page's head says to reference managers."""
    return {
        "title": md.escape_html(metadata.title.zh),
        "authors": [md.escape_html(issuer.zh) for issuer in metadata.issuers],
        "date": metadata.date.value.replace("-", "/"),
        "number": md.escape_html(metadata.number or ""),
    }


def legislation(policy: Policy, metadata: Metadata, archive: Archive, language: Language) -> dict[str, Any]:
    """Return the policy as Legislation of schema.org, release 30; whether it is in force we do not know, nor say.

    The work has the permanent address of the policy, a translation that of its page.
    """
    work, own = permanent_address(metadata.id), policy_address(metadata.id, language)
    address = work if language is ORIGINAL else own
    value: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Legislation",
        "@id": address,
        "url": own,
        "name": pick(metadata.title, language),
        "inLanguage": LANGUAGES[language].tag,
        "legislationIdentifier": metadata.number,
        "legislationDate": metadata.date.value,
        "legislationPassedBy": [{"@type": "Organization", "name": pick(body, language)} for body in metadata.issuers],
        "legislationJurisdiction": {
            "@type": "AdministrativeArea",
            "name": place_name(metadata.place, archive, language),
        },
        "isBasedOn": metadata.url,
        "encoding": {
            "@type": "LegislationObject",
            "contentUrl": own,
            "encodingFormat": "text/html",
            "legislationLegalValue": "https://schema.org/UnofficialLegalValue",
        },
        "hasPart": [
            {"@type": "Legislation", "@id": f"{address}#{anchor}", "name": title, "url": f"{own}#{anchor}"}
            for anchor, title in part_titles(policy, metadata, archive, language)
        ],
    }
    if metadata.editions:
        edition = metadata.editions[-1]
        value |= {"version": edition.number, "dateModified": edition.date}
    period = metadata.status.period
    if period:  # what the text covers; the years of mere goals are no period
        value["temporalCoverage"] = f"{period.first}/{period.last}"
    if language is not ORIGINAL and not archive.is_translated(metadata.id) and archive.drafts(metadata.id):
        value["creativeWorkStatus"] = "Draft"
    elif language is not ORIGINAL:
        value["translationOfWork"] = {"@id": work}
    return {key: part for key, part in value.items() if part}
