"""A page's Markdown → lines as Python-Markdown wants them; on most pages its two first steps change nothing.

Relied upon: `NormalizeWhitespace` takes out signs of its own, tabs, returns, and blanks on empty lines, and ends the
page with two empty lines; `HtmlBlockPreprocessor` changes no text whose tags all are plain ones within a line.
"""

import re

from markdown.preprocessors import HtmlBlockPreprocessor, NormalizeWhitespace

INLINE = "a|b|br|code|em|i|mark|span|strong|sub|sup"
# <div>, <!--, <https://a.b>, &amp without its end; not <b>, <span class="a">, &amp;
SUSPECT_PATTERN = re.compile(rf'<(?!/?(?:{INLINE})(?: [a-z-]+="[^"<>]*")*>)|&(?!(?:#[0-9]+|[a-z]+);)')
UNUSUAL_PATTERN = re.compile("[\x02\x03\r\t]")


class QuickWhitespace(NormalizeWhitespace):
    """Leaves a page as it is where there is nothing to even out."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines of a page with their white space evened out."""
        source = "\n".join(lines)
        if UNUSUAL_PATTERN.search(source) or ("\n " in source and " \n" in source + "\n"):
            evened: list[str] = super().run(lines)
            return evened
        return [*lines, "", ""]


class QuickHtmlBlocks(HtmlBlockPreprocessor):
    """Leaves a page as it is where there can be no block of HTML."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines of a page with its blocks of HTML put away."""
        return super().run(lines) if SUSPECT_PATTERN.search("\n".join(lines)) else lines
