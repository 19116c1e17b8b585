"""Type by language, not by page: each fragment is drawn by a font of its own language, in pages of both."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, CDPSession

PIECES = """
<p id="chinese" lang="zh-Hans">“质量”——……</p>
<p id="traditional" lang="zh-Hant">“質量”——……</p>
<p id="english" lang="en">“Quality” — …</p>
<p id="mixed" lang="en">The “<span id="chinese-within" lang="zh-Hans">“最多跑一次”</span>” reform</p>
<h1 id="title" lang="zh-Hans">“质量” <span id="english-title" lang="en">“Quality”</span></h1>
"""
DRAW = """async (pieces) => {
  document.querySelector("article").innerHTML = pieces
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
}"""
"""Comes back when the pieces are drawn: before, no font draws them."""
WHOLE = {"chinese": "CJK SC", "traditional": "CJK TC", "chinese-within": "CJK SC"}
"""Fragments that one font draws, quotation marks and all, and what its name says on a computer with fonts-noto-cjk."""


@pytest.fixture(scope="module", params=["about/", "en/about/"])
def inspected(browser: Browser, server: str, request: pytest.FixtureRequest) -> Iterator[tuple[CDPSession, int]]:
    """A page of either language with these pieces in its text, and its root for whoever asks of its elements."""
    page = browser.new_page(base_url=server)
    page.goto(request.param)
    page.evaluate(DRAW, PIECES)
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    yield session, session.send("DOM.getDocument")["root"]["nodeId"]
    page.close()


def fonts_of(inspected: tuple[CDPSession, int], piece: str) -> set[str]:
    """Return the families of the fonts that draw a piece."""
    session, root = inspected
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": f"#{piece}"})["nodeId"]
    return {font["familyName"] for font in session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]}


def test_chinese_is_drawn_by_a_chinese_font_with_its_quotation_marks(inspected: tuple[CDPSession, int]) -> None:
    for piece, name in WHOLE.items():
        (font,) = fonts_of(inspected, piece)
        assert name in font, piece


def test_english_is_drawn_by_a_latin_font_with_its_quotation_marks(inspected: tuple[CDPSession, int]) -> None:
    for piece in ("english", "english-title"):
        (font,) = fonts_of(inspected, piece)
        assert "CJK" not in font, piece


def test_a_title_has_serifs_in_both_languages(inspected: tuple[CDPSession, int]) -> None:
    fonts = fonts_of(inspected, "title")
    assert len(fonts) == 2
    assert all("Sans" not in font for font in fonts), fonts
