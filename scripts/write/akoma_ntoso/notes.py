"""The editors' and the translator's notes → notes in the file's head, and the signs in the text that lead to them.

Akoma Ntoso knows no emendation. A repaired spot is a `span` whose status is `edited`, one that is printed as received
although it is doubtful a `span` that is `verbatim`; the note says what stands in the source, and why.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.places_in_text import note_ids
from scripts.model.policy import Bilingual, Note, Policy
from scripts.model.vocabulary import Language
from scripts.write.akoma_ntoso.xml import element, escape, lines, translated
from scripts.write.words.place_labels import place_label
from scripts.write.words.readings import reading_key
from scripts.write.words.strings import CERTAINTIES, EMENDATION_KINDS, LANG_TAGS, OTHER, pick, say


class Notes:
    """The notes of one policy: the editors' first, then the translator's, numbered through."""

    def __init__(self, policy: Policy, translator: dict[str, Bilingual]) -> None:
        self.own = policy.metadata.id if policy.metadata else ""
        self.ids = note_ids(policy)
        self.editors = {self.ids[note.index]: note for note in policy.notes}
        """By the id that each has on the policy's page."""
        self.translator = translator
        """By the anchor of the place that each is about."""
        names = [
            *(f"note-{identity}" for identity in self.editors),
            *(f"translation-{anchor}" for anchor in translator),
        ]
        self.numbers = {name: number for number, name in enumerate(names, 1)}
        self.at: dict[str, list[str]] = defaultdict(list)
        """The editors' notes at each anchor, in the order of the text."""
        for identity in self.editors:
            self.at[identity.rpartition("-")[0]].append(identity)

    def sign(self, name: str) -> str:
        """Return the sign that leads to a note."""
        number = str(self.numbers[name])
        return element("noteRef", "", {"href": f"#note_{number}", "marker": number, "placement": "bottom"})

    def render(self, languages: Sequence[Language], source: str) -> str:
        """Return all notes in these languages; where only the Chinese is written, the translator's have no place."""
        rows = [
            self.note(
                f"note-{identity}", "emendation", [paragraph(words(note, identity, each), each) for each in languages]
            )
            for identity, note in self.editors.items()
        ]
        if Language.EN in languages:
            rows += (
                self.note(f"translation-{anchor}", "translation", list(translation(note, languages)))
                for anchor, note in self.translator.items()
            )
        return element("notes", lines(rows), {"source": source}) if rows else ""

    def note(self, name: str, kind: str, paragraphs: list[str]) -> str:
        """Return a note; its GUID is its place on the policy's page."""
        number = str(self.numbers[name])
        values = {"eId": f"note_{number}", "GUID": f"{self.own}#{name}", "class": kind, "marker": number}
        return element("note", "".join(paragraphs), values)


def paragraph(text: str, language: Language) -> str:
    """Return a paragraph of a note."""
    write = escape if language is ORIGINAL else translated
    return element("p", write(text), {"xml:lang": LANG_TAGS[language]})


def words(note: Note, identity: str, language: Language) -> str:
    """Return an editors' note: where, what stood there, what is printed, why, how sure."""
    emendation = note.emendation
    readings = {"received": note.received, "printed": note.printed, "proposed": note.proposed}
    parts = (
        place_label(identity.rpartition("-")[0], language),
        LANGUAGES[language].colon,
        say(reading_key(emendation), language, **readings).replace("\n", " "),
        LANGUAGES[language].word_space,
        say("note-reason", language) + pick(emendation.reason, language),
        LANGUAGES[language].word_space,
        say("note-evidence", language) + pick(emendation.evidence, language),
        LANGUAGES[language].word_space,
        say("note-kind", language) + pick(EMENDATION_KINDS[emendation.kind], language),
        say("between-statements", language),
        say("note-certainty", language) + pick(CERTAINTIES[emendation.certainty], language),
        LANGUAGES[language].stop,
    )
    return "".join(parts)


def translation(note: Bilingual, languages: Sequence[Language]) -> Iterator[str]:
    """Yield the paragraphs of a translator's note; where it is not in one of the languages, in the other alone."""
    said = [language for language in languages if pick(note, language)] or [OTHER[languages[0]]]
    for language in said:
        yield paragraph(pick(note, language), language)
