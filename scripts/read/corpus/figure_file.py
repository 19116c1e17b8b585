"""`figures_en.yml` → for each figure of a policy what it measures, in English, and the English words that state it."""

from pathlib import Path

from scripts.model.archive import FigureEnglish
from scripts.problems import Problem
from scripts.read.corpus.record import records
from scripts.read.corpus.values import english_name_fault, quoted_english_fault
from scripts.read.corpus.yaml_file import read_yaml


def read_figure_file(path: Path, name: str) -> tuple[tuple[FigureEnglish, ...], list[Problem]]:
    """Return the rows in the order of the file; a missing file holds none."""
    file = read_yaml(path, name, required=False)
    rows = []
    for record in records(file):
        line = file.lines.get(record.place, 1)
        anchor, quote = record.anchor("anchor"), record.text("quote")
        name_en = record.fitting("name_en", english_name_fault, required=True) or ""
        quote_en = record.fitting("quote_en", quoted_english_fault, required=True) or ""
        rows.append(FigureEnglish(line, anchor, quote, name_en, quote_en))
        record.close()
    return tuple(rows), file.problems
