"""`new`: a raw text → the folder of a policy, for its editor to complete."""

import re
from pathlib import Path

from scripts.check.labels import describe_structure
from scripts.check.text import UNKNOWN_ORIGIN
from scripts.commands.proposals import check_with, propose
from scripts.problems import CorpusError
from scripts.read.clean.decode import read_source
from scripts.read.corpus.policy_file import ID_HINT, ID_PATTERN
from scripts.read.policy import read_policy
from scripts.write.corpus.new_policy import draft_emendations, draft_metadata, draft_topics
from scripts.write.disk.files import replace_tree

EMENDABLE = ("damage", "script", "half-width", "brackets", "numbering", "label")
"""Rules of `check` whose problems an emendation settles."""


def start_policy(file: Path, policy_id: str, root: Path) -> tuple[str, str]:
    """Make the folder of a new policy; raise CorpusError where it cannot be made.

    Return its path below the root, and a line that says how many headings were read.
    """
    if not re.fullmatch(ID_PATTERN, policy_id):
        raise CorpusError("--id", f"{policy_id!r} is no id of a policy; it must be {ID_HINT}", 0, "id")
    name = f"corpus/policies/{policy_id}"
    if (root / name).exists():
        raise CorpusError(name, "is there already; choose another id, or edit the files in it", 0, "id")
    data = read_text_bytes(file)
    source = read_source(data, str(file))
    policy = read_policy(source)[0]
    metadata = draft_metadata(policy_id, policy)
    proposals = propose(policy, f"{name}/source.txt", root)
    problems = check_with(policy, f"{name}/source.txt", proposals)
    damage = [problem for problem in problems if problem.rule in EMENDABLE and problem.message != UNKNOWN_ORIGIN]
    drafts = {
        "policy.yml": metadata,
        "emendations.yml": draft_emendations(damage, proposals),
        "topics.yml": draft_topics(),
    }
    files = {"source.txt": data} | {path: text.encode() for path, text in drafts.items()}
    replace_tree(root, name, {f"{name}/{path}": content for path, content in files.items()})
    return name, describe_structure(policy, problems)
