"""The head of a policy's page, put under its title: other title, what matters, status, actions; lines beside items.

All of it comes from the page's front matter (scripts/write/pages/policy/masthead.py). The words "that is over" stand
in an attribute: a script shows them, by the reader's day, for a page may be read long after it was built
(docs/assets/javascripts/page/status.js). Where the front matter has `modes`, a place is left for the ways of reading.
"""

import re
from collections.abc import Iterator
from html import escape
from typing import Any

from scripts.model.vocabulary import Language
from scripts.write.words.reports import read_reports, report_words

# <h3 id="s1-1">…</h3> with its sign, <p id="s1-1-p1"><span class="policy-label" id="s1-1">…</p>
PLACE_PATTERN = re.compile(
    r'<(?P<tag>h[2-6])\b[^>]*? id="(?P<id>[\w-]+)"[^>]*>.*?</(?P=tag)>(?:\s*<a [^>]*class="policy-address"[^>]*></a>)?'
    r'|<p\b[^>]*>(?:<span id="[^"]*"></span>)*<span class="policy-label" id="(?P<label>[\w-]+)".*?</p>',
    re.DOTALL,
)
TAG_PATTERN = re.compile(r"<[^<>]*>")
TITLE_END = "</h1>"
TEXT = '<div class="policy-text"'
FILES = ("glossary", "notes")
"""What the text names for scripts: the files with the meanings of its terms, and with its notes."""
MODES = '<nav class="reading-modes"></nav>'
"""The place for the ways of reading a policy; who fills it owns it."""


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Return a policy's page with its head."""
    head = page.meta.get("masthead")
    if not head or not html:
        return html
    title, mark, text = html.partition(TITLE_END)
    if not mark:
        raise ValueError(f"{page.file.src_uri} has no title, under which its head stands")
    report = render_report(page.canonical_url, Language(config.theme["language"]))
    lines = render(head, bool(page.meta.get("modes")), report)
    text = put_beside(text, page.meta.get("beside", {}))
    files = "".join(f'data-{key}="{escape(page.meta[key])}" ' for key in FILES if page.meta.get(key))
    return "\n".join([title + mark, *lines]) + text.replace(TEXT, TEXT.replace("class", f"{files}class"), 1)


def put_beside(text: str, lines: dict[str, str]) -> str:
    """Return a text with the lines of each item behind its heading, or behind the paragraph that its number opens."""

    def add(match: re.Match[str]) -> str:
        return match[0] + lines.get(match["id"] or match["label"], "")

    return PLACE_PATTERN.sub(add, text) if lines else text


def render(head: dict[str, Any], has_modes: bool, report: str) -> Iterator[str]:
    """Yield the lines of the head."""
    yield f'<p class="policy-other-title">{head["other"]}</p>'
    yield f'<p class="policy-line">{head["line"]}</p>'
    if has_modes:
        yield MODES
    yield from (f'<p class="policy-notice">{words}</p>' for words in head["notices"])
    if head["status"]:
        yield render_status(head["status"])
    yield render_actions(head["actions"], report)


def render_status(status: dict[str, str]) -> str:
    """Return the line on the years that a policy plans for, and on its force."""
    until, over = (escape(status.get(key, "")) for key in ("until", "over"))
    known = status.get("known", "")
    if not until:
        return f'<p class="policy-status">{known}</p>'
    planned = f'<span data-until="{until}" data-over="{over}">{status["planned"]}</span>'
    whole = TAG_PATTERN.sub("", f"{planned} {over}{known}")  # of which a script shows all once the years are over
    return f'<p class="policy-status" data-whole="{whole}"><span>{planned}{known}</span></p>'


def render_actions(words: dict[str, str], report: str) -> str:
    """Return the bar of what readers can do; what needs a script is shown by it."""
    parts = [
        f'<button type="button" class="action cite-open">{words["cite"]}</button>',
        f'<button type="button" class="action print-open">{words["print"]}</button>',
        f'<a class="action" href="edits/">{words["edits"]}</a>',
        report,
        '<details class="policy-files">'
        f'<summary class="action">{words["download"]}</summary><p>{words["files"]}</p></details>',
    ]
    return f'<div class="actions policy-actions" role="group" aria-label="{words["name"]}">{"".join(parts)}</div>'


def render_report(address: str, language: Language) -> str:
    """Return the link by which readers report a problem with the page; nothing where it leads nowhere."""
    reports = read_reports()
    if not reports.template:
        return ""
    href, template = escape(reports.link(address, language)), escape(reports.template)
    return f'<a class="action report-open" href="{href}" data-report="{template}">{report_words(language)}</a>'
