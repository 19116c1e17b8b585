r"""Word's field codes → addresses: HYPERLINK "https://…" \l "s2-1" is a link to a place of a page."""

import re

# HYPERLINK "https://archive.test/policies/jinan-2018/" \l "s2-1" \o "a tip"
CODE_PATTERN = re.compile(r"^\s*HYPERLINK\b(?P<arguments>.*)$", re.DOTALL | re.IGNORECASE)
ARGUMENT_PATTERN = re.compile(r'\\(?P<switch>[a-zA-Z])|"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^\s"\\]+)')
WITH_VALUE = frozenset("lot")
"""The switches that a value follows: the place, the tip, the frame."""


def address_of(code: str) -> str:
    r"""Return where a field code leads; empty where it is no link to another document.

    >>> address_of(' HYPERLINK "https://x.org/policies/jinan-2018/" \\l "s2-1" ')
    'https://x.org/policies/jinan-2018/#s2-1'
    """
    match = CODE_PATTERN.match(code)
    if not match:
        return ""
    address, anchor, switch = "", "", ""
    for argument in ARGUMENT_PATTERN.finditer(match["arguments"]):
        if argument["switch"]:
            switch = argument["switch"].lower()
            continue
        value = re.sub(r"\\(.)", r"\1", argument["quoted"] or "") or argument["bare"] or ""
        if switch == "l":
            anchor = value
        elif switch not in WITH_VALUE and not address:
            address = value
        switch = ""
    return f"{address}#{anchor}" if address and anchor and "#" not in address else address
