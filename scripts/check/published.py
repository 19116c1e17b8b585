"""`anchors.txt`: what was once published stays an address, and what is not yet published is named."""

from collections.abc import Iterator, Mapping, Sequence

from scripts.problems import Problem

NOT_PUBLISHED = "anchor-new"
"""The rule whose problems `publish` settles."""


def check_published(
    policy_id: str, present: Sequence[str], published: Mapping[str, int], redirects: Mapping[str, tuple[str, int]]
) -> Iterator[Problem]:
    """Every anchor ever published is in the text, or its successors lead to one that is; all in the text are published.

    Published anchors come with their line of anchors.txt, those that are gone with their successor and its line.
    """
    path, places = f"corpus/policies/{policy_id}/anchors.txt", set(present)
    for anchor, line in published.items():
        if anchor not in places and anchor not in redirects:
            message = f"{anchor} is gone; restore it, or name its successor: a line `{anchor} -> new-anchor`"
            yield Problem(path, line, "anchor-gone", message)
    for old, (new, line) in redirects.items():
        if new not in places and new not in redirects:
            message = f"{old} leads to {new}, which is not in the text; name one that is"
            yield Problem(path, line, "anchor-gone", message)
        if is_circle(old, redirects):
            yield Problem(path, line, "anchor-gone", f"{old} is led round in a circle; name one that is in the text")
        if old in places:
            message = f"{old} is in the text after all; drop the line `{old} -> {new}`"
            yield Problem(path, line, "anchor-gone", message)
    new_anchors = [anchor for anchor in present if anchor not in published]
    if new_anchors:
        remedy = f"`python -m scripts publish {policy_id}` makes them permanent"
        yield Problem(path, 0, NOT_PUBLISHED, f"{count_new(new_anchors, published)}; {remedy}")


def is_circle(old: str, redirects: Mapping[str, tuple[str, int]]) -> bool:
    """Whether the successors of an anchor lead back to one of them."""
    seen, anchor = set[str](), old
    while anchor in redirects and anchor not in seen:
        seen.add(anchor)
        anchor = redirects[anchor][0]
    return anchor in seen


def count_new(new_anchors: Sequence[str], published: Mapping[str, int]) -> str:
    """Return how many anchors are not published, and the first of them where others are.

    >>> count_new(["s1", "s1-p1"], {})
    'none of the 2 anchors is published yet'
    >>> count_new(["s3"], {"s1": 1, "s2": 2})
    'new anchors are not published yet: s3'
    """
    if not published:
        return f"none of the {len(new_anchors)} anchors is published yet"
    shown = ", ".join(new_anchors[:5]) + (f" and {len(new_anchors) - 5} more" if len(new_anchors) > 5 else "")
    return f"new anchors are not published yet: {shown}"
