"""The file as received of a policy, extracted again: whether it gives the text from which the edits begin."""

from collections.abc import Iterator
from itertools import zip_longest

from scripts.model.policy import Original, Policy
from scripts.problems import CorpusError, Problem
from scripts.read.extract.door import EXTRACTION, Opened, open_file
from scripts.read.extract.formats import find_format
from scripts.write.words.strings_original import LEAVINGS

QUOTED = 40
REMEDY = (
    "put source.txt back as it was; or take the new text and bring its sha256, and all that names its lines, up to date"
)


def check_extraction(policy: Policy, folder: str) -> Iterator[Problem]:
    """The file as received gives the text of source.txt, and what policy.yml says was left out of it."""
    original = policy.source.original
    if original is None or not original.data:
        return
    path = f"{folder}/{original.format.file}"
    try:
        kind = find_format(original.data, path)
        if kind is not original.format:
            message = f"is of the kind {kind}, but policy.yml says {original.format}; mend `source.original.format`"
            yield Problem(path, 0, EXTRACTION, message)
            return
        opened = open_file(original.data, path)
    except CorpusError as error:
        yield error.problem
        return
    yield from differences(policy, original, opened, folder)


def differences(policy: Policy, original: Original, opened: Opened, folder: str) -> Iterator[Problem]:
    """Yield what an extraction made now has otherwise than the one on record."""
    now = opened.source.original
    lines = zip_longest(policy.source.text.split("\n"), opened.source.text.split("\n"))
    for number, (there, found) in enumerate(lines, start=1):
        if there != found and now:
            words = f"{now.program} extracts {clip(found)} here, not {clip(there)} ({original.program} is on record)"
            yield Problem(f"{folder}/source.txt", number, EXTRACTION, f"{words}; {REMEDY}")
            return
    if now and now.left_out != original.left_out:
        counts = draw_left_out(now) or "nothing"
        message = f"{now.program} leaves out {counts}, and policy.yml says otherwise; mend `source.original.left_out`"
        yield Problem(f"{folder}/policy.yml", 0, EXTRACTION, message)


def clip(line: str | None) -> str:
    """Return a line as a message quotes it."""
    if line is None:
        return "nothing"
    return repr(line if len(line) <= QUOTED else f"{line[:QUOTED]}…")


def draw_left_out(original: Original) -> str:
    """Return what a file holds that is not in its text: `comments: 2, pictures: 1`."""
    return ", ".join(f"{LEAVINGS[kind].en}: {count:,}" for kind, count in original.left_out)


def describe_extraction(original: Original) -> str:
    """Return by what a text was extracted, and what was left out."""
    left_out = draw_left_out(original)
    return f"extracted by {original.program}" + (f"; left out: {left_out}" if left_out else "")
