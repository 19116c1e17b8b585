"""Cards: the pictures that messengers show of a page, drawn alike everywhere, each with all its letters."""

from io import BytesIO
from pathlib import Path

import pytest
from lxml import html
from PIL import Image, ImageFont

from scripts.carry.bundle import LEFT_OUT
from scripts.commands.card_fonts import cards
from scripts.model.vocabulary import Language
from scripts.read.corpus.corpus import Corpus
from scripts.write.cards.lines import break_lines
from scripts.write.cards.picture import FONTS, HEIGHT, MARGIN, SIZES, WIDTH, Card, draw_card, font_of, missing
from tests.conftest import IDS, SITE_URL

LARGEST = 40_000


def lines_of(text: str, width: int, *, by_words: bool = False) -> list[str]:
    return break_lines(text, width, len, by_words=by_words)


@pytest.mark.parametrize("language", Language)
def test_the_fonts_have_every_letter_of_every_card(corpus: Corpus, language: Language) -> None:
    """Where one is missing, `make card-fonts` makes the fonts anew."""
    assert {card.title: missing(card) for card in cards(corpus.archive, language) if missing(card)} == {}
    assert missing(Card("", "龘", "", "", Language.ZH)) == "龘"


def test_the_same_words_are_the_same_bytes() -> None:
    card = Card("山东省济南市", "关于开展质量提升行动的实施方案", "2018年", "质量政策档案", Language.ZH)
    data = draw_card(card)
    assert data == draw_card(card)
    image = Image.open(BytesIO(data))
    assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))


@pytest.mark.parametrize("language", Language)
def test_every_title_fits_its_card(corpus: Corpus, language: Language) -> None:
    for card in cards(corpus.archive, language):
        data = draw_card(card)
        assert len(data) <= LARGEST
        edge = Image.open(BytesIO(data)).convert("L").crop((WIDTH - MARGIN + 2, 0, WIDTH, HEIGHT))
        assert len(set(edge.tobytes())) == 1  # nothing is drawn over the margin


def test_lines_are_even_and_few() -> None:
    assert lines_of("关于开展质量提升行动的实施意见", 12) == ["关于开展质量提升", "行动的实施意见"]
    assert lines_of("one two three four", 10, by_words=True) == ["one two", "three four"]
    assert lines_of("质量", 40) == ["质量"]


def test_lines_break_where_their_language_breaks_them() -> None:
    assert lines_of("绵阳市游仙区“十四五”质量发展规划", 12) == ["绵阳市游仙区“十四五”", "质量发展规划"]
    assert lines_of("中共杭州市委 杭州市人民政府", 20) == ["中共杭州市委", "杭州市人民政府"]
    assert lines_of("甲乙丙，丁", 3) == ["甲乙", "丙，丁"]
    assert lines_of("按GB/T 19001-2016办", 10)[0].startswith("按GB/T")


def test_fonts_say_their_licence() -> None:
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    for language in Language:
        font = font_of(language, SIZES[0])
        assert isinstance(font, ImageFont.FreeTypeFont)
        assert f"{language}.ttf is made from {font.getname()[0]}" in licence
        assert (FONTS / f"{language}.ttf").stat().st_size < 120_000


def test_every_page_names_a_card_that_is_there(site: Path) -> None:
    for file in site.rglob("index.html"):
        head = html.fromstring(file.read_text(encoding="utf-8").partition("</head>")[0] + "</head></html>")
        values = {tag.get("property") or tag.get("name"): tag.get("content") for tag in head.xpath("//meta[@content]")}
        path = values["og:image"].removeprefix(SITE_URL)
        assert (site / path).is_file()
        assert path.startswith("en/") == file.relative_to(site).as_posix().startswith("en/")
        assert (values["og:image:width"], values["og:image:height"]) == (str(WIDTH), str(HEIGHT))
        assert values["og:image:alt"]
        assert values["twitter:card"] == "summary_large_image"
        assert path.endswith(LEFT_OUT)  # of no use without a network


@pytest.mark.parametrize("policy_id", IDS)
def test_a_policy_has_a_card_of_its_own_in_each_language(site: Path, corpus: Corpus, policy_id: str) -> None:
    metadata = next(p.metadata for p in corpus.archive.policies if p.metadata and p.metadata.id == policy_id)
    for folder, title in (("", metadata.title.zh), ("en/", metadata.title.en)):
        page = html.fromstring((site / f"{folder}policies/{policy_id}/index.html").read_bytes())
        assert (
            page.xpath("string(//meta[@property='og:image']/@content)")
            == f"{SITE_URL}{folder}policies/{policy_id}/card.png"
        )
        assert title in page.xpath("string(//meta[@property='og:image:alt']/@content)")
