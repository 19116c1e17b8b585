"""`publish`: the addresses of policies that pass `check` become permanent, and the edition that their history begins.

Each new anchor is a line of its policy's anchors.txt; all else that has an address is one of the register. With any
policy, whatever belongs to none is published too: glossary, pages, files. Where history.yml has an entry that is not
published yet, what stood under the published anchors before goes to former.jsonl, and published.jsonl gets the words of
now.

All the policies of a call are published, or none. Besides what is wrong with these policies, what is wrong with the
files that all share stands in the way too; what is wrong with other policies, or with a built site, does not.
"""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from scripts.check.editions import FORMER, PUBLISHED
from scripts.commands.addresses import SETTLED, find_present
from scripts.commands.card_letters import tell_lacking
from scripts.commands.corpus_problems import check_corpus
from scripts.commands.gather import current_words, identified, link_corpus
from scripts.commands.said import Said
from scripts.model.addresses import EDITION, POLICY, Entry, owners
from scripts.model.editions import Edition, Former, Words, find_former, print_entry, print_words
from scripts.model.published_words import make_seal
from scripts.model.register import AnchorSeal, seal_anchors
from scripts.model.register import make_seal as seal_lines
from scripts.problems import CorpusError, Problem
from scripts.read.corpus.corpus import Corpus, read_corpus
from scripts.read.corpus.register_file import REGISTER, read_register
from scripts.write.corpus.published_file import draw_edition, draw_words
from scripts.write.disk.files import write_together

Begun = tuple[Edition, list[Former], dict[str, Words]]


@dataclass(frozen=True, slots=True)
class Published:
    """What was published."""

    problems: tuple[Problem, ...]
    """Where there are any, nothing was written."""
    anchors: dict[str, int] = field(default_factory=dict)
    """For each policy, how many of its anchors became permanent."""
    editions: dict[str, tuple[int, int]] = field(default_factory=dict)
    """For each policy of which an edition was published, its number, and how many words of former ones it changed."""
    addresses: int = 0
    """How many other things got permanent addresses."""
    advice: dict[str, str] = field(default_factory=dict)
    """For each policy that needs it, what is still to be done before it is committed."""


def publish_named(options: Namespace, root: Path) -> Said:
    """Publish the policies that are named, and say what became permanent."""
    published = publish(root, options.ids)
    if published.problems:
        return Said([], published.problems, "Nothing was published.")
    return Said(list(describe(published)))


def describe(published: Published) -> Iterator[str]:
    """Yield of which policies and other things addresses became permanent."""
    if published.addresses:
        yield f"other addresses made permanent: {published.addresses}"
    for policy_id, count in published.anchors.items():
        edition, changes = published.editions.get(policy_id, (0, 0))
        if count or not edition:
            yield f"{policy_id}: anchors made permanent: {count}" if count else f"{policy_id}: nothing new"
        if edition:
            yield f"{policy_id}: edition {edition} published; words changed: {changes}"
        if policy_id in published.advice:
            yield f"{policy_id}: {published.advice[policy_id]}"


def publish(root: Path, ids: Iterable[str]) -> Published:
    """Make the anchors of these policies permanent, of all where none is named; raise CorpusError for an unknown id."""
    corpus = read_corpus(root)
    wanted = tuple(dict.fromkeys(ids)) or tuple(corpus.folders)
    unknown = [policy_id for policy_id in wanted if policy_id not in corpus.folders]
    if unknown:
        known = ", ".join(corpus.folders) or "none"
        message = f"no policy of the corpus is called {' or '.join(map(repr, unknown))}; known are: {known}"
        raise CorpusError("publish", message, 0, "id")
    problems = tuple(problem for problem in check_corpus(corpus, root) if hinders(problem, wanted))
    if problems:
        return Published(problems)
    new = {policy_id: new_anchors(corpus, policy_id) for policy_id in wanted}
    begun = {policy_id: edition for policy_id in wanted if (edition := next_edition(corpus, policy_id))}
    entries, seals = new_entries(root, corpus, wanted), new_seals(root, corpus, new)
    editions = [Entry(EDITION, f"{policy_id}/{edition.number}") for policy_id, (edition, _, _) in begun.items()]
    register = register_file(root, [*map(str, (*entries, *editions, *seals))])
    write_all(root, {**anchor_files(root, new), **edition_files(root, corpus, begun), **register})
    changes = {policy_id: (edition.number, len(former)) for policy_id, (edition, former, _) in begun.items()}
    counts = {policy_id: len(anchors) for policy_id, anchors in new.items()}
    return Published((), counts, changes, len(entries), find_advice(corpus, wanted))


def find_advice(corpus: Corpus, wanted: Iterable[str]) -> dict[str, str]:
    """Return what is still to be done for each of these policies that needs anything before it is committed."""
    described = {policy_id: policy.metadata for policy, policy_id in identified(corpus)}
    return {own: advice for own in wanted for advice in tell_lacking(described[own], corpus.archive)}


def hinders(problem: Problem, wanted: tuple[str, ...]) -> bool:
    """Whether a problem stands in the way of publishing these policies."""
    is_of_a_policy = problem.path.startswith("corpus/policies/")
    is_of_these = any(problem.path.startswith(f"corpus/policies/{policy_id}/") for policy_id in wanted)
    return problem.rule not in SETTLED and (is_of_these or not is_of_a_policy)


def new_anchors(corpus: Corpus, policy_id: str) -> list[str]:
    """Return the anchors of a policy that are not published, in the order of the text."""
    published = corpus.folders[policy_id].anchors.lines
    policies = {own: policy for policy, own in identified(corpus)}
    return [anchor for anchor in policies[policy_id].anchors() if anchor not in published]


def new_entries(root: Path, corpus: Corpus, wanted: Iterable[str]) -> list[Entry]:
    """Return what the register lacks of these policies, and of all that belongs to none."""
    register, _ = read_register(root)
    present = find_present(root, corpus, link_corpus(corpus)[0])
    others = {Entry(POLICY, own) for own in corpus.folders} - {Entry(POLICY, own) for own in wanted}
    return [
        entry
        for entry in present.entries
        if entry not in register.lines and others.isdisjoint((entry, *(owner for owner, _ in owners(entry))))
    ]


def new_seals(root: Path, corpus: Corpus, new: dict[str, list[str]]) -> list[AnchorSeal]:
    """Return the seals of the anchors of these policies, with the new ones, that the register lacks."""
    register, _ = read_register(root)
    anchors = {own: [*corpus.folders[own].anchors.lines, *added] for own, added in new.items()}
    seals = {own: seal_anchors(own, each) for own, each in anchors.items() if each}
    sealed = {own: seal.anchors for own, seal in register.anchors.items()}
    return [seal for own, seal in seals.items() if seal.anchors > sealed.get(own, 0)]


def register_file(root: Path, lines: list[str]) -> dict[Path, str]:
    """Return the register with these lines and their seal at its end; nothing where there are none."""
    before = read_register(root)[0].seal
    return {root / REGISTER: append(root / REGISTER, [*lines, f"sealed {seal_lines(before, lines)}"])} if lines else {}


def next_edition(corpus: Corpus, policy_id: str) -> Begun | None:
    """Return the edition of a policy that is described and not published, the words that it changes, and its own."""
    folder = corpus.folders[policy_id]
    published = folder.published
    edition = next((each for each in folder.history.editions if each.number > len(published.seals)), None)
    policy = next(policy for policy, own in identified(corpus) if own == policy_id)
    if edition is None:
        return None
    words = current_words(corpus, policy, policy_id)
    former = find_former(edition.number, published.words, words) if published.seals else []
    return edition, former, words


def anchor_files(root: Path, new: dict[str, list[str]]) -> dict[Path, str]:
    """Return the anchors.txt of each policy with its new anchors."""
    paths = {root / "corpus/policies" / policy_id / "anchors.txt": anchors for policy_id, anchors in new.items()}
    return {path: append(path, anchors) for path, anchors in paths.items() if anchors}


def edition_files(root: Path, corpus: Corpus, begun: dict[str, Begun]) -> dict[Path, str]:
    """Return the files of each policy that keep its words, with those of the edition that begins."""
    files = {}
    for policy_id, (edition, former, words) in begun.items():
        folder = root / "corpus/policies" / policy_id
        seals = corpus.folders[policy_id].published.seals
        seal = make_seal(edition.number, print_entry(edition), print_words(words), seals)
        files[folder / PUBLISHED] = draw_words(words)
        files[folder / FORMER] = append(folder / FORMER, draw_edition(former, seal))
    return files


def write_all(root: Path, texts: dict[Path, str]) -> None:
    """Write these files, or, where one cannot be written, none: a CorpusError."""
    try:
        write_together(root, texts)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        name = Path(error.filename).name if error.filename else "a file"
        raise CorpusError("corpus/policies", f"{name} cannot be written ({reason}); nothing was published") from error


def append(path: Path, lines: Iterable[str]) -> str:
    """Return the text of a file that only grows with these lines at its end."""
    former = path.read_text(encoding="utf-8") if path.exists() else ""
    return "".join([former, "\n" * bool(former and not former.endswith("\n")), *(f"{line}\n" for line in lines)])
