"""Pages that did not change since the former build are taken from it (scripts/site/kept_pages.py says which these are).

Such a page is neither read, rendered nor put into its template. Its anchors are read from the former HTML when another
page links to one of them, so that links are checked as ever. Where a page that did change has lost an anchor, a page
that is kept might link to it; then the build ends with `LOST`, and all pages have to be rendered.
"""

import functools
import json
import os
import re
import sys
from pathlib import Path
from typing import Any

PLAN_VARIABLE = "KEPT_PAGES"
"""Names the file with the plan in the environment; without it, every page is rendered."""
KEPT_TEMPLATE = "kept.html"
LOST = 75
"""The exit code that says so."""
ID_PATTERN = re.compile(r"""<[^<>]*?\sid=["']?([^"'\s>]+)""")
ARTICLE_PATTERN = re.compile(r"<article.*</article>", re.DOTALL)


@functools.cache
def read_plan() -> tuple[Path, frozenset[str]]:
    """Return the folder of the former site, and the pages to keep by their path below `docs/`."""
    path = os.environ.get(PLAN_VARIABLE)
    if not path:
        return Path(), frozenset()
    plan = json.loads(Path(path).read_text(encoding="utf-8"))
    return Path(plan["former"]), frozenset(plan["pages"])


@functools.cache
def read_ids(file: Path) -> frozenset[str]:
    """Return the anchors of a finished page's text."""
    article = ARTICLE_PATTERN.search(file.read_text(encoding="utf-8")) if file.exists() else None
    return frozenset(ID_PATTERN.findall(article[0])) if article else frozenset()


@functools.cache
def kept_class(page_class: type[Any]) -> type[Any]:
    """Return the class of a page that is kept, which does nothing where others are read and rendered."""

    class KeptPage(page_class):  # type: ignore[misc]
        """A page whose HTML is taken from the former site."""

        def read_source(self, config: Any) -> None:
            """Read what the navigation of other pages shows of it, and let its own template write nothing."""
            self.markdown, self.meta = "", {}
            if not self.file.inclusion.is_not_in_nav():
                super().read_source(config)
            self.meta = {**self.meta, "template": KEPT_TEMPLATE}

        def render(self, config: Any, files: Any) -> None:  # noqa: ARG002 - MkDocs passes them
            """Render nothing."""
            self.content = ""

        @property
        def present_anchor_ids(self) -> frozenset[str]:
            """The anchors of the finished page."""
            return read_ids(former_file(self))

    return KeptPage


def former_file(page: Any) -> Path:
    """Return where the former site has a page."""
    return read_plan()[0] / page.file.dest_uri


def source_of(page: Any, config: Any) -> str:
    """Return a page's path below `docs/`."""
    return Path(page.file.abs_src_path).relative_to(config.docs_dir).as_posix()


def on_pre_page(page: Any, config: Any, files: Any) -> Any:  # noqa: ARG001 - MkDocs passes them
    """Take a page from the former site where it is planned so."""
    _, kept = read_plan()
    if source_of(page, config) in kept and former_file(page).exists():
        page.__class__ = kept_class(type(page))
        target = Path(config.site_dir, page.file.dest_uri)
        target.parent.mkdir(parents=True, exist_ok=True)
        os.link(former_file(page), target)
    return page


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:  # noqa: ARG001 - MkDocs passes them
    """End the build where a page that changed has lost an anchor, to which a page that is kept may lead."""
    _, kept = read_plan()
    is_kept = page.meta.get("template") == KEPT_TEMPLATE
    if kept and not is_kept and not read_ids(former_file(page)) <= set(page.present_anchor_ids):
        sys.exit(LOST)
    return html
