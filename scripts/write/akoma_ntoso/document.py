"""A policy → its files of Akoma Ntoso 3.0: in Chinese, in English, and in both side by side.

Side by side both languages stand in one document, paragraph by paragraph: the Chinese bears the eId, the English names
it as that to which it is an alternative. So all three have the same eIds, one namespace each, and what belongs together
stands together. Two documents in a collection would need two sets of eIds, or prefixes that no other file has.

Title, issuers, number and date stand in the preface as what the editors added: the text prints them or does not.
"""

from collections.abc import Iterator, Sequence

from scripts.model.archive import Archive
from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.policy import Metadata, Policy
from scripts.model.vocabulary import Language
from scripts.write.akoma_ntoso.body import BodyWriter
from scripts.write.akoma_ntoso.dates import is_exact
from scripts.write.akoma_ntoso.lifecycle import IN_FORCE, lifecycle, time_in_force
from scripts.write.akoma_ntoso.marks import Marks
from scripts.write.akoma_ntoso.meta import identification
from scripts.write.akoma_ntoso.notes import Notes
from scripts.write.akoma_ntoso.references import References
from scripts.write.akoma_ntoso.words import ChineseWords, EnglishWords, Found, Piece, Words
from scripts.write.akoma_ntoso.xml import document, element, escape, lines
from scripts.write.words.dates import say_date
from scripts.write.words.drafts import draft_lead
from scripts.write.words.strings import LANG_TAGS, pick, say

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
ENDING = ".akn.xml"
VERSIONS: tuple[tuple[str, tuple[Language, ...]], ...] = (
    ("", (Language.ZH,)),
    (".en", (Language.EN,)),
    (".parallel", (Language.ZH, Language.EN)),
)
"""What stands between a policy's id and the ending in the name of each file, and the languages that it holds."""


def draw_akoma_ntoso(policy: Policy, archive: Archive) -> Iterator[tuple[str, str]]:
    """Yield the ends of the names of a policy's files, and the files; without a translation only the Chinese one."""
    found = Found(policy, archive)
    for infix, languages in VERSIONS:
        if languages == (ORIGINAL,) or found.is_translated:
            yield infix + ENDING, render_akoma_ntoso(found, languages)


def render_akoma_ntoso(found: Found, languages: Sequence[Language]) -> str:
    """Return a policy in these languages; the first is that of the whole."""
    policy, archive = found.policy, found.archive
    if not policy.metadata:
        raise ValueError("a policy without metadata has no address")
    metadata = policy.metadata
    references = References(metadata, archive, languages[0])
    notes = Notes(policy, archive.translator_notes.get(metadata.id, {}))
    words = list(words_in(found, languages, Marks(archive, references, notes)))
    force = time_in_force(metadata, references)
    writer = BodyWriter(policy, words, languages[0], period=f"#{IN_FORCE}" if force else "")
    text = [preface(writer, metadata, languages, references, has_drafts=bool(found.drafts)), *writer.write()]
    source = references.archive()
    head = [identification(metadata, languages, references), lifecycle(metadata, references), force]
    head += [references.render(source), notes.render(languages, source)]
    meta = element("meta", lines(filter(None, head)))
    policy_element = element("doc", lines([meta, *text]), {"name": "policy", "contains": "originalVersion"})
    return document(element("akomaNtoso", lines([policy_element]), {"xmlns": NAMESPACE}))


def words_in(found: Found, languages: Sequence[Language], marks: Marks) -> Iterator[Words]:
    """Yield the words of a policy in each language; alone, a translation says in Chinese what it lacks."""
    for language in languages:
        if language is ORIGINAL:
            yield ChineseWords(found, marks)
        else:
            yield EnglishWords(found, marks, None if ORIGINAL in languages else ChineseWords(found, marks))


def preface(
    writer: BodyWriter, metadata: Metadata, languages: Sequence[Language], references: References, *, has_drafts: bool
) -> str:
    """Return what the editors say of a policy: title, issuers, number, date."""
    rows = [
        [title(metadata, language, has_drafts=has_drafts) for language in languages],
        [issuers(metadata, language, references) for language in languages],
    ]
    if metadata.number:
        rows.append([Piece(element("docNumber", escape(metadata.number)), ORIGINAL)])
    rows.append([date(metadata, language) for language in languages])
    paragraphs = (writer.leaf("p", row, f"preface__p_{number}") for number, row in enumerate(rows, 1))
    values = {"eId": "preface", "status": "editorial", "xml:lang": LANG_TAGS[languages[0]]}
    return element("preface", lines(paragraphs), values)


def title(metadata: Metadata, language: Language, *, has_drafts: bool) -> Piece:
    """Return the title; in English with a remark that says whose English this is, and what the mark of drafts means."""
    words = element("docTitle", escape(pick(metadata.title, language)))
    if language is not ORIGINAL:
        said = [say("our-english", language), *([draft_lead(language)] if has_drafts else [])]
        blank = LANGUAGES[language].word_space
        words += blank + element("remark", escape(blank.join(said)), {"type": "translation"})
    return Piece(words, language)


def issuers(metadata: Metadata, language: Language, references: References) -> Piece:
    """Return the bodies that issued a policy."""
    names = (
        element("docAuthority", escape(pick(issuer, language)), {"refersTo": references.issuer(index)})
        for index, issuer in enumerate(metadata.issuers)
    )
    return Piece(LANGUAGES[language].join_names(names), language)


def date(metadata: Metadata, language: Language) -> Piece:
    """Return the date, marked as such where the day is known and nothing is to be said of it."""
    words = escape(say_date(metadata.date.value, language))
    if is_exact(metadata):
        return Piece(element("docDate", words, {"date": metadata.date.value}), language)
    note = metadata.date.note
    return Piece(words + (LANGUAGES[language].bracket(escape(pick(note, language))) if note else ""), language)
