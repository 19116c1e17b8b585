"""`check`: every problem of the corpus, of the policies read from it, and of the built site.

Anchors that nobody published are a problem too: the pages offer every address for citing, so that what is not yet
permanent must not go online unnoticed. It is one line a policy, the last to be left, and its remedy is one command.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.check.checks import check_policy
from scripts.check.described import check_described, check_document_entries
from scripts.check.editions import PolicyFiles, check_editions
from scripts.check.english.consistency import Placed, check_consistency
from scripts.check.english.glossary import check_glossary_english
from scripts.check.english.pairs import check_english, make_pairs, name_places
from scripts.check.english.texts import archive_texts, reason_texts
from scripts.check.english.wording import check_texts
from scripts.check.figures import check_figures
from scripts.check.glossary import check_glossary
from scripts.check.indicators import check_aliases, check_pinyin
from scripts.check.published import check_published
from scripts.check.site.few import few_of_each
from scripts.check.site.laws import check_site
from scripts.check.site.same import Trees, check_same, few_or_one
from scripts.check.status import check_status
from scripts.check.targets import check_targets
from scripts.commands.again import CONFIGURATION, check_settings, make_again, offer_same, read_settings
from scripts.commands.gather import current_words, identified, link_corpus
from scripts.commands.translations import translation_problems
from scripts.model.archive import Archive
from scripts.model.policy import Policy
from scripts.problems import Problem
from scripts.read.corpus.corpus import Corpus, read_corpus

MADE = (
    ("docs", "`python -m scripts build`", ("corpus", "scripts")),
    ("site", "`python -m scripts.site`", ("corpus", "scripts", "overrides", "mkdocs.yml", "docs")),
)
"""What is made, by which command, and from what."""


def check(root: Path) -> list[Problem]:
    """Return every problem of the corpus, of the policies read from it, and of `root/site`, where that is built."""
    corpus = read_corpus(root)
    if not (root / "site").is_dir():
        return check_corpus(corpus)
    is_whole = not corpus.problems and (root / CONFIGURATION).is_file()
    with TemporaryDirectory() as folder, ThreadPoolExecutor(1) as pool:
        again = pool.submit(compare, root, Path(folder)) if is_whole else None
        problems = check_corpus(corpus)
        laws = list(check_site(root / "site"))
        return problems + list(few_of_each([*laws, *(again.result() if again else ())]))


def compare(root: Path, folder: Path) -> list[Problem]:
    """Make docs/ and site/ anew in a folder, and return what of ours is not the same."""
    settings = read_settings(root)
    problems = [*check_settings(settings), *make_again(root, folder, settings)]
    if any(problem.rule == "render" for problem in problems):
        return problems
    offer_same(root / "site", folder / "site")
    for name, remedy, inputs in MADE:
        trees = Trees(folder / name, root / name, name, remedy)
        paths = {path: root / path for path in inputs}
        problems += few_or_one(check_same(trees), root / name, paths, remedy)
    return problems


def check_corpus(corpus: Corpus) -> list[Problem]:
    """Return every problem of the corpus and of the policies read from it."""
    archive, misfits = link_corpus(corpus)
    problems = [
        *corpus.problems,
        *misfits,
        *check_glossary(archive),
        *check_glossary_english(archive),
        *check_document_entries(archive),
        *check_aliases(archive),
        *check_pinyin(archive),
        *check_texts(archive_texts(archive), name_places(archive)),
        *translation_problems(corpus),
    ]
    for policy, policy_id in identified(corpus):
        folder = f"corpus/policies/{policy_id}"
        problems += check_policy(policy, f"{folder}/source.txt")
        problems += check_english(policy, archive, f"{folder}/en.po", english_lines(corpus, policy_id))
        rows = {(row.anchor, row.quote): row.line for row in corpus.folders[policy_id].figures}
        problems += check_figures(policy, archive, folder, rows)
        mended = {(row.anchor, row.quote): row.line for row in corpus.folders[policy_id].corrections}
        problems += check_targets(policy, archive, folder, mended)
        reasons = [(row.anchor, row.reason) for row in corpus.folders[policy_id].corrections if row.reason]
        problems += check_texts(reason_texts(policy_id, reasons), name_places(archive))
        problems += check_described(policy, f"{folder}/policy.yml")
        problems += check_status(policy, archive, f"{folder}/policy.yml")
        file = corpus.folders[policy_id].anchors
        problems += check_published(policy_id, list(policy.anchors()), file.lines, file.redirects)
        problems += edition_problems(corpus, policy, policy_id)
    return [*problems, *check_consistency(placed_pairs(corpus, archive))]


def placed_pairs(corpus: Corpus, archive: Archive) -> Iterator[Placed]:
    """Yield every title and block of all policies that has an English, with the file and line of its entry."""
    for policy, policy_id in identified(corpus):
        lines = english_lines(corpus, policy_id)
        for pair in make_pairs(policy, archive):
            yield f"corpus/policies/{policy_id}/en.po", lines.get(pair.anchor, 0), pair


def edition_problems(corpus: Corpus, policy: Policy, policy_id: str) -> Iterator[Problem]:
    """Yield what is wrong with a policy's editions, and what of its words is not as published."""
    folder = corpus.folders[policy_id]
    if folder.history.is_broken:
        return
    files = PolicyFiles(policy_id, folder.history.editions, folder.history.lines)
    words = current_words(corpus, policy, policy_id)
    yield from check_editions(files, folder.published, words, is_new=not folder.anchors.lines)


def english_lines(corpus: Corpus, policy_id: str) -> dict[str, int]:
    """Return the line of en.po on which each anchor's entry stands."""
    return {anchor: entry.line for anchor, entry in corpus.folders[policy_id].translation.entries.items()}
