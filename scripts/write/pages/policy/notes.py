"""The editors' notes → the section at the end of a policy's page: what stood where, what is printed, and why."""

from collections.abc import Iterator

from scripts.model.languages import ORIGINAL
from scripts.model.places_in_text import note_ids
from scripts.model.policy import Note, Policy
from scripts.model.vocabulary import Language
from scripts.write.markup import markdown as md
from scripts.write.words.place_labels import place_label
from scripts.write.words.readings import reading_key
from scripts.write.words.strings import CERTAINTIES, EMENDATION_KINDS, LANG_TAGS, pick, say

ZH_TAG = LANG_TAGS[Language.ZH]


def notes(policy: Policy, language: Language) -> Iterator[str]:
    """Yield the editors' notes under a heading of their own; nothing where there are none."""
    if not policy.notes:
        return
    yield md.heading(2, md.escape(say("notes", language)), "notes")
    yield md.paragraph(md.escape(say("notes-lead", language)))
    ids = note_ids(policy)
    for note in policy.notes:
        identity = ids[note.index]
        yield md.paragraph(note_text(note, identity, language), f"note-{identity}")


def note_text(note: Note, identity: str, language: Language) -> str:
    """Return a note: where, what stood there, what is printed, why, how sure."""
    emendation = note.emendation
    parts = [
        spot(note, identity, language),
        say("note-reason", language) + md.text(pick(emendation.reason, language)),
        say("note-evidence", language) + md.text(pick(emendation.evidence, language)),
        note_kind(note, language),
    ]
    return "\n".join(parts)


def spot(note: Note, identity: str, language: Language) -> str:
    """Return where a note is, what stood there, and what is printed."""
    key = reading_key(note.emendation)
    words = {
        name: md.span(md.escape(text.replace("\n", " ")), lang="" if language is ORIGINAL else ZH_TAG)
        for name, text in (("received", note.received), ("printed", note.printed), ("proposed", note.proposed))
    }
    place = md.bold(md.escape(place_label(identity.rpartition("-")[0], language)))
    return place + " " + say(key, language, **words)


def note_kind(note: Note, language: Language) -> str:
    """Return of what kind a note is, and how sure."""
    emendation = note.emendation
    return (
        say("note-kind", language)
        + pick(EMENDATION_KINDS[emendation.kind], language)
        + say("between-statements", language)
        + say("note-certainty", language)
        + pick(CERTAINTIES[emendation.certainty], language)
        + say("end-of-sentence", language).strip()
    )
