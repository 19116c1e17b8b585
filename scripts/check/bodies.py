"""Bodies and forms of the glossary: of the kind that their name says, at their place, each form of one entry alone."""

import re
from collections.abc import Iterator

from scripts.model.archive import Archive
from scripts.model.vocabulary import OrganisationKind
from scripts.problems import Problem

FOLDER = "corpus/glossary"
STATE = "cn"
KINDS: tuple[tuple[str, frozenset[OrganisationKind]], ...] = (
    ("公司$", frozenset((OrganisationKind.COMPANY,))),
    ("(?:协会|学会|商会|联合会)$", frozenset((OrganisationKind.ASSOCIATION,))),
    ("^中国共产党(?!主义)|^中共", frozenset((OrganisationKind.PARTY,))),
    ("(?:大学|学院|研究院|实验室|医院)$", frozenset((OrganisationKind.INSTITUTION,))),
    ("(?:局|厅|人民政府)$", frozenset((OrganisationKind.GOVERNMENT,))),
)
"""How names end or begin, and of which kind such bodies are."""


def check_bodies_listed(archive: Archive) -> Iterator[Problem]:
    """A body is of the kind that its name says, and its id begins with its place."""
    for body in archive.glossary.organisations.values():
        for pattern, kinds in KINDS:
            if re.search(pattern, body.name.zh) and body.kind not in kinds:
                message = f"{body.id} is no {body.kind.value} by its name {body.name.zh}; mend `kind`"
                yield Problem(f"{FOLDER}/organisations.yml", 0, "body", message)
        if not body.id.startswith(f"{body.place}-"):
            message = f"{body.id} is said to be of {body.place}; mend `place`: it is the beginning of the id"
            yield Problem(f"{FOLDER}/organisations.yml", 0, "body", message)


def check_forms_apart(archive: Archive) -> Iterator[Problem]:
    """No two terms share a printed form, or their agreed English."""
    homes: dict[str, str] = {}
    for term in archive.glossary.terms.values():
        for form in (term.zh, *term.forms, term.en.lower()):
            if homes.setdefault(form, term.id) != term.id:
                message = f"{form!r} is of {homes[form]} and of {term.id}; leave it with one"
                yield Problem(f"{FOLDER}/terms.yml", 0, "form", message)
