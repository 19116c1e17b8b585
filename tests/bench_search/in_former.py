"""Runs in the tree of a former commit, with its modules: takes its pages, or indexes today's texts with its writers.

`python -P in_former.py host FOLDER` and `python -P in_former.py build FOLDER TEXTS SIZE SEED`, with the tree as
PYTHONPATH; both print JSON.
"""

import dataclasses
import json
import sys
import types
import typing
from pathlib import Path
from typing import Any

from tests.bench_search import corpora as corpora_module
from tests.bench_search import ours as ours_module

corpora: Any = corpora_module
ours: Any = ours_module
"""As the commit has them, which is not as they are now."""


def host(folder: Path) -> dict[str, Any]:
    """Copy the pages of the built site; return how its search is asked, and where."""
    system = ours.Ours()
    system.host(folder)
    facts = {key: getattr(system, key) for key in ("box", "panel", "item", "search_paths")}
    places = {str(language): (system.home(language), system.place_to_ask(language)) for language in ours.Language}
    return facts | {"script": ours.ASK_SCRIPT, "places": places}


def build(folder: Path, texts: Path, size: str, seed: str) -> dict[str, Any]:
    """Index the texts that are searched today; return what it cost."""
    archive = corpora.Archive()
    collections = [load(corpora.Collection, row) for row in json.loads(texts.read_text(encoding="utf-8"))]
    kind = corpora.ResultKind.POLICY
    archive.policies = [each for each in collections if each.kind is kind]
    archive.others = [each for each in collections if each.kind is not kind]
    built: dict[str, Any] = dataclasses.asdict(ours.Ours().build(corpora.Corpus(archive, int(size), int(seed)), folder))
    return built


def load(kind: Any, value: Any) -> Any:
    """Return what JSON has as the former model's kind of value; fields that it does not know are left out."""
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = typing.get_type_hints(kind)
        return kind(**{name: load(hint, value[name]) for name, hint in hints.items() if name in value})
    kinds = [each for each in typing.get_args(kind) if each not in (Ellipsis, types.NoneType)]
    if typing.get_origin(kind) is tuple:
        return tuple(load(kinds[0], each) for each in value)
    if kinds:  # Level | None
        return None if value is None else load(kinds[0], value)
    return kind(value)


if __name__ == "__main__":
    task, target, *options = sys.argv[1:]
    done = host(Path(target)) if task == "host" else build(Path(target), Path(options[0]), options[1], options[2])
    print(json.dumps(done))
