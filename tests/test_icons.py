"""The icons of the frame: named on every page, their shapes in the style sheet, once."""

import re
from pathlib import Path
from urllib.parse import unquote

from overrides import icons


def test_pages_name_their_icons_and_the_style_has_the_shape_of_each(site: Path) -> None:
    style = (site / "assets/archive.css").read_text(encoding="utf-8")
    shapes = dict(re.findall(r'\.icon-([\w-]+) \{ --icon: url\("data:image/svg\+xml,([^"]*)"\); \}', style))
    assert sorted(shapes) == sorted(icons.NAMES)
    assert all(unquote(shape).startswith("<svg") for shape in shapes.values())
    assert all(style.count(f".icon-{name} {{") == 1 for name in shapes)
    named: set[str] = set()
    for path in ("index.html", "en/terms/index.html", "policies/jinan-2018/index.html", "404.html", "en/404.html"):
        frame, _, _ = (site / path).read_text(encoding="utf-8").partition("<article")
        names = re.findall(r'<svg class="icon-([\w-]+)"></svg>', frame)
        assert frame.count("<svg") == len(names), path
        named |= set(names)
    assert named <= set(shapes)
    assert {"menu", "magnify", "translate", "weather-night"} <= named
