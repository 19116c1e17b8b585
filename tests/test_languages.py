"""The table of languages: a row each, which pages ask instead of asking which language it is."""

import re

import pytest

from scripts.model.languages import LANGUAGES, ORIGINAL, OTHER
from scripts.model.lookup import Lookup
from scripts.model.policy import Bilingual, Place
from scripts.model.vocabulary import Language
from scripts.write.pages.policy.facts import place_name
from scripts.write.words.addresses import page_address
from scripts.write.words.values import SHORT_SIZES, STYLES
from tests.conftest import ROOT, SITE_URL

BRANCH_PATTERN = re.compile(r"(?:\b(?:is|is not|case)|[=!]=) Language\.")


@pytest.mark.parametrize("language", Language)
def test_every_language_is_written_in_a_way_of_its_own(language: Language) -> None:
    writing = LANGUAGES[language]
    assert language in STYLES
    assert language in SHORT_SIZES
    assert OTHER[OTHER[language]] is language
    assert writing.tag.partition("-")[0] == language
    assert writing.folder == ("" if language is ORIGINAL else f"{language}/")
    assert page_address("x/", language) == f"{SITE_URL}{writing.folder}x/"


def test_punctuation_is_full_width_in_chinese_alone() -> None:
    for language, writing in LANGUAGES.items():
        signs = (writing.comma, writing.enumeration, writing.listing, writing.colon, writing.semicolon, writing.stop)
        for sign in (*signs, *writing.brackets, writing.before_last):
            assert (not sign.isascii()) == (language is Language.ZH)
            assert sign.strip() == sign or language is not Language.ZH


def test_words_are_joined_and_put_in_brackets_as_the_language_does() -> None:
    zh, en = LANGUAGES[Language.ZH], LANGUAGES[Language.EN]
    assert "济南" + zh.bracket(zh.join(["一", "二"])) == "济南（一、二）"
    assert "Jinan" + en.bracket(en.join(["one", "two"])) == "Jinan (one, two)"
    assert en.join_names(["Bureau of Trade, Jinan", "Bureau of Water"]) == "Bureau of Trade, Jinan; Bureau of Water"


def test_the_last_clause_is_joined_as_the_language_does() -> None:
    zh, en = LANGUAGES[Language.ZH].join_clauses, LANGUAGES[Language.EN].join_clauses
    assert [zh(list("一二三")), zh(list("一二")), zh(["一"]), zh([])] == ["一，二，三", "一，二", "一", ""]
    assert [en(["a", "b", "c"]), en(["a", "b"]), en(["a"]), en([])] == ["a, b and c", "a and b", "a", ""]


def test_a_place_is_named_with_those_around_it_in_the_order_of_the_language(lookup: Lookup) -> None:
    archive = lookup.archive
    jinan = archive.glossary.places["jinan"]
    street = Place("street", Bilingual("某街道", "Some Street"), jinan.level, "jinan")
    assert place_name(street, archive, Language.ZH) == "山东省济南市某街道"
    assert place_name(street, archive, Language.EN) == "Some Street, Jinan, Shandong Province"
    assert place_name(archive.glossary.places["cn"], archive, Language.ZH) == "中国"


def test_no_writer_asks_which_language_it_is() -> None:
    branching = {
        path.relative_to(ROOT / "scripts/write").as_posix()
        for path in (ROOT / "scripts/write").rglob("*.py")
        if BRANCH_PATTERN.search(path.read_text(encoding="utf-8"))
    }
    assert branching == set()
