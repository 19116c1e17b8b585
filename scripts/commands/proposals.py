"""The damaged places of a policy, each with the likeliest reading: proposed to the editor, never applied."""

from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

from scripts.check.checks import check_policy
from scripts.check.subject import Subject
from scripts.check.text import find_damage
from scripts.model.policy import Policy
from scripts.model.proposal import Proposal
from scripts.model.vocabulary import Certainty, Script
from scripts.problems import Problem
from scripts.read.clean.script import find_script
from scripts.read.corpus.archive_words import read_archive_words
from scripts.text.damage.finding import DOT, DOUBTFUL_DOT, HYPHEN, LOST, MASK, SPLIT, Finding
from scripts.text.damage.masks import find_lost, find_masked
from scripts.text.damage.numbers import find_dots, find_hyphens
from scripts.text.damage.split import char_pair
from scripts.text.damage.spots import Repair, find_marks, find_repairs, sound_lines
from scripts.text.damage.words import Words, plain

RULE = "damage"
COVERED = (RULE, "script", "half-width")
"""The rules of problems that say less of a place than a proposal does."""
PROBABLE = 6.0
"""A reading that is so much likelier than the next, as a logarithm, is probable."""
MOST_AROUND = 12
MESSAGES = {
    SPLIT: "was cut at the bytes of a mark ({detail})",
    MASK: "hides a word",
    LOST: "stands for a lost character",
    DOT: "seems to have lost a dot",
    DOUBTFUL_DOT: "seems to have lost a dot",
    HYPHEN: "seems to have lost a hyphen",
}
SURENESS = {
    Certainty.CERTAIN: "no other reading fits",
    Certainty.PROBABLE: "other readings are far less likely by the words around",
    Certainty.CONJECTURAL: "others are nearly as likely",
}


def propose(policy: Policy, path: str, root: Path) -> list[Proposal]:
    """Return a proposal for each damaged place of a policy that has a likely reading and no editor's note.

    They stand in the order of the text. Where nothing is damaged, no dictionary is loaded.
    """
    text, source = policy.text, policy.source.text
    words = read_archive_words(root)
    found = [finding for find in (find_dots, find_hyphens) for finding in find(text, words)]
    if find_marks(source) or any(True for _ in find_damage(text)):
        words = words.with_text(sound_lines(source))
        found += find_cuts(policy, words)
        found += [finding for find in (find_masked, find_lost) for finding in find(text, words)]
    subject, proposals, end = Subject(policy, path), [], 0
    for finding in sorted(found):
        if finding.start >= end and not subject.is_noted(finding.start):
            proposals.append(make_proposal(subject, finding))
            end = finding.end
    return proposals


def find_cuts(policy: Policy, words: Words) -> Iterator[Finding]:
    """Yield the places at which characters of the source were cut, as places of the clean text."""
    places = TextPlaces(policy)
    is_traditional = policy.source.script is Script.HANT
    is_turned = is_traditional and find_script(policy.text) is Script.HANS
    for repair in find_repairs(policy.source.text, words, is_traditional):
        start, end = places.find(repair.start), places.find(repair.end)
        after = plain(repair.text) if is_turned else repair.text
        if start < end:
            yield Finding(start, end, after, SPLIT, repair.margin, show_bytes(repair))


def show_bytes(repair: Repair) -> str:
    """Return the bytes of a mark and of the characters on either side of the cut.

    ；A3BB ⊂ 模C4A3 化BBAF
    """
    across = " ".join(f"{char}{char_pair(char).hex().upper()}" for char in repair.text[:2])
    return f"{repair.mark}{char_pair(repair.mark).hex().upper()} ⊂ {across}"


class TextPlaces:
    """Which place of the clean text a place of the source has become."""

    def __init__(self, policy: Policy) -> None:
        self.edits = policy.edits
        self.ends = [edit.end for edit in policy.edits]
        self.shifts = [0]
        for edit in policy.edits:
            self.shifts.append(self.shifts[-1] + len(edit.after) - (edit.end - edit.start))

    def find(self, place: int) -> int:
        """Return the place in the text; of what an edit took or changed, where its replacement begins."""
        index = bisect_right(self.ends, place)
        start = self.edits[index].start if index < len(self.edits) else place
        return min(place, max(start, 0)) + self.shifts[index]


def make_proposal(subject: Subject, finding: Finding) -> Proposal:
    """Return a finding as the draft of an emendation, and as the problem that says so."""
    text = subject.policy.text
    start, end = widen(text, finding.start, finding.end)
    before = text[start:end]
    after = text[start : finding.start] + finding.after + text[finding.end : end]
    certainty = certainty_of(finding)
    what = MESSAGES[finding.kind].format(detail=finding.detail)
    message = f"{before!r} {what}; perhaps {after!r} ({SURENESS[certainty]}); settle it in emendations.yml"
    problem = subject.problem(finding.start, RULE, message)
    return Proposal(problem.line, before, after, certainty, finding, problem)


def certainty_of(finding: Finding) -> Certainty:
    """Return how sure a reading is: proved only where its bytes allow no other."""
    if finding.margin is None:
        return Certainty.CERTAIN if finding.kind == SPLIT else Certainty.PROBABLE
    return Certainty.PROBABLE if finding.margin >= PROBABLE else Certainty.CONJECTURAL


def widen(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span with a character or more on either side, on its line, so that its words stand there once."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = text[first : last if last >= 0 else len(text)]
    low, high = start - first, end - first
    for _ in range(MOST_AROUND):
        low, high = max(low - 1, 0), min(high + 1, len(line))
        if line.count(line[low:high]) == 1:
            break
    return first + low, first + high


def check_with(policy: Policy, path: str, proposals: list[Proposal]) -> list[Problem]:
    """Return every problem of a policy, with a proposal in place of those that only say that something is wrong."""
    subject = Subject(policy, path)
    named = {
        place_of(subject.problem(place, RULE, ""))
        for proposal in proposals
        for place in range(proposal.finding.start, proposal.finding.end)
    }
    kept = [one for one in check_policy(policy, path) if one.rule not in COVERED or place_of(one) not in named]
    return sorted([*kept, *(proposal.problem for proposal in proposals)], key=lambda problem: problem.line)


def place_of(problem: Problem) -> tuple[int, str, int]:
    """Return what tells the place of a problem from others."""
    return problem.line, problem.excerpt, problem.column
