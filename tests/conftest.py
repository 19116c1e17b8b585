"""What tests share: the archive as it is, the site built strictly, a server, a browser; and `--accept`."""

import dataclasses
import fcntl
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, expect, sync_playwright

from scripts.carry.stamp import read_stamp
from scripts.commands.gather import current_words, identified, link_corpus
from scripts.link.shares import lookup_of
from scripts.model.archive import Archive
from scripts.model.editions import print_entry, print_words
from scripts.model.lookup import Lookup
from scripts.model.published_words import make_seal
from scripts.model.register import ANCHORS, SEALED, seal_anchors
from scripts.model.register import make_seal as make_register_seal
from scripts.read.corpus.corpus import Corpus, policy_folders, read_corpus
from scripts.read.corpus.register_file import REGISTER
from scripts.read.hand_written import read_pages
from scripts.site.copies import write_copies
from scripts.site.host.files import write_host_files
from scripts.site.paper import date_paper
from scripts.write.corpus.published_file import draw_edition, draw_words
from scripts.write.search.collections import Collection, make_collections
from scripts.write.search.segmenter import Segmenter
from scripts.write.search.share import Share, make_share
from tests.program import run_forked

ROOT = Path(__file__).resolve().parent.parent
SITE_URL = "https://archive.test/"
"""The address with which the tested site is built: no other, not even the default, may be given out."""
os.environ["SITE_URL"] = SITE_URL
os.environ["REPORT_ADDRESS"] = "editors@archive.test"
settings.register_profile("archive", deadline=None, derandomize=True)  # no test fails by chance or on a busy machine
settings.register_profile(
    "searching", deadline=None
)  # other examples in each run: pytest --hypothesis-profile=searching
settings.load_profile("archive")
expect.set_options(timeout=30_000)  # milliseconds, as long as a page has; likewise
IDS = tuple(path.name for path in policy_folders(ROOT))
"""The policies of the corpus, whichever they are: over all of them the laws run."""
INVENTED = ROOT / "tests"
"""The root of the invented corpus, for whatever needs a corpus and not the archive's own."""
CITY, DISTRICT = "moxiang-2031", "yunting-2032"
"""Its policies: the one has parts, subitems, a box, a table and notes; the other is Traditional, of a web page."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite what the cases in tests/cases expect")


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return read_corpus(ROOT)


@pytest.fixture(scope="session")
def lookup(corpus: Corpus) -> Lookup:
    """The archive with its findings and its hand-written pages."""
    return lookup_of(dataclasses.replace(link_corpus(corpus)[0], pages=read_pages(ROOT)))


@pytest.fixture(scope="session")
def collections(lookup: Lookup) -> list[Collection]:
    """All that is searched."""
    return list(make_collections(lookup))


@pytest.fixture(scope="session")
def shares(collections: list[Collection]) -> list[Share]:
    """The shares of all collections in the search."""
    segmenter = Segmenter(ROOT / ".cache")
    return [make_share(collection, segmenter.cut) for collection in collections]


def run_scripts(*arguments: str, cwd: Path = ROOT, begins: bool = False) -> subprocess.CompletedProcess[bytes]:
    """Run the command line as its users do; where it `begins`, with the program that the project itself has."""
    if not begins:
        return run_forked(arguments, cwd)
    command = [sys.executable, "-m", "scripts", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, check=False)


def copy_project(target: Path, corpus: Path) -> Path:
    """Make a project of the program and this corpus, and return it."""
    for folder in (corpus, ROOT / "scripts"):
        shutil.copytree(folder, target / folder.name)  # with what Python compiled of it, so that it begins at once
    return target


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the invented corpus, which a test may spoil; the program is only in `whole_project`."""
    shutil.copytree(INVENTED / "corpus", tmp_path / "corpus")
    return tmp_path


@pytest.fixture
def whole_project(project: Path) -> Path:
    """The same with the program, for what begins it anew there."""
    shutil.copytree(ROOT / "scripts", project / "scripts")
    return project


@pytest.fixture
def real_project(tmp_path: Path) -> Path:
    """A project with the real corpus, which a test may spoil."""
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    return tmp_path


def renew(path: Path, text: str) -> None:
    """Put a file in the place of another, which may be a link to one that has to stay as it is."""
    path.unlink(missing_ok=True)
    path.write_text(text, encoding="utf-8")


def publish_anew(folder: Path) -> None:
    """Make the words of a policy, as they are, those of its first edition, and forget all others."""
    corpus = read_corpus(folder.parents[2])
    policy = next(policy for policy, own in identified(corpus) if own == folder.name)
    words, first = current_words(corpus, policy, folder.name), corpus.folders[folder.name].history.editions[0]
    seal = make_seal(1, print_entry(first), print_words(words), ())
    history = (folder / "history.yml").read_text(encoding="utf-8").partition("- edition: 2")[0]
    files = {"history.yml": history, "published.jsonl": draw_words(words), "former.jsonl": draw_edition((), seal)}
    for name, text in files.items():
        renew(folder / name, "".join(text if isinstance(text, str) else (f"{line}\n" for line in text)))
    seal_anew(folder.parents[2], [f"edition {folder.name}/{number}" for number in range(2, 10)])


def seal_anew(root: Path, forgotten: Iterable[str] = ()) -> None:
    """Seal the register as if all had been published at once: the anchors as they are, without what is forgotten."""
    lines = []
    for line in (root / REGISTER).read_text(encoding="utf-8").splitlines():
        kind, _, name = line.partition(" ")
        file = root / "corpus/policies" / name.partition(" ")[0] / "anchors.txt"
        if kind == ANCHORS and file.exists():
            anchors = [each for each in file.read_text(encoding="utf-8").splitlines() if " -> " not in each]
            lines.append(str(seal_anchors(file.parent.name, anchors)))
        elif kind not in {ANCHORS, SEALED} and line not in forgotten:
            lines.append(line)
    text = "".join(f"{line}\n" for line in (*lines, f"{SEALED} {make_register_seal('', lines)}"))
    renew(root / REGISTER, text)


@pytest.fixture(scope="session")
def invented() -> Archive:
    """The invented corpus with its findings."""
    linked, misfits = link_corpus(read_corpus(INVENTED))
    assert misfits == ()
    return linked


def build_docs() -> None:
    """Build the real docs/."""
    built = run_scripts("build")
    assert built.returncode == 0, built.stderr.decode()


def build_site(target: Path) -> None:
    """Build the real site strictly, of the real docs/."""
    environment = os.environ | {
        "SITE_DIR": str(target),
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": "1760000000",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert result.returncode == 0, result.stderr.decode()
    stamp = read_stamp(ROOT)
    date_paper(target, stamp.date)
    write_copies(ROOT, target, target, {})
    nginx_file(target).write_text(write_host_files(ROOT, target, stamp), encoding="utf-8")


def nginx_file(site: Path) -> Path:
    """Return where the file for nginx of a tested site stands."""
    return site.with_name(f"{site.name}-nginx.conf")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that processes which test side by side share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


def do_once(mark: Path, work: Callable[[], None]) -> None:
    """Do some work; processes that test side by side do it once."""
    with mark.with_name(f"{mark.name}-lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not mark.exists():
            work()
            mark.touch()


@pytest.fixture(scope="session")
def docs(shared: Path) -> Path:
    """docs/, generated from the corpus as it is."""
    do_once(shared / "docs-built", build_docs)
    return ROOT / "docs"


@pytest.fixture(scope="session")
def site(shared: Path, docs: Path) -> Path:
    """The built site."""
    target = shared / "site"
    do_once(shared / "site-built", lambda: build_site(target))
    return target


def made_once(path: Path, make: Callable[[], bytes]) -> Path:
    """Return a file; processes that test side by side make it once."""
    path.parent.mkdir(exist_ok=True)
    with path.with_name(f"{path.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            path.write_bytes(make())
    return path


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        """Send a file, unless the page is closed by now."""
        with suppress(ConnectionError):
            super().do_GET()


class QuietServer(http.server.ThreadingHTTPServer):
    request_queue_size = 128  # of five, which is usual, a busy machine drops the sixth, and its page waits a second


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder; its address has a slash at its end."""
    handler = functools.partial(QuietHandler, directory=str(folder))
    with QuietServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of the built site, with a slash at its end."""
    with serve(site) as address:
        yield address


OWN_PAGES = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup")
"""Pages of Chromium's own address bar, which it loads with every window: more work than a page of the archive."""
PLAYWRIGHT_FORBIDS = (
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *(
        "HttpsFirstBalancedModeAutoEnable",
        "LensOverlay",
        "MediaRouter",
        "PaintHolding",
        "ThirdPartyStoragePartitioning",
    ),
    *("AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled"),
    "PreconnectToSearch",
)
"""What Playwright forbids Chromium: said again, because of two such lists the later alone holds."""
CHROMIUM_ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    f"--disable-features={','.join((*PLAYWRIGHT_FORBIDS, *OWN_PAGES))}",
)
BROWSERS = {
    "chromium": ("CHROMIUM", "chromium", "chromium-browser", "google-chrome"),
    "firefox": ("FIREFOX", "firefox-esr", "firefox"),
}
"""For each browser, the setting that names it, and what its program may be called."""


def find_browser(name: str) -> str:
    """Return the path of a browser that `tests/browser/install` made sure of."""
    setting, *names = BROWSERS[name]
    names.insert(0, os.environ.get(setting, ""))
    return next(path for name in names if name and (path := shutil.which(name)))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=find_browser("chromium"), args=CHROMIUM_ARGUMENTS)
        yield running
        running.close()


class Watched:
    """A page whose console errors and requests to other hosts are written down."""

    def __init__(self, page: Page, server: str) -> None:
        self.page, self.faults = page, list[str]()
        page.on("console", lambda message: self.faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self.note(request.url, server))
        page.on("response", lambda r: self.faults.append(f"{r.status} {r.url}") if r.status >= 400 else None)

    def note(self, url: str, server: str) -> None:
        if not url.startswith((server, "data:", "blob:")):
            self.faults.append(f"request to another host: {url}")


@pytest.fixture
def watched(browser: Browser, server: str) -> Iterator[Watched]:
    """A desktop page that must end without a fault."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=server)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    watched = Watched(context.new_page(), server)
    yield watched
    context.close()
    assert watched.faults == []
