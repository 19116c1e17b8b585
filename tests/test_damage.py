"""Damaged texts: what a cut prints, every reading that prints the same, and proposals that are never applied."""

import os
from functools import cache
from pathlib import Path

import pytest
import yaml

from scripts.commands import proposals as proposals_module
from scripts.commands.proposals import propose
from scripts.model.edits import undo
from scripts.model.policy import Policy
from scripts.model.vocabulary import Script
from scripts.problems import CorpusError
from scripts.read.clean.decode import read_source
from scripts.read.clean.steps import clean
from scripts.read.corpus.archive_words import archive_texts, read_archive_words
from scripts.read.corpus.corpus import Corpus
from scripts.read.policy import read_policy
from scripts.text.damage.masks import find_lost, find_masked
from scripts.text.damage.numbers import find_dots, find_hyphens
from scripts.text.damage.split import DECODERS, Decoder, find_splits, split_and_decode
from scripts.text.damage.spots import Repair, find_repairs, sound_lines
from scripts.text.damage.words import FULL_WIDTH_MARKS, Words
from scripts.text.radicals import RADICALS, double_of, find_doubles
from tests.conftest import IDS, ROOT
from tests.damage.seeded import KINDS, try_kind

SOUND = "三、加强监管。农业适度规模化经营率达到50%。\n四、保障。筹备工作由国（省）检中心承担。\n"

HANT = "三、加強監管。農業適度規模經營，達標率達到50%。\n四、保障。籌備工作由國家級檢測中心承擔，並負責實施。\n"


@pytest.fixture(scope="module")
def words() -> Words:
    return read_archive_words(ROOT)


@cache
def repairs_of(text: str, is_traditional: bool) -> tuple[Repair, ...]:
    """Return the repairs of a text, looked for once by all tests."""
    return tuple(find_repairs(text, read_archive_words(ROOT).with_text(sound_lines(text)), is_traditional))


@pytest.fixture(autouse=True)
def _once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proposals_module, "find_repairs", lambda text, _, is_hant: iter(repairs_of(text, is_hant)))


@pytest.mark.parametrize(
    ("sound", "printed"),
    [
        ("規模化經營率", "規?；洜I率"),
        ("建設。籌備", "建設?；I備"),
        ("國（省）檢中心", "國（?。z中心"),
        ("环境保护50%", "环境?；?50%"),
        ("质量；安全。", "质量；安全。"),
    ],
)
def test_a_text_is_cut_at_the_bytes_of_marks_across_two_characters(sound: str, printed: str) -> None:
    assert split_and_decode(sound) == printed


@pytest.mark.parametrize("decoder", [DECODERS[1], DECODERS[4]], ids=str)
def test_what_was_cut_is_found_whatever_decoded_it(decoder: Decoder, words: Words) -> None:
    sound = "適度規模化經營率"
    printed = split_and_decode(sound, decoder=decoder)
    (repair,) = find_repairs(printed, words, is_traditional=True)
    assert printed[: repair.start] + repair.text + printed[repair.end :] == sound


@pytest.mark.parametrize("policy_id", IDS)
def test_the_repaired_source_cut_again_is_the_source_received(policy_id: str, corpus: Corpus) -> None:
    """The model predicts every place of the two texts that were cut, and no other."""
    policy = policy_of(corpus, policy_id)
    marks = {mark: sign for mark, sign in FULL_WIDTH_MARKS.items() if chr(mark) != "?"}
    received = policy.source.text.translate(marks)
    repairs = repairs_of(policy.source.text, policy.source.script is Script.HANT)
    sound, end = "", 0
    for repair in repairs:
        sound += received[end : repair.start] + repair.text
        end = repair.end
    sound += received[end:]
    if repairs:
        assert split_and_decode(sound) == received
        assert len(find_splits(sound)) == len(repairs)


def policy_of(corpus: Corpus, policy_id: str) -> Policy:
    return next(policy for policy in corpus.archive.policies if policy.metadata and policy.metadata.id == policy_id)


@pytest.mark.parametrize("policy_id", IDS)
def test_the_first_proposals_are_what_the_editors_read(policy_id: str) -> None:
    """Without their emendations, those of the copy's own faults are proposed, and nothing else is."""
    folder = ROOT / "corpus/policies" / policy_id
    rows = [row for row in yaml.safe_load((folder / "emendations.yml").read_text("utf-8")) if row["kind"] == "damage"]
    policy = read_policy(read_source((folder / "source.txt").read_bytes(), "source.txt"))[0]
    proposals = propose(policy, "source.txt", ROOT)
    assert [proposal.line for proposal in proposals] == [row["line"] for row in rows]
    for proposal, row in zip(proposals, rows, strict=True):
        line = policy.text[max(policy.text.find(row["before"]) - 20, 0) :][:60]
        if proposal.before in line:
            assert line.replace(proposal.before, proposal.after) == line.replace(row["before"], row["after"])
        else:
            assert row["after"].strip("。") in proposal.after or proposal.after[1:-1] in row["after"]


def test_no_proposal_is_applied_and_what_editors_noted_is_not_proposed(corpus: Corpus) -> None:
    source = read_source((SOUND + "三、创建*********示范区。\n").encode(), "a.txt")
    policy = read_policy(source)[0]
    assert propose(policy, "a.txt", ROOT)
    assert "*********" in policy.text
    for known in corpus.archive.policies:
        assert propose(known, "source.txt", ROOT) == []


def test_a_mask_stands_for_a_word_of_its_length_that_the_text_has_nowhere_else() -> None:
    known = Words((), ("创建国家级示范区，建设重点项目示范区。",))
    assert [found.after for found in find_masked("创建*********示范区", known)] == ["国家级"]
    assert [found.after for found in find_masked("创建□□□示范区", known)] == ["国家级"]
    known = Words((), ("创建国家级示范区",))
    assert [found.after for found in find_masked("创建███示范区", known)] == ["国家级"]
    assert list(find_masked("国家级项目。创建*********示范区", known)) == []
    assert list(find_masked("重复检**。（市农业局牵头）", Words((), ("等创新业务。（市财政局牵头）",)))) == []


def test_a_lost_character_is_read_by_the_words_around(words: Words) -> None:
    assert [found.after for found in find_lost("明确责任�工，加强产品质\ue123监督", words)] == ["分", "量"]
    assert list(find_lost("\ue123加强监督\n\ufffd", words)) == []


def test_a_number_gets_its_dot_back_where_a_text_has_it_behind_the_same_word() -> None:
    known = Words((), ("迈向工业4.0，达到9.8万元，达到20个",))
    found = list(find_dots("对接工业40。达到98万元，增长88%，增长12%，达到35∶1", known))
    assert [one.after for one in found] == ["4.0", "8.8", "3.5"]
    assert list(find_dots("达到98万元，增长88%，增长12%，达到35∶1", known)) == []


def test_a_standard_and_a_span_of_years_get_their_hyphen_back() -> None:
    known = Words((), ())
    found = list(find_hyphens("执行GB/T 190012016，DB37/T 12342018，20212025年，电话88882016，GB/T 19001-2016", known))
    assert [one.after for one in found] == ["19001-", "1234-", "2021-"]


def test_seeded_cuts_are_all_found_and_read_by_words_of_other_texts(words: Words) -> None:
    tally = try_kind(KINDS[0], SOUND, words, 1)  # no text of the archive is this one
    assert (tally.seeded, tally.found, tally.right, tally.false) == (3, 3, 3, 0)


def test_the_dictionary_is_not_loaded_for_a_sound_text(tmp_path: Path) -> None:
    policy = read_policy(read_source(SOUND.encode(), "a.txt"))[0]
    root = tmp_path
    assert propose(policy, "a.txt", root) == []
    assert "dictionary" not in read_archive_words(root).__dict__


def cleaned(text: str) -> str:
    draft = clean(text)
    assert undo(draft.text, draft.edits) == text
    return draft.text


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("⼀、⾼质量发展，⻓三角⻝品，⼾籍⺠警，⻁头⾭年\n", "一、高质量发展，长三角食品，户籍民警，虎头青年"),
        ("五\uf90a制品", "五金制品"),
        ("二0二五年底前，二Ｏ三五年、二O一O年、二〇○五年", "二〇二五年底前，二〇三五年、二〇一〇年、二〇〇五年"),
        ("二零二五年，十0个，一0个，2O25年，202O", "二零二五年，十0个，一0个，2025年，202O"),
        ("１．堤顶\n（２）堤脚\n３处", "１．堤顶\n（２）堤脚\n3处"),
        ("\ue81e\ue7c7", "龴ḿ"),
        ("劣∨类，Ⅳ—∨级，甲∨乙", "劣Ⅴ类，Ⅳ—Ⅴ级，甲∨乙"),
        ("２０２５年达到２．５％，ＧＢ／Ｔ１９００１，㎡", "2025年达到2.5％，GB／T19001，㎡"),
    ],
)
def test_what_only_looks_like_a_character_becomes_it_by_an_edit(printed: str, meant: str) -> None:
    assert cleaned(printed) == meant


def test_a_radical_of_a_traditional_text_becomes_the_traditional_character_before_the_script_is_changed() -> None:
    assert list(find_doubles("⼾⾞", is_traditional=True)) == [(0, "戶"), (1, "車")]
    assert clean("⾨戶開放，⾞輛檢測國際標準", script=Script.HANT).text == "門戶開放，車輛檢測國際標準"
    assert cleaned("⾨戶開放，⾞輛檢測國際標準") == "门户开放，车辆检测国际标准"


def test_every_radical_has_its_character() -> None:
    named = [chr(point) for point in (*range(0x2E80, 0x2EF4), *range(0x2F00, 0x2FD6))]
    assert sum(double_of(char) == char for char in named) == len(named) - len(RADICALS)
    assert all(double_of(char) >= "\u3400" for char in named if ord(char) in RADICALS)


@pytest.mark.parametrize(("codec", "text"), [("gb18030", SOUND), ("gb18030", HANT), ("big5", HANT)])
def test_a_damaged_byte_of_a_legacy_encoding_is_named_with_its_line(codec: str, text: str) -> None:
    data = (text * 3).encode(codec)
    place = data.index(b"\n") + 5
    with pytest.raises(CorpusError) as raised:
        read_source(data[:place] + b"\xff" + data[place + 1 :], "a.txt")
    assert raised.value.problem.line == 2
    assert f"is not valid {codec}" in raised.value.problem.message


def test_what_is_no_file_of_the_corpus_is_none_of_its_words(tmp_path: Path) -> None:
    policy, glossary = tmp_path / "corpus/policies/moxian-2031", tmp_path / "corpus/glossary"
    policy.mkdir(parents=True)
    glossary.mkdir()
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("水渠清淤。", encoding="utf-8")
    (policy / "source.txt").symlink_to(elsewhere)
    os.mkfifo(glossary / "terms.yml")
    assert not any(archive_texts(tmp_path))
