"""A policy → what an editor should see of how it was read: what was left out and changed, tables, figures."""

from collections import Counter
from collections.abc import Iterator
from string import whitespace

from scripts.check.checks import check_policy
from scripts.check.labels import describe_structure
from scripts.commands.extractions import describe_extraction
from scripts.model.archive import Archive, Target
from scripts.model.edits import Alignment
from scripts.model.kinds import KINDS
from scripts.model.policy import Block, Policy, Section
from scripts.model.vocabulary import BlockKind, Rule, SectionKind, TargetKind
from scripts.text.signs import SIGNS

Remark = str
OUT = {
    Rule.WEB_PAGE: "left out as the web page around the document",
    Rule.PAGE_NUMBER: "left out as page numbers and running heads",
    Rule.CONTENTS: "left out as a table of contents that repeats the headings",
}
BLANKS = f"{SIGNS}{whitespace}\u3000"
KEEP = "keep in layout.yml what belongs to the document"
CLOSE = "if it speaks for the whole document, say in layout.yml that it is its `closing`"
MOST_NAMED = 8
QUOTED = 24


def find_remarks(policy: Policy, archive: Archive) -> Iterator[Remark]:
    """Yield what is worth a look, each as a line."""
    if policy.source.original:
        yield f"the text was {describe_extraction(policy.source.original)}"
    yield describe_structure(policy, check_policy(policy, ""))
    yield from open_ends(policy)
    yield from left_out(policy)
    yield from changed(policy)
    yield from tables(policy)
    yield from figures(archive)


def open_ends(policy: Policy) -> Iterator[Remark]:
    """Yield the paragraph with which a document ends, where it stands below another of its section."""
    ends: dict[str, tuple[Section, Block]] = {}
    for path in policy.paths():
        document = path[0].anchor if path[0].kind is SectionKind.ANNEX else ""
        for block in path[-1].blocks:
            if document not in ends or ends[document][1].start < block.start:
                ends[document] = path[-1], block
    alignment = Alignment(policy.edits)
    for section, block in ends.values():
        is_below = KINDS[section.kind].is_listed and len(section.blocks) > 1 and block.kind is BlockKind.PARAGRAPH
        if is_below and policy.text.endswith("。", block.start, block.end):
            line = line_at(policy.source.text, alignment.source_span(block.start, block.start + 1)[0])
            yield f"the last paragraph, line {line} of source.txt, stands in {section.anchor}; {CLOSE}"


def left_out(policy: Policy) -> Iterator[Remark]:
    """Yield the lines of the source that rules left out, with how the first of them begins."""
    source = policy.source.text
    for rule, words in OUT.items():
        edits = [edit for edit in policy.edits if edit.rule is rule and edit.before.strip(BLANKS)]
        if not edits:
            continue
        spans = [
            (line_at(source, edit.start), line_at(source, edit.start + len(edit.before.rstrip()))) for edit in edits
        ]
        first = next(begun for edit in edits if (begun := " ".join(edit.before.strip(BLANKS).split())))
        begins = f"“{first[:QUOTED]}{'…' if len(first) > QUOTED else ''}”"
        yield f"{words}: {draw_spans(spans)} of source.txt (the first: {begins}); {KEEP}"


def line_at(source: str, place: int) -> int:
    """Return the line of a place, from 1."""
    return source.count("\n", 0, place) + 1


def draw_spans(spans: list[tuple[int, int]]) -> str:
    """Return ranges of lines as a person reads them, those that touch as one.

    >>> draw_spans([(1, 2), (3, 3), (7, 9)]), draw_spans([(4, 4)])
    ('lines 1–3, 7–9', 'line 4')
    """
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(last, joined[-1][1])
        else:
            joined.append((first, last))
    shown = [str(first) if first == last else f"{first}–{last}" for first, last in joined[:MOST_NAMED]]
    word = "line" if len(joined) == 1 and joined[0][0] == joined[0][1] else "lines"
    return f"{word} {', '.join(shown)}{' …' if len(joined) > MOST_NAMED else ''}"


def changed(policy: Policy) -> Iterator[Remark]:
    """Yield how often each other rule changed something that a reader would see."""
    shown = (Rule.SCRIPT, Rule.PUNCTUATION, Rule.WRAPPED_LINE, Rule.RADICAL, Rule.WIDTH, Rule.GLYPH, Rule.MARKUP)
    counts = Counter(edit.rule for edit in policy.edits if edit.rule in shown)
    if counts:
        listed = ", ".join(f"{rule} {counts[rule]:,}" for rule in shown if counts[rule])
        yield f"changed by rule: {listed}; the policy's page of changes lists each"


def tables(policy: Policy) -> Iterator[Remark]:
    """Yield the tables that were read."""
    found = [section for section in policy.walk() if section.kind is SectionKind.TABLE]
    if found:
        listed = ", ".join(f"{section.anchor} ({len(section.children)} rows)" for section in found[:MOST_NAMED])
        yield f"tables: {listed}{' …' if len(found) > MOST_NAMED else ''}"


def figures(archive: Archive) -> Iterator[Remark]:
    """Yield how many figures were found, and those without an indicator, with a draft of one for the first."""
    found = [target for findings in archive.findings.values() for target in findings.targets]
    targets = [target for target in found if target.kind is TargetKind.TARGET]
    unknown = [target for target in targets if target.value is not None and not target.indicator and not target.repeats]
    if not targets:
        return
    yield f"targets found: {len(targets)}, of an indicator of the glossary {sum(bool(t.indicator) for t in targets)}"
    if unknown:
        named = ", ".join(f"{target.name} ({target.anchor})" for target in unknown[:MOST_NAMED])
        more = " …" if len(unknown) > MOST_NAMED else ""
        yield f"of no indicator yet: {named}{more}"
        yield f"to compare policies by one, add it to corpus/glossary/indicators.yml: {draft_indicator(unknown[0])}"


def draft_indicator(target: Target) -> Remark:
    """Return the beginning of an entry of the glossary for a figure."""
    name = target.name.strip()
    return (
        f"- {{id: …, name: {{zh: {name}, en: …}}, aliases: [{name}], definition: {{zh: …, en: …}}, "
        f"unit: {target.unit or 'null'}, direction: up, topic: …, comparability: full}}"
    )
