"""`convert`: raw texts → each as the policy that it holds, in JSON or Markdown."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.check.labels import describe_structure
from scripts.commands.extractions import describe_extraction
from scripts.commands.gather import link_corpus, open_given
from scripts.commands.proposals import check_with, propose
from scripts.model.policy import Policy
from scripts.problems import CorpusError, Problem
from scripts.read.clean.decode import MOST_BYTES
from scripts.read.corpus.corpus import Shared, read_one, read_shared, read_unknown
from scripts.write.data.json_text import stream
from scripts.write.data.policy_json import policy_value
from scripts.write.data.policy_markdown import stream_policy_text
from scripts.write.disk.files import write_given
from scripts.write.disk.replacing import make_folder

SUFFIXES = {"json": ".json", "markdown": ".md", "text": ".txt"}
"""The forms of a policy, with the ends of their files' names; `text` is what its edits begin with."""
TEXT_HELP = (
    f"a text of at most {MOST_BYTES:,} bytes, in any encoding of Chinese, or a file that holds one: "
    "a saved web page, DOCX, PDF, OFD; DOC, RTF, ODT and XLSX by LibreOffice"
)
CONVERT_ARGUMENTS: dict[str, dict[str, Any]] = {
    "files": {"type": Path, "nargs": "+", "metavar": "FILE", "help": f"{TEXT_HELP}; or a folder of such files"},
    "--to": {"choices": tuple(SUFFIXES), "default": "json", "help": "default: %(default)s"},
    "--id": {"help": "a policy of the corpus, whose metadata and emendations apply; for one FILE alone"},
    "--out": {"type": Path, "metavar": "DIR", "help": "write a policy there for each text"},
}


@dataclass(frozen=True, slots=True)
class Converted:
    """A text that was read, as it is printed, and the problems found in it."""

    output: Iterable[str]
    """In pieces, made as they are written."""
    problems: tuple[Problem, ...]
    structure: str
    """A line that says how many headings were read, and what else looks like one."""


def convert(file: Path, to: str, policy_id: str | None, root: Path, shared: Shared | None = None) -> Converted:
    """Return a raw text as JSON or Markdown; raise CorpusError where it cannot be read as text.

    With the id of a policy of the corpus, that policy's metadata and emendations apply. What all files share is read
    once for all where it is given.
    """
    opened = open_given(file)
    source = opened.source
    corpus = read_one(root, policy_id, source) if policy_id is not None else None
    if not corpus or not corpus.archive.policies:  # nobody described it, or its policy.yml cannot be used
        corpus = read_unknown(shared or read_shared(root), source)
    archive, misfits = link_corpus(corpus)
    (policy,) = archive.policies
    found = check_with(policy, str(file), propose(policy, str(file), root))
    problems = (*opened.doubts, *corpus.problems, *misfits, *found)
    structure = f"{file}: {describe_structure(policy, found)}"
    if source.original:
        structure = f"{file}: {describe_extraction(source.original)}\n{structure}"
    if to == "text":
        return Converted([source.text], problems, structure)
    if to == "json":
        return Converted(stream(policy_value(policy, archive)), problems, structure)
    return Converted(stream_policy_text(policy, find_title(policy)), problems, structure)


def find_title(policy: Policy) -> str:
    """Return a policy's title, or, where nobody described it, the one that it prints; empty where it prints none."""
    if policy.metadata:
        return policy.metadata.title.zh
    return policy.said.title.value if policy.said.title else ""


def write_output(root: Path, path: Path, output: Iterable[str]) -> None:
    """Write a converted policy; raise CorpusError where that cannot be done."""
    try:
        make_folder(path.parent)
        write_given(root, path, "".join(output))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CorpusError(str(path), f"cannot be written ({reason}); name another folder with --out") from error
