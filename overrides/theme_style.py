"""The theme's style → the part of it that we take: how plain text, lists, tables and code look, and the colours.

The theme's frame, its boxes and its programs are not ours, and a phone need not load what they look like: a rule stays
where each of its selectors' classes and attributes is one of `CLASSES` and `ATTRIBUTES`. What is left is named by its
fingerprint, for it changes only with the theme.
"""

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

FOLDER = "templates/assets/stylesheets"
NAMES = ("main", "palette")
CLASSES = frozenset({"md-typeset", "highlight"})
ATTRIBUTES = frozenset({"dir=ltr", "dir=rtl", "data-md-color-scheme=default", "data-md-color-scheme=slate", "hidden"})
TAGS_LEFT_OUT = frozenset({"details", "summary", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Elements whose look is ours alone (docs/assets/look/)."""
CLASS_PATTERN = re.compile(r"\.([\w-]+)")
ATTRIBUTE_PATTERN = re.compile(r"\[([^]]*)\]")
TAG_PATTERN = re.compile(r"(?<![\w.#:\[-])[a-z][a-z0-9]*")
# commas between selectors, not those within :is(…)
COMMA_PATTERN = re.compile(r",(?![^()]*\))")
GROUPS = ("@media", "@supports")


def on_env(env: Any, config: Any, files: Any) -> Any:  # noqa: ARG001 - MkDocs passes them by name
    """Tell the frame where the style is."""
    env.globals["theme_style"] = name_of(theme_style())
    return env


def on_post_build(config: Any) -> None:
    """Write it."""
    style = theme_style()
    Path(config.site_dir, name_of(style)).write_text(style, encoding="utf-8")


def name_of(style: str) -> str:
    """Return the path of a style below the site's root."""
    return f"assets/theme.{hashlib.sha256(style.encode('utf-8')).hexdigest()[:8]}.min.css"


@cache
def theme_style() -> str:
    """Return what we take of the theme's style; ValueError where it is not as it was when this was written."""
    folder = files("material").joinpath(FOLDER)
    parts = sorted(path.name for path in folder.iterdir() if path.name.endswith(".css"))
    found = [name for stem in NAMES for name in parts if name.startswith(f"{stem}.")]
    if len(found) != len(NAMES):
        raise ValueError(f"the theme has the styles {parts}, not one of each of {NAMES}")
    return "".join(shorten(folder.joinpath(name).read_text(encoding="utf-8")) for name in found)


def shorten(style: str) -> str:
    """Return a style without the rules that are for other things than text.

    >>> shorten("a{color:red}.md-nav a,.md-typeset a{b:c}@media print{.md-nav{d:e}}.md-typeset h2{f:g}")
    'a{color:red}.md-typeset a{b:c}'
    """
    kept = []
    for head, body in rules(style):
        if head.startswith(GROUPS):
            inner = shorten(body)
            kept.append(f"{head}{{{inner}}}" if inner else "")
        elif not head.startswith("@"):
            selectors = ",".join(selector for selector in COMMA_PATTERN.split(head) if is_of_text(selector))
            kept.append(f"{selectors}{{{body}}}" if selectors else "")
    return "".join(kept)


def rules(style: str) -> Iterator[tuple[str, str]]:
    """Yield the head and the body of each rule, of a group of rules too; what has no body (`@charset`) is left out."""
    place = 0
    while (start := style.find("{", place)) > 0:
        depth, end = 1, start
        while depth:
            end += 1
            depth += {"{": 1, "}": -1}.get(style[end], 0)
        yield style[place:start].rpartition(";")[2], style[start + 1 : end]
        place = end + 1


def is_of_text(selector: str) -> bool:
    """Whether a selector is about text or colours alone."""
    attributes = {value.replace('"', "") for value in ATTRIBUTE_PATTERN.findall(selector)}
    bare = ATTRIBUTE_PATTERN.sub("", selector)
    tags = set(TAG_PATTERN.findall(bare))
    return set(CLASS_PATTERN.findall(bare)) <= CLASSES and attributes <= ATTRIBUTES and not tags & TAGS_LEFT_OUT
