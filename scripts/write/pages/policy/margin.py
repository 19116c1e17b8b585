"""What was found in a section → the lines under it: who is responsible, which figures, what is related elsewhere."""

from collections import defaultdict

from scripts.model.archive import Findings, Responsibility
from scripts.model.figures import Figure, make_figures, of_kind
from scripts.model.kinds import KINDS
from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.lookup import Lookup
from scripts.model.policy import Policy, Section
from scripts.model.vocabulary import Language, Role, TargetKind
from scripts.write.markup import markdown as md
from scripts.write.markup.links import place_of
from scripts.write.words.figures import figure_name
from scripts.write.words.place_labels import place_label
from scripts.write.words.strings import LANG_TAGS, ROLES, pick, say
from scripts.write.words.values import render_value

ZH_TAG = LANG_TAGS[Language.ZH]


class LineWriter:
    """Writes the lines under the items of one policy."""

    def __init__(self, policy: Policy, lookup: Lookup, language: Language) -> None:
        archive = lookup.archive
        self.policy, self.lookup, self.archive, self.language = policy, lookup, archive, language
        self.writing = LANGUAGES[language]
        self.findings = archive.findings.get(policy.metadata.id if policy.metadata else "", Findings())
        self.roles: dict[str, list[Responsibility]] = defaultdict(list)
        for row in self.findings.responsibilities:
            self.roles[row.section].append(row)

    def lines(self, section: Section) -> str:
        """Return the lines under an item, as one aside; nothing for other sections and where nothing was found."""
        if not KINDS[section.kind].is_compared:
            return ""
        anchors = {part.anchor for part in section.walk()}
        rows = [row for anchor in sorted(anchors) for row in self.roles.get(anchor, [])]
        figures = make_figures(t for t in self.findings.targets if section.start <= t.start < section.end)
        parts = [
            self.line("responsible-line", self.responsible(rows)),
            *(self.line(f"{kind}s-line", self.figures(of_kind(figures, kind))) for kind in TargetKind),
            self.line("related-line", self.related(section)),
        ]
        shown = [part for part in parts if part]
        return md.quotation(shown)

    def line(self, key: str, words: str) -> str:
        """Return a line with its name, or nothing."""
        return md.bold(f"{say(key, self.language)}{self.writing.colon}") + words if words else ""

    def responsible(self, rows: list[Responsibility]) -> str:
        """Return the bodies, each with its role where one leads and others support."""
        bodies = self.archive.glossary.organisations
        parts = []
        for role in Role:
            links = []
            for row in rows:
                if row.role is not role:
                    continue
                body = bodies.get(row.organisation or "")
                if body:
                    links.append(
                        md.link(md.escape(pick(body.name, self.language)), f"../../organisations/{body.id}/index.md")
                    )
                else:
                    links.append(md.span(md.escape(self.policy.text[row.start : row.end]), lang=ZH_TAG))
            if links:
                name = md.escape(pick(ROLES[role], self.language))
                parts.append(f"{name}{self.writing.word_space}{self.writing.join_names(dict.fromkeys(links))}")
        return say("between-statements", self.language).join(parts)

    def figures(self, figures: list[Figure]) -> str:
        """Return figures with what they measure, each leading to its indicator."""
        indicators = self.archive.glossary.indicators
        links = []
        for figure in figures:
            indicator = indicators.get(figure.target.indicator or "")
            if indicator:
                name = figure_name(figure.target, self.language) or indicator.name.en
                words = md.escape(f"{name} {render_value(figure.target, self.language, name)}")
                links.append(md.link(words, f"../../indicators/{indicator.id}/index.md"))
        return self.writing.join_names(links)

    def title(self, policy_id: str, anchor: str) -> str:
        """Return a section's title, in English where the page is English and there is one; in Chinese, stressed."""
        title = self.lookup.policies[policy_id].titles[anchor]
        if self.language is not ORIGINAL and title.en:
            return md.escape(title.en)
        return md.stressed(md.escape(title.zh))

    def related(self, section: Section) -> str:
        """Return the like items of other policies."""
        links = []
        for policy_id, anchor in self.findings.related.get(section.anchor, ()):
            place = place_of(self.lookup, policy_id, self.language)
            title = self.title(policy_id, anchor)
            space = self.writing.word_space
            words = md.escape(place + space + place_label(anchor, self.language)) + space + title
            links.append(md.link(words, f"../../policies/{policy_id}/index.md#{anchor}"))
        return self.writing.join_names(links)
