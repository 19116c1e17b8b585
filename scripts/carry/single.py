"""A page of a policy → one file of HTML that needs no other, to forward by mail or WeChat and open on any phone."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from lxml import html

from scripts.carry.article import Article, Heading
from scripts.carry.content_security import secure
from scripts.carry.links import INDEX
from scripts.model.vocabulary import Language
from scripts.write.markup.foreign import speak
from scripts.write.words.strings import LANG_TAGS, say

LANGUAGES_BY_TAG = {tag: language for language, tag in LANG_TAGS.items()}
PAGES = (("", ""), ("parallel/", "-parallel"))
"""The pages of a policy that have a file of their own: where each stands below the first, how its file's name ends."""
WORDS = ("close", "copied", "failed", "found", "nothing")
"""What the script says, by the keys of its words; each stands in an attribute of the body."""
TEMPLATE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} - {archive}</title>
<meta name="description" content="{description}">
<link rel="canonical" href="{address}">
<style>
{style}</style>
</head>
<body{wide}{words}>
<header>
<p>{archive} · {single} · <a href="{address}">{address}</a></p>
</header>
<form class="find" role="search" hidden><label for="find">{find}</label>\
<input id="find" type="search"><output></output>\
<button type="button" class="previous" aria-label="{previous}">↑</button>\
<button type="submit" aria-label="{next}">↓</button></form>
<main>
{text}
</main>
<footer>
<p>{stamp}</p>
</footer>
<div id="sheet" role="dialog" aria-label="{note}" hidden></div>
<p id="said" role="status"></p>
<script>
{script}</script>
</body>
</html>
"""


def single_paths(site: Path, folder: str) -> Iterator[tuple[str, str]]:
    """Yield every page of a policy that has a file of its own, and the path of that file, both from the site's root.

    `folder` is that of the language.
    """
    for page in sorted(path.relative_to(site).as_posix() for path in site.glob(f"{folder}policies/*/{INDEX}")):
        own = page.removesuffix(INDEX)
        policy_id = own.rstrip("/").rpartition("/")[2]
        for below, end in PAGES:
            if (site / own / below / INDEX).is_file():
                yield f"{own}{below}{INDEX}", f"{own}{policy_id}{end}.html"


def render_single(article: Article, style: str, script: str, version: str) -> str:
    """Return a policy's page as one file."""
    language = LANGUAGES_BY_TAG[article.lang]
    both = article.body.xpath(".//div[@class='parallel']")
    for actions in article.body.find_class("policy-actions"):
        actions.drop_tree()
    for text in article.body.xpath(".//div[@class='parallel' or @class='policy-text']"):
        text.addprevious(html.fromstring(render_contents(article, language)))
    page = TEMPLATE.format(
        lang=article.lang,
        title=escape(article.title),
        archive=say("archive-name", language),
        description=escape(article.description),
        address=article.address,
        style=style,
        wide=' class="wide"' if both else "",
        words="".join(f' data-{key}="{escape(say(f"single-{key}", language))}"' for key in WORDS),
        single=say("single-file", language),
        find=say("single-find", language),
        previous=say("single-previous", language),
        next=say("single-next", language),
        text=html.tostring(article.body, encoding="unicode"),
        stamp=say("single-stamp", language, version=version),
        note=say("single-note", language),
        script=script,
    )
    return secure(page, own="")


def render_contents(article: Article, language: Language) -> str:
    """Return the contents of an article: its headings down to the second level."""
    headings = [heading for heading in article.headings() if heading.level <= 3]
    lines = "\n".join(f"<li>{contents_link(heading, article.lang)}</li>" for heading in headings)
    return f'<nav aria-label="{say("contents", language)}"><ul>\n{lines}\n</ul></nav>'


def contents_link(heading: Heading, lang: str) -> str:
    """Return the link to a heading, those below the first level set in."""
    own = f' lang="{heading.lang}"' if heading.lang != lang else ""
    indent = "&emsp;" * (heading.level - 2)
    return f'{indent}<a href="#{heading.anchor}"{own}>{speak(escape(heading.words), heading.lang)}</a>'
