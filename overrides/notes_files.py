"""The notes of each policy that has a page of them → a script that shows them in the text and brings them onto paper.

It is made of the finished pages, whether they were rendered or kept from the former site. Their links lead from there
to the text; from the text, which runs the script, they lead to places of its own.
"""

import json
import re
from pathlib import Path
from typing import Any

from scripts.model.languages import LANGUAGES
from scripts.model.vocabulary import Language

# <p class="policy-note" id="note-s2-1-p1-1">…</p>
NOTE_PATTERN = re.compile(r'<p class="policy-note" id="(?P<id>[\w-]+)">(?P<words>.*?)</p>', re.DOTALL)
CALL = "ArchiveGlossary.putNotes("
TO_TEXT = 'href="../#'


def on_post_build(config: Any) -> None:
    """Write the script of every such page of this language."""
    language = Language(config.theme["language"])
    for page in sorted(Path(config.site_dir).glob(f"{LANGUAGES[language].folder}policies/*/notes/index.html")):
        found = NOTE_PATTERN.finditer(page.read_text(encoding="utf-8"))
        notes = {match["id"]: match["words"].replace(TO_TEXT, 'href="#').strip() for match in found}
        target = Path(config.site_dir, f"data/notes/{page.parts[-3]}.{language}.js")
        target.parent.mkdir(parents=True, exist_ok=True)
        words = json.dumps(notes, ensure_ascii=False, separators=(",", ":")).replace("\u2028", "\\u2028")
        target.write_text(f"{CALL}{words})\n", encoding="utf-8")
