"""The ways of reading a policy → what the bar on its pages leads to; their front matter says which way is their own.

`overrides/modes.py` draws the bar. Each way has a page of its own but for two, which share one: it shows both languages
side by side or line by line.
"""

from typing import NamedTuple

from scripts.model.languages import LANGUAGES
from scripts.model.vocabulary import Language
from scripts.write.words.strings import LANG_TAGS, say

BAR, SWITCH = "modes", "mode-traditional"
"""The keys of what the bar is called, and the switch to Traditional characters in it."""
SIDES = (("zh", "hide-chinese"), ("en", "hide-english"))
"""The sides of the page in both languages, each with the key of the words that hide it."""
NAMES = {Language.ZH: "中文", Language.EN: "English"}
"""What each language is called in itself."""


class Way(NamedTuple):
    """A way of reading: its key, and where below the policy's address its page stands."""

    key: str
    words: str
    """The key of what it is called."""
    below: str
    needs_english: bool = False


PAGES = (
    Way("sides", "mode-sides", "parallel/", needs_english=True),
    # without scripts the place makes the page show the rows line by line (docs/assets/look/parallel.css)
    Way("lines", "mode-lines", "parallel/?view=lines#lines", needs_english=True),
    Way("received", "mode-received", "received/"),
)
"""The pages that have both languages, in the order of the bar, behind the text in each language."""


def modes(policy_id: str, current: str, *, is_translated: bool) -> dict[str, str]:
    """Return what the front matter of a page says of the ways of reading its policy; `current` is its own."""
    return {"policy": policy_id, "current": current} | ({} if is_translated else {"only": "text"})


def ways(policy_id: str, language: Language, current: str, *, is_translated: bool) -> list[dict[str, str]]:
    """Return the ways of reading a policy, for a page whose frame is in a language; `current` is the key of its own.

    Each has its key, its words, its address below the site's root, and its language where that is not the frame's.
    """
    found = [text_way(policy_id, own, language) for own in Language]
    folder = f"{LANGUAGES[language].folder}policies/{policy_id}/"
    found += [
        {"key": way.key, "path": folder + way.below, "words": say(way.words, language)}
        for way in PAGES
        if is_translated or not way.needs_english
    ]
    return [way | ({"current": "true"} if way["key"] == current else {}) for way in found]


def text_way(policy_id: str, own: Language, language: Language) -> dict[str, str]:
    """Return the way to the text in one language."""
    way = {"key": str(own), "path": f"{LANGUAGES[own].folder}policies/{policy_id}/", "words": NAMES[own]}
    return way if own is language else way | {"lang": LANG_TAGS[own]}
