"""The editions of a policy → the page of them all: when, what, why, and each change with its words before and after."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from scripts.model.editions import TITLE, Change, Edition
from scripts.model.policy import Metadata
from scripts.model.vocabulary import EditionKind, Language
from scripts.text.differences import Side, find_differences
from scripts.write.markup import markdown as md
from scripts.write.words.dates import say_date
from scripts.write.words.place_labels import place_label
from scripts.write.words.strings import EDITION_KINDS, LANG_TAGS, pick, say

MARKS = {Side.BOTH: "", Side.BEFORE: "{del}", Side.AFTER: "{ins}"}


def render_history_page(metadata: Metadata, redirects: Mapping[str, str], language: Language) -> str:
    """Return the Markdown of the page of a policy's editions, the latest first."""
    title, latest = pick(metadata.title, language), metadata.editions[-1]
    values = {"title": title, "n": latest.number, "date": say_date(latest.date, language)}
    front_matter = {
        "title": md.escape_html(say("history-title", language, title=title)),
        "description": md.escape_html(say("history-description", language, **values)),
        "hide": ["navigation"],
        "search": {"exclude": True},
    }
    blocks = [
        f"# {md.escape(say('history', language))} {md.attribute_list('title')}",
        md.paragraph(md.link(md.escape(title), "../index.md", lang=LANG_TAGS[language]), classes="policy-other-title"),
        md.paragraph(md.escape(say("history-lead", language))),
    ]
    for edition in reversed(metadata.editions):
        blocks += edition_blocks(edition, redirects, language)
    blocks.append(md.heading(2, md.escape(say("history-scope-title", language)), "on-record"))
    blocks.append(md.paragraph(md.escape(say("history-scope", language))))
    return md.page(front_matter, blocks)


def edition_blocks(edition: Edition, redirects: Mapping[str, str], language: Language) -> Iterator[str]:
    """Yield what is known of an edition, then its changes place by place."""
    anchor = f"edition-{edition.number}"
    values = {"date": say_date(edition.date, language), "kind": pick(EDITION_KINDS[edition.kind], language)}
    yield md.heading(2, md.escape(say("edition-head", language, n=edition.number, **values)), anchor)
    yield md.paragraph(md.bold(say("edition-what", language)) + md.text(pick(edition.what, language)))
    yield md.paragraph(md.bold(say("edition-why", language)) + md.text(pick(edition.why, language)))
    places = {place: list(changes) for place, changes in groupby(edition.changes, lambda change: change.anchor)}
    if edition.kind is EditionKind.CORRECTED:
        key = "edition-changed" if places else "edition-unchanged"
        yield md.paragraph(md.escape(say(key, language, n=len(places))))
    if edition.fingerprint:
        fingerprint = say("edition-fingerprint", language) + f"<code>{edition.fingerprint}</code>"
        yield md.paragraph(fingerprint, classes="edition-fingerprint")
    for place, changes in places.items():
        yield md.heading(3, place_link(place, language), f"{anchor}-{place}" if place else f"{anchor}-title")
        yield from change_blocks(changes, redirects.get(place, ""), language)


def place_link(anchor: str, language: Language) -> str:
    """Return a place by its name, as the link to where it is, or to its successor."""
    if anchor == TITLE:
        return md.link(md.escape(say("title", language)), "../index.md")
    return md.link(md.escape(place_label(anchor, language)), f"../index.md#{anchor}")


def change_blocks(changes: list[Change], successor: str, language: Language) -> Iterator[str]:
    """Yield what was changed at one place, in each language, and the words before in full."""
    if successor:
        yield md.paragraph(say("edition-gone", language, place=place_link(successor, language)))
    elif not any(change.before for change in changes):
        yield md.paragraph(md.escape(say("edition-new-place", language)))
    for change in changes:
        yield md.paragraph(mark_changes(change), classes="edition-words", lang=LANG_TAGS[change.language])
    former = [md.paragraph(md.escape(c.before), lang=LANG_TAGS[c.language]) for c in changes if c.before and c.after]
    if former:
        yield md.division(former, tag="details", classes="former-words")


def mark_changes(change: Change) -> str:
    """Return the words before and after as one text, in which is marked what was deleted and what was added."""
    pieces = find_differences(change.before.replace("\n", " "), change.after.replace("\n", " "))
    return "".join(
        f"[{md.escape(piece.words)}]{MARKS[piece.side]}" if MARKS[piece.side] else md.escape(piece.words)
        for piece in pieces
    )
