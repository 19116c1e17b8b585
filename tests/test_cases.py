"""The examples in tests/cases/*.md: input, and what comes out. `pytest --accept` rewrites what is expected."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from scripts.check.checks import check_policy
from scripts.commands.convert import find_title
from scripts.link.inlines import Inline, InlineKind, first_place, settle
from scripts.model.policy import Policy, Section
from scripts.model.said import Found, Where
from scripts.read.clean.decode import read_source
from scripts.read.clean.steps import STEPS, clean
from scripts.read.corpus.emendation_file import read_emendations
from scripts.read.policy import read_policy
from scripts.read.structure.head_table import read_head_table
from scripts.write.data.policy_markdown import render_policy_text
from scripts.write.markup.markdown import escape, guard
from tests import link_cases
from tests.extracted import read_extracted

CASES = Path(__file__).parent / "cases"
CASE_PATTERN = re.compile(
    r"^## (?P<title>[^\n]+)\n\n````\n(?P<given>.*?)\n````\n\n(?:````yaml\n(?P<yaml>.*?)\n````\n\n)?"
    r"````\n(?P<expected>.*?)\n?````$",
    re.MULTILINE | re.DOTALL,
)
ESCAPE_PATTERN = re.compile(r"\\u([0-9a-f]{4})")


@dataclass(frozen=True)
class Case:
    file: Path
    title: str
    given: str
    yaml: str
    expected: str


def read_cases() -> Iterator[Case]:
    for file in sorted(CASES.glob("*.md")):
        for match in CASE_PATTERN.finditer(file.read_text(encoding="utf-8")):
            yield Case(file, match["title"], unescape(match["given"]), match["yaml"] or "[]", match["expected"])


def unescape(text: str) -> str:
    return ESCAPE_PATTERN.sub(lambda match: chr(int(match[1], 16)), text)


def show(text: str) -> str:
    """Return a text with blanks and control characters made visible."""
    return "".join(char if char == "\n" or char.isprintable() else f"\\u{ord(char):04x}" for char in text)


def read(case: Case, tmp_path: Path) -> Policy:
    source = read_source(case.given.encode(), "case")
    file = tmp_path / "emendations.yml"
    file.write_text(case.yaml, encoding="utf-8")
    emendations, yaml_file = read_emendations(file, "emendations.yml")
    policy, misplaced = read_policy(source, emendations)
    assert not yaml_file.problems, yaml_file.problems
    assert not misplaced, misplaced
    return policy


def render_text(case: Case, tmp_path: Path) -> str:
    return show(read(case, tmp_path).text)


def render_edits(case: Case, tmp_path: Path) -> str:
    edits = read(case, tmp_path).edits
    return "\n".join(f"{e.rule} {e.start}–{e.end} {show(e.before)!r} → {show(e.after)!r}" for e in edits)


def render_notes(case: Case, tmp_path: Path) -> str:
    policy = read(case, tmp_path)
    notes = (f"{n.start}–{n.end} {n.received!r}, printed {n.printed!r}, proposed {n.proposed!r}" for n in policy.notes)
    return "\n".join([policy.text, *notes])


def render_tree(case: Case, tmp_path: Path) -> str:
    policy = read(case, tmp_path)
    return "\n".join(line for section in policy.sections for line in tree_lines(section, policy.text, ""))


def tree_lines(section: Section, text: str, indent: str) -> Iterator[str]:
    yield f"{indent}{section.anchor} {section.kind} {section.label}|{section.title}".rstrip("| ")
    for block in section.blocks:
        span = f" ×{block.row_span}" if block.row_span > 1 else ""
        span += f" ↔{block.column_span}" if block.column_span > 1 else ""
        yield f"{indent}  {block.anchor} {block.kind}{span}: {text[block.start : block.end]}"
    for child in section.children:
        yield from tree_lines(child, text, indent + "  ")


def render_extracted(case: Case, _: Path) -> str:
    policy = read_extracted(case.given)
    return "\n".join(line for section in policy.sections for line in tree_lines(section, policy.text, ""))


def render_problems(case: Case, tmp_path: Path) -> str:
    return "\n".join(map(str, check_policy(read(case, tmp_path), "source.txt")))


def render_guess(case: Case, tmp_path: Path) -> str:
    policy = read(case, tmp_path)
    said = policy.said
    singles = {"title": said.title, "number": said.number, "date": said.date, "kind": said.kind}
    singles |= {"in force": said.in_force, "validity": said.validity}
    lines = [f"{name}: {render_found(found, policy)}" for name, found in singles.items()]
    lines.insert(1, f"issuers: {' + '.join(render_found(issuer, policy) for issuer in said.issuers) or None}")
    lines += [f"period: {said.period.first}–{said.period.last}"] if said.period else []
    return "\n".join([*lines, *(f"rests on: {base.value}" for base in said.implements)])


def render_found(found: Found | None, policy: Policy) -> str:
    """Return what was found, and behind it the words from which it was read, where they are others."""
    if not found:
        return "None"
    words = (policy.text if found.where is Where.TEXT else policy.source.text)[found.start : found.end]
    return found.value if words == found.value else f"{found.value} ← {words!r} in the {found.where}"


def render_head_table(case: Case, _: Path) -> str:
    table = read_head_table(case.given)
    if not table:
        return "none"
    assert all(case.given[field.start : field.end] == field.value for field in table.fields)
    fields = [f"{field.label}: {field.value}".rstrip() for field in table.fields]
    return "\n".join([*fields, "then: " + case.given[table.end :].partition("\n")[0]])


def render_markdown(case: Case, _: Path) -> str:
    return guard(escape(case.given))


def render_commonmark(case: Case, tmp_path: Path) -> str:
    policy = read(case, tmp_path)
    return render_policy_text(policy, find_title(policy)).rstrip("\n")


def found(render: Callable[[str, str, Path], str]) -> Callable[[Case, Path], str]:
    """Return the renderer of a case about what is found in a text."""
    return lambda case, tmp_path: render(case.given, case.yaml, tmp_path)


def render_inlines(case: Case, _: Path) -> str:
    text, *lines = case.given.split("\n")
    found = [inline for line in lines for inline in read_inlines(text, line)]
    return "\n".join(f"{i.kind} {text[i.start : i.end]} → {i.target}" for i in settle(found))


def read_inlines(text: str, line: str) -> Iterator[Inline]:
    kind, _, rest = line.partition(" ")
    if rest.startswith("= "):
        forms, _, target = rest[2:].partition(" → ")
        yield from first_place(text, tuple(forms.split(" | ")), Inline(InlineKind(kind), 0, 0, target))
    else:
        words, _, target = rest.partition(" ")
        start = text.index(words)
        yield Inline(InlineKind(kind), start, start + len(words), target)


RENDERERS: dict[str, Callable[[Case, Path], str]] = {
    "check": render_problems,
    "commonmark": render_commonmark,
    "citations": found(link_cases.render_citations),
    "contents": render_text,
    "emend": render_notes,
    "extracted": render_extracted,
    "english": found(link_cases.render_english),
    "guess": render_guess,
    "head_table": render_head_table,
    "inlines": render_inlines,
    "layout": render_edits,
    "markdown": render_markdown,
    "markup": render_text,
    "nest": render_tree,
    "page_numbers": render_text,
    "organisations": found(link_cases.render_organisations),
    "punctuation": render_text,
    "quantities": found(link_cases.render_quantities),
    "script": render_text,
    "tables": render_tree,
    "targets": found(link_cases.render_targets),
    "terms": found(link_cases.render_terms),
    "web_page": render_text,
    "wrapped": render_text,
}


@pytest.mark.parametrize("case", list(read_cases()), ids=lambda case: f"{case.file.stem}: {case.title}")
def test_case(case: Case, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    actual = RENDERERS[case.file.stem](case, tmp_path)
    if request.config.getoption("--accept") and actual != case.expected:
        accept(case, actual)
        return
    assert actual == case.expected


def accept(case: Case, actual: str) -> None:
    """Write what came out into the case's file as what is expected."""

    def rewrite(match: re.Match[str]) -> str:
        if match["title"] != case.title:
            return match[0]
        start, end = match.start("expected") - match.start(), match.end("expected") - match.start()
        closing = match[0][end:].lstrip("\n")
        return match[0][:start] + actual + "\n" + closing

    case.file.write_text(CASE_PATTERN.sub(rewrite, case.file.read_text(encoding="utf-8")), encoding="utf-8")


def test_every_case_file_is_read() -> None:
    for file in CASES.glob("*.md"):
        outside = re.sub("^````.*?^````$", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        written = len(re.findall("^## ", outside, re.MULTILINE))
        assert written == sum(1 for case in read_cases() if case.file == file), file.name


def test_every_rule_has_a_step_that_changes_only_what_it_should() -> None:
    assert clean("一、总体要求\n（一）指导思想。").text == "一、总体要求\n（一）指导思想。"
    assert len({step for _, step in STEPS}) == len(STEPS)
