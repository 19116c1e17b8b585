"""Verify: every form of citing that the archive gives out holds, manuscripts are read whole, bad ones are refused with a remedy."""

import io
import json
import random
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as DocxParagraph

from scripts.__main__ import main
from scripts.model.editions import Change, Edition
from scripts.model.policy import Bilingual
from scripts.model.vocabulary import EditionKind, Language
from scripts.problems import CorpusError
from scripts.read.corpus.corpus import Corpus
from scripts.verify.find.citings import find_citings
from scripts.verify.find.marks import Citing
from scripts.verify.find.works import Works, make_works
from scripts.verify.match.texts import make_texts
from scripts.verify.match.verdicts import Fault, Kind, Verdict
from scripts.verify.match.verifier import Verifier
from scripts.verify.read.manuscript import read_manuscript
from scripts.verify.report import render_table, render_verdict
from scripts.write.citing.forms import FORMS, fill
from scripts.write.words.addresses import policy_address
from scripts.write.words.dates import say_date
from scripts.write.words.place_labels import place_label
from tests.bench.verify import EACH, EXPECTED, measure
from tests.conftest import ROOT
from tests.test_browser import metadata_of

ADDRESS = "https://archive.test/policies/jinan-2018/#p1"
WORDS = "推动经济社会高质量发展"
LONG = "为全面开展质量提升行动，助力新旧动能转换，加快质量强市建设，推动经济社会高质量发展，根据"
"""Longer in an address than any file's name."""
SECTION = "https://archive.test/policies/jinan-2018/#s1-2-1"
TITLE = "关于开展质量提升行动加快质量强市建设的实施方案"
Row = tuple[str, str, str, str]


@pytest.fixture(scope="module")
def verifier(corpus: Corpus) -> Verifier:
    return Verifier(make_texts(corpus.archive))


@pytest.fixture(scope="module")
def works(corpus: Corpus) -> Works:
    return make_works(corpus.archive.policies)


@pytest.fixture
def known(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command use the corpus that was read already."""
    monkeypatch.setattr("scripts.commands.verify.read_corpus", lambda _: corpus)


Check = Callable[[bytes, str], list[tuple[Citing, Verdict]]]


@pytest.fixture(scope="module")
def check(verifier: Verifier, works: Works) -> Check:
    """Check a manuscript."""

    def checked(data: bytes, path: str) -> list[tuple[Citing, Verdict]]:
        citings = find_citings(read_manuscript(data, path), verifier.read_address, works)
        return [(citing, verifier.verify(citing.address, citing.quotation)) for citing in citings]

    return checked


def rows(verdicts: list[tuple[Citing, Verdict]]) -> list[Row]:
    """Return what was found: where, the place, the words, the verdict."""
    return [
        (citing.where, f"{citing.address.policy}#{citing.address.anchor}", citing.quotation, str(verdict.kind))
        for citing, verdict in verdicts
    ]


def places(corpus: Corpus) -> Iterator[tuple[str, str, str]]:
    """Yield seeded blocks of each policy: its id, the anchor, words of it."""
    chance = random.Random(2015)
    for policy in corpus.archive.policies:
        assert policy.metadata
        blocks = [block for block in policy.blocks() if block.end - block.start > 30]
        for block in chance.sample(blocks, 6):
            start = chance.randrange(block.start, block.end - 20)
            yield policy.metadata.id, block.anchor, policy.text[start : start + 18].strip("“”‘’ 《》（）")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
@pytest.mark.parametrize("language", Language)
def test_every_form_that_the_archive_gives_out_is_recognised_and_holds(
    corpus: Corpus, check: Check, form: object, language: Language
) -> None:
    own = next(known for known in FORMS if known is form)
    column = own.language or language
    for policy_id, anchor, words in places(corpus):
        address = policy_address(policy_id, column, anchor)
        carried = address.replace("#", f"?quote={quote(words)}#")
        values = {
            "place": place_label(anchor, column),
            "address": carried if own.key in ("quotation", "link") else address,
            "quote": words,
            "accessed": "2026-11-29",
            "day": say_date("2026-11-29", Language.EN),
        }
        text = fill(own.write(metadata_of(corpus, policy_id), language), values)
        for name in ("note.md", "note.txt"):
            found = check(text.encode(), name)
            assert found, text
            for citing, verdict in found:
                assert (citing.address.policy, citing.address.anchor) == (policy_id, anchor), text
                assert verdict.kind is (Kind.HOLDS if own.key in ("quotation", "link") else Kind.LEADS), text
            quoted = f"文件说“{words}”[^1]。\n\n[^1]: {text}\n"
            if own.key not in ("quotation", "markdown") and name == "note.md":
                assert {row[3] for row in rows(check(quoted.encode(), name))} == {"holds"}, quoted


MARKDOWN = f"""\
# 题目

济南提出“{WORDS}”（[方案]({ADDRESS})）。另见[他处](https://archive.test/policies/jinan-2018/#s99)。

又说“推动经济社会高品质发展”[^1]，如“放管服”。

> 助力新旧动能转换，加快质量强市建设，
> 推动经济社会高质量发展
>
> — [济南]({ADDRESS})

《{TITLE}》（济发〔2018〕36号），一（一）第1段。[外站](https://example.org/policies/other-2018/)

```
“代码”（{ADDRESS}）
```

[方案]：[《甲》][j]提出，“把握好速度和质量的平衡”。

[j]: {SECTION}
[^1]: 中共济南市委，济南市人民政府. {TITLE}：济发〔2018〕36号[EB/OL]. （2018）[2026-11-29]. {ADDRESS}.
"""


def test_a_manuscript_in_markdown_is_checked_whole(check: Check) -> None:
    assert rows(check(MARKDOWN.encode(), "thesis.md")) == [
        ("line 3", "jinan-2018#p1", WORDS, "holds"),
        ("line 3", "jinan-2018#s99", "", "leads nowhere"),
        ("line 5", "jinan-2018#p1", "推动经济社会高品质发展", "holds with differences"),
        ("line 7", "jinan-2018#p1", "助力新旧动能转换，加快质量强市建设，\n推动经济社会高质量发展", "holds"),
        ("line 12", "jinan-2018#s1-1-p1", "", "leads there"),
        ("line 18", "jinan-2018#s1-2-1", "把握好速度和质量的平衡", "holds"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"“{WORDS}”（{ADDRESS}）", [WORDS]),
        (f"[“{WORDS}”]({ADDRESS})", [WORDS]),
        (f"“[{WORDS}]({ADDRESS})”", [WORDS]),
        (f"据[方案]({ADDRESS})，“{WORDS}”。", [WORDS]),
        (f"“{WORDS}。”<{ADDRESS}>", [f"{WORDS}。"]),
        (f"「{WORDS}」^[见{ADDRESS}]", [WORDS]),
        (f'He says "{WORDS}" (<a href="{ADDRESS}">plan</a>).', [WORDS]),
        (f"“{WORDS}”。真是如此。另见[方案]({ADDRESS})。", [""]),
        (f"“{WORDS}”和“加快质量强市建设”（{ADDRESS}）", [WORDS, "加快质量强市建设"]),
        (f"“放管服”和“{WORDS}”（{ADDRESS}）", [WORDS]),
        (f"“{WORDS}”（[一]({ADDRESS})，[二]({SECTION})）", [WORDS, WORDS]),
        (f"{ADDRESS} 和“放管服”", [""]),
        (f"《“放管服”办法》（{ADDRESS}）", [""]),
        (f"如下（[方案]({ADDRESS})）：\n\n> {WORDS}\n\n完。", ["", WORDS]),
        (f"> {WORDS}\n\n——[方案]({ADDRESS})", [WORDS, ""]),
        (f"> {WORDS}（{ADDRESS}）", [WORDS]),
        (f"`{ADDRESS}` ![图]({ADDRESS})", []),
        (f"“{WORDS}”（https://elsewhere.example/policies/none-2018/）", []),
    ],
)
def test_words_belong_to_the_address_that_cites_them(check: Check, text: str, expected: list[str]) -> None:
    assert [citing.quotation for citing, _ in check(text.encode(), "a.md")] == expected


def test_plain_text_has_notes_by_number(check: Check) -> None:
    text = f"正文说“{WORDS}”[1]，又说“加快质量强市建设”①。\n[1] 见 {ADDRESS}。\n① jinan-2018#p1\n"
    assert rows(check(text.encode("gb18030"), "a.txt")) == [
        ("line 1", "jinan-2018#p1", WORDS, "holds"),
        ("line 1", "jinan-2018#p1", "加快质量强市建设", "holds"),
    ]


def test_markdown_has_references_by_number_too(check: Check) -> None:
    text = f"正文说“{WORDS}”[2]。\n\n[1] 别书. https://example.org/\n[2] 甲. {TITLE}[EB/OL]. {ADDRESS}.\n"
    assert rows(check(text.encode(), "a.md")) == [("line 1", "jinan-2018#p1", WORDS, "holds")]


def test_seeded_quotations_have_the_verdicts_that_they_were_made_for(verifier: Verifier) -> None:
    found = [(made.way, verdict.kind) for made, verdict, _ in measure(verifier, 7714)]
    for way, kind in EXPECTED.items():
        assert found.count((way, kind)) >= EACH - 1, way
    assert len(found) == EACH * len(EXPECTED)


def test_a_web_page_is_read_without_its_scripts(check: Check) -> None:
    text = (
        f"<!doctype html><title>{ADDRESS}</title><nav><a href='{ADDRESS}'>x</a></nav>\n<p>说<q cite='{ADDRESS}'>{WORDS}</q>。</p>"
        f"\n<blockquote><p>{WORDS}<p>— <a href='{ADDRESS}'>济南</a></blockquote><script>'{ADDRESS}'</script>"
    )
    found = rows(check(text.encode(), "a.html"))
    assert [row[1:] for row in found] == [("jinan-2018#p1", WORDS, "holds")] * 2


def put(parent: Any, child: Any) -> None:
    """Put an element into another: what python-docx says of their types is too narrow."""
    parent.append(child)


def add_hyperlink(paragraph: DocxParagraph, address: str, words: str) -> None:
    """Add a link as Word does, by a relation."""
    link = OxmlElement("w:hyperlink")
    relation = paragraph.part.relate_to(
        address, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True
    )
    link.set(qn("r:id"), relation)
    run = paragraph.add_run(words)
    link.append(run._r)
    put(paragraph._p, link)


def add_field(paragraph: DocxParagraph, code: str, words: str) -> None:
    """Add a field with its code over two runs, as Word does."""
    for kind, text in (
        ("begin", ""),
        ("", code[:14]),
        ("", code[14:]),
        ("separate", ""),
        ("shown", words),
        ("end", ""),
    ):
        run = paragraph.add_run(text if kind == "shown" else "")
        if kind == "":
            element = OxmlElement("w:instrText")
            element.text = text
            put(run._r, element)
        elif kind != "shown":
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
            put(run._r, element)


def add_footnote_sign(paragraph: DocxParagraph, number: str) -> None:
    element = OxmlElement("w:footnoteReference")
    element.set(qn("w:id"), number)
    put(paragraph.add_run()._r, element)


FOOTNOTES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:footnote w:id="2"><w:p><w:r><w:t xml:space="preserve"> 见《{TITLE}》（济发〔2018〕36号），一（一）第1段。</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="3"><w:p><w:r><w:t>{ADDRESS}</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def saved(document: Document, **parts: str) -> bytes:
    """Return a document as a file, with parts that python-docx does not write."""
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream, "a") as archive:
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return stream.getvalue()


def test_a_document_of_word_is_checked_with_its_links_fields_and_notes(check: Check) -> None:
    document = docx.Document()
    add_hyperlink(document.add_paragraph(f"济南提出“{WORDS}”（"), ADDRESS, "方案")
    add_field(
        document.add_paragraph(f"“{WORDS}”见"),
        f' HYPERLINK "{ADDRESS.split("#", maxsplit=1)[0]}" \\l "p1" \\o "tip" ',
        "此处",
    )
    noted = document.add_paragraph("又说“以习近平新时代中国特色社会主义思想为指引”")
    add_footnote_sign(noted, "2")
    cell = document.add_table(1, 1).cell(0, 0).paragraphs[0]
    cell.add_run("“加快质量强市")
    cell.add_run("建设”")
    add_footnote_sign(cell, "3")
    document.add_paragraph(WORDS, style="Quote")
    document.add_paragraph(f"——{ADDRESS}")
    deleted = document.add_paragraph("“推动经济社会")
    gone = OxmlElement("w:del")
    gone.append(document.add_paragraph("低").runs[0]._r)
    put(deleted._p, gone)
    deleted.add_run(f"高质量发展”（{ADDRESS}）")
    found = rows(check(saved(document, footnotes=FOOTNOTES), "thesis.docx"))
    assert [row[1:] for row in found] == [
        ("jinan-2018#p1", WORDS, "holds"),
        ("jinan-2018#p1", WORDS, "holds"),
        ("jinan-2018#s1-1-p1", "以习近平新时代中国特色社会主义思想为指引", "holds"),
        ("jinan-2018#p1", "加快质量强市建设", "holds"),
        ("jinan-2018#p1", WORDS, "holds"),
        ("jinan-2018#p1", "", "leads there"),
        ("jinan-2018#p1", WORDS, "holds"),
    ]
    assert found[0][0] == "paragraph 1"


def zipped(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return stream.getvalue()


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("data", "name", "remedy"),
    [
        (b"%PDF-1.7", "a.pdf", "give the manuscript that it was made from"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "a.doc", "save it as .docx"),
        (b"{\\rtf1 x}", "a.rtf", "save it as .docx"),
        (b"PK\x03\x04 broken", "a.docx", "save it as .docx again"),
        (zipped(other=b"<x/>"), "a.docx", "word/document.xml is not in it"),
        (zipped(document=b"<x"), "a.docx", "is damaged"),
        (zipped(document=BOMB), "a.docx", "declares entities"),
        (zipped(document=b"<x>" + b" " * 70_000_000 + b"</x>"), "a.docx", "unpacks to 70,000,007 bytes"),
        (b"", "a.md", "is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 9, "a.txt", "give the document as text"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_read_is_named_with_its_remedy(data: bytes, name: str, remedy: str) -> None:
    with pytest.raises(CorpusError) as caught:
        read_manuscript(data, name)
    assert caught.value.problem.path == name
    assert remedy in caught.value.problem.message


@pytest.mark.parametrize(
    ("arguments", "code", "printed"),
    [
        (("jinan-2018#p1", WORDS), 0, "holds\n"),
        (("jinan-2018#p1", "推動經濟社會高質量發展"), 0, "holds with differences of script"),
        (("jinan-2018#p1", "推动经济社会高品质发展"), 1, "推动经济社会高{品质→质量}发展"),
        (("jinan-2018#s2-1", WORDS), 1, "stands elsewhere"),
        (("jinan-2018#p1", "天地玄黄宇宙洪荒"), 1, "stands nowhere"),
        (("jinan-2018#s1-1-p9", WORDS), 1, "jinan-2018 has no place s1-1-p9; the nearest is s1-1"),
        (("/policies/nanjing-2018/", WORDS), 1, "the archive has no policy nanjing-2018"),
        ((f"https://archive.test/policies/jinan-2018/?quote={quote(WORDS)}#p1",), 0, "holds"),
        ((f"https://archive.test/policies/jinan-2018/?quote={quote(LONG)}#p1",), 0, "holds"),
        (("jinan-2018#p1",), 0, "leads there"),
        (("no-such-file.md",), 2, ""),
        (("jinan-2018#p1", "……"), 2, ""),
    ],
)
def test_the_command_says_it_and_its_exit_code_does(
    arguments: tuple[str, ...], code: int, printed: str, known: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", *arguments], ROOT) == code
    output = capsys.readouterr()
    assert printed in output.out
    assert bool(output.err) == (code == 2)


def test_a_manuscript_is_a_table_and_json_and_one_failure_counts(
    tmp_path: Path, known: None, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "thesis.md"
    file.write_text(MARKDOWN, encoding="utf-8")
    assert main(["verify", str(file)], ROOT) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 7
    assert " ".join(lines[2].split()).startswith("line 5 ✗ holds with differences: jinan-2018#p1 “")
    assert lines[-1].startswith("6 addresses and quotations: 3 holds, 1 holds with differences")
    assert main(["verify", str(file), "--json"], ROOT) == 1
    values = json.loads(capsys.readouterr().out)
    assert [value["passes"] for value in values] == [True, False, False, True, True, True]
    assert values[2]["found"]["parts"][0]["differences"] == [{"start": 7, "quoted": "品质", "printed": "质量"}]
    assert values[2]["found"]["place"] == {"zh": "开头第1段", "en": "Opening, para. 1"}


def test_an_anchor_that_was_moved_leads_to_its_successor(corpus: Corpus) -> None:
    texts = make_texts(corpus.archive)
    texts.redirects = {"jinan-2018": {"s9": "s8", "s8": "p1"}}
    verifier = Verifier(texts)
    address = verifier.read_address("jinan-2018#s9")
    verdict = verifier.verify(address, WORDS)
    assert (verdict.kind, verdict.fault, verdict.instead) == (Kind.HOLDS, Fault.MOVED, "p1")
    assert verdict.passes
    assert "s9 was moved: it is p1 now" in render_verdict(verdict)


def with_former(corpus: Corpus) -> Verifier:
    """The archive as if its words had been changed on two days."""
    editions = (
        Edition(1, "2026-01-02", EditionKind.PUBLISHED, Bilingual("", ""), Bilingual("", "")),
        Edition(
            *(2, "2027-03-04", EditionKind.CORRECTED, Bilingual("", ""), Bilingual("", "")),
            (
                Change(
                    "p1",
                    Language.ZH,
                    "推动社会经济高质量发展，结合我市实情。",
                    "推动经济社会高质量发展，结合我市实情。",
                ),
                Change("s1-1", Language.ZH, "（一）指导方针。", "（一）指导思想。"),
            ),
        ),
        Edition(
            *(3, "2028-05-06", EditionKind.CORRECTED, Bilingual("", ""), Bilingual("", "")),
            (Change("p1", Language.ZH, "推动经济社会高质量发展，结合我市实情。", "x"),),
        ),
    )
    texts = make_texts(corpus.archive)
    texts.editions = texts.editions | {"jinan-2018": editions}
    return Verifier(texts)


@pytest.mark.parametrize(
    ("anchor", "words", "date"),
    [
        ("p1", "结合我市实情", "2027-03-04"),
        ("p1", "推动社会经济高质量发展", "2026-01-02"),
        ("", "推动社會經濟高质量发展", "2026-01-02"),
        ("s1-1", "指导方针。以习近平新时代中国特色社会主义思想为指引", "2026-01-02"),
    ],
)
def test_words_of_an_earlier_edition_held_in_it(corpus: Corpus, anchor: str, words: str, date: str) -> None:
    verifier = with_former(corpus)
    verdict = verifier.verify(verifier.read_address(f"jinan-2018#{anchor}"), words)
    assert verdict.kind is Kind.HELD
    assert not verdict.passes
    assert render_verdict(verdict).startswith(f"held in the edition of {date}\n")
    former = verifier.read_address(f"https://archive.test/policies/jinan-2018/history/#edition-2-{anchor}")
    assert former
    assert verifier.verify(former, words).passes
    assert verifier.check_address(former).kind is Kind.LEADS
    now = verifier.verify(verifier.read_address("jinan-2018#p1"), WORDS)
    assert now.kind is Kind.HOLDS
    elsewhere = verifier.verify(verifier.read_address("jinan-2018#s2"), "结合我市实情")
    assert elsewhere.kind is not Kind.HELD


def test_what_cites_nothing_of_the_archive_says_so(check: Check) -> None:
    found = check("无关的“引文”（https://example.org/）。".encode(), "a.md")
    assert render_table(found) == "0 addresses and quotations: none of the archive's"
