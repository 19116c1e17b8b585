"""One Chromium: pages opened, typed at and timed; every figure is from the page's own clock."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Error, Page, sync_playwright
from playwright.sync_api import TimeoutError as LateError

from scripts.model.vocabulary import Language
from tests.bench_search.server import Server
from tests.bench_search.systems import READY, Failure, System
from tests.conftest import find_browser

PROBE = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
STEP_LIMIT = 20_000
"""Milliseconds to wait for the results of a key."""
SETTLE = 500
"""Milliseconds for a page to answer the empty query that it asks itself first."""
FOLDER_LIMIT = 10
"""Seconds to wait for the first result on a page that is opened from a folder."""
Steps = list[tuple[float, float]]
"""For each key the milliseconds until results had changed, and until they were painted."""


@dataclass(frozen=True, slots=True)
class Cold:
    """A first visit with a query in the address."""

    milliseconds: float
    search_bytes: int
    page_bytes: int


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run a browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser("chromium"), args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, address: str, limit: float) -> Iterator[Page]:
    """Open a page as a new visitor; what goes wrong in it is a failure with its reason."""
    # a page may forbid what playwright asks it with
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    context.set_default_timeout(limit * 1000)
    page = context.new_page()
    page.add_init_script(PROBE)
    try:
        page.goto(address, wait_until="commit")
        yield page
    except Error as error:
        raise Failure(error.message.splitlines()[0].removeprefix("Page.")) from error
    finally:
        context.close()


def wait_until_ready(page: Page, system: System, limit: float) -> float:
    """Return the seconds after which the search of a page was ready; some begin when a reader goes to the box."""
    page.locator(system.box).first.focus()
    wait_until(page, READY, limit)
    return float(page.evaluate("__bench.ready")) / 1000


def wait_until(page: Page, condition: str, limit: float) -> None:
    """Wait for what a page's script says."""
    try:
        page.wait_for_function(condition, timeout=limit * 1000, polling=50)
    except Error as error:
        raise Failure(reason_of(error, f"not ready after {limit:.0f} s")) from error


def reason_of(error: Error, late: str) -> str:
    """Return why a page was given up: it was late, it crashed, or what playwright says."""
    if isinstance(error, LateError):
        return late
    return "the page crashed" if "crash" in error.message else error.message.splitlines()[0]


def type_texts(page: Page, system: System, texts: Sequence[str], limit: float) -> Steps:
    """Type texts into the box; stop when the time is over."""
    page.locator(system.box).click()
    page.wait_for_timeout(SETTLE)
    options = {"box": system.box, "panel": system.panel, "limit": STEP_LIMIT}
    end, steps = time.monotonic() + limit, Steps()
    for text in texts:
        times = page.evaluate("([text, options]) => __bench.type(text, options)", [text, options])
        steps += [(dom, painted) for dom, painted in (pair or (STEP_LIMIT, STEP_LIMIT) for pair in times)]
        if time.monotonic() > end:
            break
    return steps


def visit_cold(browser: Browser, server: Server, system: System, query: tuple[str, Language], limit: float) -> Cold:
    """Visit a page with a query in its address, with nothing kept from before."""
    text, language = query
    address = f"{server.address}{system.home(language)}?q={quote(text)}"
    server.sent.clear()
    with opened(browser, "about:blank", limit) as page:
        page.add_init_script(f"__bench.watchFirst('{system.item}')")
        page.goto(address, wait_until="commit")
        try:
            page.wait_for_function("__bench.first > 0")
        except Error as error:
            raise Failure(reason_of(error, f"no results after {limit:.0f} s")) from error
        sent = list(server.sent)
        milliseconds = float(page.evaluate("__bench.first"))
    search = sum(size for path, size in sent if path.startswith(system.search_paths))
    return Cold(milliseconds, search, sum(size for _, size in sent) - search)


def finds_from_folder(browser: Browser, file: Path, system: System, text: str) -> bool:
    """Whether a page that is opened from a folder, without a server, shows a result of what is typed."""
    try:
        with opened(browser, file.as_uri(), FOLDER_LIMIT) as page:
            page.wait_for_load_state()
            page.locator(system.box).first.click()
            page.keyboard.type(text, delay=50)
            page.keyboard.press("End")  # for those that wait for a key to be let go, which no Chinese character has
            page.wait_for_selector(system.item)
            return True
    except Failure:
        return False


def renderer_megabytes(browser: Browser) -> float:
    """Return the memory of the largest page process: that of the one page that is open, its workers included."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return max((resident(process["id"]) for process in processes if process["type"] == "renderer"), default=0.0)


def resident(process: int) -> float:
    """Return the megabytes that a process has in memory."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    lines = dict(line.split(":", 1) for line in status.splitlines())
    return int(lines["VmRSS"].split()[0]) / 1024
