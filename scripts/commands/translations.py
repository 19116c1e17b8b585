"""`translate-template`: every policy's en.po, created or brought up to date; and the state of the English.

That a policy has no English yet, or some in draft, is a state, which is told in a line; English of another text than
there is now is a problem.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from scripts.commands.gather import identified
from scripts.link.memory import Found, Memory, Wanted
from scripts.model.grades import EnglishState
from scripts.model.policy import Policy
from scripts.model.vocabulary import Grade, GradeBy
from scripts.problems import CorpusError, Problem
from scripts.read.corpus.corpus import Corpus, Folder, read_corpus
from scripts.read.corpus.translation_file import english_state, find_outdated, translatable
from scripts.write.corpus.filling import finder
from scripts.write.corpus.translation_file import Find, update_translation
from scripts.write.disk.files import write_together

STATE = "untranslated"
"""What stands in the place of a rule where the state of the English is told."""


def translation_problems(corpus: Corpus) -> Iterator[Problem]:
    """Yield what of the policies' English is out of date."""
    for folder in corpus.folders.values():
        yield from outdated(folder)


def outdated(folder: Folder) -> Iterator[Problem]:
    """Yield what of a policy's English is that of another text than there is now."""
    policy = folder.policy
    if policy and policy.metadata:
        yield from find_outdated(policy, folder.translation, file_of(policy.metadata.id))


def policy_gaps(folder: Folder) -> Iterator[Problem]:
    """Yield what of a policy's English is out of date, and in a line what is missing or in draft."""
    yield from outdated(folder)
    yield from state_line(folder)


def translation_states(corpus: Corpus) -> list[Problem]:
    """Return a line for every policy whose English is not complete."""
    return [line for folder in corpus.folders.values() for line in state_line(folder)]


def state_line(folder: Folder) -> Iterator[Problem]:
    """Yield in a line what of a policy's English is missing, in draft or to be mended; nothing of one that is done."""
    policy = folder.policy
    if not policy or not policy.metadata:
        return
    state = english_state(policy, folder.translation)
    if not state.is_complete:
        yield Problem(file_of(policy.metadata.id), 0, STATE, say_state(state, exists=folder.translation.exists))


def say_state(state: EnglishState, *, exists: bool) -> str:
    """Return how much is missing, in draft or to be mended, and what to do.

    >>> say_state(EnglishState({Grade.TRANSLATED: 300, Grade.DRAFT: 2}, 0, 9), exists=True)
    'of 311 headings and paragraphs 9 have no English, 2 are drafts; translate them in any editor of PO files'
    """
    counts = (
        (state.untranslated, "has no English", "have no English"),
        (state.grades.get(Grade.DRAFT, 0), "is a draft", "are drafts"),
        (state.outdated, "waits for mending", "wait for mending"),
    )
    parts = ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in counts if n)
    begin = "`python -m scripts translate-template` begins it"
    remedy = "translate them in any editor of PO files" if exists else begin
    return f"of {state.total} headings and paragraphs {parts}; {remedy}"


def file_of(policy_id: str) -> str:
    """Return the file of a policy's English, as problems name it."""
    return f"corpus/policies/{policy_id}/en.po"


def update_translations(root: Path, ids: Sequence[str] = ()) -> tuple[int, tuple[Problem, ...]]:
    """Create or update the en.po of these policies, of all where none is named.

    Return how many files changed, and the problems that kept it from that; raise CorpusError for an unknown id.
    """
    corpus = read_corpus(root)
    unknown = [policy_id for policy_id in ids if policy_id not in corpus.folders]
    if unknown:
        message = f"no policy of the corpus is called {' or '.join(map(repr, unknown))}"
        raise CorpusError("translate-template", f"{message}; known are: {', '.join(corpus.folders)}", 0, "id")
    if corpus.problems:
        return 0, corpus.problems
    find = finder(Memory(corpus.archive).find)
    files: dict[Path, str | bytes] = {}
    for policy, policy_id in identified(corpus):
        if ids and policy_id not in ids:
            continue
        path = root / file_of(policy_id)
        files[path] = update_translation(path, translatable(policy), find_for(policy, find))
    return write_together(root, files), ()


def find_for(policy: Policy, find: Callable[[Wanted], Found | None]) -> Find:
    """Return what finds the English of a policy's headings and blocks, by anchor and Chinese."""
    headings = {section.anchor for section in policy.walk()}
    own, place = (policy.metadata.id, policy.metadata.place.id) if policy.metadata else ("", "")
    names = dict(described_names(policy))
    return lambda anchor, zh: names.get(zh) or find(Wanted(zh, own, place, anchor in headings))


def described_names(policy: Policy) -> Iterator[tuple[str, Found]]:
    """Yield the title and the issuers of a policy, as its policy.yml has them, with the English that stands there."""
    known = policy.metadata
    if known:
        title = [known.title] if known.is_titled_in_english else []
        for name in (*title, *known.issuers):
            if name.zh and name.en and name.en != name.zh:
                yield name.zh, Found(name.en, GradeBy.GLOSSARY, (f"policy:{known.id}",))
