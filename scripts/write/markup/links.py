"""Places of policies → their names and links, and the words around a place, for pages that look over many policies."""

from scripts.model.languages import LANGUAGES
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Language
from scripts.write.markup import markdown as md
from scripts.write.words.place_labels import place_label
from scripts.write.words.strings import LANG_TAGS, pick

CONTEXT = 24
"""So many characters of the text are shown on either side of an occurrence."""


def place_of(lookup: Lookup, policy_id: str, language: Language) -> str:
    """Return the name of a policy's place."""
    return pick(lookup.policies[policy_id].metadata.place.name, language)


def named_place(lookup: Lookup, policy_id: str, anchor: str, language: Language) -> str:
    """Return how readers call a place of a policy: 济南市：二、（三）第1段."""
    return place_of(lookup, policy_id, language) + LANGUAGES[language].colon + place_label(anchor, language)


def place_link(lookup: Lookup, policy_id: str, anchor: str, language: Language, up: str) -> str:
    """Return a link to a place of a policy; `up` leads from the page to the root of its language."""
    label = md.escape(named_place(lookup, policy_id, anchor, language))
    return md.link(label, f"{up}policies/{policy_id}/index.md#{anchor}")


def in_context(lookup: Lookup, policy_id: str, start: int, end: int) -> str:
    """Return a span with the text around it in its block, as Markdown."""
    known = lookup.policies[policy_id]
    text = known.policy.text
    block_start, block_end = known.finder.span_near(start)
    low, high = max(block_start, start - CONTEXT), min(block_end, end + CONTEXT)
    before = ("…" if low > block_start else "") + md.escape(text[low:start])
    after = md.escape(text[end:high]) + ("…" if high < block_end else "")
    return md.span(f"{before}<mark>{md.escape(text[start:end])}</mark>{after}", lang=LANG_TAGS[Language.ZH])
