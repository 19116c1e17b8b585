"""The shape of the project: imports run one way, documentation names what there is, every page is there in both languages."""

import ast
import graphlib
import json
import re
import subprocess
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

from scripts.model import vocabulary
from scripts.model.vocabulary import Rule
from scripts.write.markup.surroundings import HAND_WRITTEN
from scripts.write.site import TREES
from tests.conftest import ROOT, run_scripts
from tests.guide.pages import EXAMPLE_ID

LAYERS = (
    ("problems", "text"),
    ("model",),
    ("link",),
    ("read", "write", "check"),
    ("carry", "verify"),
    ("commands", "site"),
    ("serve",),
    ("__main__",),
)
MODULES = sorted((ROOT / "scripts").rglob("*.py"))


def layer_of(name: str) -> int:
    return next(i for i, names in enumerate(LAYERS) if name in names)


def imports_of(file: Path) -> Iterator[str]:
    """Yield what a module imports of ours, as names below `scripts`."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] == "scripts":
            base = node.module.split(".")[1:]
            is_package = (ROOT / "scripts").joinpath(*base).is_dir()
            for alias in node.names:
                yield ".".join([*base, alias.name] if is_package else base)


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_run_one_way(file: Path) -> None:
    own = file.relative_to(ROOT / "scripts").with_suffix("").parts[0]
    for name in imports_of(file):
        other = name.split(".")[0]
        assert other == own or layer_of(other) < layer_of(own), f"{own} imports {name}"


def test_no_two_folders_import_each_other_even_by_way_of_others() -> None:
    arrows: dict[str, set[str]] = {}
    for file in MODULES:
        own = ".".join(file.relative_to(ROOT / "scripts").parent.parts)
        arrows.setdefault(own, set()).update(name.rpartition(".")[0] for name in imports_of(file))
    graph = {room: others - {room} for room, others in arrows.items() if room}  # the top is not a room
    assert list(graphlib.TopologicalSorter(graph).static_order())  # which raises where there is a circle


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_module_says_what_it_is_for(file: Path) -> None:
    docstring = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    assert docstring
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 250


def read_docs(*names: str) -> str:
    return "\n".join((ROOT / name).read_text(encoding="utf-8") for name in names)


def test_the_readme_names_every_command_and_target() -> None:
    readme = read_docs("README.md")
    for command in re.findall(r"^    (\w+)  ", run_scripts("--help").stdout.decode(), re.MULTILINE):
        assert f"python -m scripts {command}" in readme
    for target in re.findall(r"^([a-z-]+):.*## ", read_docs("Makefile"), re.MULTILINE):
        if target not in {"help", "lock", "clean"}:
            assert f"`make {target}`" in readme


def test_the_readme_names_every_top_folder_and_module() -> None:
    readme = read_docs("README.md")
    for name in [
        *(path.name for path in (ROOT / "scripts").glob("[a-z]*.py")),
        *(f"{path.name}/" for path in (ROOT / "scripts").rglob("[a-z]*") if path.is_dir()),
        "corpus/",
        "docs/",
        "overrides/",
        "tests/",
    ]:
        assert name in readme


def test_git_make_and_markup_know_the_folders_written_by_hand_and_take_all_others_for_generated() -> None:
    assert re.findall(r"^!/docs/\*/(.*)/$", read_docs(".gitignore"), re.MULTILINE) == list(HAND_WRITTEN)
    kept = re.search(r"^GENERATED = \$\(filter-out ([^,]*),", read_docs("Makefile"), re.MULTILINE)
    assert kept
    assert kept[1].split() == [f"%/{folder}/" for folder in HAND_WRITTEN]
    paths = [
        *(f"{tree}/x/index.md" for tree in TREES),
        "docs/zh/about/index.md",
        "docs/en/index.md",
        "docs/assets/a.js",
    ]
    command = ["git", "check-ignore", "--no-index", "--stdin"]
    ignored = subprocess.run(command, cwd=ROOT, input="\n".join(paths), capture_output=True, text=True, check=False)
    assert ignored.stdout.split() == paths[: len(TREES)]


def test_ci_calls_the_test_command_of_the_readme() -> None:
    assert "The test command is `make test`" in read_docs("README.md")
    assert re.search("^make test$", read_docs(".ci/run"), re.MULTILINE)


@pytest.mark.parametrize(
    "words",
    [v for v in vars(vocabulary).values() if isinstance(v, type) and issubclass(v, StrEnum) and v is not StrEnum],
)
def test_the_data_dictionary_names_every_word_of_the_vocabulary(words: type[StrEnum]) -> None:
    dictionary = read_docs("corpus/README.md")
    if words not in (vocabulary.Language, vocabulary.ResultKind):  # which no file of the corpus names
        assert [word for word in words if f"`{word}`" not in dictionary] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_guide_names_every_rule(language: str) -> None:
    guide = read_docs(f"docs/{language}/about/how-it-is-made/index.md")
    assert [rule for rule in Rule if f"`{rule}`" not in guide] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_file_that_the_guides_name_is_there(language: str) -> None:
    for guide in (ROOT / "docs" / language / "about").rglob("*.md"):
        for name in re.findall(r"`((?:scripts|corpus|docs)/[\w/.-]+)`", guide.read_text(encoding="utf-8")):
            assert (ROOT / name).exists() or EXAMPLE_ID in name, name


def test_every_page_is_written_in_both_languages() -> None:
    pages = {
        lang: {p.relative_to(ROOT / "docs" / lang) for p in (ROOT / "docs" / lang).rglob("*.md")}
        for lang in ("zh", "en")
    }
    published = {page for page in pages["zh"] if page.is_relative_to("data/policies")}  # texts, not pages
    assert pages["zh"] - published == pages["en"]


def test_the_lock_file_of_the_javascript_tools_pins_every_version_and_names_no_host() -> None:
    lock = json.loads(read_docs("package-lock.json"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    for package in packages.values():
        package.pop("funding", None)  # where a package's authors ask for money, which nothing is fetched from
    assert "://" not in json.dumps(lock) + read_docs(".npmrc")
    assert packages
    assert all(package["version"] and package["integrity"].startswith("sha512-") for package in packages.values())


def test_no_test_reads_a_clock() -> None:
    clocks = re.compile(
        r"time\.(?:process_time|perf_counter|monotonic|thread_time|time)(?:_ns)?\(|timeit|resource\.getrusage"
    )
    readers = [path.name for path in (ROOT / "tests").glob("*.py") if clocks.search(path.read_text(encoding="utf-8"))]
    assert [name for name in readers if name != "test_project.py"] == []
