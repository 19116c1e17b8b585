"""The site → what its pages say in the margin when they are printed: of which day they are (docs/assets/paper.css)."""

from pathlib import Path

from scripts.model.languages import LANGUAGES
from scripts.model.vocabulary import Language
from scripts.write.words.dates import say_date
from scripts.write.words.strings import say

STYLE = "assets/paper.css"


def date_paper(site: Path, date: str) -> None:
    """Write the day of this state of the archive, such as 2026-11-29, into the style of paper, once for all pages."""
    path, lines = site / STYLE, []
    if not path.is_file() or not date:  # a project of other pages alone, or nobody knows the day
        return
    for language in Language:
        words = say("as-of", language, date=say_date(date, language))
        lines.append(f':root:lang({LANGUAGES[language].tag}) {{ --paper-date: "{words}"; }}\n')
    style = path.read_text(encoding="utf-8")
    path.unlink()  # a copy of its own: the former may share its bytes
    path.write_text(style + "\n" + "".join(lines), encoding="utf-8")
