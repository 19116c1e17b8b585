"""A text that nobody described yet → a first draft of its `emendations.yml` and `history.yml`."""

import re
from collections.abc import Iterator, Sequence

from scripts.model.proposal import Proposal
from scripts.model.vocabulary import EmendationKind
from scripts.problems import Problem
from scripts.text.signs import SIGNS
from scripts.write.corpus.new_policy_file import PROPOSED, quoted
from scripts.write.words.strings_damage import EVIDENCE, REASONS

# a tab between two cells, and the other signs of an extracted text: they are no words of the spot
CELL_END_PATTERN = re.compile(rf"[\t{SIGNS}]")
SHOWN_BEFORE, SHOWN_AFTER = 6, 12


def draft_emendations(problems: list[Problem], proposals: Sequence[Proposal] = ()) -> str:
    """Return `emendations.yml`: a commented entry for every spot that looks damaged, complete where one is proposed."""
    if not problems:
        return "# No spot of the text looks damaged. Fields: corpus/README.md.\n[]\n"
    lines = [
        "# Spots that look damaged. Uncomment and complete an entry to settle it, and drop the [] below.",
        "# Fields: corpus/README.md.",
    ]
    proposed = {proposal.problem: proposal for proposal in proposals}
    if proposed:
        lines.append(
            "# Where `after` is filled in, it is a proposal: check each against another copy, or by its sense."
        )
    for problem in problems:
        lines += draft_proposed(proposed[problem]) if problem in proposed else draft_empty(problem)
    return "\n".join([*lines, "[]"]) + "\n"


def draft_empty(problem: Problem) -> Iterator[str]:
    """Yield the lines of an entry of which only the place is known."""
    yield f"# - line: {problem.line}"
    yield f"#   before: {quoted(words_around(problem.excerpt, problem.column))}"
    yield '#   after: ""'
    yield "#   kind: damage"
    yield "#   certainty: conjectural"
    yield '#   reason: {zh: "", en: ""}'
    yield '#   evidence: {zh: "", en: ""}'


def words_around(line: str, place: int) -> str:
    r"""Return some words of a line around a place, none of them of another cell.

    >>> words_around("社会责任\t无投诉举报查实记**\t15分", 13)
    '诉举报查实记**'
    """
    before, after = line[max(place - SHOWN_BEFORE, 0) : place], line[place : place + SHOWN_AFTER]
    return CELL_END_PATTERN.split(before)[-1] + CELL_END_PATTERN.split(after)[0]


def draft_proposed(proposal: Proposal) -> Iterator[str]:
    """Yield the lines of an entry that needs but an editor's consent."""
    kind, detail = proposal.finding.kind, proposal.finding.detail
    yield f"# - line: {proposal.line}"
    yield f"#   before: {quoted(proposal.before)}"
    yield f"#   after: {quoted(proposal.after)}"
    yield f"#   kind: {EmendationKind.DAMAGE}"
    yield f"#   certainty: {proposal.certainty}"
    for field, words in (("reason", REASONS[kind]), ("evidence", EVIDENCE[kind])):
        zh, en = words.zh.format(detail=detail), words.en.format(detail=detail)
        yield f"#   {field}: {{zh: {quoted(zh)}, en: {quoted(en)}}}"


def draft_history(today: str) -> str:
    """Return `history.yml` with the entry of the first edition, for the day on which it is published."""
    lines = [
        "- edition: 1",
        f'  date: "{today}"  {PROPOSED}: the day on which you publish it',
        "  kind: published",
        "  what:",
        "    zh: 文件收入本馆：标题、段落和表格的文字与地址自本日起登记在册。",
        "    en: The policy enters the archive; from this day the words and addresses of its headings, paragraphs and "
        "tables are on record.",
        "  why:",
        "    zh: 供公众阅读和引用。",
        "    en: To be read and cited.",
    ]
    return "\n".join(lines) + "\n"
