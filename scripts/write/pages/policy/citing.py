"""A policy → examples of how to cite it, for the guide to include: an address, references to the policy and a section.

GB/T 7714—2025 has no rule for a section of an official document: that its number stands behind the document number is
the archive's own choice.
"""

from collections.abc import Iterator

from scripts.model.kinds import KINDS
from scripts.model.languages import ORIGINAL
from scripts.model.policy import Metadata, Policy, Section
from scripts.model.vocabulary import Language
from scripts.write.markup import markdown as md
from scripts.write.words.addresses import policy_address
from scripts.write.words.dates import say_date
from scripts.write.words.place_labels import place_label
from scripts.write.words.strings import LANG_TAGS, say

ACCESSED = "2026-11-23"
"""The day on which the example was read; readers put their own."""


def render_examples(policy: Policy, metadata: Metadata, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the examples as snippets by the name of their file; a policy without items has none."""
    item = next((section for section in policy.walk() if KINDS[section.kind].is_compared and section.blocks), None)
    if item:
        address = policy_address(metadata.id, language, item.blocks[0].anchor)
        yield ".address.md", f"`{address}`\n{{.example}}\n"
        yield ".references.md", "\n\n".join(references(metadata, item, language)) + "\n"


def references(metadata: Metadata, item: Section, language: Language) -> Iterator[str]:
    """Yield the references as entries of a definition list, in the reader's own form first."""
    chinese = standard_reference(metadata, "")
    if language is not ORIGINAL:
        yield entry(say("reference-english", language), english_reference(metadata, item))
        yield entry(say("reference-standard", language), md.span(md.escape(chinese), lang=LANG_TAGS[Language.ZH]))
        return
    yield entry(say("reference-standard", language), md.escape(chinese))
    yield entry(say("reference-section", language), md.escape(standard_reference(metadata, item.anchor)))
    yield entry(say("reference-law", language), md.escape(legal_reference(metadata, item)))


def entry(name: str, text: str) -> str:
    """Return an entry of a definition list."""
    return f"{md.escape(name)}\n: {text}"


def standard_reference(metadata: Metadata, anchor: str) -> str:
    """Return a reference by the pattern of GB/T 7714—2025, to the policy or to a section of it."""
    authors = "，".join(issuer.zh for issuer in metadata.issuers)
    parts = [metadata.title.zh, metadata.number or "", place_label(anchor, Language.ZH) if anchor else ""]
    title = "：".join(part for part in parts if part)
    address = policy_address(metadata.id, anchor=anchor)
    return f"{authors}. {title}[EB/OL]. （{metadata.date.value}）[{ACCESSED}]. {address}."


def legal_reference(metadata: Metadata, item: Section) -> str:
    """Return a footnote as Chinese lawyers write it."""
    number = f"（{metadata.number}）" if metadata.number else ""
    return f"《{metadata.title.zh}》{number}，{place_label(item.anchor, Language.ZH)}。"


def english_reference(metadata: Metadata, item: Section) -> str:
    """Return a reference as English journals write it, as Markdown."""
    authors = " and ".join(issuer.en for issuer in metadata.issuers)
    accessed = f"accessed {say_date(ACCESSED, Language.EN)}"
    place = place_label(item.anchor, Language.EN)
    address = policy_address(metadata.id, Language.EN, item.anchor)
    number = f" ({md.span(md.escape(metadata.number), lang=LANG_TAGS[Language.ZH])})" if metadata.number else ""
    work = f"{md.escape(authors)}. {metadata.date.value[:4]}. *{md.escape(metadata.title.en)}*{number}"
    return f"{work}, {md.escape(place)}. Quality Policy Archive. {md.escape(address)} ({accessed})."
