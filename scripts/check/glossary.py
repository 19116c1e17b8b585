"""The glossary against the texts: what it names exists, and the forms that it lists are printed somewhere."""

from collections.abc import Callable, Iterator

from scripts.model.archive import Archive
from scripts.model.policy import Policy
from scripts.problems import Problem

FOLDER = "corpus/glossary"


def check_topic_places(archive: Archive) -> Iterator[Problem]:
    """Every place of a policy that is said to treat a topic is there; without that no page of topics can be written."""
    for policy_id, policy in identified(archive):
        anchors = set(policy.anchors())
        for topic in archive.glossary.topics.values():
            for place in topic.sections.get(policy_id, ()):
                if place not in anchors:
                    message = f"topic {topic.id} names {place} of {policy_id}, which is not there; name a place that is"
                    yield Problem(topic_file(policy_id), topic.lines.get(policy_id, 0), "topic", message)


def check_topic_policies(archive: Archive) -> Iterator[Problem]:
    """Every policy has its word in every topic."""
    for policy_id, _ in identified(archive):
        silent = [topic.id for topic in archive.glossary.topics.values() if policy_id not in topic.sections]
        if silent:
            message = f"does not say of {', '.join(silent)} what treats it; add a line for each, with [] for none"
            yield Problem(topic_file(policy_id), 0, "topic", message)


def identified(archive: Archive) -> Iterator[tuple[str, Policy]]:
    """Yield the policies with their ids."""
    for policy in archive.policies:
        if policy.metadata:
            yield policy.metadata.id, policy


def topic_file(policy_id: str) -> str:
    """Return the file in which a policy says what treats which topic."""
    return f"corpus/policies/{policy_id}/topics.yml"


def check_documents(archive: Archive) -> Iterator[Problem]:
    """What a document implements is in the list."""
    documents = archive.glossary.documents
    for document in documents.values():
        for superior in document.implements:
            if superior not in documents:
                message = f"{document.id} implements {superior}, which is not in the list; add it"
                yield Problem(f"{FOLDER}/documents.yml", 0, "document", message)


def check_forms(archive: Archive) -> Iterator[Problem]:
    """Every printed form of a term, body or document stands in a text."""
    texts = [text for policy in archive.policies for text in {policy.text, policy.plain.text}]
    glossary = archive.glossary
    forms = [("terms.yml", term.id, form) for term in glossary.terms.values() for form in (term.zh, *term.forms)]
    forms += [("organisations.yml", body.id, form) for body in glossary.organisations.values() for form in body.forms]
    forms += [("documents.yml", d.id, form) for d in glossary.documents.values() for form in (*d.forms, *d.self_forms)]
    for file, owner, form in forms:
        if not any(form in text for text in texts):
            message = f"{form!r} of {owner} stands in no text; mend it as printed, or drop it"
            yield Problem(f"{FOLDER}/{file}", 0, "form", message)


def check_indicators(archive: Archive) -> Iterator[Problem]:
    """Every target points to an indicator or is confirmed, every indicator is pointed to, every id named exists."""
    indicators = archive.glossary.indicators
    if not indicators:
        return
    targets = [target for findings in archive.findings.values() for target in findings.targets]
    for target in targets:
        path = f"corpus/policies/{target.policy}/targets.yml"
        if target.indicator is None:
            if target.is_confirmed:
                continue
            remedy = "add it to indicators.yml, or `confirm` it in targets.yml as a figure without one"
            yield Problem(
                path, 0, "indicator", f"{target.name!r} ({target.anchor}) is no alias of an indicator; {remedy}"
            )
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
