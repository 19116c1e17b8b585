"""The commands, as functions: build, check, convert and new; each returns what it did and the problems that it met."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from scripts.check.checks import check_policy
from scripts.check.english.glossary import check_glossary_english
from scripts.check.english.pairs import check_english
from scripts.check.figures import check_figures
from scripts.check.glossary import check_glossary, check_topic_places
from scripts.check.published import check_published
from scripts.check.site import check_site
from scripts.link.links import EditorsRows, link_archive
from scripts.model.archive import Archive
from scripts.model.lookup import Lookup
from scripts.model.policy import Policy
from scripts.model.vocabulary import Language
from scripts.problems import CorpusError, Problem
from scripts.read.clean.decode import read_source
from scripts.read.corpus.corpus import Corpus, read_corpus, read_one, read_unknown
from scripts.read.corpus.policy_file import ID_HINT, ID_PATTERN
from scripts.read.corpus.translation_file import translatable, translation_gaps
from scripts.read.hand_written import read_pages
from scripts.read.policy import read_policy
from scripts.read.structure.guess import guess_metadata
from scripts.write.corpus.new_policy import draft_emendations, draft_metadata, draft_topics
from scripts.write.corpus.translation_file import update_translation
from scripts.write.data.json_text import dump
from scripts.write.data.policy_json import policy_value
from scripts.write.files import append_lines, replace_tree, write_if_changed, write_trees
from scripts.write.pages.policy.page import render_policy_page, render_text_page
from scripts.write.search.opensearch import make_mapping, render_bulk
from scripts.write.search.program import read_engine
from scripts.write.site import TREES, write_site

EMENDABLE = ("damage", "script", "half-width", "brackets", "numbering")
"""Rules of `check` whose problems an emendation settles."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    problems: tuple[Problem, ...]
    """Where there are any, nothing was written."""
    policies: int = 0
    changed: int = 0
    """Files that were written or removed."""
    published: int = 0
    """Anchors that were added to anchors.txt."""
    gaps: tuple[Problem, ...] = ()
    """English that is missing or out of date: shown, and no reason not to build."""


def build(root: Path) -> Built:
    """Write all generated files below `root/docs` from `root/corpus`; with problems in the corpus, write none."""
    corpus = read_corpus(root)
    if corpus.problems:
        return Built(corpus.problems)
    archive, misfits = link_corpus(corpus)
    problems = (*misfits, *check_topic_places(archive))  # without which no page can be written
    if problems:
        return Built(problems)
    files = write_site(replace(archive, pages=read_pages(root)), read_engine(root))
    changed = write_trees(root, TREES, files)
    gaps = tuple(translation_problems(corpus))
    return Built((), len(corpus.archive.policies), changed, publish_anchors(root, corpus), gaps)


def publish_anchors(root: Path, corpus: Corpus) -> int:
    """Add what is new to each policy's anchors.txt, unless something is gone: that is for a person to settle first."""
    count = 0
    for policy, policy_id in identified(corpus):
        file = corpus.folders[policy_id].anchors
        present = list(policy.anchors())
        if file.lines.keys() - set(present) - file.redirects.keys():
            continue
        new = [anchor for anchor in present if anchor not in file.lines]
        append_lines(root / "corpus/policies" / policy_id / "anchors.txt", new)
        count += len(new)
    return count


def link_corpus(corpus: Corpus) -> tuple[Archive, tuple[Problem, ...]]:
    """Return the archive with its findings, and a problem for every row of an editor's file that fits nothing."""
    rows = {policy_id: EditorsRows(folder.corrections, folder.figures) for policy_id, folder in corpus.folders.items()}
    archive, misfits = link_archive(corpus.archive, rows)
    problems = tuple(
        Problem(f"corpus/policies/{policy_id}/{file}", misfit.line, "target", misfit.message)
        for policy_id, file, misfit in misfits
    )
    return archive, problems


def translation_problems(corpus: Corpus) -> Iterator[Problem]:
    """Yield what of the policies' English is missing or out of date."""
    for policy, policy_id in identified(corpus):
        file = corpus.folders[policy_id].translation
        if file.exists:
            yield from translation_gaps(policy, file, f"corpus/policies/{policy_id}/en.po")
        else:
            message = "is not there; `python -m scripts translate-template` makes it"
            yield Problem(f"corpus/policies/{policy_id}/en.po", 0, "untranslated", message)


def english_lines(corpus: Corpus, policy_id: str) -> dict[str, int]:
    """Return the line of en.po on which each anchor's entry stands."""
    return {anchor: entry.line for anchor, entry in corpus.folders[policy_id].translation.entries.items()}


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


def identified(corpus: Corpus) -> Iterator[tuple[Policy, str]]:
    """Yield the policies with their ids."""
    for policy in corpus.archive.policies:
        if policy.metadata:
            yield policy, policy.metadata.id


def check(root: Path) -> list[Problem]:
    """Return every problem of the corpus, of the policies read from it, and of `root/site`, where that is built."""
    corpus = read_corpus(root)
    archive, misfits = link_corpus(corpus)
    problems = [
        *corpus.problems,
        *misfits,
        *check_glossary(archive),
        *check_glossary_english(archive),
        *translation_problems(corpus),
    ]
    for policy, policy_id in identified(corpus):
        folder = f"corpus/policies/{policy_id}"
        problems += check_policy(policy, f"{folder}/source.txt")
        problems += check_english(policy, archive, f"{folder}/en.po", english_lines(corpus, policy_id))
        rows = {(row.anchor, row.quote): row.line for row in corpus.folders[policy_id].figures}
        problems += check_figures(policy, archive, folder, rows)
        file = corpus.folders[policy_id].anchors
        problems += check_published(set(policy.anchors()), file.lines, file.redirects, f"{folder}/anchors.txt")
    if (root / "site").is_dir():
        problems += check_site(root / "site")
    return problems


@dataclass(frozen=True, slots=True)
class Converted:
    """A text that was read, as it is printed, and the problems found in it."""

    output: str
    problems: tuple[Problem, ...]


def convert(file: Path, to: str, policy_id: str | None, root: Path) -> Converted:
    """Return a raw text as JSON or Markdown; raise CorpusError where it cannot be read as text.

    With the id of a policy of the corpus, that policy's metadata and emendations apply.
    """
    source = read_source(read_bytes(file), str(file))
    is_alone = to == "json"  # only the page says what is related in other policies
    corpus = (
        read_one(root, policy_id, source, is_alone=is_alone) if policy_id is not None else read_unknown(root, source)
    )
    known = [policy for policy in corpus.archive.policies if policy.source is source]
    if not known:
        corpus = read_unknown(root, source)
        known = list(corpus.archive.policies)
    archive, misfits = link_corpus(corpus)
    policy = known[0]
    problems = (*corpus.problems, *misfits, *check_policy(policy, str(file)))
    output = dump(policy_value(policy, archive)) if to == "json" else render_policy(policy, archive)
    return Converted(output, problems)


def render_policy(policy: Policy, archive: Archive) -> str:
    """Return a policy as the Markdown of its Chinese page; of a text that nobody described, the text alone."""
    if policy.metadata:
        return render_policy_page(policy, policy.metadata, Lookup(archive), Language.ZH)
    return render_text_page(policy, guess_metadata(policy).title or "", Lookup(archive))


def read_bytes(file: Path) -> bytes:
    """Return a file's bytes; raise CorpusError where there are none to be had."""
    try:
        return file.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CorpusError(str(file), f"cannot be opened ({reason}); name a file that can be read") from error


def export_opensearch(file: Path, root: Path) -> tuple[Path, tuple[Problem, ...]]:
    """Write the bulk file, and beside it the index mapping, whose path is returned; with problems, write neither."""
    corpus = read_corpus(root)
    archive, misfits = link_corpus(corpus)
    mapping = file.with_name(file.name + ".mapping.json")
    problems = (*corpus.problems, *misfits)
    if not problems:
        write_if_changed(file, render_bulk(Lookup(replace(archive, pages=read_pages(root)))))
        write_if_changed(mapping, dump(make_mapping(archive)))
    return mapping, problems


def start_policy(file: Path, policy_id: str, root: Path) -> str:
    """Make the folder of a new policy and return its path below the root; raise CorpusError where it cannot be made."""
    if not re.fullmatch(ID_PATTERN, policy_id):
        raise CorpusError("--id", f"{policy_id!r} is no id of a policy; it must be {ID_HINT}", 0, "id")
    name = f"corpus/policies/{policy_id}"
    if (root / name).exists():
        raise CorpusError(name, "is there already; choose another id, or edit the files in it", 0, "id")
    data = read_bytes(file)
    source = read_source(data, str(file))
    policy = read_policy(source)[0]
    guess = guess_metadata(policy)
    metadata = draft_metadata(policy_id, source, guess.title, guess.issuer, number=guess.number, date=guess.date)
    damage = [problem for problem in check_policy(policy, f"{name}/source.txt") if problem.rule in EMENDABLE]
    drafts = {"policy.yml": metadata, "emendations.yml": draft_emendations(damage), "topics.yml": draft_topics()}
    files = {"source.txt": data} | {path: text.encode() for path, text in drafts.items()}
    replace_tree(root, name, {f"{name}/{path}": content for path, content in files.items()})
    return name
