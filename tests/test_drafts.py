"""Drafts of the English are told from a translation wherever English is given out, and alone are none."""

import shutil
from dataclasses import replace
from pathlib import Path

import polib
import pytest
import yaml

from scripts.carry.article import parse_article
from scripts.carry.epub import Chapters, add_chapters
from scripts.carry.single import render_single
from scripts.commands.addresses import policy_entries
from scripts.commands.gather import link_corpus
from scripts.commands.translations import update_translations
from scripts.link.memory import Memory, Wanted
from scripts.link.shares import lookup_of
from scripts.model.addresses import Entry
from scripts.model.archive import Archive, Target
from scripts.model.glossary import Topic
from scripts.model.grades import Graded
from scripts.model.policy import Bilingual, Metadata, Policy
from scripts.model.vocabulary import Comparator, Grade, Language, TargetKind
from scripts.read.corpus.corpus import read_corpus
from scripts.verify.match.texts import make_texts
from scripts.verify.match.verifier import Verifier
from scripts.verify.report import render_verdict, verdict_value
from scripts.write.akoma_ntoso.document import draw_akoma_ntoso
from scripts.write.citing.files import draw_citations
from scripts.write.citing.forms import fill
from scripts.write.corpus.new_targets import draft_targets
from scripts.write.data.policy_markdown import draw_policy_texts
from scripts.write.pages.policy.head import legislation
from scripts.write.pages.policy.masthead import masthead
from scripts.write.permanent.signposts import render_linkset
from scripts.write.search.collections import policy_collection
from scripts.write.search.opensearch import make_document
from scripts.write.search.share import make_share
from tests.conftest import CITY, DISTRICT, INVENTED, renew

HEADING, BLOCK = "s1", "p4"


@pytest.fixture(scope="module")
def linked() -> Archive:
    return link_corpus(read_corpus(INVENTED))[0]


def drafted(archive: Archive, *anchors: str) -> tuple[Policy, Metadata, Archive]:
    """Return the policy of the city, of whose English these places, or all, are drafts."""
    grades = archive.grades[CITY]
    drafts = dict.fromkeys(anchors or grades, Graded(Grade.DRAFT))
    policy = next(each for each in archive.policies if each.metadata and each.metadata.id == CITY)
    assert policy.metadata
    return policy, policy.metadata, replace(archive, grades=archive.grades | {CITY: grades | drafts})


def test_the_search_flags_each_draft_and_nothing_where_there_is_none(linked: Archive) -> None:
    policy, metadata, archive = drafted(linked, HEADING, BLOCK)
    collection = policy_collection(policy, metadata, archive)
    share = make_share(collection, lambda _: set())
    without = make_share(policy_collection(policy, metadata, linked), lambda _: set())
    assert share.texts[Language.ZH] == without.texts[Language.ZH]
    changed = [
        (with_drafts, plain)
        for with_drafts, plain in zip(share.texts[Language.EN], without.texts[Language.EN], strict=True)
        if with_drafts != plain
    ]
    assert sorted(new.removeprefix(old[:-1]) for new, old in changed) == [",[0]]", ",[4]]"]
    assert [share.folded, share.words, share.lengths] == [without.folded, without.words, without.lengths]
    section = next(section for section in collection.sections if section.anchor == HEADING)
    assert make_document(section, collection, 0)["drafts"] == [0]
    assert make_document(collection.sections[-1], collection, 0)["drafts"] == []


def test_verify_says_that_what_holds_is_a_draft(linked: Archive) -> None:
    _, _, archive = drafted(linked, BLOCK)
    verifier, plain = Verifier(make_texts(archive)), Verifier(make_texts(linked))
    words = linked.english[CITY][BLOCK]
    address = verifier.read_address(f"https://archive.test/en/policies/{CITY}/#{BLOCK}")
    verdict = verifier.verify(address, words)
    assert render_verdict(verdict).startswith("holds, in a draft translation\n")
    assert "nobody has confirmed" in render_verdict(verdict)
    assert verdict_value(verdict)["found"]["draft"] is True
    assert render_verdict(plain.verify(address, words)).startswith("holds\n")
    assert render_verdict(verifier.verify(address, "请认真贯彻执行")).startswith("holds\n")


def test_a_citation_of_a_draft_says_so_and_no_other_one(linked: Archive) -> None:
    policy, metadata, archive = drafted(linked, BLOCK)
    path = f"data/citations/{CITY}.js"
    script = dict(draw_citations(policy, metadata, archive.drafts(CITY)))[path]
    plain = dict(draw_citations(policy, metadata, linked.drafts(CITY)))[path]
    assert f'"drafts":["{BLOCK}"]' in script
    assert "Unofficial{ draft} translation." in script
    assert "{, drafted})" in script
    assert "draft" not in plain
    assert fill("Unofficial{ draft} translation.", {"draft": "draft"}) == "Unofficial draft translation."
    assert fill("Unofficial{ draft} translation.", {}) == "Unofficial translation."


def test_the_files_say_what_the_mark_of_a_draft_means(linked: Archive) -> None:
    policy, metadata, archive = drafted(linked, BLOCK)
    said = "Nobody has confirmed it yet"
    files = dict(draw_policy_texts(policy, metadata, archive)) | dict(draw_akoma_ntoso(policy, archive))
    assert {end for end, text in files.items() if said in text} == {".en.md", ".en.akn.xml", ".parallel.akn.xml"}
    plain = dict(draw_policy_texts(policy, metadata, linked)) | dict(draw_akoma_ntoso(policy, linked))
    assert not any(said in text for text in plain.values())


def test_drafts_alone_are_no_translation_and_have_no_address(linked: Archive) -> None:
    policy, metadata, archive = drafted(linked)
    translation = Entry("translation", CITY)
    assert translation in set(policy_entries(policy, CITY, linked))
    assert translation not in set(policy_entries(policy, CITY, archive))
    assert [end for end, _ in draw_policy_texts(policy, metadata, archive)] == [".md"]
    assert [end for end, _ in draw_akoma_ntoso(policy, archive)] == [".akn.xml"]
    assert ".en.md" in render_linkset(metadata, linked)
    assert ".en." not in render_linkset(metadata, archive)
    value = legislation(policy, metadata, archive, Language.EN)
    assert value["creativeWorkStatus"] == "Draft"
    assert "translationOfWork" not in value
    assert "translationOfWork" in legislation(policy, metadata, linked, Language.EN)


def test_pages_over_many_policies_show_no_drafts(linked: Archive) -> None:
    _, _, archive = drafted(linked)
    places = [place for key in archive.glossary.terms for place in lookup_of(archive).read(f"terms/{key}")]
    own = [place for listed in places for place in listed if place.policy == CITY]
    assert own
    assert not any(place.english for place in own)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the invented corpus."""
    shutil.copytree(INVENTED / "corpus", tmp_path / "corpus")
    return tmp_path


@pytest.mark.parametrize("zh", ["總體要求", "总体要求"])
def test_traditional_chinese_is_remembered_as_simplified(linked: Archive, zh: str) -> None:
    found = Memory(linked).find(Wanted(zh, DISTRICT, "yunting", is_heading=True))
    assert found
    assert found.en == "General requirements"


def test_width_makes_no_difference_to_what_is_remembered_and_signs_do(linked: Archive) -> None:
    memory, zh = Memory(linked), "墨政发〔2031〕7号2031年3月9日"
    assert memory.find(Wanted(zh.replace("2031", "２０３１"), CITY, "moxiang"))
    assert not memory.find(Wanted(zh.replace("号", "号，"), CITY, "moxiang"))


def test_title_and_issuers_get_the_english_of_policy_yml(root: Path) -> None:
    path = root / "corpus/policies" / CITY / "en.po"
    path.unlink()
    update_translations(root, [CITY])
    entries = {entry.msgctxt: entry for entry in polib.pofile(str(path))}
    for anchor, english in (
        ("p5", "People's Government of Moxiang"),
        ("p7", "Moxiang Action Plan for Improving Quality"),
    ):
        assert (entries[anchor].msgstr, entries[anchor].fuzzy) == (english, True)
        assert f"source: policy:{CITY}" in entries[anchor].tcomment
    assert read_corpus(root).archive.drafts(CITY) >= {"p5", "p7"}


def test_a_policy_without_an_english_title_has_no_english_name_of_ours(root: Path) -> None:
    folder = root / "corpus/policies" / CITY
    for name in ("anchors.txt", "published.jsonl", "former.jsonl", "en.po", "figures_en.yml"):
        (folder / name).unlink(missing_ok=True)
    text = (folder / "policy.yml").read_text(encoding="utf-8")
    renew(folder / "policy.yml", text.replace("en: Moxiang Action Plan for Improving Quality}", 'en: ""}'))
    archive = link_corpus(read_corpus(root))[0]
    policy, metadata, _ = drafted(replace(archive, grades={CITY: {}}))
    assert not metadata.is_titled_in_english
    said = str(masthead(policy, metadata, archive, Language.ZH)["other"])
    assert said.endswith("not translated yet</span>")
    assert "not translated yet" not in str(Memory(archive).find(Wanted(metadata.title.zh, CITY, "moxiang")))


def figure(name: str, unit: str | None, comparator: Comparator) -> Target:
    """Return a figure of no indicator."""
    return Target("x", "s1-p1", 0, 4, name, comparator, 97, None, unit, 2030, TargetKind.TARGET, quote=f"{name}97")  # type: ignore[arg-type]


def test_a_figure_of_no_indicator_comes_with_the_entry_of_one() -> None:
    topic = Topic("food", Bilingual("食品", "Food"), Bilingual("食品。", "Food."), ("食品",))
    figures = [figure("食品抽检合格率", "%", Comparator.AT_LEAST), figure("万件产品投诉量", None, Comparator.AT_MOST)]
    text = draft_targets([*figures, figures[0]], {"food": topic})
    entries = "\n".join(line[2:] for line in text.splitlines() if line.startswith(("# - id", "#   ")))
    parsed = yaml.safe_load(entries)
    assert [(each["id"], each["unit"], each["direction"], each["topic"]) for each in parsed] == [
        ("shi-pin-chou-jian-he-ge-lv", "%", "up", "food"),
        ("wan-jian-chan-pin-tou-su-liang", None, "down", ""),
    ]
    assert [each["aliases"] for each in parsed] == [["食品抽检合格率"], ["万件产品投诉量"]]
    assert text.count("- action: confirm") == 3


PAGE = """<!doctype html><html lang="en"><head><meta name="description" content="d"></head><body><article>
<h1>Plan</h1><div class="policy-text" lang="en"><h2 id="s1">1. Aims <span class="policy-draft">[draft translation]</span></h2>
<p id="s1-p1">Value quality. <span class="policy-draft">[draft translation]</span></p></div></article></body></html>"""


def test_books_and_single_files_keep_the_mark_of_a_draft_in_text_and_contents() -> None:
    article = parse_article(PAGE, "en/policies/x/index.html", "https://archive.test/")
    assert [heading.words for heading in article.headings()] == ["1. Aims [draft translation]"]
    chapters = Chapters("en")
    add_chapters(chapters, article, "", is_one_of_many=False)
    assert sum(data.count(b"[draft translation]</span>") for data in chapters.files.values()) == 2
    assert render_single(article, "", "", "v").count("[draft translation]</span>") == 2
