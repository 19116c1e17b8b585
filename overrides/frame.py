"""What the frame of every page says and where it leads (base.html, partials/): a language's words, crumbs, siblings."""

from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from scripts.model.languages import LANGUAGES
from scripts.model.vocabulary import Language
from scripts.write.markup.foreign import speak
from scripts.write.words.dates import say_date
from scripts.write.words.strings import say


class Siblings(NamedTuple):
    """The pages of one section of the navigation."""

    title: str
    pages: list[Any]


class Frame:
    """What the templates ask for, in one language; every address is below the site's root."""

    def __init__(self, language: Language, last_change: str) -> None:
        folder = LANGUAGES[language].folder
        self.tag = LANGUAGES[language].tag
        self.say = partial(say, language=language)
        self.speak = speak
        self.search, self.log, self.feed = (folder + path for path in ("search/", "log/", "log/feed.xml"))
        self.last_change = say_date(last_change, language)

    @staticmethod
    def tag_of(language: str) -> str:
        """Return the value of `lang` of a language of the site."""
        return LANGUAGES[Language(language)].tag


def on_env(env: Any, config: Any, files: Any) -> Any:
    """Give the templates the frame of the language that is built."""
    log = next(file.page for file in files.documentation_pages() if file.src_uri.endswith("log/index.md"))
    env.auto_reload = False  # no template changes while a site is built
    env.globals["frame"] = Frame(Language(config.theme["language"]), log.meta["last_change"])
    return env


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:  # noqa: ARG001 - MkDocs passes them by name
    """Say the way from home to a page, and what else its section holds."""
    context["crumbs"] = [] if page == nav.homepage else [nav.homepage, *above(page, nav)]
    section = next((item for item in nav.items if item.is_section and page in pages_of(item)), None)
    context["siblings"] = Siblings(section.title, list(pages_of(section))) if section else None
    return context


def above(page: Any, nav: Any) -> list[Any]:
    """Return the pages of the navigation below whose address a page's stands, the nearest last."""
    found = [other for other in nav.pages if other not in (page, nav.homepage) and page.url.startswith(other.url)]
    return sorted(found, key=lambda other: len(other.url))


def pages_of(section: Any) -> Iterator[Any]:
    """Yield the pages of a section and of those below it."""
    for item in section.children:
        if item.is_section:
            yield from pages_of(item)
        else:
            yield item
