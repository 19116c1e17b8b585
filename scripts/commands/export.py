"""`export`: the archive for a search server."""

from dataclasses import replace
from pathlib import Path

from scripts.commands.gather import link_corpus
from scripts.link.shares import lookup_of
from scripts.problems import Problem
from scripts.read.corpus.corpus import read_corpus
from scripts.read.hand_written import read_pages
from scripts.write.data.json_text import dump
from scripts.write.disk.files import write_if_changed
from scripts.write.search.opensearch import make_mapping, render_bulk


def export_opensearch(file: Path, root: Path) -> tuple[Path, tuple[Problem, ...]]:
    """Write the bulk file, and beside it the index mapping, whose path is returned; with problems, write neither."""
    corpus = read_corpus(root)
    archive, misfits = link_corpus(corpus)
    mapping = file.with_name(file.name + ".mapping.json")
    problems = (*corpus.problems, *misfits)
    if not problems:
        write_if_changed(file, render_bulk(lookup_of(replace(archive, pages=read_pages(root)))))
        write_if_changed(mapping, dump(make_mapping(archive)))
    return mapping, problems
