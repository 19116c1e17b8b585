"""The words under published addresses are those that were published, and nothing of their history was altered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scripts.model.editions import NOTHING, AllWords, Edition, Former, find_former, print_entry, print_words
from scripts.model.published_words import PublishedWords, make_seal
from scripts.model.vocabulary import Language
from scripts.problems import Problem
from scripts.text.differences import first_difference

NOT_TAKEN_UP = "edition-new"
"""The rule whose problems `publish` settles."""
ALTERED, CHANGED = "history-altered", "words-changed"
HISTORY, PUBLISHED, FORMER = "history.yml", "published.jsonl", "former.jsonl"
PARTS: dict[str, str] = {
    Language.ZH: "the Chinese of {place}",
    Language.EN: "the English of {place}",
    "to": "the way on from {place}",
}
RESTORE = "restore the file as it was: what is published stays"


class PolicyFiles:
    """The editions of a policy, and the files in which they stand."""

    def __init__(self, policy_id: str, editions: Sequence[Edition], lines: Mapping[int, int]) -> None:
        self.id, self.editions = policy_id, {edition.number: edition for edition in editions}
        self.lines = lines
        """Of the entries in `history.yml`, by the number of the edition."""

    def problem(self, file: str, line: int, rule: str, message: str) -> Problem:
        """Return a problem of one of the policy's files."""
        return Problem(f"corpus/policies/{self.id}/{file}", line, rule, message)

    def entry_problem(self, edition: Edition, rule: str, message: str) -> Problem:
        """Return a problem of an entry of `history.yml`."""
        return self.problem(HISTORY, self.lines.get(edition.number, 0), rule, message)


def check_editions(
    files: PolicyFiles, published: PublishedWords, words: AllWords, *, is_new: bool
) -> Iterator[Problem]:
    """Words change only with an entry of `history.yml`, which `publish` takes up; what it took up stays as it is.

    `words` are those to which the addresses lead now; `is_new` says that no address is published yet.
    """
    yield from check_seals(files, published)
    pending = [edition for number, edition in files.editions.items() if number > len(published.seals)]
    if not published.seals and not is_new:
        yield files.problem(FORMER, 0, ALTERED, f"is not there, though addresses are published; {RESTORE}")
    elif not published.seals and not pending:
        first = "has no edition yet; write the entry of edition 1 (corpus/README.md says how)"
        yield files.problem(HISTORY, 0, "history", first)
    elif not pending:
        yield from changed_words(files, published, words)
    for edition in pending[:1]:
        remedy = f"`python -m scripts publish {files.id}` does it"
        yield files.entry_problem(edition, NOT_TAKEN_UP, f"edition {edition.number} is not published yet; {remedy}")
    for edition in pending[1:]:
        message = (
            f"edition {pending[0].number} has to be published before edition {edition.number} begins; join the two"
        )
        yield files.entry_problem(edition, "history", message)


def check_seals(files: PolicyFiles, published: PublishedWords) -> Iterator[Problem]:
    """Every published edition has the entry, the words and the fingerprint with which it was published."""
    for number, (seal, line) in enumerate(zip(published.seals, published.seal_lines, strict=True), start=1):
        edition = files.editions.get(number)
        if seal != make_seal(number, seal.entry, seal.words, published.seals[: number - 1]):
            yield files.problem(FORMER, line, ALTERED, f"does not end edition {number} as it was published; {RESTORE}")
        elif edition is None:
            yield files.problem(HISTORY, 0, ALTERED, f"the entry of edition {number} is gone; {RESTORE}")
        elif print_entry(edition) != seal.entry:
            message = f"the entry of edition {number} is not as it was published; {RESTORE}"
            yield files.entry_problem(edition, ALTERED, message)
    for row in published.former:
        if not 1 < row.edition <= len(published.seals):
            yield files.problem(FORMER, 0, ALTERED, f"a line is of edition {row.edition}, which has no end; {RESTORE}")
            return
    yield from check_words_before(files, published)


def check_words_before(files: PolicyFiles, published: PublishedWords) -> Iterator[Problem]:
    """Going back from the published words, the former ones lead to those of every edition."""
    file, line = PUBLISHED, 0
    lines = dict(zip((seal.edition for seal in published.seals), published.seal_lines, strict=True))
    for seal, words in published.walk_back():
        if print_words(words) != seal.words:
            what = "these are not the words" if file == PUBLISHED else "the former words do not lead back to those"
            yield files.problem(file, line, ALTERED, f"{what} of edition {seal.edition} as published; {RESTORE}")
            return
        file, line = FORMER, lines[seal.edition]


def changed_words(files: PolicyFiles, published: PublishedWords, words: AllWords) -> Iterator[Problem]:
    """The words under a published address, in either language, are those of the last edition."""
    last = len(published.seals)
    for row in find_former(last, published.words, words):
        if row.part == "to" and row.anchor not in published.words:  # no words were published there
            continue
        now = getattr(words.get(row.anchor, NOTHING), row.part)
        problem = files.problem(PUBLISHED, published.lines.get(row.anchor, 0), CHANGED, describe(row, now, files.id))
        place = first_difference(row.before, now)
        yield replace(problem, excerpt=row.before, column=min(place, max(len(row.before) - 1, 0)))


def describe(row: Former, now: str, policy_id: str) -> str:
    """Return what happened to the words of an address, and what to do."""
    place = row.anchor or "the title"
    what = PARTS[row.part].format(place=place)
    place_of_change = first_difference(row.before, now)
    shown = now[max(0, place_of_change - 6) : place_of_change + 18]
    if not row.before:
        said = f"{what} is new since edition {row.edition}: “{shown}”"
    elif not now:
        said = f"{what} is gone since edition {row.edition}"
    else:
        said = f"{what} is not that of edition {row.edition}: now “{shown}”"
    remedy = f"say in history.yml, as edition {row.edition + 1}, what changed and why, then `publish {policy_id}`"
    return f"{said}; restore it, or {remedy}"
