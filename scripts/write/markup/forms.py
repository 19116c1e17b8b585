"""The forms of our Markdown that those who write it and those who read it share: names of fences, flags in braces.

Flags say in few characters what an element bears: `{zh}`, `{#t1 .number}`, `{row}`, `{=97}`.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from scripts.model.languages import LANGUAGES
from scripts.write.words.strings import LANG_TAGS

SHORT_TAGS = {tag: str(language) for language, tag in LANG_TAGS.items()}
SHORT_CLASSES = {
    "other": "policy-other-title",
    "meaning": "term-meaning",
    "state": "policy-condition",
    "notice": "policy-notice",
    "both": "policy-parallel",
    "place": "card-place",
    "title": "card-title",
    "line": "card-line",
    "reading": "policy-reading",
    "changes": "policy-changes",
    "sums": "policy-sums",
}
"""What classes are called in Markdown, where that is not what the style sheet calls them."""
LONG_NAMES = {long: short for short, long in SHORT_CLASSES.items()}
NUMBER_PATTERN = re.compile(r"\d[\d,]*(?:\.\d+)?")
# .number  #t1  ="a b"  =97  data-topic="x"  row
FLAG_PATTERN = re.compile(
    r'\.(?P<cls>[\w-]+)|#(?P<id>[\w-]+)|=(?:"(?P<quoted>[^"]*)"|(?P<value>[^\s"]*))'
    r'|(?P<name>[\w-]+)=(?:"(?P<text>[^"]*)"|(?P<word>[^\s"]+))|(?P<whole>zh|en)\*|(?P<flag>[\w-]+)'
)
# the end of a cell, a row or a figure: `97% {=97}`, `| {data-topic=food}`
FLAGS_PATTERN = re.compile(r"(?:^| )\{(?P<flags>[^{}]*)\}$")
ABOVE = "above"
COLONS = {str(language): writing.colon for language, writing in LANGUAGES.items()}
"""A table is called after the heading above it, or after title and heading with one of these between."""
MERGED = "^^"
"""What stands in a cell that the one above it reaches into."""
MERGED_LEFT = "<<"
"""What stands in a cell that the one to its left reaches into."""
MORE_HEAD = "head"
"""The flag of a row that belongs to the head, below the first."""
PLAIN_PATTERN = re.compile(r"[\w.-]+")


@dataclass(frozen=True, slots=True)
class Fence:
    """What a fence becomes; any other name is that of its element."""

    tag: str
    classes: str
    has_language: bool = False


FENCES = {
    "text": Fence("div", "policy-text", True),
    "preamble": Fence("div", "policy-preamble"),
    "closing": Fence("div", "policy-closing"),
    "box": Fence("aside", "policy-box"),
    "former": Fence("details", "former-words"),
    "parallel": Fence("div", "parallel"),
    "cards": Fence("ul", "cards"),
    "whole": Fence("details", "fold whole"),
}
SUMMARIES = {"former": "former-words", "whole": "whole-paragraph"}
"""What the line says that opens a fence, by the key of its words."""
TAGS = ("div", "ul", "li", "aside", "details", "section", "summary")


def write_flags(values: Mapping[str, str]) -> str:
    """Return attributes as flags, without braces; those without a value are left out.

    >>> write_flags({"id": "t1", "classes": "policy-table", "lang": "zh-Hans", "data_topic": "food"})
    '#t1 .policy-table zh data-topic=food'
    """
    return join_flags(tuple(values.items())) if values else ""  # as of most cells


@lru_cache(maxsize=1 << 16)
def join_flags(values: tuple[tuple[str, str], ...]) -> str:
    """Return attributes as flags."""
    return " ".join(flag for name, value in values if value for flag in flags_of(name, value))


def flags_of(name: str, value: str) -> Iterator[str]:
    """Yield one attribute's flags."""
    if name == "id":
        yield f"#{value}"
    elif name == "classes":
        yield from (f".{LONG_NAMES.get(word, word)}" for word in value.split())
    elif name == "lang" and value in SHORT_TAGS:
        yield SHORT_TAGS[value]
    elif name == "data_value":
        yield f"={quoted(value)}"
    else:
        yield f"{name.replace('_', '-')}={quoted(value)}"


def quoted(value: str) -> str:
    """Return a value, in quotation marks where it is more than a word."""
    if PLAIN_PATTERN.fullmatch(value):
        return value
    return '"' + html.escape(value).replace("{", "&#123;").replace("}", "&#125;").replace("|", "&#124;") + '"'


def read_flags(text: str) -> dict[str, str]:
    """Return the attributes that flags name; a flag of no known meaning stands by its own name, without a value.

    >>> read_flags('#t1 .number zh row ="a b"')
    {'id': 't1', 'class': 'number', 'lang': 'zh-Hans', 'row': '', 'data-value': 'a b'}
    """
    values: dict[str, str] = {}
    for match in FLAG_PATTERN.finditer(text):
        if name := match["cls"]:
            values["class"] = f"{values.get('class', '')} {SHORT_CLASSES.get(name, name)}".strip()
        elif match["id"]:
            values["id"] = match["id"]
        elif match["name"]:
            values[match["name"]] = html.unescape(match["text"] or match["word"] or "")
        elif match["whole"]:
            values["all"] = match["whole"]
        elif match["flag"]:
            tag = {str(language): tag for language, tag in LANG_TAGS.items()}.get(match["flag"])
            values |= {"lang": tag} if tag else {match["flag"]: ""}
        else:
            values["data-value"] = html.unescape(match["quoted"] or match["value"] or "")
    return values


def number_in(words: str) -> str:
    """Return the first number in a cell, by which its column is sorted; 0 where it has none.

    >>> number_in("1,200 mu"), number_in("—")
    ('1200', '0')
    """
    match = NUMBER_PATTERN.search(words)
    return match[0].replace(",", "") if match else "0"


def split_flags(text: str) -> tuple[str, dict[str, str] | None]:
    """Return a cell's words and its flags; None where it has no braces."""
    match = FLAGS_PATTERN.search(text)
    return (text[: match.start()], read_flags(match["flags"])) if match else (text, None)
