"""The files that only grow: what the last release had of them stands at their beginning still, line for line."""

from collections.abc import Iterator

from scripts.problems import Problem

ARROW = b" -> "


def check_growth(path: str, release: str, former: bytes, now: bytes) -> Iterator[Problem]:
    """A file begins with the lines that a release had; redirects among anchors are the editors', who may mend them."""
    left_out = ARROW if path.endswith("anchors.txt") else b"\0"
    lines = [(number, line) for number, line in enumerate(now.splitlines(), start=1) if left_out not in line]
    before = [line for line in former.splitlines() if left_out not in line]
    for index, line in enumerate(before):
        number, own = lines[index] if index < len(lines) else (0, b"")
        if own != line:
            shown = line.decode("utf-8", "replace")[:60]
            message = f"only grows, but `{shown}` of {release} does not stand here; restore the file as it was there"
            yield Problem(path, number, "address-altered", message)
            return
