"""Parts of the frame that are the same on many pages are drawn once: menu, search box, foot, scripts.

On the pages of one folder that lead to nothing in the navigation below themselves, these parts hold the same words, the
same addresses and no mark for the present page. Relied upon of Jinja: an included template is drawn by its
`root_render_func`, a block by the function that its template's `blocks` name (tests/test_same_parts.py).
"""

from collections.abc import Callable, Iterator
from typing import Any

PARTIALS = (
    "partials/site-foot.html",
    "partials/site-menu.html",
    "partials/site-name.html",
    "partials/site-search.html",
)
BLOCKS = ("loads", "scripts")
"""The same of `base.html`."""
PLACE = "same_place"
"""What the pages that share these parts are known by in a template's context."""
Draw = Callable[[Any], Iterator[str]]


def on_env(env: Any, config: Any, files: Any) -> Any:  # noqa: ARG001 - MkDocs passes them by name
    """Draw these parts from memory; each language has templates of its own."""
    for name in PARTIALS:
        template = env.get_template(name)
        template.root_render_func = drawn_once(template.root_render_func)
    base = env.get_template("base.html")
    base.blocks |= {name: drawn_once(base.blocks[name]) for name in BLOCKS}
    return env


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:  # noqa: ARG001 - MkDocs passes them by name
    """Say which pages a page shares these parts with; it shares them with none where the navigation leads below it."""
    if not any(other.url.startswith(page.url) for other in nav.pages):
        context[PLACE] = page.url.rstrip("/").rpartition("/")[0]
    return context


def drawn_once(draw: Draw) -> Draw:
    """Return a function that draws a part once for all pages of a place."""
    drawn: dict[str, str] = {}

    def draw_once(context: Any) -> Iterator[str]:
        place = context.get(PLACE)
        if place is None:
            yield from draw(context)
            return
        if place not in drawn:
            drawn[place] = "".join(draw(context))
        yield drawn[place]

    return draw_once
