"""Blocks of HTML on a page → the stash of Python-Markdown; most pages have none, and then none is searched for."""

import re

from markdown.preprocessors import HtmlBlockPreprocessor

INLINE = "a|b|br|code|em|i|mark|span|strong|sub|sup"
# a tag at the start of a line; <div>, <!--, <https://a.b>, &amp without its end; not <b>, <span class="a">, &amp;
SUSPECT_PATTERN = re.compile(rf'(?:^|\n) *<|<(?!/?(?:{INLINE})(?: [a-z-]+="[^"<>]*")*>)|&(?!(?:#[0-9]+|[a-z]+);)')


class QuickHtmlBlocks(HtmlBlockPreprocessor):
    """Leaves a page as it is where all its tags are plain ones within a line, as Python-Markdown's own parser would."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines of a page with its blocks of HTML put away."""
        return super().run(lines) if SUSPECT_PATTERN.search("\n".join(lines)) else lines
