"""What the commands begin with: the bytes of a file, the corpus with its findings, its policies by their ids."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.link.links import EditorsRows, link_archive
from scripts.model.archive import Archive
from scripts.model.editions import Words
from scripts.model.policy import Policy
from scripts.model.published_words import words_of
from scripts.problems import CorpusError, Problem
from scripts.read.corpus.corpus import Corpus
from scripts.read.extract.door import Opened, open_file, read_given
from scripts.verify.read.manuscript import MOST_BYTES


def link_corpus(corpus: Corpus) -> tuple[Archive, tuple[Problem, ...]]:
    """Return the archive with its findings, and a problem for every row of an editor's file that fits nothing."""
    rows = {policy_id: EditorsRows(folder.corrections, folder.figures) for policy_id, folder in corpus.folders.items()}
    archive, misfits = link_archive(corpus.archive, rows)
    problems = tuple(
        Problem(f"corpus/policies/{policy_id}/{file}", misfit.line, "target", misfit.message)
        for policy_id, file, misfit in misfits
    )
    return archive, problems


def identified(corpus: Corpus) -> Iterator[tuple[Policy, str]]:
    """Yield the policies with their ids."""
    for policy in corpus.archive.policies:
        if policy.metadata:
            yield policy, policy.metadata.id


def current_words(corpus: Corpus, policy: Policy, policy_id: str) -> dict[str, Words]:
    """Return the words to which a policy's addresses lead now; drafts are shown, and are no words of an edition."""
    archive = corpus.archive
    english = archive.confirmed(policy_id)
    return words_of(policy, english, archive.redirects.get(policy_id, {}))


def read_bytes(file: Path) -> bytes:
    """Return a file's bytes, of one that is too large no more than show it; raise CorpusError where there are none."""
    with opening(file), file.open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


def open_given(file: Path) -> Opened:
    """Return the text of a file of any kind; raise CorpusError where there is none, or more than a text may have."""
    with opening(file):
        data = read_given(file, str(file))
    return open_file(data, str(file))


@contextmanager
def opening(file: Path) -> Iterator[None]:
    """Raise CorpusError where a file cannot be opened or read."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CorpusError(str(file), f"cannot be opened ({reason}); name a file that can be read") from error
