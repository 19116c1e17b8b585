"""The files of each policy on the data page: all that there are, with their sizes; the policy's own page leads there."""

from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html

from scripts.model.vocabulary import Language
from scripts.write.pages.policy_files import ENDINGS, say_size
from tests.conftest import IDS


def read(path: Path) -> html.HtmlElement:
    return html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


@pytest.mark.parametrize(("language", "prefix"), [(Language.ZH, ""), (Language.EN, "en/")])
@pytest.mark.parametrize("policy_id", IDS)
def test_every_file_of_a_policy_is_offered_with_its_size(
    site: Path, policy_id: str, language: Language, prefix: str
) -> None:
    (place,) = read(site / prefix / "data/index.html").xpath("//*[@id=$id]", id=policy_id)
    (entry,) = place.xpath("ancestor-or-self::li[1]")
    offered = {urljoin(f"/{prefix}data/", link.get("href")): link for link in entry.iter("a")}
    assert list(offered) == [f"/data/policies/{policy_id}{ending}" for ending in ENDINGS if "original" not in ending]
    for path, link in offered.items():
        size = say_size((site / path.lstrip("/")).stat().st_size, language)
        assert (link.tail or "").strip(" ，、,").startswith((f"（{size}）", f"({size})"))
    page = read(site / prefix / "policies" / policy_id / "index.html")
    links = [urljoin(f"/{prefix}policies/{policy_id}/", link.get("href", "")) for link in page.iter("a")]
    assert f"/{prefix}data/#{policy_id}" in links
