"""The invented corpus, built, checked and converted once → a program at work: what it compiled for that, its forks have."""

import shutil
import tempfile
from pathlib import Path

from scripts.commands.build import build
from scripts.commands.check import check
from scripts.commands.convert import convert

CORPUS = Path(__file__).resolve().parent / "corpus"

with tempfile.TemporaryDirectory() as name:
    project = Path(name)
    shutil.copytree(CORPUS, project / CORPUS.name)
    build(project)
    check(project)
    for source in project.glob("corpus/policies/*/source.txt"):
        "".join(convert(source, "json", None, project).output)
