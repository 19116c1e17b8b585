"""What no template reaches: files that are joined from their parts, and a build no slower than it must be.

1. What the pages do, and their look, are joined from their parts, so that a browser asks once for each; what only
   people read of programs and styles stays out.
2. Of the theme we take the style of text (theme_style.py); its programs and pictures are not published.
3. The Markdown of policies is published as it is; MkDocs would make pages of it. `llms.txt` goes to the site's root.
4. Where a link leads is looked up once a language.
5. The blanks that the templates leave before every line of the frame go: a part of what a phone loads for a page.
6. Garbage is not looked for among what the whole build needs.
"""

import gc
import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

from scripts.write.disk.bare import BARE

DEFAULT_LANGUAGE = "zh"
EXTENSION = "scripts.write.markup.extension"
BLANKS_PATTERN = re.compile(r"\n\s+")
# assets/javascripts/bundle.a5f9d56c.min.js, assets/stylesheets/main.57a0d79d.min.css
LEFT_OUT_PATTERN = re.compile(
    r"assets/(?:javascripts/(?:bundle|lunr|workers/search)\b.*|images/.*|stylesheets/.*|.*\.map)"
)
"""Files of the theme that no page asks for."""
HEAD_PARTS = ("appearance", "script", "asked")
"""The parts of assets/head.js, which stands before anything that is drawn."""
PARTS = (
    *("words", "modes", "forms", "traditional", "columns", "received"),
    *("places", "beside", "report", "citing", "signs", "cite", "quotations", "quote", "reference"),
    *("frame", "contents", "glossary", "notes", "tables", "lists", "meanings", "matrix", "picture-sheet", "pictures"),
    *("status", "print", "files", "paper", "slides", "search-answers", "search-box", "recent-queries"),
    "found-words",
)
"""The parts of assets/archive.js, below `docs/assets/javascripts/page/`; each needs the first."""
STYLES = (
    *("colours", "headings", "type", "frame", "contents", "common", "policy", "parallel", "text", "notes", "editions"),
    *("citing", "found", "pictures", "topics", "tables", "matrix", "lists", "search", "training", "home", "addresses"),
)
"""The parts of assets/archive.css, below `docs/assets/look/`: the look on screen; paper.css has it on paper."""


def on_files(files: Any, config: Any) -> Any:  # noqa: ARG001 - MkDocs passes it by name
    """Leave out what we do not take of the theme."""
    for file in [file for file in files if LEFT_OUT_PATTERN.fullmatch(file.src_uri)]:
        files.remove(file)
    return files


def on_nav(nav: Any, config: Any, files: Any) -> Any:  # noqa: ARG001 - MkDocs passes it by name
    """Find a file that links lead to from memory: no file is added once the navigation stands, and none goes."""
    files.get_file_from_path = cache(files.get_file_from_path)
    gc.freeze()
    return nav


def on_page_markdown(markdown: str, page: Any, config: Any, **_: Any) -> str:
    """Tell our extension of Markdown where the page stands."""
    config.mdx_configs[EXTENSION] = {"path": page.file.src_uri}
    return markdown


def on_post_page(output: str, page: Any, config: Any) -> str:  # noqa: ARG001 - MkDocs passes them by name
    """Return a page without the blanks of its frame; a page that is kept is empty here (kept_pages.py)."""
    return mend(output)


def on_post_template(output_content: str, template_name: str, config: Any) -> str:  # noqa: ARG001 - likewise
    """Return the 404 page likewise."""
    return mend(output_content) if template_name == "404.html" else output_content


def on_post_build(config: Any) -> None:
    """Write the files that are joined, the Markdown of every policy beside its other data, and `llms.txt`."""
    join_parts(config, "assets/head.js", [f"assets/javascripts/page/{part}.js" for part in HEAD_PARTS])
    join_parts(config, "assets/archive.js", [f"assets/javascripts/page/{part}.js" for part in PARTS])
    join_parts(config, "assets/archive.css", [f"assets/look/{part}.css" for part in STYLES])
    for own in own_files(config):
        join_parts(config, own, [own])
    data = Path(config.docs_dir, DEFAULT_LANGUAGE, "data")
    for file in sorted(data.glob("policies/*.md")):
        shutil.copyfile(file, Path(config.site_dir, "data/policies", file.name))
    if (data / ".llms.txt").is_file():  # MkDocs leaves out what begins with a dot, and knows no other way to the root
        shutil.copyfile(data / ".llms.txt", Path(config.site_dir, "llms.txt"))


def own_files(config: Any) -> list[str]:
    """Return the programs and styles of ours that are published each by itself."""
    docs, site = Path(config.docs_dir), Path(config.site_dir)
    files = [file.relative_to(docs) for file in docs.glob("assets/**/*") if file.suffix in BARE]
    return [file.as_posix() for file in sorted(files) if (site / file).is_file()]


def join_parts(config: Any, target: str, parts: list[str]) -> None:
    """Write the parts of a program or a style as one file of the site, without what only people read."""
    words = "\n".join(Path(config.docs_dir, part).read_text(encoding="utf-8") for part in parts)
    file = Path(config.site_dir, target)
    file.write_text(BARE[file.suffix](words), encoding="utf-8")


def mend(output: str) -> str:
    """Return a page without the blanks that templates leave; those of its text are meant."""
    frame, mark, content = output.partition("<article")
    text, end, rest = content.rpartition("</article>")
    return BLANKS_PATTERN.sub("\n", frame).lstrip() + mark + text + end + BLANKS_PATTERN.sub("\n", rest)
