"""The examples in docstrings: every one is run, and does what it says."""

import doctest
import importlib

import pytest

from scripts.model.policy import Edit
from scripts.model.vocabulary import Rule
from tests.conftest import ROOT

NAMES = {"Edit": Edit, "Rule": Rule}
"""What examples use besides the names of their own module."""
TEXTS = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "scripts").rglob("*.py"))}
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts): text.count(">>> ")
    for path, text in TEXTS.items()
    if ">>> " in text
}
"""The modules that hold examples, each with their number."""


@pytest.mark.parametrize("name", MODULES)
def test_every_example_of_a_docstring_is_true(name: str) -> None:
    module = importlib.import_module(name)
    runner = doctest.DocTestRunner(optionflags=doctest.REPORT_NDIFF)
    report: list[str] = []
    for case in doctest.DocTestFinder().find(module, extraglobs=NAMES):
        runner.run(case, out=report.append)
    assert runner.failures == 0, "".join(report)
    assert runner.tries == MODULES[name]
