"""The table by which pages show Traditional characters, `assets/traditional.js`: made of the words of the site itself.

It is small for that reason, and is loaded by those alone who ask for it (docs/assets/javascripts/page/traditional.js).
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.model.vocabulary import Script
from scripts.read.clean.script import find_script
from scripts.text.traditional import Table, make_table
from scripts.write.words.strings import STRINGS

# 一、总体要求 with its marks, in a line of Markdown
CHINESE_PATTERN = re.compile(r"[^\x00-\x7f]*[\u3400-\u9fff][^\x00-\x7f]*")
SHORTEST = 8
"""Of so many characters a stretch says by itself in which script it was written."""


def on_post_build(config: Any) -> None:
    """Write the table."""
    root = Path(config.config_file_path).parent
    words = {words for words in read_words(Path(config.docs_dir), root) if not is_original(words)}
    text = render(make_table(words))
    Path(config.site_dir, "assets/traditional.js").write_text(text, encoding="utf-8")


def is_original(words: str) -> bool:
    """Whether words come from a text that is Traditional itself, and that no page converts."""
    return len(words) >= SHORTEST and find_script(words) is Script.HANT


def read_words(docs: Path, root: Path) -> Iterator[str]:
    """Yield every stretch of Chinese that a page may show."""
    paths = [path for folder in ("zh", "en") for path in docs.glob(f"{folder}/**/*.md")]
    paths += [*docs.glob("assets/javascripts/**/*.js"), *root.glob("overrides/**/*.html"), root / "mkdocs.yml"]
    for path in paths:
        yield from CHINESE_PATTERN.findall(path.read_text(encoding="utf-8"))
    for words in STRINGS.values():
        yield from CHINESE_PATTERN.findall(words.zh)


def render(table: Table) -> str:
    """Return a table as a program that a page can load from anywhere."""
    characters = "".join(f"{char}{form}" for char, form in table.characters.items())
    words = " ".join(f"{word}{form}" for word, form in table.words.items())
    value = json.dumps({"characters": characters, "words": words}, ensure_ascii=False, separators=(",", ":"))
    return f"archiveForms = {value}\n"
