"""The archive → what is searched: every page as a collection of sections with names and passages in both languages.

Policies come first, in their order; then the entries of the glossary, the topics, and the pages written by hand. Those
that only lead to others, the first page and the search itself, answer nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from scripts.model.archive import Archive
from scripts.model.figures import make_figures, of_kind
from scripts.model.glossary import Indicator, Term
from scripts.model.lookup import Lookup
from scripts.model.policy import Bilingual, Metadata, Policy, Section
from scripts.model.vocabulary import Language, Level, ResultKind, TargetKind
from scripts.write.words.figures import say_figures
from scripts.write.words.place_labels import english_label, place_label
from scripts.write.words.strings_findings import FINDING_STRINGS

NOTHING = Bilingual("", "")
FRAME = ("", "search/")
"""The addresses of the hand-written pages that are not searched."""


@dataclass(frozen=True, slots=True)
class SearchPassage:
    """A paragraph, with its translation; either may be empty."""

    anchor: str
    text: Bilingual
    is_draft: bool = False
    """Whether its translation is one that nobody has confirmed."""


@dataclass(frozen=True, slots=True)
class SearchSection:
    """What is found as one: a section's own words without its children's, or an entry of the glossary."""

    anchor: str
    """Of the section on its page; empty where the page itself is meant."""
    label: Bilingual
    """The printed place: 二（三）, Part 2(3); empty for entries."""
    names: tuple[Bilingual, ...]
    """The title, then other names by which it is found; pinyin stands as English."""
    passages: tuple[SearchPassage, ...] = ()
    topics: tuple[str, ...] = ()
    is_draft: bool = False
    """Whether the English of its title is one that nobody has confirmed."""

    def drafts(self) -> list[int]:
        """Return which of its names and passages are drafts in English, counted from 0, the names first."""
        passages = enumerate(self.passages, len(self.names))
        return [*([0] if self.is_draft else []), *(number for number, passage in passages if passage.is_draft)]


@dataclass(frozen=True, slots=True)
class Collection:
    """A page of the site with its sections."""

    kind: ResultKind
    path: str
    """The page's address below the root of its language."""
    title: Bilingual
    sections: tuple[SearchSection, ...]
    place: Bilingual = NOTHING
    year: str = ""
    level: Level | None = None
    until: int | None = None
    """The last year that it plans for."""


def make_collections(lookup: Lookup) -> Iterator[Collection]:
    """Yield all that is searched, in the order in which equal hits are shown."""
    archive = lookup.archive
    for policy in archive.policies:
        if policy.metadata:
            yield policy_collection(policy, policy.metadata, archive)
    yield from other_collections(lookup)


def other_collections(lookup: Lookup) -> Iterator[Collection]:
    """Yield what is searched beside the policies: the entries of the glossary, then the pages written by hand."""
    yield from entry_collections(lookup)
    for page in lookup.archive.pages:
        if page.address in FRAME:
            continue
        sections = tuple(
            SearchSection(
                section.anchor,
                NOTHING,
                (section.title,),
                tuple(SearchPassage(section.anchor, text) for text in section.paragraphs),
            )
            for section in page.sections
        )
        yield Collection(ResultKind.PAGE, page.address, page.title, sections)


def policy_collection(policy: Policy, metadata: Metadata, archive: Archive) -> Collection:
    """Return a policy's sections, in the order of its text."""
    english = English(archive.english.get(metadata.id, {}), archive.drafts(metadata.id))
    topics = section_topics(archive, metadata.id)
    sections = tuple(policy_section(path, policy.text, english, topics) for path in policy.paths())
    return Collection(
        ResultKind.POLICY,
        f"policies/{metadata.id}/",
        metadata.title,
        sections,
        metadata.place.name,
        metadata.date.value[:4],
        metadata.place.level,
        metadata.status.until,
    )


class English(NamedTuple):
    """The English of a policy."""

    words: Mapping[str, str]
    """By anchor."""
    drafts: AbstractSet[str] = frozenset()
    """The anchors of what nobody has confirmed."""


def policy_section(
    path: tuple[Section, ...], text: str, english: English, topics: dict[str, list[str]]
) -> SearchSection:
    """Return the own words of the last section of a path in both languages, without its children's."""
    section = path[-1]
    title_en = (english_label(section) + english.words.get(section.anchor, "")).strip() if section.title else ""
    passages = tuple(
        SearchPassage(
            block.anchor,
            Bilingual(text[block.start : block.end], english.words.get(block.anchor, "")),
            block.anchor in english.drafts,
        )
        for block in section.blocks
    )
    return SearchSection(
        section.anchor,
        Bilingual(place_label(section.anchor, Language.ZH), place_label(section.anchor, Language.EN)),
        (Bilingual(section.heading(text), title_en),),
        passages,
        topics_of(path, topics),
        section.anchor in english.drafts,
    )


def section_topics(archive: Archive, policy_id: str) -> dict[str, list[str]]:
    """Return the topics that name each anchor of a policy."""
    topics: dict[str, list[str]] = {}
    for topic in archive.glossary.topics.values():
        for anchor in topic.sections.get(policy_id, ()):
            topics.setdefault(anchor, []).append(topic.id)
    return topics


def topics_of(path: tuple[Section, ...], topics: dict[str, list[str]]) -> tuple[str, ...]:
    """Return the topics of the last section of a path: those of it, of a section around it, or of one of its blocks."""
    around = [section.anchor for section in path]
    blocks = [block.anchor for block in path[-1].blocks]
    return tuple(dict.fromkeys(topic for anchor in [*around, *blocks] for topic in topics.get(anchor, [])))


def figure_passages(indicator: Indicator, lookup: Lookup) -> Iterator[SearchPassage]:
    """Yield an indicator's targets, and its baselines, as passages at their headings on its page."""
    names = {policy_id: digest.metadata.place.name for policy_id, digest in lookup.policies.items()}
    figures = make_figures(lookup.targets(indicator.id))
    for kind in TargetKind:
        own = of_kind(figures, kind)
        if own:
            heading, said = FINDING_STRINGS[f"{kind}s"], say_figures(own, names)
            text = Bilingual(f"{heading.zh}：{said.zh}", f"{heading.en}: {said.en}")
            yield SearchPassage(f"{kind}s", text)


def entry_collections(lookup: Lookup) -> Iterator[Collection]:
    """Yield every entry of the glossary, each kind in its own order."""
    glossary = lookup.archive.glossary
    for term in glossary.terms.values():
        yield entry(ResultKind.TERM, f"terms/{term.id}/", term_names(term), passages_at("", [term.meaning]))
    for indicator in glossary.indicators.values():
        names = [indicator.name, *(Bilingual(alias, "") for alias in indicator.aliases)]
        passages = [SearchPassage("", indicator.definition), *figure_passages(indicator, lookup)]
        yield entry(ResultKind.INDICATOR, f"indicators/{indicator.id}/", names, passages)
    for body in glossary.organisations.values():
        names = [body.name, *(Bilingual(form, "") for form in body.forms)]
        became = [body.became] if body.became else []
        yield entry(ResultKind.ORGANISATION, f"organisations/{body.id}/", names, passages_at("", became))
    for document in glossary.documents.values():
        others = [*([document.number] if document.number else []), *document.forms]
        names = [document.title, *(Bilingual(other, "") for other in others)]
        yield entry(ResultKind.DOCUMENT, "documents/", names, passages_at(document.id, document.issuers), document.id)
    for topic in glossary.topics.values():
        words = Bilingual("、".join(topic.words), "")
        yield entry(ResultKind.TOPIC, f"topics/{topic.id}/", [topic.name], passages_at("", [topic.description, words]))


def term_names(term: Term) -> list[Bilingual]:
    """Return a term's names: as printed, its other forms, its English, and its pinyin, spaced, whole, by initials."""
    syllables = term.pinyin.split()
    pinyin = [" ".join(syllables), "".join(syllables), "".join(syllable[0] for syllable in syllables)]
    chinese = [form for form in (*term.forms, term.full) if form]
    return [
        Bilingual(term.zh, term.en),
        *(Bilingual(form, "") for form in chinese),
        *(Bilingual("", form) for form in (*term.en_variants, *dict.fromkeys(pinyin))),
    ]


def passages_at(anchor: str, texts: Iterable[Bilingual]) -> list[SearchPassage]:
    """Return texts that stand at one place as its passages."""
    return [SearchPassage(anchor, text) for text in texts]


def entry(
    kind: ResultKind, path: str, names: list[Bilingual], passages: Iterable[SearchPassage], anchor: str = ""
) -> Collection:
    """Return an entry as a collection of one section; a name that says nothing new is left out."""
    distinct = tuple(dict.fromkeys(names))
    section = SearchSection(anchor, NOTHING, distinct, tuple(passages))
    return Collection(kind, path, distinct[0], (section,))
