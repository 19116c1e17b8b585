"""`load`: what is searched is whole, of the site's edition, and replaced in one step."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest

from scripts.commands.load import SearchServer, load_bulk
from scripts.problems import CorpusError
from tests.conftest import run_scripts
from tests.engine.cluster import Loaded, ask


def test_what_is_loaded_is_the_edition_of_the_site(loaded: Loaded, docs: Path) -> None:
    assert f'"version":"{loaded.edition}"' in (docs / "zh/data/search/search.js").read_text("utf-8")
    sections = loaded.bulk.read_text("utf-8").count("\n") // 2
    assert ask(loaded.cluster.nodes[0].address, f"policy-archive-{loaded.edition}/_count")["count"] == sections


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
    server.ask("PUT", "policy-archive-9876543210-2", "{}")  # which was begun and got no name
    assert run_scripts("load", str(loaded.bulk), server.address).returncode == 0
    assert [f"policy-archive-{other}"] in find_loaded(loaded).values()
    assert "policy-archive-9876543210-2" not in find_loaded(loaded)
    server.ask("DELETE", f"policy-archive-{other}-1")


@pytest.mark.parametrize(("is_applied", "said"), [(True, "searched now"), (False, "did not get the name")])
def test_an_answer_that_is_lost_is_asked_for(
    loaded: Loaded, monkeypatch: pytest.MonkeyPatch, is_applied: bool, said: str
) -> None:
    """Of the request that gives the index its name; what is said of it is so."""
    own = SearchServer.ask

    def ask_badly(server: SearchServer, method: str, path: str, content: str | None = None) -> Any:
        if path != "_aliases":
            return own(server, method, path, content)
        if is_applied:
            own(server, method, path, content)
        raise server.refusal("POST _aliases is not answered (timed out)")

    monkeypatch.setattr(SearchServer, "ask", ask_badly)
    before = find_loaded(loaded)
    options = Namespace(server=loaded.cluster.nodes[0].address, file=loaded.bulk, shards=1, replicas=0)
    try:
        message = load_bulk(options, Path()).lines[0]
    except CorpusError as error:
        message = str(error)
        assert message.endswith("what is searched was left as it is")
    assert said in message
    searched = {index for index, names in find_loaded(loaded).items() if names}
    assert bool(searched & set(before)) is not is_applied


def test_what_fails_once_the_index_is_searched_says_that_it_is(loaded: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    own = SearchServer.ask

    def ask_badly(server: SearchServer, method: str, path: str, content: str | None = None) -> Any:
        if method == "DELETE":
            raise server.refusal("DELETE is refused with 503")
        return own(server, method, path, content)

    monkeypatch.setattr(SearchServer, "ask", ask_badly)
    options = Namespace(server=loaded.cluster.nodes[0].address, file=loaded.bulk, shards=1, replicas=0)
    with pytest.raises(CorpusError, match=r"policy-archive-\w+-\d+ is searched now"):
        load_bulk(options, Path())
    monkeypatch.undo()
    assert load_bulk(options, Path()).lines
