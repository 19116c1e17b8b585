"""A policy → the page of its notes: those of the editors, and in English also those of the translator.

A translation has more notes than a phone should load with a text, so they stand here alone, and there each sign bears
the address of its note. A script shows a note at its sign and brings all of them onto paper.
"""

from collections.abc import Iterator

from scripts.model.archive import Archive
from scripts.model.languages import ORIGINAL
from scripts.model.policy import Metadata, Policy
from scripts.model.vocabulary import Language
from scripts.write.markup import markdown as md
from scripts.write.pages.policy.head import describe_view
from scripts.write.pages.policy.notes import notes
from scripts.write.pages.policy.translator_notes import translator_notes
from scripts.write.words.strings import pick, say

PAGE = "notes/index.md"
"""Below the page of the policy."""


def stand_elsewhere(language: Language) -> bool:
    """Whether the notes stand on their own page alone, and not also at the end of the text."""
    return language is not ORIGINAL


def render_notes_page(policy: Policy, metadata: Metadata, archive: Archive, language: Language) -> str:
    """Return the Markdown of the page of notes."""
    title = say("notes-title", language, title=pick(metadata.title, language))
    description = md.escape_html(describe_view("notes-description", metadata, language))
    front_matter = {"title": md.escape_html(title), "description": description, "layout": "policy"}
    blocks = [
        f"# {md.escape(title)} {md.attribute_list('title')}",
        *notes(policy, language),
        *translator_notes(archive.translator_notes.get(metadata.id, {}) if language is not ORIGINAL else {}, language),
    ]
    return md.page(front_matter, blocks)


def notes_at_end(policy: Policy, metadata: Metadata, archive: Archive, language: Language) -> Iterator[str]:
    """Yield what stands behind the text: its notes, or the ways to the page that has them."""
    if not stand_elsewhere(language):
        yield from notes(policy, language)
        return
    kinds = (
        ("notes", "notes", len(policy.notes)),
        ("translator-notes", "translation-notes", len(archive.translator_notes.get(metadata.id, {}))),
    )
    for key, anchor, count in kinds:
        if count:
            yield md.heading(2, md.escape(say(key, language)), anchor)
            words = md.escape(say("notes-elsewhere", language, n=count))
            yield md.paragraph(md.link(words, f"{PAGE}#{anchor}"), classes="notes-elsewhere")
