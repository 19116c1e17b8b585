"""`check`: every problem of the corpus, of the policies read from it, and of the built site.

Anchors that nobody published are a problem too: the pages offer every address for citing, so that what is not yet
permanent must not go online unnoticed. It is one line a policy, the last to be left, and its remedy is one command.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.check.builds import check_builds
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
from scripts.check.site.laws import CORPUS_RULES, check_site
from scripts.check.site.same import Trees, check_same, few_or_one
from scripts.check.status import check_status
from scripts.check.targets import check_targets
from scripts.commands.addresses import address_problems
from scripts.commands.again import CONFIGURATION, PDF, check_settings, make_again, offer_same, read_settings
from scripts.commands.builds import read_builds
from scripts.commands.collisions import check_collisions
from scripts.commands.gather import current_words, identified, link_corpus
from scripts.commands.translations import translation_problems
from scripts.model.archive import Archive
from scripts.model.policy import Policy
from scripts.problems import CorpusError, Problem
from scripts.read.corpus.corpus import Corpus, read_corpus
from scripts.read.hand_written import read_pages

Linked = tuple[Archive, tuple[Problem, ...]]
"""The archive with its findings, and the rows of editors' files that fit nothing."""
MADE = (
    ("docs", "`python -m scripts build`", ("corpus", "scripts")),
    ("site", "`python -m scripts.site`", ("corpus", "scripts", "overrides", "mkdocs.yml", "docs")),
)
"""What is made, by which command, and from what."""


def check(root: Path) -> list[Problem]:
    """Return every problem of the corpus, of the policies read from it, and of `root/site`, where that is built."""
    corpus = read_corpus(root)
    if not (root / "site").is_dir():
        return [*check_sources(root, corpus, link_corpus(corpus)), *check_builds(read_builds(root))]
    is_whole = not corpus.problems and (root / CONFIGURATION).is_file()
    with TemporaryDirectory() as folder, ThreadPoolExecutor(1) as pool:
        again = pool.submit(compare, root, Path(folder)) if is_whole else None
        linked = link_corpus(corpus)
        problems = check_sources(root, corpus, linked)
        laws = list(check_site(root / "site", linked[0] if is_whole else None))
        compared = again.result() if again else []
        builds = [problem for problem in check_builds(read_builds(root)) if not again or problem.path.endswith(PDF)]
    if any(problem.rule == "outdated" for problem in compared):
        laws = [problem for problem in laws if problem.rule not in CORPUS_RULES]
    return problems + list(few_of_each([*laws, *compared, *builds]))


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


def check_sources(root: Path, corpus: Corpus, linked: Linked) -> list[Problem]:
    """Return every problem of what editors write: of the corpus, linked, its addresses, the hand-written pages."""
    collisions = check_collisions(root, corpus.archive.glossary)
    return [*check_linked(corpus, root, *linked), *collisions, *check_pages(root)]


def check_pages(root: Path) -> Iterator[Problem]:
    """Yield what keeps the pages written by hand from being read."""
    try:
        read_pages(root)
    except CorpusError as error:
        yield error.problem


def check_corpus(corpus: Corpus, root: Path) -> list[Problem]:
    """Return every problem of the corpus at `root`, and of the policies read from it."""
    return check_linked(corpus, root, *link_corpus(corpus))


def check_linked(corpus: Corpus, root: Path, archive: Archive, misfits: tuple[Problem, ...]) -> list[Problem]:
    """Return every problem of the corpus, linked, and of the policies read from it."""
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
        problems += policy_problems(corpus, archive, policy, policy_id)
    problems += check_consistency(placed_pairs(corpus, archive))
    problems += address_problems(root, corpus, archive, problems)
    return problems


def placed_pairs(corpus: Corpus, archive: Archive) -> Iterator[Placed]:
    """Yield every title and block of all policies that has an English, with the file and line of its entry."""
    for policy, policy_id in identified(corpus):
        lines = english_lines(corpus, policy_id)
        for pair in make_pairs(policy, archive):
            yield f"corpus/policies/{policy_id}/en.po", lines.get(pair.anchor, 0), pair


def policy_problems(corpus: Corpus, archive: Archive, policy: Policy, policy_id: str) -> list[Problem]:
    """Return every problem of a policy, and of what editors write of it."""
    own, folder = corpus.folders[policy_id], f"corpus/policies/{policy_id}"
    rows = {(row.anchor, row.quote): row.line for row in own.figures}
    mended = {(row.anchor, row.quote): row.line for row in own.corrections}
    reasons = [(row.anchor, row.reason) for row in own.corrections if row.reason]
    return [
        *check_policy(policy, f"{folder}/source.txt"),
        *check_english(policy, archive, f"{folder}/en.po", english_lines(corpus, policy_id)),
        *check_figures(policy, archive, folder, rows),
        *check_targets(policy, archive, folder, mended),
        *check_texts(reason_texts(policy_id, reasons), name_places(archive)),
        *check_described(policy, f"{folder}/policy.yml"),
        *check_status(policy, archive, f"{folder}/policy.yml"),
        *check_published(policy_id, list(policy.anchors()), own.anchors.lines, own.anchors.redirects),
        *edition_problems(corpus, policy, policy_id),
    ]


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
