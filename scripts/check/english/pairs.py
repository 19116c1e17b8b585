"""The English of a policy against its Chinese: every rule, over every title and block that is no draft."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import groupby

from scripts.check.english.bounds import check_bounds
from scripts.check.english.content import (
    check_chinese,
    check_length,
    check_marks,
    check_negation,
    check_numbers,
    check_sentences,
    check_terms,
)
from scripts.check.english.correspondences import check_correspondences, check_wording
from scripts.check.english.dates import check_dates
from scripts.check.english.ends import check_beginning, check_end
from scripts.check.english.lists import check_lists
from scripts.check.english.marks import check_setting
from scripts.check.english.named import check_bodies, check_cited, check_glosses, check_quotation
from scripts.check.english.parts import Pair as Pair  # noqa: PLC0414 - which all others take from here
from scripts.check.english.spelling import check_house_spelling, check_words
from scripts.model.archive import Archive, Findings, Mention
from scripts.model.policy import Bilingual, Policy
from scripts.model.vocabulary import MentionKind
from scripts.problems import Problem


def check_spelling(pair: Pair) -> Iterator[str]:
    """The English is spelt as the house spells: -ize, otherwise British."""
    return check_house_spelling(pair.en)


def check_known(pair: Pair) -> Iterator[str]:
    """Every word is one."""
    return check_words(pair.en, pair.zh, pair.places)


def check_typing(pair: Pair) -> Iterator[str]:
    """Marks, blanks, capitals and articles stand as English has them."""
    return check_setting(pair.en)


ENGLISH_CHECKS: dict[str, Callable[[Pair], Iterator[str]]] = {
    "english-numbers": check_numbers,
    "english-dates": check_dates,
    "english-terms": check_terms,
    "english-chinese": check_chinese,
    "english-marks": check_marks,
    "english-setting": check_typing,
    "english-spelling": check_spelling,
    "english-words": check_known,
    "english-beginning": check_beginning,
    "english-end": check_end,
    "english-bodies": check_bodies,
    "english-documents": check_cited,
    "english-glosses": check_glosses,
    "english-quotation": check_quotation,
    "english-length": check_length,
    "english-sentences": check_sentences,
    "english-lists": check_lists,
    "english-bounds": check_bounds,
    "english-negation": check_negation,
    "english-promise": check_correspondences,
    "english-wording": check_wording,
}


def check_pair(pair: Pair) -> Iterator[tuple[str, str]]:
    """Yield rule and message of everything that is wrong with one title or block."""
    for rule, check in ENGLISH_CHECKS.items():
        for message in check(pair):
            yield rule, message


@lru_cache(maxsize=8192)
def faults_of(pair: Pair) -> tuple[tuple[str, str], ...]:
    """Return the same; while editors work, most pairs are as they were when they were last looked at."""
    return tuple(check_pair(pair))


def check_english(policy: Policy, archive: Archive, path: str, lines: dict[str, int]) -> list[Problem]:
    """Return what is wrong with a policy's English; `lines` says where in en.po each anchor's entry stands."""
    return [
        Problem(path, lines.get(pair.anchor, 0), rule, f"{pair.anchor}: {message}")
        for pair in make_pairs(policy, archive)
        for rule, message in faults_of(pair)
    ]


def make_pairs(policy: Policy, archive: Archive) -> Iterator[Pair]:
    """Yield every title and block that has an English, with what is found in it; a draft is not yet looked at."""
    own = policy.metadata.id if policy.metadata else ""
    english, drafts = archive.english.get(own, {}), archive.drafts(own)
    mentions = archive.findings.get(own, Findings()).mentions
    places = name_places(archive)
    for anchor, (start, end) in text_spans(policy).items():
        if anchor in english and anchor not in drafts:
            within = [mention for mention in mentions if start <= mention.start and mention.end <= end]
            yield make_pair(anchor, (policy.text, start, end), english[anchor], within, archive, places)


def text_spans(policy: Policy) -> dict[str, tuple[int, int]]:
    """Return the spans of titles and blocks by their anchors."""
    spans = {}
    for section in policy.walk():
        if section.title:
            start = policy.text.find(section.title[:1], section.start + len(section.label))
            end = min(
                section.heading_end, start + len(section.title) + policy.text.count("\n", start, section.heading_end)
            )
            spans[section.anchor] = (start, end)
        for block in section.blocks:
            spans[block.anchor] = (block.start, block.end)
    return spans


def make_pair(
    anchor: str, place: tuple[str, int, int], english: str, mentions: list[Mention], archive: Archive, places: str
) -> Pair:
    """Return one title or block with what is found in it."""
    text, start, end = place
    glossary = archive.glossary
    by_kind = {kind: [(m, m.target) for m in mentions if m.kind is kind and m.target] for kind in MentionKind}
    ids = sorted(target for _, target in by_kind[MentionKind.TERM])
    terms = tuple(glossary.terms[key] for key, _ in groupby(ids))
    documents = tuple(
        Bilingual(text[mention.start : mention.end], glossary.documents[target].title.en)
        for mention, target in by_kind[MentionKind.DOCUMENT]
    )
    titles = " ".join(document.en for document in documents)
    names = tuple(
        Bilingual(text[mention.start : mention.end], glossary.organisations[target].name.en)
        for mention, target in by_kind[MentionKind.ORGANISATION]
    )
    return Pair(anchor, text[start:end], english, terms, titles, names, documents, places)


def name_places(archive: Archive) -> str:
    """Return the English names of all places."""
    return " ".join(place.name.en for place in archive.glossary.places.values())
