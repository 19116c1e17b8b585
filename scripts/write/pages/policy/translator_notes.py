"""The translator's notes: a sign beside the English that each is about, and all of them at the end of the page."""

from collections.abc import Iterator

from scripts.model.languages import LANGUAGES
from scripts.model.policy import Bilingual
from scripts.model.vocabulary import Language
from scripts.write.markup import markdown as md
from scripts.write.words.place_labels import place_label
from scripts.write.words.strings import LANG_TAGS, OTHER, pick, say


def note_sign(anchor: str, language: Language) -> str:
    """Return the sign that stands behind the English of a place and leads to its note."""
    return md.link(md.escape(say("translator-sign", language)), f"#translation-{anchor}")


def translator_notes(notes: dict[str, Bilingual], language: Language) -> Iterator[str]:
    """Yield the notes, by anchor and in the order given, under a heading of their own; nothing where there are none."""
    if not notes:
        return
    yield md.heading(2, md.escape(say("translator-notes", language)), "translation-notes")
    yield md.paragraph(md.escape(say("translator-notes-lead", language)))
    for anchor, note in notes.items():
        place = md.bold(md.escape(place_label(anchor, language)))
        yield md.paragraph(f"{place}{LANGUAGES[language].colon}{words(note, language)}", f"translation-{anchor}")


def words(note: Bilingual, language: Language) -> str:
    """Return a note in the reader's language; in the other where it has none."""
    other = OTHER[language]
    own = pick(note, language)
    return md.text(own) if own else md.span(md.text(pick(note, other)), lang=LANG_TAGS[other])
