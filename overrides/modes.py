"""The bar of the ways of reading a policy, put under the title of each page that shows its text.

It comes from the page's front matter (scripts/write/pages/policy/modes.py): links, which need no script. With one come
the switch to Traditional characters (page/traditional.js), and, where both languages stand, buttons that hide one.
"""

import re
from html import escape
from typing import Any

from mkdocs.utils import get_relative_url

from overrides.status import MODES
from scripts.model.vocabulary import Language
from scripts.write.pages.policy.modes import BAR, SIDES, SWITCH, ways
from scripts.write.words.strings import say

# the title, and under it that in the other language
TITLE_PATTERN = re.compile(r'</h1>(?:\s*<p class="policy-other-title">.*?</p>)?', re.DOTALL)


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:  # noqa: ARG001 - MkDocs passes them by name
    """Return a page with its bar, if its front matter names ways of reading."""
    modes = page.meta.get("modes")
    if not modes or not html:
        return html
    language = Language(config.theme["language"])
    found = ways(modes["policy"], language, modes["current"], is_translated="only" not in modes)
    bar = render(found, page.url, language)
    if MODES in html:
        return html.replace(MODES, bar, 1)
    match = TITLE_PATTERN.search(html)
    if not match:
        raise ValueError(f"{page.file.src_uri} has no title, under which the ways of reading it stand")
    return f"{html[: match.end()]}\n{bar}{html[match.end() :]}"


def render(modes: list[dict[str, str]], own: str, language: Language) -> str:
    """Return the bar of a page; `own` is its address below the site's root."""
    links = "".join(f'<li class="mode-{mode["key"]}">{render_link(mode, own)}</li>' for mode in modes)
    switch = (
        f'<button type="button" class="mode-script" aria-pressed="false" '
        f'title="{escape(say(SWITCH, language))}"><span lang="zh-Hant">繁體</span></button>'
    )
    is_both = any(mode.get("current") and mode["key"] == "sides" for mode in modes)
    hiding = "".join(
        f'<button type="button" class="action" data-hide="{side}" aria-pressed="false">{say(key, language)}</button>'
        for side, key in SIDES
    )
    tools = f'<div class="actions parallel-tools" id="lines">{hiding}</div>\n' if is_both else ""
    links += f'<li class="mode-switch">{switch}</li>'
    return f'<nav class="modes" aria-label="{say(BAR, language)}"><ul>{links}</ul></nav>\n{tools}'


def render_link(mode: dict[str, str], own: str) -> str:
    """Return the link to a way of reading."""
    path = re.split("[?#]", mode["path"], maxsplit=1)[0]
    href = get_relative_url(path, own) + mode["path"].removeprefix(path)
    lang = f' lang="{mode["lang"]}" hreflang="{mode["lang"]}"' if "lang" in mode else ""
    current = ' aria-current="page"' if mode.get("current") else ""
    return f'<a class="mode" href="{href}"{lang}{current}>{mode["words"]}</a>'
