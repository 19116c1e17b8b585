"""The corpus and the pages written by hand → everything that has addresses now, and what is wrong with the register."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from scripts.check.addresses import NOT_IN_REGISTER, REGISTER, Present, check_addresses
from scripts.check.editions import NOT_TAKEN_UP
from scripts.check.growth import check_growth
from scripts.check.published import NOT_PUBLISHED
from scripts.commands.gather import identified
from scripts.link.passages import word_pattern
from scripts.model.addresses import EDITION, FILE, PAGE, PLACE, POLICY, Entry, Moves, forms, successor
from scripts.model.archive import Archive
from scripts.model.places_in_text import note_ids
from scripts.model.policy import Policy
from scripts.model.vocabulary import Language
from scripts.problems import Problem
from scripts.read.corpus.corpus import Corpus
from scripts.read.corpus.register_file import read_redirects, read_register
from scripts.read.hand_written import page_addresses
from scripts.read.last_release import Former, read_last_release
from scripts.write.data.catalogue import LARGEST_WHOLE, PARTS, WHOLE
from scripts.write.data.tables.tables import DATASETS, DICTIONARY
from scripts.write.pages.log import FEED
from scripts.write.pages.policy.edits import COUNTED_RULES
from scripts.write.permanent.fields import SCHEMA
from scripts.write.site import WRITERS

# ## 永不改变 {#never}: the id of a heading on a page written by hand
ID_PATTERN = re.compile(r"^#+ .*\{#(?P<id>[\w-]+)\}$", re.ASCII | re.MULTILINE)
TITLE = "title"
"""The id of a page's own heading: its address is that of the page."""
FILES = (FEED, f"en/{FEED}", SCHEMA, "llms.txt", *(f"data/archive-{language}.epub" for language in Language))
"""Files that stand in no catalogue of data."""
PLACES = ("/data/#downloads", "/data/#others", "/id/#id-json")
"""Headings of pages over all policies to which other pages lead."""
SETTLED = (NOT_PUBLISHED, NOT_TAKEN_UP, NOT_IN_REGISTER)
"""The rules whose problems publishing puts an end to."""
GROUPS = ("terms", "organisations", "indicators", "topics", "documents")
"""The lists of the glossary, each with a page of its own where it has an entry."""


def address_problems(root: Path, corpus: Corpus, archive: Archive, others: Iterable[Problem]) -> Iterator[Problem]:
    """Yield what is wrong with the register, and with the files that only grow; `archive` has the findings.

    Of what the files lack that have `others`, problems of their own, nothing is said: it may be there once these are
    settled.
    """
    unread = frozenset(unread_names(root, others))
    register, damage = read_register(root)
    redirects, mistakes = read_redirects(root)
    yield from damage
    yield from mistakes
    yield from check_addresses(
        register, replace(find_present(root, corpus, archive), unread=unread), redirects.moves, redirects.lines
    )
    for former in read_last_release(root):
        yield from growth_problems(root, former, redirects.moves)


def growth_problems(root: Path, former: Former, moves: Moves) -> Iterator[Problem]:
    """Yield where a file lacks what a release had; that of a policy that goes by another name has gone with it."""
    path = former.path
    if path.startswith("corpus/policies/"):
        folder, _, name = path.removeprefix("corpus/policies/").partition("/")
        now = successor(Entry(POLICY, folder), moves)
        path = f"corpus/policies/{now.name if now else folder}/{name}"
    if path == REGISTER or (root / path).parent.is_dir():  # of a policy that is gone the register says so
        data = (root / path).read_bytes() if (root / path).is_file() else b""
        yield from check_growth(path, former.release, former.data, data)


def find_present(root: Path, corpus: Corpus, archive: Archive) -> Present:
    """Return everything that has addresses now."""
    entries = dict.fromkeys(
        chain(
            forms(),
            page_entries(root, archive),
            file_entries(archive),
            glossary_entries(archive),
            *(policy_entries(policy, own, archive) for policy, own in identified(corpus)),
        )
    )
    anchors = {own: tuple(folder.anchors.lines) for own, folder in corpus.folders.items()}
    return Present(entries, anchors)


def unread_names(root: Path, problems: Iterable[Problem]) -> Iterator[str]:
    """Yield the kinds of entries, and the policies, of which some may not have been read."""
    if next(page_addresses(root), None) is None:  # a corpus alone, without the pages written by hand
        yield from (PAGE, PLACE)
    for problem in problems:
        _, folder, name, *_ = (*problem.path.split("/"), "", "", "")
        if problem.rule in SETTLED:
            continue
        if folder == "glossary":
            yield name.removesuffix(".yml").removesuffix("s")
            yield from ("figures", "treated")
        yield from (name,) if folder == "policies" else ()


def page_entries(root: Path, archive: Archive) -> Iterator[Entry]:
    """Yield the single pages, and the places of those written by hand: its headings that both languages have."""
    for address in page_addresses(root):
        yield Entry(PAGE, f"/{address}")
        files = [root / "docs" / language / address / "index.md" for language in Language]
        ids = [ID_PATTERN.findall(file.read_text(encoding="utf-8")) for file in files if file.is_file()]
        yield from (Entry(PLACE, f"/{address}#{own}") for own in ids[0] if own in ids[-1] and own != TITLE)
    glossary = archive.glossary
    for folder in dict.fromkeys(name for name, _ in WRITERS):
        if folder not in GROUPS or getattr(glossary, folder):
            yield Entry(PAGE, f"/{folder}/")
    if glossary.indicators:
        yield Entry(PAGE, "/indicators/matrix/")
    yield from (Entry(PLACE, place) for place in PLACES)


def file_entries(archive: Archive) -> Iterator[Entry]:
    """Yield the tables, and the files over all policies; of a large archive no file has the whole."""
    yield from (Entry("table", dataset.name) for dataset in (*DATASETS, DICTIONARY))
    is_small = len(archive.policies) <= LARGEST_WHOLE
    offers = [offer.name for offer in (*WHOLE, *PARTS) if offer not in WHOLE or offer.is_described or is_small]
    yield from (Entry(FILE, f"/data/{name}") for name in offers if name != f"{DICTIONARY.name}.csv")
    yield from (Entry(FILE, f"/{name}") for name in FILES)


def glossary_entries(archive: Archive) -> Iterator[Entry]:
    """Yield the entries of the glossary, and what the texts say of them under headings of their own."""
    glossary = archive.glossary
    for folder in GROUPS:
        yield from (Entry(folder.removesuffix("s"), own) for own in getattr(glossary, folder))
    targets = chain.from_iterable(findings.targets for findings in archive.findings.values())
    found = {(target.indicator, f"{target.kind}s") for target in targets if target.indicator}
    yield from (Entry("figures", f"{indicator}/{kind}") for indicator, kind in sorted(found))


def policy_entries(policy: Policy, own: str, archive: Archive) -> Iterator[Entry]:
    """Yield what has addresses of a policy, beside its anchors."""
    yield Entry(POLICY, own)
    if archive.is_translated(own):
        yield Entry("translation", own)
    if policy.source.original:
        yield Entry("original", own)
    metadata, notes = policy.metadata, archive.translator_notes.get(own, {})
    editions = metadata.editions if metadata else ()
    yield from (Entry(EDITION, f"{own}/{edition.number}") for edition in editions if edition.fingerprint)
    yield from (Entry("note", f"{own}/{identity}") for identity in note_ids(policy).values())
    yield from (Entry("translator-note", f"{own}/{anchor}") for anchor in notes)
    yield from (Entry("edits", f"{own}/{rule}") for rule in shown_rules(policy))
    yield from (Entry("treated", f"{topic}/{own}") for topic in spoken_topics(policy, own, archive))


def shown_rules(policy: Policy) -> Iterable[str]:
    """Return the rules that have a heading on the page of edits."""
    return sorted({edit.rule for edit in policy.edits} - {*COUNTED_RULES})


def spoken_topics(policy: Policy, own: str, archive: Archive) -> Iterator[str]:
    """Yield the topics that a policy treats, or has a word of."""
    for topic in archive.glossary.topics.values():
        if topic.sections.get(own) or speaks_of(policy, topic.words):
            yield topic.id


def speaks_of(policy: Policy, words: tuple[str, ...]) -> bool:
    """Whether a block of a policy has one of these words."""
    pattern = word_pattern(words)
    return any(pattern.search(policy.plain.text, block.start, block.end) for block in policy.blocks())
