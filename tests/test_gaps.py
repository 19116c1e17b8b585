"""What nobody can restore: a □ for each character, with a note; no figure, no word, and damage where nobody notes it."""

from decimal import Decimal
from pathlib import Path

import pytest

from scripts.check.checks import check_policy
from scripts.check.text import find_damage
from scripts.link.figures.quantities import find_quantities
from scripts.link.figures.targets import find_targets
from scripts.model.edits import undo
from scripts.model.policy import Policy
from scripts.model.vocabulary import Language, Rule
from scripts.read.clean.decode import read_source
from scripts.read.corpus.emendation_file import read_emendations
from scripts.read.policy import read_policy
from scripts.text.folding import NUMBER_PATTERN, fold
from scripts.write.akoma_ntoso.notes import words
from scripts.write.data.policy_json import note_value
from scripts.write.pages.policy.notes import note_text

TEXT = "一、目标\n到2030年，堤防达标率达到██%，水库完好率达到95%。\n某市水□局要抓好落实。"
ENTRY = """\
- line: {line}
  before: "{before}"
  after: "{after}"
  kind: {kind}
  certainty: {certainty}
  reason: {{zh: 原件遮挡。, en: The original is masked.}}
  evidence: {{zh: 所据网页。, en: The page.}}
"""


def entry(line: int, before: str, after: str, kind: str = "damage", certainty: str = "certain") -> str:
    return ENTRY.format(line=line, before=before, after=after, kind=kind, certainty=certainty)


def read(folder: Path, *entries: str) -> tuple[Policy, list[str]]:
    file = folder / "emendations.yml"
    file.write_text("".join(entries) or "[]", encoding="utf-8")
    emendations, yaml_file = read_emendations(file, "emendations.yml")
    return read_policy(read_source(TEXT.encode(), "x"), emendations)[0], [p.message for p in yaml_file.problems]


def damage(policy: Policy) -> list[int | None]:
    return [problem.line for problem in check_policy(policy, "source.txt") if problem.rule == "damage"]


def test_a_mask_becomes_a_gap_that_can_be_undone_and_is_no_damage_any_more(tmp_path: Path) -> None:
    assert damage(read(tmp_path)[0]) == [2, 3]
    policy, problems = read(tmp_path, entry(2, "██%", "□□%"), entry(3, "水□局", "水□局"))
    assert (problems, damage(policy)) == ([], [])
    assert "达标率达到□□%" in policy.text
    assert [edit.before for edit in policy.edits if edit.rule is Rule.EMENDATION] == ["██"]
    assert undo(policy.text, policy.edits) == TEXT


def test_the_note_says_that_nothing_is_restored_on_pages_in_json_and_in_akoma_ntoso(tmp_path: Path) -> None:
    note = read(tmp_path, entry(2, "██%", "□□%"))[0].notes[0]
    assert "cannot be made out and is not restored" in note_text(note, "s1-p1-1", Language.EN)
    assert "来源作“██%”，无从辨认，不补；今作“□□%”" in words(note, "s1-p1-1", Language.ZH)
    assert (note_value(note)["received"], note_value(note)["printed"]) == ("██%", "□□%")


@pytest.mark.parametrize(("kind", "certainty"), [("slip", "certain"), ("damage", "probable")])
def test_a_gap_is_certain_damage_or_refused(tmp_path: Path, kind: str, certainty: str) -> None:
    (message,) = read(tmp_path, entry(2, "██%", "□□%", kind, certainty))[1]
    assert message.startswith("`after` has □, for what nobody can tell; say `damage` and `certain`")


@pytest.mark.parametrize("lost", ["9□%", "□5%", "5—□%", "□—5%", "3□万亩", "1□0个", "9█%", "□.5%"])
def test_of_what_a_part_is_lost_is_no_figure(lost: str) -> None:
    assert list(find_quantities(f"达到{lost}以上", 0, len(lost) + 4)) == []


def test_a_target_with_a_gap_is_none_and_the_one_beside_it_is(tmp_path: Path) -> None:
    policy, _ = read(tmp_path, entry(2, "██%", "□□%"))
    assert [target.value for target in find_targets(policy)] == [Decimal(95)]


def test_a_gap_is_found_as_what_it_is_and_joins_no_words() -> None:
    assert fold("“提□质”") == "提□质"
    assert NUMBER_PATTERN.findall(fold("9□5%")) == ["9", "5%"]


def test_a_box_to_tick_is_no_damage() -> None:
    assert [match[0] for match in find_damage("是□否□\n□市内　☑市外\n7×24小时\n提□质\n〔20××〕3号")] == ["□", "××"]
