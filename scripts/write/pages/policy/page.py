"""A policy → its page in one language: title and head, the text, the editors' notes, what is known of the text."""

import re
from collections import Counter
from collections.abc import Iterator

from scripts.model.archive import Archive
from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.lookup import Lookup
from scripts.model.policy import Metadata, Policy
from scripts.model.vocabulary import Language, Script
from scripts.write.markup import markdown as md
from scripts.write.pages.policy.body import TextWriter, has_english
from scripts.write.pages.policy.cards import describe_policy_card
from scripts.write.pages.policy.contents import untitled_entries
from scripts.write.pages.policy.eli import statements
from scripts.write.pages.policy.facts import facts
from scripts.write.pages.policy.glossary import glossary_file, page_terms
from scripts.write.pages.policy.head import citation, describe, legislation, name_edition
from scripts.write.pages.policy.margin import LineWriter
from scripts.write.pages.policy.masthead import masthead, preparation, withdrawal
from scripts.write.pages.policy.modes import modes
from scripts.write.pages.policy.notes_page import notes_at_end, stand_elsewhere
from scripts.write.permanent.signposts import alternates, head_links
from scripts.write.words.addresses import policy_address
from scripts.write.words.strings import LANG_TAGS, SCRIPT_TAGS, pick, say

# [质量强市](#quality-city): a term in the text
MARK_PATTERN = re.compile(r"\]\(#([\w-]+)\)")


def render_policy_page(policy: Policy, metadata: Metadata, lookup: Lookup, language: Language) -> str:
    """Return the Markdown of a policy's page."""
    archive = lookup.archive
    title = pick(metadata.title, language)
    front_matter = {
        "title": md.escape_html(title),
        "description": md.escape_html(describe(policy, metadata, archive, language)),
        "layout": "policy",
        "text_lang": text_lang(policy, archive, language),
        **({"untitled": entries} if (entries := untitled_entries(policy, archive, language)) else {}),
        "address": policy_address(metadata.id, language),
        "masthead": masthead(policy, metadata, archive, language),
        "beside": LineWriter(policy, lookup, language).all_lines(),
        "glossary": glossary_file(policy, archive, language),
        "notes": f"data/notes/{metadata.id}.{language}.js" if stand_elsewhere(language) else "",
        "edition": name_edition(metadata),
        "citation": citation(metadata),
        "card": describe_policy_card(metadata, archive, language),
        "legislation": legislation(policy, metadata, archive, language),
        "alternates": alternates(metadata.id),
        "signposts": head_links(metadata, archive, policy_address(metadata.id, language)),
        "addresses": {"href": f"../../id/{metadata.id}/?list", "words": say("addresses-link", language)},
        "eli": statements(policy, metadata, archive),
        "modes": modes(metadata.id, language, is_translated=archive.is_translated(metadata.id)),
        "search": {"boost": 8},
    }
    text = "\n\n".join(TextWriter(policy, lookup, language).write())
    tag = text_lang(policy, archive, language)
    blocks = [
        f"# {md.escape(title)} {md.attribute_list('title', lang=title_lang(policy, language))}",
        *preparation(metadata, language),
        *withdrawal(metadata, language),
        md.division([text], classes="policy-text", lang=tag),
        *notes_at_end(policy, metadata, archive, language),
        md.division(
            [*about(policy, metadata, archive, language), marks(policy, archive, text, language)],
            tag="section",
            classes="policy-about",
        ),
    ]
    return md.page(front_matter, blocks)


def render_text_page(policy: Policy, title: str, lookup: Lookup) -> str:
    """Return the Markdown of a text of which no more is known than what it says itself."""
    tag = SCRIPT_TAGS[policy.script]
    text = md.division(TextWriter(policy, lookup, Language.ZH).write(), classes="policy-text", lang=tag)
    heading = f"# {md.escape(title)} {md.attribute_list('title', lang=tag)}" if title else ""
    front_matter = {"title": md.escape_html(title)} if title else {}
    return md.page(front_matter, [heading, text])


def title_lang(policy: Policy, language: Language) -> str:
    """Return the language of a title where it is not that of its page."""
    return SCRIPT_TAGS[policy.script] if language is ORIGINAL and policy.script is Script.HANT else ""


def text_lang(policy: Policy, archive: Archive, language: Language) -> str:
    """Return the language in which a page prints the policy's text."""
    is_english = language is not ORIGINAL and has_english(policy, archive)
    return LANG_TAGS[language] if is_english else SCRIPT_TAGS[policy.script]


def about(policy: Policy, metadata: Metadata, archive: Archive, language: Language) -> Iterator[str]:
    """Yield what is known of the text, and what was done to it, under a heading of its own."""
    yield md.heading(2, md.escape(say("about-text", language)), "about-text")
    yield md.description_list(facts(metadata, policy, archive, language))
    yield md.paragraph(condition(policy, language), classes="policy-condition")


def marks(policy: Policy, archive: Archive, text: str, language: Language) -> str:
    """Return what the marks in the text mean, with the terms that none of them shows: they keep their addresses."""
    shown = set(MARK_PATTERN.findall(text))
    links = [
        md.link(
            md.escape(term.zh if language is ORIGINAL else term.en),
            f"../../terms/{term.id}/index.md",
            f"term-{term.id}",
        )
        for term in page_terms(policy, archive)
        if term.id not in shown
    ]
    rest = (
        say("other-terms", language) + LANGUAGES[language].join(links) + say("end-of-sentence", language)
        if links
        else ""
    )
    words = md.escape(say("marks-explained", language)) + LANGUAGES[language].word_space + rest.strip()
    return md.paragraph(words, "terms", "policy-condition policy-marks")


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
