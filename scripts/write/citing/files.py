"""A policy → the script that the panel for citing loads, and the records that reference managers read as files.

A script, for a page opened from a folder may load nothing else. It has every form and record with its holes, and what
people call each place in both languages.
"""

from collections.abc import Callable, Collection, Iterator
from functools import partial

from scripts.model.languages import LANGUAGES
from scripts.model.lookup import Lookup
from scripts.model.places_in_text import PlaceFinder
from scripts.model.policy import Metadata, Policy
from scripts.model.vocabulary import Language
from scripts.text.folding import simplified
from scripts.write.citing.forms import FORMS, Form, say_drafts
from scripts.write.citing.records import ARCHIVE_RECORDS, RECORDS, fill_record
from scripts.write.disk.page import Page
from scripts.write.search.share import dump
from scripts.write.words.addresses import policy_address, site_root
from scripts.write.words.dates import say_date
from scripts.write.words.place_labels import place_label

FOLDER = "data/citations"


def draw_citations(policy: Policy, metadata: Metadata, drafts: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """Yield the files by their path below a language's folder of data; `drafts` are the anchors of draft English."""
    yield f"{FOLDER}/{metadata.id}.js", render_script(policy, metadata, drafts)
    yield f"{FOLDER}/{metadata.id}.former.js", render_former(policy, metadata)
    address = policy_address(metadata.id)
    for _, ending, write in RECORDS:
        yield f"{FOLDER}/{metadata.id}.{ending}", fill_record(write(metadata), {"address": address})


def render_script(policy: Policy, metadata: Metadata, drafts: Collection[str]) -> str:
    """Return what the panel needs to cite a policy and each of its places; where any English is a draft, which is."""

    def write(form: Form, language: Language) -> str:
        text = form.write(metadata, language)
        return say_drafts(form, text, language) if drafts else text

    forms = [
        [
            form.key,
            [form.name.zh, form.name.en],
            [write(form, language) for language in Language],
            [LANGUAGES[form.language or language].tag for language in Language],
        ]
        for form in FORMS
    ]
    value = {
        "id": metadata.id,
        "addresses": [policy_address(metadata.id, language) for language in Language],
        "forms": forms,
        "records": [[name, ending, write(metadata)] for name, ending, write in RECORDS],
        "places": {anchor: [place_label(anchor, language) for language in Language] for anchor in policy.anchors()},
        "readings": list_readings(policy),
        "traditional": list_traditional(policy),
        **({"drafts": [anchor for anchor in policy.anchors() if anchor in drafts]} if drafts else {}),
    }
    return f"ArchiveCiting.put({dump(value)})\n"


def render_former(policy: Policy, metadata: Metadata) -> str:
    """Return what stood at each address before an edition changed it: a quotation of it still finds its place.

    Of a heading, which bears a number, it says what stands there now too.
    """
    columns = {language: column for column, language in enumerate(Language)}
    blocks = {block.anchor for block in policy.blocks()}
    rows = [
        [edition.number, say_date(edition.date, Language.ZH), say_date(edition.date, Language.EN), former]
        for edition in reversed(metadata.editions)
        if (
            former := [
                [change.anchor, columns[change.language], change.before, *[change.after][change.anchor in blocks :]]
                for change in edition.changes
                if change.before and change.anchor
            ]
        )
    ]
    return f"ArchiveCiting.remember({dump([metadata.id, rows])})\n"


def list_readings(policy: Policy) -> list[list[str]]:
    """Return where a quotation may read otherwise: the place, what is printed, was received, the editors propose."""
    finder = PlaceFinder(policy)
    return [
        [finder.anchor_near(note.start), note.printed, note.received, note.proposed]
        for note in policy.notes
        if note.printed and (note.printed != note.received or note.printed != note.proposed)
    ]


def list_traditional(policy: Policy) -> str:
    """Return each Traditional character whose Simplified form the text has, with that form behind it."""
    used = set(policy.text)
    return "".join(f"{char}{plain}" for char, plain in sorted(simplified().items()) if plain in used)


def write_records(lookup: Lookup) -> Iterator[Page]:
    """Yield the records of all policies in one file of each kind, and those of the archive itself."""
    for _, ending, write in RECORDS:
        yield Page(f"{FOLDER}/all.{ending}", ("policies",), partial(render_records, lookup, write))
    for ending, write_archive in ARCHIVE_RECORDS:
        yield Page(f"{FOLDER}/archive.{ending}", (), partial(fill_record, write_archive(), {"address": site_root()}))


def render_records(lookup: Lookup, write: Callable[[Metadata], str]) -> str:
    """Return the records of all policies, one after the other; those that are lists become one."""
    records = []
    for policy_id, digest in lookup.policies.items():
        records.append(fill_record(write(digest.metadata), {"address": policy_address(policy_id)}))
    if records and records[0].startswith("["):
        return "[" + ",\n".join(record.strip()[1:-1] for record in records) + "]\n"
    return "".join(records)
