"""The line on the years that a policy plans for, and on its force, put above the facts at the top of its page.

It comes from the page's front matter. The words for "that is over" stand in an attribute: a script shows them, by the
reader's day, for a page may be read long after it was built (docs/assets/javascripts/page/status.js).
"""

from html import escape
from typing import Any

FACTS = '<dl class="policy-facts"'


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:  # noqa: ARG001 - MkDocs passes them by name
    """Return a policy's page with its status."""
    status = page.meta.get("status")
    if not status or not html:
        return html
    before, mark, after = html.partition(FACTS)
    if not mark:
        raise ValueError(f"{page.file.src_uri} has no {FACTS}>, above which its status stands")
    return f"{before}{render(status)}\n{mark}{after}"


def render(status: dict[str, str]) -> str:
    """Return the line."""
    until, over = (escape(status.get(key, "")) for key in ("until", "over"))
    planned = f'<span data-until="{until}" data-over="{over}">{status["planned"]}</span>' if until else ""
    return f'<p class="policy-status">{planned}{status.get("known", "")}</p>'
