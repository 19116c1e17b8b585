"""The English: complete, checked line by line, kept up to date without losing work, exchanged in valid formats."""

import io
import json
from pathlib import Path

import polib
import pytest
from lxml import etree, html

from scripts.check.english.pairs import Pair, check_pair, make_pairs
from scripts.commands.gather import link_corpus
from scripts.commands.translations import translation_problems
from scripts.model.archive import Archive
from scripts.read.corpus.corpus import Corpus
from scripts.read.corpus.translation_file import translatable
from tests.conftest import CITY, DISTRICT, IDS, run_scripts


@pytest.fixture(scope="session")
def archive(corpus: Corpus) -> Archive:
    return link_corpus(corpus)[0]


@pytest.mark.parametrize("policy_id", IDS)
def test_every_title_and_block_is_translated(corpus: Corpus, policy_id: str) -> None:
    policy = next(p for p in corpus.archive.policies if p.metadata and p.metadata.id == policy_id)
    wanted = [anchor for anchor, _ in translatable(policy)]
    assert list(corpus.archive.english[policy_id]) == wanted
    assert list(translation_problems(corpus)) == []


@pytest.mark.parametrize("policy_id", IDS)
def test_no_check_of_the_english_fails(archive: Archive, policy_id: str) -> None:
    policy = next(p for p in archive.policies if p.metadata and p.metadata.id == policy_id)
    found = [(pair.anchor, rule, message) for pair in make_pairs(policy, archive) for rule, message in check_pair(pair)]
    assert found == []


def test_a_term_that_is_replaced_is_found(archive: Archive) -> None:
    policy = archive.policies[0]
    pair = next(pair for pair in make_pairs(policy, archive) if pair.terms)
    changed = Pair(pair.anchor, pair.zh, "Something else altogether is said here.", pair.terms)
    assert "english-terms" in {rule for rule, _ in check_pair(changed)}


def test_english_whose_chinese_has_changed_is_never_shown(project: Path) -> None:
    file = project / "corpus/policies" / CITY / "emendations.yml"
    row = "- {line: 18, before: 坚持质量第一, after: 始终坚持质量第一, kind: damage, certainty: certain, reason: {zh: 甲, en: a}, evidence: {zh: 乙, en: b}}\n"
    file.write_text(row + file.read_text(encoding="utf-8"), encoding="utf-8")
    result = run_scripts("build", cwd=project)
    assert result.returncode == 0
    assert b"[outdated] the Chinese of s1-1-p1 has changed" in result.stderr
    page = (project / "docs/en/policies" / CITY / "index.md").read_text(encoding="utf-8")
    assert "English: " in page
    assert " 2 not yet translated (shown in Chinese)." in page
    assert b"[outdated]" in run_scripts("check", cwd=project).stdout
    assert run_scripts("translate-template", cwd=project).returncode == 0
    entry = next(e for e in polib.pofile(str(project / "corpus/policies" / CITY / "en.po")) if e.msgctxt == "s1-1-p1")
    assert entry.fuzzy
    assert entry.msgstr
    assert entry.previous_msgid


def test_the_template_is_idempotent_and_starts_from_nothing(project: Path) -> None:
    file = project / "corpus/policies" / DISTRICT / "en.po"
    before = file.read_text(encoding="utf-8")
    assert run_scripts("translate-template", cwd=project).stdout == b"0 files changed\n"
    assert file.read_text(encoding="utf-8") == before
    file.unlink()
    assert b"en.po: [untranslated] of " in run_scripts("check", cwd=project).stderr
    assert run_scripts("translate-template", cwd=project).stdout == b"1 files changed\n"
    assert all(entry.fuzzy for entry in polib.pofile(str(file)) if entry.msgstr)
    assert run_scripts("build", cwd=project).returncode == 0
    page = (project / "docs/en/policies" / DISTRICT / "index.md").read_text(encoding="utf-8")
    assert "not yet translated (shown in Chinese)" in page
    assert not (project / "docs/en/policies" / DISTRICT / "parallel").exists()


def test_what_left_the_text_is_put_aside_not_thrown_away(project: Path) -> None:
    file = project / "corpus/policies" / DISTRICT / "en.po"
    po = polib.pofile(str(file))
    po.append(polib.POEntry(msgctxt="s9-9", msgid="没有", msgstr="Gone"))
    po.save(str(file))
    assert b"[outdated] s9-9 is not in the text" in run_scripts("check", cwd=project).stdout
    run_scripts("translate-template", cwd=project)
    assert [entry.msgstr for entry in polib.pofile(str(file)).obsolete_entries()] == ["Gone"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('msgctxt "s1"\n', "garbage\n", "[po]"),
        ('msgctxt "s1"\n', 'msgctxt "s2"\n', "stands twice"),
        ('msgctxt "s1"\n', "", "is missing"),
    ],
)
def test_a_broken_po_file_is_a_problem_with_its_line(project: Path, old: str, new: str, expected: str) -> None:
    file = project / "corpus/policies" / CITY / "en.po"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert expected in run_scripts("check", cwd=project).stdout.decode()


TMX_DTD = """
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note | ude | prop)*>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (block | paragraph | sentence | phrase) #REQUIRED o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED
  srclang CDATA #REQUIRED datatype CDATA #REQUIRED creationdate CDATA #IMPLIED>
<!ELEMENT body (tu*)> <!ELEMENT tu ((note | prop)*, tuv+)> <!ATTLIST tu tuid CDATA #IMPLIED>
<!ELEMENT tuv ((note | prop)*, seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT seg (#PCDATA)> <!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED>
<!ELEMENT note (#PCDATA)> <!ATTLIST note xml:lang CDATA #IMPLIED> <!ELEMENT ude EMPTY>
"""


@pytest.fixture(scope="module")
def data(docs: Path) -> Path:
    return docs / "zh/data"


def test_the_tmx_is_valid_and_holds_every_aligned_passage(corpus: Corpus, data: Path, tmp_path: Path) -> None:
    (tmp_path / "tmx14.dtd").write_text(TMX_DTD, encoding="utf-8")
    tree = etree.parse(str(data / "parallel.tmx"))
    assert tree.docinfo.doctype == '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
    with (tmp_path / "tmx14.dtd").open(encoding="utf-8") as stream:
        dtd = etree.DTD(stream)
    assert dtd.validate(tree), dtd.error_log
    units = tree.findall(".//tu")
    assert len(units) == sum(len(english) for english in corpus.archive.english.values())
    assert len({unit.get("tuid") for unit in units}) == len(units)
    for unit in units:
        languages = [variant.get("{http://www.w3.org/XML/1998/namespace}lang") for variant in unit.findall("tuv")]
        assert languages == ["zh-CN", "en-GB"]


TBX_2_DTD = """
<!ELEMENT martif (martifHeader, text)> <!ATTLIST martif type CDATA #REQUIRED xml:lang CDATA #REQUIRED>
<!ELEMENT martifHeader (fileDesc, encodingDesc?)> <!ELEMENT fileDesc (sourceDesc+)> <!ELEMENT sourceDesc (p+)>
<!ELEMENT encodingDesc (p+)> <!ELEMENT p (#PCDATA)> <!ATTLIST p type (XCSURI | XCSContent | DCSName) #IMPLIED>
<!ELEMENT text (body)> <!ELEMENT body (termEntry+)>
<!ELEMENT termEntry ((descripGrp | xref)*, langSet+)> <!ATTLIST termEntry id ID #IMPLIED>
<!ELEMENT xref (#PCDATA)> <!ATTLIST xref type CDATA #IMPLIED target CDATA #REQUIRED>
<!ELEMENT langSet ((descripGrp | xref)*, tig+)> <!ATTLIST langSet xml:lang CDATA #REQUIRED>
<!ELEMENT descripGrp (descrip)> <!ELEMENT descrip (#PCDATA)> <!ATTLIST descrip type CDATA #REQUIRED>
<!ELEMENT tig (term, termNote*)> <!ELEMENT term (#PCDATA)> <!ELEMENT termNote (#PCDATA)>
<!ATTLIST termNote type CDATA #REQUIRED>
"""


def test_the_tbx_of_version_2_is_valid_with_one_concept_a_term(corpus: Corpus, data: Path) -> None:
    """By the core structure of ISO 30042:2008, as much of it as we use."""
    tree = etree.parse(str(data / "terms-v2.tbx"))
    dtd = etree.DTD(io.StringIO(TBX_2_DTD))
    assert dtd.validate(tree), dtd.error_log
    ids = [entry.get("id") for entry in tree.findall(".//termEntry")]
    assert ids == [f"term-{term}" for term in corpus.archive.glossary.terms]


def test_the_languages_of_the_tmx_are_named_as_its_header_names_them(data: Path) -> None:
    """Readers take the first unit in the source's language, to the letter, and the first in any other."""
    tree = etree.parse(str(data / "parallel.tmx"))
    source = tree.find("header").get("srclang")  # type: ignore[union-attr]
    for unit in tree.iter("tu"):
        kinds = [str(child.tag) for child in unit]
        assert kinds == sorted(kinds, key=["prop", "note", "tuv"].index)
        tags = [variant.get("{http://www.w3.org/XML/1998/namespace}lang") for variant in unit.findall("tuv")]
        assert tags[0] == source == "zh-CN"
        assert len(tags) == 2


def test_the_tbx_follows_tbx_basic(corpus: Corpus, data: Path) -> None:
    space = {"t": "urn:iso:std:iso:30042:ed-2"}
    root = etree.parse(str(data / "terms.tbx")).getroot()
    assert (root.get("type"), root.get("style")) == ("TBX-Basic", "dca")
    entries = root.findall("t:text/t:body/t:conceptEntry", space)
    assert len(entries) == len(corpus.archive.glossary.terms)
    allowed = {"preferredTerm-admn-sts", "admittedTerm-admn-sts"}
    for entry in entries:
        assert [etree.QName(child).localname for child in entry] == ["xref", "langSec", "langSec"]
        for section in entry.findall("t:langSec", space):
            kinds = [etree.QName(child).localname for child in section]
            assert kinds == ["descripGrp"] + ["termSec"] * (len(kinds) - 1)
            assert section[0][0].get("type") == "definition"
            statuses = [note.text for note in section.findall("t:termSec/t:termNote", space)]
            assert set(statuses) <= allowed
            assert statuses.count("preferredTerm-admn-sts") == 1


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("policy_id", IDS)
def test_the_parallel_page_aligns_every_passage(corpus: Corpus, site: Path, policy_id: str, prefix: str) -> None:
    page = html.fromstring(
        (site / prefix / "policies" / policy_id / "parallel/index.html").read_bytes(),
        parser=html.HTMLParser(encoding="utf-8"),
    )
    rows = {row.get("id"): row for row in page.find_class("parallel-row")}
    for anchor, english in corpus.archive.english[policy_id].items():
        (left,), (right,) = rows[anchor].find_class("parallel-zh"), rows[anchor].find_class("parallel-en")
        assert left.get("lang") == "zh-Hans"
        assert right.get("lang") == "en"
        assert "".join(english.split()) in "".join(right.text_content().split())


def test_every_english_page_of_a_policy_says_whose_translation_it_is(site: Path) -> None:
    for policy_id in IDS:
        text = (site / "en/policies" / policy_id / "index.html").read_text(encoding="utf-8")
        assert "This is our unofficial reference translation" in text


def test_sections_jsonl_has_both_languages(data: Path) -> None:
    rows = [json.loads(line) for line in (data / "sections.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {row["lang"] for row in rows} == {"zh", "en"}
    chinese = {(row["policy"], row["anchor"]) for row in rows if row["lang"] == "zh"}
    english = {(row["policy"], row["anchor"]) for row in rows if row["lang"] == "en"}
    assert chinese == english
