"""A policy → the head of its page above the text: what matters of it in one line, its status, what readers can do.

It stands in the page's front matter as HTML; `overrides/status.py` puts it under the title. What is known beyond that
line (sources, fingerprints, what was done to the text) stands at the end of the page (facts.py).
"""

from collections.abc import Iterator

from scripts.model.archive import Archive
from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.policy import Metadata, Policy
from scripts.model.vocabulary import EditionKind, Language
from scripts.write.markup import markdown as md
from scripts.write.pages.policy.body import has_english
from scripts.write.pages.policy.english_state import state_words
from scripts.write.pages.policy.facts import date_text, place_name
from scripts.write.pages.policy.status import say_years, status_line
from scripts.write.words.dates import say_date
from scripts.write.words.strings import LANG_TAGS, OTHER, pick, say

FILES = (("one-file-text", ".html"), ("one-file-pdf", ".pdf"), ("one-file-book", ".epub"))
"""The copies of a policy in one file, by the key of what each is called and the end of its name."""


def masthead(policy: Policy, metadata: Metadata, archive: Archive, language: Language) -> dict[str, object]:
    """Return what stands between the title and the text, as HTML by its name."""
    other = OTHER[language]
    note = say("english-title-note", language) if other is not ORIGINAL and metadata.is_titled_in_english else ""
    return {
        "other": f'<span lang="{LANG_TAGS[other]}">{md.escape_html(pick(metadata.title, other))}</span>{note}',
        "line": md.DOT.join(line(metadata, archive, language)),
        "notices": [*notice(policy, archive, language)],
        "status": status_line(metadata, language),
        "actions": actions(metadata, language),
    }


def line(metadata: Metadata, archive: Archive, language: Language) -> Iterator[str]:
    """Yield what matters most: place, issuers, number, day, years; nothing where a thing is not known."""
    writing = LANGUAGES[language]
    yield md.escape_html(place_name(metadata.place, archive, language))
    yield writing.join_names(md.escape_html(pick(issuer, language)) for issuer in metadata.issuers)
    if metadata.number:
        tag = f' lang="{LANG_TAGS[ORIGINAL]}"' if language is not ORIGINAL else ""
        yield f"<span{tag}>{md.escape_html(metadata.number)}</span>"
    yield md.escape_html(date_text(metadata, language))
    years = say_years(metadata.status, language)
    if years:
        yield say("line-period" if metadata.status.period else "line-goals", language, years=years)


def preparation(metadata: Metadata, language: Language) -> Iterator[str]:
    """Yield the line before the text that says that nothing of the policy is published yet, as Markdown."""
    if not any(edition.fingerprint for edition in metadata.editions):
        yield md.paragraph(md.escape(say("in-preparation", language)), classes="policy-notice")


def withdrawal(metadata: Metadata, language: Language) -> Iterator[str]:
    """Yield the line before the text that says that a policy was withdrawn, when and why, as Markdown."""
    for edition in metadata.editions[-1:]:
        if edition.kind is EditionKind.WITHDRAWN:
            date, why = say_date(edition.date, language), pick(edition.why, language)
            words = md.escape(say("withdrawn-notice", language, date=date, why=why))
            yield md.paragraph(words, classes="policy-notice")


def notice(policy: Policy, archive: Archive, language: Language) -> Iterator[str]:
    """Yield the line that says whose English this is, and how far it has come where it is not complete."""
    if language is ORIGINAL:
        return
    if not has_english(policy, archive):
        yield md.escape_html(say("no-english", language))
        return
    state = state_words(policy, archive, language)
    yield md.escape_html(LANGUAGES[language].word_space.join(filter(None, (say("our-english", language), state))))


def actions(metadata: Metadata, language: Language) -> dict[str, str]:
    """Return the words and the links of the bar."""
    found = {"name": say("actions", language), "cite": say("cite", language), "print": say("print", language)}
    return found | {
        "download": say("download", language),
        "files": downloads(metadata, language),
        "edits": say("edits-action", language),
    }


def downloads(metadata: Metadata, language: Language) -> str:
    """Return the links to the policy in one file and as data."""
    writing = LANGUAGES[language]
    files = [md.raw_link(say(words, language), f"{metadata.id}{end}") for words, end in FILES]
    up = "../../" + "../" * bool(writing.folder)  # the data lie once, under the first language
    data = [
        md.raw_link(say("data-json", language), f"{up}data/policies/{metadata.id}.json"),
        md.raw_link(say("data-other-formats", language), f"../../data/#{metadata.id}"),
    ]
    return f"{writing.join(files)}{say('one-file-note', language)}<br>{writing.join(data)}"
