"""Every problem of the corpus: of its files, of the policies read from it, of its glossary and of its English."""

from collections.abc import Callable, Iterator
from pathlib import Path

from scripts.check.bodies import check_bodies_listed, check_forms_apart
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
from scripts.check.places import check_places
from scripts.check.proposed import check_proposed
from scripts.check.published import check_published
from scripts.check.sequence import check_anchor_order, check_glossary_order
from scripts.check.status import check_status
from scripts.check.targets import check_targets
from scripts.check.topics import check_topic_words
from scripts.commands.addresses import address_problems
from scripts.commands.collisions import check_collisions
from scripts.commands.extractions import check_extraction
from scripts.commands.gather import current_words, identified, link_corpus
from scripts.commands.translations import translation_problems
from scripts.model.archive import Archive
from scripts.model.policy import Policy
from scripts.problems import CorpusError, Problem
from scripts.read.corpus.corpus import GLOSSARY, POLICIES, Corpus
from scripts.read.hand_written import read_pages
from scripts.read.regular_file import read_text_of

PROPOSING = ("policy.yml", "topics.yml", "targets.yml", "history.yml")
"""The files of a policy that `new` fills in with proposals."""
Linked = tuple[Archive, tuple[Problem, ...]]
"""The archive with its findings, and the rows of editors' files that fit nothing."""
ARCHIVE_CHECKS: tuple[Callable[[Archive], Iterator[Problem] | list[Problem]], ...] = (
    check_glossary,
    check_places,
    check_glossary_english,
    check_document_entries,
    check_bodies_listed,
    check_forms_apart,
    check_topic_words,
    check_glossary_order,
    check_aliases,
    check_pinyin,
)


def check_sources(root: Path, corpus: Corpus, linked: Linked) -> list[Problem]:
    """Return every problem of what editors write: of the corpus, linked, its addresses, the hand-written pages."""
    if unreadable := list(check_pages(root)):  # then nobody knows the addresses that they have
        return [*corpus.problems, *unreadable]
    return [*check_linked(corpus, root, *linked), *check_collisions(root, corpus.archive.glossary)]


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
    problems = [*corpus.problems, *misfits]
    for check in ARCHIVE_CHECKS:
        problems += check(archive)
    problems += check_texts(archive_texts(archive), name_places(archive))
    problems += proposed_places(root)
    problems += translation_problems(corpus)
    for policy, policy_id in identified(corpus):
        problems += policy_problems(corpus, archive, policy, policy_id, root)
    problems += check_consistency(placed_pairs(corpus, archive))
    problems += address_problems(root, corpus, archive, problems)
    return problems


def proposed_problems(root: Path, policy_id: str) -> Iterator[Problem]:
    """Yield what of an editor's files is still a proposal."""
    for file in PROPOSING:
        yield from proposed_in(root, f"{POLICIES}/{policy_id}/{file}")


def proposed_places(root: Path) -> Iterator[Problem]:
    """Yield the places whose entry is still a proposal."""
    yield from proposed_in(root, f"{GLOSSARY}/places.yml")


def proposed_in(root: Path, name: str) -> Iterator[Problem]:
    """Yield what of a file is still a proposal."""
    yield from check_proposed(read_text_of(root / name, name)[0] or "", name)


def policy_problems(corpus: Corpus, archive: Archive, policy: Policy, policy_id: str, root: Path) -> Iterator[Problem]:
    """Yield what is wrong with a policy and with the files of its folder."""
    folder, files = f"corpus/policies/{policy_id}", corpus.folders[policy_id]
    present = list(policy.anchors())
    yield from check_extraction(policy, folder)
    yield from check_policy(policy, f"{folder}/source.txt")
    yield from check_english(policy, archive, f"{folder}/en.po", english_lines(corpus, policy_id))
    rows = {(row.anchor, row.quote): row.line for row in files.figures}
    yield from check_figures(policy, archive, folder, rows)
    yield from check_targets(policy, archive, folder, files.corrections)
    reasons = [(row.anchor, row.reason) for row in files.corrections if row.reason]
    yield from check_texts(reason_texts(policy_id, reasons), name_places(archive))
    yield from proposed_problems(root, policy_id)
    yield from check_described(policy, f"{folder}/policy.yml")
    yield from check_status(policy, archive, f"{folder}/policy.yml")
    yield from check_published(policy_id, present, files.anchors.lines, files.anchors.redirects)
    yield from check_anchor_order(policy_id, present, files.anchors.lines, files.published)
    yield from edition_problems(corpus, policy, policy_id)


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
