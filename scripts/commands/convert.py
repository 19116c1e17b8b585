"""`convert`: a raw text → the policy as JSON or Markdown."""

from dataclasses import dataclass
from pathlib import Path

from scripts.check.checks import check_policy
from scripts.commands.gather import link_corpus, read_bytes
from scripts.model.archive import Archive
from scripts.model.lookup import Lookup
from scripts.model.policy import Policy
from scripts.model.vocabulary import Language
from scripts.problems import Problem
from scripts.read.clean.decode import read_source
from scripts.read.corpus.corpus import read_one, read_unknown
from scripts.read.structure.guess import guess_metadata
from scripts.write.data.json_text import dump
from scripts.write.data.policy_json import policy_value
from scripts.write.pages.policy.page import render_policy_page, render_text_page


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
