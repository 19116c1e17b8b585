"""The pages written by hand below `docs/` → their titles in both languages, for the search to lead to."""

import re
from pathlib import Path

from scripts.model import Bilingual

TITLE_PATTERN = re.compile(r"^# (?P<title>.+?)(?: \{#[^}]*\})?$", re.MULTILINE)
FOLDERS = ("about", "search")


def read_pages(root: Path) -> dict[str, Bilingual]:
    """Return the title of each hand-written page that stands in both languages, by its address below the root."""
    pages = {}
    for folder in FOLDERS:
        for path in sorted((root / "docs/zh" / folder).rglob("index.md")):
            address = path.parent.relative_to(root / "docs/zh").as_posix() + "/"
            other = root / "docs/en" / address / "index.md"
            titles = [TITLE_PATTERN.search(file.read_text(encoding="utf-8")) for file in (path, other) if file.exists()]
            if len(titles) == len(("zh", "en")) and all(titles):
                zh, en = (match["title"] for match in titles if match)
                pages[address] = Bilingual(zh, en)
    return pages
