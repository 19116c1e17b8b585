"""What was found in a section → what stands beside it: who is responsible, which figures, what is related elsewhere.

It folds away, a line for each, and stands in the page's front matter as HTML by the anchor of its section;
`overrides/status.py` puts it behind the heading.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from scripts.model.archive import Findings, Responsibility
from scripts.model.figures import Figure, make_figures, of_kind
from scripts.model.kinds import KINDS
from scripts.model.languages import LANGUAGES
from scripts.model.lookup import Lookup
from scripts.model.policy import Policy, Section
from scripts.model.vocabulary import Language, Role, TargetKind
from scripts.write.markup import markdown as md
from scripts.write.markup.foreign import speak
from scripts.write.markup.links import place_of, title_in
from scripts.write.words.figures import figure_name
from scripts.write.words.place_labels import place_label
from scripts.write.words.strings import LANG_TAGS, ROLES, pick, say
from scripts.write.words.values import render_value

ZH_TAG = LANG_TAGS[Language.ZH]


class LineWriter:
    """Writes what stands beside the items of one policy."""

    def __init__(self, policy: Policy, lookup: Lookup, language: Language) -> None:
        archive = lookup.archive
        self.policy, self.lookup, self.archive, self.language = policy, lookup, archive, language
        self.writing, self.tag = LANGUAGES[language], LANG_TAGS[language]
        self.findings = archive.findings.get(policy.metadata.id if policy.metadata else "", Findings())
        self.roles: dict[str, list[Responsibility]] = defaultdict(list)
        for row in self.findings.responsibilities:
            self.roles[row.section].append(row)

    def all_lines(self) -> dict[str, str]:
        """Return what stands beside each item of which anything was found, by its anchor."""
        found = {section.anchor: self.lines(section) for section in self.policy.walk()}
        return {anchor: lines for anchor, lines in found.items() if lines}

    def lines(self, section: Section) -> str:
        """Return the lines beside an item, as one aside; nothing for other sections and where nothing was found."""
        if not KINDS[section.kind].is_compared:
            return ""
        anchors = {part.anchor for part in section.walk()}
        rows = [row for anchor in sorted(anchors) for row in self.roles.get(anchor, [])]
        figures = make_figures(t for t in self.findings.targets if section.start <= t.start < section.end)
        lines = [
            self.fold("responsible-line", len(rows), self.responsible(rows)),
            *(self.listed(f"{kind}s-line", self.figures(of_kind(figures, kind))) for kind in TargetKind),
            self.listed("related-line", self.related(section)),
        ]
        shown = "".join(lines)
        return f'<aside class="policy-links" lang="{self.tag}">{shown}</aside>' if shown else ""

    def listed(self, key: str, entries: Iterable[str]) -> str:
        """Return a fold that lists entries, a line for each."""
        links = list(entries)
        return self.fold(key, len(links), "\n".join(links), ' class="listed"')

    def fold(self, key: str, count: int, words: str, flags: str = "") -> str:
        """Return a fold with its name and the number of things in it; nothing where there are none."""
        if not words:
            return ""
        name = say(key, self.language)
        summary = say("line-count", self.language, name=name, n=count)
        return (
            f'<details class="fold"><summary>{summary}</summary>'
            f"<p{flags}><b>{name}{self.writing.colon}</b>{words}</p></details>"
        )

    def link(self, words: str, href: str) -> str:
        """Return a link whose foreign words say their language."""
        return f'<a href="../../{href}">{speak(md.escape_html(words), self.tag)}</a>'

    def responsible(self, rows: list[Responsibility]) -> str:
        """Return the bodies, each with its role: who leads, who supports, who is responsible."""
        parts = []
        for role in Role:
            named = dict.fromkeys(self.body(row) for row in rows if row.role is role)
            if named:
                name = md.escape_html(pick(ROLES[role], self.language))
                parts.append(f"{name}{self.writing.word_space}{self.writing.join_names(named)}")
        return say("between-statements", self.language).join(parts)

    def body(self, row: Responsibility) -> str:
        """Return the link to a body, or its words in the text where the archive knows none."""
        body = self.archive.glossary.organisations.get(row.organisation or "")
        if body:
            return self.link(pick(body.name, self.language), f"organisations/{body.id}/")
        return f'<span lang="{ZH_TAG}">{md.escape_html(self.policy.text[row.start : row.end])}</span>'

    def figures(self, figures: list[Figure]) -> Iterator[str]:
        """Yield figures with what they measure, each leading to its indicator."""
        indicators = self.archive.glossary.indicators
        for figure in figures:
            indicator = indicators.get(figure.target.indicator or "")
            if indicator:
                name = figure_name(figure.target, self.language) or indicator.name.en
                words = f"{name} {render_value(figure.target, self.language, name)}"
                yield self.link(words, f"indicators/{indicator.id}/")

    def related(self, section: Section) -> Iterator[str]:
        """Yield links to the like items of other policies."""
        space = self.writing.word_space
        for policy_id, anchor in self.findings.related.get(section.anchor, ()):
            place = place_of(self.lookup, policy_id, self.language)
            title, tag = title_in(self.lookup, policy_id, anchor, self.language)
            words = md.escape_html(place + space + place_label(anchor, self.language)) + space
            shown = speak(md.escape_html(title), tag)
            shown = f'<span lang="{tag}">{shown}</span>' if tag != self.tag and title else shown
            yield f'<a href="../../policies/{policy_id}/#{anchor}">{words}{shown}</a>'
