"""Every page of `site/` in a browser, as nginx serves it, and all that readers do: what the pages' policies forbid of it."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from scripts.site.host.files import NGINX
from tests.bench.trees import ROOT
from tests.conftest import CHROMIUM_ARGUMENTS, find_browser
from tests.nginx import run_nginx
from tests.walk import pages_of, take, walking


def main() -> None:
    """Walk through every page of `site/`, as nginx serves it, and say what was forbidden."""
    with (
        tempfile.TemporaryDirectory() as folder,
        run_nginx(ROOT / "site", ROOT / NGINX, Path(folder)) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_browser("chromium"), args=CHROMIUM_ARGUMENTS)
        with walking(browser, server.plain) as walk:
            opened = take(walk, pages_of(ROOT / "site"))
        browser.close()
    print(f"{opened} pages opened; requests blocked by the policy: {len(walk.forbidden) or 'none'}")
    print("\n".join(walk.forbidden))
