"""The grades of the English: kept by every tool, shown and counted; what is certain is filled in, and nothing else."""

import shutil
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from translate.storage import pypo

from scripts.commands.corpus_problems import check_corpus
from scripts.commands.gather import current_words, link_corpus
from scripts.commands.publish import publish
from scripts.commands.translations import find_for, translation_states, update_translations
from scripts.link.memory import Found, Memory, Wanted
from scripts.model.archive import Archive
from scripts.model.grades import Graded, fingerprint, grade_lines, grade_text
from scripts.model.policy import Policy
from scripts.model.vocabulary import Grade, GradeBy, Language
from scripts.read.corpus.corpus import Corpus, read_corpus
from scripts.read.corpus.grade_lines import parse_grade
from scripts.read.corpus.register_file import REGISTER
from scripts.read.corpus.translation_file import read_translation, translatable
from scripts.write.akoma_ntoso.document import draw_akoma_ntoso
from scripts.write.corpus.filling import by_rule, finder
from scripts.write.data.exchange import render_units
from scripts.write.data.json_text import dump
from scripts.write.data.policy_json import policy_value
from scripts.write.data.policy_markdown import draw_policy_texts
from scripts.write.data.tables.texts import passages_of
from scripts.write.pages.policy.english_state import state_words
from scripts.write.pages.policy.masthead import notice
from scripts.write.pages.policy.parallel import render_parallel_page
from tests.conftest import CITY, DISTRICT, INVENTED, renew, seal_anew

HEADING, OTHER, CLOSING = "s1", "s2", "closing-p1"
SOURCE, COPY = "t1-r1-p4", "t1-r3-p4"
"""Two places with the same Chinese; the closing has no English, on purpose."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the invented corpus."""
    shutil.copytree(INVENTED / "corpus", tmp_path / "corpus")
    return tmp_path


def po_of(root: Path, policy_id: str = CITY) -> Path:
    return root / "corpus/policies" / policy_id / "en.po"


def entries_of(path: Path) -> dict[str, polib.POEntry]:
    return {entry.msgctxt: entry for entry in polib.pofile(str(path)) if not entry.obsolete}


def change(path: Path, anchor: str, **values: object) -> None:
    """Give the entry of a place other values, as a tool that keeps everything else does."""
    file = polib.pofile(str(path))
    for entry in file:
        if entry.msgctxt == anchor:
            for name, value in values.items():
                setattr(entry, name, value)
    file.save(str(path))


def empty(root: Path, policy_id: str, *anchors: str) -> None:
    for anchor in anchors:
        change(po_of(root, policy_id), anchor, msgstr="")


def policy_of(corpus: Corpus, policy_id: str = CITY) -> Policy:
    return next(p for p in corpus.archive.policies if p.metadata and p.metadata.id == policy_id)


GRADES = (
    ("draft", Graded(Grade.DRAFT)),
    ("draft, memory", Graded(Grade.DRAFT, GradeBy.MEMORY)),
    ("translated, 2026-11-30", Graded(date="2026-11-30")),
    ("reviewed, editor, 2026-11-30, 李明", Graded(Grade.REVIEWED, GradeBy.EDITOR, "2026-11-30", "李明")),
)


@pytest.mark.parametrize(("text", "graded"), GRADES)
def test_a_grade_is_read_as_it_is_written(text: str, graded: Graded) -> None:
    assert parse_grade(text) == (graded, "")
    assert grade_text(graded) == text


@pytest.mark.parametrize(
    "text", ["", "final", "draft memory", "reviewed, Li Ming", "draft, robot", "translated, 2026-02-31", "reviewed, editor, " + "x" * 33]
)  # fmt: skip
def test_what_is_no_grade_is_named_with_its_form(text: str) -> None:
    assert "; " in parse_grade(text)[1] or "which no calendar has" in parse_grade(text)[1]


FAULTS = (
    ("grade: final", "write it as"),
    ("source: jinan-2018#s1", "begin with"),
    ("grade: draft\nsource: somewhere", "write it as"),
    ("grade: draft\ngrade: reviewed", "twice"),
    ("grade: draft\nfilled: yes", "leave `filled`"),
    ("A note.\ngrade: draft", "before it"),
)


@pytest.mark.parametrize(("comment", "expected"), FAULTS)
def test_a_line_on_the_grade_that_cannot_be_read_is_a_problem_with_its_line(
    root: Path, comment: str, expected: str
) -> None:
    change(po_of(root), HEADING, tcomment=comment)
    (problem,) = read_translation(po_of(root), "en.po")[1]
    assert (problem.rule, expected in problem.message, problem.line > 0) == ("po", True, True)


def test_the_header_grades_what_says_nothing_and_never_as_a_draft(root: Path) -> None:
    archive = read_corpus(root).archive
    assert set(archive.grades[CITY].values()) == {Graded(Grade.TRANSLATED, GradeBy.EDITOR)}
    assert archive.grades[CITY].keys() == archive.english[CITY].keys()
    text = po_of(root).read_text(encoding="utf-8")
    po_of(root).write_text(text.replace("X-Grade: translated, editor", "X-Grade: draft"), encoding="utf-8")
    assert [problem.rule for problem in read_corpus(root).problems] == ["po"]


def test_a_draft_is_fuzzy_and_whoever_takes_that_away_has_accepted_it(root: Path) -> None:
    lines = "\n".join(grade_lines(Graded(Grade.DRAFT, GradeBy.MACHINE)))
    change(po_of(root), HEADING, tcomment=lines, flags=["fuzzy"])
    change(po_of(root), OTHER, tcomment=lines)
    archive = read_corpus(root).archive
    assert archive.drafts(CITY) == {HEADING}
    assert {HEADING, OTHER} < archive.english[CITY].keys()
    assert archive.grades[CITY][OTHER] == Graded(Grade.TRANSLATED, GradeBy.EDITOR)
    update_translations(root)
    assert entries_of(po_of(root))[OTHER].tcomment == ""
    change(po_of(root), HEADING, tcomment="")
    assert HEADING not in read_corpus(root).archive.english[CITY]


def test_every_tool_for_po_files_keeps_the_lines_on_the_grade(root: Path) -> None:
    graded = Graded(Grade.REVIEWED, GradeBy.TRANSLATOR, "2026-11-30", "N" * 32)
    change(po_of(root), HEADING, tcomment="\n".join([*grade_lines(graded), "A note."]))
    assert read_corpus(root).archive.grades[CITY][HEADING] == graded
    store = pypo.pofile.parsefile(str(po_of(root)))  # type: ignore[no-untyped-call]
    unit = next(unit for unit in store.units if unit.getcontext() == OTHER)
    unit.target = "Key work"
    store.save()
    archive = read_corpus(root).archive
    assert archive.grades[CITY][HEADING] == graded
    assert archive.translator_notes[CITY][HEADING].en == "A note."
    assert archive.english[CITY][OTHER] == "Key work"


def test_what_is_certain_is_filled_in_as_a_draft_with_its_source(root: Path) -> None:
    empty(root, CITY, COPY, CLOSING)
    former = entries_of(po_of(root))
    assert update_translations(root)[0] == 1
    entries = entries_of(po_of(root))
    english = former[SOURCE].msgstr
    filled = f"grade: draft, memory\nsource: {CITY}#{SOURCE}\nfilled: {fingerprint(english)}"
    assert (entries[COPY].msgstr, entries[COPY].tcomment, entries[COPY].fuzzy) == (english, filled, True)
    assert [key for key in entries if str(entries[key]) != str(former[key])] == [COPY]
    assert update_translations(root)[0] == 0


def test_a_draft_follows_its_source_until_somebody_touches_it(root: Path) -> None:
    empty(root, CITY, COPY)
    update_translations(root)
    change(po_of(root), SOURCE, msgstr="Expected")
    update_translations(root)
    assert entries_of(po_of(root))[COPY].msgstr == "Expected"
    change(po_of(root), COPY, msgstr="What somebody is writing")
    update_translations(root)
    assert entries_of(po_of(root))[COPY].msgstr == "What somebody is writing"
    assert read_corpus(root).archive.drafts(CITY) == {COPY}


def test_what_is_no_longer_certain_is_taken_back(root: Path) -> None:
    empty(root, CITY, COPY)
    update_translations(root)
    change(po_of(root), SOURCE, flags=["fuzzy"])
    update_translations(root)
    entry = entries_of(po_of(root))[COPY]
    assert (entry.msgstr, entry.fuzzy, entry.tcomment) == ("", False, "")


MOST_OTHERWISE = 0.1


def test_what_is_filled_in_is_what_the_translators_wrote(corpus: Corpus) -> None:
    """Each policy is translated from the others: hardly anything that is certain reads otherwise there."""
    filled = otherwise = 0
    for policy in corpus.archive.policies:
        own = policy.metadata.id if policy.metadata else ""
        others = {key: english for key, english in corpus.archive.english.items() if key != own}
        find = find_for(policy, finder(Memory(replace(corpus.archive, english=others)).find))
        for anchor, zh in translatable(policy):
            if found := find(anchor, zh):
                filled += 1
                otherwise += found.en != corpus.archive.english[own].get(anchor)
    assert filled
    assert otherwise <= MOST_OTHERWISE * filled


@pytest.mark.parametrize(("first", "second", "expected"), [("One", "One", "One"), ("One", "Two", None)])
def test_two_translations_of_one_chinese_make_neither_certain(
    invented: Archive, first: str, second: str, expected: str | None
) -> None:
    memory = Memory(replace(invented, english={CITY: {SOURCE: first, COPY: second}}))
    found = memory.find(Wanted("预期性", DISTRICT, "yunting"))
    assert (found.en if found else None) == expected


def test_english_that_names_a_place_which_its_chinese_does_not_holds_there_alone(invented: Archive) -> None:
    memory = Memory(replace(invented, english={CITY: {SOURCE: "Expected in Moxiang"}}))
    assert memory.find(Wanted("预期性", CITY, "moxiang"))
    assert memory.find(Wanted("预期性", DISTRICT, "yunting")) is None


def test_what_the_glossary_agrees_on_is_certain_and_begins_with_a_capital(invented: Archive) -> None:
    found = Memory(replace(invented, english={})).find(Wanted("首席质量官", CITY, "moxiang", is_heading=True))
    assert found == Found("Chief quality officer", GradeBy.GLOSSARY, found.sources if found else ())
    assert found.sources[0].startswith("term:")


def test_a_block_is_filled_in_from_its_sentences_only_where_all_are_known(invented: Archive) -> None:
    (policy, *_) = invented.policies
    blocks = [b for b in policy.blocks() if policy.text[b.start : b.end].count("。") == 1]
    first, second = (policy.text[b.start : b.end] for b in blocks[:2])
    english = {CITY: {blocks[0].anchor: "First things first.", blocks[1].anchor: "Then the second."}}
    find = find_for(policy, Memory(replace(invented, english=english)).find)
    found = find("p1", first + second)
    assert found
    assert (found.en, len(found.sources)) == ("First things first. Then the second.", 2)
    assert find("p1", first + "此句他处没有。") is None


@pytest.mark.parametrize(
    ("zh", "en"),
    [("（2031年3月9日）", "(9 March 2031)"), ("二〇三一年十二月", "December 2031"), ("≥98.5%", "≥98.5%"), ("2031年2月30日", None), ("12家", None), ("2025年底", None), ("3000-5000", None)],
)  # fmt: skip
def test_figures_and_dates_are_certain_by_rule(zh: str, en: str | None) -> None:
    found = by_rule(zh)
    assert (found.en if found else None) == en


def test_missing_english_is_a_state_and_no_problem_and_a_draft_is_no_published_word(root: Path) -> None:
    assert check_corpus(read_corpus(root), root) == []
    change(po_of(root), HEADING, tcomment="grade: draft, machine", flags=["fuzzy"], msgstr="General")
    corpus = read_corpus(root)
    rules = {problem.rule for problem in check_corpus(corpus, root)}
    assert rules == {"words-changed"}  # it was published, and is none of the words any more
    assert current_words(corpus, policy_of(corpus), CITY)[HEADING].en == ""
    states = {line.path.split("/")[2]: line.message for line in translation_states(corpus)}
    assert "1 is a draft" in states[CITY]
    po_of(root).unlink()
    states = {line.path.split("/")[2]: line.message for line in translation_states(read_corpus(root))}
    assert "translate-template` begins it" in states[CITY]
    assert "untranslated" not in {problem.rule for problem in check_corpus(read_corpus(root), root)}


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Policy, Archive]:
    """The invented policy with a draft, and without some of its English."""
    root = tmp_path_factory.mktemp("drafted")
    shutil.copytree(INVENTED / "corpus", root / "corpus")
    change(po_of(root), HEADING, tcomment="grade: draft, machine, 2031-01-02", flags=["fuzzy"])
    empty(root, CITY, OTHER)
    corpus = read_corpus(root)
    return policy_of(corpus), link_corpus(corpus)[0]


@pytest.mark.parametrize(
    ("language", "mark", "words"),
    [(Language.ZH, "［译文初稿］", "初稿1处，尚未翻译2处（仍为中文）"), (Language.EN, "[draft translation]", "1 in draft, 2 not yet translated")],
)  # fmt: skip
def test_the_pages_mark_a_draft_and_say_how_much_there_is(
    drafted: tuple[Policy, Archive], language: Language, mark: str, words: str
) -> None:
    policy, archive = drafted
    assert policy.metadata
    page = render_parallel_page(policy, policy.metadata, archive, language).replace("&#91;", "[").replace("&#93;", "]")
    assert page.count(f"[{mark}]{{.policy-draft}}") == 1
    assert words in page.replace("&#46;", ".")
    if language is Language.EN:
        assert words in "".join(notice(policy, archive, language))


def test_the_pages_of_complete_english_say_nothing_of_grades(invented: Archive) -> None:
    policy = next(p for p in invented.policies if p.metadata and p.metadata.id == DISTRICT)
    assert state_words(policy, invented, Language.EN) == ""
    assert policy.metadata
    assert "policy-draft" not in render_parallel_page(policy, policy.metadata, invented, Language.ZH)


def test_the_data_have_the_grade_of_every_place(drafted: tuple[Policy, Archive]) -> None:
    policy, archive = drafted
    grades = {passage.anchor: passage.graded for passage in passages_of(policy, CITY, archive)}
    assert grades[HEADING] == Graded(Grade.DRAFT, GradeBy.MACHINE, "2031-01-02")
    assert grades[OTHER] is None
    text = "".join(dump(policy_value(policy, archive)))
    assert text.count('"grade": "draft"') == 1
    assert text.count('"grade": "translated"') == len(archive.english[CITY]) - 1
    assert policy.metadata
    texts = dict(draw_policy_texts(policy, policy.metadata, archive))
    documents = {end: "".join(text) for end, text in draw_akoma_ntoso(policy, archive)}
    assert (
        "".join(texts[".en.md"]).replace("\\", "").count("[draft translation]") == 2
    )  # a line says what the mark means
    assert documents[".en.akn.xml"].count('<remark type="translation">[draft translation]</remark>') == 1
    units = render_units(policy, CITY, archive)
    assert units.count('<prop type="x-grade">draft</prop>') == 1
    assert units.count('<prop type="x-grade-date">2031-01-02</prop>') == 1


def test_a_policy_is_published_before_it_is_translated_and_its_english_with_the_next_edition(project: Path) -> None:
    folder = po_of(project, DISTRICT).parent
    kept = {name: (folder / name).read_text(encoding="utf-8") for name in ("en.po", "figures_en.yml")}
    for name in (*kept, "anchors.txt", "published.jsonl", "former.jsonl"):
        (folder / name).unlink(missing_ok=True)
    history = (folder / "history.yml").read_text(encoding="utf-8").partition("- edition: 2")[0]
    renew(folder / "history.yml", history)
    register = (project / REGISTER).read_text(encoding="utf-8").splitlines()
    seal_anew(project, [line for line in register if DISTRICT in line])
    assert publish(project, [DISTRICT]).problems == ()
    for name, text in kept.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert {problem.rule for problem in publish(project, [DISTRICT]).problems} == {"words-changed"}
    entry = '- edition: 2\n  date: "2033-01-01"\n  kind: corrected\n  what: {zh: 补入英译。, en: English was added.}\n'
    renew(folder / "history.yml", f"{history.rstrip()}\n{entry}  why: {{zh: 原无英译。, en: There was none.}}\n")
    published = publish(project, [DISTRICT])
    assert published.problems == ()
    assert published.editions[DISTRICT][1] == len(read_corpus(project).archive.english[DISTRICT])
