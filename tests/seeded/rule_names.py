"""The sources of the checks → the names of all rules that their problems can bear."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = ("scripts/check", "scripts/read", "scripts/commands/check.py", "scripts/commands/gather.py")
"""Where problems of the corpus and of the site are found."""
OTHERS = ROOT / "scripts/read/exchange"
"""Where files are read that are no part of the corpus."""
NAME_PATTERN = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
MAKERS = {"Problem": (2,), "CorpusError": (3,), "problem": (1, 2), "entry_problem": (1,), "report": (1,)}
"""What makes problems, and where among its arguments the rule may stand."""


def find_rules() -> set[str]:
    """Return the rules, from the calls that make problems and from the tables of checks by rule."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in list_modules()]
    constants = dict(constant for tree in trees for constant in find_constants(tree))
    found = {rule for tree in trees for rule in (*called_rules(tree, constants), *table_rules(tree))}
    return {rule for rule in found if NAME_PATTERN.fullmatch(rule)}


def list_modules() -> Iterator[Path]:
    """Yield the modules of the rooms."""
    for room in ROOMS:
        files = [ROOT / room] if room.endswith(".py") else sorted((ROOT / room).rglob("*.py"))
        yield from (file for file in files if OTHERS not in file.parents)


def find_constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield the names of a module that stand for a text, with it."""
    for statement in tree.body:
        if isinstance(statement, ast.Assign):
            for target in statement.targets:
                pairs = zip(names_in(target), values_in(statement.value), strict=False)
                yield from ((name, value) for name, value in pairs if isinstance(value, str))


def names_in(target: ast.expr) -> list[str]:
    """Return the names to which a statement gives values."""
    parts = target.elts if isinstance(target, ast.Tuple) else [target]
    return [part.id for part in parts if isinstance(part, ast.Name)]


def values_in(value: ast.expr) -> list[object]:
    """Return the values that it gives, where they are said."""
    parts = value.elts if isinstance(value, ast.Tuple) else [value]
    return [part.value if isinstance(part, ast.Constant) else None for part in parts]


def called_rules(tree: ast.Module, constants: dict[str, str]) -> Iterator[str]:
    """Yield what may be a rule among the arguments of what makes problems."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and (name := name_of(call.func)) in MAKERS:
            given = [call.args[place] for place in MAKERS[name] if place < len(call.args)]
            for argument in (*given, *(keyword.value for keyword in call.keywords if keyword.arg == "rule")):
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value
                elif isinstance(argument, ast.Name):
                    yield constants.get(argument.id, "")


def name_of(called: ast.expr) -> str:
    """Return by which name something is called."""
    return called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""


def table_rules(tree: ast.Module) -> Iterator[str]:
    """Yield the rules that tables give to checks: `{"english-terms": check_terms}`."""
    for table in ast.walk(tree):
        if isinstance(table, ast.Dict):
            for key, value in zip(table.keys, table.values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(value, ast.Name) and value.id.startswith("check_"):
                    yield str(key.value)
