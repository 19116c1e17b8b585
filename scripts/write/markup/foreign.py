"""Words of the other language in a rendered page say so: Chinese among English words, English among Chinese.

And English that is a draft says what that means.
"""

import re
from xml.etree.ElementTree import Element

from scripts.model.vocabulary import Language
from scripts.text.characters import CHINESE_PATTERN
from scripts.write.words.strings import LANG_TAGS, SCRIPT_TAGS, say

# brand management system, Safety Month; not GB/T 19001, not JSON
ENGLISH_PATTERN = re.compile(r"([A-Za-z][A-Za-z'’-]*(?:,? [A-Za-z][A-Za-z'’-]*)+)")
FOREIGN = {
    LANG_TAGS[Language.EN]: (CHINESE_PATTERN, LANG_TAGS[Language.ZH]),
    **dict.fromkeys(SCRIPT_TAGS.values(), (ENGLISH_PATTERN, LANG_TAGS[Language.EN])),
}
"""By the language of an element: which words in it are foreign, and in what language they are."""
UNSPOKEN = ("code", "pre", "kbd", "svg")
"""Elements whose words belong to no language."""


def tag_foreign(element: Element, lang: str) -> None:
    """Put the foreign words in an element of a language into elements that say their own."""
    pattern, other = FOREIGN.get(lang, (None, ""))
    for child in list(element):
        if child.tag not in UNSPOKEN:
            tag_foreign(child, child.get("lang", lang))
        if pattern and child.tail and pattern.search(child.tail):
            pieces = pattern.split(child.tail)
            child.tail = pieces[0]
            insert(element, list(element).index(child) + 1, pieces, other)
    if pattern and element.text and pattern.search(element.text):
        pieces = pattern.split(element.text)
        element.text = type(element.text)(pieces[0])
        insert(element, 0, pieces, other)


def speak(words: str, lang: str) -> str:
    """Return words in a language as HTML in which the foreign ones say their own.

    >>> speak("the “at most one visit” (最多跑一次) reform", "en")
    'the “at most one visit” (<span lang="zh-Hans">最多跑一次</span>) reform'
    """
    pattern, other = FOREIGN[lang]
    return pattern.sub(rf'<span lang="{other}">\1</span>', words)


def insert(parent: Element, index: int, pieces: list[str], lang: str) -> None:
    """Insert the foreign words among pieces, each with the piece behind it."""
    for offset, (words, tail) in enumerate(zip(pieces[1::2], pieces[2::2], strict=True)):
        span = Element("span", {"lang": lang})
        span.text, span.tail = words, tail
        parent.insert(index + offset, span)


def explain_drafts(root: Element, language: Language) -> None:
    """Let the mark of English that is a draft say what it means."""
    for mark in root.iter("span"):
        if mark.get("class") == "policy-draft":
            mark.set("title", say("draft-title", language))
