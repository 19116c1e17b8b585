"""A build that takes over what did not change makes the same files as one that makes everything, and little work."""

import hashlib
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.commands import build as building
from scripts.commands import maker as making
from scripts.commands.build import SHELF, build
from scripts.commands.maker import Maker, Task
from scripts.site.copies import EPUB, Copier, copies
from scripts.write.site import File
from tests.conftest import CITY, DISTRICT, INVENTED, ROOT

Change = Callable[[Path], None]
Files = dict[str, bytes]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the invented corpus that was built once."""
    project = tmp_path_factory.mktemp("built")
    shutil.copytree(INVENTED / "corpus", project / "corpus")
    assert build(project).problems == ()
    return project


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A copy of it, which a test may spoil."""
    return shutil.copytree(built, tmp_path, dirs_exist_ok=True)


def files_of(project: Path, folder: str = "docs") -> Files:
    above = project / folder
    return {path.relative_to(above).as_posix(): path.read_bytes() for path in above.rglob("*") if path.is_file()}


ANEW = dict[frozenset[tuple[str, bytes]], Files]()
"""By the files of a corpus, those that a project with it has which was never built before."""


def built_anew(project: Path) -> Files:
    """Return the files of a project with the same corpus that was never built before."""
    key = frozenset(files_of(project, "corpus").items())
    if key not in ANEW:
        fresh = project.with_name(f"{project.name}-fresh")
        shutil.copytree(project / "corpus", fresh / "corpus")
        assert build(fresh).problems == ()
        ANEW[key] = files_of(fresh)
    return ANEW[key]


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def change_a_letter(project: Path) -> None:
    folder = project / "corpus/policies" / CITY
    source = folder / "source.txt"
    former = hashlib.sha256(source.read_bytes()).hexdigest()
    edit(source, "标准", "准标")
    edit(folder / "policy.yml", former, hashlib.sha256(source.read_bytes()).hexdigest())


def change_the_english(project: Path) -> None:
    edit(project / "corpus/policies" / CITY / "en.po", 'msgstr "Foreword"', 'msgstr "Preface"')


def change_a_topic(project: Path) -> None:
    edit(project / "corpus/policies" / CITY / "topics.yml", "services: [s2-2]", "services: []")


def change_a_title(project: Path) -> None:
    edit(project / "corpus/policies" / DISTRICT / "policy.yml", "title: {zh: ", "title: {zh: 新")


def change_a_term(project: Path) -> None:
    edit(project / "corpus/glossary/terms.yml", "meaning: {zh: ", "meaning: {zh: 即")


def add_a_policy(project: Path) -> None:
    folder = project / "corpus/policies" / CITY.replace("2031", "2033")
    shutil.copytree(project / "corpus/policies" / CITY, folder)
    edit(folder / "policy.yml", CITY, folder.name)
    text = (folder / "policy.yml").read_text(encoding="utf-8")
    text = re.sub(r"^(title: {zh: [^,}]*)", r"\1二期方案", text, flags=re.MULTILINE)
    (folder / "policy.yml").write_text(re.sub(r"^number: .*\n", "", text, flags=re.MULTILINE), encoding="utf-8")


def remove_a_policy(project: Path) -> None:
    shutil.rmtree(project / "corpus/policies" / DISTRICT)
    documents = project / "corpus/glossary/documents.yml"
    text = documents.read_text(encoding="utf-8")
    documents.write_text(re.sub(rf"^- policy: {DISTRICT}\n(?:  .*\n)*", "", text, flags=re.MULTILINE), encoding="utf-8")


CHANGES: tuple[Change, ...] = (
    *(change_a_letter, change_the_english, change_a_topic, change_a_title, change_a_term),
    *(add_a_policy, remove_a_policy),
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_build_after_a_change_makes_what_a_first_build_makes(project: Path, change: Change) -> None:
    former = files_of(project)
    change(project)
    built = build(project)
    assert built.problems == ()
    present = files_of(project)
    assert present == built_anew(project)
    differing = {path for path in former.keys() | present.keys() if former.get(path) != present.get(path)}
    assert built.changed == len(differing) > 0


class Counter:
    """Counts which policies are made and drawn."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.made, self.drawn = list[str](), 0
        make, draw = Maker.make, Maker.draw

        def count_made(maker: Maker, policy_id: str) -> making.Made:
            self.made.append(policy_id)
            return make(maker, policy_id)

        def count_drawn(maker: Maker, task: Task) -> list[File]:
            self.drawn += 1
            return draw(maker, task)

        monkeypatch.setattr(Maker, "make", count_made)
        monkeypatch.setattr(Maker, "draw", count_drawn)


def test_nothing_is_made_where_nothing_changed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counter = Counter(monkeypatch)
    monkeypatch.setattr(building, "write_search", lambda *_: pytest.fail("the search is made again"))
    assert (build(project).changed, counter.made, counter.drawn) == (0, [], 0)


def test_of_many_policies_only_the_one_that_changed_is_made(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change_the_english(project)
    counter = Counter(monkeypatch)
    assert build(project).problems == ()
    assert (counter.made, counter.drawn) == ([CITY], 1)


def test_processes_side_by_side_make_the_same(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    former = files_of(project)
    monkeypatch.setattr(making, "FEW", 0)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    shutil.rmtree(project / "docs")
    (project / SHELF).unlink()
    assert build(project).changed == len(former)
    assert files_of(project) == former


def test_a_file_that_somebody_touched_or_removed_is_made_again(project: Path) -> None:
    former = files_of(project)
    (project / "docs/zh/policies" / CITY / "index.md").write_text("altered", encoding="utf-8")
    (project / "docs/en/terms/index.md").unlink()
    (project / "docs/zh/data/search/search.js").write_text("", encoding="utf-8")
    assert build(project).changed == 3
    assert files_of(project) == former


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\0" * 200])
def test_a_shelf_that_cannot_be_read_is_made_anew(project: Path, content: bytes) -> None:
    former = files_of(project)
    (project / SHELF).write_bytes(content)
    assert build(project).problems == ()
    assert files_of(project) == former


@pytest.mark.parametrize("place", [0.1, 0.5, 0.9])
def test_a_shelf_that_is_damaged_in_its_middle_is_made_anew(project: Path, place: float) -> None:
    former = files_of(project)
    data = bytearray((project / SHELF).read_bytes())
    start = int(len(data) * place)
    data[start : start + len(data) // 20] = bytes(len(data) // 20)
    (project / SHELF).write_bytes(data)
    change_a_letter(project)
    assert build(project).problems == ()
    assert files_of(project) == built_anew(project)
    assert files_of(project) != former


def test_a_build_that_fails_leaves_docs_as_they_were_and_the_next_one_makes_all(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = files_of(project)
    change_a_letter(project)
    with monkeypatch.context() as patched:
        patched.setattr(building, "write_search", lambda *_: iter([("search.js", 0)]))
        with pytest.raises(TypeError):
            build(project)
    assert files_of(project) == former
    assert build(project).problems == ()
    assert files_of(project) == built_anew(project)


def test_problems_of_one_policy_are_shown_again_and_keep_all_from_being_written(project: Path) -> None:
    former = files_of(project)
    (project / "corpus/policies" / CITY / "topics.yml").write_text("services: [s99]\n", encoding="utf-8")
    first, second = build(project), build(project)
    assert first.problems == second.problems != ()
    assert files_of(project) == former


def test_a_book_is_made_anew_where_a_program_that_makes_it_changed(site: Path, tmp_path: Path) -> None:
    for folder in ("scripts/carry", "docs/assets/single", "docs/assets/pdf"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    book = next(copy for copy in copies(site) if copy.kind == EPUB)
    before = Copier(tmp_path, site).mark(book)
    assert Copier(tmp_path, site).mark(book) == before
    edit(tmp_path / "scripts/carry/epub.py", "import", "# Changed.\nimport")
    assert Copier(tmp_path, site).mark(book) != before
