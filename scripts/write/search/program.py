"""The parts of the search's program → the scripts that a browser loads, each as one text."""

from pathlib import Path

from scripts.write.disk.bare import bare_program

ENGINE = (
    *("lists", "text", "inflection", "data", "numbers", "postings", "rows"),
    *("units", "tallies", "pairs", "meetings", "rank", "terms", "addresses", "words"),
    *("packed", "sections", "marks"),
    *("asked", "search"),
    *("box", "results"),  # what the box of every page and the search page show
)
"""The parts of the search's program, below `docs/assets/javascripts/search/`; each needs those before it."""

ASKING = ("typed-filters", "questions", "pinyin", "shapes", "mistakes", "suggestions")
"""Those that few queries need: with filters among the words, whole questions, and what finds nothing."""
SERVER = ("server", "server-rank", "server-parts", "server-results")
"""Those that put a query to a search server, where the site's configuration names one."""
PROGRAMS = {"search": ENGINE, "asking": ASKING, "server": SERVER}


def read_engine(root: Path) -> dict[str, str]:
    """Return the search's programs, each as one text that loads in one request: `search`, `asking` and `server`.

    They are empty where the project has no `docs/`. Comments and indents stay out, as nobody reads them there.
    """
    folder = root / "docs/assets/javascripts/search"
    return {name: "".join(read_script(folder / f"{part}.js") for part in parts) for name, parts in PROGRAMS.items()}


def read_script(file: Path) -> str:
    """Return a script without what only people read; nothing where it is not there."""
    return bare_program(file.read_text(encoding="utf-8")) if file.exists() else ""
