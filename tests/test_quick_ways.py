"""What a build does quickly is what the plain way does: keeping, finding, counting, drawing."""

import gc
import pickle
from collections import Counter
from pathlib import Path

import pytest

from scripts.commands.collection import rare_collection
from scripts.commands.maker import put_away, take_out
from scripts.link.inlines import citations, first_terms
from scripts.link.shares import term_places
from scripts.model import lookup as looking
from scripts.model.archive import Archive
from scripts.model.edits import placed_starts
from scripts.model.lookup import Lookup
from scripts.model.places_in_text import PlaceFinder
from scripts.model.policy import Bilingual
from scripts.model.vocabulary import Rule
from scripts.text.spans import find_all, leftmost
from scripts.write.disk.shelf import Shelf, dump
from scripts.write.markup import markdown as md
from scripts.write.markup.tables import Cell, Row, spread
from scripts.write.pages.policy.edits import find_changes
from scripts.write.pages.policy.inline import within


def alone(archive: Archive, own: str) -> Archive:
    policies = tuple(policy for policy in archive.policies if policy.metadata and policy.metadata.id == own)
    return Archive(policies, archive.glossary, findings={own: archive.findings[own]}, english=archive.english)


def test_what_is_kept_is_read_as_it_was(lookup: Lookup) -> None:
    assert lookup.archive.findings
    for own in lookup.archive.findings:
        kept = put_away(alone(lookup.archive, own))
        read = pickle.loads(dump(kept))
        assert read == kept
        assert repr(read) == repr(kept)  # which tells a tuple with names from one without, and an enum from its text
        (policy,) = take_out(read).policies
        (former,) = alone(lookup.archive, own).policies
        assert repr(policy) == repr(former)


def test_terms_are_found_together_where_each_is_found_alone(lookup: Lookup) -> None:
    terms = lookup.archive.glossary.terms.values()
    for policy in lookup.archive.policies:
        found = {}
        for term in terms:
            forms = (term.zh, *term.forms)
            places = [(start, start + len(form)) for form in forms for start in find_all(policy.text, form)]
            if places:
                found[term.id] = leftmost(places)
        assert list(dict(term_places(policy.text, lookup.archive.glossary)).items()) == list(found.items())


def test_mentions_in_a_block_are_those_that_begin_in_it(lookup: Lookup) -> None:
    for policy in lookup.archive.policies:
        findings = lookup.archive.findings[policy.metadata.id if policy.metadata else ""]
        for mentions in ([*first_terms(policy, findings)], [*citations(findings)]):
            for block in policy.blocks():
                plain = [mention for mention in mentions if block.start <= mention.start < block.end]
                assert within(mentions, block) == plain


def test_changes_are_counted_as_edits_are_one_by_one(lookup: Lookup) -> None:
    for policy in lookup.archive.policies:
        changes = find_changes(policy)
        counts = Counter((edit.rule, edit.before, edit.after) for edit in policy.edits)
        counted = {(rule, own.before, own.after): own.count for rule, rows in changes.items() for own in rows}
        assert counted == counts
        first: dict[tuple[Rule, str, str], str] = {}
        for edit, start in zip(policy.edits, placed_starts(policy.edits), strict=True):
            first.setdefault((edit.rule, edit.before, edit.after), PlaceFinder(policy).anchor_near(start))
        shown = {(rule, own.before, own.after): own.anchor for rule, rows in changes.items() for own in rows}
        assert shown == first
        for rows in changes.values():
            assert [own.count for own in rows] == sorted((own.count for own in rows), reverse=True)


def test_items_looked_up_last_are_kept_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def read(key: str) -> list[list[str]]:
        asked.append(key)
        return [[key] * 2]

    monkeypatch.setattr(looking, "KEPT", 5)
    lookup = Lookup(Archive(()), {}, read)
    for key in ("a", "b", "a", "c", "a", "b"):
        assert lookup.joined(key) == [key] * 2
        assert lookup.count(key) == 2
        assert lookup.size == sum(map(len, lookup.recent.values())) <= 5
    assert asked == ["a", "b", "c", "b"]
    assert lookup.count("c") == 2
    assert len(asked) == 4


def row(*spans: str) -> Row:
    return Row([Cell("td", span or "x", {"rowspan": span} if span else {}) for span in spans], {})


def test_cells_that_reach_down_leave_no_room_below() -> None:
    rows = [row("", ""), row("2", ""), row(""), row("", "")]
    lines = [[cell.markdown if cell else None for cell in line] for line in spread(rows, 2)]
    assert lines == [["x", "x"], ["2", "x"], [None, "x"], ["x", "x"]]


def test_every_sign_of_markup_is_escaped_each_time() -> None:
    assert md.text("a*b") == md.text("a*b") == "a&#42;b"


def test_collection_is_as_before_after_a_build() -> None:
    before = gc.get_threshold()
    with rare_collection():
        assert gc.get_threshold() > before
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0


def test_what_another_edition_of_the_program_noted_is_not_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its values may have fields that ours do not have."""
    with Shelf(tmp_path / "shelf") as shelf:
        shelf.note("a page", b"mark", Bilingual("一", "one"))
        assert shelf.made("a page") == (b"mark", Bilingual("一", "one"))
        monkeypatch.setattr(pickle, "loads", lambda _: Bilingual("一", "one", "two"))  # type: ignore[call-arg]
        assert shelf.made("a page") == (b"", None)
