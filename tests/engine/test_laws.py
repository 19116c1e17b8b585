"""A search server answers every query as the files do: one set of cases, put to both."""

import json
import os
import subprocess
from typing import Any

from scripts.write.search.inflection import base
from tests.conftest import ROOT
from tests.engine.cluster import Loaded

CASES = ROOT / "tests/engine/cases.json"


def ask_both(site: str) -> list[dict[str, Any]]:
    """Put every case to the files and to the server of a site, and return what both say."""
    environment = os.environ | {"SEARCH_SERVER": f"{site}opensearch/policy-archive"}
    command = ["node", "tests/engine/both.js", str(CASES)]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(told) == len(json.loads(CASES.read_text("utf-8"))), result.stderr
    return told


def test_the_server_answers_every_case_as_the_files_do(loaded: Loaded) -> None:
    told = ask_both(loaded.site)
    for each in told:
        assert each["server"] == each["files"], each["state"]
    assert sum(each["files"]["counts"]["sections"] > 0 for each in told) > len(told) / 2


def test_english_words_have_the_same_base_on_both_sides() -> None:
    result = subprocess.run(
        ["node", "tests/engine/print-bases.js"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    pairs = [line.split(" ") for line in result.stdout.splitlines()]
    assert len(pairs) > 1000
    assert [(word, base(word)) for word, _ in pairs] == [tuple(pair) for pair in pairs]
