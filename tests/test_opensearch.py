"""The export for a search server, against the rules of the bulk protocol and of mappings; no server can run here."""

import json
from pathlib import Path

import pytest

from scripts.read.corpus import Corpus
from tests.conftest import run_scripts


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    file = tmp_path_factory.mktemp("opensearch") / "bulk.ndjson"
    result = run_scripts("export", "--opensearch", str(file))
    assert result.returncode == 0, result.stderr.decode()
    return file, file.with_name("bulk.ndjson.mapping.json")


def test_the_bulk_file_alternates_actions_and_documents_and_ends_with_a_line_end(
    exported: tuple[Path, Path], corpus: Corpus
) -> None:
    text = exported[0].read_text(encoding="utf-8")
    assert text.endswith("\n")
    lines = [json.loads(line) for line in text.splitlines()]
    actions, documents = lines[::2], lines[1::2]
    assert len(actions) == len(documents) == sum(1 for policy in corpus.archive.policies for _ in policy.blocks())
    ids = [action["index"]["_id"] for action in actions]
    assert len(set(ids)) == len(ids)
    assert all(set(action) == {"index"} and set(action["index"]) == {"_index", "_id"} for action in actions)
    assert all(len(identity.encode()) <= 512 for identity in ids)


def test_every_field_of_a_document_is_mapped_and_the_other_way_round(exported: tuple[Path, Path]) -> None:
    mapping = json.loads(exported[1].read_text(encoding="utf-8"))
    document = json.loads(exported[0].read_text(encoding="utf-8").splitlines()[1])
    assert mapping["mappings"]["dynamic"] == "strict"
    assert set(mapping["mappings"]["properties"]) == set(document)


def test_every_analyzer_filter_and_character_filter_that_is_named_is_defined(exported: tuple[Path, Path]) -> None:
    mapping = json.loads(exported[1].read_text(encoding="utf-8"))
    analysis = mapping["settings"]["analysis"]
    built_in = {"cjk_width", "lowercase", "cjk_bigram"}
    for analyzer in analysis["analyzer"].values():
        assert analyzer["tokenizer"] == "standard"
        assert set(analyzer["filter"]) <= built_in | set(analysis["filter"])
        assert set(analyzer.get("char_filter", [])) <= set(analysis["char_filter"])
    named = {
        field[key]
        for field in mapping["mappings"]["properties"].values()
        for key in ("analyzer", "search_analyzer")
        if key in field
    }
    assert named <= {"english"} | set(analysis["analyzer"])


def test_synonyms_and_character_rules_follow_their_formats(exported: tuple[Path, Path]) -> None:
    analysis = json.loads(exported[1].read_text(encoding="utf-8"))["settings"]["analysis"]
    rules = analysis["char_filter"]["simplify"]["mappings"]
    assert "質 => 质" in rules
    assert all(rule.count(" => ") == 1 for rule in rules)
    for name in ("glossary_zh", "glossary_en"):
        synonyms = analysis["filter"][name]["synonyms"]
        assert synonyms
        assert all(len(line.split(", ")) > 1 and "=>" not in line for line in synonyms)
