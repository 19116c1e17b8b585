"""A policy → its page in one language: title, facts, the text's condition, contents, the text, the editors' notes."""

from collections import Counter
from collections.abc import Iterator

from scripts.model import Archive, Edit, Metadata, Note, Place, Policy, Section
from scripts.vocabulary import Language, Rule, SectionKind
from scripts.write import markdown as md
from scripts.write.data import policy_address
from scripts.write.policy_text import TextWriter, note_id
from scripts.write.strings import CERTAINTIES, EMENDATION_KINDS, LANG_TAGS, LEVELS, OTHER, SCRIPTS, pick, say

ZH_TAG = LANG_TAGS[Language.ZH]
CONTENTS_KINDS = (SectionKind.PART, SectionKind.ITEM)


def render_policy_page(policy: Policy, metadata: Metadata, archive: Archive, language: Language) -> str:
    """Return the Markdown of a policy's page."""
    title = pick(metadata.title, language)
    front_matter = {
        "title": md.escape_html(title),
        "description": md.escape_html(
            say("policy-description", language, place=place_name(metadata.place, archive, language), title=title)
        ),
        "hide": ["navigation"],
        "text_lang": ZH_TAG,
        "address": policy_address(metadata.id, language),
        "citation": citation(metadata),
    }
    former: dict[str, list[str]] = {}
    for old, new in archive.redirects.get(metadata.id, {}).items():
        former.setdefault(new, []).append(old)
    other = OTHER[language]
    other_title = md.span(md.escape(pick(metadata.title, other)), lang=LANG_TAGS[other])
    note = say("english-title-note", language) if language is Language.ZH else ""
    blocks = [
        f"# {md.escape(title)} {md.attribute_list('title')}",
        md.paragraph(other_title + note, classes="policy-other-title"),
        md.paragraph(md.escape(say("no-english", language)), classes="policy-notice") if language is Language.EN else "",
        md.description_list(facts(metadata, policy, archive, language), classes="policy-facts"),
        md.paragraph(condition(policy, language), classes="policy-condition"),
        contents(policy, language),
        md.division(TextWriter(policy, language, former).write(), classes="policy-text", lang=ZH_TAG),
        *notes(policy, language),
    ]
    return md.page(front_matter, blocks)


def citation(metadata: Metadata) -> dict[str, object]:
    """Return what the page's head says to reference managers."""
    return {
        "title": md.escape_html(metadata.title.zh),
        "authors": [md.escape_html(issuer.zh) for issuer in metadata.issuers],
        "date": metadata.date.value.replace("-", "/"),
        "number": md.escape_html(metadata.number or ""),
    }


def facts(metadata: Metadata, policy: Policy, archive: Archive, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the policy's facts: name and value, as Markdown."""
    separator = "、" if language is Language.ZH else "; "
    yield say("issuers", language), separator.join(md.escape(pick(issuer, language)) for issuer in metadata.issuers)
    number = md.span(md.escape(metadata.number), lang=ZH_TAG) if metadata.number else say("number-unknown", language)
    yield say("number", language), number
    yield say("date", language), md.escape(date_text(metadata, language))
    level = pick(LEVELS[metadata.place.level], language)
    yield say("place", language), md.escape(place_name(metadata.place, archive, language)) + brackets(level, language)
    yield say("source", language), md.link(md.escape(metadata.url), metadata.url)
    certainty = pick(CERTAINTIES[metadata.certainty], language)
    stop = say("end-of-sentence", language)
    yield say("certainty", language), md.escape(certainty + stop + pick(metadata.identification, language))
    source = policy.source
    script = pick(SCRIPTS[source.script], language)
    received = say("received-value", language, size=f"{source.size:,}", encoding=source.encoding.upper(), script=script)
    yield say("received", language), received
    yield say("sha256", language), f"<code>{source.sha256}</code>"
    yield say("retrieved", language), metadata.retrieved or say("retrieved-unknown", language)
    prefix = "../../" if language is Language.ZH else "../../../zh/"
    yield say("data", language), md.link(say("data-json", language), f"{prefix}data/policies/{metadata.id}.json")


def brackets(text: str, language: Language) -> str:
    """Return the text in the brackets of the language."""
    return f"（{text}）" if language is Language.ZH else f" ({text})"


def date_text(metadata: Metadata, language: Language) -> str:
    """Return the date as readers of the language write it, with its note."""
    note = metadata.date.note
    year, *rest = metadata.date.value.split("-")
    if language is Language.ZH:
        text = f"{year}年" + "".join(f"{int(part)}{unit}" for part, unit in zip(rest, "月日", strict=False))
    else:
        text = " ".join([*(str(int(day)) for day in rest[1:]), *(MONTHS[int(month) - 1] for month in rest[:1]), year])
    return text + (brackets(pick(note, language), language) if note else "")


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def place_name(place: Place, archive: Archive, language: Language) -> str:
    """Return a place's name with those of the places that it is part of, the state left out."""
    names, places = [], {other.id: other for other in archive.places}
    current: Place | None = place
    while current and current.within:
        names.append(pick(current.name, language))
        current = places.get(current.within)
    return "".join(reversed(names)) if language is Language.ZH else ", ".join(names)


def count_characters(policy: Policy) -> Counter[str]:
    """Return how many characters of the source were kept, and how many each rule changed or dropped."""
    counts: Counter[str] = Counter(kept=len(policy.source.text))
    for edit in policy.edits:
        counts["kept"] -= len(edit.before)
        counts["changed" if edit.after else "dropped"] += len(edit.before)
    return counts


def condition(policy: Policy, language: Language) -> str:
    """Return the line that says what was done to the text."""
    counts = count_characters(policy)
    applied = sum(1 for note in policy.notes if note.emendation.is_applied)
    text = say(
        "condition",
        language,
        source=f"{len(policy.source.text):,}",
        kept=f"{counts['kept']:,}",
        dropped=f"{counts['dropped']:,}",
        changed=f"{counts['changed']:,}",
        emended=applied,
        noted=len(policy.notes) - applied,
    )
    return md.escape(text) + " " + md.link(say("all-edits", language), "edits.md")


def contents(policy: Policy, language: Language) -> str:
    """Return the table of contents: parts and items, folded away."""
    lines: list[str] = []

    def add(section: Section, depth: int) -> None:
        if section.kind in CONTENTS_KINDS:
            label = md.escape(section.label + section.title)
            lines.append("    " * depth + "- " + md.link(label, f"#{section.anchor}"))
            for child in section.children:
                add(child, depth + 1)

    for section in policy.sections:
        add(section, 0)
    if not lines:
        return ""
    summary = f"<summary>{say('contents', language)}</summary>"
    return md.division([summary, md.division(["\n".join(lines)], lang=ZH_TAG)], tag="details", classes="policy-contents")


def notes(policy: Policy, language: Language) -> Iterator[str]:
    """Yield the editors' notes under a heading of their own; nothing where there are none."""
    if not policy.notes:
        return
    yield md.heading(2, md.escape(say("notes", language)), "notes")
    yield md.paragraph(md.escape(say("notes-lead", language)))
    for note in policy.notes:
        yield md.division([note_text(policy, note, language)], id=f"note-{note_id(policy, note)}", classes="policy-note")


def note_text(policy: Policy, note: Note, language: Language) -> str:
    """Return a note: where, what stood there, what is printed, why, how sure."""
    emendation, identity = note.emendation, note_id(policy, note)
    key = "note-applied" if emendation.is_applied else "note-kept"
    words = {
        name: md.span(md.escape(text.replace("\n", " ")), lang=ZH_TAG, classes="policy-reading")
        for name, text in (("received", note.received), ("printed", note.printed), ("proposed", note.proposed))
    }
    place = md.link(md.escape(identity.rpartition("-")[0]), f"#spot-{identity}", classes="policy-note-place")
    parts = [
        place + " " + say(key, language, **words),
        say("note-reason", language) + md.escape(pick(emendation.reason, language)),
        say("note-evidence", language) + md.escape(pick(emendation.evidence, language)),
        say("note-kind", language)
        + pick(EMENDATION_KINDS[emendation.kind], language)
        + ("；" if language is Language.ZH else "; ")
        + say("note-certainty", language)
        + pick(CERTAINTIES[emendation.certainty], language)
        + say("end-of-sentence", language).strip(),
        md.link(say("note-back", language), f"#spot-{identity}", classes="policy-back", role="doc-backlink"),
    ]
    return "<br>\n".join(parts)


def edits_of(policy: Policy, rule: Rule) -> list[Edit]:
    """Return the edits that a rule made."""
    return [edit for edit in policy.edits if edit.rule is rule]
