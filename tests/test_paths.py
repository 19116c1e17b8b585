"""A path that is remembered leads where MkDocs leads, and the same anchors are checked."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import _RelativePathTreeprocessor

from scripts.write.markup.paths import remember_paths

SOURCES = ("index.md", "terms/a/index.md", "terms/b/index.md", "terms/b/x.json", "policies/c-2018/edits/index.md")
ADDRESSES = ("../../index.md", "index.md", "../b/index.md", "../b/x.json", "../../policies/c-2018/edits/index.md", "")
MORE = ("https://a.b", "../none/index.md", "/a/", "../b/index.md?q", "mailto:a@b.c")
ANCHORS = ("", "#s1", "#s2-1", "#", "#质", "#a?b")
addresses = st.builds("{}{}".format, st.sampled_from([*ADDRESSES, *MORE]), st.sampled_from(ANCHORS))


def links_of(source: str) -> _RelativePathTreeprocessor:
    files = Files([File(name, "docs", "site", use_directory_urls=True) for name in SOURCES])
    file = files.get_file_from_path(source)
    assert file is not None
    levels = SimpleNamespace(absolute_links=0, unrecognized_links=0, not_found=0)
    config = SimpleNamespace(validation=SimpleNamespace(links=levels), use_directory_urls=True)
    return _RelativePathTreeprocessor(file, files, config)  # type: ignore[arg-type]


@given(st.sampled_from([name for name in SOURCES if name.endswith(".md")]), st.lists(addresses, max_size=9))
def test_a_remembered_path_leads_where_mkdocs_leads(source: str, urls: list[str]) -> None:
    quick, patient = links_of(source), links_of(source)
    remember_paths(quick)
    assert [quick.path_to_url(url) for url in urls] == [patient.path_to_url(url) for url in urls]
    noted = [
        {file.src_uri: dict(found) for file, found in links.links_to_anchors.items()} for links in (quick, patient)
    ]
    assert noted[0] == noted[1]
