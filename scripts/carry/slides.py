"""The page of slides → one file of HTML that needs no other, to show from a stick or to forward."""

from html import escape

from lxml import html

from scripts.carry.article import Article
from scripts.carry.content_security import secure
from scripts.carry.single import LANGUAGES_BY_TAG
from scripts.write.words.strings import say

SLIDES = "about/for-trainers/slides/"
"""The folder of the page below the root of its language; the file stands in it."""
NAME = "slides.html"
STYLES = ("docs/assets/single/single.css", "docs/assets/slides.css")
SCRIPTS = tuple(f"docs/assets/javascripts/page/{part}.js" for part in ("words", "slides"))
"""The very parts that the page has; the first says the words of the second."""
TEMPLATE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} - {archive}</title>
<link rel="canonical" href="{address}">
<style>
{style}</style>
</head>
<body>
<header>
<p>{archive} · {single} · <a href="{address}">{address}</a></p>
</header>
<main>
{text}
</main>
<footer>
<p>{stamp}</p>
</footer>
<script>
{script}</script>
</body>
</html>
"""


def render_slides(article: Article, style: str, script: str, version: str) -> str:
    """Return the page of slides as one file; its links lead to the network."""
    language = LANGUAGES_BY_TAG[article.lang]
    for link in article.body.xpath(".//link"):
        link.drop_tree()  # to the style, which the file has within
    page = TEMPLATE.format(
        lang=article.lang,
        title=escape(article.title),
        archive=say("archive-name", language),
        address=article.address,
        style=style,
        single=say("single-file", language),
        text=html.tostring(article.body, encoding="unicode"),
        stamp=say("single-stamp", language, version=version),
        script=script,
    )
    return secure(page, own="")
