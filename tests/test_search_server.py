"""A search server: what is loaded into a real engine, what is asked through nginx, and that it answers as the files do."""

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from scripts.commands.load import SearchServer
from scripts.write.search.inflection import base
from tests.conftest import ROOT, run_scripts
from tests.engine.cluster import Cluster, ask, run_nodes
from tests.engine.proxy import run_proxy

CASES = ROOT / "tests/engine/cases.json"


@dataclass(frozen=True, slots=True)
class Loaded:
    """The archive in a search server, behind nginx."""

    cluster: Cluster
    bulk: Path
    site: str
    """The address of nginx, with a slash at its end."""

    @property
    def edition(self) -> str:
        """The edition that was loaded."""
        mapping = json.loads(self.bulk.with_name("archive.ndjson.mapping.json").read_text("utf-8"))
        found: str = mapping["mappings"]["_meta"]["edition"]
        return found

    @property
    def searches(self) -> str:
        """Where the searches of this edition are asked."""
        return f"{self.site}opensearch/policy-archive/{self.edition}/"


@pytest.fixture(scope="session")
def bulk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bulk file, its mapping and searches beside it."""
    file = tmp_path_factory.mktemp("bulk") / "archive.ndjson"
    result = run_scripts("export", "--opensearch", str(file))
    assert result.returncode == 0, result.stderr.decode()
    return file


@pytest.fixture(scope="session")
def loaded(bulk: Path, docs: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    """One node with the archive, and nginx before it."""
    with run_nodes(tmp_path_factory.mktemp("engine") / "nodes") as cluster:
        result = run_scripts("load", str(bulk), cluster.nodes[0].address)
        assert result.returncode == 0, result.stderr.decode()
        with run_proxy(docs, [node.http for node in cluster.nodes], tmp_path_factory.mktemp("proxy")) as address:
            yield Loaded(cluster, bulk, address)


def test_what_is_loaded_is_the_edition_of_the_site(loaded: Loaded, docs: Path) -> None:
    assert f'"version":"{loaded.edition}"' in (docs / "zh/data/search/search.js").read_text("utf-8")
    sections = loaded.bulk.read_text("utf-8").count("\n") // 2
    assert ask(loaded.cluster.nodes[0].address, f"policy-archive-{loaded.edition}/_count")["count"] == sections


def test_the_server_answers_every_case_as_the_files_do(loaded: Loaded) -> None:
    environment = os.environ | {"SEARCH_SERVER": f"{loaded.site}opensearch/policy-archive"}
    command = ["node", "tests/engine/both.js", str(CASES)]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(told) == len(json.loads(CASES.read_text("utf-8"))), result.stderr
    for each in told:
        assert each["server"] == each["files"], each["state"]
    assert sum(each["files"]["counts"]["sections"] > 0 for each in told) > len(told) / 2


def find_loaded(loaded: Loaded) -> dict[str, Any]:
    """Return the indexes with the names by which they are searched."""
    found: dict[str, Any] = ask(loaded.cluster.nodes[0].address, "policy-archive-*/_alias")
    return {index: list(value["aliases"]) for index, value in found.items()}


def test_a_new_index_takes_the_place_of_the_former_in_one_step(loaded: Loaded) -> None:
    before = find_loaded(loaded)
    assert run_scripts("load", str(loaded.bulk), loaded.cluster.nodes[0].address).returncode == 0
    after = find_loaded(loaded)
    assert list(after.values()) == list(before.values()) == [[f"policy-archive-{loaded.edition}"]]
    assert not set(before) & set(after)


def test_a_file_that_is_not_whole_changes_nothing_that_is_searched(loaded: Loaded, tmp_path: Path) -> None:
    before = find_loaded(loaded)
    lines = loaded.bulk.read_text("utf-8").splitlines(keepends=True)
    for name in ("mapping", "searches"):
        content = loaded.bulk.with_name(f"archive.ndjson.{name}.json").read_bytes()
        (tmp_path / f"archive.ndjson.{name}.json").write_bytes(content)
    spoilt = tmp_path / "archive.ndjson"
    for text in ("".join(lines[:200]) + '{"index":{}}\n{"unknown":1}\n', "".join(lines[:201]), "".join(lines[:-2])):
        spoilt.write_text(text, encoding="utf-8")
        result = run_scripts("load", str(spoilt), loaded.cluster.nodes[0].address)
        assert result.returncode == 2
        assert "what is searched was left as it is" in result.stderr.decode()
        assert find_loaded(loaded) == before


def test_a_server_that_is_not_there_is_told(loaded: Loaded) -> None:
    result = run_scripts("load", str(loaded.bulk), "http://127.0.0.1:9")
    assert result.returncode == 2
    assert "is not answered" in result.stderr.decode()


def test_an_index_of_another_edition_stays_for_the_pages_that_are_open(loaded: Loaded, tmp_path: Path) -> None:
    server, other = SearchServer(loaded.cluster.nodes[0].address), "0123456789"
    server.ask("PUT", f"policy-archive-{other}-1", json.dumps({"aliases": {f"policy-archive-{other}": {}}}))
    assert run_scripts("load", str(loaded.bulk), server.address).returncode == 0
    assert [f"policy-archive-{other}"] in find_loaded(loaded).values()
    server.ask("DELETE", f"policy-archive-{other}-1")


def test_english_words_have_the_same_base_on_both_sides() -> None:
    result = subprocess.run(
        ["node", "tests/engine/print-bases.js"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    pairs = [line.split(" ") for line in result.stdout.splitlines()]
    assert len(pairs) > 1000
    assert [(word, base(word)) for word, _ in pairs] == [tuple(pair) for pair in pairs]
