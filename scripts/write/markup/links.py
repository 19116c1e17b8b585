"""Places of policies → their names and links, and the words around a place, for pages that look over many policies."""

import re
from functools import lru_cache

from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.lookup import Lookup
from scripts.model.policy import Bilingual
from scripts.model.shares import Occurrence
from scripts.model.vocabulary import Language
from scripts.write.markup import markdown as md
from scripts.write.words.place_labels import place_label
from scripts.write.words.strings import LANG_TAGS, pick

NO_BREAK = "\u00a0"
CONTEXT = 120
"""So many characters of an English sentence are shown on either side of a name."""


def place_of(lookup: Lookup, policy_id: str, language: Language) -> str:
    """Return the name of a policy's place."""
    return pick(lookup.policies[policy_id].metadata.place.name, language)


def named_place(lookup: Lookup, policy_id: str, anchor: str, language: Language) -> str:
    """Return how readers call a place of a policy, 济南市：二（三）第1段, so that no line ends within its number."""
    number = place_label(anchor, language).replace(" ", NO_BREAK)
    return place_of(lookup, policy_id, language) + LANGUAGES[language].colon + number


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


def in_context(place: Occurrence, language: Language, names: tuple[str, ...] = ()) -> str:
    """Return a place with the words around it, as Markdown.

    On pages of the translation what that says stands first, with names marked, and the Chinese below it as evidence.
    """
    words = f"{md.escape(place.before)}<mark>{md.escape(place.words)}</mark>{md.escape(place.after)}"
    tag = LANG_TAGS[Language.ZH]
    if language is ORIGINAL or not place.english:
        return md.span(words, lang=tag)
    pattern = name_pattern(names)
    return f"{mark_found(cut_around(place.english, pattern), pattern)} {md.span(words, classes='held', lang=tag)}"


def cut_around(text: str, pattern: re.Pattern[str]) -> str:
    """Return an English sentence from some words before what a pattern finds to some behind it; else the whole.

    >>> len(cut_around("One " * 99 + "award" + " two" * 99, re.compile("award")))
    247
    """
    found = list(pattern.finditer(text))
    if not found:
        return text
    low = text.rfind(" ", 0, max(0, found[0].start() - CONTEXT)) + 1
    high = text.find(" ", found[-1].end() + CONTEXT)
    high = len(text) if high < 0 else high
    return ("…" if low else "") + text[low:high] + ("…" if high < len(text) else "")


def mark_found(text: str, pattern: re.Pattern[str]) -> str:
    """Return a text as Markdown, with what a pattern finds in it marked."""
    pieces, end = [], 0
    for match in pattern.finditer(text):
        pieces += [md.escape(text[end : match.start()]), f"<mark>{md.escape(match[0])}</mark>"]
        end = match.end()
    return "".join([*pieces, md.escape(text[end:])])


@lru_cache(maxsize=1 << 10)
def name_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds names as whole words, of two that begin alike the longer."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?!\w)", re.IGNORECASE)
