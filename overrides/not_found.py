"""A 404 page in each language, in the folder of each: the theme leaves only the last one built.

This stands last of the hooks, for what it writes to another folder is not touched any more.
"""

from pathlib import Path
from typing import Any

from scripts.model.languages import LANGUAGES
from scripts.model.vocabulary import Language

NAME = "404.html"


def on_post_template(output_content: str, template_name: str, config: Any) -> str:
    """Return the page for the root of the site; that of a language with a folder of its own is written there."""
    folder = LANGUAGES[Language(config.theme["language"])].folder
    if template_name != NAME or not folder:
        return output_content
    path = Path(config.site_dir, folder, NAME)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(output_content, encoding="utf-8")
    return ""
