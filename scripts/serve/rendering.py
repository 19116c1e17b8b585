"""Markdown in docs/ → single pages as the builder makes them, of one language, as they are asked for.

The same configuration, hooks, templates and extensions of Markdown as in a build; only that nothing is made that
nobody looks at. Relied upon of MkDocs 1.6: `_populate_page` and `_build_page` make one page, and need no other page
than those in the navigation.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands import build as builder
from mkdocs.config import load_config
from mkdocs.config.config_options import Hooks
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from scripts.model.vocabulary import Language

NOT_FOUND = "404.html"
IN_SITE = (InclusionLevel.INCLUDED, InclusionLevel.NOT_IN_NAV, InclusionLevel.UNDEFINED)
"""Files that a build takes; others are left out, or are parts of them."""


class Sources:
    """Tells the builder what a page says that docs/ does not hold yet."""

    def __init__(self) -> None:
        self.drafts: dict[str, str] = {}
        """By the paths of their files below docs/."""

    def on_page_read_source(self, page: Any, config: Any) -> str | None:  # noqa: ARG002 - MkDocs passes it by name
        """Return the draft of a page; None where the file itself is right."""
        return self.drafts.get(page.file.src_uri)


class Warnings(logging.Handler):
    """Hears what the builder warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the words of a warning."""
        self.heard.append(record.getMessage())


class LanguageSite:
    """The pages of one language, rendered one by one into a folder."""

    names: frozenset[str]
    files: Files
    nav: Navigation
    env: Any

    def __init__(self, root: Path, target: Path, language: Language, files: Files | None = None) -> None:
        """Have none rendered yet; files that are known already need not be looked for."""
        self.sources = Sources()
        Hooks._load_hook.cache_clear()
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(target))
        config.plugins["scripts/serve"] = self.sources  # type: ignore[assignment] # as it registers hooks
        config.plugins.on_startup(command="build", dirty=False)
        config.plugins["i18n"].current_language = str(language)  # type: ignore[attr-defined]
        self.config: Any = config.plugins.on_config(config)
        self.is_stale = False
        """Whether something changed from which pages are made."""
        if files is None:
            self.gather()
        else:
            self.names = names_below(self.config.docs_dir)
            self.take(files)

    def refresh(self) -> None:
        """Know of what changed."""
        if self.is_stale and self.names != names_below(self.config.docs_dir):
            self.gather()
        elif self.is_stale:
            self.renew()

    def gather(self) -> None:
        """Know which files there are, as they are now."""
        names = names_below(self.config.docs_dir)
        self.config.plugins.on_pre_build(config=self.config)
        files = get_files(self.config)
        files.add_files_from_theme(self.config.theme.get_env(), self.config)
        files = self.config.plugins.on_files(files, config=self.config)
        self.names = names
        self.take(files)

    def take(self, files: Files) -> None:
        """Know these files."""
        self.files = files
        set_exclusions(self.files, self.config)
        included = [file for file in self.files if file.inclusion in IN_SITE]
        self.by_address: dict[str, File] = {file.dest_uri: file for file in included}
        self.renew()

    def renew(self) -> None:
        """Read the navigation and the templates anew; where that fails, it is done again the next time."""
        for file in self.files.documentation_pages():
            file.page = None
        self.nav = get_navigation(self.files, self.config)
        self.nav = self.config.plugins.on_nav(self.nav, config=self.config, files=self.files)
        for file in self.files.documentation_pages():
            if file.page is None:
                Page(None, file, self.config)
            elif file.inclusion is not InclusionLevel.NOT_IN_NAV:
                file.page.read_source(self.config)
        env = self.config.theme.get_env()
        self.env = self.config.plugins.on_env(env, config=self.config, files=self.files)
        self.is_stale = False

    def render(self, file: File) -> list[str]:
        """Have a page in the folder as it is now; return what the builder warns of."""
        with warnings_of_builder() as heard:
            page = file.page
            if page is None:
                raise ValueError(f"{file.src_uri} is no page")
            builder._populate_page(page, self.config, self.files)
            pages = self.files.documentation_pages()
            builder._build_page(page, self.config, pages, self.nav, self.env)
        return heard

    def render_not_found(self) -> None:
        """Have the page in the folder that stands in the place of one that is not there."""
        builder._build_theme_template(NOT_FOUND, self.env, self.files, self.config, self.nav)

    def after_build(self, hook: str) -> None:
        """Let a hook write what it writes once all pages are there."""
        self.config.plugins[hook].on_post_build(config=self.config)


def names_below(folder: str) -> frozenset[str]:
    """Return the path of every file below a folder."""
    return frozenset(f"{below}/{name}" for below, _, files in os.walk(folder) for name in files)


@contextmanager
def warnings_of_builder() -> Iterator[list[str]]:
    """Yield a list of all warnings of the builder meanwhile."""
    logger, warnings = logging.getLogger("mkdocs"), Warnings()
    logger.addHandler(warnings)
    try:
        yield warnings.heard
    finally:
        logger.removeHandler(warnings)
