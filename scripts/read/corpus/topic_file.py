"""A policy's `topics.yml` → which of its places treat which topic."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from scripts.model.glossary import Topic
from scripts.problems import Problem
from scripts.read.corpus.record import Record, shorten
from scripts.read.corpus.values import anchor_fault
from scripts.read.corpus.yaml_file import read_yaml


@dataclass(frozen=True, slots=True)
class TopicFile:
    """What one policy says of the topics, by the topic's id."""

    places: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The anchors that treat it; empty where none does."""
    lines: dict[str, int] = field(default_factory=dict)


def read_topic_file(path: Path, name: str, topics: Mapping[str, Topic]) -> tuple[TopicFile, list[Problem]]:
    """Return what the file says of the topics that there are; a missing or empty file says nothing."""
    file, topic_file = read_yaml(path, name, required=False), TopicFile()
    record = Record(file, {} if file.value is None else file.value)
    for topic in record.value:
        if topic not in topics:
            message = f"`{shorten(topic)}` is no topic of corpus/glossary/topics.yml; name one that is, or add it there"
            record.report(topic, "topic", message)
            continue
        anchors = record.texts(topic, required=True)
        for anchor in anchors:
            if fault := anchor_fault(anchor):
                record.report(topic, "topic", f"`{topic}` has {shorten(anchor)!r}, {fault}")
        topic_file.places[topic] = anchors
        topic_file.lines[topic] = file.lines[topic,]
    return topic_file, file.problems


def with_places(topics: Mapping[str, Topic], files: Mapping[str, TopicFile]) -> dict[str, Topic]:
    """Return the topics, each with what every policy's file says of it, in the order of the policies."""
    return {
        topic.id: replace(
            topic,
            sections={policy: file.places[topic.id] for policy, file in files.items() if topic.id in file.places},
            lines={policy: file.lines[topic.id] for policy, file in files.items() if topic.id in file.lines},
        )
        for topic in topics.values()
    }
