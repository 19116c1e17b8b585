"""What is replaced is replaced whole, whenever a run is killed or refused; one run writes at a time."""

import errno
import os
import re
import shutil
import signal
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from scripts.carry.stamp import read_moment
from scripts.check.builds import check_builds
from scripts.commands.builds import read_builds
from scripts.problems import CorpusError
from scripts.site import build as site_build
from scripts.write.disk.files import write_given, write_together
from scripts.write.disk.lock import LOCK, writing
from scripts.write.disk.record import SITE, record_name
from scripts.write.disk.replacing import FORMER, LIST, STAGED, put_in_place, settle, stage
from tests.conftest import ROOT
from tests.kills.project import prints

CHANGES = ("os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "os.chmod", "shutil.rmtree", "open")
"""What Python tells of before it changes the disk."""


class Disk:
    """Counts the changes of the disk, and stops before one of them: by killing this process, or by an error."""

    def __init__(self) -> None:
        self.count, self.last, self.is_watched = 0, sys.maxsize, False
        self.error: OSError | None = None
        sys.addaudithook(self.look)

    def look(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Hear of a change."""
        if not self.is_watched or event not in CHANGES or (event == "open" and arguments[1] in {None, "r", "rb"}):
            return
        self.count += 1
        if self.count == self.last and self.error is None:
            os.kill(os.getpid(), signal.SIGKILL)
        elif self.count == self.last and self.error:
            raise self.error

    @contextmanager
    def stopping_at(self, number: int, error: OSError | None) -> Iterator[None]:
        """Let the n-th change fail; without an error, kill whoever is about to make it."""
        self.count, self.last, self.error, self.is_watched = 0, number, error, True
        try:
            yield
        finally:
            self.is_watched = False

    def is_killed_at(self, number: int, work: Callable[[], None]) -> bool:
        """Have a process do something and kill it before its n-th change; return whether it came to that."""
        process = os.fork()
        if process == 0:
            with self.stopping_at(number, None):
                work()
            os._exit(0)
        return os.WIFSIGNALED(os.waitpid(process, 0)[1])

    def fails_at(self, number: int, work: Callable[[], None]) -> bool:
        """Do something and let its n-th change fail; return whether it came to that."""
        error = OSError(errno.ENOSPC, "No space left on device", "x")
        with suppress(OSError), self.stopping_at(number, error):
            work()
        return self.count >= number


@pytest.fixture(scope="session")
def disk() -> Disk:
    """Watches what changes the disk; one for all tests, for Python never forgets who listens."""
    return Disk()


FORMER_STATE = {"docs/a/x.md": "a", "docs/a/y/z.md": "b", "docs/b/x.md": "c", "corpus/1.txt": "1", "corpus/2.txt": "2"}
NEW_STATE = {"docs/a/x.md": "new", "docs/c/x.md": "d", "corpus/1.txt": "3", "corpus/2.txt": "2", "corpus/3.txt": "4"}
"""A tree that changes, one that goes, one that comes; a file that changes and one that comes."""


def write_state(root: Path, state: dict[str, str]) -> None:
    for name, text in state.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


def state_of(root: Path) -> dict[str, str]:
    files = (path for tree in ("docs", "corpus") for path in (root / tree).rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_text() for path in files}


def replace(root: Path) -> None:
    """Replace the former state by the new one."""
    for name, text in (("docs/a", "docs/a/x.md"), ("docs/c", "docs/c/x.md")):
        stage(root, name).mkdir()
        (root / STAGED / text).write_text(NEW_STATE[text])
    for name in ("corpus/1.txt", "corpus/3.txt"):
        stage(root, name, is_tree=False).write_text(NEW_STATE[name])
    put_in_place(root, ["docs/a", "docs/c", "corpus/1.txt", "corpus/3.txt"], ["docs/b"])


def stopped_states(tmp_path: Path, stop: Callable[[int, Callable[[], None]], bool]) -> Iterator[tuple[Path, int]]:
    """Yield a project of which the n-th change was stopped, for every n."""
    number, is_stopped = 0, True
    while is_stopped:
        number += 1
        root = tmp_path / str(number)
        write_state(root, FORMER_STATE)
        (root / "build").mkdir()
        is_stopped = stop(number, partial(replace, root))
        yield root, number
    assert number > 40


def left_over(root: Path) -> list[Path]:
    return [path for path in (root / "build").iterdir() if path.name != Path(LOCK).name]


def test_a_replacement_that_is_killed_at_any_change_of_the_disk_is_whole_once_the_next_run_settled(
    tmp_path: Path, disk: Disk
) -> None:
    seen = set()
    for root, _ in stopped_states(tmp_path, disk.is_killed_at):
        present, is_listed = state_of(root), (root / LIST).exists()
        assert present in (FORMER_STATE, NEW_STATE) or is_listed
        settle(root)
        assert state_of(root) == (NEW_STATE if is_listed or present == NEW_STATE else FORMER_STATE)
        assert left_over(root) == []
        seen.add((present == FORMER_STATE, present == NEW_STATE, is_listed))
    assert len(seen) >= 5  # before, with the list, between, at the end with the list, done


def test_what_settles_may_be_killed_too(tmp_path: Path, disk: Disk) -> None:
    for root, number in stopped_states(tmp_path, disk.is_killed_at):
        if (root / LIST).exists() and number % 3 == 0:
            disk.is_killed_at(1 + number % 7, partial(settle, root))
            settle(root)
            assert state_of(root) == NEW_STATE
            assert left_over(root) == []


def test_a_replacement_that_the_disk_refuses_at_any_change_is_undone(tmp_path: Path, disk: Disk) -> None:
    for root, _ in stopped_states(tmp_path, disk.fails_at):
        assert state_of(root) in (FORMER_STATE, NEW_STATE)
        settle(root)
        assert state_of(root) in (FORMER_STATE, NEW_STATE)
        assert left_over(root) == []


def test_what_the_disk_refuses_is_one_line_with_the_file_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as caught, writing(tmp_path):
        raise OSError(errno.ENOSPC, "No space left on device", f"{tmp_path}/docs/x.md")
    assert str(caught.value) == (
        "docs/x.md: [disk] cannot be read or written (no space left on device); make room on the disk, and run it again"
    )


@pytest.mark.parametrize("name", ["docs", "docs/zh", "build"])
@pytest.mark.parametrize("kind", ["link", "file"])
def test_a_link_or_a_file_in_the_place_of_a_folder_is_refused_and_left(tmp_path: Path, name: str, kind: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / name).parent.mkdir(exist_ok=True)
    if kind == "link":
        (tmp_path / name).symlink_to(elsewhere)
    else:
        (tmp_path / name).write_text("mine")
    with pytest.raises(CorpusError, match=f"{name}: .* is a {kind}, and must be a folder"), writing(tmp_path):
        stage(tmp_path, "docs/zh/policies")
    assert list(elsewhere.iterdir()) == []
    assert (tmp_path / name).is_symlink() or (tmp_path / name).read_text() == "mine"


@pytest.mark.parametrize("folder", ["within", "elsewhere"])
def test_a_large_file_is_written_part_by_part_and_the_same_one_not_again(tmp_path: Path, folder: str) -> None:
    root, file = tmp_path / "within", tmp_path / folder / "out/large"
    root.mkdir()
    file.parent.mkdir(parents=True)
    part, parts = "质量" * 100_000, 40
    tracemalloc.start()
    with writing(root):
        write_given(root, file, (part for _ in range(parts)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    written = file.stat()
    assert written.st_size == parts * len(part.encode())
    assert peak < written.st_size / 4
    with writing(root):
        write_given(root, file, [part * parts])
        assert (file.stat().st_ino, file.stat().st_mtime_ns) == (written.st_ino, written.st_mtime_ns)
        write_given(root, file, "other")
    assert file.read_text() == "other"
    assert [path.name for path in file.parent.iterdir()] == ["large"]


def test_modes_do_not_depend_on_who_runs_it(tmp_path: Path) -> None:
    former = os.umask(0o077)
    try:
        write_state(tmp_path, FORMER_STATE)
        (tmp_path / "docs/a/x.md").chmod(0o600)
        with writing(tmp_path):
            stage(tmp_path, "dist/new").mkdir()
            (tmp_path / STAGED / "dist/new/a").write_text("")
            put_in_place(tmp_path, ["dist/new"])
            write_together(tmp_path, {tmp_path / "corpus/1.txt": "3"})
        (tmp_path / "out").mkdir(mode=0o755)
        write_given(tmp_path / "docs", tmp_path / "out/x", "")
    finally:
        os.umask(former)
    modes = {name: (tmp_path / name).stat().st_mode & 0o777 for name in ("dist", "dist/new", "build")}
    assert set(modes.values()) == {0o755}
    files = {name: (tmp_path / name).stat().st_mode & 0o777 for name in ("dist/new/a", "corpus/1.txt", "out/x")}
    assert set(files.values()) == {0o644}


def test_a_second_run_waits_for_the_first_and_says_for_whom(whole_project: Path) -> None:
    project = whole_project
    with writing(project):
        command = [sys.executable, "-m", "scripts", "build"]
        second = subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert second.stderr
        said = second.stderr.readline()
        assert re.match(rf"`.+` \(process {os.getpid()}\) is writing; waiting", said)
        assert not (project / "docs/zh/policies").exists()
    assert second.wait() == 0
    assert (project / "docs/zh/policies").exists()


HOLDER = """
import subprocess, sys
from pathlib import Path
from scripts.write.disk.lock import writing
with writing(Path(sys.argv[1])) as lock:
    command = [sys.executable, "scripts/site/builder.py", "sleeper"]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, pass_fds=[lock])
    print(child.pid, flush=True)
    child.wait()
"""


def test_a_builder_ends_with_the_run_that_began_it_and_the_lock_is_free_only_then(tmp_path: Path) -> None:
    (tmp_path / "sleeper.py").write_text("import time\ntime.sleep(600)\n")
    environment = os.environ | {"PYTHONPATH": f"{tmp_path}:{ROOT}"}
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    holder = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert holder.stdout
    child = int(holder.stdout.readline())
    holder.kill()
    holder.wait()
    with writing(tmp_path):  # which waits for the child
        state = Path(f"/proc/{child}/stat")
        assert not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z"


@pytest.fixture(scope="module")
def one_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of one page, its site built by MkDocs itself, by somebody who lets nobody read what he writes."""
    root = tmp_path_factory.mktemp("one-page")
    (root / "mkdocs.yml").write_text('site_name: x\nsite_dir: !ENV [SITE_DIR, "site"]\n', encoding="utf-8")
    (root / "pyproject.toml").write_text('[project]\nversion = "1"\n', encoding="utf-8")
    for name in ("overrides", "docs"):
        (root / name).mkdir()
    (root / "docs/index.md").write_text("# one", encoding="utf-8")
    former = os.umask(0o077)
    try:
        assert build_in(root) == 0
    finally:
        os.umask(former)
    return root


def build_in(root: Path) -> int:
    """Build the site of a project."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site_build, "ROOT", root)
        patch.setenv("SOURCE_DATE_EPOCH", "1795944460")  # MkDocs writes its clock into the page
        return site_build.main()


def altered(root: Path) -> list[tuple[str, str]]:
    return [(problem.path, problem.rule) for problem in check_builds(read_builds(root))]


def test_a_file_of_the_site_that_is_gone_altered_or_added_is_told_and_made_again(
    one_page: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    whole = prints(one_page, "site")
    assert {mark.rpartition(" ")[2] for mark in whole.values()} == {"644"}
    assert altered(one_page) == []
    (one_page / "site/sitemap.xml").unlink()
    page = one_page / "site/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("one", "two"), encoding="utf-8")
    (one_page / "site/more.html").write_text("", encoding="utf-8")
    names = ("index.html", "more.html", "sitemap.xml")
    assert altered(one_page) == [(f"site/{name}", "site-altered") for name in names]
    assert build_in(one_page) == 0
    assert "site/index.html (altered), site/more.html (added), site/sitemap.xml (missing)" in capfd.readouterr().err
    assert prints(one_page, "site") == whole
    assert altered(one_page) == []
    assert build_in(one_page) == 0
    assert "nothing changed" in capfd.readouterr().out


def test_a_site_that_was_built_before_docs_changed_is_told(one_page: Path) -> None:
    page = one_page / "docs/index.md"
    former = page.read_text(encoding="utf-8")
    page.write_text("# two", encoding="utf-8")
    assert altered(one_page) == [("site", "site-outdated")]
    page.write_text(former, encoding="utf-8")  # the same words at another time are no change
    assert altered(one_page) == []
    record = one_page / record_name(SITE)
    content = record.read_bytes()
    record.unlink()
    assert altered(one_page) == [("site", "site-outdated")]
    record.write_bytes(content)


@pytest.mark.parametrize("is_killed_between", [False, True])
def test_a_failing_build_of_the_site_after_a_killed_one_keeps_the_site(
    one_page: Path, *, is_killed_between: bool
) -> None:
    if is_killed_between:  # as it stands where the list says that it is to be replaced
        (one_page / FORMER).mkdir(parents=True)
        (one_page / "site").rename(one_page / FORMER / "site")
        (one_page / STAGED / "site").mkdir(parents=True)
        (one_page / STAGED / "site/index.html").write_text("one, anew")
        (one_page / LIST).write_text('[["site", true, true]]')
    configuration = one_page / "mkdocs.yml"
    former = configuration.read_bytes()
    configuration.write_text("site_name: [", encoding="utf-8")
    assert build_in(one_page) != 0
    assert "one" in (one_page / "site/index.html").read_text(encoding="utf-8")
    assert altered(one_page) != []
    configuration.write_bytes(former)


def test_what_the_disk_refuses_the_builder_is_said_in_one_line(
    one_page: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    limited: Callable[..., Any] = subprocess.Popen
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONWARNINGS", "ignore")
        patch.setattr(subprocess, "Popen", lambda c, **o: limited(["prlimit", "--fsize=2000", *c], **o))
        (one_page / "docs/large.txt").write_text("x" * 5000)
        assert build_in(one_page) != 0
    said = capfd.readouterr().err
    assert "Traceback" not in said
    assert "large.txt" in said or "file too large" in said
    assert "site/ was left as it was" in said


def test_without_git_and_without_a_date_none_is_invented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert read_moment(tmp_path) is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")  # as make hands on what it does not know
    assert read_moment(tmp_path) is None


def test_what_was_made_is_not_removed_while_somebody_writes(tmp_path: Path) -> None:
    shutil.copy2(ROOT / "Makefile", tmp_path)
    (tmp_path / "site").mkdir()
    with writing(tmp_path):
        cleaning = subprocess.Popen(["make", "clean"], cwd=tmp_path, stderr=subprocess.PIPE, text=True)
        assert cleaning.stderr
        assert f"(process {os.getpid()}) is writing; waiting for it to end" in cleaning.stderr.readline()
        assert (tmp_path / "site").is_dir()
    assert cleaning.wait() == 0
    assert not (tmp_path / "site").exists()
