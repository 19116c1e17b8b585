"""The folder `corpus/` → the archive, and every problem that stands in its way."""

from dataclasses import dataclass
from pathlib import Path

from scripts.model import Archive, Place, Policy, Source
from scripts.problems import CorpusError, Problem
from scripts.read.anchor_file import AnchorFile, read_anchor_file
from scripts.read.decode import read_source
from scripts.read.metadata import read_emendations, read_metadata, read_places
from scripts.read.policy import read_policy

PLACES = "corpus/glossary/places.yml"
POLICY_FILES = ("source.txt", "policy.yml", "emendations.yml", "anchors.txt")


@dataclass(frozen=True, slots=True)
class Corpus:
    """The archive that could be read, and the problems of what could not."""

    archive: Archive
    anchor_files: dict[str, AnchorFile]
    """For each policy id, the anchors that were published so far."""
    problems: tuple[Problem, ...]


def read_corpus(root: Path) -> Corpus:
    """Return all policies below `root/corpus`, in the order of their ids, with all problems of all of them."""
    problems: list[Problem] = []
    places, file = read_places(root / PLACES, PLACES)
    problems += file.problems
    policies, anchor_files = [], {}
    folders = policy_folders(root)
    for folder in folders:
        policy, anchors, found = read_folder(folder, f"corpus/policies/{folder.name}", places)
        problems += found
        anchor_files[folder.name] = anchors
        if policy:
            policies.append(policy)
    if not folders:
        problems.append(
            Problem("corpus/policies", 0, "missing-file", "holds no policy; add one with `python -m scripts new`")
        )
    redirects = {policy_id: anchors.redirects for policy_id, anchors in anchor_files.items()}
    archive = Archive(tuple(policies), tuple(places.values()), redirects)
    return Corpus(archive, anchor_files, tuple(problems))


def read_one(root: Path, policy_id: str, source: Source) -> Corpus:
    """Return the corpus with this policy alone, its text taken from `source`; raise CorpusError where it has none."""
    folder = root / "corpus/policies" / policy_id
    known = [path.name for path in policy_folders(root)]
    if policy_id not in known:
        raise CorpusError("--id", f"{policy_id!r} is no policy of the corpus; known are: {', '.join(known)}", 0, "id")
    places, file = read_places(root / PLACES, PLACES)
    policy, anchors, problems = read_folder(folder, f"corpus/policies/{policy_id}", places, source)
    archive = Archive((policy,) if policy else (), tuple(places.values()), {policy_id: anchors.redirects})
    return Corpus(archive, {policy_id: anchors}, (*file.problems, *problems))


def policy_folders(root: Path) -> list[Path]:
    """Return the folders of the policies, in the order of their ids."""
    return sorted(path for path in (root / "corpus/policies").glob("*") if path.is_dir())


def read_folder(
    folder: Path, name: str, places: dict[str, Place], source: Source | None = None
) -> tuple[Policy | None, AnchorFile, list[Problem]]:
    """Return the policy of one folder, or None, its published anchors, and its problems.

    Where a source is given, it stands in for the folder's own.
    """
    metadata, metadata_file = read_metadata(folder / "policy.yml", f"{name}/policy.yml", places)
    emendations, emendation_file = read_emendations(folder / "emendations.yml", f"{name}/emendations.yml")
    anchors, problems = read_anchor_file(folder / "anchors.txt", f"{name}/anchors.txt")
    problems += metadata_file.problems + emendation_file.problems
    problems += unknown_files(folder, name)
    source_name = f"{name}/source.txt"
    try:
        source = source or read_source((folder / "source.txt").read_bytes(), source_name)
    except FileNotFoundError:
        message = "is not there; copy the text as received to this place"
        return None, anchors, [*problems, Problem(source_name, 0, "missing-file", message)]
    except CorpusError as error:
        return None, anchors, [*problems, error.problem]
    if metadata and metadata.sha256 != source.sha256:
        message = f"has sha256 {source.sha256}, but policy.yml says {metadata.sha256}; restore the file as received"
        problems.append(Problem(source_name, 0, "sha256", message))
    policy, misplaced = read_policy(source, emendations, metadata)
    for misfit in misplaced:
        emendation_file.report((misfit.index, "before"), "emendation", misfit.message)
        problems.append(emendation_file.problems[-1])
    return (policy if metadata else None), anchors, problems


def unknown_files(folder: Path, name: str) -> list[Problem]:
    """Return a problem for every file that no policy has."""
    known = ", ".join(POLICY_FILES)
    return [
        Problem(f"{name}/{path.name}", 0, "unknown-file", f"is no file of a policy; known are: {known}")
        for path in sorted(folder.iterdir())
        if path.name not in POLICY_FILES and not path.name.startswith(".")
    ]
