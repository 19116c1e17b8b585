"""What the tests of the search server share: the archive in a real engine, behind nginx, and a site before them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import run_scripts
from tests.engine.cluster import Loaded, run_nodes
from tests.engine.faulty import Faulty, run_faulty
from tests.engine.proxy import run_proxy


@pytest.fixture(scope="session")
def bulk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bulk file, its mapping and searches beside it."""
    file = tmp_path_factory.mktemp("bulk") / "archive.ndjson"
    result = run_scripts("export", "--opensearch", str(file))
    assert result.returncode == 0, result.stderr.decode()
    return file


@pytest.fixture(scope="session")
def loaded(bulk: Path, docs: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    """One node with the archive, and nginx before it."""
    with run_nodes(tmp_path_factory.mktemp("engine") / "nodes") as cluster:
        result = run_scripts("load", str(bulk), cluster.nodes[0].address)
        assert result.returncode == 0, result.stderr.decode()
        with run_proxy(docs, [node.http for node in cluster.nodes], tmp_path_factory.mktemp("proxy")) as address:
            yield Loaded(cluster, bulk, address)


@pytest.fixture
def faulty(loaded: Loaded, site: Path) -> Iterator[Faulty]:
    """The site with the server's name in its search pages, and a server that may fail."""
    with run_faulty(site, loaded.site) as running:
        yield running


@pytest.fixture
def page(browser: Browser, faulty: Faulty) -> Iterator[Page]:
    """A page of that site, whose time goes on as it is told."""
    context = browser.new_context(base_url=faulty.address)
    yield context.new_page()
    context.close()
