"""A policy → examples of how to cite it, for the guide to include: an address, references to the policy and a section.

GB/T 7714—2025 has no rule for a section of an official document: that its number stands behind the document number is
the archive's own choice.
"""

from collections.abc import Iterator

from scripts.model.kinds import KINDS
from scripts.model.languages import ORIGINAL
from scripts.model.policy import Metadata, Policy, Section
from scripts.model.vocabulary import Language
from scripts.write.citing.forms import BY_KEY, fill
from scripts.write.markup import markdown as md
from scripts.write.words.addresses import policy_address
from scripts.write.words.dates import say_date
from scripts.write.words.place_labels import place_label
from scripts.write.words.strings import LANG_TAGS, say

ACCESSED = "2026-11-23"
"""The day on which the example was read; readers put their own."""
SHOWN: dict[Language, tuple[tuple[str, str, bool], ...]] = {
    Language.ZH: (
        ("reference-standard", "gbt-2025", False),
        ("reference-section", "gbt-2025", True),
        ("reference-law", "law", True),
    ),
    Language.EN: (
        ("reference-english", "english", True),
        ("reference-standard", "gbt-2025", False),
    ),
}
"""What the guide shows to the readers of each language: the name of the entry, the form, and whether to a section."""


def render_examples(policy: Policy, metadata: Metadata, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the examples as snippets by the name of their file; a policy without items has none."""
    item = next((section for section in policy.walk() if KINDS[section.kind].is_compared and section.blocks), None)
    if item:
        address = policy_address(metadata.id, language, item.blocks[0].anchor)
        yield ".address.md", f"`{address}`\n{{.example}}\n"
        entries = (
            f"{md.escape(say(name, language))}\n: {reference(metadata, key, item if has_place else None, language)}"
            for name, key, has_place in SHOWN[language]
        )
        yield ".references.md", "\n\n".join(entries) + "\n"


def reference(metadata: Metadata, key: str, item: Section | None, language: Language) -> str:
    """Return a reference to a policy, or to an item of it, as Markdown on a page in a language."""
    form = BY_KEY[key]
    own = form.language or language
    anchor = item.anchor if item else ""
    values = {
        "place": place_label(anchor, own) if anchor else "",
        "address": policy_address(metadata.id, own, anchor),
        "accessed": ACCESSED,
        "day": say_date(ACCESSED, Language.EN),
    }
    text = md.escape(fill(form.write(metadata, language), values))
    if own is not language:
        return md.span(text, lang=LANG_TAGS[own])
    number = md.escape(metadata.number or "")
    if own is not ORIGINAL and number:  # Chinese also among English words
        return text.replace(number, md.span(number, lang=LANG_TAGS[ORIGINAL]), 1)
    return text
