"""`translate-template`: every policy's en.po, created or brought up to date; and what of the English is not."""

from collections.abc import Iterator
from pathlib import Path

from scripts.commands.gather import identified
from scripts.problems import Problem
from scripts.read.corpus.corpus import Corpus, read_corpus
from scripts.read.corpus.translation_file import translatable, translation_gaps
from scripts.write.corpus.translation_file import update_translation
from scripts.write.files import write_if_changed


def translation_problems(corpus: Corpus) -> Iterator[Problem]:
    """Yield what of the policies' English is missing or out of date."""
    for policy, policy_id in identified(corpus):
        file = corpus.folders[policy_id].translation
        if file.exists:
            yield from translation_gaps(policy, file, f"corpus/policies/{policy_id}/en.po")
        else:
            message = "is not there; `python -m scripts translate-template` makes it"
            yield Problem(f"corpus/policies/{policy_id}/en.po", 0, "untranslated", message)


def update_translations(root: Path) -> tuple[int, tuple[Problem, ...]]:
    """Create or update every policy's en.po; return how many files changed, and the problems that kept it from that."""
    corpus = read_corpus(root)
    if corpus.problems:
        return 0, corpus.problems
    changed = 0
    for policy, policy_id in identified(corpus):
        path = root / "corpus/policies" / policy_id / "en.po"
        changed += write_if_changed(path, update_translation(path, translatable(policy)))
    return changed, ()
