"""`export`: the archive for a search server, as a database, as tables for notebooks."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from scripts.carry.stamp import read_release
from scripts.commands.gather import identified, link_corpus
from scripts.commands.said import Said
from scripts.link.shares import lookup_of
from scripts.model.archive import Archive
from scripts.model.lookup import Lookup
from scripts.problems import CorpusError, Problem
from scripts.read.corpus.corpus import Corpus, read_corpus
from scripts.read.hand_written import read_pages
from scripts.write.data.database.database import render_database
from scripts.write.data.json_text import dump
from scripts.write.data.parquet import render_parquet
from scripts.write.data.tables.tables import TABLES
from scripts.write.data.tables.texts import passages_of
from scripts.write.disk.files import Content, write_given
from scripts.write.disk.replacing import make_folder
from scripts.write.search.collections import make_collections
from scripts.write.search.opensearch import edition_of, make_mapping, render_bulk
from scripts.write.search.program import read_engine
from scripts.write.search.templates import make_templates

Export = Callable[[Corpus, Archive, Path, Path], Iterator[Path]]
"""Writes the archive to a path that is named; yields each file once it is there. The last argument is the root."""


def write_exports(options: Namespace, root: Path) -> Said:
    """Write the archive in the formats that are named, and say which files there are."""
    files, problems = export({name: getattr(options, name) for name in EXPORTS}, root)
    return Said([f"{file}: {file.stat().st_size:,} bytes" for file in files], problems)


def export(targets: dict[str, Path | None], root: Path) -> tuple[list[Path], tuple[Problem, ...]]:
    """Write the archive in each format that has a target, and return the files; with problems, write none.

    CorpusError where none has one, or a file cannot be written.
    """
    if not any(targets.values()):
        choices = ", ".join(EXPORT_ARGUMENTS)
        raise CorpusError("export", f"writes nothing unless told what; give {choices}", 0, "export")
    corpus = read_corpus(root)
    archive, misfits = link_corpus(corpus)
    problems = (*corpus.problems, *misfits)
    files: list[Path] = []
    if problems:
        return files, problems
    for name, target in targets.items():
        if target is None:
            continue
        try:
            files += EXPORTS[name](corpus, archive, target, root)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            message = f"cannot be written ({reason}); name a path in a folder that is there and open to you"
            raise CorpusError(str(target), message, 0, "export") from error
    return files, problems


def export_opensearch(_: Corpus, archive: Archive, file: Path, root: Path) -> Iterator[Path]:
    """Write the bulk file, and beside it the index mapping and the searches that the server keeps."""
    lookup = lookup_of(replace(archive, pages=read_pages(root)))
    mapping = dump(make_mapping(edition_of(lookup, read_engine(root))))
    files: tuple[tuple[str, Content], ...] = (
        ("", render_bulk(make_collections(lookup))),
        (".mapping.json", mapping),
        (".searches.json", dump(make_templates())),
    )
    for name, content in files:
        path = file.with_name(file.name + name)
        write_given(root, path, content)
        yield path


def export_sqlite(corpus: Corpus, archive: Archive, file: Path, root: Path) -> Iterator[Path]:
    """Write the database."""
    write_given(root, file, render_database(lookup_with_texts(corpus, archive), read_release(root)))
    yield file


def export_parquet(corpus: Corpus, archive: Archive, folder: Path, root: Path) -> Iterator[Path]:
    """Write every table into a folder, which is made where it is not there."""
    lookup, release = lookup_with_texts(corpus, archive), read_release(root)
    files = {f"{table.name}.parquet": render_parquet(table, lookup, release) for table in TABLES}
    make_folder(folder)
    for name, content in files.items():
        write_given(root, folder / name, content)
        yield folder / name


EXPORTS: dict[str, Export] = {
    "opensearch": export_opensearch,
    "sqlite": export_sqlite,
    "parquet": export_parquet,
}
EXPORT_ARGUMENTS: dict[str, dict[str, Any]] = {
    "--opensearch": {"type": Path, "metavar": "FILE", "help": "bulk NDJSON, mapping and searches beside it"},
    "--sqlite": {"type": Path, "metavar": "FILE", "help": "all tables and texts in one database"},
    "--parquet": {"type": Path, "metavar": "DIR", "help": "every table as Parquet; needs pyarrow"},
}


def lookup_with_texts(corpus: Corpus, archive: Archive) -> Lookup:
    """Return a lookup that has the texts too."""
    lookup = lookup_of(archive)
    passages = [passages_of(policy, own, archive) for policy, own in identified(corpus)]
    return Lookup(archive, lookup.policies, lambda key: passages if key == "passages" else lookup.read(key))
