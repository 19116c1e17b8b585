"""How far a policy's English has come → a line that says it, and the mark behind the English that is a draft."""

from collections.abc import Iterator

from scripts.link.memory import texts_of
from scripts.model.archive import Archive
from scripts.model.grades import EnglishState, count_grades
from scripts.model.languages import LANGUAGES
from scripts.model.policy import Policy
from scripts.model.vocabulary import Grade, Language
from scripts.write.markup import markdown as md
from scripts.write.words.drafts import draft_lead
from scripts.write.words.strings import say

COUNTS = (
    (Grade.REVIEWED, "english-reviewed"),
    (Grade.TRANSLATED, "english-translated"),
    (Grade.DRAFT, "english-draft"),
)
"""The words for how many places have a grade, in the order in which they are said."""


def state_of(policy: Policy, archive: Archive) -> EnglishState:
    """Return how much English a policy's pages show; what waits for mending is shown in Chinese, as what has none."""
    own = policy.metadata.id if policy.metadata else ""
    english, grades = archive.english.get(own, {}), archive.grades.get(own, {})
    missing = sum(1 for anchor, _, _ in texts_of(policy) if anchor not in english)
    return EnglishState(count_grades(grades.values()), untranslated=missing)


def state_words(policy: Policy, archive: Archive, language: Language) -> str:
    """Return the line on English that is not complete, as plain text; nothing where it is."""
    state = state_of(policy, archive)
    if state.is_complete:
        return ""
    counts = [(key, state.grades.get(grade, 0)) for grade, key in COUNTS]
    said = [say(key, language, n=n) for key, n in (*counts, ("english-none", state.untranslated)) if n]
    words = [say("english-state", language, parts=LANGUAGES[language].comma.join(said))]
    if state.grades.get(Grade.DRAFT):
        words.append(draft_lead(language))
    return LANGUAGES[language].word_space.join(words)


def state_notice(policy: Policy, archive: Archive, language: Language) -> Iterator[str]:
    """Yield that line as a paragraph of a page."""
    if words := state_words(policy, archive, language):
        yield md.paragraph(md.escape(words), classes="policy-notice")


def draft_mark(language: Language) -> str:
    """Return the mark behind English that is a draft, as Markdown."""
    return " " + md.span(md.escape(say("draft-mark", language)), classes="policy-draft")
