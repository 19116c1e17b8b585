"""References as citeproc-js 2.4.63 makes them: from styles in tests/citing/references.json, and from those that a package ships."""

import json

import pytest

from scripts.model.policy import Metadata
from scripts.model.vocabulary import Language
from scripts.read.corpus.corpus import Corpus
from scripts.write.citing.forms import FORMS, fill
from scripts.write.words.addresses import policy_address
from tests.citing.__main__ import PLACE, REFERENCES
from tests.citing.citeproc import make_references, shipped_style
from tests.citing.variants import ACCESSED, csl_item, vary

BY_KEY = {form.key: form for form in FORMS}
MADE: dict[str, dict[str, str]] = json.loads(REFERENCES.read_text(encoding="utf-8"))
# zotero-chinese/styles of 1 May 2026: GB-T-7714—2025 and —2015（顺序编码，双语）, the bibliography; 法学引注手册（第二版，多语言）,
# the note with a locator of the section; each item is of the type `regulation`.
PLACES = {"gbt-2025": "", "gbt-2015": "", "law": PLACE}


@pytest.fixture(scope="module")
def varied(corpus: Corpus) -> dict[str, Metadata]:
    """All policies with and without number and day, and with more and more issuers."""
    return dict(vary([policy.metadata for policy in corpus.archive.policies if policy.metadata]))


def cite(metadata: Metadata, key: str, language: Language = Language.ZH, place: str = "") -> str:
    """Return our own reference."""
    address = policy_address(metadata.id, language)
    values = {"address": address, "accessed": ACCESSED, "day": "29 November 2026", "place": place}
    return fill(BY_KEY[key].write(metadata, language), values)


@pytest.mark.parametrize("key", MADE)
def test_references_are_those_of_the_public_styles(varied: dict[str, Metadata], key: str) -> None:
    assert {name: cite(metadata, key, place=PLACES[key]) for name, metadata in varied.items()} == MADE[key]


def test_references_are_those_of_the_style_of_2015_that_a_package_ships(varied: dict[str, Metadata]) -> None:
    style = shipped_style("china-national-standard-gb-t-7714-2015-numeric")
    items = [csl_item(metadata, Language.ZH, "regulation", "edition") for metadata in varied.values()]
    made = make_references(style, items)
    for metadata, theirs in zip(varied.values(), made, strict=True):
        date = metadata.date.value
        # on purpose, and as zotero-chinese: in round brackets the standard has the day of a change, never a bare year
        expected = theirs if date.count("-") == 2 else theirs.replace(f"({date})", date[:4])
        assert cite(metadata, "gbt-2015") == expected


def test_english_references_are_those_of_chicago_with_what_we_add(varied: dict[str, Metadata]) -> None:
    items = [csl_item(metadata, Language.EN, "report") for metadata in varied.values()]  # it is the archive's edition
    made = make_references(shipped_style("chicago-author-date"), items, "en-US")
    for metadata, theirs in zip(varied.values(), made, strict=True):
        ours = cite(metadata, "english", Language.EN).replace("'", "’")
        # the number stands in brackets, as Chinese law is cited in English; that it is a translation, whose, and when it was
        # read, Chicago leaves to the writer
        edition = f", edition {metadata.editions[-1].number}" if metadata.editions[1:] else ""
        for added in (f" Unofficial translation. Quality Policy Archive{edition}.", " (accessed 29 November 2026)"):
            assert added in ours
            ours = ours.replace(added, "")
        assert ours.replace(f" ({metadata.number})", f". {metadata.number}") == theirs
