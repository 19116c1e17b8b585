"""Published words and their history, changed on purpose in forty ways: `python -m tests.seeded_changes` counts those caught."""

import hashlib
import json
import random
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import polib

from scripts.check.editions import NOT_TAKEN_UP
from scripts.commands.corpus_problems import edition_problems
from scripts.model.edits import Alignment
from scripts.model.glossary import Glossary
from scripts.model.policy import Block, Policy
from scripts.model.vocabulary import BlockKind, Rule
from scripts.problems import Problem
from scripts.read.clean import steps
from scripts.read.corpus.corpus import Shared, make_corpus, read_folder, read_shared
from scripts.read.corpus.policy_file import read_metadata
from tests.conftest import CITY, INVENTED, ROOT

PARAGRAPHS, CELLS = (BlockKind.PARAGRAPH,), (BlockKind.CELL,)


@dataclass(slots=True)
class Draft:
    """A copy of a policy's folder, to be spoilt."""

    folder: Path
    policy: Policy
    chance: random.Random
    reading: tuple[tuple[Rule, steps.Step], ...] = steps.STEPS
    """By which the text is read."""

    def text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        assert text != self.text(name), "nothing was changed"
        (self.folder / name).write_text(text, encoding="utf-8")

    def replace(self, name: str, pattern: str, new: str) -> None:
        self.write(name, re.sub(pattern, new, self.text(name), count=1, flags=re.MULTILINE))

    def rows(self, name: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.text(name).splitlines()]

    def write_rows(self, name: str, rows: Iterable[dict[str, Any]]) -> None:
        self.write(name, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))

    def set_source(self, text: str) -> None:
        """Write another source, and its fingerprint, as somebody would who wants it to stand."""
        data = text.encode(self.policy.source.encoding)
        (self.folder / "source.txt").write_bytes(data)
        self.replace("policy.yml", self.policy.source.sha256, hashlib.sha256(data).hexdigest())

    def change_text(self, start: int, end: int, new: str) -> None:
        """Have the source say something else at a place of the text."""
        source = self.policy.source.text
        low, high = Alignment(self.policy.edits).source_span(start, end)
        self.set_source(source[:low] + new + source[high:])

    def block(self, kinds: tuple[BlockKind, ...], *, least: int = 1) -> Block:
        """Return a block of these kinds, and of so many characters, which the editors have no note on."""
        noted = [note.start for note in self.policy.notes]
        blocks = [block for block in self.policy.blocks() if block.kind in kinds and block.end - block.start >= least]
        return self.chance.choice([b for b in blocks if not any(b.start <= place <= b.end for place in noted)])

    def entry(self, file: polib.POFile, anchors: Iterable[str]) -> polib.POEntry:
        """Return an entry of en.po that has one of these anchors."""
        known = set(anchors)
        return self.chance.choice([entry for entry in file if entry.msgctxt in known and entry.msgstr])


def change_a_character(draft: Draft) -> None:
    block = draft.block(PARAGRAPHS, least=40)
    places = [place for place in range(block.start, block.end) if "一" <= draft.policy.text[place] <= "龥"]
    place = draft.chance.choice(places)
    draft.change_text(place, place + 1, "某")


def change_a_figure(draft: Draft) -> None:
    blocks = [b for b in draft.policy.blocks() if re.search(r"\d", draft.policy.text[b.start : b.end])]
    block = draft.chance.choice(blocks[3:])
    match = re.search(r"\d(?=\D*$)", draft.policy.text[block.start : block.end])
    assert match
    place = block.start + match.start()
    draft.change_text(place, place + 1, "3" if match[0] != "3" else "4")


def change_a_cell(draft: Draft) -> None:
    block = draft.block(CELLS, least=2)
    draft.change_text(block.start, block.start + 1, "某")


def change_a_heading(draft: Draft) -> None:
    titled = [section for section in draft.policy.walk() if len(section.title) > 4]
    section = draft.chance.choice(titled)
    place = draft.policy.text.index(section.title, section.start) + 2
    draft.change_text(place, place + 1, "某")


def drop_a_sentence(draft: Draft) -> None:
    text = draft.policy.text
    block = draft.block(PARAGRAPHS, least=120)
    stop = text.index("，", block.start + 20, block.end)
    draft.change_text(stop, text.index("，", stop + 1), "")


def exchange_paragraphs(draft: Draft) -> None:
    alignment, source = Alignment(draft.policy.edits), draft.policy.source.text
    long = [b for b in draft.policy.blocks() if b.kind in PARAGRAPHS and b.end - b.start > 60]
    one, other = sorted(draft.chance.sample(long, 2), key=lambda block: block.start)
    (a, b), (c, d) = (alignment.source_span(block.start, block.end) for block in (one, other))
    draft.set_source(source[:a] + source[c:d] + source[b:c] + source[a:b] + source[d:])


def insert_a_paragraph(draft: Draft) -> None:
    """All paragraphs behind it under the same heading get other anchors, and their anchors other words."""
    lines = draft.policy.source.text.split("\n")
    long = [index for index, line in enumerate(lines) if len(line) > 60]
    lines.insert(draft.chance.choice(long), "本段是後來加的，從前沒有。" * 3)
    draft.set_source("\n".join(lines))


def drop_the_last_part(draft: Draft) -> None:
    """With a successor for each of its addresses, as the rules want it."""
    part = draft.policy.sections[-1] if draft.policy.sections[-1].anchor != "closing" else draft.policy.sections[-2]
    gone = [anchor for section in part.walk() for anchor in (section.anchor, *(b.anchor for b in section.blocks))]
    draft.change_text(part.start, part.end, "")
    draft.write("anchors.txt", draft.text("anchors.txt") + "".join(f"{anchor} -> s1\n" for anchor in gone))


def turn_a_redirect(draft: Draft) -> None:
    draft.replace("anchors.txt", "^s3-3-p1 -> s3-2-p1$", "s3-3-p1 -> s3-1-p1")


def drop_a_redirect(draft: Draft) -> None:
    draft.write("anchors.txt", draft.text("anchors.txt").replace("s3-3-p1\n", "").replace("s3-3-p1 -> s3-2-p1\n", ""))


def drop_an_emendation(draft: Draft) -> None:
    entries = re.split(r"^(?=- line)", draft.text("emendations.yml"), flags=re.MULTILINE)
    applied = [e for e in entries if "kind: damage" in e and re.search(r"^ {2}certainty: certain", e, re.MULTILINE)]
    draft.write("emendations.yml", "".join(entry for entry in entries if entry != draft.chance.choice(applied[:1])))


def reword_an_emendation(draft: Draft) -> None:
    entries = re.split(r"^(?=- line)", draft.text("emendations.yml"), flags=re.MULTILINE)
    applied = [e for e in entries if "kind: damage" in e and re.search(r"^ {2}certainty: certain", e, re.MULTILINE)]
    chosen = draft.chance.choice(applied)
    draft.write(
        "emendations.yml", draft.text("emendations.yml").replace(chosen, re.sub("  after: .*", "  after: 某", chosen))
    )


def apply_a_doubtful_reading(draft: Draft) -> None:
    entries = re.split(r"^(?=- line)", draft.text("emendations.yml"), flags=re.MULTILINE)
    chosen = draft.chance.choice([entry for entry in entries if "kind: slip" in entry])
    made = re.sub("certainty: .*", "certainty: certain", chosen.replace("kind: slip", "kind: damage"), count=1)
    draft.write("emendations.yml", draft.text("emendations.yml").replace(chosen, made))


def change_english(draft: Draft, kinds: tuple[BlockKind, ...] = PARAGRAPHS, *, new: str | None = None) -> None:
    file = polib.pofile(str(draft.folder / "en.po"))
    entry = draft.entry(file, (block.anchor for block in draft.policy.blocks() if block.kind in kinds))
    words = entry.msgstr.split(" ")
    words[draft.chance.randrange(len(words))] = "something"
    entry.msgstr = " ".join(words) if new is None else new
    file.save()


def change_an_english_cell(draft: Draft) -> None:
    change_english(draft, CELLS)


def empty_english(draft: Draft) -> None:
    change_english(draft, new="")


def change_an_english_heading(draft: Draft) -> None:
    file = polib.pofile(str(draft.folder / "en.po"))
    entry = draft.entry(file, (section.anchor for section in draft.policy.walk() if section.title))
    entry.msgstr += " and More"
    file.save()


def exchange_english(draft: Draft) -> None:
    file = polib.pofile(str(draft.folder / "en.po"))
    anchors = [block.anchor for block in draft.policy.blocks() if block.kind in PARAGRAPHS]
    one, other = draft.entry(file, anchors[:9]), draft.entry(file, anchors[9:])
    one.msgstr, other.msgstr = other.msgstr, one.msgstr
    file.save()


def make_english_fuzzy(draft: Draft) -> None:
    file = polib.pofile(str(draft.folder / "en.po"))
    draft.entry(file, (block.anchor for block in draft.policy.blocks())).flags.append("fuzzy")
    file.save()


def change_the_title(draft: Draft) -> None:
    draft.replace("policy.yml", "^(title:.*\n?.*zh: )关于", r"\g<1>有关")


def change_the_english_title(draft: Draft) -> None:
    draft.replace("policy.yml", "Implementation", "Working")


def read_by_other_rules(draft: Draft) -> None:
    """As a change of the program would: the folder stays, and a step of reading is left out."""
    draft.reading = tuple(step for step in steps.STEPS if step[0] is not Rule.PUNCTUATION)


def drop_an_entry(draft: Draft) -> None:
    draft.write("history.yml", draft.text("history.yml").partition("- edition: 2")[0])


def reword_an_entry(draft: Draft) -> None:
    draft.replace("history.yml", r"^(  what:\n    zh: )", r"\g<1>略改：")


def reword_a_reason(draft: Draft) -> None:
    draft.write("history.yml", draft.text("history.yml").replace("none that misleads", "none that is wrong"))


def redate_an_entry(draft: Draft) -> None:
    draft.replace("history.yml", "2026-11-23", "2026-11-24")


def add_an_entry_and_forget_the_last(draft: Draft) -> None:
    """The last published entry makes room for another of the same number."""
    draft.replace("history.yml", r'^- edition: 2\n  date: ".*"', '- edition: 2\n  date: "2027-01-01"')


def alter_former_words(draft: Draft) -> None:
    rows = draft.rows("former.jsonl")
    row = draft.chance.choice([row for row in rows if "before" in row])
    row["before"] = row["before"][:-1] + "!"
    draft.write_rows("former.jsonl", rows)


def drop_former_words(draft: Draft) -> None:
    rows = draft.rows("former.jsonl")
    rows.remove(draft.chance.choice([row for row in rows if "before" in row]))
    draft.write_rows("former.jsonl", rows)


def move_former_words(draft: Draft) -> None:
    rows = draft.rows("former.jsonl")
    draft.chance.choice([row for row in rows if "before" in row])["anchor"] = "s1"
    draft.write_rows("former.jsonl", rows)


def alter_a_fingerprint(draft: Draft) -> None:
    draft.replace("former.jsonl", '("fingerprint": ")....', r"\g<1>0000")


def drop_the_last_edition(draft: Draft) -> None:
    """From the history and from what is kept of it, so that the two agree."""
    drop_an_entry(draft)
    draft.write_rows("former.jsonl", [row for row in draft.rows("former.jsonl") if row["edition"] == 1])


def change_text_and_record(draft: Draft) -> None:
    """The words and what is kept of them, so that the two agree."""
    file = polib.pofile(str(draft.folder / "en.po"))
    entry = draft.entry(file, (block.anchor for block in draft.policy.blocks() if block.kind in PARAGRAPHS))
    entry.msgstr = entry.msgstr.replace("the ", "a ", 1) + " Indeed."
    file.save()
    rows = draft.rows("published.jsonl")
    next(row for row in rows if row["anchor"] == entry.msgctxt)["en"] = entry.msgstr
    draft.write_rows("published.jsonl", rows)


def drop_a_record(draft: Draft) -> None:
    rows = draft.rows("published.jsonl")
    del rows[draft.chance.randrange(len(rows))]
    draft.write_rows("published.jsonl", rows)


def remove(*names: str) -> Callable[[Draft], None]:
    def change(draft: Draft) -> None:
        for name in names:
            (draft.folder / name).unlink()

    return change


HANGZHOU, JILIN, JINAN, YANTAI, YOUXIAN = "hangzhou-2018", "jilin-2018", "jinan-2018", "yantai-2018", "youxian-2023"
CHANGES: tuple[tuple[str, Callable[[Draft], None], tuple[str, ...]], ...] = (
    ("a character of a paragraph", change_a_character, (HANGZHOU, JINAN)),
    ("a figure", change_a_figure, (YANTAI,)),
    ("a cell of a table", change_a_cell, (YOUXIAN,)),
    ("a heading", change_a_heading, (JINAN, YOUXIAN)),
    ("a clause left out", drop_a_sentence, (JILIN,)),
    ("paragraphs exchanged", exchange_paragraphs, (HANGZHOU,)),
    ("a paragraph put before others", insert_a_paragraph, (YOUXIAN,)),
    ("a part left out, with redirects", drop_the_last_part, (JINAN,)),
    ("a redirect to another place", turn_a_redirect, (CITY,)),
    ("a redirect gone with its anchor", drop_a_redirect, (CITY,)),
    ("an emendation gone", drop_an_emendation, (JINAN,)),
    ("an emendation reworded", reword_an_emendation, (JILIN, JINAN)),
    ("a doubtful reading taken into the text", apply_a_doubtful_reading, (YANTAI,)),
    ("an English paragraph", change_english, (HANGZHOU, YOUXIAN)),
    ("an English cell", change_an_english_cell, (YOUXIAN,)),
    ("an English heading", change_an_english_heading, (YANTAI,)),
    ("English paragraphs exchanged", exchange_english, (JINAN,)),
    ("an English paragraph emptied", empty_english, (JILIN,)),
    ("an English paragraph no longer current", make_english_fuzzy, (YANTAI,)),
    ("the title", change_the_title, (YANTAI,)),
    ("the English title", change_the_english_title, (JINAN,)),
    ("the rules of reading", read_by_other_rules, (HANGZHOU,)),
    ("an entry of the history gone", drop_an_entry, (JINAN,)),
    ("an entry reworded", reword_an_entry, (JILIN,)),
    ("a reason reworded", reword_a_reason, (YOUXIAN,)),
    ("an entry dated otherwise", redate_an_entry, (HANGZHOU,)),
    ("an entry in the place of another", add_an_entry_and_forget_the_last, (YANTAI,)),
    ("former words altered", alter_former_words, (JINAN, CITY)),
    ("former words gone", drop_former_words, (YOUXIAN,)),
    ("former words of another place", move_former_words, (HANGZHOU,)),
    ("a fingerprint altered", alter_a_fingerprint, (JILIN,)),
    ("the last edition gone", drop_the_last_edition, (JINAN,)),
    ("a text changed together with its record", change_text_and_record, (YANTAI,)),
    ("a record gone", drop_a_record, (JILIN,)),
    ("the whole record gone", remove("published.jsonl", "former.jsonl", "history.yml"), (HANGZHOU,)),
)
"""What is changed, how, and of which policies."""
SEEDED = [(name, change, policy_id) for name, change, ids in CHANGES for policy_id in ids]


@dataclass(slots=True)
class Copies:
    """Where policies are copied to, and what all of them share."""

    root: Path
    shared: dict[Path, Shared]

    def spoil(self, name: str, change: Callable[[Draft], None], policy_id: str) -> Draft:
        """Return a copy of a policy, changed."""
        origin = INVENTED if policy_id == CITY else ROOT
        folder = self.root / f"{policy_id}-{name}".replace(" ", "-") / policy_id
        shutil.copytree(origin / "corpus/policies" / policy_id, folder)
        if origin not in self.shared:
            self.shared[origin] = read_shared(origin)
        policy = read_folder(folder, self.shared[origin])[0].policy
        assert policy
        draft = Draft(folder, policy, random.Random(f"{name} {policy_id}"))
        change(draft)
        return draft

    def caught(self, draft: Draft) -> list[Problem]:
        """Return what the check of editions says of a copy, but for what `publish` settles."""
        shared = self.shared[INVENTED if draft.folder.name == CITY else ROOT]
        metadata = read_metadata(draft.folder / "policy.yml", "policy.yml", shared.glossary.places)
        shared = replace(shared, metadata={draft.folder.name: metadata})
        former, steps.STEPS = steps.STEPS, draft.reading
        try:
            folder, problems = read_folder(draft.folder, shared)
        finally:
            steps.STEPS = former
        assert folder.policy
        corpus = make_corpus(Glossary(), {draft.folder.name: folder}, problems)
        found = edition_problems(corpus, folder.policy, draft.folder.name)
        return [problem for problem in found if problem.rule != NOT_TAKEN_UP]


def main() -> None:
    """Print what is said of each change, and how many are caught."""
    with tempfile.TemporaryDirectory() as place:
        copies, count = Copies(Path(place), {}), 0
        for name, change, policy_id in SEEDED:
            problems = copies.caught(copies.spoil(name, change, policy_id))
            count += bool(problems)
            print(f"{name}, {policy_id}: {str(problems[0]).splitlines()[0] if problems else 'NOT CAUGHT'}")
    print(f"{count} of {len(SEEDED)} seeded changes of published words are caught")


if __name__ == "__main__":
    main()
