"""Citing: strings as citeproc-js makes them of the public styles, records that other people's programs read, the panel."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import Browser, Page, expect

from scripts.model.policy import Bilingual, Metadata
from scripts.model.vocabulary import Language
from scripts.read.corpus.corpus import Corpus
from scripts.write.citing.forms import FORMS, fill
from scripts.write.citing.records import RECORDS, fill_record
from tests.conftest import IDS, SITE_URL, Watched
from tests.test_browser import metadata_of

BY_KEY = {form.key: form for form in FORMS}
ACCESSED = "2026-11-29"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
@pytest.mark.parametrize("language", Language)
def test_nothing_is_left_of_a_hole_that_is_empty(corpus: Corpus, form: object, language: Language) -> None:
    for policy_id in IDS:
        text = fill(BY_KEY[form.key].write(metadata_of(corpus, policy_id), language), {"address": "https://x/"})  # type: ignore[attr-defined]
        assert not re.search(r"[{}]|[：:，,]$|：\[|: \[|None|null|未载", text), text


def filled(metadata: Metadata, ending: str) -> str:
    write = next(write for _, own, write in RECORDS if own == ending)
    address = f"{SITE_URL}policies/{metadata.id}/#s1-1-p1"
    return fill_record(
        write(metadata), {"address": address, "place": "一（一）第1段", "accessed": ACCESSED, "parts": "2026, 11, 29"}
    )


def test_titles_in_a_title_stand_in_single_marks(corpus: Corpus) -> None:
    title = Bilingual("关于印发《质量提升行动方案》的通知", "Notice on the Plan")
    metadata = replace(metadata_of(corpus, IDS[0]), title=title)
    assert BY_KEY["law"].write(metadata, Language.ZH).startswith("《关于印发〈质量提升行动方案〉的通知》（")
    assert "（《关于印发〈质量提升行动方案〉的通知》" in BY_KEY["quotation"].write(metadata, Language.ZH)
    assert "(Notice on the Plan" in BY_KEY["quotation"].write(metadata, Language.EN)


@pytest.mark.parametrize("policy_id", IDS)
def test_ris_is_read_back_whole(corpus: Corpus, policy_id: str) -> None:
    metadata = metadata_of(corpus, policy_id)
    text = filled(metadata, "ris")
    assert text.startswith("TY  - RPRT\r\n")
    assert text.endswith("ER  - \r\n")
    (entry,) = rispy.loads(text)
    assert entry["title"] == metadata.title.zh
    assert [author.rstrip(",") for author in entry["authors"]] == [issuer.zh for issuer in metadata.issuers]
    assert entry["urls"] == [f"{SITE_URL}policies/{policy_id}/#s1-1-p1"]
    assert entry.get("issn") == metadata.number
    assert entry["year"] == metadata.date.value[:4]
    assert entry["section"] == "一（一）第1段"


@pytest.mark.parametrize("policy_id", IDS)
def test_bibtex_is_read_back_whole(corpus: Corpus, policy_id: str) -> None:
    metadata = metadata_of(corpus, policy_id)
    library = parse_string(filled(metadata, "bib"))
    assert library.failed_blocks == []
    (entry,) = library.entries
    fields = {field.key: str(field.value) for field in entry.fields}
    assert entry.entry_type == "techreport"
    assert fields["title"].strip("{}") == metadata.title.zh
    assert re.findall(r"\{([^{}]*)\}", fields["author"]) == [issuer.zh for issuer in metadata.issuers]
    assert fields.get("number") == metadata.number
    assert fields["date"] == metadata.date.value
    assert fields["urldate"] == ACCESSED
    assert fields["url"] == f"{SITE_URL}policies/{policy_id}/#s1-1-p1"


@pytest.mark.parametrize("policy_id", IDS)
def test_csl_json_has_bodies_whole_and_dates_nested(corpus: Corpus, policy_id: str) -> None:
    metadata = metadata_of(corpus, policy_id)
    (item,) = json.loads(filled(metadata, "csl.json"))
    assert item["author"] == [{"literal": issuer.zh} for issuer in metadata.issuers]
    assert item["issued"]["date-parts"] == [[int(part) for part in metadata.date.value.split("-")]]
    assert item["accessed"]["date-parts"] == [[2026, 11, 29]]
    assert item.get("number") == metadata.number
    assert (item["type"], item["section"]) == ("regulation", "一（一）第1段")


def test_records_of_a_whole_policy_are_files(site: Path) -> None:
    for policy_id in IDS:
        for _, ending, _ in RECORDS:
            text = (site / f"data/citations/{policy_id}.{ending}").read_text(encoding="utf-8")
            assert f"{SITE_URL}policies/{policy_id}/" in text
            assert not re.search(r"\{(place|address|accessed|day|parts|quote)\}", text)
        json.loads((site / f"data/citations/{policy_id}.csl.json").read_text(encoding="utf-8"))


def test_records_of_all_policies_stand_in_one_file_of_each_kind(site: Path) -> None:
    read = {ending: (site / f"data/citations/all.{ending}").read_text(encoding="utf-8") for _, ending, _ in RECORDS}
    assert len(rispy.loads(read["ris"])) == len(parse_string(read["bib"]).entries) == len(IDS)
    assert sorted(item["id"] for item in json.loads(read["csl.json"])) == sorted(IDS)


def test_the_archive_has_a_record_of_its_own(site: Path) -> None:
    (entry,) = rispy.loads((site / "data/citations/archive.ris").read_text(encoding="utf-8"))
    assert (entry["type_of_reference"], entry["urls"]) == ("ELEC", [SITE_URL])
    library = parse_string((site / "data/citations/archive.bib").read_text(encoding="utf-8"))
    assert library.entries[0].fields_dict["url"].value == SITE_URL
    (item,) = json.loads((site / "data/citations/archive.csl.json").read_text(encoding="utf-8"))
    assert (item["type"], item["URL"]) == ("webpage", SITE_URL)


def panel_texts(page: Page) -> list[str]:
    page.locator(".cite-text").first.wait_for()
    return page.locator(".cite-text").all_inner_texts()


def test_the_sign_of_a_paragraph_opens_every_form_and_one_press_copies(watched: Watched, corpus: Corpus) -> None:
    page = watched.page
    page.goto("policies/jinan-2018/")
    page.locator("#s2-1-p1").hover()
    sign = page.locator("#s2-1-p1 > .policy-address")
    expect(sign).to_have_attribute("aria-label", "引用二（一）第1段")
    sign.focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog", name="引用二（一）第1段")
    expect(panel).to_be_visible()
    address, today = f"{SITE_URL}policies/jinan-2018/#s2-1-p1", date.today().isoformat()
    edition = metadata_of(corpus, "jinan-2018").editions[-1].number
    version = f"V{edition}. " if edition > 1 else ""
    expected = f"中共济南市委，济南市人民政府. 关于开展质量提升行动加快质量强市建设的实施方案：济发〔2018〕36号：二（一）第1段[EB/OL]. {version}（2018）[{today}]. {address}."
    texts = panel_texts(page)
    assert texts[0] == expected
    assert texts[-1] == address
    expect(panel.get_by_role("button", name="复制GB/T 7714—2025")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".archive-toast")).to_have_text(f"已复制：{expected}")
    assert page.evaluate("navigator.clipboard.readText()") == expected
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(sign).to_be_focused()
    assert page.url.endswith("#s2-1-p1")


@pytest.mark.parametrize(
    ("path", "name"), [("policies/yantai-2018/", "引用本文件"), ("en/policies/youxian-2023/", "Cite this policy")]
)
def test_the_policy_as_a_whole_is_cited_by_a_button(watched: Watched, path: str, name: str) -> None:
    page = watched.page
    page.goto(path)
    page.get_by_role("button", name=name).click()
    texts = panel_texts(page)
    assert texts[-1] == SITE_URL + path
    if path.startswith("en/"):
        assert texts[0].startswith("People's Government of Youxian District, Mianyang. 2023. Quality Development Plan")
        assert "Part" not in texts[0]
    expect(page.locator(".cite-records p")).to_have_count(2)
    page.locator("h1").click()
    expect(page.locator(".cite-panel")).to_have_count(0)


@pytest.mark.parametrize("ending", ["ris", "bib", "csl.json"])
def test_a_record_of_a_place_is_downloaded(watched: Watched, ending: str) -> None:
    page = watched.page
    page.goto("policies/youxian-2023/")
    page.locator("#t1").hover()
    page.locator("a.policy-address[href='#t1']").click()
    name = next(name for name, own, _ in RECORDS if own == ending)
    with page.expect_download() as caught:
        page.locator(".cite-records").get_by_role("button", name=f"此处题录：{name}").click()
    assert caught.value.suggested_filename == f"youxian-2023-t1.{ending}"
    text = Path(caught.value.path()).read_text(encoding="utf-8")
    assert f"{SITE_URL}policies/youxian-2023/#t1" in text
    assert "表1" in text
    assert "{" not in text or ending != "ris"


def test_where_the_forms_cannot_be_loaded_the_address_is_copied(browser: Browser, server: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.route("**/data/citations/**", lambda route: route.abort())
    page.goto(f"{server}policies/yantai-2018/")
    page.locator("#s1-1-p1").hover()
    page.locator("#s1-1-p1 > .policy-address").click()
    expected = f"{SITE_URL}policies/yantai-2018/#s1-1-p1"
    expect(page.locator(".archive-toast")).to_have_text(f"已复制：{expected}")
    context.close()


def test_a_figure_is_cited_with_the_words_that_state_it(watched: Watched) -> None:
    page = watched.page
    page.goto("indicators/declared-standards/")
    page.get_by_role("button", name="引用“478项标准”").click()
    texts = panel_texts(page)
    assert texts[0].startswith("绵阳市游仙区人民政府. 绵阳市游仙区“十四五”质量发展规划：一（一）第4段[EB/OL].")
    assert any(text.startswith("“478项标准”（《绵阳市游仙区“十四五”质量发展规划》，一（一）第4段，") for text in texts)
    address = texts[-1]
    assert address.startswith(f"{SITE_URL}policies/youxian-2023/?quote=")
    page.goto(address.removeprefix(SITE_URL))
    expect(page.locator(".quote-notice")).to_have_text("引文见下方标出处，一字不差。")


def test_chinese_words_of_an_english_reference_say_so(watched: Watched) -> None:
    page = watched.page
    page.goto("en/policies/hangzhou-2018/")
    page.get_by_role("button", name="Cite this policy").click()
    expect(page.locator(".cite-text[lang=en] [lang=zh-Hans]").first).to_have_text("市委〔2018〕27号")
