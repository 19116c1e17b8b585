"""What researchers take home: the database, the tables as Parquet, the zip, the data package, and examples that run."""

import hashlib
import io
import json
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
from frictionless import Package
from openpyxl.utils import column_index_from_string

from scripts.__main__ import main
from scripts.carry.bundle import LEFT_OUT
from scripts.model.lookup import Lookup
from scripts.model.release import UNRELEASED
from scripts.model.vocabulary import Role, TargetKind
from scripts.read.corpus.corpus import Corpus
from scripts.write.data.archive_zip import FOLDER
from scripts.write.data.catalogue import WHOLE
from scripts.write.data.csv_text import MARK
from scripts.write.data.database.database import fill, verify
from scripts.write.data.database.views import VIEWS
from scripts.write.data.package import field
from scripts.write.data.parquet import render_parquet
from scripts.write.data.tables.tables import DATASETS, DICTIONARY, TABLES
from scripts.write.data.tables.texts import all_passages, passages_of
from scripts.write.words.strings import STRINGS
from tests.conftest import INVENTED, ROOT, SITE_URL, run_scripts

DATA = ROOT / "docs/zh/data"
FENCE_PATTERN = re.compile(
    r"^### (?P<name>\w+) \{#examples|^```(?P<kind>\w+)\n(?P<lines>.*?)^```$", re.MULTILINE | re.DOTALL
)
# =COUNTIFS(targets!$A:$A,"x",targets!$O:$O,2020)
CONDITION_PATTERN = re.compile(r'targets!\$(\w+):\$\w+,("[^"]*"|\d+)')


@pytest.fixture(scope="module", autouse=True)
def built(docs: Path) -> None:
    """The data must be there."""


@pytest.fixture(scope="module")
def texts(lookup: Lookup, corpus: Corpus) -> Lookup:
    """The archive with its texts, as the database shows them."""
    archive = lookup.archive
    passages = [passages_of(p, p.metadata.id, archive) for p in corpus.archive.policies if p.metadata]
    return Lookup(archive, lookup.policies, lambda key: passages if key == "passages" else lookup.read(key))


@pytest.fixture(scope="module")
def database() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"file:{DATA}/archive.sqlite?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a reader has after unpacking the zip."""
    folder = tmp_path_factory.mktemp("data")
    with zipfile.ZipFile(DATA / "archive.zip") as archive:
        archive.extractall(folder)
    return folder / FOLDER


def test_every_reference_of_the_database_holds_and_sqlite_finds_it_whole(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    references = {
        name: database.execute(f"PRAGMA foreign_key_list({name})").fetchall() for (name,) in tables_of(database)
    }
    for table in TABLES:
        assert len({row[0] for row in references[table.name]}) == len(table.references)
    assert sum(map(len, references.values())) > 30


def tables_of(database: sqlite3.Connection) -> list[tuple[str]]:
    return database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()


def test_a_row_that_refers_to_none_is_found_before_the_database_is_published(texts: Lookup) -> None:
    connection = sqlite3.connect(":memory:")
    for table in TABLES:
        fill(connection, table, texts)
    verify(connection)
    connection.execute("DELETE FROM terms WHERE term = (SELECT term FROM occurrences LIMIT 1)")
    with pytest.raises(ValueError, match=r"rows refer to none: the first is row .* of occurrences, to terms"):
        verify(connection)


def test_the_database_says_what_each_column_holds_and_which_state_it_is(database: sqlite3.Connection) -> None:
    described = database.execute('SELECT "table", "column" FROM dictionary ORDER BY rowid').fetchall()
    held = [
        (table.name, column[1])
        for table in TABLES
        if table is not DICTIONARY
        for column in database.execute(f"PRAGMA table_info({table.name})")
    ]
    assert described == held
    known = dict(database.execute("SELECT key, value FROM metadata").fetchall())
    package = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    assert (known["version"], known["date"]) == (package["version"], package["created"][:10])
    assert known["licence"] == package["licenses"][0]["path"]
    assert known["address"] == SITE_URL
    (statement,) = database.execute("SELECT sql FROM sqlite_master WHERE name = 'targets'").fetchone()
    assert "-- unit as printed 单位，按原文" in statement


def test_a_policy_is_listed_with_its_latest_edition(database: sqlite3.Connection, lookup: Lookup) -> None:
    query = """SELECT policy, max(editions.edition) = policies.edition AND max(editions.date) = edition_date
      FROM editions JOIN policies USING (policy) GROUP BY policy"""
    assert database.execute(query).fetchall() == [(policy, 1) for policy in lookup.policies]


def test_a_word_that_no_vocabulary_knows_is_refused_by_the_database(database: sqlite3.Connection) -> None:
    copy = sqlite3.connect(":memory:")
    database.backup(copy)
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        copy.execute("UPDATE targets SET kind = 'promise'")


PAIRS = "SELECT number FROM pairs WHERE pair = ?"


def test_all_chinese_is_found_by_its_pairs(database: sqlite3.Connection, texts: Lookup) -> None:
    """Of any length, one character too, at the end of a passage too; nothing else is found."""
    passages = list(all_passages(texts))
    chance = random.Random(15)
    words = []
    for _ in range(120):
        text = chance.choice(passages).passage.zh
        start, length = chance.randrange(len(text) or 1), chance.randint(1, 7)
        words.append(text[start : start + length])
    words += [passages[-1].passage.zh[-1:], "子虚乌有之词"]
    for word in filter(None, words):
        if len(word) == 1:
            query, values = "SELECT number FROM pairs WHERE pair GLOB ?", [f"[{word}]*"]
        else:
            values = [word[index : index + 2] for index in range(len(word) - 1)]
            query = " INTERSECT ".join([PAIRS] * len(values))
        found = database.execute(
            f"SELECT number FROM passages WHERE number IN ({query}) AND instr(zh, ?)", [*values, word]
        )
        assert sorted(n for (n,) in found) == [n for n, passage in passages if word in passage.zh], word


def test_pairs_are_looked_up_by_their_index(database: sqlite3.Connection) -> None:
    for condition in ("pair = '质量'", "pair GLOB '质*'"):
        plan = database.execute(f"EXPLAIN QUERY PLAN SELECT number FROM pairs WHERE {condition}").fetchall()
        assert "SEARCH pairs USING PRIMARY KEY" in plan[0][3]


def targets(lookup: Lookup) -> int:
    rows = (target for each in lookup.read("targets") for target in each)
    return sum(target.kind is TargetKind.TARGET and not target.repeats for target in rows)


def pairs_of_targets(lookup: Lookup) -> int:
    count = 0
    for indicator in lookup.archive.glossary.indicators:
        own = [t.policy for t in lookup.targets(indicator) if t.kind is TargetKind.TARGET and not t.repeats]
        count += sum(a < b for a in own for b in own)
    return count


def cited(lookup: Lookup) -> int:
    documents = lookup.archive.glossary.documents
    return sum(any(place.ground != "self" for place in lookup.citing(document)) for document in documents)


ANSWERS: dict[str, Callable[[Lookup], int]] = {
    "passages": lambda lookup: sum(bool(passage.zh) for _, passage in all_passages(lookup)),
    "targets_by_place_and_year": targets,
    "same_indicator": pairs_of_targets,
    "who_leads_what": lambda lookup: sum(note.role is Role.LEAD for each in lookup.read("charges") for note in each),
    "documents_cited": cited,
    "topics_by_policy": lambda lookup: len(lookup.archive.glossary.topics) * len(lookup.policies),
    "terms_by_policy": lambda lookup: sum(
        len({place.policy for place in lookup.occurrences(term)}) for term in lookup.archive.glossary.terms
    ),
}


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_a_view_has_the_answers_that_the_archive_gives(view: Any, database: sqlite3.Connection, texts: Lookup) -> None:
    rows = database.execute(f"SELECT * FROM {view.name}").fetchall()
    assert len(rows) == ANSWERS[view.name](texts) > 0
    for page in pages():
        assert view.name in unescape(page)


def test_the_documents_that_all_cite_are_named_as_such(database: sqlite3.Connection, lookup: Lookup) -> None:
    found = dict(database.execute("SELECT document, by_all FROM documents_cited").fetchall())
    for document, by_all in found.items():
        citing = {place.policy for place in lookup.citing(document) if place.ground != "self"}
        assert by_all == (citing == set(lookup.policies))


def test_the_export_is_the_published_database_made_again(tmp_path: Path) -> None:
    file, folder = tmp_path / "a.sqlite", tmp_path / "tables"
    assert main(["export", "--sqlite", str(file), "--parquet", str(folder)]) == 0
    assert file.read_bytes() == (DATA / "archive.sqlite").read_bytes()
    assert {path.name for path in folder.iterdir()} == {f"{table.name}.parquet" for table in TABLES}


def test_an_export_without_a_format_or_a_place_says_what_to_give(tmp_path: Path, capsys: Any) -> None:
    assert main(["export"], INVENTED) == 2
    assert "give --opensearch, --sqlite, --parquet" in capsys.readouterr().err
    assert main(["export", "--sqlite", str(tmp_path / "none/a.sqlite")], INVENTED) == 2
    assert "name a path in a folder that is there" in capsys.readouterr().err


def test_without_pyarrow_an_export_says_what_to_install(tmp_path: Path, capsys: Any, monkeypatch: Any) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert main(["export", "--parquet", str(tmp_path / "tables")], INVENTED) == 2
    assert "requirements-data.txt" in capsys.readouterr().err
    assert not (tmp_path / "tables").exists()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_as_parquet_has_typed_columns_and_the_same_bytes_again(table: Any, texts: Lookup) -> None:
    import pyarrow.parquet

    data = render_parquet(table, texts, UNRELEASED)
    assert data == render_parquet(table, texts, UNRELEASED)
    read = pyarrow.parquet.read_table(io.BytesIO(data))
    types = {"string": "string", "integer": "int64", "number": "double"}
    assert [str(each.type) for each in read.schema] == [types[column.type] for column in table.columns]
    assert [each.nullable for each in read.schema] == [not column.is_required for column in table.columns]
    meanings = [each.metadata[b"title_zh"].decode() for each in read.schema]
    assert meanings == [column.meaning.zh for column in table.columns]
    rows = list(table.rows(texts))
    assert read.num_rows == len(rows)
    assert list(read.to_pylist()[-1].values()) == [float(v) if hasattr(v, "as_tuple") else v for v in rows[-1]]


def test_the_zip_has_every_data_file_and_the_sums_of_all(unpacked: Path) -> None:
    packed = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    published = {path.relative_to(DATA).as_posix() for path in DATA.rglob("*") if path.is_file()}
    own = {"README.md", "LICENSE", "SHA256SUMS"}
    left = published - packed
    assert packed - published == own
    assert {name for name in left if not name.endswith((".js", ".md"))} - {".llms.txt"} == {"archive.zip"}
    assert {f"{dataset.name}.csv" for dataset in (*DATASETS, DICTIONARY)} <= packed
    sums = {line[66:]: line[:64] for line in (unpacked / "SHA256SUMS").read_text().splitlines()}
    assert sums.keys() == packed - {"SHA256SUMS"}
    for name, digest in sums.items():
        assert hashlib.sha256((unpacked / name).read_bytes()).hexdigest() == digest
    assert (unpacked / "LICENSE").read_text("utf-8") == (ROOT / "LICENSE").read_text("utf-8")


def test_the_readme_of_the_zip_names_every_file_in_both_languages(unpacked: Path) -> None:
    readme = (unpacked / "README.md").read_text("utf-8")
    zh, en = readme.split(f"# {STRINGS['data-readme'].en}")
    assert zh.startswith(f"# {STRINGS['data-readme'].zh}")
    for half, address in ((zh, f"{SITE_URL}data/"), (en, f"{SITE_URL}en/data/")):
        assert address in half
        for path in unpacked.iterdir():
            described = path.is_dir() or not path.name.endswith(("README.md", "LICENSE", "-metadata.json"))
            assert not described or f"`{path.name}" in half or path.name == "citations", path.name
    assert not re.search("[\u4e00-\u9fff]", en)


def test_the_zip_is_the_same_bytes_again_and_of_the_day_of_the_release() -> None:
    former = (DATA / "archive.zip").read_bytes()
    (DATA / "archive.zip").unlink()
    assert run_scripts("build").returncode == 0
    assert (DATA / "archive.zip").read_bytes() == former
    date = json.loads((DATA / "datapackage.json").read_text("utf-8"))["created"][:10]
    with zipfile.ZipFile(DATA / "archive.zip") as archive:
        assert {"{:04}-{:02}-{:02}".format(*entry.date_time) for entry in archive.infolist()} == {date}


def test_the_files_for_researchers_alone_stay_out_of_the_bundle() -> None:
    assert {"data/archive.zip", "data/archive.sqlite"} <= set(LEFT_OUT)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the data package that a test may spoil."""
    for path in DATA.iterdir():
        if path.is_file():
            shutil.copy2(path, tmp_path)
    return tmp_path


def test_the_package_says_what_it_is_of_whom_and_from_where(lookup: Lookup) -> None:
    value = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", value["created"])
    assert value["version"] == re.findall(r'^version = "(.*)"', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)[0]
    assert [source["path"] for source in value["sources"]] == [d.metadata.url for d in lookup.policies.values()]
    assert value["contributors"][0]["title"]
    for resource in value["resources"]:
        assert not f"data/{resource['path']}".endswith(LEFT_OUT)  # else no copy to carry would be valid
        data = (DATA / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
    linked = {
        key["reference"]["resource"] for r in value["resources"] for key in r.get("schema", {}).get("foreignKeys", [])
    }
    assert linked == {
        "",
        "policies",
        "places",
        "indicators",
        "terms",
        "topic_list",
        "organisation_list",
        "document_list",
    }


SPOILT = (
    ("targets.csv", "target,", "promise,", "constraint-error"),
    ("occurrences.csv", "jinan-2018,", "jinan-2081,", "foreign-key"),
    ("terms.tbx", "</tbx>", "</tbx >", "hash-count"),
)


def test_what_is_spoilt_is_found_by_the_package_and_nothing_else(package: Path) -> None:
    for name, old, new, _ in SPOILT:
        text = (package / name).read_text("utf-8")
        assert old in text
        (package / name).write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
    report = Package(str(package / "datapackage.json")).validate()
    found = {(task.place, error.type) for task in report.tasks for error in task.errors}
    assert found >= {(name, error) for name, _, _, error in SPOILT}
    assert {place for place, _ in found} == {name for name, *_ in SPOILT}


def test_a_date_of_reduced_precision_is_a_text_and_a_closed_column_names_its_words() -> None:
    fields = {(d.name, c.name): field(c) for d in DATASETS for c in d.columns}
    assert fields["policies", "date"]["type"] == fields["document_list", "date"]["type"] == "string"
    assert fields["targets", "kind"]["constraints"] == {"required": True, "enum": ["target", "baseline"]}


def pages() -> list[str]:
    return [(ROOT / "docs" / language / "data/index.md").read_text("utf-8") for language in ("zh", "en")]


def examples(page: str) -> dict[str, list[tuple[str, str]]]:
    """Return the fenced blocks of a page by the tool under whose heading they stand; those before the first by ''."""
    found: dict[str, list[tuple[str, str]]] = {"": []}
    for match in FENCE_PATTERN.finditer(page):
        if match["name"]:
            found[match["name"]] = []
        else:
            found[list(found)[-1]].append((match["kind"], match["lines"]))
    return found


@pytest.fixture(scope="module")
def shown() -> dict[str, list[tuple[str, str]]]:
    zh, en = (examples(page) for page in pages())
    assert zh == en
    assert list(zh) == ["", "Excel", "pandas", "R", "SQLite", "DuckDB"]
    return zh


def printed(rows: list[tuple[object, ...]], head: list[str]) -> list[str]:
    """Return rows as the sqlite3 program and DuckDB print them as CSV."""
    return [",".join(map(str, row)) for row in [tuple(head), *rows]]


def ask_sqlite(query: str, folder: Path) -> list[str]:
    cursor = sqlite3.connect(folder / "archive.sqlite").execute(query)
    return printed(cursor.fetchall(), [column[0] for column in cursor.description])


def ask_duckdb(query: str, folder: Path) -> list[str]:
    names = re.sub(r"'([\w.]+\.(?:csv|parquet))'", rf"'{folder}/\1'", query)
    relation = duckdb.connect().sql(names)
    return printed(relation.fetchall(), relation.columns)


def run(command: list[str], folder: Path) -> list[str]:
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout.split()


def test_every_example_prints_what_the_page_shows(shown: dict[str, list[tuple[str, str]]], unpacked: Path) -> None:
    ((_, result),) = shown[""]
    expected = result.split()
    ((_, lines),) = shown["pandas"]
    assert run([sys.executable, "-I", "-c", lines], unpacked) == expected
    ((_, lines),) = shown["R"]
    assert run(["Rscript", "--vanilla", "-e", lines], unpacked) == expected
    (_, query), (_, words), (_, found) = shown["SQLite"]
    assert ask_sqlite(query, unpacked) == expected
    assert ask_sqlite(words, unpacked) == found.split()
    ((_, query),) = shown["DuckDB"]
    assert ask_duckdb(query, unpacked) == expected


def test_the_query_of_the_page_gives_the_same_from_parquet(
    shown: dict[str, list[tuple[str, str]]], tmp_path: Path, texts: Lookup
) -> None:
    (table,) = (table for table in TABLES if table.name == "targets")
    (tmp_path / "targets.parquet").write_bytes(render_parquet(table, texts, UNRELEASED))
    ((_, query),) = shown["DuckDB"]
    assert ask_duckdb(query.replace("targets.csv", "targets.parquet"), tmp_path) == shown[""][0][1].split()


def test_the_formula_of_the_page_has_the_result_that_is_said(shown: dict[str, list[tuple[str, str]]]) -> None:
    """Worked out over the cells of the workbook as Excel does: rows for which all conditions hold."""
    ((_, formula),) = shown["Excel"]
    assert re.fullmatch(rf"=COUNTIFS\((?:{CONDITION_PATTERN.pattern},?)+\)\s", formula)
    conditions = {column_index_from_string(c) - 1: v.strip('"') for c, v in CONDITION_PATTERN.findall(formula)}
    sheet = openpyxl.load_workbook(DATA / "archive.xlsx", read_only=True)["targets"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    count = sum(all(str(row[i] if row[i] is not None else "") == v for i, v in conditions.items()) for row in rows)
    for page, key in zip(pages(), ("zh", "en"), strict=True):
        assert getattr(STRINGS["data-excel"], key).format(n=count) in page
    assert count > 1


def test_a_csv_opens_in_excel_as_the_page_says() -> None:
    assert all(
        (DATA / f"{dataset.name}.csv").read_text("utf-8").startswith(MARK) for dataset in (*DATASETS, DICTIONARY)
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_begins_with_the_downloads_then_shows_the_tables_the_dictionary_and_the_examples(
    language: str,
) -> None:
    page = (ROOT / "docs" / language / "data/index.md").read_text("utf-8")
    order = [page.index(f"{{#{anchor}}}") for anchor in ("downloads", "tables", "dictionary", "examples")]
    assert order == sorted(order)
    downloads = page[order[0] : order[1]]
    for name in (*(offer.name for offer in WHOLE), *(f"{dataset.name}.csv" for dataset in DATASETS)):
        (size,) = re.findall(rf'/?{re.escape(name)}">[^|]*\| \w+ \| ([\d.]+) ?([KM])B', downloads)
        shown = float(size[0]) * {"K": 1_000, "M": 1_000_000}[size[1]]
        assert shown == pytest.approx((DATA / name).stat().st_size, rel=0.1)
    for dataset in DATASETS:
        assert (
            order[1]
            < page.index(f"{{#{dataset.name}}}")
            < order[2]
            < page.index(f"{{#{dataset.name}-columns}}")
            < order[3]
        )
