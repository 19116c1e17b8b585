"""Every page says in its head which scripts and files belong to it (scripts/carry/content_security.py).

This stands behind all hooks that change a page, for a fingerprint holds for the finished words.
"""

from typing import Any

from scripts.carry.content_security import secure


def on_post_page(output: str, page: Any, config: Any) -> str:  # noqa: ARG001 - MkDocs passes them by name
    """Return a page with its policy; a page that is kept is empty here (kept_pages.py)."""
    return secure(output) if output.strip() else output


def on_post_template(output_content: str, template_name: str, config: Any) -> str:  # noqa: ARG001 - likewise
    """Return the 404 page with its policy."""
    return secure(output_content) if template_name == "404.html" else output_content
