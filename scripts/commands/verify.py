"""`verify`: whether words quoted from the archive stand where an address says; a quotation, or all of a manuscript."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.commands.gather import read_bytes
from scripts.problems import CorpusError, Problem
from scripts.read.corpus.corpus import read_corpus
from scripts.verify.find.citings import find_citings
from scripts.verify.find.works import make_works
from scripts.verify.match.texts import make_texts
from scripts.verify.match.verdicts import Verdict, has_words
from scripts.verify.match.verifier import Verifier
from scripts.verify.read.manuscript import read_manuscript
from scripts.verify.report import render_table, render_verdict, verdict_value

ADDRESSES = "https://…/policies/jinan-2018/#s2-1-p1 or jinan-2018#s2-1-p1"

VERIFY_ARGUMENTS: dict[str, dict[str, Any]] = {
    "given": {"metavar": "ADDRESS|FILE", "help": f"{ADDRESSES}, or a manuscript: Markdown, DOCX, HTML, plain text"},
    "quotation": {"nargs": "?", "metavar": "QUOTATION", "help": "without it, the words that the address carries"},
    "--json": {"action": "store_true", "help": "print JSON"},
}
"""What may be given to the command."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What is printed, and whether nothing has to be mended."""

    output: str
    passes: bool
    problems: tuple[Problem, ...]
    """Those of the corpus."""


def verify(given: str, quotation: str | None, root: Path, *, as_json: bool) -> Verified:
    """Return the verdict on a quotation from an address, or those on all that a manuscript cites.

    Raise CorpusError where an address is none of the archive's, words are none, or a file cannot be read.
    """
    manuscript = read_manuscript(read_bytes(Path(given)), given) if quotation is None and is_file(given) else None
    corpus = read_corpus(root)
    verifier = Verifier(make_texts(corpus.archive))
    if manuscript is None:
        verdict = verify_quotation(verifier, given, quotation)
        output = dump(verdict_value(verdict)) if as_json else render_verdict(verdict)
        return Verified(output, verdict.passes, corpus.problems)
    works = make_works(corpus.archive.policies)
    citings = find_citings(manuscript, verifier.read_address, works)
    verdicts = [(citing, verifier.verify(citing.address, citing.quotation)) for citing in citings]
    values = [verdict_value(verdict, citing.where) for citing, verdict in verdicts]
    output = dump(values) if as_json else render_table(verdicts)
    return Verified(output, all(verdict.passes for _, verdict in verdicts), corpus.problems)


def is_file(given: str) -> bool:
    """Whether there is a file of this name; an address may be too long for one, or hold what none may."""
    try:
        return Path(given).is_file()
    except (OSError, ValueError):
        return False


def verify_quotation(verifier: Verifier, written: str, quotation: str | None) -> Verdict:
    """Return the verdict on words quoted from an address, on those that it carries where no others are given."""
    address = verifier.read_address(written)
    if not address:
        message = f"{written!r} is neither a file nor an address of the archive; write {ADDRESSES}"
        raise CorpusError("verify", message, 0, "address")
    if quotation is not None and not has_words(quotation):
        raise CorpusError("verify", "the quotation has no words; give them in quotation marks", 0, "quotation")
    return verifier.verify(address, quotation or address.quote)


def dump(value: object) -> str:
    """Return a value as JSON."""
    return json.dumps(value, ensure_ascii=False, indent=2)
