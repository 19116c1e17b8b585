"""The lines of a new source → the policy that the project reads from them, with the editors' rows that still fit."""

from dataclasses import dataclass, field

import polib

from scripts.model.policy import Policy
from scripts.read.clean.decode import read_source
from scripts.read.corpus.translation_file import translatable
from scripts.read.policy import read_policy
from tests.bench.origins import Line, Origin, Place, Row, make_emendations, places
from tests.bench.variation import Variation


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A new policy and where each of its places comes from."""

    source: bytes
    policy: Policy
    emendations: list[Row]
    came_from: dict[str, Place]
    """For each anchor the policy and the anchor from which its words were taken."""
    variation: Variation = field(repr=False)


def read_manuscript(lines: list[Line], origins: dict[str, Origin], variation: Variation) -> Manuscript:
    """Return the policy that is read from the lines, without the emendations that fit no place of it."""
    data = "\n".join(line.text for line in lines).encode()
    source = read_source(data, "source.txt")
    rows = list(move_emendations(lines, origins, variation))
    policy, misplaced = read_policy(source, make_emendations(rows))
    if misplaced:
        unfit = {misfit.index for misfit in misplaced}
        rows = [row for index, row in enumerate(rows) if index not in unfit]
        policy, _ = read_policy(source, make_emendations(rows))
    return Manuscript(data, policy, rows, trace(policy, lines, origins), variation)


def move_emendations(lines: list[Line], origins: dict[str, Origin], variation: Variation) -> list[Row]:
    """Return the emendations of the lines, each at its new line, in the order of the text."""
    rows = []
    for number, line in enumerate(lines, 1):
        for row in origins[line.origin].emendations:
            before, after = variation.text(row["before"]), variation.text(row.get("after") or "")
            if int(row["line"]) == line.number and before != after:
                rows.append({**row, "line": str(number), "before": before, "after": after})
    return rows


def trace(policy: Policy, lines: list[Line], origins: dict[str, Origin]) -> dict[str, Place]:
    """Return for each anchor the place of the corpus that stands at the same line, and there in the same order."""
    known = {
        (origin.id, line, nth): anchor for origin in origins.values() for line, nth, anchor in places(origin.policy)
    }
    came_from = {}
    for number, nth, anchor in places(policy):
        line = lines[number - 1]
        former = known.get((line.origin, line.number, nth))
        if former:
            came_from[anchor] = (line.origin, former)
    return came_from


def make_figures(manuscript: Manuscript, origins: dict[str, Origin], name: str) -> list[Row]:
    """Return the rows of targets.yml or figures_en.yml that speak of words which stand once in their block."""
    policy, rows = manuscript.policy, []
    for block in policy.blocks():
        origin, former = manuscript.came_from.get(block.anchor, ("", ""))
        own = origins[origin].figures.get(name, ()) if origin else ()
        text = policy.text[block.start : block.end]
        for row in own:
            if row["anchor"] == former:
                moved = change_row(row, block.anchor, manuscript.variation)
                rows += [moved] if text.count(moved["quote"]) == 1 else []
    return rows


def change_row(row: Row, anchor: str, variation: Variation) -> Row:
    """Return a row about a figure as it reads in the new policy."""
    changed = {**row, "anchor": anchor, "quote": variation.text(row["quote"])}
    if row.get("quote_en"):
        changed["quote_en"] = variation.english(row["quote_en"], row["quote"])
    for key in ("value", "value_max"):
        if row.get(key):
            changed[key] = variation.value(row[key], row["quote"])
    return changed


def make_translation(manuscript: Manuscript, origins: dict[str, Origin]) -> polib.POFile:
    """Return en.po: each block has the English of the words from which it was made, where it still says the same."""
    variation, po = manuscript.variation, polib.POFile(wrapwidth=110)
    po.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}
    for anchor, chinese in translatable(manuscript.policy):
        origin, former = manuscript.came_from.get(anchor, ("", ""))
        entry = origins[origin].english.get(former) if origin else None
        fits = entry is not None and not entry.fuzzy and variation.text(entry.msgid) == chinese
        english = variation.english(entry.msgstr, entry.msgid) if entry and fits else ""
        note = entry.tcomment if entry and fits else ""
        po.append(polib.POEntry(msgctxt=anchor, msgid=chinese, msgstr=english, tcomment=note))
    return po
