"""`anchors.txt`: what was once published stays an address."""

from collections.abc import Iterator, Mapping

from scripts.problems import Problem


def check_published(
    present: set[str], published: Mapping[str, int], redirects: Mapping[str, str], path: str
) -> Iterator[Problem]:
    """Every anchor ever published is in the text, or has a successor that is; every anchor in the text is published."""
    for anchor, line in published.items():
        if anchor not in present and anchor not in redirects:
            message = f"{anchor} is gone; restore it, or name its successor: a line `{anchor} -> new-anchor`"
            yield Problem(path, line, "anchor-gone", message)
    for old, new in redirects.items():
        if new not in present:
            yield Problem(path, 0, "anchor-gone", f"{old} leads to {new}, which is not in the text; name one that is")
        if old in present:
            yield Problem(path, 0, "anchor-gone", f"{old} is in the text after all; drop the line `{old} -> {new}`")
    missing = sorted(present - published.keys())
    if missing:
        shown = ", ".join(missing[:5]) + (" …" if len(missing) > 5 else "")
        message = f"{len(missing)} anchors are not listed ({shown}); `python -m scripts build` adds them"
        yield Problem(path, 0, "anchor-new", message)
