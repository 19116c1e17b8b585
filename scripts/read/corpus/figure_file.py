"""`figures_en.yml` → for each figure of a policy what it measures, in English, and the English words that state it."""

from pathlib import Path

from scripts.model.archive import FigureEnglish
from scripts.problems import Problem
from scripts.read.corpus.yaml_file import read_yaml, records


def read_figure_file(path: Path, name: str) -> tuple[tuple[FigureEnglish, ...], list[Problem]]:
    """Return the rows in the order of the file; a missing file holds none."""
    if not path.exists():
        return (), []
    file = read_yaml(path, name)
    rows = []
    for record in records(file):
        line = file.lines.get(record.place, 1)
        names = ("anchor", "quote", "name_en", "quote_en")
        rows.append(FigureEnglish(line, *(record.text(field) for field in names)))
        record.close()
    return tuple(rows), file.problems
