"""The English goes to translators' tools and comes back: nothing changes on the way, an edit comes alone, nothing is lost."""

import re
import shutil
from pathlib import Path

import polib
import pytest
from lxml import etree
from translate.storage import tmx, xliff2

from scripts.__main__ import main
from scripts.commands.exchange import Imported, export_translation, import_translation
from scripts.model.grades import Graded, split_comment
from scripts.model.vocabulary import Grade, GradeBy
from scripts.problems import CorpusError
from scripts.read.corpus.corpus import read_corpus
from scripts.read.corpus.translation_file import translatable
from tests.conftest import CITY, DISTRICT, INVENTED

CORE = "urn:oasis:names:tc:xliff:document:2.0"
SPACE = {"x": CORE, "m": "urn:oasis:names:tc:xliff:matches:2.0", "g": "urn:oasis:names:tc:xliff:glossary:2.0"}
GIVEN = Graded(Grade.TRANSLATED, GradeBy.TRANSLATOR, "2031-05-04", "Li Ming")
HEADING, BLOCK, COPY, CLOSING = "s1", "s1-1-p1", "t1-r3-p4", "closing-p1"
"""A heading, a paragraph, a cell whose Chinese stands in another too, and a paragraph without English."""


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the invented corpus, one cell of which is a draft, and its files for tools."""
    root = tmp_path_factory.mktemp("exchange")
    shutil.copytree(INVENTED / "corpus", root / "corpus")
    file = polib.pofile(str(po_of(root)))
    for entry in file:
        if entry.msgctxt == COPY:
            entry.tcomment, entry.flags = "grade: draft, machine", ["fuzzy"]
    file.save(str(po_of(root)))
    export_translation(CITY, {"xliff": root / "a.xlf", "tmx": root / "a.tmx"}, root)
    return root


@pytest.fixture
def root(exported: Path, tmp_path: Path) -> Path:
    """A copy of it, which a test may change."""
    return Path(shutil.copytree(exported, tmp_path / "root"))


def po_of(root: Path) -> Path:
    return root / "corpus/policies" / CITY / "en.po"


def entries_of(root: Path) -> dict[str, polib.POEntry]:
    return {entry.msgctxt: entry for entry in polib.pofile(str(po_of(root)))}


def take(root: Path, name: str, given: Graded = GIVEN) -> Imported:
    return import_translation(CITY, root / name, given, root)


def reword(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    assert re.search(old, text, re.DOTALL)
    (root / name).write_text(re.sub(old, new, text, count=1, flags=re.DOTALL), encoding="utf-8")


def changed(root: Path, before: dict[str, polib.POEntry]) -> list[str]:
    """Return the anchors whose entries are not as they were."""
    return [anchor for anchor, entry in entries_of(root).items() if str(entry) != str(before[anchor])]


def test_the_xliff_follows_the_rules_of_the_core_and_of_its_modules(exported: Path) -> None:
    """By the schemas and constraints of XLIFF 2.1, as much of it as we use."""
    root = etree.parse(str(exported / "a.xlf")).getroot()
    assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == ("2.1", "zh-CN", "en-GB")
    (file,) = root
    units = list(file)
    (policy,) = [p for p in read_corpus(exported).archive.policies if p.metadata and p.metadata.id == CITY]
    wanted = dict(translatable(policy))
    assert [unit.get("id") for unit in units] == list(wanted)
    for unit in units:
        names = [etree.QName(child).localname for child in unit]
        assert names == sorted(names, key=["matches", "glossary", "notes", "segment"].index)
        (segment,) = unit.findall("x:segment", SPACE)
        assert [etree.QName(child).localname for child in segment] in (["source"], ["source", "target"])
        assert segment[0].text == wanted[unit.get("id", "")]
        assert segment.get("state") == "initial" or len(segment) == 2
        assert re.fullmatch(r"[^\s:]+:[^\s:]+", segment.get("subState", "a:b"))
        for match in unit.iterfind("m:matches/m:match", SPACE):
            assert match.get("ref") == f"#{segment.get('id')}"
            assert 0 < float(match.get("similarity", "")) <= 100
            assert [child.tag for child in match] == [f"{{{CORE}}}source", f"{{{CORE}}}target"]
        for entry in unit.iterfind("g:glossary/g:glossEntry", SPACE):
            assert [etree.QName(child).localname for child in entry] == ["term", "translation"]
            assert (entry[0].text or "") in (segment[0].text or "")


def test_the_state_says_the_grade_and_what_is_known_elsewhere_is_offered(exported: Path) -> None:
    root = etree.parse(str(exported / "a.xlf")).getroot()
    states = {unit.get("id"): unit.find("x:segment", SPACE) for unit in root.iterfind(".//x:unit", SPACE)}
    assert dict(states[HEADING].attrib) == {"id": "1", "state": "translated"}  # type: ignore[union-attr]
    assert dict(states[COPY].attrib) == {"id": "1", "state": "initial", "subState": "archive:machine"}  # type: ignore[union-attr]
    assert states[CLOSING].find("x:target", SPACE) is None  # type: ignore[union-attr]
    (match,) = root.findall(f".//x:unit[@id='{COPY}']/m:matches/m:match", SPACE)
    assert (match.get("origin"), match.get("similarity")) == (f"{CITY}#t1-r1-p4", "100.0")


@pytest.mark.parametrize("name", ["a.xlf", "a.tmx"])
def test_what_comes_back_as_it_went_changes_nothing(root: Path, name: str) -> None:
    before = po_of(root).read_bytes()
    imported = take(root, name)
    assert (imported.problems, imported.taken) == ((), 0)
    assert imported.same == len(read_corpus(root).archive.english[CITY])
    assert po_of(root).read_bytes() == before


def test_an_edit_in_a_tool_for_xliff_comes_back_alone_with_its_state(root: Path) -> None:
    before, path = entries_of(root), root / "a.xlf"
    store = xliff2.Xliff2File.parsefile(str(path))  # type: ignore[no-untyped-call]
    units = {unit.getid().partition("::")[0]: unit for unit in store.units}
    assert [anchor for anchor, unit in units.items() if unit.isfuzzy()] == [COPY]
    units[CLOSING].target = "Counties (districts) shall draw up measures of their own."
    units[CLOSING].marktranslated()
    units[HEADING].markapproved()
    units[COPY].target = "Expected"
    store.save()
    imported = take(root, "a.xlf")
    assert (imported.problems, imported.taken) == ((), 3)
    assert sorted(changed(root, before)) == sorted((CLOSING, HEADING, COPY))
    entries = entries_of(root)
    assert entries[CLOSING].msgstr == "Counties (districts) shall draw up measures of their own."
    grades = {anchor: dict(split_comment(entries[anchor].tcomment)[0])["grade"] for anchor in changed(root, before)}
    assert grades[CLOSING] == "translated, translator, 2031-05-04, Li Ming"
    assert grades[HEADING] == "reviewed, translator, 2031-05-04, Li Ming"
    assert grades[COPY] == "draft, translator, 2031-05-04, Li Ming"
    assert entries[COPY].fuzzy
    assert take(root, "a.xlf").taken == 0


def test_an_edit_in_a_tool_for_memories_comes_back_alone(root: Path) -> None:
    before = entries_of(root)
    store = tmx.tmxfile.parsefile(str(root / "a.tmx"))  # type: ignore[no-untyped-call]
    unit = next(unit for unit in store.units if unit.xmlelement.get("tuid") == f"{CITY}#{COPY}")
    unit.target = "Expected"
    store.save()
    imported = take(root, "a.tmx")
    assert (imported.problems, imported.taken) == ((), 1)
    assert imported.left > 0
    assert changed(root, before) == [COPY]
    assert (entries_of(root)[COPY].msgstr, entries_of(root)[COPY].fuzzy) == ("Expected", False)


REFUSED: tuple[tuple[str, str, str], ...] = (
    ('(id="s1-1-p1".*?<source>)', r"\1旧", "has other Chinese now"),
    ('id="s1-1-p1"', 'id="s9-9"', "is not in the text any more"),
    ('(id="s1-1-p1".*?<source>)(.*?)(</source>)', r"\1\2甲\3", "has other Chinese now"),
    ('(id="s1-1-p1".*?<target>)', r'\1<pc id="1">a</pc>', "has <pc> in its text"),
    ('(id="s1-1-p1".*?)state="translated"(.*?<target>)', r'\1state="initial"\2Not ', "comes back as a draft"),
    ('(id="s1-1-p1".*?<target>)', "\\1\u200b", "s1-1-p1 "),
    (
        '(id="s1-1-p1") archive:english="[0-9a-f]*"(.*?<target>)',
        r'\1 archive:english="00000000"\2Not ',
        "in en.po since",
    ),
)


@pytest.mark.parametrize(("old", "new", "expected"), REFUSED, ids=[row[2] for row in REFUSED])
def test_what_cannot_be_taken_is_told_with_its_line_and_the_rest_is_taken(
    root: Path, old: str, new: str, expected: str
) -> None:
    before = entries_of(root)
    reword(root, "a.xlf", f'(<unit id="{HEADING}".*?<target>)', r"\1All ")
    reword(root, "a.xlf", old, new)
    imported = take(root, "a.xlf")
    (problem,) = imported.problems
    assert (problem.path, problem.rule, problem.line > 1) == (str(root / "a.xlf"), "exchange", True)
    assert expected in problem.message
    assert changed(root, before) == [HEADING]


def test_a_unit_that_a_tool_cut_is_put_together_in_the_order_of_its_targets(root: Path) -> None:
    (policy,) = [p for p in read_corpus(root).archive.policies if p.metadata and p.metadata.id == CITY]
    zh = dict(translatable(policy))[CLOSING]
    segments = (
        f'<segment id="a" state="final"><source>{zh[:7]}</source><target order="3">by that.</target></segment>'
        "<ignorable><source> </source></ignorable>"
        f'<segment id="b" state="translated"><source>{zh[7:]}</source><target order="1">Do <mrk id="1">this</mrk></target></segment>'
    )
    reword(root, "a.xlf", f'(<unit id="{CLOSING}".*?)<segment .*?</segment>', lambda match: match[1] + segments)  # type: ignore[arg-type]
    assert take(root, "a.xlf").problems == ()
    assert entries_of(root)[CLOSING].msgstr == "Do this by that."
    assert "grade: translated" in entries_of(root)[CLOSING].tcomment


XLIFF_1 = """<?xml version="1.0" encoding="utf-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="x" source-language="zh" target-language="en"
 datatype="plaintext"><body><group>
<trans-unit id="1" resname="s1"><source>总体要求</source><target state="signed-off">General needs</target></trans-unit>
<trans-unit id="2"><source>指导思想</source><target>Leading ideas</target></trans-unit>
<trans-unit id="3"><source>预期性</source><target state="needs-review-translation">Expected</target></trans-unit>
<trans-unit id="4"><source>本库没有</source><target>Nowhere</target></trans-unit>
</group></body></file></xliff>
"""


def test_xliff_1_2_is_taken_by_its_names_and_else_by_its_chinese_where_that_leaves_no_doubt(root: Path) -> None:
    before = entries_of(root)
    (root / "old.xlf").write_text(XLIFF_1, encoding="utf-8")
    imported = take(root, "old.xlf")
    assert [problem.message for problem in imported.problems] == [
        "4 is no place of this policy, nor is its Chinese; keep the ids that the export gave"
    ]
    entries = entries_of(root)
    assert changed(root, before) == ["s1", "s1-1", COPY]  # and not the cell that has the same Chinese and is translated
    assert "grade: reviewed" in entries["s1"].tcomment
    assert [entries[anchor].msgstr for anchor in ("s1", "s1-1", COPY)] == ["General needs", "Leading ideas", "Expected"]


EXPANDING = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
HOSTILE: tuple[tuple[bytes, str], ...] = (
    (b"", "no well-formed XML"),
    (b"<xliff version='2.1'>", "no well-formed XML"),
    (f"{EXPANDING}<xliff version='2.1'><file id='a'>&b;</file></xliff>".encode(), "declares entities"),
    (f"{EXPANDING}<tmx/>".encode("utf-16"), "declares entities"),
    (b"<xliff version='3'/>", "export it as"),
    (b"<html/>", "begins with <html>"),
    (b"<a>" * 1_000 + b"</a>" * 1_000, "no well-formed XML"),
    (b"<tmx>" + b" " * 20_000_000 + b"</tmx>", "has more than"),
)


@pytest.mark.parametrize(("data", "expected"), HOSTILE, ids=[row[1] for row in HOSTILE])
def test_a_file_that_is_none_of_a_tool_is_refused(root: Path, data: bytes, expected: str) -> None:
    (root / "x.xlf").write_bytes(data)
    with pytest.raises(CorpusError, match=expected):
        take(root, "x.xlf")


def test_a_file_of_another_policy_is_refused_by_its_name(root: Path) -> None:
    export_translation(DISTRICT, {"xliff": root / "b.xlf", "tmx": None}, root)
    with pytest.raises(CorpusError, match=f"is of {DISTRICT}; "):
        take(root, "b.xlf")


def code_of(arguments: list[str], root: Path) -> object:
    """Return the exit code of a command, where its arguments cannot be read too."""
    try:
        return main(arguments, root)
    except SystemExit as stop:
        return stop.code


COMMANDS: tuple[tuple[list[str], int, str], ...] = (
    (["translate-export", CITY], 2, "give --xliff or --tmx"),
    (["translate-export", "atlantis-2018", "--tmx", "x.tmx"], 2, "known are: moxiang-2031"),
    (["translate-import", CITY, "a.xlf", "--date", "2031-02-31"], 2, "is no day"),
    (["translate-import", CITY, "a.xlf", "--name", "x" * 33], 2, "shorten it"),
    (["translate-import", CITY, "nowhere.xlf"], 2, "cannot be opened"),
    (["translate-import", CITY, "a.xlf"], 0, "taken: 0; unchanged: 55; not taken: 0"),
)


@pytest.mark.parametrize(("arguments", "code", "expected"), COMMANDS, ids=[row[2] for row in COMMANDS])
def test_the_command_line_says_what_became_of_a_file(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, expected: str
) -> None:  # fmt: skip
    monkeypatch.chdir(root)
    assert code_of(arguments, root) == code
    output = capsys.readouterr()
    assert expected in output.out + output.err
