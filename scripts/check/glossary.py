"""The glossary against the texts: what it names exists, and the forms that it lists are printed somewhere."""

from collections.abc import Callable, Iterator

from scripts.model.archive import Archive
from scripts.problems import Problem

FOLDER = "corpus/glossary"


def check_topic_places(archive: Archive) -> Iterator[Problem]:
    """Every place that a topic names is in its policy; without that no page of topics can be written."""
    anchors = {policy.metadata.id: set(policy.anchors()) for policy in archive.policies if policy.metadata}
    for topic in archive.glossary.topics.values():
        for policy, places in topic.sections.items():
            for place in places:
                if place not in anchors.get(policy, ()):
                    message = f"topic {topic.id} names {place} of {policy}, which is not there; name a place that is"
                    yield Problem(f"{FOLDER}/topics.yml", topic.lines.get(policy, 0), "topic", message)


def check_topic_policies(archive: Archive) -> Iterator[Problem]:
    """Every policy has its word in every topic."""
    policies = [policy.metadata.id for policy in archive.policies if policy.metadata]
    for topic in archive.glossary.topics.values():
        for policy in policies:
            if policy not in topic.sections:
                message = f"topic {topic.id} does not say whether {policy} treats it; add its sections, or [] for none"
                yield Problem(f"{FOLDER}/topics.yml", 0, "topic", message)


def check_documents(archive: Archive) -> Iterator[Problem]:
    """What a document implements is in the list, and the policy that it is exists; every policy has its entry."""
    documents = archive.glossary.documents
    ids = {policy.metadata.id for policy in archive.policies if policy.metadata}
    for document in documents.values():
        for superior in document.implements:
            if superior not in documents:
                message = f"{document.id} implements {superior}, which is not in the list; add it"
                yield Problem(f"{FOLDER}/documents.yml", 0, "document", message)
        if document.policy and document.policy not in ids:
            message = f"{document.id} is said to be the policy {document.policy}, which is not in the corpus"
            yield Problem(f"{FOLDER}/documents.yml", 0, "document", message)
    missing = ids - {document.policy for document in documents.values()}
    for policy in sorted(missing) if documents else ():
        yield Problem(f"{FOLDER}/documents.yml", 0, "document", f"no entry says `policy: {policy}`; add one")


def check_forms(archive: Archive) -> Iterator[Problem]:
    """Every printed form of a term, body or document stands in a text."""
    texts = [policy.text for policy in archive.policies]
    glossary = archive.glossary
    forms = [("terms.yml", term.id, form) for term in glossary.terms.values() for form in (term.zh, *term.forms)]
    forms += [("organisations.yml", body.id, form) for body in glossary.organisations.values() for form in body.forms]
    forms += [("documents.yml", d.id, form) for d in glossary.documents.values() for form in (*d.forms, *d.self_forms)]
    for file, owner, form in forms:
        if not any(form in text for text in texts):
            message = f"{form!r} of {owner} stands in no text; mend it as printed, or drop it"
            yield Problem(f"{FOLDER}/{file}", 0, "form", message)


def check_indicators(archive: Archive) -> Iterator[Problem]:
    """Every target points to an indicator, every indicator is pointed to, and every id that a row names exists."""
    indicators = archive.glossary.indicators
    if not indicators:
        return
    targets = [target for findings in archive.findings.values() for target in findings.targets]
    for target in targets:
        path = f"corpus/policies/{target.policy}/targets.yml"
        if target.indicator is None:
            message = f"{target.name!r} ({target.anchor}) is no alias of an indicator; add it to indicators.yml"
            yield Problem(path, 0, "indicator", message)
        elif target.indicator not in indicators:
            yield Problem(path, 0, "indicator", f"{target.indicator} is not in indicators.yml; add it there")
    unused = indicators.keys() - {target.indicator for target in targets}
    for indicator in sorted(unused):
        yield Problem(f"{FOLDER}/indicators.yml", 0, "indicator", f"no target points to {indicator}; drop it")


GLOSSARY_CHECKS: tuple[Callable[[Archive], Iterator[Problem]], ...] = (
    check_topic_places,
    check_topic_policies,
    check_documents,
    check_forms,
    check_indicators,
)


def check_glossary(archive: Archive) -> list[Problem]:
    """Return every problem of the glossary."""
    return [problem for check in GLOSSARY_CHECKS for problem in check(archive)]
