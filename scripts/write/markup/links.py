"""Places of policies → their names and links, and the words around a place, for pages that look over many policies."""

from functools import lru_cache

from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.lookup import Lookup
from scripts.model.policy import Bilingual
from scripts.model.shares import Occurrence
from scripts.model.vocabulary import Language
from scripts.write.markup import markdown as md
from scripts.write.words.place_labels import place_label
from scripts.write.words.strings import LANG_TAGS, pick


def place_of(lookup: Lookup, policy_id: str, language: Language) -> str:
    """Return the name of a policy's place."""
    return pick(lookup.policies[policy_id].metadata.place.name, language)


def named_place(lookup: Lookup, policy_id: str, anchor: str, language: Language) -> str:
    """Return how readers call a place of a policy: 济南市：二、（三）第1段."""
    return place_of(lookup, policy_id, language) + LANGUAGES[language].colon + place_label(anchor, language)


@lru_cache(maxsize=1 << 16)
def place_link(lookup: Lookup, policy_id: str, anchor: str, language: Language, up: str) -> str:
    """Return a link to a place of a policy; `up` leads from the page to the root of its language."""
    label = md.escape(named_place(lookup, policy_id, anchor, language))
    return md.link(label, f"{up}policies/{policy_id}/index.md#{anchor}")


def title_in(lookup: Lookup, policy_id: str, anchor: str, language: Language) -> tuple[str, str]:
    """Return a section's title and its language: English where the page is English and there is one; maybe nothing."""
    title = lookup.policies[policy_id].titles.get(anchor, Bilingual("", ""))
    is_translated = language is not ORIGINAL and title.en
    return (title.en, LANG_TAGS[language]) if is_translated else (title.zh, LANG_TAGS[Language.ZH])


def in_context(place: Occurrence) -> str:
    """Return a place with the words around it, as Markdown."""
    words = f"{md.escape(place.before)}<mark>{md.escape(place.words)}</mark>{md.escape(place.after)}"
    return md.span(words, lang=LANG_TAGS[Language.ZH])
