"""What the worksheet maker lists and blanks out, and its codes: in step with the texts, right, and as the standard has them."""

import json
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import quote

import qrcode
from qrcode.util import MODE_8BIT_BYTE, QRData

from scripts.link.figures.quantities import find_quantities
from scripts.model.archive import Archive
from scripts.model.lookup import Lookup
from scripts.model.policy import Policy
from scripts.write.data.worksheets import draw_worksheet_data, write_worksheet_index
from scripts.write.search.collections import policy_collection
from tests.conftest import CITY, IDS, ROOT, SITE_URL

LARGEST = 900_000
SIZES = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9}
SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def value_of(script: str) -> Any:
    """Return what a script of the worksheet maker hands over."""
    return json.loads(script[script.index(",") + 1 : script.rindex(")")])


def policy_of(archive: Archive, policy_id: str) -> Policy:
    return next(p for p in archive.policies if p.metadata and p.metadata.id == policy_id)


def rows_of(archive: Archive, policy_id: str) -> Any:
    policy = policy_of(archive, policy_id)
    assert policy.metadata
    return value_of(draw_worksheet_data(policy, policy.metadata, archive))


def test_the_sections_stand_in_the_order_in_which_the_search_has_their_texts(lookup: Lookup) -> None:
    archive = lookup.archive
    for policy in archive.policies:
        assert policy.metadata
        sections = policy_collection(policy, policy.metadata, archive).sections
        rows = rows_of(archive, policy.metadata.id)["sections"]
        assert [(row[0], row[7]) for row in rows] == [(s.anchor, len(s.passages)) for s in sections]


def test_a_section_is_listed_as_printed_in_both_languages(invented: Archive) -> None:
    rows = {row[0]: row for row in rows_of(invented, CITY)["sections"]}
    english = invented.english[CITY]
    for section in policy_of(invented, CITY).walk():
        _, depth, kind, zh_place, en_place, zh, en, *_ = rows[section.anchor]
        assert (kind, zh) == (section.kind, section.label + section.title if section.title else "")
        assert bool(en) == bool(section.title and english.get(section.anchor))
        assert zh_place
        assert en_place
        assert depth >= 0


def english_value(words: str) -> Decimal:
    number, _, size = words.lower().partition(" ")
    if number in SMALL:
        return Decimal(SMALL.index(number))
    return Decimal(number.split("–")[0].replace(",", "")) * SIZES[size]


def test_the_number_that_is_left_out_is_the_figure_in_both_languages(lookup: Lookup) -> None:
    archive, left_out, all_figures = lookup.archive, 0, 0
    for policy_id in IDS:
        policy = policy_of(archive, policy_id)
        blocks = {block.anchor: block for block in policy.blocks()}
        targets = archive.findings[policy_id].targets
        for row, target in zip(rows_of(archive, policy_id)["figures"], targets, strict=True):
            all_figures += 1
            if len(row) == 9:
                continue
            left_out += 1
            start = blocks[target.anchor].start
            printed = policy.text[start + row[9][0] : start + row[9][1]]
            (quantity, *_) = find_quantities(printed + (target.unit or "个"), 0, 99)
            assert quantity.value == target.value, printed
            translated = archive.english[policy_id][target.anchor][slice(*row[10])]
            assert english_value(translated) == target.value, translated
    assert left_out > 0.9 * all_figures


def test_the_index_names_everything_once(lookup: Lookup) -> None:
    (page,) = write_worksheet_index(lookup)
    index, glossary = value_of(str(page.draw())), lookup.archive.glossary
    assert [row[0] for row in index["policies"]] == list(lookup.policies)
    assert [row[0] for row in index["terms"]] == list(glossary.terms)
    assert [row[0] for row in index["indicators"]] == list(glossary.indicators)
    assert {row[1] for row in index["indicators"]} <= {row[0] for row in index["topics"]}
    for row in index["terms"]:
        first = next(iter(lookup.occurrences(row[0])), None)
        assert ([IDS[row[4]], row[5]] if first else row[4:]) == ([first.policy, first.anchor] if first else [])


def test_what_the_maker_needs_is_small(site: Path) -> None:
    files = [*(site / "data/worksheets").iterdir(), *(site / "assets/javascripts/worksheets").iterdir()]
    assert {path.stem for path in files} >= {"index", *IDS, "qr", "sheet"}
    assert sum(path.stat().st_size for path in files) < LARGEST


def encode(texts: list[str]) -> list[list[str] | None]:
    """Return the codes that the page's own program makes, row by row."""
    program = (ROOT / "docs/assets/javascripts/worksheets/qr.js").read_text("utf-8")
    program += "\nconst texts = JSON.parse(require('fs').readFileSync(0, 'utf8'))"
    program += "\nconst codes = texts.map((text) => ArchiveQr.encode(text)?.map((row) => row.join('')) ?? null)"
    program += "\nconsole.log(JSON.stringify(codes))"
    done = subprocess.run(["node", "-e", program], input=json.dumps(texts), capture_output=True, text=True, check=True)
    codes: list[list[str] | None] = json.loads(done.stdout)
    return codes


def reference(text: str, mask: int) -> list[str]:
    """Return the code that another program makes."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0, mask_pattern=mask)
    code.add_data(QRData(text.encode(), mode=MODE_8BIT_BYTE))
    code.make(fit=True)
    return ["".join(str(int(module)) for module in row) for row in code.get_matrix()]


def test_every_module_of_a_code_is_as_the_standard_has_it() -> None:
    texts = [f"{SITE_URL}{'a1-_' * n}" for n in range(2, 160, 4)]
    versions = set()
    for text, code in zip(texts, encode(texts), strict=True):
        assert code
        versions.add((len(code) - 17) // 4)
        assert code in [reference(text, mask) for mask in range(8)]
    assert versions >= set(range(3, 20))
    assert encode(["x" * 700, f"{SITE_URL}?title={quote('质量')}"])[0] is None  # too long for a code that phones read
