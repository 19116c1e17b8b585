"""What editors write passes one gate: no character that nobody sees or means, every value of sense, files within bounds."""

import os
import shutil
import socket
import sys
from collections.abc import Callable, Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from scripts.check.subject import Subject
from scripts.check.text import check_characters
from scripts.commands.collisions import check_collisions
from scripts.commands.unforeseen import accept_any_console, carry_out
from scripts.problems import CorpusError, Problem
from scripts.read import regular_file
from scripts.read.clean.decode import read_source
from scripts.read.corpus import po_lines, values, yaml_file
from scripts.read.corpus.corpus import policy_folders, read_corpus
from scripts.read.corpus.po_lines import check_lines
from scripts.read.corpus.published_file import read_row
from scripts.read.corpus.values import date_fault, english_fault, id_fault, url_fault
from scripts.read.corpus.yaml_file import YamlFile, read_value
from scripts.read.hand_written import read_markdown
from scripts.read.policy import read_policy
from scripts.read.regular_file import list_folder, read_bytes_of, read_text_of, reading
from scripts.text.gate import find_faults, find_outer_blanks
from tests.conftest import CITY, DISTRICT, INVENTED, ROOT

FORBIDDEN = (
    ("a\x00b", "U+0000 NULL"), ("a\x1bb", "U+001B ESCAPE"), ("a\x7fb", "U+007F <control-007F>"), ("a\zz9bb", "U+009B"),
    ("a\tb", "U+0009 CHARACTER TABULATION, a tab; write a blank"), ("a\nb", "U+000A LINE FEED, a line break"),
    ("a\x85b", "U+0085"), ("a\u2028b", "U+2028 LINE SEPARATOR"), ("a\u2029b", "U+2029 PARAGRAPH SEPARATOR"),
    ("a\u202eb", "U+202E RIGHT-TO-LEFT OVERRIDE"), ("a\u200eb", "U+200E LEFT-TO-RIGHT MARK"),
    ("a\u061cb", "U+061C ARABIC LETTER MARK"), ("a\u2066b", "U+2066 LEFT-TO-RIGHT ISOLATE"),
    ("质\u200b量", "U+200B ZERO WIDTH SPACE, which nobody sees; drop it"), ("质\u200d量", "U+200D ZERO WIDTH JOINER"),
    ("质\u2060量", "U+2060 WORD JOINER"), ("质\ufeff量", "U+FEFF"), ("qual\u00adity", "U+00AD SOFT HYPHEN"),
    ("质\ufe0f量", "U+FE0F VARIATION SELECTOR-16"), ("a\U000e0100", "U+E0100 VARIATION SELECTOR-17"),
    ("a\u3164b", "U+3164 HANGUL FILLER"), ("a\U000e0041b", "U+E0041 TAG LATIN CAPITAL LETTER A"),
    ("a\u00a0b", "U+00A0 NO-BREAK SPACE, a blank unlike others"), ("质\ufffd量", "U+FFFD REPLACEMENT CHARACTER"),
    ("质\ue000量", "U+E000 <private-use-E000>"), ("质\U000f0000量", "U+F0000"), ("a\ufffeb", "U+FFFE"), ("a\U0003ffffb", "U+3FFFF"),
    ("a\ufdd0b", "U+FDD0"), ("a\ud800b", "U+D800"), ("a\U00050000b", "U+50000"),
    ("qu\u0430lity", "U+0430 CYRILLIC SMALL LETTER A in the word"), ("M\u03bfxiang", "U+03BF GREEK SMALL LETTER OMICRON"),
    ("\u0441\u043e\u0440\u0443", "U+0441 CYRILLIC SMALL LETTER ES"), ("M\uff4fxiang", "U+FF4F FULLWIDTH LATIN SMALL LETTER O"),
    ("5\uff27网络", "U+FF27 FULLWIDTH LATIN CAPITAL LETTER G"), ("\ufb01nd", "U+FB01 LATIN SMALL LIGATURE FI"),
    ("lu\u0251n", "U+0251 LATIN SMALL LETTER ALPHA"), ("\u2f00带", "U+2F00 KANGXI RADICAL ONE; write '一'"),
    ("e\u0301", "U+0065 LATIN SMALL LETTER E, which Unicode (NFC) writes otherwise"), ("\u0301a", "upon no letter"),
    ("质x\u0317\u0318\u0319", "U+0317 COMBINING ACUTE ACCENT BELOW in a pile"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "words"), FORBIDDEN, ids=[words.split(",")[0] for _, words in FORBIDDEN])
def test_what_nobody_sees_or_means_is_named_with_its_number_and_the_remedy(text: str, words: str) -> None:
    (fault,) = find_faults(text)
    assert words in fault.message
    assert "; " in fault.message


def test_what_policies_have_passes() -> None:
    for text in (
        *(
            "5 μm以下，α、β和Ω，TNFα，10kΩ",
            "PM2.5平均浓度",
            "优于Ⅲ类",
            "“5G+”",
            "ISO 9001:2015",
            "ＧＢ／Ｔ",
            "m²、㎡、℃、№5",
        ),
        *(
            "葛\U000e0100洪",
            "Communiqué",
            "lǜ",
            "ГОСТ Р 50779",
            "二〇二三年",
            "3·15",
            "——",
            "50％～60％",
            "𠮷林",
            "中共　济南市委",
        ),
    ):
        assert list(find_faults(text)) == []
    assert [fault.message for fault in find_outer_blanks("甲 ")] == ["begins or ends with a blank; drop it"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("http://a.example", ""), ("https://a.example:8080/b?c=(d)#e", ""), ("http://121.40.1.2/a", ""),
        ('http://a.example/"onload=x', "'\"' cannot stand"), ("http://a.example/a b", "must be"), ("http://a.example/<b>", "'<'"),
        ("http://a.example/质", "percent-encode"), ("http://a.example/%zz", "'%'"), ("http://u:p@a.example/", "names a user"),
        ("http:///a", "'' is no host"), ("http://localhost/", "no host"), ("http://[::1/a", "'['"), ("http://-a.cn/", "no host"),
        ("http://300.1.1.1/", "no host"), ("http://a.example:99999/", "port"), ("http://a.example:0/", "no host"),
        ("javascript:alert(1)", "must be"), ("ftp://a.example/", "must be"), ("http://a.example/" + "a" * 2000, "shorten"),
    ],
)  # fmt: skip
def test_an_address_leads_somewhere(value: str, words: str) -> None:
    assert words in url_fault(value)
    assert bool(words) == bool(url_fault(value))


@pytest.mark.parametrize("value", ["2018-02-31", "2017-02-29", "2018-06-31", "1899", "2999-01-01"])
def test_a_date_is_one_of_a_calendar_and_of_our_time(value: str) -> None:
    assert date_fault(value)
    assert not date_fault("2016-02-29")


def test_an_id_is_the_name_of_a_folder_anywhere() -> None:
    assert [name for name in ("con", "lpt1", "a" * 61, "matrix", "a" * 60) if not id_fault(name)] == [
        "matrix",
        "a" * 60,
    ]


def test_english_quotes_less_chinese_than_it_says() -> None:
    assert english_fault("质量提升")
    assert english_fault("Mind 质量", is_name=True)
    assert not english_fault("企业 (“enterprises”) stands twice.")


NESTED = "[" * 50_000
YAML_REFUSED = (
    ("deep lists", NESTED, "levels deep"), ("deep mappings", "{a: " * 50_000, "levels deep"),
    ("deep blocks", "".join(f"{' ' * i}a:\n" for i in range(2_000)), "levels deep"),
    ("an anchor", "a: &b c\n", "(`b`); write it out"), ("an alias", "a: *b\n", "write it out"),
    ("a tag", "a: !!python/object/apply:os.system [ls]\n", "has the tag"), ("a tag of texts", "a: !!str b\n", "has the tag"),
    ("two documents", "a: b\n---\nc: d\n", "second document"), ("a directive", "%YAML 1.1\n---\na: b\n", "directive"),
    ("a key that is a list", "? [a]\n: b\n", "a key is a text"), ("a key twice", "a: b\na: c\n", "`a` stands here twice"),
    ("too many values", "- a\n" * 2_000, "more than 1,000 values; split"), ("a long text", "a: " + "b" * 10_001, "shorten it"),
    ("a line break", 'a: "b\\nc"\n', "`a` holds U+000A LINE FEED, a line break; write the text on one line"),
    ("a folded text", "a: >\n  b\n  c\n", "a line break"), ("a blank at an end", 'a: "b "\n', "ends with a blank"),
    ("an escape", 'a: {b: ["\\u202e"]}\n', "`a.b` holds U+202E"), ("a key", '"a\\u200b": b\n', "holds U+200B"),
    ("no YAML", "a: [\n", "is not valid YAML"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "words"), [row[1:] for row in YAML_REFUSED], ids=[row[0] for row in YAML_REFUSED])
def test_yaml_is_bounded_before_it_is_read(monkeypatch: pytest.MonkeyPatch, text: str, words: str) -> None:
    monkeypatch.setattr(yaml_file, "MOST_VALUES", 1_000)
    file = YamlFile("x.yml")
    read_value(text, file)
    found = [problem.line for problem in file.problems if words in problem.message]
    assert found
    assert 1 <= found[0] <= len(text.splitlines())


def test_yaml_keeps_every_text_a_text_and_knows_its_line() -> None:
    file = YamlFile("x.yml")
    read_value('- a: 1\n  b: [yes, ~, "~"]\n  c: >-\n    d\n    e\n- null\n', file)
    assert file.value == [{"a": "1", "b": ["yes", None, "~"], "c": "d e"}, None]
    assert (file.lines[0, "c"], file.lines[1,], file.problems) == (3, 6, [])


def test_the_dictionary_says_what_is_demanded() -> None:
    dictionary = " ".join((ROOT / "corpus/README.md").read_text(encoding="utf-8").split())
    sizes = [f"{bound:,}" for end, bound in regular_file.BOUNDS.items() if end != ".md"]
    lengths = [f"{most:,} characters" for most in (values.LONGEST_ID, values.LONGEST_URL, values.LONGEST_TEXT)]
    years = [f"from {values.FIRST_YEAR} to {values.LAST_YEAR}", f"appeared from {values.FIRST_WEB_YEAR}"]
    yaml = [f"{yaml_file.MOST_DEPTH} levels deep", f"{yaml_file.MOST_VALUES:,} values"]
    entries = [f"{po_lines.MOST_LINES:,} lines and {po_lines.LONGEST_ENTRY:,} characters"]
    for words in (*sizes, *lengths, *years, *yaml, *entries):
        assert words in dictionary, words


ENTRY = 'msgctxt "p1"\nmsgid "甲"\nmsgstr "a"\n'
PO_REFUSED = (
    ("plurals", 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', 2, "plural form"), ("a stray word", ENTRY + "hello\n", 4, "neither"),
    ("a text first", '"a"\n', 1, "goes on with no text"), ("a text alone", ENTRY + '\n"a"\n', 5, "goes on with no text"), ("an unknown escape", ENTRY.replace('"a"', r'"a\q"'), 3, "escapes"),
    ("an open quotation", ENTRY.replace('"a"', '"a'), 3, "quotation marks"), ("a quotation within", ENTRY.replace('"a"', '"a"b"'), 3, "is no text"),
    ("no msgid", 'msgctxt "p1"\nmsgstr "a"\n', 2, "msgstr where msgid must stand"), ("msgstr first", 'msgstr "a"\n', 1, "msgctxt or msgid"),
    ("a file cut off", 'msgctxt "p1"\nmsgid "甲"\n', 2, "stops within an entry"), ("an entry cut off", 'msgctxt "p1"\nmsgid "甲"\n\n' + ENTRY, 3, "stops within an entry"), ("many lines", ENTRY + '"a"\n' * 2_001, 2_001, "too much"),
    ("a long line", f'msgid "{"a" * 20_001}"\n', 1, "break it"), ("former English", '#| msgstr[0] "a"\n' + ENTRY, 1, "former Chinese"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "line", "words"), [row[1:] for row in PO_REFUSED], ids=[row[0] for row in PO_REFUSED])
def test_a_po_file_has_entries_and_nothing_else(text: str, line: int, words: str) -> None:
    with pytest.raises(CorpusError, match=words.replace("[", r"\[")) as error:
        check_lines(text, "en.po")
    assert (error.value.problem.line, error.value.problem.rule) == (line, "po")


def test_a_po_file_may_have_what_the_template_writes() -> None:
    former = '#| msgid "乙"\n#| "丙"\n#, fuzzy\n'
    check_lines(
        f'# head\nmsgid ""\nmsgstr ""\n"Language: en\\n"\n\n# note\n{former}{ENTRY}\n#~ msgctxt "p2"\n#~ msgid "a"\n#~ msgstr ""\n#~ "b"\n',
        "en.po",
    )


@pytest.mark.parametrize(
    "line",
    [
        "[" * 100_000, '{"a":' * 100_000, '{"a": NaN}', '{"a": 1e9}', f'{{"a": {"9" * 5_000}}}', '{"a": "b", "a": "c"}', "null", "",
        '{"a": ["b"]}', '{"a": "\\ud800"}', '{"a": "\\u0000"}', f'{{"a": "{"b" * 300_000}"}}', '{"a": true}', '{"a": "b"} x',
    ],
    ids=range(14),
)  # fmt: skip
def test_a_line_of_the_record_is_flat_and_short(line: str) -> None:
    with pytest.raises(ValueError, match="row"):
        read_row(line)
    assert read_row('{"edition": 1, "zh":"质量 \\"a\\""}') == {"edition": 1, "zh": '质量 "a"'}


def make_socket(path: Path) -> None:
    """Put a socket there; its own path may be longer than that of a socket can be."""
    folder = os.open(path.parent, os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(f"/proc/self/fd/{folder}/{path.name}")
    os.close(folder)


KINDS: dict[str, Callable[[Path], object]] = {
    "a folder": Path.mkdir,
    "a pipe": os.mkfifo,
    "a socket": make_socket,
    "a link": lambda path: path.symlink_to(path.name),
    "a link, no": lambda path: path.symlink_to("/dev/zero"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_only_a_regular_file_is_opened(tmp_path: Path, kind: str) -> None:
    KINDS[kind](tmp_path / "a.yml")
    with pytest.raises(CorpusError, match=rf"x/a.yml: \[file\] is {kind}"):
        read_bytes_of(tmp_path / "a.yml", "x/a.yml")
    assert read_bytes_of(tmp_path / "none.yml", "none.yml") is None


def test_a_file_is_read_no_further_than_its_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(regular_file.BOUNDS, ".yml", 10)
    file = tmp_path / "a.yml"
    file.write_bytes(b"a: 3456789")
    assert read_bytes_of(file, "a.yml") == b"a: 3456789"
    file.write_bytes(b"a: 34567890")
    assert [str(problem) for problem in read_text_of(file, "a.yml")[1]] == [
        "a.yml: [size] has more than 10 bytes, the most that such a file may have; make it smaller"
    ]
    for path in (INVENTED.parent / "corpus").rglob("*.*"):
        assert path.name == "README.md" or 20 * path.stat().st_size <= max(regular_file.BOUNDS.values())


def test_what_cannot_be_read_is_said_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(b"a\nb: \xe9\n")
    (problem,) = read_text_of(file, "a.yml")[1]
    assert (problem.line, problem.message) == (2, "is not UTF-8 (byte 5); save it as UTF-8")
    (problem,) = read_text_of(file / "b.yml", "a.yml/b.yml")[1]
    assert "cannot be read (not a directory)" in problem.message
    file.write_text("a: b\n# \u202e\n", encoding="utf-8")
    (problem,) = read_text_of(file, "a.yml")[1]
    assert str(problem).startswith("a.yml:2: [character] holds U+202E RIGHT-TO-LEFT OVERRIDE")
    with pytest.raises(CorpusError, match="is no folder"):
        list_folder(file, "a.yml")


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the invented corpus."""
    root = tmp_path_factory.mktemp("gate")
    shutil.copytree(INVENTED / "corpus", root / "corpus")
    return root


@pytest.fixture
def kept(copied: Path) -> Iterator[Path]:
    """The copy, which is mended after the test."""
    before = {path: path.read_bytes() for path in copied.rglob("*") if path.is_file()}
    yield copied
    for path, data in before.items():
        path.write_bytes(data)


POLICY, TERMS, INDICATORS = f"policies/{CITY}/policy.yml", "glossary/terms.yml", "glossary/indicators.yml"
DOCUMENTS, BODIES, PLACES = "glossary/documents.yml", "glossary/organisations.yml", "glossary/places.yml"
TARGETS, TOPICS, EMENDATIONS = (f"policies/{CITY}/{name}.yml" for name in ("targets", "topics", "emendations"))
URL = "http://moxiang.example/quality.html"
READ = 'source: "http://a.example/", retrieved: "2033-01-01"'
REPLACED = f"replaced_by: {{title: {{zh: 新方案, en: New Plan}}, id: nowhere-2033, {READ}}}\n"
SPOILT = (
    (POLICY, '"2031-03-09"', '"2031-02-31"', "`date` is '2031-02-31', which no calendar has"),
    (POLICY, '"2031-03-09"', '"2999-01-01"', "between 1949 and 2100"),
    (POLICY, '"2031-04-01"', '"1980"', "between 1991 and 2100"),
    (POLICY, '"2031-04-01"', '"2031-02"', "`retrieved` (2031-02) is before `date` (2031-03-09)"),
    (POLICY, URL, "http://user:secret@moxiang.example/", "names a user"),
    (POLICY, "zh: 墨香市质量提升行动方案, en: Moxiang", "zh: Moxiang, en: 墨香市", "`zh` is 'Moxiang', which has no Chinese"),
    (POLICY, "zh: 墨香市质量提升行动方案", 'zh: "　"', "`zh` is empty; write it"),
    (POLICY, "number: 墨政发〔2031〕7号", 'number: ""', "`number` is empty; write it"),
    (POLICY, "number: ", "number: \u200b", "holds U+200B ZERO WIDTH SPACE"),
    (POLICY, "issuers:\n", "issuers:\n  - {zh: 墨香市人民政府, en: Moxiang}\n", "`issuers` has '墨香市人民政府' twice"),
    (POLICY, "place: moxiang\n", 'place: moxiang\nperiod: {from: "1812", until: "2035", anchor: s1, quote: 甲}\n', "is 1812"),
    (POLICY, "place: moxiang\n", 'place: moxiang\nperiod: {from: "2031", until: "2035", anchor: s01, quote: 甲}\n', "is no anchor"),
    (POLICY, "place: moxiang\n", f"place: moxiang\n{REPLACED}", "nowhere-2033 is no policy of the corpus; leave the `id` out"),
    (TERMS, "id: bihuan-guanli", f"id: {'a' * 300}", "an id may have 60; shorten it"),
    (TERMS, "id: bihuan-guanli", "id: con", "no folder can be called on Windows"),
    (TERMS, "zh: 闭环管理", 'zh: ""', "`zh` is empty"),
    (TERMS, "forms: [质量强省]", 'forms: [质量强省, ""]', "`forms` has an empty text"),
    (TERMS, "forms: [质量强省]", "forms: [质量强省, 质量强省]", "'质量强省' twice; keep one"),
    (TERMS, "en: closed-loop management", "en: 闭环管理", "which has Chinese in it"),
    (TERMS, "meaning: {zh: 从发现", "meaning: {zh: From, x: 从发现", "`zh` is 'From', which has no Chinese"),
    (INDICATORS, "aliases: [首席质量官]", "aliases: [首席质量官, 首席质量官]", "`aliases` has '首席质量官' twice"),
    (INDICATORS, 'unit: "名"', 'unit: " "', "`unit` "),
    (DOCUMENTS, "implements: [lanting-outline]", "implements: [moxiang-2031]", "implements itself: moxiang-2031 →"),
    (DOCUMENTS, "implements: [lanting-outline]", "implements: [yunting-2032]", "drop one of these `implements`"),
    (DOCUMENTS, "implements: [lanting-outline]", "implements: [lanting-outline, lanting-outline]", "twice; keep one"),
    (DOCUMENTS, '"2030-11"', '"2030-13"', "`date` is '2030-13'"),
    (BODIES, "forms: [市农业局]", 'forms: [" "]', "`forms` has an empty text"),
    (BODIES, "forms: [市农业局]", "forms: []", "`forms` has an empty text, or none"),
    (TARGETS, "- action", "- {action: drop, anchor: s1, quote: 甲}\n" * 2 + "- action", "is the same as the entry on line 1"),
    (TARGETS, "name: 质量培训", "indicator: nowhere", "'nowhere' is not in indicators.yml"),
    (PLACES, "within: cn", "within: lanting", "'lanting' does not stand above this entry"),
    (PLACES, "- id: moxiang\n", "- {id: cn, name: {zh: 中, en: C}, level: state, within: lanting}\n- id: moxiang\n", "twice"),
    (EMENDATIONS, "line: 21", f"line: {'9' * 5_000}", "of at most 7 digits"),
    (EMENDATIONS, "before: 参予", 'before: ""', "`before` is empty"),
    (EMENDATIONS, "after: 参与", "after: {a: b}", "`after` must be a text"),
    (EMENDATIONS, "通行写法为“参与”。", "As usual.", "which has no Chinese"),
    (TARGETS, "name: 质量培训", f"value: {'9' * 5_000}", "at most 15 digits"),
    (TARGETS, "name: 质量培训", "value: ４０", "must be a number"),
    (TARGETS, "name: 质量培训", "year: 2999", "between 1949 and 2100"),
    (TARGETS, "name: 质量培训", "value: 3\n  value_max: 2", "`value_max` (2) is not above `value` (3)"),
    (TARGETS, "anchor: s2-1-1-p1", "anchor: <script>", "is no anchor"),
    (TOPICS, "[s1-3, t1]", "[s1-3, t1, s1-3]", "'s1-3' twice"),
    (TOPICS, "[s1-3, t1]", "[s1-3, zz9]", "`targets` has 'zz9', which is no anchor"),
    (f"policies/{CITY}/anchors.txt", "s1\n", f"s{'1' * 5_000}\n", "longer than two anchors"),
    (f"policies/{CITY}/en.po", 'msgstr "Moxiang', 'msgstr "\\nMoxiang', "holds U+000A LINE FEED"),
    (f"policies/{CITY}/en.po", 'msgctxt "s1"', 'msgctxt "<s1>"', "is no anchor"),
    (f"policies/{CITY}/published.jsonl", '"zh"', '"\\ud800"', "is not what `publish` writes"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "words"), SPOILT)
def test_every_value_is_of_sense(kept: Path, name: str, old: str, new: str, words: str) -> None:
    file = kept / "corpus" / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = [problem for problem in read_corpus(kept).problems if words in problem.message]
    assert found
    assert (found[0].path, found[0].line > 0) == (f"corpus/{name}", True)


def test_no_policy_follows_its_own_successor(kept: Path) -> None:
    for own, other in ((CITY, DISTRICT), (DISTRICT, CITY)):
        file = kept / f"corpus/policies/{own}/policy.yml"
        file.write_text(file.read_text(encoding="utf-8") + REPLACED.replace("nowhere-2033", other), encoding="utf-8")
    found = [problem for problem in read_corpus(kept).problems if "of its own successor" in problem.message]
    assert [(Path(problem.path).parent.name, problem.line > 1) for problem in found] == [(CITY, True), (DISTRICT, True)]


def test_an_id_that_takes_the_address_of_a_page_is_told(kept: Path) -> None:
    file = kept / "corpus" / INDICATORS
    assert list(check_collisions(kept, read_corpus(kept).archive.glossary)) == []
    file.write_text(file.read_text(encoding="utf-8").replace("demonstration-bases", "matrix", 1), encoding="utf-8")
    (problem,) = check_collisions(kept, read_corpus(kept).archive.glossary)
    assert str(problem).startswith(f"corpus/{INDICATORS}:9: [id] matrix has the address of another page")


def test_a_folder_or_file_that_does_not_belong_is_told(copied: Path) -> None:
    policies = copied / "corpus/policies"
    (policies / "linked-2031").symlink_to(policies / CITY)
    (copied / "corpus/glossary/a\x1b.yml").touch()
    try:
        found = {problem.path for problem in read_corpus(copied).problems if problem.rule == "unknown-file"}
        assert found == {"corpus/policies/linked-2031", r"corpus/glossary/a\x1b.yml"}
        assert [folder.name for folder in policy_folders(copied)] == [CITY, DISTRICT]
    finally:
        (policies / "linked-2031").unlink()
        (copied / "corpus/glossary/a\x1b.yml").unlink()


def problems_in(text: str) -> list[Problem]:
    """Return what is said of the characters of a source."""
    policy = read_policy(read_source(f"一、总体要求\n{text}\n".encode(), "source.txt"))[0]
    return list(check_characters(Subject(policy, "source.txt")))


def test_a_source_tells_look_alikes_at_their_line_and_drops_what_nobody_sees() -> None:
    (problem,) = problems_in("质量qu\u0430lity提升。")
    assert (problem.line, problem.rule) == (2, "character")
    assert "U+0430 CYRILLIC SMALL LETTER A" in problem.message
    assert problems_in("质\u202e量\u200b提\uffff升\U000e0041和\ufe0f以\u061c质\u00a0量取胜。") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [("\x01", "U+0001"), ("a\u202e", "U+202E"), (">" * 20 + " a", "too deep"), ("<div>" * 200, "too deep")],
)
def test_a_page_written_by_hand_passes_the_same_gate(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "index.md"
    file.write_text(f"# 甲\n\n{text}\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=words.replace("+", r"\+")) as error:
        read_markdown(file, "docs/zh/index.md")
    assert error.value.problem.line == 3


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_console_that_lacks_characters_shows_their_numbers(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    console = TextIOWrapper(BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stderr", console)
    accept_any_console()
    assert carry_out(lambda: int("质\ud800")) == 3
    console.flush()
    said = console.buffer.getvalue().decode(encoding)
    assert ("质" in said) == (encoding == "utf-8")
    assert said.startswith("The program is at fault: ValueError: invalid literal")


def test_an_error_that_nobody_foresaw_names_the_file_that_was_read(capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> int:
        with reading("corpus/x.yml"):
            raise RecursionError("too deep")

    assert carry_out(fail) == 3
    assert "RecursionError: too deep (test_gate.py:" in (said := capsys.readouterr().err)
    assert "while reading corpus/x.yml" in said
