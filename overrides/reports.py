"""The link at the end of every page by which readers report a problem with it, where the environment says to whom.

It works without scripts and names the page; `docs/assets/javascripts/page/report.js` adds place and words to it.
"""

from html import escape
from typing import Any

from scripts.model.vocabulary import Language
from scripts.write.words.reports import read_reports, report_words

MARK = '<div class="foot-rights">'


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Return a page with the link; a page that is kept is empty here (kept_pages.py)."""
    return offer(output, page.canonical_url, Language(config.theme["language"])) if output.strip() else output


def on_post_template(output_content: str, template_name: str, config: Any) -> str:
    """Return the 404 page with the link; only the script knows which address was asked for."""
    is_page = template_name == "404.html"
    return offer(output_content, config.site_url, Language(config.theme["language"])) if is_page else output_content


def offer(output: str, address: str, language: Language) -> str:
    """Return a page with the link before what is said of rights."""
    reports = read_reports()
    if not reports.template:
        return output
    before, mark, after = output.rpartition(MARK)
    if not mark:
        raise ValueError(f"the frame has no {MARK}, before which problems are reported")
    href, template = escape(reports.link(address, language)), escape(reports.template)
    link = f'<a href="{href}" data-report="{template}">{report_words(language)}</a>'
    return f'{before}<p class="archive-report">{link}</p>{mark}{after}'
