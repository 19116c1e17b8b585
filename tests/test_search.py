"""The search: the engine in node on the real data, and the box and the page in a real browser."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from scripts import pipeline
from scripts.read.corpus import Corpus
from scripts.write.found import Found
from scripts.write.search_data import make_shards, write_search
from tests.conftest import ROOT, run_scripts


def test_the_engine_holds_its_laws_in_node() -> None:
    assert run_scripts("build").returncode == 0
    node = shutil.which("node")
    assert node, "node is needed: tests/browser/install says how to get it"
    result = subprocess.run([node, "--test", "tests/search/"], cwd=ROOT, capture_output=True, check=False, text=True)
    assert result.returncode == 0, result.stdout[-4000:]


@pytest.fixture(scope="module")
def found(corpus: Corpus) -> Found:
    return Found(pipeline.link_corpus(corpus)[0])


def test_every_section_and_passage_is_in_the_data_once(corpus: Corpus, found: Found) -> None:
    values = [value for shard in make_shards(found) for value in shard]
    anchors = [(value["policy"], value["anchor"]) for value in values]
    assert len(set(anchors)) == len(anchors)
    for number, policy in enumerate(corpus.archive.policies):
        own = [value for value in values if value["policy"] == number]
        assert [value["anchor"] for value in own] == [section.anchor for section in policy.walk()]
        passages = {p["anchor"]: p["zh"] for value in own for p in value["passages"]}
        assert passages == {block.anchor: policy.text[block.start : block.end] for block in policy.blocks()}


def test_the_data_are_the_same_bytes_twice_and_end_no_script_early(found: Found) -> None:
    files = write_search(found)
    assert write_search(found) == files
    for content in files.values():
        assert "<" not in content
        assert "\u2028" not in content


def test_the_first_part_is_small(found: Found) -> None:
    assert len(write_search(found)["head.js"].encode()) < 250_000


def test_the_themes_own_index_is_empty(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    assert index["docs"] == []
