"""What was found in a policy → the quiet marks in its text: a section's first terms, citations, figures."""

import re
from collections.abc import Callable, Iterator

from scripts.model.archive import Archive, Findings, Mention, Target
from scripts.model.policy import Policy
from scripts.model.vocabulary import Language, MentionKind
from scripts.write.markup import markdown as md
from scripts.write.markup.annotate import Mark
from scripts.write.words.strings import say

# the figure in a quotation, without its unit: 97, 1.86万, 2—3
FIGURE = r"\d[\d,.]*(?:[—～~∶-]\d[\d.]*)?[百千万亿]*"
Draw = Callable[[str], str]
"""How a mark is drawn around words that are already Markdown."""
SUFFIX = "(?:以上|以下|以内|左右)?"


def finding_marks(policy: Policy, archive: Archive, language: Language) -> Iterator[Mark]:
    """Yield the marks of a policy's findings."""
    findings = archive.findings.get(policy.metadata.id if policy.metadata else "", Findings())
    for mention in first_terms(policy, findings):
        yield Mark(mention.start, mention.end, term_draw(mention, language))
    for mention in findings.mentions:
        if mention.kind is MentionKind.DOCUMENT and mention.target:
            yield Mark(mention.start, mention.end, citation_draw(mention, archive, policy, language))
    if archive.glossary.indicators:
        for target in findings.targets:
            yield figure_mark(target, policy, language)


def first_terms(policy: Policy, findings: Findings) -> Iterator[Mention]:
    """Yield the first mention of each term in the blocks of each section; headings bear no marks."""
    places = {}
    for section in policy.walk():
        for block in section.blocks:
            places[block.start] = (section.anchor, block.end)
    starts = sorted(places)
    index, seen = 0, set()
    for mention in findings.mentions:
        if mention.kind is not MentionKind.TERM:
            continue
        while index + 1 < len(starts) and starts[index + 1] <= mention.start:
            index += 1
        anchor, end = places[starts[index]] if starts else ("", 0)
        is_inside = bool(starts) and starts[index] <= mention.start and mention.end <= end
        if is_inside and (anchor, mention.target) not in seen:
            seen.add((anchor, mention.target))
            yield mention


def term_draw(mention: Mention, language: Language) -> Draw:
    """Return how a term is marked: it leads to the entry at the page's end, from where its popover is opened."""
    title = say("explain-term", language)
    return lambda words: md.link(words, f"#term-{mention.target}", "", "policy-term", role="doc-glossref", title=title)


def citation_draw(mention: Mention, archive: Archive, policy: Policy, language: Language) -> Draw:
    """Return how a citation is marked: it leads to the document's entry, or to its page in the archive."""
    document = archive.glossary.documents[mention.target or ""]
    own = policy.metadata.id if policy.metadata else ""
    page = f"../{document.policy}/index.md" if document.policy and document.policy != own else None
    target = page or f"../../documents/index.md#{document.id}"
    title = say("explain-citation", language)
    return lambda words: md.link(words, target, "", "policy-citation", title=title)


def figure_mark(target: Target, policy: Policy, language: Language) -> Mark:
    """Return the mark of a figure: it leads to its indicator, where the other policies' figures stand beside it."""
    quote = policy.text[target.start : target.end]
    match = re.search(f"{FIGURE}(?:{re.escape(target.unit or '')})?{SUFFIX}", quote)
    start, end = (target.start + match.start(), target.start + match.end()) if match else (target.start, target.end)
    return Mark(start, end, figure_draw(target, language))


def figure_draw(target: Target, language: Language) -> Draw:
    """Return how a figure is marked."""
    title = say("explain-figure", language)
    page = f"../../indicators/{target.indicator}/index.md" if target.indicator else "../../indicators/index.md"
    return lambda words: md.link(words, page, "", "policy-figure", title=title)
