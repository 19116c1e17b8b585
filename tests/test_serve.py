"""The archive while it is edited: what is saved is shown, at its place; what is wrong is said, and goes once it is mended."""

import html
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from multiprocessing import Pipe
from pathlib import Path
from queue import Queue
from typing import IO

import pytest
from playwright.sync_api import Browser, expect

from scripts.carry.offers import without_comments, without_offers
from scripts.serve.editing import RUNNING
from scripts.serve.loading import describe_fault, with_importers
from scripts.serve.nursery import Child
from scripts.serve.preview import Preview
from scripts.serve.server import clean_path, type_of_file
from scripts.serve.watch import Unbuilt, Watch, is_shared, unbuilt_by
from scripts.write.site import TREES
from tests.conftest import CITY, INVENTED, ROOT, copy_project
from tests.walk import kind_of

PATIENCE = 60.0
"""Seconds after which a page will not come any more, on the busiest machine."""
TRIES = 1_200
"""So often a page is looked at, 50 milliseconds apart at least."""
TAG_PATTERN = re.compile(
    r'<script src="/-/preview.js" data-mark="(?P<mark>[^"]*)" data-problem="(?P<problem>[^"]*)"></script>'
)
PAGE = {
    "zh": "# 引用\n\n" + "".join(f"## 第{number}节\n\n" + "一段话。\n\n" * 9 for number in "一二三四五六"),
    "en": "# Citing\n\n" + "".join(f"## Section {number}\n\nWords.\n\n" for number in range(1, 7)),
}
"""A page written by hand, of which nothing leads to policies that are not there."""
POLICY, EMENDATIONS = f"/policies/{CITY}/", f"corpus/policies/{CITY}/emendations.yml"
CHANGES = (
    (EMENDATIONS, "“予”应作“与”。", "“予”当作“与”。", POLICY, "当作"),
    (
        f"corpus/policies/{CITY}/policy.yml",
        "en: Moxiang Action",
        "en: Moxiang Trial Action",
        f"/en{POLICY}",
        "Moxiang Trial",
    ),
    (f"corpus/policies/{CITY}/en.po", 'msgstr "Foreword"', 'msgstr "Preface"', f"/en{POLICY}", "Preface"),
    ("docs/zh/about/how-to-cite/index.md", "\n## ", "\n新加的一段。\n\n## ", "/about/how-to-cite/", "新加的一段"),
    ("scripts/write/pages/policy/edits.py", 'f"# ', 'f"# 改后的', f"{POLICY}edits/", "改后的"),
    ("overrides/partials/site-foot.html", "<footer", "<p>改后的脚</p><footer", "/about/how-to-cite/", "改后的脚"),
    ("overrides/reports.py", "return offer(", 'return "<!-- 改后的 -->" + offer(', "/about/how-to-cite/", "改后的"),
    ("docs/assets/look/common.css", "\n", "\n.new-class { color: red; }\n", "/assets/archive.css", "new-class"),
)
"""A file of each kind, what is changed in it, an address that shows the change, and what is to be seen there."""
FAULTS = (
    (EMENDATIONS, "certainty: certain", "certainty: [", POLICY, rf"{EMENDATIONS}:\d+: "),
    ("scripts/write/pages/policy/edits.py", "def ", "def (", POLICY, r"scripts/write/pages/policy/edits\.py:\d+: "),
    (
        "overrides/partials/site-foot.html",
        "<footer",
        "{% if %}<footer",
        POLICY,
        r"overrides/partials/site-foot\.html:\d+: ",
    ),
)


class Edited:
    """A project that is being edited, and the preview of it."""

    def __init__(self, root: Path, said: Queue[str]) -> None:
        self.root, self.port, self.said = root, 0, said
        while not self.port:
            self.port = int((re.search(r"localhost:(\d+)/", said.get(timeout=PATIENCE)) or ["", "0"])[1])
        self.wait_until_built()

    def wait_until_built(self) -> None:
        """Wait for the next build to end."""
        while "docs/ is built" not in self.said.get(timeout=PATIENCE):
            pass

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        """Return the status and the text of what stands at a path."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")

    def wait(self, path: str, holds: Callable[[str], object]) -> str:
        """Return a page once something holds of it."""
        for _ in range(TRIES):
            _, page = self.get(path)
            if holds(page):
                return page
            time.sleep(0.05)
        raise AssertionError(page[-3000:])

    def change(self, name: str, old: str, new: str) -> str:
        """Change a file, and return what it was."""
        file = self.root / name
        former = file.read_text(encoding="utf-8")
        assert old in former, old
        file.write_text(former.replace(old, new, 1), encoding="utf-8")
        return former


def problem_of(page: str) -> str:
    found = TAG_PATTERN.search(page)
    return html.unescape(found["problem"]) if found else ""


def listen(stream: IO[str], said: Queue[str]) -> None:
    for line in stream:
        said.put(line)


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edited]:
    """A small project of invented policies and the pages written by hand, with its preview."""
    root = copy_project(tmp_path_factory.mktemp("edited"), INVENTED / "corpus")
    generated = {str(ROOT / tree) for tree in TREES}

    def leave_out(folder: str, names: list[str]) -> set[str]:
        return {name for name in names if f"{folder}/{name}" in generated or name in {"pictures", "__pycache__"}}

    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=leave_out)
    for language, words in PAGE.items():
        folder = root / f"docs/{language}/about/how-to-cite"
        shutil.rmtree(folder)
        folder.mkdir()
        (folder / "index.md").write_text(words, encoding="utf-8")
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copyfile(ROOT / name, root / name)
    command = [sys.executable, "-m", "scripts", "serve", "--port", "0"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1760000000"}
    with subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        said: Queue[str] = Queue()
        threading.Thread(target=listen, args=(running.stdout, said), daemon=True).start()
        try:
            yield Edited(root, said)
            running.send_signal(signal.SIGINT)
            assert running.wait(PATIENCE) == 0
        finally:
            running.kill()
    assert processes_in(root) == []


def processes_in(root: Path) -> list[str]:
    """Return the processes that work in a folder; those that are just ending have a moment."""
    for _ in range(100):
        found = []
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if (process / "cwd").resolve() == root.resolve():
                    found.append(process.name)
            except OSError:
                continue
        if not found:
            break
        time.sleep(0.05)
    return found


@pytest.mark.parametrize(("name", "old", "new", "path", "seen"), CHANGES, ids=[change[0] for change in CHANGES])
def test_a_change_is_shown_once_it_is_saved_and_gone_once_it_is_taken_back(
    edited: Edited, name: str, old: str, new: str, path: str, seen: str
) -> None:
    assert seen not in edited.wait(path, lambda page: not problem_of(page))
    before = edited.change(name, old, new)
    edited.wait(path, lambda page: seen in page)
    (edited.root / name).write_text(before, encoding="utf-8")
    edited.wait(path, lambda page: seen not in page)


@pytest.mark.parametrize(("name", "old", "new", "path", "place"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_what_is_wrong_is_said_on_the_last_good_page_and_goes_once_it_is_mended(
    edited: Edited, name: str, old: str, new: str, path: str, place: str
) -> None:
    good = TAG_PATTERN.sub("", edited.wait(path, lambda page: not problem_of(page)))
    before = edited.change(name, old, new)
    page = edited.wait(path, problem_of)
    assert re.match(place, problem_of(page)), problem_of(page)
    assert TAG_PATTERN.sub("", page) == good
    (edited.root / name).write_text(before, encoding="utf-8")
    assert TAG_PATTERN.sub("", edited.wait(path, lambda page: not problem_of(page))) == good


def test_a_template_that_gets_a_fault_when_all_is_built_ends_nothing(edited: Edited) -> None:
    """Then there is time, and pages are made ready before anybody asks."""
    name, old, new, path, place = FAULTS[-1]
    while not edited.said.empty():  # builds that ended before
        edited.said.get()
    former = {EMENDATIONS: edited.change(*CHANGES[0][:3])}
    edited.wait_until_built()
    edited.wait(path, lambda page: not problem_of(page))
    former[name] = edited.change(name, old, new)
    assert re.match(place, problem_of(edited.wait(path, problem_of)))
    for file, content in former.items():
        (edited.root / file).write_text(content, encoding="utf-8")
    edited.wait(path, lambda page: not problem_of(page))


def test_a_new_page_is_there_and_one_that_was_removed_is_not(edited: Edited) -> None:
    files = [edited.root / f"docs/{language}/about/new/index.md" for language in ("zh", "en")]
    assert edited.get("/about/new/")[0] == 404
    for file in files:
        file.parent.mkdir()
        file.write_text("# 新页\n\n一段。\n", encoding="utf-8")
    edited.wait("/about/new/", lambda page: "一段。" in page)
    for file in files:
        shutil.rmtree(file.parent)
    edited.wait("/about/new/", lambda page: "一段。" not in page)


def test_the_place_on_the_page_stays_where_text_above_it_is_added(edited: Edited, browser: Browser) -> None:
    page = browser.new_page(base_url=f"http://localhost:{edited.port}")
    page.goto("/about/how-to-cite/")
    heading = page.locator("article h2").last
    heading.evaluate("element => scrollTo(0, scrollY + element.getBoundingClientRect().top - 100)")
    seen = page.evaluate("scrollY")
    before = edited.change("docs/zh/about/how-to-cite/index.md", "\n## ", "\n" + "新加的一段。\n\n" * 20 + "## ")
    expect(page.get_by_text("新加的一段。").first).to_be_attached()
    page.wait_for_function("seen => document.readyState == 'complete' && scrollY > seen + 200", arg=seen)
    assert heading.evaluate("element => Math.abs(element.getBoundingClientRect().top - 100)") <= 2
    (edited.root / "docs/zh/about/how-to-cite/index.md").write_text(before, encoding="utf-8")
    expect(page.get_by_text("新加的一段。")).to_have_count(0)
    edited.change("docs/zh/about/how-to-cite/index.md", "\n## ", "\n[x](nowhere.md)\n\n## ")
    expect(page.locator("#preview-problem")).to_contain_text("docs/zh/about/how-to-cite/index.md: ")
    (edited.root / "docs/zh/about/how-to-cite/index.md").write_text(before, encoding="utf-8")
    expect(page.locator("#preview-problem")).to_have_count(0)
    page.close()


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        (POLICY, "127.0.0.1", 200),
        (POLICY, "localhost:80", 200),
        ("/", "archive.test", 403),
        ("/", "localhost.archive.test:80", 403),
        ("/../mkdocs.yml", "localhost", 400),
        ("/%2e%2e/mkdocs.yml", "localhost", 400),
        ("/assets/..%2f..%2fmkdocs.yml", "localhost", 400),
        ("//etc/passwd", "localhost", 404),
        ("/assets/", "localhost", 404),
        ("/assets/look/common.css", "localhost", 404),
        ("/policies", "localhost", 302),
    ],
)
def test_only_this_machine_is_answered_and_only_what_a_site_has(
    edited: Edited, path: str, host: str, status: int
) -> None:
    assert edited.get(path, Host=host)[0] == status


def test_nothing_but_get_is_answered(edited: Edited) -> None:
    request = urllib.request.Request(f"http://localhost:{edited.port}/", b"words", method="POST")
    with pytest.raises(urllib.error.HTTPError, match="501"):
        urllib.request.urlopen(request)


def test_a_page_is_what_a_build_makes(site: Path) -> None:
    """One of each kind, but for the PDFs that the site of this machine may have."""
    preview, kinds = Preview(ROOT), dict[str, str]()
    for file in sorted(site.rglob("index.html")):
        path = file.relative_to(site).as_posix()
        kinds.setdefault(kind_of(path), path)
    assert len(kinds) > 40
    differing = [
        path
        for path in kinds.values()
        if bare(preview.answer(path).body.decode()) != bare((site / path).read_text("utf-8"))
    ]
    assert differing == []


def bare(page: str) -> str:
    return without_offers(without_comments(page))


def test_files_that_are_saved_or_removed_are_noticed_and_no_generated_ones(tmp_path: Path) -> None:
    for name in ("corpus/a.yml", "docs/zh/about/index.md", "docs/zh/policies/x/index.md", "scripts/__pycache__/a.pyc"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("a", encoding="utf-8")
    watch = Watch(tmp_path)
    assert watch.changes() == frozenset()
    for name in ("docs/zh/about/index.md", "docs/zh/policies/x/index.md", "docs/zh/about/.index.md.swp", "mkdocs.yml"):
        (tmp_path / name).write_text("bb", encoding="utf-8")
    (tmp_path / "corpus/a.yml").unlink()
    assert watch.changes() == {"docs/zh/about/index.md", "mkdocs.yml", "corpus/a.yml"}


@pytest.mark.parametrize(
    ("name", "unbuilt"),
    [
        (EMENDATIONS, Unbuilt(policies=frozenset([CITY]))),
        ("corpus/glossary/terms.yml", Unbuilt(shared=True)),
        ("scripts/write/site.py", Unbuilt(program=True)),
        ("docs/zh/index.md", Unbuilt(other=True)),
        ("docs/assets/look/common.css", Unbuilt()),
    ],
)
def test_a_change_says_what_a_build_would_make_anew(name: str, unbuilt: Unbuilt) -> None:
    assert unbuilt_by(frozenset([name])) == unbuilt
    assert is_shared(frozenset([name])) == unbuilt.shared


def test_what_runs_all_the_time_is_known_by_its_files() -> None:
    assert all((ROOT / name).is_file() for name in RUNNING)


def test_what_imports_a_changed_module_is_loaded_anew_and_nothing_else() -> None:
    found = with_importers(ROOT, {"scripts.write.pages.policy.edits"})
    assert {"scripts.write.site", "scripts.commands.maker", "scripts.serve.preview"} < found
    assert not {"scripts.read.corpus.corpus", "scripts.model.policy", "scripts.write.pages.terms"} & found


def test_a_fault_of_the_program_is_named_by_its_place() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        describe_fault(ValueError(str(1 // int("0"))), ROOT)
    assert str(describe_fault(caught.value, ROOT)).startswith("tests/test_serve.py:")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("data/policies/a.akn.xml", "application/akn+xml; charset=utf-8"),
        ("card.png", "image/png"),
        ("LICENSE", "application/octet-stream"),
    ],
)
def test_a_file_has_the_type_that_hosts_give_it(path: str, kind: str) -> None:
    assert type_of_file(path) == kind
    assert clean_path(f"/{path}") == path


def test_a_process_whose_link_was_just_closed_is_ended_all_the_same() -> None:
    """As where the preview is stopped while a page still asks for news."""
    near, far = Pipe()
    process = subprocess.Popen(["sleep", "60"])
    os.close(near.fileno())
    Child(near, process.pid).stop()
    assert process.wait() == -signal.SIGTERM
    Child(near, process.pid).stop()  # and once more is no fault either
    far.close()
