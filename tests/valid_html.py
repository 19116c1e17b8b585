"""Pages → what the W3C's checker of HTML finds wrong with them."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.conftest import ROOT

JAVA = ("java", "-Xss2m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""A program that starts at once matters more here than one that grows fast."""
CHECKER = ("-jar", "node_modules/vnu-jar/build/dist/vnu.jar", "--errors-only", "--format", "json")


def find_invalid(pages: Iterable[Path]) -> list[tuple[str, str]]:
    """Return the page and the words of each error; 2,300 pages take half a minute."""
    command = [*JAVA, *CHECKER, *map(str, pages)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    found = json.loads(done.stderr)["messages"]
    return [(fault["url"].removeprefix("file:"), f"{fault.get('lastLine', 0)}: {fault['message']}") for fault in found]
