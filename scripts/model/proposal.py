"""A repair that the program proposes and never makes: what is printed, what may have stood there, how sure that is."""

from dataclasses import dataclass

from scripts.model.vocabulary import Certainty
from scripts.problems import Problem
from scripts.text.damage.finding import Finding


@dataclass(frozen=True, slots=True)
class Proposal:
    """A draft of an emendation."""

    line: int
    """Of the source, from 1."""
    before: str
    """What is printed, with as much around it as makes it stand once on its line."""
    after: str
    certainty: Certainty
    finding: Finding
    problem: Problem
    """What `convert` says of it."""
