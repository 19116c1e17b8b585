"""`build`: corpus → docs/; it writes nothing else, and makes no address permanent."""

from dataclasses import dataclass, replace
from pathlib import Path

from scripts.check.glossary import check_topic_places
from scripts.commands.gather import link_corpus
from scripts.commands.translations import translation_problems
from scripts.problems import Problem
from scripts.read.corpus.corpus import read_corpus
from scripts.read.hand_written import read_pages
from scripts.write.files import write_trees
from scripts.write.search.program import read_engine
from scripts.write.search.segmenter import Segmenter
from scripts.write.site import TREES, write_site


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    problems: tuple[Problem, ...]
    """Where there are any, nothing was written."""
    policies: int = 0
    changed: int = 0
    """Files that were written or removed."""
    gaps: tuple[Problem, ...] = ()
    """English that is missing or out of date: shown, and no reason not to build."""


def build(root: Path) -> Built:
    """Write all generated files below `root/docs` from `root/corpus`; with problems in the corpus, write none."""
    corpus = read_corpus(root)
    if corpus.problems:
        return Built(corpus.problems)
    archive, misfits = link_corpus(corpus)
    problems = (*misfits, *check_topic_places(archive))  # without which no page can be written
    if problems:
        return Built(problems)
    files = write_site(replace(archive, pages=read_pages(root)), read_engine(root), Segmenter(root / ".cache"))
    changed = write_trees(root, TREES, files)
    gaps = tuple(translation_problems(corpus))
    return Built((), len(corpus.archive.policies), changed, gaps)
