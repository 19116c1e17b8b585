"""A policy's edits → the page that shows every one of them: counts by rule, then what became what."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from scripts.model.edits import placed_starts
from scripts.model.languages import LANGUAGES
from scripts.model.places_in_text import PlaceFinder
from scripts.model.policy import Metadata, Policy
from scripts.model.vocabulary import Language, LayoutAction, Rule
from scripts.write.markup import markdown as md
from scripts.write.pages.policy.head import describe_view
from scripts.write.words.strings import LANG_TAGS, RULES, pick, say

ZH_TAG = LANG_TAGS[Language.ZH]
COUNTED_RULES = (Rule.CONTROL, Rule.NEWLINE, Rule.LAYOUT)
"""Rules whose edits are blanks and invisible characters: there is nothing to show but their number."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became what by one rule, how often, and where first."""

    before: str
    after: str
    count: int
    anchor: str


Changes = dict[Rule, list[Change]]
"""What each rule did, the most frequent first, and of equally frequent ones the first."""


def find_changes(policy: Policy) -> Changes:
    """Return what each rule did to a policy, in the order of the rules."""
    counts: dict[Rule, Counter[tuple[str, str]]] = defaultdict(Counter)
    first: dict[tuple[Rule, str, str], int] = {}
    for (_, _, before, after, rule, _), start in zip(policy.edits, placed_starts(policy.edits), strict=True):
        counts[rule][before, after] += 1
        first.setdefault((rule, before, after), start)
    finder = PlaceFinder(policy)
    return {
        rule: [
            Change(*words, count, finder.anchor_near(first[rule, *words]))
            for words, count in sorted(counts[rule].items(), key=lambda item: (-item[1], first[rule, *item[0]]))
        ]
        for rule in Rule
        if rule in counts
    }


def render_edits_page(policy: Policy, metadata: Metadata, changes: Changes, language: Language) -> str:
    """Return the Markdown of the page of all edits of a policy."""
    title = say("edits-title", language, title=pick(metadata.title, language))
    description = describe_view("edits-description", metadata, language)
    front_matter = {"title": md.escape_html(title), "description": md.escape_html(description)}
    ways = [
        md.link(md.escape(say("edits-text", language)), "../index.md"),
        md.raw_link(md.escape(say("edits-notes", language)), "../notes/"),
    ]
    blocks = [
        f"# {md.escape(title)} {md.attribute_list('title')}",
        md.paragraph(LANGUAGES[language].join(ways)),
        md.paragraph(md.escape(say("edits-lead", language))),
        summary_table(policy, changes, language),
    ]
    for rule, own in changes.items():
        if rule not in COUNTED_RULES:
            blocks.append(md.heading(2, md.escape(pick(RULES[rule], language)), rule))
            blocks += reasons(policy, language) if rule is Rule.LEFT_OUT else ()
            blocks += rule_blocks(rule, own, language)
    return md.page(front_matter, blocks)


def summary_table(policy: Policy, changes: Changes, language: Language) -> str:
    """Return the table of characters kept and of edits by rule; its columns add up to the source and to the text."""
    head = ("edits-rule", "edits-count", "edits-before", "edits-after")
    kept = len(policy.source.text)
    rows = []
    for rule, own in changes.items():
        count = sum(change.count for change in own)
        before = sum(len(change.before) * change.count for change in own)
        after = sum(len(change.after) * change.count for change in own)
        kept -= before
        rows.append((pick(RULES[rule], language), f"{count:,}", f"{before:,}", f"{after:,}"))
    total = (f"{len(policy.edits):,}", f"{len(policy.source.text):,}", f"{len(policy.text):,}")
    rows.insert(0, (say("edits-kept", language), "", f"{kept:,}", f"{kept:,}"))
    rows.append((say("edits-sum", language), *total))
    header = [md.html_cell("th", say(key, language), scope="col") for key in head]
    lines = [md.html_row([row_header(row[0]), *map(number_cell, row[1:])]) for row in rows]
    return md.html_table(say("edits", language), header, lines, classes="policy-sums")


def row_header(words: str) -> md.Cell:
    """Return the cell that names a row."""
    return md.html_cell("th", md.escape(words), scope="row")


def number_cell(number: str) -> md.Cell:
    """Return a cell that holds a number."""
    return md.html_cell("td", number, classes="number")


def rule_blocks(rule: Rule, changes: list[Change], language: Language) -> Iterator[str]:
    """Yield what one rule did: what became what, how often, and where first."""
    if rule is Rule.WEB_PAGE:
        yield md.paragraph(md.escape(say("edits-web-page", language)))
    head = [
        md.html_cell("th", say(key, language), scope="col")
        for key in ("edits-was", "edits-is", "edits-count", "edits-first")
    ]
    rows = [
        md.html_row(
            [
                reading_cell(change.before, "edits-inserted", language),
                reading_cell(change.after, "edits-none", language),
                number_cell(f"{change.count:,}"),
                md.html_cell("td", md.link(md.escape(change.anchor), f"../index.md#{change.anchor}")),
            ]
        )
        for change in changes
    ]
    yield md.html_table(pick(RULES[rule], language), head, rows, classes="policy-changes")


def reasons(policy: Policy, language: Language) -> Iterator[str]:
    """Yield why the editors left out lines of the source, a paragraph for each of their entries."""
    for entry in policy.layout:
        if entry.action is LayoutAction.DROP:
            key, reason = "edits-line" if entry.first == entry.last else "edits-lines", pick(entry.reason, language)
            yield md.paragraph(md.escape(say(key, language, first=entry.first, last=entry.last, reason=reason)))


@lru_cache(maxsize=1 << 14)
def reading_cell(text: str, empty: str, language: Language) -> md.Cell:
    """Return a cell with the words of the text, blanks made visible; `empty` names what to say where there are none."""
    if not text:
        return md.html_cell("td", md.escape(say(empty, language)))
    lines = "<br>".join(md.escape(line.translate(VISIBLE)) for line in text.split("\n"))
    return md.html_cell("td", lines, lang=ZH_TAG, classes="policy-reading")


VISIBLE = {ord(char): "␣" for char in " \u00a0\u2002\u2003\u3000"}
