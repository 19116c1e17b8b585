"""Files of the program that changed → their modules loaded anew, with all that import them; the others stay.

So a change costs what hangs on it: to load everything takes longer than to show a page. Who imports whom is read from
the words of the modules, for a module does not say so itself.
"""

import importlib
import linecache
import re
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path

from jinja2 import TemplateSyntaxError

from scripts.problems import Problem

OWN = ("scripts", "overrides")
"""The packages that can change."""
ENTRIES = ("scripts.serve.work", "scripts.serve.building")
"""The modules that import all that is needed."""
# from scripts.model.vocabulary import Language; from overrides.status import MODES
IMPORT_PATTERN = re.compile(
    r"^\s*(?:from|import) ((?:scripts|overrides)\b[\w.]*)(?: import (\([^)]*\)|[\w, ]+))?", re.MULTILINE
)
BLAMED = ("scripts/", "overrides/", "tests/")
THIS = "scripts/serve/"
"""Through which every page comes, also one that is itself at fault."""
LOADING = "program"
"""The rule of a problem of the program."""


def module_name(file: str) -> str:
    """Return the name of the module that a file has.

    >>> module_name("scripts/write/site.py"), module_name("scripts/write/__init__.py")
    ('scripts.write.site', 'scripts.write')
    """
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def load_anew(root: Path, changed: Iterable[str]) -> None:
    """Have the program as it is now loaded; raise whatever keeps a module from being loaded."""
    files = sorted(changed)
    stale = with_importers(root, {module_name(file) for file in files if file.endswith(".py")})
    if any(not file.endswith(".py") for file in files):  # a table that some module has read
        stale = loaded()
    for name in stale:
        forget(name)
    importlib.invalidate_caches()
    linecache.checkcache()
    for name in ENTRIES:
        importlib.import_module(name)


def loaded() -> set[str]:
    """Return the names of the modules of ours that are loaded."""
    return {name for name in sys.modules if name.partition(".")[0] in OWN}


def forget(name: str) -> None:
    """Have a module no more: neither by its name nor as part of its package."""
    sys.modules.pop(name, None)
    package, _, own = name.rpartition(".")
    if package in sys.modules and hasattr(sys.modules[package], own):
        delattr(sys.modules[package], own)


def with_importers(root: Path, names: set[str]) -> set[str]:
    """Return modules with all that import one of them, by way of others too."""
    importers: dict[str, set[str]] = {}
    for own in loaded():
        for name in imports_of(root, own):
            importers.setdefault(name, set()).add(own)
    found, waiting = set[str](), list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += importers.get(name, ())
    return found


def imports_of(root: Path, name: str) -> set[str]:
    """Return the modules of ours that a loaded module imports; a package stands for what is taken from it too."""
    file = getattr(sys.modules[name], "__file__", None)
    if not file or not Path(file).is_file() or not Path(file).is_relative_to(root):
        return set()
    found = set()
    for match in IMPORT_PATTERN.finditer(Path(file).read_text(encoding="utf-8")):
        found.add(match[1])
        found |= {f"{match[1]}.{each.split()[0]}" for each in (match[2] or "").strip("()").split(",") if each.split()}
    return found


def describe_fault(error: BaseException, root: Path, about: str = "scripts") -> Problem:
    """Return where the program, or a template, is at fault, and how; `about` is named where no file of ours is."""
    words = (str(error).splitlines() or [""])[0]
    message = f"{type(error).__name__}: {words}; mend it and save it again"
    if isinstance(error, SyntaxError) and error.filename:
        return Problem(below(error.filename, root), error.lineno or 0, LOADING, message)
    places = [(frame.filename, frame.lineno or 0) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError) and error.filename:
        places.append((error.filename, error.lineno))
    own = [place for place in places if below(place[0], root).startswith(BLAMED) and THIS not in place[0]]
    file, line = (own or [(str(root / about), 0)])[-1]
    return Problem(below(file, root), line, LOADING, message)


def below(file: str, root: Path) -> str:
    """Return the path of a file as problems name it."""
    path = Path(file)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
