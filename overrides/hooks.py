"""Cosmetics of the theme's HTML that no small template override reaches; nothing of value is made here.

1. `lang="zh-Hans"` on Chinese pages; and the page's address where paper finds it (docs/assets/paper.css).
2. Attributes that are invalid HTML (`autocomplete` on a checkbox) go, and the search dialog gets its name.
3. The search box gets our worker; the theme's own index stays empty.
4. What the pages do beyond reading, and their look, are joined from their parts: a browser asks once for each.
5. The Markdown of policies is published as it is; MkDocs would make pages of it. `llms.txt` goes to the site's root.
6. The theme's words are looked up once a language (partials/language.html asks for them here).
7. Where a link leads is looked up once a language.
8. The blanks that the templates leave before every line of the frame go: a tenth of what a phone loads for a page.
9. Garbage is not looked for among what the whole build needs.
"""

import gc
import html
import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

DEFAULT_LANGUAGE = "zh"
EXTENSION = "scripts.write.markup.extension"
SECTION_PATTERN = re.compile(
    r'<nav class="md-nav" data-md-level="\d+" aria-labelledby="(__nav_[\d_]+)_label"[^>]*>\s*'
    r'<label class="md-nav__title" for="\1">\s*<span[^>]*></span>\s*([^<]+?)\s*</label>'
)
WORKER_PATTERN = re.compile(r"assets/javascripts/workers/search\.[0-9a-f]+\.min\.js")
BLANKS_PATTERN = re.compile(r"\n\s+")
SEARCH_NAMES = {"zh": "站内检索", "en": "Search the archive"}
LANG_TAGS = {"zh": "zh-Hans"}
PARTS = (
    *("words", "places", "report", "citing", "cite", "quotations", "quote", "reference"),
    *("notes", "tables", "status", "paper", "slides", "search-box"),
)
"""The parts of assets/archive.js, below `docs/assets/javascripts/page/`; each needs the first."""
STYLES = (
    *("colours", "type", "frame", "common", "policy", "parallel", "text", "notes", "editions", "citing", "found"),
    *("pictures", "tables", "lists", "search", "training", "home", "addresses"),
)
"""The parts of assets/archive.css, below `docs/assets/look/`: the look on screen; paper.css has it on paper."""


def on_nav(nav: Any, config: Any, files: Any) -> Any:  # noqa: ARG001 - MkDocs passes it by name
    """Find a file that links lead to from memory: no file is added once the navigation stands, and none goes."""
    files.get_file_from_path = cache(files.get_file_from_path)
    gc.freeze()
    return nav


def on_page_markdown(markdown: str, page: Any, config: Any, **_: Any) -> str:
    """Keep every page out of the theme's index, and tell our extension of Markdown where the page stands."""
    page.meta["search"] = {"exclude": True}  # ours is written from the archive (scripts/write/search/files.py)
    config.mdx_configs[EXTENSION] = {"path": page.file.src_uri}
    return markdown


def on_env(env: Any, config: Any, **_: Any) -> Any:
    """Say the theme's words from memory: its own templates look each of them up anew on every page."""
    env.auto_reload = False  # no template changes while a site is built
    languages = (config.theme["language"], "en")
    templates = [env.get_template(f"partials/languages/{language}.html").module for language in languages]
    env.globals["theme_word"] = cache(lambda key: next((w for t in templates if (w := str(t.t(key)))), key))
    return env


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Return a page with its cosmetics mended; a page that is kept is empty here (kept_pages.py)."""
    if not output.strip():
        return output
    head, mark, body = mend(output, config.theme["language"]).partition("</head>")
    head = head.replace(' class="no-js"', f' data-address="{html.escape(page.canonical_url)}" class="no-js"', 1)
    return head + mark + body


def on_post_template(output_content: str, template_name: str, config: Any) -> str:
    """Return the 404 page mended."""
    return mend(output_content, config.theme["language"]) if template_name == "404.html" else output_content


def on_post_build(config: Any) -> None:
    """Write assets/archive.js and archive.css, and publish the Markdown of every policy beside its other data, and `llms.txt`."""
    join_parts(config, "assets/archive.js", [f"assets/javascripts/page/{part}.js" for part in PARTS])
    join_parts(config, "assets/archive.css", [f"assets/look/{part}.css" for part in STYLES])
    data = Path(config.docs_dir, DEFAULT_LANGUAGE, "data")
    for file in sorted(data.glob("policies/*.md")):
        shutil.copyfile(file, Path(config.site_dir, "data/policies", file.name))
    if (data / ".llms.txt").is_file():  # MkDocs leaves out what begins with a dot, and knows no other way to the root
        shutil.copyfile(data / ".llms.txt", Path(config.site_dir, "llms.txt"))


def join_parts(config: Any, target: str, parts: list[str]) -> None:
    """Write the parts of a program or a style as one file of the site."""
    words = "\n".join(Path(config.docs_dir, part).read_text(encoding="utf-8") for part in parts)
    Path(config.site_dir, target).write_text(words, encoding="utf-8")


def name_section(match: re.Match[str]) -> str:
    """Return a navigation list named by its title: the theme names it by a label that holds only an icon."""
    return match[0].replace(f'aria-labelledby="{match[1]}_label"', f'aria-label="{match[2]}"')


def mend(output: str, language: str) -> str:
    """Return a page as valid HTML with the names that screen readers need, and with our search."""
    output, count = WORKER_PATTERN.subn(f"assets/javascripts/workers/archive-search-worker.js?lang={language}", output)
    if count != 1:
        raise ValueError(f"the theme names its search worker {count} times on a page, not once; see WORKER_PATTERN")
    frame, mark, content = output.partition("<article")  # all that is mended stands before what a page says
    tag = LANG_TAGS.get(language, language)
    frame = frame.replace(f'<html lang="{language}"', f'<html lang="{tag}"', 1)
    frame = SECTION_PATTERN.sub(name_section, frame)
    frame = re.sub(r'(<input class="md-toggle"[^>]*?) autocomplete="off"', r"\1", frame)
    name = SEARCH_NAMES[language]
    dialog = 'data-md-component="search" role="dialog"'
    frame = frame.replace(dialog, f'{dialog} aria-label="{name}"')
    frame = frame.replace('class="md-search-result__meta"', 'class="md-search-result__meta" role="status"')
    text, end, rest = content.rpartition("</article>")
    return BLANKS_PATTERN.sub("\n", frame) + mark + text + end + BLANKS_PATTERN.sub("\n", rest)
