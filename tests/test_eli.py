"""The ELI properties in heads, read back by a reader of RDFa: the resource, its texts in both languages, their formats."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from lxml import html
from pyRdfa import pyRdfa
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, RDF, Namespace

from scripts.model.kinds import has_heading
from scripts.model.policy import Metadata, Policy
from scripts.model.status import Force, Ground, Status
from scripts.model.vocabulary import Ending
from scripts.read.corpus.corpus import Corpus
from scripts.write.pages.policy.eli import time_of
from tests.conftest import IDS, SITE_URL

ELI = Namespace("http://data.europa.eu/eli/ontology#")
SCHEMA = Namespace("http://schema.org/")
DAY = URIRef("http://www.w3.org/2001/XMLSchema#date")
LANGUAGE = "http://publications.europa.eu/resource/authority/language/"
MOST = 7_000
"""So many bytes these properties add to a head at most."""


def head_of(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text(encoding="utf-8").partition("</head>")[0] + "</head></html>"


def graph_of(site: Path, path: str) -> Graph:
    """Return what a reader of RDFa finds in the head of a page."""
    found = pyRdfa(base=SITE_URL + path, media_type="text/html").graph_from_source(
        StringIO(head_of(site, path)), Graph()
    )
    assert isinstance(found, Graph)
    return found


@pytest.fixture(params=IDS)
def known(request: pytest.FixtureRequest, corpus: Corpus) -> tuple[Policy, Metadata]:
    policy = next(p for p in corpus.archive.policies if p.metadata and p.metadata.id == request.param)
    assert policy.metadata
    return policy, policy.metadata


def objects(graph: Graph, subject: URIRef, name: str) -> list[str]:
    return sorted(map(str, graph.objects(subject, ELI[name])))


def test_a_policy_is_a_legal_resource(site: Path, known: tuple[Policy, Metadata]) -> None:
    policy, metadata = known
    graph = graph_of(site, f"policies/{metadata.id}/")
    own = URIRef(f"{SITE_URL}id/{metadata.id}/")
    assert set(graph.subjects(RDF.type, ELI.LegalResource)) == {own}
    numbers = [Literal(metadata.number, lang="zh-hans")] if metadata.number else []
    assert list(graph.objects(own, ELI.id_local)) == numbers
    is_known = len(metadata.date.value) == 10 and not metadata.date.note
    days = [Literal(metadata.date.value, datatype=DAY)] if is_known else []
    assert list(graph.objects(own, ELI.date_document)) == days
    parts = [f"{own}#{section.anchor}" for section in policy.sections if has_heading(section)]
    assert objects(graph, own, "has_part") == parts
    bodies = [list(graph.objects(URIRef(body), FOAF.name)) for body in objects(graph, own, "passed_by")]
    assert [{str(name) for name in names} for names in bodies] == [{body.zh, body.en} for body in metadata.issuers]
    assert objects(graph, own, "jurisdiction") == ["http://publications.europa.eu/resource/authority/country/CHN"]
    assert not list(graph.objects(own, ELI.in_force))  # nobody looked it up


def test_each_language_is_an_expression_with_its_formats(site: Path, known: tuple[Policy, Metadata]) -> None:
    _, metadata = known
    graph = graph_of(site, f"en/policies/{metadata.id}/")
    texts = {"": (metadata.title.zh, "zh-hans", "ZHO"), "en/": (metadata.title.en, "en", "ENG")}
    own = URIRef(f"{SITE_URL}id/{metadata.id}/")
    assert objects(graph, own, "is_realized_by") == sorted(
        f"{SITE_URL}{folder}policies/{metadata.id}/" for folder in texts
    )
    for folder, (title, tag, code) in texts.items():
        text = URIRef(f"{SITE_URL}{folder}policies/{metadata.id}/")
        assert (text, RDF.type, ELI.LegalExpression) in graph
        assert list(graph.objects(text, ELI.title)) == [Literal(title, lang=tag)]
        assert objects(graph, text, "language") == [LANGUAGE + code]
        copies = objects(graph, text, "is_embodied_by")
        assert len(copies) == 2
        for copy in copies:
            assert (URIRef(copy), RDF.type, ELI.Format) in graph
            assert (site / copy.removeprefix(SITE_URL)).is_file()


def test_an_expression_says_which_edition_it_is(site: Path, known: tuple[Policy, Metadata]) -> None:
    _, metadata = known
    edition = metadata.editions[-1]
    graph = graph_of(site, f"policies/{metadata.id}/")
    for folder in ("", "en/"):
        text = URIRef(f"{SITE_URL}{folder}policies/{metadata.id}/")
        assert list(graph.objects(text, ELI.version_date)) == [Literal(edition.date, datatype=DAY)]
        assert [str(number) for number in graph.objects(text, SCHEMA.version)] == [str(edition.number)]


def test_only_what_is_known_of_its_time_is_said(site: Path, known: tuple[Policy, Metadata]) -> None:
    _, metadata = known
    own = URIRef(f"{SITE_URL}id/{metadata.id}/")
    period = metadata.status.period
    said = [str(span) for span in graph_of(site, f"policies/{metadata.id}/").objects(own, DCTERMS.temporal)]
    assert said == ([f"{period.first}/{period.last}"] if period else [])
    ended = Status(force=Force("2031", "2036-03-31", Ending.EXPIRED, Ground()))
    assert [tag["property"] for tag in time_of("x", ended)] == ["eli:date_no_longer_in_force"]  # the year is no day


def cited(graph: Graph) -> Iterator[str]:
    for _, _, document in graph.triples((None, ELI.cites, None)):
        yield str(document)


def test_what_a_policy_cites_has_its_place_on_the_site(site: Path, known: tuple[Policy, Metadata]) -> None:
    page = html.fromstring((site / "documents/index.html").read_bytes())
    places = {f"{SITE_URL}documents/#{anchor}" for anchor in page.xpath("//article//@id")}
    found = set(cited(graph_of(site, f"policies/{known[1].id}/")))
    assert found
    assert found <= places | {f"{SITE_URL}id/{policy_id}/" for policy_id in IDS if policy_id != known[1].id}


def test_both_pages_of_a_policy_say_the_same_and_not_at_length(site: Path, known: tuple[Policy, Metadata]) -> None:
    pages = [head_of(site, f"{folder}policies/{known[1].id}").splitlines() for folder in ("", "en/")]
    tags = [[line for line in page if 'about="' in line] for page in pages]
    assert tags[0] == tags[1]
    assert sum(len(tag.encode()) + 1 for tag in tags[0]) <= MOST


def test_other_pages_name_no_vocabulary(site: Path) -> None:
    assert "eli:" not in head_of(site, "about")
