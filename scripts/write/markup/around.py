"""What holds a policy's page together: a title whose words stay whole, links from part to part."""

import re
from xml.etree.ElementTree import Element, SubElement

from scripts.write.markup.surroundings import Surroundings
from scripts.write.words.strings import say

# “十四五”, Five-Year, 2021–2025: what a title must not be broken in
WHOLE_PATTERN = re.compile(r"(“[^“”]{1,6}”|[A-Za-z0-9]+(?:[-–—][A-Za-z0-9]+)+)")
# ../policies/youxian-2023/index.md: where the title of a policy leads
TITLE_PATTERN = re.compile(r"(?:.*/)?[a-z]+(?:-[a-z]+)*-\d{4}/index\.md")
STOPS = "。."
"""What ends a heading that runs into its text; where headings are listed it goes."""


def keep_whole(title: Element) -> None:
    """Keep together what a line of a title must not be broken in."""
    pieces = WHOLE_PATTERN.split(title.text or "")
    title.text = pieces[0]
    for index, (words, tail) in enumerate(zip(pieces[1::2], pieces[2::2], strict=True)):
        span = Element("span", {"class": "unbroken"})
        span.text, span.tail = words, tail
        title.insert(index, span)


def keep_titles_whole(root: Element) -> None:
    """Do so in the titles of policies that a page lists; on a policy's page in those that its text sets apart."""
    if any(text.get("class") == "policy-text" for text in root.iter("div")):
        titles = [title for title in root.iter("p") if title.get("class") == "policy-title"]
        links = [link for title in titles for link in (title, *title.iter("a"))]
    else:
        links = [link for link in root.iter("a") if TITLE_PATTERN.fullmatch(link.get("href", ""))]
    for link in links:
        keep_whole(link)


def take_blank(element: Element) -> None:
    """Move the blank behind words in bold to their end."""
    if not (element.tail or "").startswith(" "):
        return
    element.tail = (element.tail or "")[1:]
    if len(element):
        element[-1].tail = (element[-1].tail or "") + " "
    else:
        element.text = (element.text or "") + " "


def link_parts(text: Element, page: Surroundings) -> None:
    """Put at the end of each part the ways to the one before and the one behind it; nothing where there is but one."""
    parts = [element for element in text if element.tag == "h2"]
    for place in range(len(parts) if len(parts) > 1 else 0):
        ways = Element(
            "div", {"class": "policy-links part-links", "lang": page.tag}
        )  # no landmark: one a part is too many
        for key, other in (("previous-part", place - 1), ("next-part", place + 1)):
            if 0 <= other < len(parts):
                ways.append(way_to(parts[other], key, page, text.get("lang", page.tag)))
        end = list(text).index(parts[place + 1]) if place + 1 < len(parts) else end_of(text)
        text.insert(end, ways)


def way_to(part: Element, key: str, page: Surroundings, lang: str) -> Element:
    """Return the link to a part, by its heading without its full stop."""
    link = Element("a", {"href": f"#{part.get('id', '')}", "class": key})
    heading = "".join(part.itertext()).strip().rstrip(STOPS)
    link.text = f"{say(key, page.language)} "
    words = SubElement(link, "span", {} if lang == page.tag else {"lang": lang})
    words.text = heading
    return link


def end_of(text: Element) -> int:
    """Return where the last part ends: before what closes it; a notice may close before the plans that it issues."""
    last = max(index for index, element in enumerate(text) if element.tag == "h2")
    closing = (place for place, element in enumerate(text) if element.get("class") == "policy-closing")
    return next((place for place in closing if place > last), len(text))


STATES = ("policy-draft", "policy-untranslated")
"""The classes of the marks that say that English is a draft, or is not there."""


def name_for_contents(heading: Element) -> None:
    """Let the contents of a page name a heading without the signs of the notes in it, and of how its English stands."""
    signs = [child for child in heading if child.tag == "sup" or child.get("class") in STATES]
    if signs:
        parts = ("" if child in signs else "".join(child.itertext()) for child in heading)
        tails = (child.tail or "" for child in heading)
        words = (heading.text or "") + "".join(a + b for a, b in zip(parts, tails, strict=True))
        heading.set("data-toc-label", words.strip())
