"""A place that treats a topic → its sentences with the topic's words marked, each opening to its whole paragraph."""

from collections.abc import Iterable, Iterator

from scripts.link.passages import word_pattern
from scripts.model.glossary import Term, Topic
from scripts.model.shares import Passage, Treated
from scripts.model.vocabulary import Language
from scripts.write.markup import markdown as md
from scripts.write.markup.links import mark_found, name_pattern
from scripts.write.words.place_labels import place_label
from scripts.write.words.strings import LANG_TAGS, pick, say

ZH_TAG = LANG_TAGS[Language.ZH]


class Marker:
    """Marks the words of a topic: in Chinese those by which its sentences were found, in English the agreed ones."""

    def __init__(self, topic: Topic, terms: Iterable[Term]) -> None:
        own = [term for term in terms if {term.zh, *term.forms} & set(topic.words)]
        english = {word for term in own for word in (term.en, *term.en_variants)}
        self.chinese = word_pattern(topic.words)
        self.english = name_pattern(tuple(sorted(english)))

    def mark(self, text: str, tag: str) -> str:
        """Return a text as Markdown with the words of its language marked."""
        return mark_found(text, self.chinese if tag == ZH_TAG else self.english)


def quote_place(policy: str, place: Treated, marker: Marker, language: Language, *, titled: bool) -> Iterator[str]:
    """Yield a place's number and title, its sentences in their paragraphs, and how many more there are."""
    page = f"../../policies/{policy}/index.md"
    tag = LANG_TAGS[language] if place.is_translated else ZH_TAG
    if titled:
        title = pick(place.title, language)
        bold = md.span(md.bold(marker.mark(title, tag)), lang=tag) if title else ""
        yield where(place.anchor, page, language, bold)
    if not place.is_named:
        key = "assigned" if place.passages else "assigned-empty"
        yield md.paragraph(md.escape(say(key, language)), classes="topic-note")
    for passage in place.passages:
        if not titled or len(place.passages) > 1:
            yield where(passage.anchor, page, language)
        yield from quote_passage(passage, marker, tag, language)
    if place.more:
        more = md.escape(say("more-sentences", language, n=place.more))
        yield md.paragraph(md.link(more, f"{page}#{place.anchor}") if titled else more, classes="topic-note")


def where(anchor: str, page: str, language: Language, title: str = "") -> str:
    """Return the line that names a place and leads to it."""
    link = md.link(md.escape(place_label(anchor, language)), f"{page}#{anchor}")
    return md.paragraph(f"{link} {title}".rstrip(), classes="topic-where")


def quote_passage(passage: Passage, marker: Marker, tag: str, language: Language) -> Iterator[str]:
    """Yield sentences, then what opens: of a translation the Chinese, as evidence, and the whole paragraph."""
    is_chinese = tag == ZH_TAG or passage.text.en == passage.text.zh  # which has no English
    tag = ZH_TAG if is_chinese else tag
    text = passage.text.zh if is_chinese else pick(passage.text, language)
    spans = list(dict.fromkeys(pair[0] if is_chinese else pair[1] for pair in passage.sentences))
    for start, end in spans:
        yield md.paragraph(md.span(marker.mark(text[start:end], tag), lang=tag), classes="said")
    held = []
    if not is_chinese:
        chinese = "".join(passage.text.zh[start:end] for (start, end), _ in passage.sentences)
        held.append(md.paragraph(md.span(marker.mark(chinese, ZH_TAG), lang=ZH_TAG), classes="evidence"))
    if spans != [(0, len(text))]:
        held.append(md.paragraph(md.span(marker.mark(text, tag), lang=tag)))
    if held:
        yield md.division(held, tag="details", classes="fold whole")
