"""A policy → the page that sets Chinese and English side by side, heading by heading and block by block."""

from collections.abc import Iterator

from scripts.link.inlines import Inline, note_inlines, settle
from scripts.model.archive import Archive
from scripts.model.kinds import KINDS
from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.policy import Metadata, Policy, Section
from scripts.model.vocabulary import Language, Script
from scripts.write.markup import markdown as md
from scripts.write.markup.annotate import Annotator
from scripts.write.pages.policy.contents import untitled_entries
from scripts.write.pages.policy.english_state import draft_mark, state_notice
from scripts.write.pages.policy.head import describe_view
from scripts.write.pages.policy.modes import modes
from scripts.write.pages.policy.translator_notes import note_sign, translator_notes
from scripts.write.words.place_labels import english_label
from scripts.write.words.strings import LANG_TAGS, OTHER, SCRIPT_TAGS, pick, say

ZH_TAG = LANG_TAGS[Language.ZH]


def render_parallel_page(policy: Policy, metadata: Metadata, archive: Archive, language: Language) -> str:
    """Return the Markdown of the page in two columns."""
    title = pick(metadata.title, language)
    other = OTHER[language]
    notes = archive.translator_notes.get(metadata.id, {})
    tag = SCRIPT_TAGS[policy.script] if policy.script is Script.HANT else ""
    blocks = [
        f"# {md.escape(title)} {md.attribute_list('title')}",
        md.paragraph(
            md.span(md.escape(pick(metadata.title, other)), lang=LANG_TAGS[other]), classes="policy-other-title"
        ),
        md.paragraph(md.escape(say("parallel-lead", language)), classes="policy-notice"),
        *state_notice(policy, archive, language),
        md.paragraph(one_file(metadata.id, language), classes="policy-parallel"),
        md.division(rows(policy, archive, set(notes), language), classes="parallel", lang=tag),
        *translator_notes(notes, language),
    ]
    page_title = say("parallel-title", language, title=title, parallel=say("parallel", language))
    front_matter = {
        "title": md.escape_html(page_title),
        "description": md.escape_html(describe_view("parallel-description", metadata, language)),
        "hide": ["navigation"],
        "layout": "wide",
        **({"untitled": entries} if (entries := untitled_entries(policy, archive, language)) else {}),
        "modes": modes(metadata.id, "sides", is_translated=True),
        "search": {"exclude": True},
    }
    return md.page(front_matter, blocks)


def one_file(policy_id: str, language: Language) -> str:
    """Return the links to both texts in one file, as a page and as a PDF."""
    writing = LANGUAGES[language]
    kinds = (("one-file-parallel", "html"), ("one-file-parallel-pdf", "pdf"))
    links = (md.raw_link(say(words, language), f"../{policy_id}-parallel.{end}") for words, end in kinds)
    return say("one-file", language) + writing.colon + writing.join(links)


def rows(policy: Policy, archive: Archive, noted: set[str], language: Language) -> Iterator[str]:
    """Yield a row for every heading and block, in the order of the text, each at its address; `noted` have a note."""
    own = policy.metadata.id if policy.metadata else ""
    english, drafts, former = archive.english.get(own, {}), archive.drafts(own), former_anchors(archive, own)
    chinese_words = Annotator(policy.text, settle(note_inlines(policy)), draw_note)

    def sign(anchor: str) -> str:
        mark = draft_mark(language) if anchor in drafts else ""
        return mark + (note_sign(anchor, language) if anchor in noted else "")

    spans: list[tuple[int, int, str]] = []
    for section in policy.walk():
        printed = policy.text[section.start : section.heading_end]
        if printed:
            translated = english.get(section.anchor)
            there = translated is not None or not section.title
            label = md.escape(english_label(section))
            chinese = former.get(section.anchor, "") + chinese_words.annotate(
                section.start, section.heading_end
            ).replace("\n", " ")
            words = label + md.escape(translated or "") + sign(section.anchor) if there else None
            spans.append((section.start, 0, row(section.anchor, chinese, words, section, language)))
        for block in section.blocks:
            translated = english.get(block.anchor)
            words = md.escape(translated) + sign(block.anchor) if translated is not None else None
            chinese = former.get(block.anchor, "") + chinese_words.annotate(block.start, block.end)
            spans.append((block.start, 1, row(block.anchor, chinese, words, None, language)))
    for _, _, text in sorted(spans, key=lambda span: span[:2]):
        yield text


def draw_note(inline: Inline, words: str) -> str:
    """Return a spot of the editors as a link to their note, which stands on the page of the text."""
    return md.link(words, f"../index.md#note-{inline.target}", classes=f"policy-{inline.kind}")


def former_anchors(archive: Archive, policy_id: str) -> dict[str, str]:
    """Return for each anchor the targets for those that once were in its place, as Markdown."""
    targets: dict[str, str] = {}
    for old, new in archive.redirects.get(policy_id, {}).items():
        targets[new] = targets.get(new, "") + md.span("", old)
    return targets


def row(anchor: str, chinese: str, english: str | None, section: Section | None, language: Language) -> str:
    """Return one row: the Chinese, then the English with the id of both; a heading is one in the page's language.

    A number by itself is none: the contents have it with how its text begins.
    """
    right = english or md.escape(say("untranslated-both", language))
    level = KINDS[section.kind].parallel_level if section and (section.title or not section.label) else None
    if level and language is not ORIGINAL:
        return f"{md.guard(chinese)}\n\n{'#' * level} {right}\n{md.attribute_list(anchor)}"
    left = f"{'#' * level} {chinese}" if level else md.bold(chinese) if section else md.guard(chinese)
    return f"{left}\n\n{md.paragraph(right, anchor)}"
