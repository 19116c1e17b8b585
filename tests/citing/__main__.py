"""`python -m tests.citing FOLDER`: references.json anew, from the public styles in a folder of theirs (not in this project).

The folder is a copy of zotero-chinese/styles, whose styles for 2025, 2015 and law reviews no package ships.
"""

import json
import sys
from pathlib import Path

from scripts.model.vocabulary import Language
from scripts.read.corpus.corpus import read_corpus
from tests.citing.citeproc import make_references
from tests.citing.variants import csl_item, vary
from tests.conftest import ROOT

REFERENCES = ROOT / "tests/citing/references.json"
PLACE = "一（一）第1段"
STYLES = {
    "gbt-2025": ("GB-T-7714—2025（顺序编码，双语）", "", "version"),
    "gbt-2015": ("GB-T-7714—2015（顺序编码，双语）", "", "edition"),
    "law": ("法学引注手册（第二版，多语言）", PLACE, ""),
}
"""For each of our forms the public style, the locator with which it is asked for a note, and the field of editions."""


def main(folder: Path) -> None:
    """Write what citeproc-js makes of every variant in every style."""
    policies = [policy.metadata for policy in read_corpus(ROOT).archive.policies if policy.metadata]
    varied = dict(vary(policies))
    made = {}
    for key, (name, locator, edition) in STYLES.items():
        items = [csl_item(metadata, Language.ZH, "regulation", edition) for metadata in varied.values()]
        references = make_references(find_style(folder, name), items, locator=locator)
        made[key] = dict(zip(varied, references, strict=True))
    REFERENCES.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def find_style(folder: Path, name: str) -> str:
    """Return the style of a name, wherever in the folder it stands."""
    return next(folder.rglob(f"{name}.csl")).read_text(encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
