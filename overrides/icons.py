"""The icons of the frame are drawn by the style sheet: written out, they are a fifth of what each page costs a reader.

An `<svg>` stays in the place of each, empty, so that the theme gives it its size; `assets/archive.css` has its shape.
Icons that are not named here stay as the theme writes them.
"""

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

NAMES = (
    "arrow-left",
    "arrow-up",
    "brightness-auto",
    "close",
    "magnify",
    "menu",
    "translate",
    "weather-night",
    "weather-sunny",
)
"""Of Material Design's icons, as the theme brings them."""
STYLE = "assets/archive.css"
SHARED = """
[class^="icon-"] {
  -webkit-mask: var(--icon) center / contain no-repeat;
  mask: var(--icon) center / contain no-repeat;
  background: currentcolor;
}
@media (forced-colors: active) {
  [class^="icon-"] {
    background: CanvasText;
    forced-color-adjust: none;
  }
}
"""


@cache
def read_icons(folders: tuple[Path, ...]) -> dict[str, str]:
    """Return the markup of each icon, with its name; `folders` are those of the theme."""
    paths = {name: Path(".icons/material", f"{name}.svg") for name in NAMES}
    found = {
        name: next(file for folder in folders if (file := folder / path).is_file()) for name, path in paths.items()
    }
    return {path.read_text(encoding="utf-8").strip(): name for name, path in found.items()}


def icons_of(config: Any) -> dict[str, str]:
    """Return the icons of the theme that a site is built with."""
    return read_icons(tuple(Path(folder) for folder in config.theme.dirs))


def shrink(output: str, config: Any) -> str:
    """Return a page or template whose icons are named."""
    for icon, name in icons_of(config).items():
        output = output.replace(icon, f'<svg class="icon-{name}"></svg>')
    return output


def on_post_page(output: str, page: Any, config: Any) -> str:  # noqa: ARG001 - MkDocs passes it by name
    """Return a page whose icons are named."""
    return shrink(output, config)


def on_post_template(output_content: str, template_name: str, config: Any) -> str:
    """Return the 404 page with its icons named."""
    return shrink(output_content, config) if template_name == "404.html" else output_content


def on_post_build(config: Any) -> None:
    """Write the shapes behind the archive's style."""
    rules = [
        f'.icon-{name} {{ --icon: url("data:image/svg+xml,{quote(icon)}"); }}\n'
        for icon, name in icons_of(config).items()
    ]
    path = Path(config.site_dir, STYLE)  # hooks.py has joined its parts
    path.write_text(path.read_text(encoding="utf-8") + SHARED + "".join(rules), encoding="utf-8")
