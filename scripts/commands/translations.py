"""`translate-template`: every policy's en.po, created or brought up to date; and what of the English is not."""

from collections.abc import Iterator
from pathlib import Path

from scripts.commands.gather import identified
from scripts.problems import Problem
from scripts.read.corpus.corpus import Corpus, Folder, read_corpus
from scripts.read.corpus.translation_file import translatable, translation_gaps
from scripts.write.corpus.translation_file import update_translation
from scripts.write.disk.files import write_together


def translation_problems(corpus: Corpus) -> Iterator[Problem]:
    """Yield what of the policies' English is missing or out of date."""
    for folder in corpus.folders.values():
        yield from policy_gaps(folder)


def policy_gaps(folder: Folder) -> Iterator[Problem]:
    """Yield what of a policy's English is missing or out of date."""
    policy, file = folder.policy, folder.translation
    if not policy or not policy.metadata:
        return
    name = f"corpus/policies/{policy.metadata.id}/en.po"
    if file.exists:
        yield from translation_gaps(policy, file, name)
    else:
        yield Problem(name, 0, "untranslated", "is not there; `python -m scripts translate-template` makes it")


def update_translations(root: Path) -> tuple[int, tuple[Problem, ...]]:
    """Create or update every policy's en.po; return how many files changed, and the problems that kept it from that."""
    corpus = read_corpus(root)
    if corpus.problems:
        return 0, corpus.problems
    files: dict[Path, str | bytes] = {}
    for policy, policy_id in identified(corpus):
        path = root / "corpus/policies" / policy_id / "en.po"
        files[path] = update_translation(path, translatable(policy))
    return write_together(root, files), ()
