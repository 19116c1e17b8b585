"""What the frame of every page says and where it leads (base.html, partials/): a language's words, crumbs, siblings."""

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
    """Say the way from home to a page, and what else stands with it in a section that the foot does not spell out."""
    context["crumbs"] = [] if page == nav.homepage else [nav.homepage, *above(page, nav)]
    inner = page.parent if page.parent and page.parent.parent else None
    context["siblings"] = Siblings(inner.title, [item for item in inner.children if item.is_page]) if inner else None
    return context


def above(page: Any, nav: Any) -> list[Any]:
    """Return the pages of the navigation below whose address a page's stands, the nearest last."""
    found = [other for other in nav.pages if other not in (page, nav.homepage) and page.url.startswith(other.url)]
    return sorted(found, key=lambda other: len(other.url))
