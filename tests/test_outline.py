"""What a screen reader is told of a policy: its landmarks, its headings in order and by name, links that say where they lead."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser

from scripts.model.policy import Policy
from scripts.read.corpus.corpus import Corpus
from tests.conftest import IDS

LANDMARKS = {"banner": 1, "main": 1, "contentinfo": 1, "search": 1}
"""What is there once; of navigations there may be several, each with a name of its own."""
# s2-1-p1, #s2-1, jinan-2018; not 二、（一）第1段
CODE_PATTERN = re.compile(r"#|\b(?:s|box|t)\d+(?:-\d+)*(?:-p\d+)?\b|^[a-z]+-\d{4}$")

MOST_OF_OURS = 4
"""Headings that the archive has on a policy's page: its title, and what stands below the text."""


class Node(NamedTuple):
    """What is told of an element."""

    role: str
    name: str
    level: int


def read_tree(browser: Browser, address: str) -> list[Node]:
    """Return what a screen reader is told of a page, in the order of the page."""
    page = browser.new_page()
    page.goto(address, wait_until="load")
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    page.close()
    return list(told(nodes[0], {node["nodeId"]: node for node in nodes}))


def told(node: dict[str, Any], nodes: dict[str, dict[str, Any]]) -> Iterator[Node]:
    """Yield a node and those below it, without those that nobody is told of."""
    if not node["ignored"]:
        levels = [value["value"]["value"] for value in node["properties"] if value["name"] == "level"]
        yield Node(node["role"]["value"], node["name"]["value"] if "name" in node else "", levels[0] if levels else 0)
    for child in node["childIds"]:
        if child in nodes:
            yield from told(nodes[child], nodes)


@pytest.fixture(scope="module")
def trees(browser: Browser, server: str) -> dict[str, list[Node]]:
    """What is told of every other policy in Chinese, and of the rest in English, by the page."""
    paths = [f"{'en/' * (place % 2)}policies/{policy}/" for place, policy in enumerate(IDS)]
    return {path: read_tree(browser, server + path) for path in paths}


def named(tree: list[Node], role: str) -> list[str]:
    """Return the names of the elements of a role."""
    return [node.name for node in tree if node.role == role]


def test_every_landmark_is_there_and_no_two_of_a_kind_have_one_name(trees: dict[str, list[Node]]) -> None:
    for tree in trees.values():
        assert {role: len(named(tree, role)) for role in LANDMARKS} == LANDMARKS
        for role in ("navigation", "complementary", "region"):
            names = named(tree, role)
            assert all(names), role
            assert len(set(names)) == len(names), names


def test_headings_are_nested_below_one_title_without_a_gap(trees: dict[str, list[Node]]) -> None:
    for page, tree in trees.items():
        levels = [node.level for node in tree if node.role == "heading"]
        assert levels[0] == 1, page
        assert levels.count(1) == 1, page
        assert all(level <= former + 1 for former, level in pairwise(levels)), page


def test_no_link_is_called_by_a_code(trees: dict[str, list[Node]]) -> None:
    found = {name for tree in trees.values() for name in named(tree, "link") if CODE_PATTERN.search(name)}
    assert {name for name in found if "://" not in name} == set()


def printed_headings(policy: Policy) -> list[str]:
    """Return the headings of a policy as printed, without blanks; a number alone is no heading."""
    headed = (section for section in policy.walk() if section.title)
    return [
        "".join(policy.text[section.start : section.heading_end].split())
        for section in headed
        if section.heading_end > section.start
    ]


def test_headings_are_called_as_they_are_printed(trees: dict[str, list[Node]], corpus: Corpus) -> None:
    for policy in corpus.archive.policies:
        own = policy.metadata.id if policy.metadata else ""
        if f"policies/{own}/" not in trees:
            continue
        names = {"".join(name.split()) for name in named(trees[f"policies/{own}/"], "heading")}
        printed = set(printed_headings(policy))
        assert printed - names == set(), own
        assert len(names - printed) <= MOST_OF_OURS, names - printed
