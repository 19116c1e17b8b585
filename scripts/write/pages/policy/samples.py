"""A policy → samples of what the archive does with it, for the home page: an emended spot, a cited paragraph."""

from collections.abc import Iterator

from scripts.model.archive import Archive, Findings
from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.places_in_text import note_ids
from scripts.model.policy import Block, Metadata, Note, Policy
from scripts.model.vocabulary import BlockKind, Language
from scripts.write.citing.forms import BY_KEY, fill
from scripts.write.markup import markdown as md
from scripts.write.pages.policy.notes import note_kind, spot
from scripts.write.words.addresses import policy_address
from scripts.write.words.dates import say_date
from scripts.write.words.place_labels import place_label
from scripts.write.words.strings import LANG_TAGS, pick, say

SHORTEST = 30
"""So many characters a paragraph has at least that stands as a sample."""
CITED = {Language.ZH: "gbt-2025", Language.EN: "english"}
"""The form in which each language's readers are shown a reference."""


def render_samples(
    policy: Policy, metadata: Metadata, archive: Archive, language: Language
) -> Iterator[tuple[str, str]]:
    """Yield the samples as snippets by the name of their file; a policy without such a spot has none of it."""
    ids = note_ids(policy)
    note = next((note for note in policy.notes if note.emendation.is_applied), None)
    if note:
        yield ".emended.md", emended(note, ids[note.index], metadata, language)
    block = with_a_target(policy, metadata, archive)
    if block:
        yield ".cited.md", cited(policy, block, archive, language)


def emended(note: Note, identity: str, metadata: Metadata, language: Language) -> str:
    """Return what stood at a spot and what is printed, with the way to the reasons."""
    place = pick(metadata.place.name, language) + LANGUAGES[language].colon
    said = f"{md.escape(place)}{spot(note, identity, language)} {note_kind(note, language)}"
    link = link_to(metadata, f"note-{identity}", say("sample-reasons", language))
    return md.paragraph(f"{said} {link}") + "\n"


def link_to(metadata: Metadata, anchor: str, words: str) -> str:
    """Return a link from the home page to a place of a policy."""
    return md.link(md.escape(words), f"policies/{metadata.id}/index.md#{anchor}")


def with_a_target(policy: Policy, metadata: Metadata, archive: Archive) -> Block | None:
    """Return the shortest paragraph that states a target."""
    targets = archive.findings.get(metadata.id, Findings()).targets
    blocks = (
        block
        for block in policy.blocks()
        if block.kind is BlockKind.PARAGRAPH and block.end - block.start >= SHORTEST
        if any(block.start <= target.start < block.end for target in targets)
    )
    return min(blocks, key=lambda block: (block.end - block.start, block.start), default=None)


def cited(policy: Policy, block: Block, archive: Archive, language: Language) -> str:
    """Return a paragraph with a reference to it, as the page of the policy offers it."""
    metadata = policy.metadata
    if not metadata:
        return ""
    own = policy.text[block.start : block.end]
    english = archive.confirmed(metadata.id).get(block.anchor)
    words = english if language is not ORIGINAL and english else own
    lang = LANG_TAGS[ORIGINAL] if words is own and language is not ORIGINAL else ""
    form = BY_KEY[CITED[language]]
    day = metadata.editions[-1].date if metadata.editions else metadata.date.value
    values = {
        "place": place_label(block.anchor, language),
        "address": policy_address(metadata.id, language, block.anchor),
        "accessed": day,
        "day": say_date(day, Language.EN),
    }
    reference = md.escape(fill(form.write(metadata, language), values))
    number = md.escape(metadata.number or "")
    if language is not ORIGINAL and number:  # Chinese also among English words
        reference = reference.replace(number, md.span(number, lang=LANG_TAGS[ORIGINAL]), 1)
    quoted = md.span(md.escape(words), lang=lang) if lang else md.escape(words)
    link = link_to(metadata, block.anchor, say("sample-in-place", language))
    named = pick(metadata.place.name, language) + LANGUAGES[language].colon
    return (
        "\n\n".join(
            (md.paragraph(md.escape(named) + quoted), md.paragraph(reference, classes="example"), md.paragraph(link))
        )
        + "\n"
    )
