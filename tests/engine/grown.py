"""An archive of many policies → its bulk file: the texts that the benchmark of the search generates too."""

import shutil
from pathlib import Path

from scripts.write.data.json_text import dump
from scripts.write.disk.files import write_beside
from scripts.write.search.opensearch import Edition, make_mapping, render_bulk
from tests.bench_search.corpora import Archive, Corpus

SEED = 2026


def grow(file: Path, target: Path, policies: int, version: str) -> int:
    """Write a bulk file of so many policies, with the searches of another beside it; return how many sections it has."""
    corpus = Corpus(Archive(), policies, SEED)
    write_beside(target, render_bulk(corpus.collections()))
    with target.open("rb") as lines:
        count = sum(1 for _ in lines) // 2
    write_beside(target.with_name(f"{target.name}.mapping.json"), dump(make_mapping(Edition(version, count))))
    shutil.copy(file.with_name(f"{file.name}.searches.json"), target.with_name(f"{target.name}.searches.json"))
    return count
