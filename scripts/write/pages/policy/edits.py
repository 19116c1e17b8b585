"""A policy's edits → the page that shows every one of them: counts by rule, then what became what."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache

from scripts.model.edits import placed_starts
from scripts.model.places_in_text import PlaceFinder
from scripts.model.policy import Edit, Metadata, Policy
from scripts.model.vocabulary import Language, Rule
from scripts.write.markup import markdown as md
from scripts.write.words.strings import LANG_TAGS, RULES, pick, say

ZH_TAG = LANG_TAGS[Language.ZH]
COUNTED_RULES = (Rule.CONTROL, Rule.NEWLINE, Rule.LAYOUT)
"""Rules whose edits are blanks and invisible characters: there is nothing to show but their number."""


def render_edits_page(policy: Policy, metadata: Metadata, language: Language) -> str:
    """Return the Markdown of the page of all edits of a policy."""
    title = say("edits-title", language, title=pick(metadata.title, language))
    front_matter = {"title": md.escape_html(title), "hide": ["navigation"]}
    back = md.link(md.escape(pick(metadata.title, language)), "../index.md", lang=LANG_TAGS[language])
    blocks = [
        f"# {md.escape(say('edits', language))} {md.attribute_list('title')}",
        md.paragraph(back, classes="policy-other-title"),
        md.paragraph(md.escape(say("edits-lead", language))),
        summary_table(policy, language),
    ]
    finder = PlaceFinder(policy)
    by_rule: dict[Rule, list[tuple[Edit, int]]] = defaultdict(list)
    for edit, start in zip(policy.edits, placed_starts(policy.edits), strict=True):
        by_rule[edit.rule].append((edit, start))
    for rule in Rule:
        edits = by_rule[rule]
        if edits and rule not in COUNTED_RULES:
            blocks.append(md.heading(2, md.escape(pick(RULES[rule], language)), rule))
            blocks += rule_blocks(rule, edits, finder, language)
    return md.page(front_matter, blocks)


def summary_table(policy: Policy, language: Language) -> str:
    """Return the table of characters kept and of edits by rule; its columns add up to the source and to the text."""
    head = ("edits-rule", "edits-count", "edits-before", "edits-after")
    kept = len(policy.source.text)
    rows = []
    by_rule: dict[Rule, list[Edit]] = defaultdict(list)
    for edit in policy.edits:
        by_rule[edit.rule].append(edit)
    for rule in Rule:
        edits = by_rule[rule]
        before, after = sum(len(edit.before) for edit in edits), sum(len(edit.after) for edit in edits)
        kept -= before
        if edits:
            rows.append((pick(RULES[rule], language), f"{len(edits):,}", f"{before:,}", f"{after:,}"))
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


def rule_blocks(rule: Rule, edits: list[tuple[Edit, int]], finder: PlaceFinder, language: Language) -> Iterator[str]:
    """Yield what one rule did: what became what, how often, and where first."""
    if rule is Rule.WEB_PAGE:
        yield md.paragraph(md.escape(say("edits-web-page", language)))
    counts = Counter((edit.before, edit.after) for edit, _ in edits)
    first: dict[tuple[str, str], int] = {}
    for edit, start in edits:
        first.setdefault((edit.before, edit.after), start)
    head = [
        md.html_cell("th", say(key, language), scope="col")
        for key in ("edits-was", "edits-is", "edits-count", "edits-first")
    ]
    rows = []
    for (before, after), count in sorted(counts.items(), key=lambda item: (-item[1], first[item[0]])):
        anchor = finder.anchor_near(first[before, after])
        cells = [
            reading_cell(before, "edits-inserted", language),
            reading_cell(after, "edits-none", language),
            number_cell(f"{count:,}"),
            md.html_cell("td", md.link(md.escape(anchor), f"../index.md#{anchor}")),
        ]
        rows.append(md.html_row(cells))
    yield md.html_table(pick(RULES[rule], language), head, rows, classes="policy-changes")


@lru_cache(maxsize=1 << 14)
def reading_cell(text: str, empty: str, language: Language) -> md.Cell:
    """Return a cell with the words of the text, blanks made visible; `empty` names what to say where there are none."""
    if not text:
        return md.html_cell("td", md.escape(say(empty, language)))
    lines = "<br>".join(md.escape(line.translate(VISIBLE)) for line in text.split("\n"))
    return md.html_cell("td", lines, lang=ZH_TAG, classes="policy-reading")


VISIBLE = {ord(char): "␣" for char in " \u00a0\u2002\u2003\u3000"}
