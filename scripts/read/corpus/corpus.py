"""The folder `corpus/` → the archive, and every problem that stands in its way."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from scripts.model.archive import Archive, FigureEnglish, TargetCorrection
from scripts.model.glossary import Glossary
from scripts.model.policy import Metadata, Policy, Source
from scripts.model.published_words import PublishedWords, with_changes
from scripts.problems import CorpusError, Problem
from scripts.read.clean.decode import read_source
from scripts.read.corpus.anchor_file import AnchorFile
from scripts.read.corpus.figure_file import read_figure_file
from scripts.read.corpus.folder_files import read_anchors, show, unknown_files
from scripts.read.corpus.glossary import read_glossary
from scripts.read.corpus.history_file import History, read_history
from scripts.read.corpus.original_field import ORIGINAL_FILES
from scripts.read.corpus.original_file import with_original
from scripts.read.corpus.place_file import read_places
from scripts.read.corpus.policy_file import check_successors, read_metadata
from scripts.read.corpus.published_file import read_published
from scripts.read.corpus.target_file import read_target_file
from scripts.read.corpus.text_files import find_long_lines, read_edited, read_text_files
from scripts.read.corpus.topic_file import TopicFile, read_topic_file, with_places
from scripts.read.corpus.translation_file import (
    TranslationFile,
    current_english,
    current_grades,
    current_notes,
    read_translation,
)
from scripts.read.corpus.yaml_file import YamlFile
from scripts.read.policy import read_policy
from scripts.read.regular_file import list_folder, read_bytes_of, reading

POLICIES, GLOSSARY = "corpus/policies", "corpus/glossary"
POLICY_FILES = (
    *("source.txt", *ORIGINAL_FILES, "layout.yml", "policy.yml", "emendations.yml", "anchors.txt"),
    *("topics.yml", "targets.yml", "figures_en.yml", "en.po"),
    *("history.yml", "published.jsonl", "former.jsonl"),
)
GLOSSARY_FILES = ("places.yml", "terms.yml", "organisations.yml", "documents.yml", "indicators.yml", "topics.yml")


@dataclass(frozen=True, slots=True)
class Folder:
    """What one policy's folder holds."""

    policy: Policy | None
    """None where it cannot be read or described."""
    anchors: AnchorFile
    corrections: tuple[TargetCorrection, ...]
    figures: tuple[FigureEnglish, ...]
    translation: TranslationFile
    topics: TopicFile
    history: History
    published: PublishedWords

    @property
    def is_in_preparation(self) -> bool:
        """Whether nothing of the policy is published yet."""
        return not self.anchors.lines and not self.published.seals


@dataclass(frozen=True, slots=True)
class Shared:
    """What must be known before the folders are read: the glossary, and what every policy is."""

    glossary: Glossary
    metadata: dict[str, tuple[Metadata | None, YamlFile]]
    """For each policy id what its policy.yml says, and that file with its problems."""
    problems: tuple[Problem, ...]
    """Those of the glossary."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The archive that could be read, not yet linked, and the problems of what could not."""

    archive: Archive
    folders: dict[str, Folder]
    problems: tuple[Problem, ...]


def read_corpus(root: Path, given: dict[str, Source] | None = None, only: str | None = None) -> Corpus:
    """Return all policies below `root/corpus`, in the order of their ids, with all problems of all of them.

    Where a source is given for a policy, it stands in for the folder's own; with `only`, no other policy is read.
    """
    shared = read_shared(root)
    folders, problems = {}, list(shared.problems)
    for path in policy_folders(root):
        if only and path.name != only:
            continue
        folders[path.name], found = read_folder(path, shared, (given or {}).get(path.name))
        problems += found
    problems += without_policies(folders)
    return make_corpus(shared.glossary, folders, problems)


def read_one(root: Path, policy_id: str, source: Source) -> Corpus:
    """Return the corpus of this policy alone, with its text taken from `source`; raise CorpusError if it is none."""
    known = [path.name for path in policy_folders(root)]
    if policy_id not in known:
        raise CorpusError("--id", f"{policy_id!r} is no policy of the corpus; known are: {', '.join(known)}", 0, "id")
    return read_corpus(root, {policy_id: source}, only=policy_id)


def read_unknown(shared: Shared, source: Source) -> Corpus:
    """Return a corpus of one text that nobody described yet, with the glossary of all."""
    return Corpus(Archive((read_policy(source)[0],), shared.glossary), {}, shared.problems)


def make_corpus(glossary: Glossary, folders: dict[str, Folder], problems: list[Problem]) -> Corpus:
    """Return the corpus of these folders."""
    policies = tuple(folder.policy for folder in folders.values() if folder.policy)
    redirects = {policy_id: folder.anchors.successors for policy_id, folder in folders.items()}
    english = {
        policy_id: current_english(folder.policy, folder.translation)
        for policy_id, folder in folders.items()
        if folder.policy
    }
    grades = {
        policy_id: current_grades(current, folders[policy_id].translation) for policy_id, current in english.items()
    }
    notes = {
        policy_id: current_notes(current, folders[policy_id].translation) for policy_id, current in english.items()
    }
    topics = {policy_id: folder.topics for policy_id, folder in folders.items() if folder.policy}
    glossary = replace(glossary, topics=with_places(glossary.topics, topics))
    archive = Archive(policies, glossary, redirects, english=english, grades=grades, translator_notes=notes)
    return Corpus(archive, folders, tuple(problems))


def make_archive(glossary: Glossary, folder: Folder) -> Archive:
    """Return an archive of the one policy that a folder holds, not yet linked."""
    own = folder.policy.metadata.id if folder.policy and folder.policy.metadata else ""
    return make_corpus(glossary, {own: folder}, []).archive


def without_policies(ids: Iterable[str]) -> list[Problem]:
    """Return the problem of a corpus that has no policy."""
    message = "holds no policy; add one with `python -m scripts new`"
    return [] if any(True for _ in ids) else [Problem("corpus/policies", 0, "missing-file", message)]


def policy_folders(root: Path) -> list[Path]:
    """Return the folders of the policies, in the order of their ids."""
    folder = root / POLICIES
    return [folder / entry.name for entry in list_folder(folder, POLICIES) if entry.is_dir(follow_symlinks=False)]


def check_folders(root: Path) -> list[Problem]:
    """Return a problem for whatever stands beside the folders of the policies, or the files of the glossary."""
    problems = [
        Problem(f"{POLICIES}/{show(entry.name)}", 0, "unknown-file", "is no folder of a policy; take it away")
        for entry in list_folder(root / POLICIES, POLICIES)
        if not entry.is_dir(follow_symlinks=False) and not entry.name.startswith(".")
    ]
    return problems + unknown_files(root / GLOSSARY, GLOSSARY, GLOSSARY_FILES)


def read_shared(root: Path) -> Shared:
    """Return the glossary and the description of every policy below `root/corpus`."""
    places, place_file = read_places(root / "corpus/glossary/places.yml", "corpus/glossary/places.yml")
    metadata = {
        folder.name: read_metadata(folder / "policy.yml", f"{name_of(folder)}/policy.yml", places)
        for folder in policy_folders(root)
    }
    check_successors(metadata)
    described = {policy_id: known for policy_id, (known, _) in metadata.items()}
    glossary, problems = read_glossary(root, places, described)
    return Shared(glossary, metadata, (*check_folders(root), *place_file.problems, *problems))


def name_of(folder: Path) -> str:
    """Return the path by which problems name a policy's folder."""
    return f"corpus/policies/{folder.name}"


def read_folder(folder: Path, shared: Shared, source: Source | None = None) -> tuple[Folder, list[Problem]]:
    """Return what a folder holds, and its problems. Where a source is given, it stands in for the folder's own."""
    name = name_of(folder)
    metadata, metadata_file = shared.metadata[folder.name]
    anchors, problems = read_anchors(folder / "anchors.txt", f"{name}/anchors.txt")
    topics, unknown = read_topic_file(folder / "topics.yml", f"{name}/topics.yml", shared.glossary.topics)
    corrections, found = read_target_file(folder / "targets.yml", f"{name}/targets.yml", shared.glossary.indicators)
    figures, unfit = read_figure_file(folder / "figures_en.yml", f"{name}/figures_en.yml")
    translation, mistakes = read_translation(folder / "en.po", f"{name}/en.po")
    history, faults = read_history(folder / "history.yml", f"{name}/history.yml")
    published, damage = read_published(folder, name)
    metadata = replace(metadata, editions=with_changes(history.editions, published)) if metadata else None
    files = read_text_files(folder, name)
    problems += [*metadata_file.problems, *unknown, *found, *unfit]
    problems += [*mistakes, *faults, *damage, *unknown_files(folder, name, POLICY_FILES)]
    unread = Folder(None, anchors, corrections, figures, translation, topics, history, published)
    try:
        if source is None:
            received = read_received(folder / "source.txt", f"{name}/source.txt")
            source, wrong = with_original(received, folder, name, metadata.original if metadata else None)
            problems += wrong
    except CorpusError as error:
        return unread, [*problems, *files.problems(), error.problem]
    if metadata and metadata.sha256 != source.sha256:
        message = f"has sha256 {source.sha256}, but policy.yml says {metadata.sha256}; restore the file as received"
        problems.append(Problem(f"{name}/source.txt", 0, "sha256", message))
    policy = read_edited(source, files, metadata)
    problems += find_long_lines(policy, f"{name}/source.txt")
    return replace(unread, policy=policy) if metadata else unread, problems + files.problems()


def folder_bytes(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file of a policy; none of one that cannot be read, which is a problem."""
    for name in POLICY_FILES:
        with suppress(CorpusError):
            yield name, read_bytes_of(folder / name, name) or b""


def read_received(path: Path, name: str) -> Source:
    """Return the text of a policy as received; raise CorpusError where there is none."""
    data = read_bytes_of(path, name)
    if data is None:
        raise CorpusError(name, "is not there; copy the text as received to this place", 0, "missing-file")
    with reading(name):
        return read_source(data, name)
