"""A policy → its page in one language: title, facts, the text's condition, contents, the text, the editors' notes."""

from collections import Counter
from collections.abc import Callable, Iterator

from scripts.link.inlines import first_terms
from scripts.model.archive import Archive, Findings
from scripts.model.kinds import KINDS, has_heading
from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.lookup import Lookup
from scripts.model.policy import Metadata, Policy, Section
from scripts.model.vocabulary import EditionKind, Language
from scripts.write.markup import markdown as md
from scripts.write.pages.policy.body import TextWriter, is_translated
from scripts.write.pages.policy.cards import describe_policy_card
from scripts.write.pages.policy.eli import statements
from scripts.write.pages.policy.facts import facts
from scripts.write.pages.policy.head import citation, describe, legislation, name_edition
from scripts.write.pages.policy.notes import notes
from scripts.write.pages.policy.status import status_line
from scripts.write.pages.policy.translator_notes import translator_notes
from scripts.write.permanent.signposts import alternates, head_links
from scripts.write.words.addresses import policy_address
from scripts.write.words.dates import say_date
from scripts.write.words.place_labels import english_label
from scripts.write.words.strings import LANG_TAGS, OTHER, pick, say

ZH_TAG = LANG_TAGS[Language.ZH]


def render_policy_page(policy: Policy, metadata: Metadata, lookup: Lookup, language: Language) -> str:
    """Return the Markdown of a policy's page."""
    archive = lookup.archive
    title = pick(metadata.title, language)
    front_matter = {
        "title": md.escape_html(title),
        "description": md.escape_html(describe(policy, metadata, archive, language)),
        "hide": ["navigation"],
        "text_lang": text_lang(policy, archive, language),
        "address": policy_address(metadata.id, language),
        "status": status_line(metadata, language),
        "edition": name_edition(metadata),
        "citation": citation(metadata),
        "card": describe_policy_card(metadata, archive, language),
        "legislation": legislation(policy, metadata, archive, language),
        "alternates": alternates(metadata.id),
        "signposts": head_links(metadata, archive, policy_address(metadata.id, language)),
        "addresses": {"href": f"../../id/{metadata.id}/?list", "words": say("addresses-link", language)},
        "eli": statements(policy, metadata, archive),
        "search": {"boost": 8},
    }
    other = OTHER[language]
    other_title = md.span(md.escape(pick(metadata.title, other)), lang=LANG_TAGS[other])
    note = say("english-title-note", language) if other is not ORIGINAL else ""
    blocks = [
        f"# {md.escape(title)} {md.attribute_list('title')}",
        md.paragraph(other_title + note, classes="policy-other-title"),
        *withdrawal(metadata, language),
        *notice(policy, archive, language),
        md.description_list(facts(metadata, policy, archive, language)),
        md.paragraph(condition(policy, language), classes="policy-condition"),
        contents(policy, archive, language),
        md.division(
            TextWriter(policy, lookup, language).write(),
            classes="policy-text",
            lang=text_lang(policy, archive, language),
        ),
        *notes(policy, language),
        *translator_notes(archive.translator_notes.get(metadata.id, {}) if language is not ORIGINAL else {}, language),
        *page_terms(policy, archive, language),
    ]
    return md.page(front_matter, blocks)


def render_text_page(policy: Policy, title: str, lookup: Lookup) -> str:
    """Return the Markdown of a text of which no more is known than what it says itself."""
    archive = lookup.archive
    text = md.division(TextWriter(policy, lookup, Language.ZH).write(), classes="policy-text", lang=ZH_TAG)
    heading = f"# {md.escape(title)} {md.attribute_list('title')}" if title else ""
    front_matter = {"title": md.escape_html(title)} if title else {}
    return md.page(front_matter, [heading, contents(policy, archive, Language.ZH), text])


def text_lang(policy: Policy, archive: Archive, language: Language) -> str:
    """Return the language in which a page prints the policy's text."""
    return LANG_TAGS[language if is_translated(policy, archive) else ORIGINAL]


def withdrawal(metadata: Metadata, language: Language) -> Iterator[str]:
    """Yield the line that says that a policy was withdrawn, when and why."""
    for edition in metadata.editions[-1:]:
        if edition.kind is EditionKind.WITHDRAWN:
            date, why = say_date(edition.date, language), pick(edition.why, language)
            yield md.paragraph(
                md.escape(say("withdrawn-notice", language, date=date, why=why)), classes="policy-notice"
            )


def notice(policy: Policy, archive: Archive, language: Language) -> Iterator[str]:
    """Yield the line that says whose English this is, and how much of it there is; and the way to both side by side."""
    link = md.link(md.escape(say("parallel", language)), "parallel/index.md")
    if language is ORIGINAL:
        yield md.paragraph(link, classes="policy-parallel") if is_translated(policy, archive) else ""
        return
    if not is_translated(policy, archive):
        yield md.paragraph(md.escape(say("no-english", language)), classes="policy-notice")
        return
    own = policy.metadata.id if policy.metadata else ""
    wanted = [s.anchor for s in policy.walk() if has_heading(s)]
    wanted += [block.anchor for block in policy.blocks()]
    missing = sum(1 for anchor in wanted if anchor not in archive.english.get(own, {}))
    words = say("our-english", language) + (" " + say("some-english", language, n=missing) if missing else "")
    yield md.paragraph(f"{md.escape(words)} {link}", classes="policy-notice")


def title_writer(policy: Policy, archive: Archive, language: Language) -> Callable[[Section], str]:
    """Return the function that writes a section's number and title for the table of contents."""
    english = archive.english.get(policy.metadata.id if policy.metadata else "", {})

    def write(section: Section) -> str:
        if language is not ORIGINAL and section.anchor in english:
            return md.escape(english_label(section) + english[section.anchor])
        return md.escape(section.label + section.title)

    return write


def page_terms(policy: Policy, archive: Archive, language: Language) -> Iterator[str]:
    """Yield the glossary of the page: the terms marked in its text, each with its meaning and the way to its page."""
    findings = archive.findings.get(policy.metadata.id if policy.metadata else "", Findings())
    ids = dict.fromkeys(mention.target or "" for mention in first_terms(policy, findings))
    if not ids:
        return
    yield md.heading(2, md.escape(say("page-terms", language)), "terms")
    entries = []
    for term in sorted((archive.glossary.terms[term_id] for term_id in ids), key=lambda term: term.pinyin):
        name = md.link(md.escape(term.zh), f"#{term.id}")
        entries.append(f"{name} {md.escape(term.en)}\n{md.text(pick(term.meaning, language))}")
    yield md.division(entries, classes="page-terms")


def count_characters(policy: Policy) -> Counter[str]:
    """Return how many characters of the source were kept, and how many each rule changed or dropped."""
    changed = sum(len(before) for _, _, before, after, _, _ in policy.edits if after)
    dropped = sum(len(before) for _, _, before, after, _, _ in policy.edits if not after)
    return Counter(kept=len(policy.source.text) - changed - dropped, changed=changed, dropped=dropped)


def condition(policy: Policy, language: Language) -> str:
    """Return the line that says what was done to the text."""
    counts, listed = count_characters(policy), LANGUAGES[language].join_clauses
    characters = (
        ("condition-kept", counts["kept"]),
        ("condition-dropped", counts["dropped"]),
        ("condition-changed", counts["changed"]),
    )
    said = [say(key, language, n=f"{count:,}") for key, count in characters if count]
    text = say("condition", language, source=f"{len(policy.source.text):,}", parts=listed(said))
    applied = sum(1 for note in policy.notes if note.emendation.is_applied)
    spots = (("condition-emended", applied), ("condition-noted", len(policy.notes) - applied))
    said = [
        say(key, language, spots=say("spot" if count == 1 else "spots", language, n=count))
        for key, count in spots
        if count
    ]
    if said:
        text += say("condition-editors", language, parts=listed(said))
    link = md.link(say("all-edits", language), "edits/index.md")
    return md.escape(text) + say("end-of-sentence", language) + link


def contents(policy: Policy, archive: Archive, language: Language) -> str:
    """Return the table of contents: parts and items, folded away."""
    lines: list[str] = []
    titles = title_writer(policy, archive, language)

    def add(section: Section, depth: int) -> None:
        if KINDS[section.kind].in_contents:
            label = titles(section)
            lines.append("    " * depth + "- " + md.link(label, f"#{section.anchor}"))
            for child in section.children:
                add(child, depth + 1)

    for section in policy.sections:
        add(section, 0)
    if not lines:
        return ""
    lang = text_lang(policy, archive, language)
    return md.division(["\n".join(lines)], tag="details", classes="policy-contents", lang=lang)
